package org.tingbok.reading.labelling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tingbok.reading.frame.Frame;
import org.tingbok.reading.frame.FrameCatalogue;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;

/// Writes the lexicon that the labeller is about to be trained with, and will go by until it is trained again: what frames and lists of
/// nouns say of words now. See `reading/training/train`.
public final class LexiconOfTraining {
  /// Lists of nouns, the first that has a word decides.
  private static final List<String> LISTS = List.of("group", "people", "company", "outlet", "body", "operation");

  private LexiconOfTraining() {
  }

  /// Writes it.
  ///
  /// @param args the file of word lists, then the files to write
  /// @throws IOException if one cannot be read or written
  public static void main(String[] args) throws IOException {
    Map<String, EnumSet<ClaimType>> predicates = new TreeMap<>();
    for (Frame frame : FrameCatalogue.standard().frames()) {
      frame.lemmas().forEach(lemma -> predicates.computeIfAbsent(lemma, _ -> EnumSet.noneOf(ClaimType.class))
          .add(frame.type()));
    }
    List<String> lines = new ArrayList<>(List.of(
        "# What the labeller was told of words when it was trained: predicates with the types of claim that they may make, nouns with what they",
        "# stand for. Goes with claims.labels; made by reading/training/train."));
    predicates.forEach((lemma, types) -> lines.add("predicate\t" + lemma + "\t"
        + types.stream().map(Coded::code).collect(Collectors.joining("+"))));
    List<String> table = Files.readAllLines(Path.of(args[0]));
    for (String list : LISTS) {
      table.stream().map(line -> line.split("\t")).filter(cells -> cells.length > 2 && cells[0].equals(list))
          .flatMap(cells -> List.of(cells[2].split("\\|")).stream()).map(word -> word.strip().toLowerCase(Locale.ROOT))
          .filter(word -> !word.startsWith("-")).sorted().distinct()
          .forEach(word -> lines.add("noun\t" + word + "\t" + list));
    }
    for (String file : List.of(args).subList(1, args.length)) {
      Files.write(Path.of(file), lines);
    }
  }
}
