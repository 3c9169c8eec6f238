package org.tingbok.reading.frame;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.labelling.WordClasses;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;

/// The word classes of the frames' lexicon and of the lists of nouns.
///
/// @param catalogue the frames
public record LexiconClasses(FrameCatalogue catalogue) implements WordClasses {
  @Override
  public String standing(Token token) {
    return speaking(catalogue.embedding(), token).orElseGet(() -> noun(Tree.lemma(token), Tree.low(token)));
  }

  /// What a word does in the speech of others; empty if nothing.
  static Optional<String> speaking(Embedding embedding, Token token) {
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

  private static String noun(String lemma, String low) {
    if (in(Nouns.GROUP, lemma, low)) {
      return "group";
    }
    if (in(Nouns.PEOPLE, lemma, low)) {
      return "people";
    }
    if (in(Nouns.COMPANY, lemma, low)) {
      return "company";
    }
    if (in(Nouns.OUTLET, lemma, low)) {
      return "outlet";
    }
    if (in(Nouns.BODY, lemma, low)) {
      return "body";
    }
    return in(Nouns.OPERATION, lemma, low) ? "operation" : "-";
  }

  private static boolean in(WordList nouns, String lemma, String low) {
    return nouns.contains(lemma) || nouns.contains(low);
  }

  @Override
  public String predicate(Token token) {
    Set<ClaimType> types = EnumSet.noneOf(ClaimType.class);
    for (Frame frame : catalogue.triggeredBy(Tree.lemma(token), Tree.low(token))) {
      types.add(frame.type());
    }
    return types.isEmpty() ? "-" : types.stream().map(Coded::code).collect(Collectors.joining("+"));
  }
}
