package org.tingbok.reading.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tingbok.vocabulary.FaultException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The words that report speech, thought or attitude, by how they take what is said.
///
/// Read once from `predicates.yaml` beside this class. Immutable and safe to share.
final class SpeechPredicates {
  /// Verbs of saying: a clause, a quotation.
  final Set<String> say;
  /// Verbs that bring in a quotation but no clause.
  final Set<String> utter;
  /// Verbs of thinking and showing: a clause, never a quotation by its place alone.
  final Set<String> think;
  /// Verbs of judging: whom or what as an object.
  final Set<String> judge;
  /// Verbs of wishing and planning: an infinitive.
  final Set<String> want;
  /// Adjectives: sure that.
  final Set<String> minded;
  /// Nouns: a claim that, criticism of.
  final Set<String> nouns;
  /// Verbs with what they say behind an adposition: call for.
  final Map<String, Set<String>> marked;

  private static final class Holder {
    private static final SpeechPredicates STANDARD = new SpeechPredicates();
  }

  static SpeechPredicates standard() {
    return Holder.STANDARD;
  }

  private SpeechPredicates() {
    try (@Nullable
    InputStream in = SpeechPredicates.class.getResourceAsStream("predicates.yaml")) {
      if (in == null) {
        throw new FaultException("SPEECH_MISSING", "the predicates of speech do not ship with this build");
      }
      JsonNode root = new YAMLMapper().readTree(in);
      say = words(root.path("say"));
      utter = words(root.path("utter"));
      think = words(root.path("think"));
      judge = words(root.path("judge"));
      want = words(root.path("want"));
      minded = words(root.path("minded"));
      nouns = words(root.path("nouns"));
      Map<String, Set<String>> byAdposition = new HashMap<>();
      root.path("marked").properties()
          .forEach(entry -> byAdposition.put(entry.getKey(), words(entry.getValue())));
      marked = Map.copyOf(byAdposition);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> words(JsonNode node) {
    Set<String> words = new HashSet<>();
    node.forEach(item -> words.add(item.asString()));
    return Set.copyOf(words);
  }
}
