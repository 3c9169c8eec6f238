package org.tingbok.reading.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.knowledge.Sectors;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.vocabulary.PartialDate;

/// The operations that one document tells of, kept apart while it is read from the front.
///
/// Lives as long as the reading of one text; not for several threads.
public final class IncidentBook {
  /// One operation of the document; filled in as the reading goes on.
  public static final class Entry {
    private final int section;
    private final int paragraph;
    private final int place;
    private final Set<String> known = new TreeSet<>();
    private final List<Party> victims = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> countries = new TreeSet<>();
    private PartialDate period;
    private int touched;
    private PartialDate told = PartialDate.NOT_STATED;
    private Optional<Entry> instead = Optional.empty();
    private PartialDate knownPeriod = PartialDate.NOT_STATED;
    private String label;

    private Entry(Operation first, int place, int section, int paragraph) {
      this.section = section;
      this.paragraph = paragraph;
      this.place = place;
      this.period = first.period();
      this.label = first.label();
    }

    /// Whom it is told to have hit.
    ///
    /// @return as far as the text has told
    public List<Party> victims() {
      return List.copyOf(victims);
    }

    private void add(Operation operation, Predicate<Party> own) {
      for (Party victim : operation.victims()) {
        if (own.test(victim) && victims.stream().noneMatch(known -> same(known, victim))) {
          victims.add(victim);
        }
      }
      names.addAll(operation.names());
      countries.addAll(operation.countries());
      if (!period.stated() || narrower(operation.period(), period)) {
        period = operation.period().stated() ? operation.period() : period;
      }
      if (label.length() < 12 && operation.label().length() > label.length()) {
        label = operation.label();
      }
    }

    /// When it happened, by what the document tells or else by what is known of it.
    private PartialDate when() {
      return period.stated() ? period : knownPeriod;
    }

    private void touch(int paragraph) {
      touched = paragraph;
    }

    private void know(Optional<Names.Operation> operation) {
      if (known.isEmpty() && operation.isPresent()) {
        known.add(operation.get().name());
        knownPeriod = operation.get().period();
      }
    }

    /// The account that the document gives of it, once it is read to the end.
    ///
    /// @param document the document
    /// @return the account
    public IncidentAccount account(DocumentId document) {
      Set<String> all = new TreeSet<>(names);
      all.addAll(known);
      return new IncidentAccount(document, Integer.toString(place), label, victims,
          when(), all, countries,
          Sectors.standard().of(victims, label, Names.standard()));
    }
  }

  private static final int AWAY = 4; // paragraphs after which a text has left an operation for others
  private static final int AHEAD = 31; // days by which texts date an operation too late, as they tell when it was found
  private static final int LEAD = 3; // paragraphs that tell what is new
  private static final Pattern ANOTHER = Pattern.compile(
      "^(?:a |an |one |two |three |several |some )?(?:separate|another|different|second|further|"
          + "other|similar|earlier|previous|later|subsequent|unrelated|new)\\b|^(?:et annet|ein anderer|un autre|une autre)\\b",
      Pattern.CASE_INSENSITIVE);

  /// "a similar outage", "another attack on the port": one that the text has not told of, even if the same were hit.
  private static final Pattern SECOND =
      Pattern.compile("^(?:a |an )?(?:separate|another|different|second|further|similar|"
          + "unrelated|new)\\b", Pattern.CASE_INSENSITIVE);

  private final KnownOperations known;
  private final List<Entry> entries = new ArrayList<>();
  private Optional<Entry> focus = Optional.empty();
  private final NavigableMap<Integer, Entry> told = new TreeMap<>();
  private Optional<Entry> before = Optional.empty();
  private int section;
  private int paragraphs;

  /// A document that has told of nothing yet, and of operations that nobody knows.
  public IncidentBook() {
    this(KnownOperations.NONE);
  }

  /// A document that has told of nothing yet.
  ///
  /// @param known operations that its words may mean
  public IncidentBook(KnownOperations known) {
    this.known = known;
  }

