package org.tingbok.reading.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.labelling.WordClasses;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.FaultException;

/// What the labeller was told of words when it was trained: its lexicon, kept as it was then.
///
/// Frames and lists of nouns grow between one training and the next. To the labeller a lemma that a new frame brings would look like one that it
/// was trained on, and sentences that it knows would look otherwise than it learnt them; so it goes by `claims.lexicon.tsv`, which is
/// written when it is trained. Verbs and nouns of saying are those of `embedding.yaml`. Immutable and safe to share.
public final class TrainedLexicon implements WordClasses {
  private static final String FILE = "/org/tingbok/reading/labelling/claims.lexicon.tsv";

  private final Embedding embedding;
  private final Map<String, String> predicates = new HashMap<>();
  private final Map<String, String> nouns = new HashMap<>();

  /// The lexicon that goes with the labeller that ships.
  ///
  /// @param embedding verbs and nouns of saying
  /// @throws FaultException `KNOWLEDGE_MISSING` if it cannot be read
  public TrainedLexicon(Embedding embedding) {
    this.embedding = embedding;
    try (InputStream in = Objects.requireNonNull(TrainedLexicon.class.getResourceAsStream(FILE))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] cells = line.split("\t");
        if (cells.length == 3) {
          (cells[0].equals("noun") ? nouns : predicates).putIfAbsent(cells[1], cells[2]);
        }
      }
    } catch (IOException e) {
      throw new FaultException("KNOWLEDGE_MISSING", "the lexicon of the labeller cannot be read", e);
    }
  }

  @Override
  public String standing(Token token) {
    return speaking(token).orElseGet(() -> {
      String noun = nouns.get(Tree.lemma(token));
      return noun == null ? nouns.getOrDefault(Tree.low(token), "-") : noun;
    });
  }

  /// What a word does in the speech of others; empty if nothing.
  private Optional<String> speaking(Token token) {
    String lemma = Tree.lemma(token);
    if (embedding.document(lemma)) {
      return Optional.of("document");
    }
    if (Tree.verbal(token)) {
      return Optional.of(embedding.verb(lemma).map(level -> "says-" + level.code())
          .orElse(embedding.denies(lemma) ? "denies" : "-"));
    }
    if (embedding.noun(lemma).isPresent()) {
      return Optional.of("word-" + embedding.noun(lemma).get().code());
    }
    return embedding.supposes(Tree.low(token)) ? Optional.of("supposes") : Optional.empty();
  }

  @Override
  public String predicate(Token token) {
    String types = predicates.get(Tree.lemma(token));
    return types == null ? predicates.getOrDefault(Tree.low(token), "-") : types;
  }
}
