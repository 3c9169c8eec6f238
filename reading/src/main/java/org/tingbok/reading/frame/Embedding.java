package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.claim.Certainty;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Likelihood;
import tools.jackson.databind.JsonNode;

/// The predicates that embed a proposition (say, believe, deny), and the words that hedge one.
///
/// Immutable and safe to share.
public final class Embedding {
  private static final Map<String, Likelihood> LIKELIHOODS = new HashMap<>();

  static {
    for (String words : List.of("almost certainly")) {
      LIKELIHOODS.put(words, Likelihood.ALMOST_CERTAIN);
    }
    for (String words : List.of("highly likely", "very likely", "highly probable", "very probably")) {
      LIKELIHOODS.put(words, Likelihood.VERY_LIKELY);
    }
    for (String words : List.of("likely", "probably")) {
      LIKELIHOODS.put(words, Likelihood.LIKELY);
    }
  }

  private final Map<String, CertaintyLevel> verbs = new HashMap<>();
  private final Map<String, CertaintyLevel> nouns = new HashMap<>();
  private final Set<String> deny;
  private final Set<String> hypothetical;
  private final Set<String> documents;
  private final Map<String, CertaintyLevel> hedges = new HashMap<>();
  private final Pattern hedge;

  Embedding(JsonNode node) {
    levels(node.path("report"), verbs);
    levels(node.path("nouns"), nouns);
    levels(node.path("hedges"), hedges);
    deny = FrameCatalogue.words(node.path("deny"));
    hypothetical = FrameCatalogue.words(node.path("hypothetical"));
    documents = FrameCatalogue.words(node.path("documents"));
    List<String> words = new ArrayList<>(hedges.keySet());
    words.sort((a, b) -> b.length() - a.length());
    hedge = Pattern.compile("(?<![\\p{L}])(" + String.join("|", words) + ")(?![\\p{L}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static void levels(JsonNode node, Map<String, CertaintyLevel> into) {
    node.properties().forEach(entry -> {
      CertaintyLevel level = Coded.require(CertaintyLevel.class, entry.getKey());
      FrameCatalogue.list(entry.getValue()).forEach(word -> into.put(word, level));
    });
  }

  /// How sure somebody sounds who embeds a proposition in a verb.
  ///
  /// @param lemma lower case
  /// @return empty if the verb embeds none
  public Optional<CertaintyLevel> verb(String lemma) {
    return Optional.ofNullable(verbs.get(lemma));
  }

  /// How sure somebody sounds who embeds a proposition in a noun.
  ///
  /// @param lemma lower case
  /// @return empty if the noun embeds none
  public Optional<CertaintyLevel> noun(String lemma) {
    return Optional.ofNullable(nouns.get(lemma));
  }

  /// Whether a verb rejects what it embeds.
  ///
  /// @param lemma lower case
  /// @return true for "deny" and the like
  public boolean denies(String lemma) {
    return deny.contains(lemma);
  }

  /// Whether a subordinator only supposes what follows.
  ///
  /// @param word lower case
  /// @return true for "if" and the like
  public boolean supposes(String word) {
    return hypothetical.contains(word);
  }

  /// Whether a noun names a document or other vessel of claims, whose author is who claims.
  ///
  /// @param lemma lower case
  /// @return true for "report" and the like
  public boolean document(String lemma) {
    return documents.contains(lemma);
  }

  /// The certainty that words express.
  ///
  /// @param words the words of a clause and of what embeds it
  /// @param modals whether modal verbs among them count
  /// @return asserted if there is no hedge
  public Certainty certainty(String words, boolean modals) {
    Matcher matcher = hedge.matcher(words);
    String best = "";
    while (matcher.find()) {
      String found = matcher.group(1).toLowerCase(Locale.ROOT);
      boolean modal = Set.of("may", "might", "could", "kan").contains(found);
      if (modal && (!modals || Character.isUpperCase(matcher.group(1).charAt(0)))) {
        continue;
      }
      if (best.isEmpty() || rank(found) > rank(best)) {
        best = matcher.group(1);
      }
    }
    if (best.isEmpty()) {
      return Certainty.ASSERTED;
    }
    String low = best.toLowerCase(Locale.ROOT);
    return new Certainty(java.util.Objects.requireNonNull(hedges.get(low)), Optional.of(best),
        Optional.ofNullable(LIKELIHOODS.get(low)), confidence(low));
  }

  /// Stated confidence counts before likelihood, several words before one.
  private static int rank(String words) {
    return (words.contains("confidence") || words.contains("certainty") ? 1000 : 0) + words.length();
  }

  private static Optional<AnalyticConfidence> confidence(String words) {
    if (!words.contains("confidence")) {
      return Optional.empty();
    }
    return Optional.of(words.startsWith("low") ? AnalyticConfidence.LOW
        : words.startsWith("moderate") || words.startsWith("medium") ? AnalyticConfidence.MODERATE
            : AnalyticConfidence.HIGH);
  }
}