  /// Begins a new paragraph: it is about the main operation of its section until it tells of another.
  public void paragraph() {
    paragraphs++;
    Optional<Entry> main = main();
    if (main.isEmpty() || paragraphs - main.get().touched <= AWAY) {
      focus = main;
    }
    sentence();
  }

  /// A sentence names a known operation, or one that only a known operation hit; what follows is about it.
  ///
  /// @param named names that the sentence holds
  /// @param place where it stands, a code unit of the view
  public void mention(List<Name> named, int place) {
    Optional<Operation> meant = known.meant(named, place);
    if (meant.isPresent()) {
      find(meant.get());
    }
  }

  /// A sentence begins with a day that is before anything of the operation spoken of had happened, or long before the text if that
  /// one is told of without a time: it tells of another, one of that day if the text has told of one, else one that it tells of from here on.
  ///
  /// @param day the day, month or year at the front of the sentence
  /// @param place where it stands, a code unit of the view
  public void dated(PartialDate day, int place) {
    Optional<Entry> spoken = focus();
    if (!day.stated()
        || spoken.filter(entry -> ended(day, entry) || !entry.when().stated() && known.longAgo(day)).isEmpty()) {
      return;
    }
    Entry then = last(entry -> entry.section == section
        && (entry.told.overlaps(day) || entry.when().stated() && entry.when().overlaps(day)))
        .orElseGet(() -> fresh(day, place, spoken.orElseThrow()));
    focus = Optional.of(then);
    before = focus;
    then.touch(paragraphs);
  }

  /// The operation that something is about which was said before the one that it was read as being about had happened.
  ///
  /// @param entry the operation that it was read as being about
  /// @param said when it was said
  /// @param place where it stands, a code unit of the view
  /// @param states countries of those who said it: of what hit a body of their own, another thing that hit it may be meant
  /// @param others operations already told apart in this way nearby; empty if none
  /// @return the same operation if it may be meant, else another
  public Entry saidOf(Entry entry, PartialDate said, int place, Set<String> states, Optional<Entry> others) {
    Entry meant = !ended(said, entry) ? entry : others.orElseGet(() -> fresh(PartialDate.NOT_STATED, place, entry));
    meant.instead.filter(_ -> meant.victims.isEmpty()).ifPresent(other -> other.victims.stream()
        .filter(victim -> victim.kind() == PartyKind.BODY && victim.country().filter(states::contains).isPresent())
        .forEach(meant.victims::add));
    return meant;
  }

  private static boolean ended(PartialDate day, Entry entry) {
    return entry.when().stated() && day.last().filter(last -> last.plusDays(AHEAD)
        .isBefore(entry.when().first().orElseThrow())).isPresent();
  }

  private Entry fresh(PartialDate told, int place, Entry instead) {
    Entry fresh =
        new Entry(new Operation("", List.of(), PartialDate.NOT_STATED, Set.of(), Set.of(), false, false, place),
            free(place), section, paragraphs);
    fresh.told = told;
    fresh.instead = Optional.of(instead);
    entries.add(fresh);
    return fresh;
  }

  /// The first place from here on that no operation is known by.
  private int free(int place) {
    int free = place;
    while (taken(free)) {
      free++;
    }
    return free;
  }

  private boolean taken(int place) {
    return entries.stream().anyMatch(entry -> entry.place == place);
  }

  /// The operation that the section is about: the first that it told of.
  private Optional<Entry> main() {
    return entries.stream().filter(entry -> entry.section == section).findFirst();
  }

  /// The operation that the document is about, for what it says before it has told of any.
  ///
  /// @return the first that it told of; empty if it told of none
  public Optional<Entry> first() {
    return entries.stream().findFirst();
  }

  /// Begins a new section: what follows does not lead back to operations of the last one unless it names them.
  ///
  /// @param separate whether the sections of the document are about different things
  public void section(boolean separate) {
    if (separate) {
      section++;
      focus = Optional.empty();
      sentence();
    }
  }

