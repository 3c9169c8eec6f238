package org.tingbok.reading.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Tells the language of a text by its small words and its letters.
final class Languages {
  private static final Map<String, Set<String>> SMALL_WORDS = new LinkedHashMap<>();
  private static final Map<String, List<String>> BY_WORD = new HashMap<>();
  private static final int LOOKED_AT = 6000;

  static {
    words("en",
        "the of and to in that was for it with as on by is said from at which has were have been not this are an their had he a do or we you its will can all how who after about they");
    words("nb",
        "og i det som er på til av en med for ikke har at den et var vi de om fra ble å men seg dette etter mot kan skal hva sier eller");
    words("nn",
        "og i det som er på til av ein med for ikkje har at den eit var vi dei om frå vart å men seg dette etter mot kan skal kva seier eller");
    words("da",
        "og i det som er på til af en med for ikke har at den et var vi de om fra blev men sig dette efter mod kan skal hvad siger eller også");
    words("sv",
        "och i det som är på till av en med för inte har att den ett var vi de om från blev men sig detta efter mot kan ska vad säger eller");
    words("de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei");
    words("nl",
        "de van het een en in is dat op te zijn met voor niet aan er om ook als die door bij naar heeft uit werd worden zou hij deze tot");
    words("fr",
        "de la le et les des en un une du dans est que pour qui par sur au pas plus il ce avec sont ont aux été cette se sa son");
    words("es",
        "de la que el en y a los se del las un por con no una su para es al lo como más o este fue ha sus han entre según");
    words("pt",
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das foi à são pelo");
    words("it",
        "di e il la che in a per un è del non una le da si con i al dei sono nel alla più gli ha della come anche stato");
    words("pl",
        "i w na z do się że nie to jest o od przez za po są oraz jak dla który które był przed także może tego już");
    words("cs",
        "a v na se že je z do o s to i k ve za pro jako které který byl podle jsou jeho také při po od ale nebo bylo");
    words("fi", "ja on ei että se oli mukaan myös kun hän ovat mutta jotka joka tai sekä olla sen ole kuin jo nyt");
    words("ru", "и в не на что с по как это он из к за от для его был также было их года заявил но о до при которые");
    words("uk",
        "і в не на що з по як це він із до за від для його був також було їх року заявив але про та у щодо які");
  }

  /// Further small words that only one of the languages that are read has, for texts too short to hold three of the commonest.
  private static final Map<String, Set<String>> FURTHER = Map.of(
      "nb",
      Set.of("bak", "står", "sto", "ifølge", "ingen", "noen", "ble", "blitt", "være", "sitt", "sine", "hvem", "ikke"),
      "de",
      Set.of("hinter", "gegen", "laut", "sei", "habe", "haben", "wegen", "über", "nach", "einen", "einer", "steckt"),
      "fr", Set.of("contre", "selon", "toute", "tous", "dont", "après", "dans", "derrière", "être", "aucune", "est"),
      "es", Set.of("contra", "tras", "según", "sobre", "desde", "hasta", "detrás", "está", "fue", "atribuyó"),
      "en", Set.of("the", "behind", "said", "says", "against", "their", "been", "was", "its"));
  private static final int A_SENTENCE = 60; // words

  private Languages() {
  }

  private static void words(String language, String words) {
    Set<String> set = Set.copyOf(List.of(words.split(" ", -1)));
    SMALL_WORDS.put(language, set);
    for (String word : set) {
      BY_WORD.computeIfAbsent(word, _ -> new java.util.ArrayList<>()).add(language);
    }
  }

  /// The language of a text that declares none.
  ///
  /// @return BCP 47 primary tag, or `und`
  static String of(String text) {
    return of(text, "und");
  }

  /// The language of a text. What it declares counts where its words do not tell otherwise: few of them, or nearly as many of the
  /// declared language as of another.
  ///
  /// @param declared BCP 47 primary tag, or `und`
  /// @return BCP 47 primary tag, or `und`
  static String of(String text, String declared) {
    String looked = text.substring(0, Math.min(text.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Integer> single = new HashMap<>();
    Map<String, Set<String>> met = new HashMap<>();
    int words = 0;
    int at = 0;
    int letters = 0;
    Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
    while (at < looked.length()) {
      int end = at;
      while (end < looked.length() && Character.isLetter(looked.charAt(end))) {
        end++;
      }
      if (end > at) {
        words++;
        letters += end - at;
        scripts.merge(Character.UnicodeScript.of(looked.charAt(at)), end - at, Integer::sum);
        String word = looked.substring(at, end);
        for (String language : BY_WORD.getOrDefault(word, List.of())) {
          (word.length() > 1 ? counts : single).merge(language, 1, Integer::sum);
          met.computeIfAbsent(language, _ -> new HashSet<>()).add(word);
        }
      }
      at = end + 1;
    }
    String script = byScript(scripts, letters, looked);
    if (!script.isEmpty()) {
      return script;
    }
    // Single letters may be numbering: they count no more than the longer words beside them.
    single.forEach(
        (language, times) -> counts.computeIfPresent(language, (_, longer) -> longer + Math.min(longer, times)));
    letters(looked, counts);
    met.forEach((language, different) -> {
      if (!tells(different)) {
        counts.remove(language);
      }
    });
    String best = best(counts, words);
    if (best.equals("und") && declared.equals("und") && words <= A_SENTENCE) {
      return ofASentence(looked);
    }
    return best.equals("und") || counts.getOrDefault(declared, 0) * 4 >= counts.getOrDefault(best, 0) * 3
        ? declared
        : best;
  }

  /// The one language of those that are read of which a sentence has most small words, two different ones at least, one of them no
  /// other's.
  private static String ofASentence(String looked) {
    Set<String> words = new HashSet<>(List.of(looked.split("[^\\p{L}]+", -1)));
    String best = "und";
    long most = 1;
    boolean tied = false;
    for (String language : List.of("en", "nb", "de", "fr", "es")) {
      Set<String> own = FURTHER.getOrDefault(language, Set.of());
      long further = words.stream().filter(own::contains).count();
      long all = words.stream().filter(word -> own.contains(word)
          || word.length() > 1 && SMALL_WORDS.getOrDefault(language, Set.of()).contains(word)).count();
      if (further > 0 && all > most) {
        best = language;
        most = all;
        tied = false;
      } else if (further > 0 && all == most) {
        tied = true;
      }
    }
    return tied ? "und" : best;
  }

  /// One small word again and again is a list, a table or a name, and single letters are numbering: neither tells a language.
  private static boolean tells(Set<String> different) {
    return different.size() >= 3 && different.stream().filter(word -> word.length() > 1).count() >= 2;
  }

  private static String byScript(Map<Character.UnicodeScript, Integer> scripts, int letters, String text) {
    if (letters < 20) {
      return "";
    }
    if (share(scripts, Character.UnicodeScript.HIRAGANA, letters)
        + share(scripts, Character.UnicodeScript.KATAKANA, letters) > 0.1) {
      return "ja";
    }
    if (share(scripts, Character.UnicodeScript.HAN, letters) > 0.4) {
      return "zh";
    }
    if (share(scripts, Character.UnicodeScript.HANGUL, letters) > 0.4) {
      return "ko";
    }
    if (share(scripts, Character.UnicodeScript.ARABIC, letters) > 0.4) {
      return text.indexOf('گ') >= 0 || text.indexOf('پ') >= 0 || text.indexOf('چ') >= 0 ? "fa" : "ar";
    }
    if (share(scripts, Character.UnicodeScript.HEBREW, letters) > 0.4) {
      return "he";
    }
    return share(scripts, Character.UnicodeScript.GREEK, letters) > 0.4 ? "el" : "";
  }

  private static double share(Map<Character.UnicodeScript, Integer> scripts, Character.UnicodeScript script,
      int letters) {
    return (double) scripts.getOrDefault(script, 0) / letters;
  }

  /// Letters that only one of two near languages has.
  private static void letters(String text, Map<String, Integer> counts) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case 'і', 'ї', 'є', 'ґ' -> counts.merge("uk", 1, Integer::sum);
        case 'ы', 'э', 'ъ', 'ё' -> counts.merge("ru", 1, Integer::sum);
        case 'ä', 'ö' -> counts.merge("sv", 1, Integer::sum);
        case 'ß', 'ü' -> counts.merge("de", 1, Integer::sum);
        case 'ř', 'ů', 'ě' -> counts.merge("cs", 1, Integer::sum);
        case 'ł', 'ą', 'ę', 'ż' -> counts.merge("pl", 1, Integer::sum);
        case 'ñ', '¿' -> counts.merge("es", 1, Integer::sum);
        case 'ã', 'õ' -> counts.merge("pt", 1, Integer::sum);
        default -> {
          // common to several
        }
      }
    }
  }

  private static String best(Map<String, Integer> counts, int words) {
    String best = "und";
    int most = 0;
    for (String language : SMALL_WORDS.keySet()) {
      int count = counts.getOrDefault(language, 0);
      if (count > most) {
        most = count;
        best = language;
      }
    }
    return most >= 3 && most * 20 >= words ? best : "und";
  }
}
