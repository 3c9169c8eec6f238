package org.tingbok.app.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.NameClaims;
import org.tingbok.analysis.NameStatement;
import org.tingbok.claim.Claim;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.tables.LedgerTables;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Grades;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Markings;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;

/// Takes out of a ledger what other programs are to have: the claims of a page, or those for which conditions hold. Documents
/// are read one after another, when they are written.
public final class Extraction {
  private static final int DOCUMENTS_AT_ONCE = 40;

  private final Ledger ledger;
  private final Desk desk;
  private final AsOf asOf;
  private final Map<String, Instant> changes = new HashMap<>();
  /// When analysts last joined or split something, by account.
  private final Map<String, Instant> regrouped = new HashMap<>();

  /// Out of a ledger as a desk shows it.
  ///
  /// @param ledger the ledger; has to stay open
  /// @param desk the same ledger as of the day and the moment, under the view
  public Extraction(Ledger ledger, Desk desk) {
    this.ledger = ledger;
    this.desk = desk;
    this.asOf = desk.snapshot().asOf();
    for (Act.Recorded recorded : desk.snapshot().acts()) {
      if (recorded.act() instanceof Act.Grouped grouped) {
        grouped.accounts().forEach(account -> regrouped.merge(account.id(), recorded.recordedAt(),
            (one, other) -> one.isAfter(other) ? one : other));
      }
    }
  }

  /// Everything that had been said by the day.
  ///
  /// @return all documents, those without claims among them
  public Extract everything() {
    return among("Everything on record", new ClaimQuery(List.of(), ClaimOrder.RECORDED),
        List.copyOf(desk.snapshot().documents().keySet()));
  }

  /// Everything on record as tables.
  ///
  /// @return their rows are read from the ledger when they are written
  public LedgerTables tables() {
    NameClaims said = desk.names().claims();
    Map<String, NameStatement> statements = new TreeMap<>();
    said.names().forEach(name -> said.on(name).forEach(one -> statements
        .put(one.id() + '\n' + one.first() + '\n' + one.second() + '\n' + one.relation().code(), one)));
    return new LedgerTables(everything(), desk.snapshot(), desk.incidents().all(), desk.conflicts(),
        List.copyOf(statements.values()));
  }

  /// The claims of incidents.
  ///
  /// @param title what they are
  /// @param keys as for [IncidentRoom#page]
  /// @return every claim about them, copies and what was said before among them
  public Extract incidents(String title, List<String> keys) {
    List<RecordedClaim> claims = new ArrayList<>();
    for (String key : keys) {
      Incident incident = desk.incidents().first(key);
      claims.addAll(desk.incidents().claims(incident));
      claims.addAll(desk.incidents().saidBefore(incident));
    }
    return of(title, claims);
  }

  /// What is said of an actor: its names, for whom it acts, what it is accused of, whether it denies.
  ///
  /// @param actor its page
  /// @return the claims on it
  public Extract actor(ActorPage actor) {
    Stream<ClaimCard> names = actor.names().stream().flatMap(name -> name.claims().stream());
    Stream<ClaimCard> roles = actor.roles().stream().flatMap(
        role -> Stream.of(role.accused(), role.cleared(), role.denials()).flatMap(List::stream));
    return cards(actor.party().name(),
        Stream.of(names, actor.affiliations().stream(), roles).flatMap(all -> all).toList());
  }

  /// The claims of a document.
  ///
  /// @param document its page
  /// @return those that stand in it
  public Extract document(DocumentPage document) {
    return document.claims().isEmpty()
        ? extract(document.title(), () -> Stream.of(part(new DocumentId(document.id()), List.of())).iterator())
        : cards(document.title(), document.claims());
  }

  /// The claims on both sides of disputes, and what explains them.
  ///
  /// @param title what they are
  /// @param disputes the disputes
  /// @return their claims
  public Extract disputes(String title, List<DisputeCard> disputes) {
    return cards(title, disputes.stream().flatMap(dispute -> Stream.concat(
        dispute.sides().stream().flatMap(side -> side.claims().stream()), dispute.context().stream())).toList());
  }

  /// What is told on a time line.
  ///
  /// @param page the time line
  /// @return its claims
  public Extract timeline(TimelinePage page) {
    return ids(page.of(), page.moments().stream().flatMap(moment -> moment.claims().stream()).toList());
  }

  /// The reports that matters rest on.
  ///
  /// @param title whose origins
  /// @param page the origins
  /// @return a claim for each report
  public Extract origins(String title, OriginsPage page) {
    return ids(title, page.matters().stream().flatMap(matter -> matter.from().stream())
        .flatMap(origin -> origin.traces().stream()).map(MatterCard.TraceCard::claim).toList());
  }

  /// Which states accuse which: what is said of whoever has a country by whoever has another.
  ///
  /// @return accusations between states
  public Extract betweenStates() {
    return of("Accusations between states", desk.documents().claims().stream()
        .filter(recorded -> recorded.claim() instanceof Claim.Attribution attribution
            && attribution.saying().claimants().stream().anyMatch(one -> one.country().isPresent() && attribution
                .accused().stream().anyMatch(other -> other.country().isPresent()
                    && !other.country().equals(one.country()))))
        .toList());
  }

