package org.tingbok.reading.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.Span;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Parses sentences with their known names as single words.
///
/// A treebank holds no "UNC4899" and makes "Recorded Future" a participle and a noun; what the knowledge of names knows to be
/// one name is therefore shown to the parser as one made-up proper noun of the same length, and put back afterwards.
public final class MaskedNames {
  private static final String VOWELS = "aeiou";
  private static final String CONSONANTS = "ndrlstmk";

  private static final Pattern FRONT =
      Pattern.compile("\\s*(?:(?:On|In|Since|By|During|Until|Back in|Early in|Later in|Late in|"
          + "As early as|Already in|Bereits im|Im|Am|I|En|Le)\\s+)?");
  /// An aside in brackets derails the tree of the sentence that it interrupts; patterns over words read it.
  private static final Pattern ASIDE = Pattern.compile("\\([^()]{1,160}\\)");
  private static final Pattern MARKED = Pattern.compile("\\b(?:on|in|since|of) $");
  private static final Pattern MEANWHILE =
      Pattern.compile("\\b(?:days|weeks|months|years|hours) (?:earlier|later|before|ago)\\b");
  /// One word to a treebank, and a diplomat to the frames.
  private static final Pattern CHARGE = Pattern.compile("\\b[Cc]harg[eé]s? d['’]affaires\\b");
  private static final Pattern COMPUTING = Pattern.compile("\\bIT\\b");
  private static final Pattern NOUN_FOLLOWS =
      Pattern.compile("\\s+(?:report|statement|attack|breach|hack|interview|intrusion)");

  /// The relation of a date at the front of a sentence, which the parser was spared, to the root.
  public static final String FRONTED = "obl:front";

  private MaskedNames() {
  }

  /// Parses what is known to be one sentence.
  ///
  /// @param syntax the analyzer of its language
  /// @param view the text
  /// @param span the sentence within it
  /// @param names names found in it, in order
  /// @param times expressions of time found in it, in order
  /// @return the sentence; its tokens lie in the text as given
  public static Sentence parse(SyntaxAnalyzer syntax, String view, Span span, List<NameMatch> names,
      List<TimeMention> times) {
    StringBuilder masked = new StringBuilder(view.substring(span.start(), span.end()));
    List<NameMatch> hidden = new ArrayList<>();
    for (NameMatch name : names) {
      if (name.start() >= span.start() && name.end() <= span.end() && strange(view, name)) {
        hidden.add(name);
        for (int i = name.start(); i < name.end(); i++) {
          int nth = i - name.start();
          char letter = nth % 2 == 0 ? CONSONANTS.charAt(nth / 2 % CONSONANTS.length())
              : VOWELS.charAt(nth / 2 % VOWELS.length());
          masked.setCharAt(i - span.start(), nth == 0 ? Character.toUpperCase(letter) : letter);
        }
      }
    }
    List<Span> dates = new ArrayList<>();
    List<Span> fronts = new ArrayList<>();
    for (TimeMention time : times) {
      Span date = date(view, span, time);
      boolean clear = hidden.stream().noneMatch(name -> name.start() < date.end() && date.start() < name.end());
      if (clear && date.length() > 0) {
        String word = view.substring(span.start(), date.start()).isBlank() ? "" : standIn(view, date);
        if (word.length() <= date.length()) {
          dates.add(date);
          if (word.isEmpty()) {
            fronts.add(date);
          }
          masked.replace(date.start() - span.start(), date.end() - span.start(),
              word + " ".repeat(date.length() - word.length()));
        }
      }
    }
    Matcher adverb = MEANWHILE.matcher(masked);
    while (adverb.find()) {
      masked.replace(adverb.start(), adverb.end(), "recently" + " ".repeat(adverb.end() - adverb.start() - 8));
    }
    Matcher charge = CHARGE.matcher(masked);
    while (charge.find()) {
      Span diplomat = new Span(charge.start() + span.start(), charge.end() + span.start());
      if (hidden.stream().noneMatch(name -> name.start() < diplomat.end() && diplomat.start() < name.end())) {
        masked.replace(charge.start(), charge.end(),
            "ambassador" + " ".repeat(charge.end() - charge.start() - "ambassador".length()));
        dates.add(diplomat);
      }
    }
    Matcher computing = COMPUTING.matcher(masked);
    while (computing.find()) {
      masked.replace(computing.start(), computing.end(), "TV"); // "IT" is a pronoun to a treebank
    }
    List<Sentence> asides = new ArrayList<>();
    Matcher aside = ASIDE.matcher(masked);
    while (aside.find()) {
      int from = aside.start() + span.start();
      int to = aside.end() + span.start();
      boolean inName = names.stream().anyMatch(name -> name.start() < from && name.end() >= to);
      if (!inName && aside.start() > 3) {
        asides.add(syntax.parse(masked.toString(), aside.start(), aside.end()));
        masked.replace(aside.start(), aside.end(), " ".repeat(aside.end() - aside.start()));
      }
    }
    List<Token> all = syntax.parse(masked, 0, masked.length()).tokens();
    for (Sentence apart : asides) {
      all = inserted(all, apart);
    }
    for (Span date : fronts) {
      int start = date.start() - span.start();
      int end = date.end() - span.start();
      Token word = new Token(0, start, end, "today", "today", Upos.ADV, "RB", -1, FRONTED);
      all = all.isEmpty() ? all : inserted(all, new Sentence(start, end, List.of(word)));
    }
    List<Token> tokens = new ArrayList<>(all.size());
    for (Token token : all) {
      int start = token.start() + span.start();
      int last = token.end() + span.start();
      int end = dates.stream().filter(date -> date.start() == start).findFirst().map(Span::end).orElse(last);
      String form = view.substring(start, end);
      boolean name = hidden.stream().anyMatch(match -> match.start() <= start && end <= match.end());
      tokens
          .add(new Token(token.index(), start, end, form, name ? form : token.lemma(), name ? Upos.PROPN : token.upos(),
              name ? "NNP" : token.xpos(), token.head(), token.deprel()));
    }
    return new Sentence(span.start(), span.end(), tokens);
  }

