package org.tingbok.reading.knowledge;

import org.tingbok.claim.NameDecision;
import org.tingbok.vocabulary.NameMeaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of threat actors that are also something else, and the surroundings that decide which is meant.
///
/// A noun for a group beside the name, or a deed of the kind that only a group does, speaks for the actor; a noun for
/// malware, or a word of the other thing's world (prices for a metal, a film for a title), against it. What is decided in one place
/// of a text holds for the places of the same name there that decide nothing. Immutable, safe to share.
final class LookAlikes {
  private static final String GROUP = "(?:groups?|gangs?|crews?|collectives?|hackers|actors?|adversar(?:y|ies)|APTs?|"
      + "syndicate|cartel|operators?|affiliates|cybercriminals|hacktivists|intrusion set|cluster|gruppen?|groupe|grupo|Gruppe|Bande)";
  private static final Pattern GROUP_BEHIND =
      Pattern.compile(
          "^(?:['’]s?)?[\"”»]?(?:, (?:the|a|an|en|eine|un|une|una))?\\s+(?:(?:ransomware|hacking|hacker|threat|"
              + "espionage|cyber|cyberespionage|extortion|criminal|cybercrime|cybercriminal|RaaS|APT|activity|intrusion|state-sponsored)[ -]){0,3}"
              + GROUP + "\\b.*",
          Pattern.DOTALL);
  private static final Pattern GROUP_BEFORE = Pattern.compile("(?s).*\\b" + GROUP
      + "(?:,? (?:known as|called|named|dubbed|tracked as|it calls|of|behind|kalt|genannt|appelé|llamado))?,? (?:the )?[\"“«(]?$");
  private static final Pattern DEED = Pattern.compile("^[\"”]?,?\\s+(?:has |have |had |also |then |later |recently )*"
      + "(?:claim(?:ed|s)|leaked|leaks|targeted|targets|compromised|breached|attacked|attacks|stole|steals|infiltrated|"
      + "exploited|defaced|extorted|spied|hacked|hacks|dumped|published|publishes|posted|posts|auctioned|boasted|bragged|"
      + "threatened|threatens|listed|lists|demanded|demands|apologi[sz]ed|announced)\\b.*", Pattern.DOTALL);
  private static final Pattern ACCUSED = Pattern
      .compile("(?s).*\\b(?:attributed(?: \\w+){0,3} to|the work of|carried out by|attacked by|hacked by|breached by|"
          + "track(?:s|ed) (?:it|them|the \\w+|\\p{Lu}\\w+) as|calls? (?:it|them|the \\w+)|responsibility of)\\s+[\"“«]?$");
  private static final String MALWARE =
      "(?:malware|trojan|backdoor|RAT|loader|payloads?|samples?|variants?|botnet|stealer|infections?|"
          + "binar(?:y|ies)|DLL|encryptor|implants?|dropper|worm|rootkit|framework|spyware|toolset|toolkit|source code)";
  private static final Pattern MALWARE_BEHIND =
      Pattern.compile("^[\"”]?\\s+(?:ransomware\\s+)?" + MALWARE + "\\b(?!\\s+" + GROUP + "\\b|-as-a).*",
          Pattern.DOTALL);
  private static final Pattern RANSOMWARE_BEHIND =
      Pattern.compile("^[\"”]?\\s+ransomware\\b(?!\\s+(?:as a |attack )?" + GROUP + "\\b|[ -]as-a).*", Pattern.DOTALL);
  private static final Pattern MALWARE_BEFORE = Pattern.compile("(?s).*\\b(?:" + MALWARE
      + "|tools|ransomware)(?:,? (?:known as|called|named|dubbed|such as|like|including))?,? (?:the )?[\"“«]?$");
  private static final Pattern LISTED =
      Pattern.compile("[\"”*]?(?:,\\s+(?:(?:and|og|und|et|y|e|or)\\s+)?|\\s+(?:and|og|und|et|y|e|or)\\s+)[\"“*]?");
  private static final int REACH = 160;

  private final Map<String, Row> rows = new HashMap<>();

