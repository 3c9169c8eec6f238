package org.tingbok.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.NameLevel;

/// What has to be known of everything on record before a part of it can be told: which documents are one story, which
/// accounts one incident, what is said of names, who is who. Made by going through a ledger once, one document after the
/// other; of claims and texts it keeps nothing but the claims about names. Whoever wants to tell of an incident or a document
/// then needs the claims of that alone ([Reckoning]).
///
/// Immutable and safe to share.
public final class Groundwork {
  private final Optional<Instant> moment;
  private final Map<DocumentId, Family> stories;
  private final IncidentBook incidents;
  private final Groupings groupings;
  private final Map<Parties.Fact, Integer> facts;
  private final List<RecordedClaim> aliases;
  private final List<ClaimsAndDays.GoneBackOn> goneBackOn;
  private final Map<DocumentId, Document> aliasDocuments;
  private final Dates dates;
  private final NavigableMap<String, DocumentId> documents = new TreeMap<>();
  private final ClaimIds ids;
  private final NavigableMap<String, String> corrected;
  private final List<NameEntry.Recorded> names;
  private final Function<String, Optional<NameLevel>> levels;

  private Groundwork(Optional<Instant> moment, Map<DocumentId, Family> stories, IncidentBook incidents,
      Groupings groupings, ClaimsAndDays seen, List<NameEntry.Recorded> names,
      Function<String, Optional<NameLevel>> levels) {
    this.moment = moment;
    this.stories = stories;
    this.incidents = incidents;
    this.groupings = groupings;
    this.facts = seen.facts();
    this.aliases = seen.aliases();
    this.goneBackOn = seen.goneBackOn();
    this.aliasDocuments = seen.aliasDocuments();
    this.dates = seen.dates();
    this.ids = seen.ids();
    this.corrected = seen.corrected();
    stories.keySet().forEach(id -> documents.put(id.value(), id));
    this.names = names;
    this.levels = levels;
  }

  private Groundwork(Groundwork other, List<NameEntry.Recorded> names) {
    this.moment = other.moment;
    this.stories = other.stories;
    this.incidents = other.incidents;
    this.groupings = other.groupings;
    this.facts = other.facts;
    this.aliases = other.aliases;
    this.goneBackOn = other.goneBackOn;
    this.aliasDocuments = other.aliasDocuments;
    this.dates = other.dates;
    this.ids = other.ids;
    this.corrected = other.corrected;
    this.documents.putAll(other.documents);
    this.names = names;
    this.levels = other.levels;
  }

  /// The same with what lists and analysts say of names since: that takes no walk.
  ///
  /// @param entries all entries about names, in order of recording
  /// @return itself if there are no more than it has
  public Groundwork with(List<NameEntry.Recorded> entries) {
    return entries.size() == names.size() ? this : new Groundwork(this, entries);
  }

  /// Goes through a ledger.
  ///
  /// @param ledger the ledger
  /// @param moment what was on record by then; empty for everything
  /// @param levels the level of a name; empty if it is not known
  /// @return what is known of it
  public static Groundwork of(Ledger ledger, Optional<Instant> moment, Function<String, Optional<NameLevel>> levels) {
    AsOf record = new AsOf(Optional.empty(), moment);
    List<Act.Recorded> acts = ledger.acts();
    ClaimsAndDays seen = new ClaimsAndDays(record, acts);
    StoryIndex index = new StoryIndex();
    Set<DocumentId> documents = new HashSet<>();
    ledger.each(reading -> {
      if (moment.filter(reading.recordedAt()::isAfter).isEmpty()) {
        Document document = reading.reading().document();
        if (documents.add(document.id())) {
          index.add(document);
        } else {
          seen.again(document.id());
        }
        seen.add(reading);
      }
    });
    Map<DocumentId, Family> stories = SameStory.byMember(index.stories());
    seen.readAgain(ids -> ledger.readings(ids));
    List<Act> done = acts.stream().filter(one -> moment.filter(one.recordedAt()::isAfter).isEmpty())
        .map(Act.Recorded::act).toList();
    Groupings groupings = Groupings.of(done, seen.accounts());
    List<Incident> found = Incidents.grouped(seen.accounts(), groupings, account -> seen.around(account,
        story(stories, account.document())));
    List<Incident> incidents = Campaigns.within(found,
        Campaigns.said(seen.aliases().stream().map(RecordedClaim::claim).toList()), parts(ledger, found, seen));
    return new Groundwork(moment, stories, new IncidentBook(incidents, seen::days), groupings, seen, ledger.names(),
        levels);
  }

  private static DocumentId story(Map<DocumentId, Family> stories, DocumentId document) {
    Family family = stories.get(document);
    return family == null ? document : family.representative();
  }

  /// What texts say to be part of what; only the few that have such words and tell of several incidents are read again.
  private static Map<String, Set<String>> parts(Ledger ledger, List<Incident> incidents, ClaimsAndDays seen) {
    Map<DocumentId, Integer> told = new HashMap<>();
    incidents.forEach(incident -> incident.documents().stream().filter(seen::saysPart)
        .forEach(document -> told.merge(document, 1, Integer::sum)));
    Set<DocumentId> several = new HashSet<>();
    told.forEach((document, count) -> {
      if (count > 1) {
        several.add(document);
      }
    });
    Map<DocumentId, Document> texts = new TreeMap<>();
    several.forEach(id -> ledger.document(id).ifPresent(one -> texts.put(id, one.reading().document())));
    return ToldParts.in(incidents, texts.values());
  }

  /// The moment that it is as of.
  ///
  /// @return empty for everything on record
  public Optional<Instant> moment() {
    return moment;
  }