  /// Puts an aside that was parsed by itself back in its place, hung on what it stands behind.
  private static List<Token> inserted(List<Token> tokens, Sentence aside) {
    int at = 0;
    while (at < tokens.size() && tokens.get(at).start() < aside.start()) {
      at++;
    }
    int count = aside.tokens().size();
    int anchor = Math.max(0, at - 1);
    boolean fronted = at == 0 || aside.tokens().get(0).deprel().equals(FRONTED);
    while (fronted && tokens.get(anchor).head() >= 0) {
      anchor = tokens.get(anchor).head();
    }
    while (tokens.get(anchor).head() >= 0 && (tokens.get(anchor).deprel().startsWith("flat")
        || tokens.get(anchor).deprel().equals("compound") || tokens.get(anchor).deprel().equals("punct")
        || tokens.get(anchor).deprel().equals("case"))) {
      anchor = tokens.get(anchor).head();
    }
    List<Token> joined = new ArrayList<>(tokens.size() + count);
    for (Token token : tokens) {
      if (token.index() == at) {
        hang(aside, at, anchor < at ? anchor : anchor + count, joined);
      }
      joined.add(moved(token, token.index() < at ? 0 : count, token.head() < at ? token.head() : token.head() + count,
          token.deprel()));
    }
    if (at == tokens.size()) {
      hang(aside, at, anchor, joined);
    }
    return joined;
  }

  private static void hang(Sentence aside, int at, int anchor, List<Token> joined) {
    for (Token token : aside.tokens()) {
      boolean fronted = token.deprel().equals(FRONTED);
      joined.add(token.head() < 0 ? moved(token, at, anchor, fronted ? FRONTED : "parataxis")
          : moved(token, at, token.head() + at,
              token.deprel()));
    }
  }

  private static Token moved(Token token, int by, int head, String deprel) {
    return new Token(token.index() + by, token.start(), token.end(), token.form(), token.lemma(), token.upos(),
        token.xpos(), head, deprel);
  }

  /// The stretch of a date that the parser is spared: at the front of the sentence all of it with its preposition, elsewhere
  /// the several words that one can stand for; empty for a date that modifies a noun ("the 2018 breach").
  private static Span date(String view, Span span, TimeMention time) {
    String before = view.substring(span.start(), time.start());
    String words = view.substring(time.start(), time.end());
    if (FRONT.matcher(before).matches()) {
      int from = span.start() + before.length() - before.stripLeading().length();
      boolean noun = time.end() < span.end() && NOUN_FOLLOWS.matcher(view.substring(time.end(), span.end())).lookingAt()
          && words.chars().allMatch(Character::isLetterOrDigit);
      return noun ? new Span(time.start(), time.start()) : new Span(from, time.end());
    }
    boolean marked = MARKED.matcher(before).find();
    int first = words.startsWith("in ") || words.startsWith("on ") || words.startsWith("of ") || words.startsWith("by ")
        ? time.start() + 3
        : time.start();
    boolean several = view.substring(first, time.end()).indexOf(' ') > 0;
    return several && (marked || first > time.start()) ? new Span(first, time.end())
        : new Span(time.start(), time.start());
  }

  /// What one may say after the preposition: on a day, in a month.
  private static String standIn(String view, Span date) {
    boolean day = date.start() > 3 && view.startsWith("on ", date.start() - 3);
    if (date.length() < 7) {
      return day && date.length() == 6 ? "Monday" : "2018";
    }
    return day ? "Monday" : "October";
  }

  /// Names of several words, and single ones that do not look like words; adjectives and weak spellings stay.
  private static boolean strange(String view, NameMatch name) {
    String words = view.substring(name.start(), name.end());
    if (name.weak() || !Character.isUpperCase(words.charAt(0)) && !Character.isDigit(words.charAt(0))) {
      return false;
    }
    boolean adjective = name.names().stream().allMatch(known -> known.sort() == Name.Sort.ADJECTIVE
        || known.sort() == Name.Sort.PEOPLE);
    boolean several = words.chars().anyMatch(Character::isWhitespace);
    boolean odd = words.chars().anyMatch(c -> !Character.isLetter(c))
        || words.chars().skip(1).anyMatch(Character::isUpperCase) || name.as(Name.Sort.ACTOR).isPresent();
    return !adjective && (several || odd);
  }
}