  /// What a place says of its name.
  private enum Verdict {
    ACTOR, OTHER, NOTHING
  }

  private record Row(Set<String> also, boolean never, boolean actor, Optional<Pattern> forIt,
      Optional<Pattern> against) {
  }

  LookAlikes() {
    Table table = Table.read("look-alikes.tsv");
    for (int row = 0; row < table.size(); row++) {
      rows.put(ActorName.folded(table.cell(row, "name")), new Row(Set.copyOf(table.list(row, "also")),
          table.cell(row, "otherwise").equals("never"),
          table.cell(row, "otherwise").equals("actor"), any(table.list(row, "actor")),
          any(table.list(row, "other")).map(cues -> Pattern.compile(cues.pattern(), Pattern.CASE_INSENSITIVE))));
    }
  }

  private static Optional<Pattern> any(List<String> cues) {
    return cues.isEmpty() ? Optional.empty()
        : Optional.of(Pattern.compile("(?<![\\p{L}\\d])(?:" + String.join("|", cues) + ")(?![\\p{L}\\d])"));
  }

  /// Whether a name is no actor's, wherever it stands.
  boolean never(String name) {
    Row row = rows.get(ActorName.folded(name));
    return row != null && row.never();
  }

  /// What else a name is.
  Optional<LookAlike> of(String name) {
    return Optional.ofNullable(rows.get(ActorName.folded(name)))
        .map(row -> new LookAlike(row.also(), row.never(), row.actor()));
  }

  /// Takes away the actor where something else is meant, and the doubt where the actor is.
  List<NameMatch> decide(String text, List<NameMatch> found, NameDecisions decisions) {
    Map<NameMatch, Verdict> verdicts = new HashMap<>();
    Set<String> actors = new HashSet<>();
    for (NameMatch match : found) {
      if (match.as(Name.Sort.ACTOR).isPresent()) {
        String key = ActorName.folded(match.spelling());
        Optional<Row> row = row(match, key);
        Optional<NameDecision> decision =
            decisions.isEmpty() ? Optional.empty() : decisions.on(match.spelling(), sentence(text, match));
        if (decision.isPresent()) {
          verdicts.put(match,
              decision.get().means() == NameMeaning.ACTOR ? Verdict.ACTOR : Verdict.OTHER);
        } else if (row.isPresent()) {
          Verdict verdict = verdict(text, match, row.get());
          if (verdict == Verdict.NOTHING && listed(text, match, found, verdicts)) {
            verdict = Verdict.ACTOR;
          }
          verdicts.put(match, verdict);
          if (verdict == Verdict.ACTOR) {
            actors.add(id(match));
          }
        } else if (!match.weak()) {
          actors.add(id(match));
        }
      }
    }
    if (verdicts.isEmpty()) {
      return found;
    }
    List<NameMatch> decided = new ArrayList<>(found.size());
    for (NameMatch match : found) {
      Verdict verdict = verdicts.get(match);
      if (verdict == null) {
        decided.add(match);
        continue;
      }
      switch (verdict) {
        case ACTOR -> decided.add(actor(match));
        case OTHER -> other(match).ifPresent(decided::add);
        case NOTHING -> {
          if (actors.contains(id(match))) {
            decided.add(actor(match));
          } else if (row(match, ActorName.folded(match.spelling())).orElseThrow().actor()) {
            decided.add(rows.containsKey(ActorName.folded(match.spelling())) ? certain(match) : match);
          } else {
            decided.add(other(match).orElse(new NameMatch(match.start(), match.end(), match.names(), match.spelling(),
                true)));
          }
        }
      }
    }
    return decided;
  }

  /// The row of a name; for a name shared with malware that the table has not, one that only malware decides.
  private Optional<Row> row(NameMatch match, String key) {
    Row row = rows.get(key);
    if (row != null) {
      return Optional.of(row);
    }
    return match.as(Name.Sort.MALWARE).isPresent() ? Optional.of(new Row(Set.of("malware"), false, !match.weak(),
        Optional.empty(), Optional.empty())) : Optional.empty();
  }

