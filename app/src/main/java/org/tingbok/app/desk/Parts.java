package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.Groundwork;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.NameClaims;
import org.tingbok.analysis.Names;
import org.tingbok.analysis.SameStory;
import org.tingbok.analysis.View;
import org.tingbok.analysis.WhoIsWho;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.PageRequest;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.SlotRole;

/// Gives desks of parts of a ledger as of a day, under a view: of one incident, one document, one claim. What is read for one
/// is its claims and documents and no more, however much there is besides; what has to be known of everything is in the
/// groundwork. Safe to share.
public final class Parts {
  private static final int MOST_COPIES = 60;

  private final Ledger ledger;
  private final Groundwork ground;
  private final AsOf asOf;
  private final NameClaims ever;
  private final WhoIsWho who;
  private final NamesOnRecord onRecord;
  /// The claims that relate names, by what the names of one party have in common.
  private final Map<String, List<RecordedClaim>> aliases = new HashMap<>();

  /// Documents that relate two names, by the keys of the two.
  private final Map<Set<String>, Set<DocumentId>> pairs = new HashMap<>();

  private Parts(Ledger ledger, Groundwork ground, AsOf asOf, NameClaims ever, Optional<View> view) {
    this.ledger = ledger;
    this.ground = ground;
    this.asOf = asOf;
    this.ever = ever;
    view.ifPresent(asked -> Desk.check(asked, ever));
    NameClaims said = day().isEmpty() ? ever : ground.names(day());
    this.who = ground.who(day(), Names.under(said, view.orElse(View.ANY)));
    this.onRecord = ground.onRecord(day());
    for (RecordedClaim recorded : ground.aliases(day())) {
      if (recorded.claim() instanceof Claim.Alias alias) {
        pairs.computeIfAbsent(names(alias), _ -> new TreeSet<>()).add(alias.document());
        for (String key : new TreeSet<>(List.of(who.key(alias.first()), who.key(alias.second())))) {
          aliases.computeIfAbsent(key, _ -> new ArrayList<>()).add(recorded);
        }
      }
    }
  }

  /// The parts of a ledger.
  ///
  /// @param ledger the ledger; asked whenever a part is
  /// @param ground what is known of everything in it by the moment asked for
  /// @param asOf the day, and the moment that the groundwork is as of
  /// @param view whose word is taken on names; empty for the usual one
  /// @return ready to be asked
  /// @throws BadInputException `VIEW_UNKNOWN` if the view is that of an authority that says nothing of names
  public static Parts of(Ledger ledger, Groundwork ground, AsOf asOf, Optional<View> view) {
    return new Parts(ledger, ground, asOf, ground.names(Optional.empty()), view);
  }

  /// The parts of a ledger, which is gone through for it.
  ///
  /// @param ledger the ledger; asked whenever a part is
  /// @param asOf the day and the moment
  /// @return ready to be asked, under the usual view
  public static Parts of(Ledger ledger, AsOf asOf) {
    AsOf record = new AsOf(Optional.empty(), asOf.recorded());
    Parts now = of(ledger, Groundwork.of(ledger, asOf.recorded(), Desk.LEVELS), record, Optional.empty());
    return asOf.equals(record) ? now : now.as(asOf, Optional.empty());
  }

  /// The same as of another day or under another view.
  ///
  /// @param day the day, and the same moment
  /// @param view whose word is taken on names; empty for the usual one
  /// @return ready to be asked
  public Parts as(AsOf day, Optional<View> view) {
    return new Parts(ledger, ground, day, ever, view);
  }

  /// What it is all based on.
  ///
  /// @return as of the moment
  public Groundwork ground() {
    return ground;
  }

  private Optional<LocalDate> day() {
    return asOf.said();
  }

