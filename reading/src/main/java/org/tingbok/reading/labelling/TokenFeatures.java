package org.tingbok.reading.labelling;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tingbok.document.Span;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// What the labeller sees of each token, the same in training and in use.
///
/// It never sees which state, body, group or company is named: a known name is shown as its sort alone, so that who
/// mostly accuses whom in the training sentences cannot sway what is read.
final class TokenFeatures {
  /// How many features a token has: word, lemma, suffix, shape, part of speech, relation, sort of name, lemma of the
  /// head, direction and distance of the head, marks around it, language, front, what it stands for, what claims it makes.
  static final int KINDS = 14;

  private static final int FRONT = 5; // letters that inflected forms of a word mostly share

  private TokenFeatures() {}

  /// The features of a sentence.
  ///
  /// @param sentence its tokens and tree
  /// @param names names found in it
  /// @param times expressions of time found in it
  /// @param quotes stretches within quotation marks
  /// @param language its language
  /// @param classes the lexicon
  /// @return for each token [#KINDS] strings
  static List<String[]> of(Sentence sentence, List<NameMatch> names, List<TimeMention> times, List<Span> quotes,
      String language, WordClasses classes) {
    List<Token> tokens = sentence.tokens();
    String[] sorts = new String[tokens.size()];
    for (Token token : tokens) {
      sorts[token.index()] = sort(token, names, times);
    }
    boolean[] bracketed = bracketed(tokens);
    List<String[]> features = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      int i = token.index();
      String form = composed(token.form());
      String low = form.toLowerCase(Locale.ROOT);
      boolean masked = masked(sorts[i]);
      String word = masked ? sorts[i] : digits(low);
      String lemma = masked ? sorts[i] : digits(composed(token.lemma()).toLowerCase(Locale.ROOT));
      String head = token.head() < 0 ? "<root>"
          : masked(sorts[token.head()]) ? sorts[token.head()]
              : digits(composed(tokens.get(token.head()).lemma()).toLowerCase(Locale.ROOT));
      boolean quoted = quotes.stream().anyMatch(quote -> quote.start() <= token.start() && token.end() <= quote.end());
      features.add(new String[] {word, lemma, masked ? sorts[i] : low.substring(Math.max(0, low.length() - 3)),
          shape(form), token.upos().name() + (token.xpos().equals(token.upos().name()) ? "" : token.xpos()),
          token.deprel(), sorts[i], head, direction(token), (quoted ? "q" : "-") + (bracketed[i] ? "b" : "-")
              + (i == 0 ? "0" : ""),
          language,
          masked ? sorts[i] : low.substring(0, Math.min(FRONT, low.length())), masked ? "-" : classes.standing(token),
          masked ? "-" : classes.predicate(token)});
    }
    return features;
  }

  /// A sort that hides the word: all but those of words that are common words as well.
  private static boolean masked(String sort) {
    return !sort.equals("-") && !sort.startsWith("weak");
  }

  private static String sort(Token token, List<NameMatch> names, List<TimeMention> times) {
    for (NameMatch match : names) {
      if (match.start() < token.end() && token.start() < match.end()) {
        String begins = token.start() <= match.start() ? "" : "+";
        return (match.weak() ? "weak" : "") + begins + sort(match);
      }
    }
    for (TimeMention time : times) {
      if (time.start() < token.end() && token.start() < time.end()) {
        return token.start() <= time.start() ? "DATE" : "+DATE";
      }
    }
    return token.upos() == Upos.PROPN ? "weakPROPN" : "-";
  }

  private static String sort(NameMatch match) {
    Name.Sort best = match.names().get(0).sort();
    for (Name name : match.names()) {
      if (name.sort() == Name.Sort.ACTOR) {
        best = Name.Sort.ACTOR;
      }
    }
    return best.name();
  }

  private static boolean[] bracketed(List<Token> tokens) {
    boolean[] inside = new boolean[tokens.size()];
    int depth = 0;
    for (Token token : tokens) {
      String form = token.form();
      if (form.equals("(") || form.equals("[")) {
        depth++;
      }
      inside[token.index()] = depth > 0;
      if ((form.equals(")") || form.equals("]")) && depth > 0) {
        depth--;
      }
    }
    return inside;
  }

  private static String direction(Token token) {
    if (token.head() < 0) {
      return "root";
    }
    int distance = token.head() - token.index();
    int far = Math.abs(distance);
    return (distance < 0 ? "<" : ">") + (far > 8 ? "9" : far > 3 ? "4" : Integer.toString(far));
  }

  /// A letter and its accent as one character, as in the sentences trained on.
  private static String composed(String word) {
    return Normalizer.isNormalized(word, Normalizer.Form.NFC) ? word : Normalizer.normalize(word, Normalizer.Form.NFC);
  }

  private static String digits(String word) {
    return word.chars().anyMatch(Character::isDigit) ? word.replaceAll("\\d", "0") : word;
  }

  private static String shape(String form) {
    StringBuilder shape = new StringBuilder();
    char last = 0;
    int run = 0;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      char kind = Character.isUpperCase(c) ? 'X' : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? '0' : c;
      run = kind == last ? run + 1 : 1;
      last = kind;
      if (run <= 2 && shape.length() < 8) {
        shape.append(kind);
      }
    }
    return shape.toString();
  }
}