  /// Whether the name stands in a list next to one that is surely an actor's: "Conti, Hive and BlackCat".
  private static boolean listed(String text, NameMatch match, List<NameMatch> found,
      Map<NameMatch, Verdict> verdicts) {
    return found.stream().anyMatch(other -> other.as(Name.Sort.ACTOR).isPresent() && !other.weak()
        && verdicts.getOrDefault(other, Verdict.ACTOR) == Verdict.ACTOR
        && (other.end() <= match.start() && match.start() - other.end() < 12
            && LISTED.matcher(text.substring(other.end(), match.start())).matches()
            || match.end() <= other.start() && other.start() - match.end() < 12
                && LISTED.matcher(text.substring(match.end(), other.start())).matches()));
  }

  private static Verdict verdict(String text, NameMatch match, Row row) {
    if (row.never()) {
      return Verdict.OTHER;
    }
    String sentence = sentence(text, match);
    String before = text.substring(Math.max(0, match.start() - 60), match.start());
    String after = text.substring(match.end(), Math.min(text.length(), match.end() + 80));
    if (GROUP_BEHIND.matcher(after).matches() || GROUP_BEFORE.matcher(before).matches()) {
      return Verdict.ACTOR;
    }
    if (row.also().contains("malware") && (MALWARE_BEHIND.matcher(after).matches()
        || MALWARE_BEFORE.matcher(before).matches() || !row.actor() && RANSOMWARE_BEHIND.matcher(after).matches())) {
      return Verdict.OTHER;
    }
    boolean against = row.against().filter(cues -> cues.matcher(beside(before, after)).find()).isPresent();
    if (!against && (row.forIt().filter(cues -> cues.matcher(sentence).find()).isPresent()
        || DEED.matcher(after).matches()
        || !row.also().contains("place") && ACCUSED.matcher(before).matches())) {
      return Verdict.ACTOR;
    }
    return against || row.against().filter(cues -> cues.matcher(sentence).find()).isPresent() ? Verdict.OTHER
        : Verdict.NOTHING;
  }

  private static String sentence(String text, NameMatch match) {
    return sentence(text, match.start(), match.end());
  }

  /// The sentence around a place, as far as it reaches to either side.
  static String sentence(String text, int start, int end) {
    return text.substring(from(text, start), to(text, end));
  }

  /// The two words before and after the name, the name left out.
  private static String beside(String before, String after) {
    String[] words = before.strip().split("\\s+");
    String[] next = after.strip().split("\\s+");
    return (words.length > 1 ? words[words.length - 2] + ' ' : "") + words[words.length - 1] + " \u0000 " + next[0]
        + (next.length > 1 ? ' ' + next[1] : "");
  }

  private static int from(String text, int start) {
    for (int i = start - 1; i > Math.max(0, start - REACH); i--) {
      if (ends(text, i)) {
        return i + 1;
      }
    }
    return Math.max(0, start - REACH);
  }

  private static int to(String text, int end) {
    for (int i = end; i < Math.min(text.length(), end + REACH); i++) {
      if (ends(text, i)) {
        return i;
      }
    }
    return Math.min(text.length(), end + REACH);
  }

  private static boolean ends(String text, int i) {
    char c = text.charAt(i);
    return (c == '.' || c == '!' || c == '?') && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)))
        || c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
  }

  private static String id(NameMatch match) {
    return match.as(Name.Sort.ACTOR).orElseThrow().id();
  }

  private static NameMatch certain(NameMatch match) {
    return new NameMatch(match.start(), match.end(), match.names(), match.spelling(), false);
  }

  private static NameMatch actor(NameMatch match) {
    return new NameMatch(match.start(), match.end(), match.names().stream()
        .filter(name -> name.sort() == Name.Sort.ACTOR || name.sort() == Name.Sort.MALWARE).toList(), match.spelling(),
        false);
  }

  private static Optional<NameMatch> other(NameMatch match) {
    List<Name> names = match.names().stream().filter(name -> name.sort() != Name.Sort.ACTOR).toList();
    return names.isEmpty() ? Optional.empty()
        : Optional.of(new NameMatch(match.start(), match.end(), names, match.spelling(), false));
  }
}
