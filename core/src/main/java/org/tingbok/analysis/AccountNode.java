package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.PartialDate;

/// What accounts of operations are compared by; accounts that are alike in all of it are one node.
///
/// @param accounts one or more
/// @param named keys of victims that are bodies, companies or persons
/// @param vague keys of victims that are whole states, or described and not named
/// @param names keys of the names of operation or malware
/// @param words the words of the label that tell it from others
/// @param countries countries hit
/// @param period when it happened
/// @param knownBy last day on which it can have begun, as a report was out by then; [LocalDate#MAX] if nothing tells
/// @param said what is said of it and of nothing else in its document, with who and when
/// @param labels the labels, each with the story that it stands in
record AccountNode(List<IncidentAccount> accounts, Set<String> named, Set<String> vague, Set<String> names,
    Set<String> words, Set<String> countries, PartialDate period, LocalDate knownBy, Set<String> said,
    Set<String> labels) {
  /// Words of labels that nearly every label has, in the languages that are read.
  private static final Set<String> COMMON = Set.copyOf(List.of("""
      a an and at by for from in into its of on or over since the through to under until with against after before
      access account accounts attack attacks breach breaches campaign campaigns case compromise cyber cyberattack
      cyberattacks cybersecurity data email emails espionage hack hacking hackers incident incidents infrastructure
      intrusion intrusions leak malware network networks operation operations outage phishing ransomware sabotage
      server servers systems theft website websites mail mails e
      angrep angrepet av datainnbrudd datainnbruddet det den en et hendelse hendelsen i innbrudd innbruddet mot og pa
      til nettverk nettverket operasjon operasjonen operasjoner kampanje kampanjen dataangrep dataangrepet
      auf angriff angriffe bei cyberangriff cyberangriffe das dem den der des die ein eindringen gegen im in kampagne
      netz netzwerk und vom von zum zur
      au aux cyberattaque cyberattaques attaque attaques contre dans de des du en et intrusion la le les piratage
      """.strip().split("\\s+", -1)));

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
      (whole ? vague : named).add(String.join(" ", tokens(victim.name())));
    }
    named.remove("");
    vague.remove("");
    Set<String> names = new TreeSet<>();
    account.names().forEach(name -> names.add(NameKey.of(name)));
    Set<String> words = new TreeSet<>(tokens(account.label()));
    words.removeIf(word -> COMMON.contains(word) || word.length() < 2 || Character.isDigit(word.charAt(0)));
    LocalDate knownBy = around.published().last().map(last -> last.plusDays(3)).orElse(LocalDate.MAX);
    String label = String.join(" ", tokens(account.label()));
    return new AccountNode(List.of(account), named, vague, names, words, account.countries(), account.period(), knownBy,
        around.said(), label.isEmpty() ? Set.of() : Set.of(around.story() + " " + label));
  }

  private static List<String> tokens(String text) {
    String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}", "").replace('ø', 'o').replaceAll("['’]s\\b", "").replaceAll("[.&]", "");
    List<String> tokens = new ArrayList<>(Arrays.asList(plain.split("[^\\p{L}\\p{N}]+", -1)));
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
    return new AccountNode(all, named, vague, names, both(words, other.words), countries, period,
        knownBy.isBefore(other.knownBy) ? knownBy : other.knownBy, both(said, other.said), both(labels, other.labels));
  }

  private static Set<String> both(Set<String> a, Set<String> b) {
    Set<String> both = new TreeSet<>(a);
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

  Set<DocumentId> documents() {
    Set<DocumentId> documents = new TreeSet<>();
    accounts.forEach(account -> documents.add(account.document()));
    return documents;
  }

  /// The keys under which nodes worth comparing meet.
  Set<String> meetingPoints() {
    Set<String> keys = new TreeSet<>();
    named.forEach(victim -> keys.add("victim " + beginning(legal(victim))));
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

  /// How strongly two nodes look like one operation, 0 to 1; below 0 if they cannot be.
  double likeness(AccountNode other) {
    double time = time(other);
    if (time < 0 || !Collections.disjoint(documents(), other.documents())) {
      return -1;
    }
    boolean sharedName = !Collections.disjoint(names, other.names);
    double victim = victim(other);
    boolean otherVictims = victim == 0 && !named.isEmpty() && !other.named.isEmpty();
    if (otherVictims && !sharedName) {
      return -1;
    }
    double unlike = 1 - victim;
    unlike *= sharedName ? otherVictims ? 0.35 : 0.2 : 1;
    unlike *= 1 - vagueVictim(other);
    unlike *= 1 - label(other);
    unlike *= Collections.disjoint(said, other.said) ? 1 : 0.4;
    unlike *= Collections.disjoint(labels, other.labels) ? 1 : 0.2;
    boolean abroad = !countries.isEmpty() && !other.countries.isEmpty()
        && Collections.disjoint(countries, other.countries);
    boolean wholeAndPart = named.isEmpty() != other.named.isEmpty() && !sharedName && victim == 0;
    return (1 - unlike) * time * (abroad ? 0.4 : 1) * (wholeAndPart ? 0.5 : 1);
  }

  /// How well the periods go together; below 0 if they exclude each other.
  private double time(AccountNode other) {
    if (period.stated() && other.period.stated()) {
      long gap = Periods.gap(period, other.period);
      if (gap > 0) {
        boolean coarse = Periods.year(period) || Periods.year(other.period);
        return gap > (coarse ? 31 : 100) ? -1 : coarse ? 0.55 : 0.9 - 0.4 * gap / 100;
      }
      return extents(other);
    }
    if (beginsAfter(other.knownBy) || other.beginsAfter(knownBy)) {
      return -1;
    }
    return period.stated() || other.period.stated() ? 0.85 : 0.8;
  }

  private boolean beginsAfter(LocalDate day) {
    return period.first().filter(first -> first.isAfter(day)).isPresent();
  }

  /// Overlapping periods: a campaign of years and a deed of days within it are hardly one operation.
  private double extents(AccountNode other) {
    if (Periods.year(period) || Periods.year(other.period)) {
      return 0.95;
    }
    long longer = Math.max(Periods.days(period).orElseThrow(), Periods.days(other.period).orElseThrow());
    long shorter = Math.min(Periods.days(period).orElseThrow(), Periods.days(other.period).orElseThrow());
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
    String shortA = legal(a);
    String shortB = legal(b);
    if (shortA.equals(shortB)) {
      return 0.8;
    }
    boolean prefix = shortA.startsWith(shortB + " ") || shortB.startsWith(shortA + " ");
    return prefix && Math.min(shortA.length(), shortB.length()) > 3 ? 0.6 : 0;
  }

  /// What a victim is told apart by: its name without signs and legal form.
  static String victimKey(String name) {
    return legal(String.join(" ", tokens(name)));
  }

  /// A company's name without its legal form.
  private static String legal(String name) {
    return name.replaceFirst(" (ag|as|asa|ab|aps|oy|inc|ltd|llc|plc|corp|corporation|company|co|gmbh|se|sa|spa|nv|bv)$",
        "");
  }

  private double vagueVictim(AccountNode other) {
    if (Collections.disjoint(vague, other.vague)) {
      return 0;
    }
    boolean sharp = period.stated() && other.period.stated() && (alikeInTime(other)
        || (Periods.days(period).orElseThrow() < 63 && Periods.days(other.period).orElseThrow() < 63
            && Periods.gap(period, other.period) < 15));
    return sharp ? 0.55 : 0.35;
  }

  /// Whether two extents of time, told by more than a year, are nearly the same.
  private boolean alikeInTime(AccountNode other) {
    return !Periods.year(period) && !Periods.year(other.period) && Periods.common(period, other.period) >= 0.6;
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
    return !period.stated() || Periods.year(period);
  }
}
