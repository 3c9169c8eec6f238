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
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;

/// A ledger in memory: for `read`, for tests, and as the plainest statement of what a ledger does.
final class InMemoryLedger implements Ledger {
  private final Clock clock;
  private final List<Snapshot.Recorded> entries = new ArrayList<>();
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

  private Optional<Instant> last() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().recordedAt());
  }

  @Override
  public Snapshot asOf(AsOf asOf) {
    return Snapshot.of(entries(), asOf);
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
