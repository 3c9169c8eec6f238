package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which names of one text denote threat actors there.
///
/// A listed name counts as it stands. One that is also a common word, a place, malware or the brand of some ransomware
/// counts where its surroundings say group ("the X gang", "operators of X", "X claimed"), and then throughout the text. A
/// name that nobody lists counts where the text introduces it as a group ("a hacking group called X"), and then
/// throughout. Names inside addresses and file names count nowhere. Not for several threads.
final class ActorMentions {
  private static final String GROUP =
      "(?:groups?|gangs?|crews?|collectives?|hackers|actors?|adversary|adversaries|APTs?|team|syndicate|cartel|operators?|affiliates|"
          + "members|cybercriminals|hacktivists|intrusion set|cluster)";
  private static final Pattern BEHIND = Pattern.compile("^(?:['’]s?)?[\"”]?\\s+(?:(?:ransomware|hacking|hacker|threat|"
      + "espionage|cyber|cyberespionage|extortion|criminal|cybercrime|cybercriminal|RaaS|APT|activity|intrusion)[ -]){0,3}"
      + GROUP + "\\b.*", Pattern.DOTALL);
  private static final Pattern ACTS =
      Pattern.compile("^[\"”]?,?\\s+(?:has |have |had |also |then |later |recently |is |are )*"
          + "(?:claim(?:ed|s|ing)|said|says|announced|announces|posted|leaked|leaks|threatened|threatens|pledged|demanded|"
          + "apologi[sz]ed|hacked|hacks|targeted|targets|compromised|breached|attacked|stole|steals|infiltrated|"
          + "exploited|hit|defaced|conducted|specializ|operates|believed to)\\b.*", Pattern.DOTALL);
  private static final Pattern IS =
      Pattern.compile("^\\s+(?:is|was|are|were|remains|became)\\s+(?:[\\p{L}-]+\\s+){0,5}" + GROUP + "\\b.*",
          Pattern.DOTALL);
  private static final Pattern BEFORE = Pattern.compile("(?s).*(?:\\b" + GROUP
      + "(?:,? (?:known as|called|named|dubbed|tracked as|behind|of|such as|like|including|is|are|was|were|as))?"
      + "|\\b(?:attributed|linked|tied|belongs|belonging|connected) to|\\bAPT|\\bactivities of|\\bknown as|\\bdubbed|\\btracked as|\\baka|"
      + "\\bcarried out by|\\bconducted by|\\bperpetrated by|\\bby the)\\s+(?:the\\s+)?[\"“'‘(]?$");
  private static final Pattern MALWARE_BEHIND = Pattern.compile(
      "^[\"”]?\\s+(?:ransomware|malware|trojan|backdoor|RAT|loader|payload|samples?|variants?|botnet|stealer|infections?|"
          + "binar(?:y|ies)|DLL|encryptor|implant|dropper|worm|family|families|code)\\b(?!\\s+" + GROUP
          + "\\b|-as-a).*",
      Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile(
      "(?:https?:\\s?/\\s?/|www\\.)\\S+|\\S*[\\w-]\\.(?:com|org|net|io|ru|html?|exe|dll|pdf|php|docx?|xlsx?|png|jpe?g|gov)\\b\\S*|"
          + "\\]\\s?\\([^)\\s]*\\)|\\bWin(?:32|64)\\.\\S*[^)]*");
  private static final String SOMEBODY =
      "(?<name>\\p{Lu}[\\p{L}\\d]*[\\p{L}\\d@.-]*[\\p{L}\\d](?: \\p{Lu}[\\p{L}\\d]+){0,2})";
  private static final List<Pattern> INTRODUCTIONS = List.of(
      Pattern.compile(
          "\\b(?:threat actor|hacking group|hacker group|APT group|threat group|espionage group|cybercrime group|"
              + "cybercriminal group|cyber ?espionage group|ransomware gang|ransomware group|intrusion set|hacktivist group|"
              + "activity cluster|threat cluster|hackers?|actor|gang)(?: group)?,? (?:that \\S+ \\S+ )?"
              + "(?:known as|called|named|dubbed|tracked as|referred to as|identified as|self-identified as|it calls|we call|we track as)"
              + " (?:the )?[\"“'‘]?" + SOMEBODY),
      Pattern.compile(
          "\\b(?:track(?:s|ed|ing)?|call(?:s|ed)?|dub(?:s|bed)?|name(?:s|d)?|refer(?:s|red)? to) (?:the|this|these|that) "
              + "(?:[\\p{Ll}-]+ ){0,2}(?:group|actor|actors|threat actor|adversary|gang|cluster|intrusion set)(?: as| by the name)?"
              + " (?:the )?[\"“'‘]?" + SOMEBODY),
      Pattern.compile(
          "\\b(?:threat actors?|hacking group|hacker group|APT group|threat group|espionage group|cybercrime group|"
              + "ransomware gang|ransomware group|hacktivist group)[ ,]{1,2}[\"“'‘]?" + SOMEBODY),
      Pattern.compile(
          "\\b" + SOMEBODY + " (?:(?:hacking|hacker|threat|espionage|cybercrime|ransomware|APT|hacktivist)[ -])+"
              + "(?:group|gang|crew|actor|collective)\\b"));
  private static final Set<String> NO_NAMES =
      Set.of("the", "a", "an", "this", "these", "it", "in", "as", "we", "and", "our",
          "apt", "their", "its", "some", "new", "one", "another", "all", "any", "other", "that", "many", "most", "such",
          "advanced");

  private final String text;
  private final List<NameMatch> found;
  private final NameDecisions decisions;
  private final boolean[] address;
  private final Set<String> meant = new HashSet<>();

  ActorMentions(String text, List<NameMatch> found, NameDecisions decisions) {
    this.text = text;
    this.decisions = decisions;
    this.found = found;
    this.address = new boolean[text.length()];
    Matcher matcher = ADDRESS.matcher(text);
    while (matcher.find()) {
      java.util.Arrays.fill(address, matcher.start(), matcher.end(), true);
    }
  }

  List<NameMatch> list() {
    List<NameMatch> actors = new ArrayList<>();
    List<NameMatch> known = found.stream().filter(match -> match.as(Name.Sort.ACTOR).isPresent())
        .filter(match -> !address[match.start()]).toList();
    known.stream().filter(match -> !doubtful(match) || introduced(match)).forEach(match -> meant.add(key(match)));
    for (NameMatch match : known) {
      if (meant.contains(key(match)) && !(shared(match) && malware(match))) {
        actors.add(match);
      }
    }
    actors.addAll(unlisted());
    actors.sort(Comparator.comparingInt(NameMatch::start));
    return actors;
  }

  private String key(NameMatch match) {
    return match.as(Name.Sort.ACTOR).orElseThrow().id();
  }

  private static boolean doubtful(NameMatch match) {
    return match.weak() || shared(match) || match.names().stream().anyMatch(name -> switch (name.sort()) {
      case STATE, ADJECTIVE, PEOPLE, OUTLET, ORGANISATION, OPERATION -> true;
      case BODY, ACTOR, MALWARE -> false;
    });
  }

  /// Whether malware goes by the name too, or the actor is known for ransomware named like it.
  private static boolean shared(NameMatch match) {
    return match.as(Name.Sort.MALWARE).isPresent();
  }

  private boolean introduced(NameMatch match) {
    String after = text.substring(match.end(), Math.min(text.length(), match.end() + 60));
    String before = text.substring(Math.max(0, match.start() - 60), match.start());
    String last = text.substring(match.start(), match.end());
    return BEHIND.matcher(after).matches() || BEFORE.matcher(before).matches() && !malware(match)
        || IS.matcher(after).matches() || ACTS.matcher(after).matches() && !match.weak()
        || last.matches(".*\\s" + GROUP);
  }

  private boolean malware(NameMatch match) {
    return MALWARE_BEHIND.matcher(text.substring(match.end(), Math.min(text.length(), match.end() + 60))).matches();
  }

  private List<NameMatch> unlisted() {
    Set<String> names = new HashSet<>();
    for (Pattern pattern : INTRODUCTIONS) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        String name = matcher.group("name");
        int start = matcher.start("name");
        boolean taken = address[start] || found.stream()
            .anyMatch(match -> match.start() < start + name.length() && start < match.end());
        if (!taken && !NO_NAMES.contains(name.split(" ")[0].toLowerCase(Locale.ROOT)) && name.length() > 2
            && distinctive(name)) {
          names.add(name);
        }
      }
    }
    List<NameMatch> actors = new ArrayList<>();
    for (String name : names) {
      Matcher matcher = Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])").matcher(text);
      while (matcher.find()) {
        int start = matcher.start();
        int end = matcher.end();
        boolean inside = names.stream().anyMatch(other -> other.length() > name.length() && other.contains(name)
            && text.regionMatches(Math.max(0, start - other.indexOf(name)), other, 0, other.length()));
        boolean taken = found.stream().anyMatch(match -> match.start() < end && start < match.end());
        if (!address[start] && !inside && !taken && !decisions.reject(name, LookAlikes.sentence(text, start, end))) {
          actors.add(new NameMatch(start, end,
              List.of(new Name("text:" + name, name, Name.Sort.ACTOR, Optional.empty(), "unknown")), name, false));
        }
      }
    }
    return actors;
  }

  /// An ordinary word with a capital is no name on its own, unless it has the shape of one (`GoldHat`, `UAC-0099`, `KILLNET`).
  private static boolean distinctive(String name) {
    return name.indexOf(' ') > 0 || name.chars().filter(Character::isUpperCase).count() > 1
        || name.chars().anyMatch(Character::isDigit) || name.length() > 5;
  }
}
