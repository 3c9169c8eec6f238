package org.tingbok.analysis;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.PartialDate;

/// What accounts of operations are compared by; accounts that are alike in all of it are one node.
///
/// @param accounts one or more
/// @param documents the documents that they are of
/// @param named keys of victims that are bodies, companies or persons
/// @param vague keys of victims that are whole states, or described and not named
/// @param names keys of the names of operation or malware
/// @param words the words of the label that tell it from others
/// @param countries countries hit
/// @param period when it happened
/// @param knownBy last day since 1970 on which it can have begun, as a report was out by then; [Long#MAX_VALUE] if
///     nothing tells
/// @param said what is said of it and of nothing else in its document, with who and when
/// @param labels the labels, each with the story that it stands in
record AccountNode(List<IncidentAccount> accounts, Set<DocumentId> documents, Set<String> named, Set<String> vague,
    Set<String> names, Set<String> words, Set<String> countries, Days period, long knownBy, Set<String> said,
    Set<String> labels) {
  /// Words of labels that nearly every label has, in the languages that are read.
  private static final Set<String> COMMON = Set.copyOf(List.of("""
      a an and at by for from in into it its of on or over same since that the they this through to under until with against after before
      access account accounts affair assault attack attacks breach breaches break campaign campaigns case compromise cyber cyberattack
      cyberattacks cybersecurity data email emails espionage hack hacking hackers heist incident incidents infrastructure
      intrusion intrusions leak malware network networks operation operations outage phishing ransomware sabotage
      server servers systems theft website websites mail mails e wiper worm
      angrep angrepet av datainnbrudd datainnbruddet det den en et hendelse hendelsen i innbrudd innbruddet mot og pa
      til nettverk nettverket operasjon operasjonen operasjoner kampanje kampanjen dataangrep dataangrepet
      auf angriff angriffe bei cyberangriff cyberangriffe das dem den der des die ein eindringen gegen im in kampagne
      netz netzwerk und vom von zum zur
      au aux cyberattaque cyberattaques attaque attaques contre dans de des du en et intrusion la le les piratage
      """.strip().split("\\s+", -1)));

  private static final Pattern LEGAL_FORM = Pattern.compile(
      " (ag|as|asa|ab|aps|oy|inc|ltd|llc|plc|corp|corporation|company|co|gmbh|se|sa|spa|nv|bv)$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern DROPPED = Pattern.compile("['’]s\\b|[.&]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// Words that names of many bodies begin with.
  private static final Set<String> SHARED = Set.of("agency", "bank", "british", "city", "county", "department", "dutch",
      "embassy", "federal", "french", "german", "government", "ministry", "municipality", "national", "norwegian",
      "office", "parliament", "royal", "russian", "state", "ukrainian", "university", "us", "uk");

  AccountNode {
    accounts = List.copyOf(accounts);
  }

  /// What is known of an account beside what it tells itself.
  ///
  /// @param published when its document was published
  /// @param story the story that its document tells
  /// @param said what is said of it and of nothing else in its document, with who and when
  record Surroundings(PartialDate published, DocumentId story, Set<String> said) {
  }

  static AccountNode of(IncidentAccount account, Surroundings around) {
    Set<String> named = new TreeSet<>();
    Set<String> vague = new TreeSet<>();
    for (Party victim : account.victims()) {
      boolean whole = victim.kind() == PartyKind.STATE || victim.kind() == PartyKind.DESCRIBED;
      (whole ? vague : named).add(victimKey(victim.name()));
    }
    named.remove("");
    vague.remove("");
    Set<String> names = new TreeSet<>();
    account.names().forEach(name -> names.add(operationKey(name)));
    Set<String> words = tellingWords(account.label());
    long knownBy = around.published().last().map(last -> last.toEpochDay() + 3).orElse(Long.MAX_VALUE);
    String label = String.join(" ", tokens(account.label()));
    return new AccountNode(List.of(account), Set.of(account.document()), named, vague, names, words,
        account.countries(), Days.of(account.period()), knownBy,
        around.said(), label.isEmpty() ? Set.of() : Set.of(around.story() + " " + label));
  }

  private static List<String> tokens(String text) {
    String plain = DROPPED.matcher(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll(""))
        .replaceAll("").toLowerCase(Locale.ROOT).replace('ø', 'o');
    List<String> tokens = new ArrayList<>(Arrays.asList(BETWEEN_WORDS.split(plain, -1)));
    tokens.removeIf(String::isEmpty);
    if (tokens.size() > 1) {
      tokens.removeIf(token -> token.equals("the"));
    }
    return tokens;
  }

  /// Two nodes of one kind are one.
  AccountNode with(AccountNode other) {
    List<IncidentAccount> all = new ArrayList<>(accounts);
    all.addAll(other.accounts);
    return new AccountNode(all, both(documents, other.documents), named, vague, names, both(words, other.words),
        countries, period,
        Math.min(knownBy, other.knownBy), both(said, other.said), both(labels, other.labels));
  }

  private static <T extends Comparable<T>> Set<T> both(Set<T> a, Set<T> b) {
    Set<T> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }

  /// What nodes must agree in to be one without further question; empty if too little is told of this one.
  ///
  /// Accounts of one document are one only if they name the same victim and the same stated time.
  String signature() {
    boolean telling = !named.isEmpty() && period.stated();
    String own = telling ? "" : " " + accounts.getFirst().id();
    return named + "|" + vague + "|" + names + "|" + countries + "|" + period.iso() + own;
  }

  /// The keys under which nodes worth comparing meet.
  Set<String> meetingPoints() {
    Set<String> keys = new TreeSet<>();
    named.forEach(victim -> keys.add("victim " + beginning(victim)));
    vague.forEach(victim -> keys.add("vague " + victim));
    names.forEach(name -> keys.add("name " + name));
    said.forEach(what -> keys.add("said " + what));
    labels.forEach(label -> keys.add("story " + label));
    if (words.size() > 1) {
      keys.add("label " + words);
      List<String> longest = new ArrayList<>(words);
      longest.sort(java.util.Comparator.comparingInt((String word) -> -word.length()));
      longest.stream().limit(3).forEach(word -> keys.add("word " + word));
    }
    return keys;
  }

  /// The first word of a name, or enough of them where many names begin alike.
  private static String beginning(String name) {
    List<String> words = List.of(name.split(" ", -1));
    return String.join(" ", words.subList(0, Math.min(words.size(), SHARED.contains(words.getFirst()) ? 4 : 1)));
  }

  /// Whether two nodes cannot be one operation: they are of one document, of times that exclude each other, or of other
  /// victims without a name in common.
  boolean excludes(AccountNode other) {
    return time(other) < 0 || !Collections.disjoint(documents, other.documents) || (otherVictims(other)
        && Collections.disjoint(names, other.names));
  }

  private boolean otherVictims(AccountNode other) {
    return !named.isEmpty() && !other.named.isEmpty() && victim(other) == 0;
  }

  /// How strongly two nodes that do not exclude each other look like one operation, 0 to 1.
  double likeness(AccountNode other) {
    boolean sharedName = !Collections.disjoint(names, other.names);
    double victim = victim(other);
    double unlike = 1 - victim;
    unlike *= sharedName ? otherVictims(other) ? 0.35 : 0.2 : 1;
    unlike *= 1 - vagueVictim(other);
    unlike *= 1 - label(other);
    unlike *= Collections.disjoint(said, other.said) ? 1 : 0.4;
    unlike *= Collections.disjoint(labels, other.labels) ? 1 : 0.2;
    boolean abroad = !countries.isEmpty() && !other.countries.isEmpty()
        && Collections.disjoint(countries, other.countries);
    boolean otherName = !names.isEmpty() && !other.names.isEmpty() && !sharedName;
    boolean wholeAndPart = named.isEmpty() != other.named.isEmpty() && !sharedName && victim == 0;
    return (1 - unlike) * time(other) * (abroad ? sharedName ? 0.75 : 0.4 : 1) * (otherName ? 0.6 : 1)
        * (wholeAndPart ? 0.5 : 1);
  }

  /// How well the periods go together; below 0 if they exclude each other.
  private double time(AccountNode other) {
    if (period.stated() && other.period.stated()) {
      long gap = period.gap(other.period);
      if (gap > 0) {
        if (gap < 366 && !Collections.disjoint(names, other.names) && victim(other) > 0) {
          return 0.55;
        }
        boolean coarse = period.year() || other.period.year();
        return gap > (coarse ? 31 : 100) ? -1 : coarse ? 0.55 : 0.9 - 0.4 * gap / 100;
      }
      return extents(other);
    }
    if (period.from() > other.knownBy || other.period.from() > knownBy) {
      return -1;
    }
    return period.stated() || other.period.stated() ? 0.85 : 0.8;
  }

  /// Overlapping periods: a campaign of years and a deed of days within it are hardly one operation.
  private double extents(AccountNode other) {
    if (period.year() || other.period.year()) {
      return 0.95;
    }
    long longer = Math.max(period.count(), other.period.count());
    long shorter = Math.min(period.count(), other.period.count());
    return longer > 150 && longer > 5 * shorter ? 0.6 : 1;
  }

  private double victim(AccountNode other) {
    double best = 0;
    for (String mine : named) {
      for (String theirs : other.named) {
        best = Math.max(best, sameVictim(mine, theirs));
      }
    }
    return best;
  }

  private static double sameVictim(String a, String b) {
    if (a.equals(b)) {
      return 0.8;
    }
    String shorter = a.length() < b.length() ? a : b;
    String longer = a.length() < b.length() ? b : a;
    boolean begins = longer.startsWith(shorter) && longer.charAt(shorter.length()) == ' ';
    return begins && shorter.length() > 3 ? 0.6 : 0;
  }

  /// Whether a label has words that tell it from others.
  static boolean telling(String label) {
    return !tellingWords(label).isEmpty();
  }

  private static Set<String> tellingWords(String label) {
    Set<String> words = new TreeSet<>(tokens(label));
    words.removeIf(word -> COMMON.contains(word) || word.length() < 2 || Character.isDigit(word.charAt(0)));
    return words;
  }

  /// What an operation's name is told apart by: `WhisperGate attack` is WhisperGate.
  private static String operationKey(String name) {
    List<String> words = tokens(name);
    List<String> telling = words.stream().filter(word -> !COMMON.contains(word)).toList();
    return String.join("", telling.isEmpty() ? words : telling);
  }

  /// What a victim is told apart by: its name without signs and legal form.
  static String victimKey(String name) {
    return LEGAL_FORM.matcher(String.join(" ", tokens(name))).replaceFirst("");
  }

  private double vagueVictim(AccountNode other) {
    if (Collections.disjoint(vague, other.vague)) {
      return 0;
    }
    boolean sharp = period.stated() && other.period.stated() && (alikeInTime(other)
        || (period.count() < 63 && other.period.count() < 63 && period.gap(other.period) < 15));
    return sharp ? 0.55 : 0.35;
  }

  /// Whether two extents of time, told by more than a year, are nearly the same.
  private boolean alikeInTime(AccountNode other) {
    return !period.year() && !other.period.year() && period.common(other.period) >= 0.6;
  }

  private double label(AccountNode other) {
    int fewer = Math.min(words.size(), other.words.size());
    if (fewer < 2) {
      return 0;
    }
    if (words.equals(other.words)) {
      return 0.7;
    }
    long shared = words.stream().filter(other.words::contains).count();
    return shared < 2 ? 0 : 0.5 * shared / fewer;
  }

  /// Whether its time is told by a year at best, so that several operations may fit it.
  boolean timeless() {
    return !period.stated() || period.year();
  }

  /// A period in days since 1970.
  ///
  /// @param stated whether it is told at all
  /// @param from first day; [Long#MIN_VALUE] if not stated
  /// @param to last day; [Long#MIN_VALUE] if not stated
  /// @param year whether it is a calendar year: what a text says that does not tell more, not an extent of time
  /// @param iso the period as written
  record Days(boolean stated, long from, long to, boolean year, String iso) {
    static Days of(PartialDate period) {
      return new Days(period.stated(), period.first().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
          period.last().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE), Periods.year(period), period.iso());
    }

    long count() {
      return to - from + 1;
    }

    /// Days between two stated periods, 0 if they overlap or touch.
    long gap(Days other) {
      return Math.max(0, Math.max(other.from - to, from - other.to) - 1);
    }

    /// How many of the days of either are days of both, 0 to 1.
    double common(Days other) {
      double both = Math.max(0, Math.min(to, other.to) - Math.max(from, other.from) + 1);
      return both / (count() + other.count() - both);
    }
  }
}
