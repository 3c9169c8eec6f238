package org.tingbok.reading.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.vocabulary.FaultException;

/// Whether what was read in a sentence is a claim at all: a trained sum over the signs of it.
///
/// Trained on gold that is not held back, where what is read is mostly a claim, and on openly licensed articles and reports where half
/// of it is none (`reading/training/belief`). English alone: in other languages fewer claims are read than there are.
///
/// Holds no state; safe to share.
@FunctionalInterface
public interface Belief {
  /// Code units below which a text has no room for much beside a claim: all that is read of it is believed.
  int SHORT = 800;

  /// Whether a claim is believed.
  ///
  /// @param draft the claim
  /// @param signs what speaks for or against it, see `Signs`
  /// @return false if it is none
  boolean holds(ClaimDraft draft, List<String> signs);

  /// The claims of a text that are not believed, by their own signs and by how much else was read in it.
  ///
  /// @param drafts all claims of the text
  /// @param signs the signs of each; one without any is believed
  /// @param length of the text, code units; short texts are believed whole
  /// @return their indexes, the last first, so that they can be removed one by one
  default List<Integer> doubted(List<ClaimDraft> drafts, List<List<String>> signs, int length) {
    String density = density(drafts.size(), length);
    return length < SHORT ? List.of()
        : IntStream.range(0, drafts.size()).filter(at -> !signs.get(at).isEmpty()
            && !holds(drafts.get(at), Stream.concat(signs.get(at).stream(), Stream.of(density)).toList()))
            .boxed().sorted(Comparator.reverseOrder()).toList();
  }

  /// The belief that ships.
  ///
  /// @return the one instance
  static Belief standard() {
    return Shipped.BELIEF;
  }

  /// The signs of what was read in a sentence.
  ///
  /// @param scene the sentence
  /// @param propositions what the labeller saw in it
  /// @param read the claims that were read in it
  /// @return the signs of each claim, in order; empty lists in other languages than English
  static List<List<String>> signs(Scene scene, List<Proposition> propositions, List<ClaimDraft> read) {
    Signs signs = new Signs(scene, propositions);
    return read.stream().map(draft -> scene.english() ? signs.of(draft, read) : List.<String>of()).toList();
  }

  /// The sign of how much was read in a text: a lonely claim in a long one is rather none.
  ///
  /// @param claims number of claims read
  /// @param length of the text, code units
  /// @return the sign
  static String density(int claims, int length) {
    double each = claims * 1000.0 / Math.max(500, length);
    return "dense=" + (each < 0.5 ? 0 : each < 1 ? 1 : each < 2 ? 2 : each < 3.5 ? 3 : 4);
  }

  /// The trained weights, read once.
  final class Shipped {
    private static final String DENSEST = density(100, 1000);
    private static final double LENIENT = -0.7; // where most is a claim, only what looks worst is none
    private static final Belief BELIEF = read();

    private Shipped() {
    }

    private static Belief read() {
      Map<String, Double> weights = new HashMap<>();
      try (InputStream in = Objects.requireNonNull(Belief.class.getResourceAsStream("belief.tsv"))) {
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
          int tab = line.indexOf('\t');
          if (tab > 0 && line.charAt(0) != '#') {
            weights.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
          }
        }
      } catch (IOException e) {
        throw new FaultException("KNOWLEDGE_MISSING", "the weights of belief cannot be read", e);
      }
      return (draft, signs) -> {
        double sum = weights.getOrDefault("", 0d);
        for (String sign : signs) {
          sum += weights.getOrDefault(sign, 0d);
        }
        boolean lenient = signs.contains(DENSEST) || signs.contains(draft.type().code() + Signs.SECONDED)
            || signs.contains(draft.type().code() + Signs.SURE);
        return sum > (lenient ? LENIENT : 0);
      };
    }
  }
}