  /// The desk of an incident, with what it is part of and contains.
  ///
  /// @param key its id, a prefix of it that no other has, the id of an account of it, or words of its name or victims
  /// @return knows the incident, its origins and its time line
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if a prefix fits several
  public Part incident(String key) {
    List<Incident> fitting = fitting(key);
    for (Incident incident : fitting) {
      Desk desk = about(Set.of(incident), Set.of());
      if (desk.incidents().withId(incident.id()).isPresent()) {
        return new Part(desk, incident.id());
      }
    }
    throw new NotFoundException("INCIDENT_UNKNOWN", "no incident fits '" + key + "'" + nothing().asked()
        + "; the command 'incidents' lists them");
  }

  /// The incident that an account tells of.
  ///
  /// @param account which account of which document
  /// @return its id; empty if nothing had been said of it
  public Optional<String> incidentOf(AccountRef account) {
    return ground.incidents().of(account.id()).flatMap(ever -> ground.incidents().asOf(ever, day()))
        .filter(then -> ground.incidents().claims(then, day()) > 0).map(Incident::id);
  }

  private List<Incident> fitting(String key) {
    Optional<Incident> told = ground.incidents().of(key.strip().toLowerCase(Locale.ROOT));
    if (told.isPresent()) {
      return List.of(told.get());
    }
    Optional<Incident> one = beginning(key, "incident--", ground.incidents().byId());
    if (one.isPresent()) {
      return List.of(one.get());
    }
    List<String> wanted = new ArrayList<>();
    for (String word : key.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        wanted.add(NameKey.of(word));
      }
    }
    record Fitting(Incident ever, Incident then, int claims) {
    }
    return wanted.isEmpty() ? List.of()
        : ground.incidents().named(wanted).stream()
            .flatMap(ever -> ground.incidents().asOf(ever, day()).stream()
                .map(then -> new Fitting(ever, then, ground.incidents().claims(then, day()))))
            .filter(found -> found.claims > 0)
            .sorted(Comparator.comparing((Fitting found) -> found.ever.victims().stream()
                .noneMatch(victim -> NameKey.of(victim.name()).equals(NameKey.of(key))))
                .thenComparingInt(found -> -found.claims).thenComparing(found -> found.then.id()))
            .limit(1).map(Fitting::ever).toList();
  }

  private static <T> Optional<T> beginning(String key, String type, NavigableMap<String, T> byId) {
    String lower = key.strip().toLowerCase(Locale.ROOT);
    String prefix = lower.startsWith(type) ? lower : type + lower;
    return IdBeginning.find(byId.subMap(prefix, true, prefix + "~", true), key, type);
  }

  /// The desk of a document.
  ///
  /// @param key its id or a prefix of it that no other has
  /// @return knows the document, its copies and its claims
  /// @throws NotFoundException `DOCUMENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if it fits several
  public Part document(String key) {
    String id = whole(key, "document--");
    Optional<DocumentId> found = Optional.of(new DocumentId(id)).filter(one -> ledger.document(one).isPresent())
        .or(() -> beginning(key, "document--", ground.documents()));
    Desk desk = about(Set.of(), found.map(Set::of).orElse(Set.of()));
    String there = found.map(DocumentId::value).orElse(id);
    return new Part(desk, there);
  }

  private static String whole(String key, String type) {
    String lower = key.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith(type) ? lower : type + lower;
  }

  /// The desk of a claim.
  ///
  /// @param key its id or a prefix of it that no other has
  /// @return knows the claim and its document
  /// @throws NotFoundException `CLAIM_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if it fits several
  public Part claim(String key) {
    Optional<ClaimHistory> found = history(key);
    Desk desk = about(Set.of(), found.map(one -> Set.of(one.read().document())).orElse(Set.of()));
    return new Part(desk, found.isEmpty() ? key : found.get().read().id());
  }

  /// The desk of a claim, with all that report the same.
  ///
  /// @param key its id or a prefix of it that no other has
  /// @return knows the claim and its origins
  /// @throws NotFoundException `CLAIM_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if it fits several
  public Part origins(String key) {
    Optional<ClaimHistory> found = history(key);
    Optional<RecordedClaim> claim = found.flatMap(one -> about(Set.of(), Set.of(one.read().document()))
        .documents().claimWith(one.read().id()));
    if (claim.isEmpty()) {
      return claim(key);
    }
    Set<DocumentId> documents = new HashSet<>(Set.of(claim.get().claim().document()));
    Set<Incident> incidents = new LinkedHashSet<>();
    claim.get().claim().account().flatMap(account -> ground.incidents().of(account.id())).ifPresent(incidents::add);
    switch (claim.get().claim()) {
      case Claim.Alias alias -> documents.addAll(pairs.getOrDefault(names(alias), Set.of()));
      case Claim.Affiliation affiliation -> documents.addAll(affiliations(affiliation));
      case Claim.Denial denial when denial.incident().isEmpty() -> incidents.addAll(accusedOf(denial.document()));
      case Claim.Attribution _, Claim.NonAttribution _, Claim.Denial _, Claim.Response _, Claim.Impact _, Claim.Method _ -> {
      }
    }
    return new Part(about(incidents, documents), claim.get().id());
  }

  /// The incidents of which somebody is accused in a document or another that tells the same story: who denies there without
  /// saying what, may deny these.
  private List<Incident> accusedOf(DocumentId document) {
    return about(Set.of(), Set.of(document)).documents().claims().stream()
        .filter(recorded -> recorded.claim() instanceof Claim.Attribution)
        .flatMap(recorded -> recorded.claim().account().stream())
        .flatMap(account -> ground.incidents().of(account.id()).stream()).distinct().toList();
  }

  private static Set<String> names(Claim.Alias alias) {
    return new TreeSet<>(List.of(NameKey.of(alias.first().name()), NameKey.of(alias.second().name())));
  }

  /// The documents that tell of two parties what a claim tells of them, by whatever names.
  private Set<DocumentId> affiliations(Claim.Affiliation claim) {
    Set<String> actors = new TreeSet<>(Set.of(claim.actor().name()));
    Set<String> sponsors = new TreeSet<>(Set.of(claim.sponsor().name()));
    for (Groundwork.Affiliated one : ground.affiliated()) {
      if (like(one.actor(), one.sponsor(), claim)) {
        actors.add(one.actor().name());
        sponsors.add(one.sponsor().name());
      }
    }
    Set<DocumentId> documents = new HashSet<>();
    ClaimQuery query = new ClaimQuery(List.of(new Condition.OfType(Set.of(ClaimType.AFFILIATION)),
        new Condition.WithParty(Set.of(SlotRole.ACTOR), actors),
        new Condition.WithParty(Set.of(SlotRole.SPONSOR), sponsors)), ClaimOrder.RECORDED);
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
    while (next.isPresent()) {
      PageRequest asked = next.get();
      var page = ledger.claims(query, asOf, asked);
      page.items().stream().filter(one -> one.claim() instanceof Claim.Affiliation other
          && like(other.actor(), other.sponsor(), claim)).forEach(one -> documents.add(one.claim().document()));
      next = page.next().map(asked::then);
    }
    return documents;
  }

  private boolean like(Party actor, Party sponsor, Claim.Affiliation claim) {
    return who.key(actor).equals(who.key(claim.actor())) && who.key(sponsor).equals(who.key(claim.sponsor()));
  }

  /// A claim by its id, the beginning of one, or the id that it has as it was corrected.
  private Optional<ClaimHistory> history(String key) {
    return ledger.claim(whole(key, "claim--")).or(() -> ground.claim(key, beginnings -> beginning(key, "claim--",
        beginnings)).flatMap(ledger::claim));
  }

  /// A desk that has no document and no claim.
  ///
  /// @return knows how sources are graded, and what is said of names
  public Desk nothing() {
    return about(Set.of(), Set.of());
  }

  /// The desk of some incidents and some documents.
  private Desk about(Collection<Incident> incidents, Set<DocumentId> more) {
    Set<DocumentId> wanted = new HashSet<>(more);
    Set<Incident> near = new LinkedHashSet<>(incidents);
    incidents.forEach(one -> {
      one.whole().flatMap(whole -> ground.incidents().withId(whole.incident())).ifPresent(near::add);
      one.parts().forEach(part -> ground.incidents().withId(part.incident()).ifPresent(near::add));
      ground.groupings(one).forEach(grouped -> grouped.accounts().forEach(account -> wanted.add(account.document())));
    });
    near.forEach(other -> wanted.addAll(other.documents()));
    List<Act.Recorded> acts = ledger.acts();
    Set<DocumentId> closed = closed(wanted);
    List<Snapshot.Recorded> readings = ledger.readings(closed);
    Snapshot part = snapshot(readings, acts);
    Set<DocumentId> beside = new HashSet<>();
    incidents.forEach(one -> beside.addAll(relating(one, part)));
    if (!closed.containsAll(beside)) {
      beside.addAll(closed);
      readings = ledger.readings(closed(beside));
      return desk(snapshot(readings, acts), readings, acts, near);
    }
    return desk(part, readings, acts, near);
  }

  /// Documents with those that tell the same stories; of a story that very many print, with some of these.
  private Set<DocumentId> closed(Set<DocumentId> documents) {
    Set<DocumentId> closed = new TreeSet<>(documents);
    documents.stream().flatMap(id -> ground.story(id).stream()).distinct()
        .forEach(family -> family.members().stream().limit(MOST_COPIES).forEach(closed::add));
    return closed;
  }

  private Snapshot snapshot(List<Snapshot.Recorded> readings, List<Act.Recorded> acts) {
    Snapshot part = Snapshot.of(readings, List.of(), acts, asOf);
    return new Snapshot(asOf, part.documents(), part.claims(), ground.unplaced(day()), onRecord, part.acts()).held();
  }

  /// The documents of claims that relate any two of those accused of an incident.
  private Set<DocumentId> relating(Incident incident, Snapshot part) {
    Set<String> accounts = new HashSet<>();
    incident.accounts().forEach(account -> accounts.add(account.id()));
    Set<String> accused = new HashSet<>();
    for (RecordedClaim recorded : part.claims()) {
      if (recorded.claim() instanceof Claim.Attribution attribution
          && attribution.incident().map(IncidentAccount::id).filter(accounts::contains).isPresent()) {
        attribution.accused().forEach(party -> accused.add(who.key(party)));
      }
    }
    Set<DocumentId> documents = new HashSet<>();
    for (String key : accused) {
      for (RecordedClaim recorded : aliases.getOrDefault(key, List.of())) {
        if (recorded.claim() instanceof Claim.Alias alias && different(alias.first(), alias.second(), accused)) {
          documents.add(alias.document());
        }
      }
    }
    return documents;
  }

  private boolean different(Party one, Party other, Set<String> accused) {
    return !who.key(one).equals(who.key(other)) && accused.contains(who.key(one)) && accused.contains(who.key(other));
  }

  private Desk desk(Snapshot part, List<Snapshot.Recorded> readings, List<Act.Recorded> acts, Set<Incident> near) {
    Set<Family> families = new HashSet<>();
    part.documents().forEach((id, document) -> families.add(ground.story(id)
        .orElseGet(() -> new Family(id, List.of(id), document.published()))));
    NavigableMap<String, Incident> known = new TreeMap<>();
    near.forEach(one -> known.put(one.id(), one));
    part.claims().forEach(recorded -> recorded.claim().account()
        .flatMap(account -> ground.incidents().of(account.id())).ifPresent(one -> known.put(one.id(), one)));
    List<Incident> then = known.values().stream().flatMap(one -> ground.incidents().asOf(one, day()).stream()).toList();
    return new Desk(new Desk.Basis(ground::groupings, incident -> Desk.saidOf(incident, known.values(),
        Snapshot.of(readings, List.of(), acts, new AsOf(Optional.empty(), asOf.recorded())).held()),
        incident -> ground.incidents().claims(incident, day()) > 0,
        incident -> known.getOrDefault(incident.id(), incident), ever, who, Optional.empty(), Optional.empty()), part,
        SameStory.among(families, part.documents()), then, OnRecord.of(readings, acts, asOf));
  }
}
