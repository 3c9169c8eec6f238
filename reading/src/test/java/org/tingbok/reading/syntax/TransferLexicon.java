package org.tingbok.reading.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tingbok.document.Span;

/// French words with their Spanish ones, `transfer-fr-es.txt`; what is not listed is respelt as cognates mostly are, so
/// that endings at least look like Spanish ones.
final class TransferLexicon {
  private static final String[][] VERB_ENDINGS = {{"iser", "izar"}, {"ifier", "ificar"}, {"quer", "car"},
      {"guer", "gar"}, {"oyer", "ear"}, {"er", "ar"}, {"oir", "er"}, {"ir", "ir"}, {"uire", "ucir"}, {"re", "er"}};
  private static final String[][] NOUN_ENDINGS = {{"ction", "cción"}, {"tion", "ción"}, {"sion", "sión"},
      {"ité", "idad"}, {"té", "dad"}, {"ement", "amiento"}, {"isme", "ismo"}, {"iste", "ista"}, {"ence", "encia"},
      {"ance", "ancia"}, {"ologie", "ología"}, {"ie", "ía"}, {"ure", "ura"}, {"tude", "tud"}, {"age", "aje"},
      {"eur", "or"}, {"ien", "iano"}, {"ique", "ica"}, {"aire", "ario"}, {"oire", "orio"}, {"ment", "mento"},
      {"ée", "ada"}, {"ier", "ero"}, {"euse", "ora"}, {"ette", "eta"}, {"in", "ín"}, {"on", "ón"}};
  private static final String[][] ADJECTIVE_ENDINGS = {{"ique", "ico"}, {"eux", "oso"}, {"if", "ivo"}, {"el", "al"},
      {"aire", "ario"}, {"ien", "iano"}, {"ais", "és"}, {"ois", "és"}, {"ant", "ante"}, {"ent", "ente"}, {"é", "ado"},
      {"eur", "or"}, {"oire", "orio"}, {"ain", "ano"}, {"in", "ino"}, {"iste", "ista"}, {"able", "able"},
      {"ible", "ible"}, {"ide", "ido"}, {"al", "al"}, {"i", "ido"}, {"u", "udo"}};

  private static final String[][] ADVERB_ENDINGS = {{"ellement", "almente"}, {"eusement", "osamente"},
      {"quement", "camente"}, {"alement", "almente"}, {"blement", "blemente"}, {"ement", "amente"},
      {"amment", "antemente"}, {"emment", "entemente"}, {"ment", "mente"}};

  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> genders = new HashMap<>();
  private final List<String> verbs = new ArrayList<>();
  private final java.util.TreeSet<String> nouns = new java.util.TreeSet<>();
  private final java.util.TreeSet<String> adjectives = new java.util.TreeSet<>();

