package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// What nouns of other languages than English mean in English, in all their forms, and dictionary forms of verbs that the
/// models of a language do not know: "der Hackergruppierung" is a group, "wies … zurück" is "zurückweisen".
///
/// So the lists of nouns that rules go by hold for every language. From `glossary.tsv`. Immutable, thread-safe.
public final class Glossary {
  /// Endings of nouns, without what a language has as forms of their own.
  private static final Map<String, List<String>> ENDINGS = Map.of(
      "nb",
      List.of("", "e", "n", "r", "t", "en", "et", "er", "ne", "ene", "a", "s", "ns", "ts", "rs", "ens", "ets", "ers",
          "enes", "nes", "es"),
      "de", List.of("", "e", "n", "s", "en", "es", "er", "ern", "in", "innen"),
      "fr", List.of("", "s"),
      "es", List.of("", "s", "es"));
  /// Endings of Norwegian nouns that say which one is meant, as an article does elsewhere.
  private static final Set<String> DEFINITE =
      Set.of("n", "t", "en", "et", "ne", "ene", "a", "ns", "ts", "ens", "ets", "enes", "nes");
  private static final int SHORTEST = 3; // letters before the last part of a compound

  private final Map<String, Map<String, String>> nouns = new HashMap<>();
  private final Map<String, Map<String, String>> compounds = new HashMap<>();
  private final Map<String, Map<String, String>> verbs = new HashMap<>();
  private final Map<String, List<String>> prefixes = new HashMap<>();
  private final Set<String> definite = new HashSet<>();

  private Glossary(Table table) {
    for (int row = 0; row < table.size(); row++) {
      String language = table.cell(row, "language");
      String kind = table.cell(row, "kind");
      String meaning = table.cell(row, "meaning");
      List<String> words = table.list(row, "words");
      switch (kind) {
        case "prefix" -> prefixes.put(language, words);
        case "verb" -> words.forEach(word -> of(verbs, language).put(word, meaning));
        default -> {
          for (String word : words) {
            for (String ending : ENDINGS.getOrDefault(language, List.of(""))) {
              of(nouns, language).putIfAbsent(word + ending, meaning);
              if (kind.equals("compound")) {
                of(compounds, language).putIfAbsent(word + ending, meaning);
              }
              if (language.equals("nb") && DEFINITE.contains(ending)) {
                definite.add(word + ending);
              }
            }
          }
        }
      }
    }
  }

  private static final class Standard {
    private static final Glossary GLOSSARY = new Glossary(Table.read("glossary.tsv"));
  }

  /// The glossary that ships; read once.
  ///
  /// @return one for the whole process
  public static Glossary standard() {
    return Standard.GLOSSARY;
  }

  private static Map<String, String> of(Map<String, Map<String, String>> maps, String language) {
    return maps.computeIfAbsent(language, _ -> new HashMap<>());
  }

  /// Whether a noun of a language that has its article at the end ends in one.
  ///
  /// @param form lower case
  /// @return true for such as "gruppen", "angrepet"
  public boolean definite(String form) {
    return definite.contains(form);
  }

  /// The sentence with the dictionary forms that the glossary knows.
  ///
  /// @param sentence parsed
  /// @param language its language
  /// @return the same tokens in the same places; the sentence itself in English
  public Sentence read(Sentence sentence, String language) {
    if (!nouns.containsKey(language)) {
      return sentence;
    }
    List<Token> tokens = new ArrayList<>(sentence.tokens().size());
    for (Token token : sentence.tokens()) {
      Optional<String> lemma = switch (token.upos()) {
        case NOUN,
            PROPN ->
          token.xpos().equals("NNP") && token.form().equals(token.lemma()) && token.upos() == Upos.PROPN
              ? Optional.empty()
              : noun(token.form().toLowerCase(Locale.ROOT), language);
        case VERB -> verb(token, sentence, language);
        default -> Optional.empty();
      };
      tokens.add(
          lemma.map(known -> new Token(token.index(), token.start(), token.end(), token.form(), known, token.upos(),
              token.xpos(), token.head(), token.deprel())).orElse(token));
    }
    return new Sentence(sentence.start(), sentence.end(), tokens);
  }

  private Optional<String> noun(String form, String language) {
    String whole = of(nouns, language).get(form);
    if (whole != null) {
      return Optional.of(whole);
    }
    Map<String, String> last = compounds.getOrDefault(language, Map.of());
    for (int at = SHORTEST; at < form.length() - 2 && !last.isEmpty(); at++) {
      String meaning = last.get(form.substring(at));
      if (meaning != null) {
        return Optional.of(meaning);
      }
    }
    return Optional.empty();
  }

  private Optional<String> verb(Token token, Sentence sentence, String language) {
    Map<String, String> known = verbs.getOrDefault(language, Map.of());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String form = token.form().toLowerCase(Locale.ROOT);
    String plain = known.getOrDefault(form, token.lemma().toLowerCase(Locale.ROOT));
    List<String> apart = prefixes.getOrDefault(language, List.of());
    for (Token child : sentence.tokens()) {
      boolean particle = child.head() == token.index() && child.deprel().equals("compound:prt");
      if (particle && apart.contains(child.form().toLowerCase(Locale.ROOT))) {
        return Optional.of(child.form().toLowerCase(Locale.ROOT) + plain);
      }
    }
    for (String prefix : apart) {
      if (form.startsWith(prefix) && form.length() > prefix.length() + 3) {
        String rest = form.substring(prefix.length());
        String stem = known.get(rest.startsWith("zu") ? rest.substring(2) : rest);
        if (stem != null) {
          return Optional.of(prefix + stem);
        }
        if (rest.startsWith("zu") && rest.endsWith("en")) {
          return Optional.of(prefix + rest.substring(2));
        }
      }
    }
    return known.containsKey(form) ? Optional.of(plain) : Optional.empty();
  }
}