  /// Begins a new sentence.
  public void sentence() {
    before = focus;
    told.clear();
  }

  /// The operation that the text is speaking of at a place within the sentence: what the sentence tells of further on is
  /// not meant there, unless nothing else has been told of.
  ///
  /// @param place a code unit of the view
  /// @return empty if it has spoken of none
  public Optional<Entry> focusAt(int place) {
    Optional<Entry> here = Optional.ofNullable(told.floorEntry(place)).map(Map.Entry::getValue);
    return here.or(() -> before.filter(entry -> entry.section == section)).or(this::focus);
  }

  /// The operation that the text is speaking of.
  ///
  /// @return empty if it has spoken of none in this section, nor of a single one elsewhere
  public Optional<Entry> focus() {
    if (focus.isPresent()) {
      return focus;
    }
    if (section == 0 && !entries.isEmpty()) {
      return Optional.of(entries.get(0));
    }
    return entries.stream().filter(entry -> entry.section == section).findFirst();
  }

  /// The entry that a phrase means; a new one if it means none that is there.
  ///
  /// @param operation what the phrase tells
  /// @return the entry, which the phrase has been added to
  public Entry find(Operation operation) {
    Entry entry = match(operation).orElseGet(() -> {
      Entry fresh = new Entry(operation, free(operation.place()), section, paragraphs);
      entries.add(fresh);
      return fresh;
    });
    entry.add(operation, victim -> known.of(List.of(victim), Set.of(), PartialDate.NOT_STATED, false)
        .filter(other -> !entry.known.isEmpty() && !entry.known.contains(other.name())).isEmpty());
    entry.know(known.of(entry.victims, entry.names, entry.period, entry.paragraph <= LEAD));
    focus = Optional.of(entry);
    entry.touch(paragraphs);
    told.put(operation.place(), entry);
    return entry;
  }

  private Optional<Entry> match(Operation operation) {
    boolean lead = paragraphs <= LEAD;
    Optional<Names.Operation> means = known.of(operation.victims(), operation.names(), operation.period(), lead);
    if (means.isPresent()) {
      Optional<Entry> told = last(entry -> entry.known.contains(means.get().name()));
      if (told.isPresent()) {
        return told;
      }
      return last(entry -> entry.known.isEmpty() && entry.section == section && share(entry, operation)
          && compatible(entry.period, operation.period()))
          .or(() -> focusAt(operation.place()).filter(entry -> (operation.definite() || known.news(means.get()))
              && entry.section == section && entry.known.isEmpty() && compatible(entry.told, means.get().period())
              && (entry.victims.isEmpty()
                  || entries.size() == 1 && entry.victims.stream().allMatch(IncidentBook::described))
              && entry.names.isEmpty() && fresh(entry)
              && compatible(entry.period, operation.period())));
    }
    Optional<Entry> byName = last(entry -> !Collections.disjoint(entry.names, operation.names())
        && (entry.victims.isEmpty() || operation.victims().isEmpty() || share(entry, operation)
            || operation.victims().stream().allMatch(IncidentBook::vague)));
    if (byName.isPresent()) {
      return byName;
    }
    if (operation.again() || !operation.definite() && SECOND.matcher(operation.label()).find()) {
      return last(entry -> share(entry, operation) && entry.period.stated() && operation.period().stated()
          && entry.period.overlaps(operation.period()));
    }
    if (!operation.victims().isEmpty()) {
      Optional<Entry> byVictim = last(entry -> share(entry, operation) && compatible(entry.when(), operation.period()));
      if (byVictim.isPresent()) {
        return byVictim;
      }
      Optional<Entry> bare = focusAt(operation.place()).filter(entry -> entry.section == section
          && (fresh(entry) || operation.victims().stream().allMatch(IncidentBook::whole)) && (entry.victims.isEmpty()
              || entries.size() == 1 && entry.names.isEmpty()
                  && entry.victims.stream().allMatch(IncidentBook::described))
          && (entry.names.isEmpty() || operation.names().isEmpty()) && compatible(entry.period, operation.period()));
      if (bare.isPresent()) {
        return bare;
      }
      Optional<Entry> within = last(entry -> entry.section == section && compatible(entry.period, operation.period())
          && (entry.victims.stream().allMatch(IncidentBook::vague)
              || operation.victims().stream().allMatch(IncidentBook::vague))
          && entry.victims.stream().noneMatch(IncidentBook::company)
          && operation.victims().stream().noneMatch(IncidentBook::company)
          && !Collections.disjoint(entry.countries, operation.countries()));
      return within;
    }
    if (ANOTHER.matcher(operation.label()).find()) {
      return Optional.empty();
    }
    if (!operation.names().isEmpty()) {
      return focusAt(operation.place()).filter(entry -> entry.section == section && entry.names.isEmpty()
          && compatible(entry.period, operation.period()) && entries.size() == 1);
    }
    if (operation.period().stated()) {
      Optional<Entry> byPeriod = last(entry -> entry.section == section && entry.period.stated()
          && entry.period.overlaps(operation.period()));
      if (byPeriod.isPresent()) {
        return byPeriod;
      }
      return focusAt(operation.place())
          .filter(entry -> !entry.period.stated() || operation.definite() && compatible(entry.period,
              operation.period()));
    }
    return focusAt(operation.place());
  }