  static TransferLexicon read() throws IOException {
    var lexicon = new TransferLexicon();
    try (InputStream in = TransferLexicon.class.getResourceAsStream("transfer-fr-es.txt");
        var reader =
            new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isEmpty()) {
          lexicon.add(line.split(" ", -1));
        }
      }
    }
    return lexicon;
  }

  private void add(String[] entries) {
    for (int i = 1; i < entries.length; i++) {
      String entry = entries[i];
      boolean listed = switch (entries[0]) {
        case "MORE" -> verbs.add(entry);
        case "NOUNS" -> nouns.add(entry) || nouns.contains(entry);
        case "ADJECTIVES" -> adjectives.add(entry) || adjectives.contains(entry);
        default -> false;
      };
      if (listed) {
        continue;
      }
      int equals = entry.indexOf('=');
      String to = entry.substring(equals + 1);
      if (to.length() > 2 && to.charAt(to.length() - 2) == '/') {
        genders.put(to.substring(0, to.length() - 2), to.substring(to.length() - 1));
        to = to.substring(0, to.length() - 2);
      }
      words.put(entries[0] + " " + entry.substring(0, equals), to);
      switch (entries[0]) {
        case "VERB" -> verbs.add(to);
        case "NOUN" -> nouns.add(to);
        case "ADJ" -> adjectives.add(to);
        default -> {}
      }
    }
  }

  boolean feminine(String noun) {
    String gender = genders.get(noun);
    return gender != null ? gender.equals("f") : SpanishForms.feminineNoun(noun);
  }

  boolean lists(String upos, String lemma) {
    return words.containsKey(upos + " " + lemma);
  }

  /// The Spanish dictionary form.
  String lemma(String upos, String lemma) {
    String found = words.get(upos + " " + lemma);
    if (found != null) {
      return found;
    }
    return switch (upos) {
      case "VERB" -> respelt(ending(lemma, VERB_ENDINGS));
      case "NOUN" -> noun(lemma);
      case "ADJ" -> adjective(lemma);
      case "ADV" -> respelt(ending(lemma, ADVERB_ENDINGS));
      default -> lemma;
    };
  }

  private static String noun(String lemma) {
    String changed = ending(lemma, NOUN_ENDINGS);
    if (!changed.equals(lemma)) {
      return respelt(changed);
    }
    String plain = respelt(lemma);
    return plain.endsWith("e") && plain.length() > 4 ? plain.substring(0, plain.length() - 1) + "a"
        : plain.matches(".*[bcdfghjkpqtvwx]") ? plain + "o" : plain;
  }

  private static String adjective(String lemma) {
    if (lemma.matches("[IVXL]+e?")) {
      return lemma.replace("e", ""); // a century
    }
    String plain = respelt(ending(lemma, ADJECTIVE_ENDINGS));
    return lemma.matches(".*([ai]ble|al|ista)") || !plain.equals(respelt(lemma)) ? plain
        : plain.endsWith("e") ? plain.substring(0, plain.length() - 1) + "o"
            : plain.matches(".*[bcdfghjkpqtvwx]") ? plain + "o" : plain;
  }

  private static String ending(String word, String[][] endings) {
    for (String[] ending : endings) {
      if (word.endsWith(ending[0]) && word.length() > ending[0].length() + 1) {
        return word.substring(0, word.length() - ending[0].length()) + ending[1];
      }
    }
    return word;
  }

  private static String respelt(String word) {
    var out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
      if (c == next && "nmtspfgb".indexOf(c) >= 0) {
        continue;
      }
      if (next == 'h' && (c == 'p' || c == 't')) {
        out.append(c == 'p' ? 'f' : 't');
        i++;
        continue;
      }
      boolean last = i >= word.length() - 4; // accents of the ending are Spanish already
      out.append(switch (c) {
        case 'è', 'ê', 'ë' -> 'e';
        case 'é' -> last ? 'é' : 'e';
        case 'à', 'â' -> 'a';
        case 'ô' -> 'o';
        case 'û', 'ù' -> 'u';
        case 'î', 'ï' -> 'i';
        case 'ç' -> 'z';
        default -> c;
      });
    }
    String text = out.toString();
    return text.startsWith("s") && text.length() > 2 && "ptc".indexOf(text.charAt(1)) >= 0 ? "e" + text : text;
  }

  /// The forms of all verbs listed, each as a sentence of one word: to learn dictionary forms and tags from.
  List<GoldSentence> verbForms() {
    List<GoldSentence> forms = new ArrayList<>();
    for (String verb : new java.util.TreeSet<>(verbs)) {
      SpanishForms.forms(verb).forEach((formAndTag, lemma) -> {
        int bar = formAndTag.indexOf('|');
        String upos = lemma.equals("haber") ? "AUX" : "VERB";
        forms.add(word(formAndTag.substring(0, bar), upos + formAndTag.substring(bar), lemma));
        if (lemma.equals("ser") || lemma.equals("estar") || lemma.equals("poder") || lemma.equals("deber")) {
          String tag = lemma.equals("poder") || lemma.equals("deber") ? "|MD" : formAndTag.substring(bar);
          forms.add(word(formAndTag.substring(0, bar), "AUX" + tag, lemma));
        }
      });
    }
    return forms;
  }

  /// Nouns and adjectives listed, in their forms.
  List<GoldSentence> nominalForms() {
    List<GoldSentence> forms = new ArrayList<>();
    for (String noun : nouns) {
      if (!noun.endsWith(".")) {
        forms.add(word(noun, "NOUN|NN", noun));
        if (!SpanishForms.plural(noun).equals(noun)) {
          forms.add(word(SpanishForms.plural(noun), "NOUN|NNS", noun));
        }
      }
    }
    for (String adjective : adjectives) {
      String feminine = SpanishForms.feminine(adjective);
      for (String form : new java.util.TreeSet<>(
          List.of(adjective, feminine, SpanishForms.plural(adjective), SpanishForms.plural(feminine)))) {
        forms.add(word(form, "ADJ|JJ", adjective));
      }
    }
    return forms;
  }

  private static GoldSentence word(String form, String tag, String lemma) {
    return new GoldSentence(form, List.of(new Span(0, form.length())), List.of(form), List.of(tag), List.of(lemma),
        new int[] {-1}, List.of("root"), false);
  }
}
