package org.tingbok.app.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Parts;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.desk.ReviewQueues;
import org.tingbok.app.intake.Intake;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;

/// What there is to answer from.
///
/// @param ledger for what its indexes answer
/// @param desks for what follows from all of it, as of a day, under a view
/// @param parts for what follows from a part of it
/// @param queues what waits for an analyst in the ledger as it stands
/// @param settle waits until parts are by all that was recorded before
/// @param recorder who records what is handed in; empty if the ledger is only shown
/// @param intake who takes reports in; empty if the ledger is only shown
public record Holdings(Ledger ledger, BiFunction<AsOf, Optional<View>, Desk> desks,
    BiFunction<AsOf, Optional<View>, Parts> parts, Supplier<ReviewQueues> queues, Runnable settle,
    Optional<Recorder> recorder, Optional<Intake> intake) {
  /// Who records.
  ///
  /// @return open for writing
  Recorder open() {
    return recorder.orElseThrow(Holdings::shownOnly);
  }

  /// Who takes reports in.
  ///
  /// @return open for writing
  Intake taking() {
    return intake.orElseThrow(Holdings::shownOnly);
  }

  private static Problem.Raised shownOnly() {
    return Problem.raised(403, "SHOWN_ONLY", "", "this server only shows the ledger; start it without --read-only");
  }

  /// The last moment on record.
  ///
  /// @return empty if nothing is
  Optional<Instant> lastMoment() {
    Page<RecordedClaim> claims = ledger.claims(ClaimQuery.EVERYTHING, AsOf.NOW, PageRequest.first(1));
    return claims.next().map(cursor -> cursor.recorded())
        .or(() -> Stream.of(ledger.readings().stream().map(Snapshot.Recorded::recordedAt),
            ledger.acts().stream().map(Act.Recorded::recordedAt),
            ledger.names().stream().map(NameEntry.Recorded::recordedAt)).flatMap(moments -> moments)
            .max(Comparator.naturalOrder()));
  }
}
