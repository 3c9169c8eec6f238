package org.tingbok.analysis;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// What accounts of operations are compared by; accounts that are alike in all of it are one node.
///
/// @param accounts one or more, by id
/// @param documents the documents that they are of
/// @param named keys of victims that are bodies, companies or persons
/// @param vague keys of victims that are whole states, or described and not named
/// @param kinds for victims that are only described, what they are: `governor` of "the county governors"
/// @param names keys of the names of operation or malware
/// @param words the words of the label that tell it from others
/// @param countries countries hit
/// @param period when it happened
/// @param knownBy last day since 1970 on which it can have begun, as a report was out by then; [Long#MAX_VALUE] if
///     nothing tells
/// @param said what is said of it and of nothing else in its document, with who and when
/// @param labels the labels, each with the story that it stands in
/// @param blamed countries of those who are accused of it in its document
record AccountNode(SortedMap<String, IncidentAccount> accounts, Set<DocumentId> documents, Set<String> named,
    Set<String> vague, Set<String> kinds,
    Set<String> names, Set<String> words, Set<String> countries, Days period, long knownBy, Set<String> said,
    Set<String> labels, Set<String> blamed) {
  private static final double LIKE_NAMED = 0.6;
  private static final int MOST_WORDS = 6;
  private static final int FEW = 64;
  private static final int FAR = 45; // days between two tellings of one deed: the median in tables of incidents
  private static final Pattern DATE = Pattern.compile("[\\d.,:/ ]+|(?:\\p{L}+\\.? )?(?:19|20)\\d\\d");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern DROPPED = Pattern.compile("['’]s\\b|[.&]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// What is known of an account beside what it tells itself.
  ///
  /// @param published when its document was published
  /// @param story the story that its document tells
  /// @param said what is said of it and of nothing else in its document, with who and when
  /// @param accused the first day on which its document has somebody accused of it: it had happened by then
  /// @param blamed countries of those who are accused of it in its document
  record Surroundings(PartialDate published, DocumentId story, Set<String> said, Optional<LocalDate> accused,
      Set<String> blamed) {
    /// Nothing but when its document was published.
    static Surroundings of(IncidentAccount account, PartialDate published) {
      return new Surroundings(published, account.document(), Set.of(), Optional.empty(), Set.of());
    }

    /// The last day on which it can have begun, some days for what is printed ahead; far off if nothing tells.
    long knownBy() {
      return Stream.concat(published.last().stream(), accused.stream()).min(LocalDate::compareTo)
          .map(last -> last.toEpochDay() + 3).orElse(Long.MAX_VALUE);
    }
  }

  static AccountNode of(IncidentAccount account, Surroundings around) {
    Set<String> named = new TreeSet<>();
    Set<String> vague = new TreeSet<>();
    for (Party victim : account.victims().stream().filter(victim -> !nobody(victim.name())).toList()) {
      boolean whole = victim.kind() == PartyKind.STATE || victim.kind() == PartyKind.DESCRIBED;
      (whole ? vague : named).add(victimKey(victim.name()));
    }
    Set<String> kinds = new TreeSet<>();
    account.victims().stream().filter(victim -> victim.kind() == PartyKind.DESCRIBED)
        .forEach(victim -> kind(victim.name()).ifPresent(kinds::add));
    named.remove("");
    vague.remove("");
    Set<String> names = new TreeSet<>();
    account.names().forEach(name -> names.add(operationKey(name)));
    Set<String> words = tellingWords(account.label());
    String label = String.join(" ", tokens(account.label()));
    return new AccountNode(new TreeMap<>(Map.of(account.id(), account)), Set.of(account.document()), small(named),
        small(vague), small(kinds), small(names), small(words),
        account.countries(), Days.of(account.period()), around.knownBy(),
        around.said(), label.isEmpty() ? Set.of() : Set.of(around.story() + " " + label), around.blamed());
  }

  /// The same set, without a tree where there is nothing to be put in order.
  private static <T> Set<T> small(Set<T> set) {
    return set.size() < 2 ? Set.copyOf(set) : set;
  }

  static List<String> tokens(String text) {
    String plain = DROPPED.matcher(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll(""))
        .replaceAll("").toLowerCase(Locale.ROOT).replace('ø', 'o');
    List<String> tokens = new ArrayList<>(Arrays.asList(BETWEEN_WORDS.split(plain, -1)));
    tokens.removeIf(String::isEmpty);
    if (tokens.size() > 1) {
      tokens.removeIf(token -> token.equals("the"));
    }
    return tokens;
  }

  /// Id of the account that stands for all of them.
  String first() {
    return accounts.firstKey();
  }

  /// Why its accounts are one: they are alike in all that is compared.
  List<Reason> reasons() {
    if (accounts.size() == 1) {
      return List.of();
    }
    List<Reason.Ground> grounds = grounds(this).stream()
        .filter(ground -> ground.kind() != Reason.Kind.STORY && ground.kind() != Reason.Kind.STATEMENT).toList();
    return accounts.keySet().stream().skip(1).map(account -> new Reason(account, first(), grounds)).toList();
  }

  /// Two nodes of one kind are one.
  AccountNode with(AccountNode other) {
    SortedMap<String, IncidentAccount> all = new TreeMap<>(accounts);
    all.putAll(other.accounts);
    Set<DocumentId> allDocuments = new HashSet<>(documents);
    allDocuments.addAll(other.documents);
    return new AccountNode(all, allDocuments, named, vague, kinds, names, both(words, other.words),
        countries, period,
        Math.min(knownBy, other.knownBy), few(both(said, other.said)), few(both(labels, other.labels)),
        both(blamed, other.blamed));
  }

  /// The first of many: what so many tell makes a node known well enough.
  private static Set<String> few(Set<String> many) {
    return many.size() <= FEW ? many : many.stream().limit(FEW).collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T extends Comparable<T>> Set<T> both(Set<T> a, Set<T> b) {
    Set<T> both = new TreeSet<>(a);
    both.addAll(b);
    return small(both);
  }

  /// What nodes must agree in to be one without further question; an own one if too little is told of this one.
  ///
  /// Accounts of one document are one only if they name the same victim and the same time, or neither tells a time.
  ///
  /// @param single whether it is to be looked at by itself in any case
  String signature(boolean single) {
    boolean telling = !single && !named.isEmpty();
    String own = !telling ? " " + first() : period.stated() ? "" : " by " + monthKnown();
    return named + "|" + vague + "|" + names + "|" + countries + "|" + period.iso() + own;
  }

  /// What decides which of many nodes come first: different for each signature, and nothing that anybody can choose.
  static String rank(String signature) {
    return ContentId.sha256(signature.getBytes(StandardCharsets.UTF_8));
  }

  /// The month by which it was known: accounts without a time that were published together tell of one thing.
  private String monthKnown() {
    return knownBy == Long.MAX_VALUE ? first() : LocalDate.ofEpochDay(knownBy).toString().substring(0, 7);
  }

  /// The keys under which nodes worth comparing meet, without their years; the caller may change it.
  Set<String> meetingPoints() {
    Set<String> keys = new TreeSet<>();
    named.forEach(victim -> keys.add("victim " + beginning(victim)));
    names.forEach(name -> keys.add("name " + name));
    said.forEach(what -> keys.add("said " + what));
    labels.forEach(label -> keys.add("story " + label));
    if (knownBy != Long.MAX_VALUE && period.stated()) {
      long month = Math.floorDiv(knownBy, FAR);
      kinds.forEach(kind -> keys.addAll(List.of("kind " + kind + " " + month, "kind " + kind + " " + (month + 1))));
    }
    List<String> telling = List.copyOf(words);
    for (int i = 0; i < Math.min(MOST_WORDS, telling.size()); i++) {
      for (int j = i + 1; j < Math.min(MOST_WORDS, telling.size()); j++) {
        keys.add("words " + telling.get(i) + " " + telling.get(j));
      }
    }
    return keys;
  }

  /// Whether what was read as a victim is a number, a numeral or a date: `360`, `Eleven`, `December 2018`.
  static boolean nobody(String victim) {
    return DATE.matcher(victim.strip()).matches()
        || tokens(victim).stream().allMatch(word -> IncidentWords.NUMERALS.contains(word));
  }

  /// What a described victim is: its last telling word, without the ending of several; empty where that may be anybody.
  private static Optional<String> kind(String described) {
    List<String> words =
        tokens(described).stream().filter(word -> word.length() > 4 && !Character.isDigit(word.charAt(0))
            && !IncidentWords.NUMERALS.contains(word)).toList();
    return words.isEmpty() || IncidentWords.ANYBODY.contains(words.getLast())
        || IncidentWords.COMMON.contains(words.getLast())
            ? Optional.empty()
            : Optional.of(words.getLast().replaceFirst("s$", ""));
  }

  /// Whether victims of one kind, told in the same weeks to have been hit at the same time, may well be the same.
  private boolean oneKind(AccountNode other) {
    return !Collections.disjoint(kinds, other.kinds) && period.stated() && other.period.stated()
        && period.gap(other.period) == 0 && knownBy != Long.MAX_VALUE && other.knownBy != Long.MAX_VALUE
        && Math.abs(knownBy - other.knownBy) <= FAR;
  }

  /// The years that it may have happened in, and so many on either side; of a stated period.
  List<Integer> years(int beyond) {
    return IntStream.rangeClosed(LocalDate.ofEpochDay(period.from()).getYear() - beyond,
        LocalDate.ofEpochDay(period.to()).getYear() + beyond).boxed().toList();
  }

  /// Victims that are described or whole states say something only if the time is told closely, or is a long one.
  Set<String> sharply(int beyond) {
    if (vague.isEmpty() || !period.stated() || period.year()) {
      return Set.of();
    }
    boolean brief = period.count() < 63;
    long unit = brief ? 31 : 366;
    Set<String> keys = new TreeSet<>();
    for (long at = Math.floorDiv(period.from(), unit) - beyond; at <= Math.floorDiv(period.to(), unit) + beyond; at++) {
      for (String victim : vague) {
        keys.add("vague " + victim + " " + unit + " " + at);
      }
    }
    return keys;
  }

  /// The first word of a name, or enough of them where many names begin alike.
  private static String beginning(String name) {
    List<String> words = List.of(name.split(" ", -1));
    return String.join(" ",
        words.subList(0, Math.min(words.size(), IncidentWords.FIRST.contains(words.getFirst()) ? 4 : 1)));
  }

  /// Whether two nodes cannot be one operation: they are of one document, of times that exclude each other, or of other
  /// victims without a name in common.
  boolean excludes(AccountNode other) {
    return time(other) < 0 || overlap(documents, other.documents) || (otherVictims(other)
        && Collections.disjoint(names, other.names));
  }

  /// Looks up the fewer in the more: an operation that thousands tell of is compared with many that few tell of.
  private static boolean overlap(Set<DocumentId> a, Set<DocumentId> b) {
    Set<DocumentId> more = a.size() < b.size() ? b : a;
    for (DocumentId one : a.size() < b.size() ? a : b) {
      if (more.contains(one)) {
        return true;
      }
    }
    return false;
  }

  private boolean otherVictims(AccountNode other) {
    return !named.isEmpty() && !other.named.isEmpty() && victim(other) == 0;
  }

  /// Whether nothing is told of it but what is said of it.
  private boolean bare() {
    return named.isEmpty() && vague.isEmpty() && names.isEmpty() && words.isEmpty() && !period.stated();
  }

  /// Whether both report a statement alike; where the claimants are only of one state, one of them has to tell nothing else.
  private boolean oneStatement(AccountNode other) {
    return said.stream().anyMatch(what -> other.said.contains(what)
        && (!what.startsWith(Incidents.OF_A_STATE) || bare() || other.bare()));
  }

  /// How strongly two nodes that do not exclude each other look like one operation, 0 to 1.
  double likeness(AccountNode other) {
    boolean sharedName = !Collections.disjoint(names, other.names);
    double victim = victim(other);
    double unlike = 1 - (victim == LIKE_NAMED && !told(other, sharedName) ? 0.4 : victim);
    unlike *= sharedName ? otherVictims(other) ? 0.35 : 0.2 : 1;
    unlike *= 1 - vagueVictim(other);
    unlike *= 1 - label(other);
    unlike *= oneStatement(other) ? 0.4 : 1;
    unlike *= Collections.disjoint(labels, other.labels) ? 1 : 0.2;
    boolean abroad = !countries.isEmpty() && !other.countries.isEmpty()
        && Collections.disjoint(countries, other.countries);
    boolean otherName = !names.isEmpty() && !other.names.isEmpty() && !sharedName;
    boolean wholeAndPart =
        named.isEmpty() != other.named.isEmpty() && victim == 0
            && (!oneStatement(other) || (!bare() && !other.bare()))
            && (!sharedName || extents(other) < 0.9);
    return (1 - unlike) * time(other) * (abroad ? sharedName ? 0.75 : 0.4 : 1) * (otherName ? 0.6 : 1)
        * (!wholeAndPart ? 1 : sharedName ? 0.7 : 0.5);
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
        return gap > (coarse ? 31 : FAR) ? -1 : coarse ? 0.55 : 0.9 - 0.4 * gap / FAR;
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
    if (!period.stated() || !other.period.stated() || period.year() || other.period.year()) {
      return period.year() || other.period.year() ? 0.95 : 1;
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
    return begins && shorter.length() > 3 ? LIKE_NAMED : 0;
  }

  /// Whether a like-named victim (`Halden` and `Halden Energi`) may be meant: a name is common, or both tell a time, which goes together.
  private boolean told(AccountNode other, boolean sharedName) {
    return sharedName || (period.stated() && other.period.stated() && period.gap(other.period) == 0);
  }

  /// Whether this one is told apart from a third by what it shares with another: a name of the operation, or the country of those
  /// who are accused of it.
  boolean nearer(AccountNode other, AccountNode third) {
    boolean name = !Collections.disjoint(names, other.names) && Collections.disjoint(names, third.names);
    return name || !Collections.disjoint(blamed, other.blamed) && !third.blamed.isEmpty()
        && Collections.disjoint(blamed, third.blamed);
  }

  /// Whether a label has words that tell it from others.
  static boolean telling(String label) {
    return !tellingWords(label).isEmpty();
  }

  static Set<String> tellingWords(String label) {
    Set<String> words = new TreeSet<>(tokens(label));
    words.removeIf(
        word -> IncidentWords.COMMON.contains(word) || word.length() < 2 || Character.isDigit(word.charAt(0)));
    return words;
  }

  /// What an operation's name is told apart by: `WhisperGate attack` is WhisperGate.
  static String operationKey(String name) {
    List<String> words = tokens(name);
    List<String> telling = words.stream().filter(word -> !IncidentWords.COMMON.contains(word)).toList();
    return String.join("", telling.isEmpty() ? words : telling);
  }

  /// What a victim is told apart by: its name without signs and legal form.
  static String victimKey(String name) {
    List<String> words = tokens(name);
    boolean formed = words.size() > 1 && IncidentWords.LEGAL_FORMS.contains(words.getLast());
    return String.join(" ", formed ? words.subList(0, words.size() - 1) : words);
  }

  private double vagueVictim(AccountNode other) {
    if (Collections.disjoint(vague, other.vague)) {
      return oneKind(other) ? 0.5 : 0;
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

  /// What speaks for the two being one, the strongest first.
  List<Reason.Ground> grounds(AccountNode other) {
    List<Reason.Ground> grounds = new ArrayList<>();
    common(names, other.names).forEach(name -> grounds.add(new Reason.Ground(Reason.Kind.NAME, name)));
    for (String mine : named) {
      other.named.stream().filter(theirs -> sameVictim(mine, theirs) > 0)
          .forEach(theirs -> grounds
              .add(new Reason.Ground(Reason.Kind.VICTIM, mine.length() < theirs.length() ? mine : theirs)));
    }
    common(labels, other.labels).forEach(label -> grounds.add(new Reason.Ground(Reason.Kind.STORY,
        label.substring(label.indexOf(' ') + 1))));
    common(said, other.said).stream().filter(_ -> oneStatement(other))
        .forEach(what -> grounds.add(new Reason.Ground(Reason.Kind.STATEMENT, what.strip())));
    common(vague, other.vague).forEach(victim -> grounds.add(new Reason.Ground(Reason.Kind.DESCRIBED_VICTIM, victim)));
    if (Collections.disjoint(vague, other.vague) && oneKind(other)) {
      common(kinds, other.kinds).forEach(kind -> grounds.add(new Reason.Ground(Reason.Kind.DESCRIBED_VICTIM, kind)));
    }
    if (label(other) > 0) {
      grounds.add(new Reason.Ground(Reason.Kind.LABEL, String.join(" ", common(words, other.words))));
    }
    if (period.stated() && other.period.stated()) {
      grounds.add(new Reason.Ground(Reason.Kind.TIME,
          period.count() <= other.period.count() ? period.iso() : other.period.iso()));
    }
    return grounds.stream().distinct().toList();
  }

  private static Set<String> common(Set<String> a, Set<String> b) {
    Set<String> common = new TreeSet<>(a);
    common.retainAll(b);
    return common;
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
