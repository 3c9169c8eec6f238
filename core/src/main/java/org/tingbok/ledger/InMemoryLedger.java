package org.tingbok.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Decision;
import org.tingbok.claim.NameDecision;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Cursor;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.Tlp;

/// A ledger in memory: for `read`, for tests, and as the plainest statement of what a ledger does.
final class InMemoryLedger implements Ledger {
  private final Clock clock;
  private final WordForms forms;
  private final List<Snapshot.Recorded> entries = new ArrayList<>();
  private final List<NameEntry.Recorded> names = new ArrayList<>();
  private final List<Act.Recorded> acts = new ArrayList<>();
  private final Map<DocumentId, Document> documents = new HashMap<>();
  private final Map<String, Claim> claims = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<DocumentId> erased = new HashSet<>();

  InMemoryLedger(Clock clock, WordForms forms) {
    this.clock = clock;
    this.forms = forms;
  }

  @Override
  public synchronized Receipt append(List<Reading> readings) {
    // Nothing is changed before the whole of it is known to be good.
    Intake intake =
        Intake.of(readings, ids::contains, erased::contains, id -> Objects.requireNonNull(documents.get(id)));
    Instant recordedAt = intake.moment(clock, last());
    for (Intake.Part part : intake.parts()) {
      Reading reading = part.reading();
      Document document = reading.document();
      documents.putIfAbsent(document.id(), document);
      ids.add(document.id().value());
      for (Claim claim : reading.claims()) {
        ids.add(claim.id());
        claims.put(claim.id(), claim);
      }
      for (Unread unread : reading.unread()) {
        ids.add(unread.id(document.id()));
      }
      entries.add(new Snapshot.Recorded(reading, recordedAt));
    }
    return intake.receipt(recordedAt);
  }

  @Override
  public synchronized NameReceipt append(NameList edition, boolean acceptLosses) {
    NameIntake intake = NameIntake.of(edition, names, acceptLosses);
    return intake.receipt(edition, record(intake));
  }

  @Override
  public synchronized boolean append(Decision decision) {
    NameIntake intake = NameIntake.of(decision, names);
    record(intake);
    return intake.added() > 0;
  }

  @Override
  public synchronized int decide(List<NameDecision> decisions) {
    NameIntake intake = NameIntake.of(decisions, names);
    record(intake);
    return intake.added();
  }

  private Instant record(NameIntake intake) {
    Instant recordedAt = intake.moment(clock, last());
    intake.entries().forEach(entry -> names.add(new NameEntry.Recorded(entry, recordedAt)));
    return recordedAt;
  }

  @Override
  public synchronized ActReceipt act(List<Act> wanted) {
    ActsBySubject about = ActsBySubject.of(acts);
    ActIntake intake = ActIntake.of(wanted, new ActIntake.OnRecord() {
      @Override
      public Optional<Claim> claim(String id) {
        return Optional.ofNullable(claims.get(id));
      }

      @Override
      public Optional<Document> document(DocumentId id) {
        return Optional.ofNullable(documents.get(id));
      }

      @Override
      public boolean unread(String id) {
        return id.startsWith("unread--") && ids.contains(id);
      }

      @Override
      public List<Act> acts(String subject) {
        return about.subject(subject).stream().map(Act.Recorded::act).toList();
      }
    });
    Instant recordedAt = intake.moment(clock, last());
    for (Act act : intake.entries()) {
      acts.add(new Act.Recorded(act, recordedAt));
      if (act instanceof Act.Erased gone) {
        erase(gone.document());
      }
    }
    return intake.receipt(recordedAt);
  }

  @Override
  public synchronized Appended append(List<Reading> readings, List<Act> wanted) {
    Set<String> known = Set.copyOf(ids);
    int before = entries.size();
    Receipt receipt = append(readings);
    try {
      return new Appended(receipt, act(wanted));
    } catch (TingbokException e) {
      entries.subList(before, entries.size()).clear();
      ids.retainAll(known);
      claims.keySet().retainAll(known);
      documents.keySet().removeIf(id -> !known.contains(id.value()));
      throw e;
    }
  }

  private void erase(DocumentId document) {
    erased.add(document);
    documents.computeIfPresent(document, (_, was) -> Erasure.of(was));
    entries.replaceAll(entry -> entry.reading().document().id().equals(document)
        ? new Snapshot.Recorded(Erasure.of(entry.reading()), entry.recordedAt())
        : entry);
    claims.replaceAll((_, claim) -> claim.document().equals(document) ? Erasure.of(claim) : claim);
    acts.replaceAll(recorded -> new Act.Recorded(Erasure.of(recorded.act(), document), recorded.recordedAt()));
  }

  private Optional<Instant> last() {
    return Stream.of(entries.isEmpty() ? Instant.MIN : entries.getLast().recordedAt(),
        names.isEmpty() ? Instant.MIN : names.getLast().recordedAt(),
        acts.isEmpty() ? Instant.MIN : acts.getLast().recordedAt()).max(Comparator.naturalOrder())
        .filter(moment -> !moment.equals(Instant.MIN));
  }

  @Override
  public synchronized Snapshot asOf(AsOf asOf) {
    return Snapshot.of(entries, names, acts, asOf);
  }