  /// What documents say of which names are one.
  ///
  /// @return alias claims
  public Extract names() {
    return of("Names", desk.documents().claims().stream()
        .filter(recorded -> recorded.claim() instanceof Claim.Alias).toList());
  }

  /// Claims by their cards.
  ///
  /// @param title what they are
  /// @param cards in any order, repeated or not
  /// @return the claims
  public Extract cards(String title, Collection<ClaimCard> cards) {
    return ids(title, cards.stream().map(ClaimCard::id).toList());
  }

  private Extract ids(String title, List<String> ids) {
    return of(title, new LinkedHashSet<>(ids).stream().flatMap(id -> desk.documents().claimWith(id).stream()).toList());
  }

  private Extract of(String title, Collection<RecordedClaim> claims) {
    Map<DocumentId, List<RecordedClaim>> byDocument = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    claims.stream().filter(recorded -> seen.add(recorded.id())).forEach(recorded -> byDocument
        .computeIfAbsent(recorded.claim().document(), _ -> new ArrayList<>()).add(recorded));
    return extract(title, () -> byDocument.entrySet().stream().map(entry -> part(entry.getKey(), entry.getValue()))
        .iterator());
  }

  /// The claims for which conditions hold, asked of the ledger part by part.
  ///
  /// @param title what was asked
  /// @param query the conditions; their order does not matter
  /// @return the claims, by document
  public Extract matching(String title, ClaimQuery query) {
    Set<DocumentId> documents = new TreeSet<>();
    all(query.in(ClaimOrder.RECORDED)).forEachRemaining(recorded -> documents.add(recorded.claim().document()));
    return among(title, query, List.copyOf(documents));
  }

  private Extract among(String title, ClaimQuery query, List<DocumentId> inOrder) {
    return extract(title, () -> Stream.iterate(0, from -> from < inOrder.size(), from -> from + DOCUMENTS_AT_ONCE)
        .flatMap(from -> some(query, inOrder.subList(from, Math.min(inOrder.size(), from + DOCUMENTS_AT_ONCE))))
        .iterator());
  }

  private Stream<Extract.Part> some(ClaimQuery query, List<DocumentId> documents) {
    List<Condition> conditions = new ArrayList<>(query.all());
    conditions.add(new Condition.InDocument(Set.copyOf(documents)));
    Map<DocumentId, List<RecordedClaim>> claims = new TreeMap<>();
    all(new ClaimQuery(conditions, ClaimOrder.RECORDED)).forEachRemaining(recorded -> claims
        .computeIfAbsent(recorded.claim().document(), _ -> new ArrayList<>()).add(recorded.held()));
    return documents.stream().map(document -> part(document, claims.getOrDefault(document, List.of())));
  }

  private Iterator<RecordedClaim> all(ClaimQuery query) {
    return Stream.iterate(Optional.of(ledger.claims(query, asOf, PageRequest.first(PageRequest.MOST))),
        Optional::isPresent,
        (Optional<Page<RecordedClaim>> page) -> page.flatMap(Page::next)
            .map(next -> ledger.claims(query, asOf, PageRequest.first(PageRequest.MOST).then(next))))
        .flatMap(page -> page.orElseThrow().items().stream()).iterator();
  }

  private Extract.Part part(DocumentId id, List<RecordedClaim> claims) {
    Snapshot.Recorded recorded = ledger.document(id).orElseThrow();
    List<RecordedClaim> inOrder = claims.stream()
        .sorted(Comparator.comparingInt((RecordedClaim one) -> one.claim().evidence().getFirst().start())
            .thenComparing(one -> one.claim().type()).thenComparing(RecordedClaim::id))
        .toList();
    long all = ledger.count(ClaimQuery.of(new Condition.InDocument(Set.of(id))),
        new AsOf(Optional.empty(), asOf.recorded()));
    return new Extract.Part(recorded.reading().document(), recorded.recordedAt(), inOrder,
        desk.documents().unreadIn(id).stream().map(UnreadSentence::unread).toList(), all == inOrder.size());
  }

  private Extract extract(String title, Iterable<Extract.Part> parts) {
    return new Extract(title, asOf, parts, this::about,
        document -> desk.documents().familyOf(document).flatMap(family -> family.copyOf(document)),
        Markings.of(ledger.acts()), Grades.of(desk.snapshot().acts()));
  }

  private Optional<Extract.About> about(RecordedClaim recorded) {
    return desk.cards().incidentOf(recorded.claim()).filter(incident -> !incident.saidBefore(recorded))
        .map(incident -> new Extract.About(incident, changes.computeIfAbsent(incident.id(), _ -> changed(incident))));
  }

  private Instant changed(Incident incident) {
    return Stream.concat(desk.incidents().claims(incident).stream().map(RecordedClaim::changedAt),
        incident.accounts().stream().flatMap(account -> Optional.ofNullable(regrouped.get(account.id())).stream()))
        .max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}
