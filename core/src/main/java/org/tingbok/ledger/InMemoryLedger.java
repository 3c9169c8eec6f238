package org.tingbok.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Decision;
import org.tingbok.claim.NameDecision;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;

/// A ledger in memory: for `read`, for tests, and as the plainest statement of what a ledger does.
final class InMemoryLedger implements Ledger {
  private final Clock clock;
  private final List<Snapshot.Recorded> entries = new ArrayList<>();
  private final List<NameEntry.Recorded> names = new ArrayList<>();
  private final Map<DocumentId, Document> documents = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  InMemoryLedger(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Receipt append(List<Reading> readings) {
    // Nothing is changed before the whole of it is known to be good.
    Intake intake = Intake.of(readings, ids::contains, id -> Objects.requireNonNull(documents.get(id)));
    Instant recordedAt = intake.moment(clock, last());
    for (Intake.Part part : intake.parts()) {
      Reading reading = part.reading();
      Document document = reading.document();
      documents.putIfAbsent(document.id(), document);
      ids.add(document.id().value());
      reading.claims().stream().map(Claim::id).forEach(ids::add);
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

  private Optional<Instant> last() {
    Optional<Instant> reading =
        entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().recordedAt());
    Optional<Instant> name = names.isEmpty() ? Optional.empty() : Optional.of(names.getLast().recordedAt());
    return Stream.concat(reading.stream(), name.stream()).max(Instant::compareTo);
  }

  @Override
  public synchronized Snapshot asOf(AsOf asOf) {
    return Snapshot.of(entries(), names(), asOf);
  }

  @Override
  public synchronized List<NameEntry.Recorded> names() {
    return List.copyOf(names);
  }

  @Override
  public List<Snapshot.Recorded> readings() {
    return Snapshot.Recorded.byDocument(entries());
  }

  private synchronized List<Snapshot.Recorded> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