  /// Whether the text has only just begun to tell of an operation, so that a victim may be told later.
  private boolean fresh(Entry entry) {
    return paragraphs - entry.paragraph <= 1 || paragraphs <= LEAD + 1;
  }

  private Optional<Entry> last(Predicate<Entry> fits) {
    if (focus.isPresent() && fits.test(focus.get())) {
      return focus;
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (fits.test(entries.get(i))) {
        return Optional.of(entries.get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean vague(Party victim) {
    return victim.kind() == PartyKind.STATE || victim.kind() == PartyKind.DESCRIBED
        || victim.name().endsWith(" government");
  }

  private static boolean whole(Party victim) {
    return victim.kind() == PartyKind.STATE || victim.name().endsWith(" government");
  }

  private static boolean described(Party victim) {
    return victim.kind() == PartyKind.DESCRIBED;
  }

  private static boolean company(Party victim) {
    return victim.kind() == PartyKind.ORGANISATION;
  }

  private static boolean share(Entry entry, Operation operation) {
    return operation.victims().stream()
        .anyMatch(victim -> entry.victims.stream().anyMatch(known -> same(known, victim)));
  }

  private static boolean same(Party one, Party other) {
    String a = fold(one.name());
    String b = fold(other.name());
    return a.equals(b) || a.length() > 4 && b.contains(a) || b.length() > 4 && a.contains(b);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\b(the|a|an|ag|inc|ltd|asa|as|corp|its|their|[a-z]+'s)\\b", "")
        .replaceAll("[^\\p{L}\\d]", "");
  }

  private static boolean compatible(PartialDate a, PartialDate b) {
    return !a.stated() || !b.stated() || a.overlaps(b)
        || Math.abs(java.time.temporal.ChronoUnit.DAYS.between(a.first().orElseThrow(), b.first().orElseThrow())) <= 31;
  }

  private static boolean narrower(PartialDate a, PartialDate b) {
    return a.stated() && b.stated() && a.overlaps(b) && days(a) < days(b);
  }

  private static long days(PartialDate date) {
    return java.time.temporal.ChronoUnit.DAYS.between(date.first().orElseThrow(), date.last().orElseThrow());
  }

  /// How many operations are told apart so far.
  ///
  /// @return 0 or more
  public int size() {
    return entries.size();
  }

  /// The labels of the operations so far, for tests and explanations.
  ///
  /// @return in order of first mention
  public Set<String> labels() {
    Set<String> labels = new LinkedHashSet<>();
    entries.forEach(entry -> labels.add(entry.label));
    return labels;
  }
}