  /// The story that a document tells, with all that tell the same by everything on record.
  ///
  /// @param document a document
  /// @return empty if it is not known
  public Optional<Family> story(DocumentId document) {
    return Optional.ofNullable(stories.get(document));
  }

  /// The documents, by id.
  ///
  /// @return all of them
  public NavigableMap<String, DocumentId> documents() {
    return Collections.unmodifiableNavigableMap(documents);
  }

  /// A claim by the beginning of an id, or by the id that it has as it was corrected or read again.
  ///
  /// @param key what begins it
  /// @param one finds what begins with the key among ids, of which several may mean one claim
  /// @return the id that it was first read under
  public Optional<String> claim(String key, Function<NavigableMap<String, String>, Optional<String>> one) {
    return one.apply(ids.beginning(key)).or(() -> one.apply(corrected));
  }

  /// The incidents.
  ///
  /// @return by everything on record, and by day
  public IncidentBook incidents() {
    return incidents;
  }

  /// What analysts found of the accounts of an incident, as far as it stands.
  ///
  /// @param incident an incident
  /// @return in order of recording
  public List<Act.Grouped> groupings(Incident incident) {
    return groupings.on(incident);
  }

  /// The claims that relate names, as of a day.
  ///
  /// @param day the day; empty for any
  /// @return each as those hold it who still do, in order of recording
  public List<RecordedClaim> aliases(Optional<LocalDate> day) {
    AsOf asOf = new AsOf(day, moment);
    List<RecordedClaim> told = new ArrayList<>();
    for (RecordedClaim alias : aliases) {
      Document document = document(alias);
      if (day.isEmpty() || org.tingbok.ledger.SaidTime.of(alias.claim(), document).saidBy(day.get())) {
        told.add(alias.acts().isEmpty() ? alias
            : goneBackOn.stream().filter(one -> one.history().read().id().equals(alias.id())).findFirst()
                .flatMap(one -> one.history().asOf(one.document(), asOf)).map(RecordedClaim::held).orElse(alias));
      }
    }
    return told;
  }

  private Document document(RecordedClaim alias) {
    return java.util.Objects.requireNonNull(aliasDocuments.get(alias.claim().document()));
  }

  /// All that is said of names, as of a day.
  ///
  /// @param day the day; empty for any
  /// @return by documents, lists and analysts
  public NameClaims names(Optional<LocalDate> day) {
    List<RecordedClaim> said = aliases(day);
    Map<DocumentId, Document> documents = new TreeMap<>();
    Set<Family> families = new HashSet<>();
    for (RecordedClaim alias : said) {
      documents.put(alias.claim().document(), document(alias));
      story(alias.claim().document()).ifPresent(families::add);
    }
    return NameClaims.in(new Snapshot(new AsOf(day, moment), documents, said, 0, onRecord(day), List.of()), families);
  }

  /// What lists and analysts said of names, as of a day.
  ///
  /// @param day the day; empty for any
  /// @return what stood then
  public NamesOnRecord onRecord(Optional<LocalDate> day) {
    return NamesOnRecord.of(names, new AsOf(day, moment));
  }

  /// Who is who as of a day.
  ///
  /// @param day the day; empty for any
  /// @param names which names are one
  /// @return by all claims of the day
  public WhoIsWho who(Optional<LocalDate> day, Names names) {
    Set<Parties.Fact> told = new HashSet<>();
    int last = day.map(one -> (int) one.toEpochDay()).orElse(Integer.MAX_VALUE);
    facts.forEach((fact, first) -> {
      if (first <= last) {
        told.add(fact);
      }
    });
    AsOf asOf = new AsOf(day, moment);
    for (ClaimsAndDays.GoneBackOn one : goneBackOn) {
      ClaimHistory history = one.history();
      history.asOf(one.document(), asOf)
          .filter(claim -> day.isEmpty() || org.tingbok.ledger.SaidTime.of(claim.claim(), one.document())
              .saidBy(day.get()))
          .map(RecordedClaim::held).ifPresent(claim -> Parties.tell(claim, told::add));
    }
    return WhoIsWho.of(Parties.told(told), names, levels);
  }

  /// A party that is said, at whatever time, to act for another or to be part of one.
  ///
  /// @param actor the one below
  /// @param sponsor the one above
  public record Affiliated(Party actor, Party sponsor) {
  }

  /// Who is said to act for whom, whether or not it still is, and of whatever day.
  ///
  /// @return each two parties once, under each of their names
  public Set<Affiliated> affiliated() {
    Set<Affiliated> all = new HashSet<>();
    facts.keySet().forEach(fact -> {
      if (fact instanceof Parties.Under under) {
        all.add(new Affiliated(under.party(), under.above()));
      }
    });
    for (ClaimsAndDays.GoneBackOn one : goneBackOn) {
      one.history().asOf(one.document(), new AsOf(Optional.empty(), moment)).map(RecordedClaim::claim)
          .filter(Claim.Affiliation.class::isInstance).map(Claim.Affiliation.class::cast)
          .ifPresent(claim -> all.add(new Affiliated(claim.actor(), claim.sponsor())));
    }
    return all;
  }

  /// How many claims cannot be placed before or after a day.
  ///
  /// @param day the day; empty for any
  /// @return 0 if no day is asked for
  public int unplaced(Optional<LocalDate> day) {
    return day.map(dates::unplaced).orElse(0);
  }

  /// How many claims there are.
  ///
  /// @return as of now
  public int claims() {
    return dates.size();
  }

  /// The accounts that are known, for tests.
  Collection<IncidentAccount> accounts() {
    return incidents.all().stream().flatMap(incident -> incident.accounts().stream()).toList();
  }
}
