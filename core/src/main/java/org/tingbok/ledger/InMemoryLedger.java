package org.tingbok.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;

/// A ledger in memory: for `read`, for tests, and as the plainest statement of what a ledger does.
final class InMemoryLedger implements Ledger {
  private final Clock clock;
  private final List<Snapshot.Recorded> entries = new ArrayList<>();
  private final Set<DocumentId> documents = new HashSet<>();
  private final Set<String> claims = new HashSet<>();

  InMemoryLedger(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Receipt append(List<Reading> readings) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int newDocuments = 0;
    int newClaims = 0;
    int allClaims = 0;
    for (Reading reading : readings) {
      boolean unknown = documents.add(reading.document().id());
      newDocuments += unknown ? 1 : 0;
      List<Claim> fresh = new ArrayList<>();
      for (Claim claim : reading.claims()) {
        if (claims.add(claim.id())) {
          fresh.add(claim);
        }
      }
      newClaims += fresh.size();
      allClaims += reading.claims().size();
      if (unknown || !fresh.isEmpty()) {
        entries.add(new Snapshot.Recorded(new Reading(reading.document(), fresh, unknown ? reading.unread() : List.of()),
            now));
      }
    }
    return new Receipt(now, newDocuments, readings.size() - newDocuments, newClaims, allClaims - newClaims);
  }

  @Override
  public synchronized Snapshot asOf(AsOf asOf) {
    return Snapshot.of(entries, asOf);
  }

  @Override
  public synchronized List<Snapshot.Recorded> readings() {
    return List.copyOf(entries);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