  @Override
  public synchronized List<NameEntry.Recorded> names() {
    return List.copyOf(names);
  }

  @Override
  public synchronized List<Act.Recorded> acts() {
    return List.copyOf(acts);
  }

  @Override
  public synchronized List<Snapshot.Recorded> readings() {
    return Snapshot.Recorded.byDocument(entries);
  }

  @Override
  public void each(Consumer<Snapshot.Recorded> taken) {
    List<Snapshot.Recorded> all;
    synchronized (this) {
      all = List.copyOf(entries);
    }
    all.forEach(taken);
  }

  @Override
  public synchronized List<Snapshot.Recorded> readings(Collection<DocumentId> wanted) {
    Set<DocumentId> any = Set.copyOf(wanted);
    return entries.stream().filter(entry -> any.contains(entry.reading().document().id())).toList();
  }

  @Override
  public Page<RecordedClaim> claims(ClaimQuery query, AsOf asOf, PageRequest page) {
    AsOf pinned = pinned(asOf, page);
    return page(found(query, pinned), pinned, page);
  }

  @Override
  public long count(ClaimQuery query, AsOf asOf) {
    return found(query, asOf).size();
  }

  private List<RecordedClaim> found(ClaimQuery query, AsOf asOf) {
    ClaimFilter filter = new ClaimFilter(query, forms);
    Snapshot snapshot = asOf(asOf);
    List<ClaimFilter.Found> found = new ArrayList<>();
    for (RecordedClaim claim : snapshot.claims()) {
      Document document = Objects.requireNonNull(snapshot.documents().get(claim.claim().document()));
      if (filter.holds(claim, document)) {
        found.add(new ClaimFilter.Found(claim, document.language(), SaidTime.of(claim.claim(), document).by(),
            found.size()));
      }
    }
    return filter.ordered(found);
  }

  @Override
  public Page<DocumentHit> documents(DocumentQuery query, AsOf asOf, PageRequest page) {
    AsOf pinned = pinned(asOf, page);
    Snapshot snapshot = asOf(pinned);
    Map<DocumentId, Instant> recorded = new LinkedHashMap<>();
    for (Snapshot.Recorded reading : readings()) {
      recorded.put(reading.reading().document().id(), reading.recordedAt());
    }
    List<DocumentFilter.Found> found = new ArrayList<>();
    DocumentFilter filter = new DocumentFilter(query, forms);
    for (Map.Entry<DocumentId, Instant> entry : recorded.entrySet()) {
      Document document = snapshot.documents().get(entry.getKey());
      if (document != null) {
        filter.find(document, entry.getValue(), found.size()).ifPresent(found::add);
      }
    }
    return page(filter.ordered(found), pinned, page);
  }

  @Override
  public synchronized Optional<ClaimHistory> claim(String id) {
    ActsBySubject about = ActsBySubject.of(acts);
    return Optional.ofNullable(claims.get(id)).map(claim -> new ClaimHistory(claim,
        entries.stream().filter(entry -> entry.reading().claims().stream().anyMatch(one -> one.id().equals(id)))
            .findFirst().orElseThrow().recordedAt(),
        about.claim(claim)));
  }

  @Override
  public synchronized Optional<Snapshot.Recorded> document(DocumentId id) {
    return Snapshot.Recorded
        .byDocument(entries.stream().filter(entry -> entry.reading().document().id().equals(id)).toList()).stream()
        .findFirst();
  }

  /// All pages of an answer are as of the moment of its first, and that is no later than the last on record: what is
  /// recorded between two pages must not move the second, even if a moment yet to come was asked for.
  private synchronized AsOf pinned(AsOf asOf, PageRequest page) {
    Optional<Instant> asked = page.after().map(Cursor::recorded).or(asOf::recorded);
    Optional<Instant> last = last();
    return new AsOf(asOf.said(),
        asked.filter(moment -> last.filter(moment::isAfter).isEmpty()).or(() -> last).or(() -> asked));
  }

  private static <T> Page<T> page(List<T> all, AsOf pinned, PageRequest page) {
    int from = (int) Math.min(all.size(), page.after().map(Cursor::number).orElse(0L));
    int to = Math.min(all.size(), from + page.size());
    return new Page<>(all.subList(from, to), to >= all.size() ? Optional.empty()
        : pinned.recorded().map(moment -> new Cursor(moment, Integer.toString(to))));
  }

  /// A copy of what may be seen, as it is now for each question.
  @Override
  public Ledger cleared(Tlp ceiling) {
    return new ClearedLedger(() -> seen(ceiling));
  }

  private synchronized Ledger seen(Tlp ceiling) {
    InMemoryLedger seen = new InMemoryLedger(clock, forms);
    Cleared cleared = Cleared.of(entries, acts, ceiling);
    seen.entries.addAll(cleared.readings(entries));
    seen.names.addAll(names);
    seen.acts.addAll(cleared.acts(acts));
    for (Snapshot.Recorded entry : seen.entries) {
      Reading reading = entry.reading();
      seen.documents.putIfAbsent(reading.document().id(), reading.document());
      reading.claims().forEach(claim -> seen.claims.put(claim.id(), claim));
    }
    return seen;
  }

  @Override
  public void close() {
    // nothing is held
  }
}
