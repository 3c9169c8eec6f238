package org.tingbok.exchange.score;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Names as the scorer compares them.
final class GoldNames {
  /// A word boundary as of letters, digits and underscores of any script, marks not counted among them.
  private static final String EDGE =
      "(?:(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_])|(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_]))";
  private static final Pattern NATIONALITY = Pattern.compile(EDGE + "(?:chinese|russian|iranian|north korean|belarusian"
      + "|turkish|pakistani|indian|vietnamese|israeli|american)" + EDGE);
  private static final Pattern SMALL = Pattern.compile(EDGE + "(?:the|a|an|of|group|hackers?|hacking)" + EDGE);
  private static final Pattern POSSESSIVE = Pattern.compile("'s" + EDGE);
  private static final Pattern SIGNS = Pattern.compile("[^a-z0-9а-яії]");
  private static final Pattern BLANKS = Pattern.compile(
      "[\\t-\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+");
  private static final Set<String> GENERIC = Set.of("government", "state", "states", "officials", "official",
      "intelligence", "authorities", "embassy", "ministry", "service", "services", "military", "actors", "actor",
      "spies", "hackers", "hacker", "group", "groups", "agents", "army", "foreign", "company", "firm", "criminals",
      "operators", "hacktivists", "contractors", "agency", "police", "side", "state-sponsored", "state-backed",
      "cyber");

  private GoldNames() {
  }

  /// A name as compared: lower case, without accents, articles, signs; "Chinese hacking group APT31" is APT31.
  static String key(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replace('’', '\'');
    StringBuilder plain = new StringBuilder(lower.length());
    lower.codePoints().filter(ch -> !CombiningMarks.contains(ch)).forEach(plain::appendCodePoint);
    String name = POSSESSIVE.matcher(plain.toString().replace('ø', 'o').replace('đ', 'd')).replaceAll("");
    String less = SMALL.matcher(name).replaceAll(" ");
    String bare = NATIONALITY.matcher(less).replaceAll(" ");
    boolean telling =
        Arrays.stream(BLANKS.split(bare, -1)).anyMatch(word -> !word.isEmpty() && !GENERIC.contains(word));
    String key = SIGNS.matcher(telling ? bare : less).replaceAll("");
    return key.isEmpty() ? SIGNS.matcher(name).replaceAll("") : key;
  }

  /// The keys of a party of the reading: of its name and of its words; a text stands for a party of that name.
  static Set<String> forms(JsonNode party) {
    Set<String> forms = new HashSet<>();
    if (party.isString()) {
      forms.add(key(party.asString()));
    } else {
      forms.add(key(party.path("name").asString("")));
      forms.add(key(party.path("text").asString("")));
      party.path("aliases").forEach(alias -> forms.add(key(alias.asString(""))));
    }
    forms.remove("");
    return forms;
  }

  /// Whether one of the parties bears one of the accepted names.
  static boolean hit(List<String> accepted, List<JsonNode> parties) {
    Set<String> want = new HashSet<>();
    accepted.forEach(name -> want.add(key(name)));
    want.remove("");
    return parties.stream().anyMatch(party -> forms(party).stream().anyMatch(want::contains));
  }
}
