package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// In which language a body's name is, told by its words: adjectives of states, and words for offices. Immutable.
final class NameLanguage {
  /// The languages in the order they are told; `short` for acronyms, `other` where no word tells.
  static final List<String> ALL = List.of("en", "nb", "de", "fr", "es", "short", "other");

  private static final Pattern ACRONYM =
      Pattern.compile("[\\p{Lu}\\d][\\p{L}\\d&-]*\\p{Lu}[\\p{L}\\d]*|\\p{Lu}{2,}[\\p{L}\\d]*");
  private static final Pattern ENGLISH =
      Pattern.compile("(?i).*\\b(?:\\p{L}+['’]s|of|the|for|and|on|office|unit|service|services|agency|"
          + "ministry|department|bureau|cent(?:re|er)|intelligence|security|police|government|embassy|court|parliament|army|"
          + "military|secretary|foreign|defen[cs]e|federal|council|committee|commission|cyber|national|house|institute|"
          + "directorate|authority|university|branch|union|administration|board|party|guard|forces?|command|prosecutor)\\b.*");
  /// Words of languages that are not told, and look like one that is: Danish, Swedish, Dutch, Portuguese.
  private static final Pattern NEIGHBOURS =
      Pattern.compile(".*(?:efterretning|udenrigs|rigspoliti|ministeriet$|(?<!\\p{L})"
          + "(?:för|och|voor|van|een) |utrikes|polismyndig|åklagar|försvar|enhed |inlichtingen|veiligheid|segurança).*");
  /// An English genitive or article decides against any other cue.
  private static final Pattern OF = Pattern.compile(".*(?:(?:['’]s|s['’]) |(?<!\\p{L})(?:of|the) ).*");
  private static final Map<String, Pattern> CUES = cues();

  private final Map<String, Pattern> cues = new LinkedHashMap<>();
  private final List<String> english;

  NameLanguage(Collection<Gazetteer.State> states) {
    english = states.stream().flatMap(state -> state.adjectives().getOrDefault("en", List.of()).stream())
        .map(adjective -> adjective + ' ').toList();
    CUES.forEach((language, words) -> {
      Set<String> adjectives = new TreeSet<>();
      states.forEach(state -> state.adjectives().getOrDefault(language, List.of())
          .forEach(form -> adjectives.add(form.toLowerCase(Locale.ROOT))));
      // What is an English word too tells nothing: "china" is Spanish for Chinese, and stands in "Bank of China".
      states.forEach(state -> state.names().getOrDefault("en", List.of())
          .forEach(form -> adjectives.remove(form.toLowerCase(Locale.ROOT))));
      states.forEach(state -> state.adjectives().getOrDefault("en", List.of())
          .forEach(form -> adjectives.remove(form.toLowerCase(Locale.ROOT))));
      List<String> others = new ArrayList<>(CUES.keySet());
      others.remove(language);
      adjectives.removeIf(form -> states.stream().anyMatch(state -> others.stream()
          .anyMatch(other -> state.adjectives().getOrDefault(other, List.of()).contains(form))));
      cues.put(language, Pattern.compile(words.pattern() + "|.*(?<!\\p{L})(?:"
          + adjectives.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?!\\p{L}).*"));
    });
  }

  private static Map<String, Pattern> cues() {
    Map<String, Pattern> cues = new LinkedHashMap<>();
    cues.put("nb", Pattern
        .compile(
            ".*(?:tjenest|tenest|departement(?!s?\\b(?: of| für))|direktorat|regjering|politiets|sikkerhet|tryggleik|"
                + "etterretning|statsminister|kontoret|myndighet|forsvaret|forsvars|stortinget|(?<!\\p{L})(?:og|enhet|norske?) ).*"));
    cues.put("de", Pattern
        .compile(".*(?:ministerium|bundes|geheimdienst|nachrichten|dienst(?:es)?(?!\\p{L})|(?<!\\p{L})amt(?:e?s)?"
            + "(?!\\p{L})|regierung|behörde|sicherheits|einheit|staatsanwalt|botschaft|(?<!\\p{L})(?:der|die|das|für|und) |zentrum |europäisch).*"));
    cues.put("fr", Pattern.compile(
        ".*(?:ministère|(?<!\\p{L})(?:des|du|les|et|aux|le) |d['’](?=\\p{L})|l['’](?=\\p{L})|renseignement|gouvernement|"
            + "sécurité|unité|défense|étrangères|agence |élysée|quai |général|europée|cybercriminalité).*"));
    cues.put("es",
        Pattern.compile(
            ".*(?:ministerio|(?<!\\p{L})(?:del|los|las|y|el) |servicio|inteligencia|gobierno|seguridad|unidad|defensa|"
                + "exteriores|agencia |centro ).*"));
    return cues;
  }

  /// The language of a name.
  String of(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    if (NEIGHBOURS.matcher(low).matches()) {
      return "other";
    }
    for (Map.Entry<String, Pattern> cue : cues.entrySet()) {
      if (cue.getValue().matcher(low).matches() && !OF.matcher(low).matches()) {
        return cue.getKey();
      }
    }
    if (ACRONYM.matcher(name).matches()) {
      return "short";
    }
    return ENGLISH.matcher(name).matches() || english.stream().anyMatch(name::startsWith) ? "en" : "other";
  }
}
