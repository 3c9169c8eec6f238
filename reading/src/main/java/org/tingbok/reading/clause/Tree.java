package org.tingbok.reading.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// A sentence's tree made quick to walk.
///
/// Immutable; as safe to share as the sentence.
public final class Tree {
  private final Sentence sentence;
  private final List<List<Token>> children;
  private final int[] first;
  private final int[] last;

  /// Indexes a sentence.
  ///
  /// @param sentence a parsed sentence
  public Tree(Sentence sentence) {
    this.sentence = sentence;
    int n = sentence.tokens().size();
    children = new ArrayList<>(n);
    first = new int[n];
    last = new int[n];
    for (int i = 0; i < n; i++) {
      children.add(new ArrayList<>(2));
    }
    for (Token token : sentence.tokens()) {
      if (token.head() >= 0) {
        children.get(token.head()).add(token);
      }
    }
    for (Token token : sentence.tokens()) {
      if (token.head() < 0) {
        measure(token, 0);
      }
    }
  }

  private void measure(Token token, int depth) {
    first[token.index()] = token.index();
    last[token.index()] = token.index();
    for (Token child : children.get(token.index())) {
      if (depth < 400) {
        measure(child, depth + 1);
      }
      first[token.index()] = Math.min(first[token.index()], first[child.index()]);
      last[token.index()] = Math.max(last[token.index()], last[child.index()]);
    }
  }

  /// The sentence.
  ///
  /// @return as given
  public Sentence sentence() {
    return sentence;
  }

  /// All tokens.
  ///
  /// @return in order
  public List<Token> tokens() {
    return sentence.tokens();
  }

  /// One token.
  ///
  /// @param index its place
  /// @return the token
  public Token token(int index) {
    return sentence.tokens().get(index);
  }

  /// How many tokens.
  ///
  /// @return 0 or more
  public int size() {
    return sentence.tokens().size();
  }

  /// The tokens that one governs.
  ///
  /// @param token a token of the sentence
  /// @return in order
  public List<Token> children(Token token) {
    return children.get(token.index());
  }

  /// The governor.
  ///
  /// @param token a token of the sentence
  /// @return empty for the root
  public Optional<Token> head(Token token) {
    return sentence.head(token);
  }

  /// The first child in one of some relations.
  ///
  /// @param token the governor
  /// @param relations relations; without a subtype they match any subtype
  /// @return empty if there is none
  public Optional<Token> child(Token token, String... relations) {
    for (Token child : children(token)) {
      if (is(child, relations)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /// The children in some relations.
  ///
  /// @param token the governor
  /// @param relations relations; without a subtype they match any subtype
  /// @return in order
  public List<Token> children(Token token, String... relations) {
    List<Token> found = new ArrayList<>(2);
    for (Token child : children(token)) {
      if (is(child, relations)) {
        found.add(child);
      }
    }
    return found;
  }

  /// Whether a token stands in one of some relations to its head.
  ///
  /// @param token the token
  /// @param relations relations; without a subtype they match any subtype
  /// @return true if one fits
  public static boolean is(Token token, String... relations) {
    for (String relation : relations) {
      if (relation.equals(token.deprel()) || relation.equals(token.relation())) {
        return true;
      }
    }
    return false;
  }

  /// Place of the first token of a token's subtree.
  ///
  /// @param token the token
  /// @return its own place or one before
  public int firstOf(Token token) {
    return first[token.index()];
  }

  /// Place of the last token of a token's subtree.
  ///
  /// @param token the token
  /// @return its own place or one after
  public int lastOf(Token token) {
    return last[token.index()];
  }

  /// The lower-cased form.
  ///
  /// @param token the token
  /// @return lower case
  public static String low(Token token) {
    return token.form().toLowerCase(Locale.ROOT);
  }

  /// The lower-cased lemma.
  ///
  /// @param token the token
  /// @return lower case
  public static String lemma(Token token) {
    return token.lemma().toLowerCase(Locale.ROOT);
  }

  /// The adposition or adpositions that mark a nominal, such as `on behalf of`, as one text.
  ///
  /// @param nominal head of the nominal
  /// @return lower case; empty if it has none
  public String marker(Token nominal) {
    StringBuilder text = new StringBuilder();
    for (Token child : children(nominal)) {
      if (is(child, "case") && child.index() < nominal.index()) {
        text.append(text.isEmpty() ? "" : " ").append(uncontracted(child));
        for (Token part : children(child)) {
          if (is(part, "fixed", "flat")) {
            text.append(' ').append(uncontracted(part));
          }
        }
      }
    }
    return text.toString();
  }

  /// Spanish "del" and "al" are "de" and "a" with an article grown on.
  private static String uncontracted(Token adposition) {
    String low = low(adposition);
    return low.equals("del") ? "de" : low.equals("al") ? "a" : low;
  }

  /// Whether a token may head a nominal.
  ///
  /// @param token the token
  /// @return true for nouns, names, pronouns, numbers and signs
  public static boolean nominal(Token token) {
    return switch (token.upos()) {
      case NOUN, PROPN, PRON, NUM, X, SYM -> true;
      case DET -> Set.of("this", "that", "these", "those", "all", "some", "both").contains(low(token));
      case ADJ -> is(token, "nsubj", "obj", "obl", "nmod", "conj", "iobj");
      case ADP, ADV, AUX, CCONJ, INTJ, PART, PUNCT, SCONJ, VERB -> false;
    };
  }

  /// Whether a token is a verb or stands for one.
  ///
  /// @param token the token
  /// @return true for verbs and auxiliaries
  public static boolean verbal(Token token) {
    return token.upos() == Upos.VERB || token.upos() == Upos.AUX;
  }
}
