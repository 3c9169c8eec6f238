package org.tingbok.reading.assembly;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.WordList;

/// What a text is about, and in which language: whether there is anything to read in it.
final class Subject {
  private static final WordList CYBER = WordList.of("cyber");
  private static final WordList ACCUSATION = WordList.of("accusation");
  /// The same in the other languages that are read.
  private static final Pattern CYBER_ELSEWHERE =
      Pattern.compile("cyber|hack|malware|ransom|phish|server|ddos|botnet|online|digital|"
          + "software|computer|datainnbrudd|dataangrep|innbrudd|datasystem|tjenestenekt|spionasje|skadevare|løsepenge|sårbarhet|etterretning|"
          + "nettverk|nettside|angrep|angriff|spionage|einbruch|eindring|schadsoftware|erpress|schwachstelle|sicherheitslücke|geheimdienst|"
          + "nachrichtendienst|netzwerk|sabotage|informatique|rançon|hameçon|pirat|attaqu|intrus|logiciel|renseignement|faille|réseau|"
          + "données|espion|vulnérab|ataque|vulnerab|secuestro de datos|programa maligno|inteligencia|atacant|sabotaje|datos|red inform|"
          + "informátic|troyano", Pattern.CASE_INSENSITIVE);
  private static final Pattern ACCUSATION_ELSEWHERE =
      Pattern.compile("attribu|skyld|ansvar|\\bbak\\b|anklag|beskyld|tilskriv|avvis|nekt|fordøm|sanksjon|mistenk|"
          + "knytte|sikte[tr]|pågr|pågrep|hinter|verantwort|zurückgew|zuzuordn|zugeordnet|zugeschr|beschuld|vorw|bestreit|bestritt|verdacht|"
          + "verdächt|vermut|verurteil|sanktion|festgenommen|einbestell|imput|soupçon|accus|derrière|dément|démenti|nié|rejet|condamn|revendiqu|"
          + "arrêt|sanction|convoqu|atribu|culp|responsa|señal|vincul|acus|detrás|desmi|desment|sospech|neg[óa]|niega|rechaz|detuv|deten|"
          + "sanci|convoc|reivindic|condena|linked|behind|aka\\b|kjent som|bekannt als|connu|conocid",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> LANGUAGES = Set.of("en", "nb", "de", "fr", "es");

  /// Code units within which a text has hardly room for two words of the field: an item of a feed, a sentence that was pasted.
  private static final int SHORT = 400;

  private Subject() {}

  /// The language that a text is read as.
  static Optional<String> language(String tag) {
    String read = switch (tag) {
      case "no", "nn", "da" -> "nb";
      case "und" -> "en";
      default -> tag;
    };
    return LANGUAGES.contains(read) ? Optional.of(read) : Optional.empty();
  }

  /// Whether a text is about operations in cyberspace at all: two words of the field, a name of the field counting as one;
  /// of a sentence or two, one.
  static boolean cyber(String view, List<NameMatch> found, String language) {
    long named = found.stream().filter(match -> match.as(Name.Sort.ACTOR).isPresent() && !match.weak()
        || match.as(Name.Sort.OPERATION).isPresent() || match.as(Name.Sort.MALWARE).isPresent()).limit(2).count();
    int enough = view.strip().length() < SHORT ? 1 : 2;
    if (!language.equals("en")) {
      return named + CYBER_ELSEWHERE.matcher(view).results().limit(2).count() >= enough
          && (named > 0 || ACCUSATION_ELSEWHERE.matcher(view).find());
    }
    String low = view.toLowerCase(Locale.ROOT);
    return named + CYBER.count(low, 2) >= enough && (named > 0 || ACCUSATION.within(low)) || DeedSentence.in(view);
  }

  /// The spellings of the threat actors that a text names beyond doubt.
  static Set<String> actors(List<NameMatch> matches) {
    Set<String> actors = new HashSet<>();
    matches.stream().filter(match -> match.as(Name.Sort.ACTOR).isPresent() && !match.weak())
        .forEach(match -> actors.add(match.spelling()));
    return actors;
  }
}
