package org.tingbok.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tingbok.analysis.Analysis;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Grades;
import org.tingbok.ledger.Markings;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;

/// Extracts of readings, as a ledger would give them.
public final class Extracts {
  /// When everything was recorded.
  public static final Instant RECORDED = Instant.parse("2026-11-22T08:00:00Z");

  private Extracts() {
  }

  /// All claims of readings.
  ///
  /// @param readings what was read
  /// @return everything in them
  public static Extract of(Collection<Reading> readings) {
    return of(readings, List.of(), _ -> true);
  }

  /// Some claims of readings, after something was done about them.
  ///
  /// @param readings what was read
  /// @param acts what was done
  /// @param wanted which claims
  /// @return those
  public static Extract of(Collection<Reading> readings, List<Act.Recorded> acts, Predicate<RecordedClaim> wanted) {
    Snapshot snapshot = Snapshot.of(readings.stream().map(reading -> new Snapshot.Recorded(reading, RECORDED)).toList(),
        List.of(), acts, AsOf.NOW);
    Analysis analysis = Analysis.of(snapshot);
    Map<DocumentId, List<RecordedClaim>> claims = new TreeMap<>();
    analysis.snapshot().claims().stream().distinct().forEach(
        recorded -> claims.computeIfAbsent(recorded.claim().document(), _ -> new ArrayList<>()).add(recorded));
    List<Extract.Part> parts = new ArrayList<>();
    claims.forEach((document, all) -> {
      List<RecordedClaim> some = all.stream().filter(wanted)
          .sorted(java.util.Comparator.comparingInt((RecordedClaim one) -> one.claim().evidence().getFirst().start())
              .thenComparing(RecordedClaim::id))
          .toList();
      if (!some.isEmpty()) {
        parts.add(new Extract.Part(java.util.Objects.requireNonNull(snapshot.documents().get(document)), RECORDED, some,
            List.of(),
            some.size() == all.size()));
      }
    });
    Instant last = acts.stream().map(Act.Recorded::recordedAt).max(Instant::compareTo).orElse(RECORDED);
    return new Extract("a test", AsOf.NOW, parts,
        recorded -> analysis.incidentOf(recorded.claim()).map(incident -> new Extract.About(incident, last)),
        _ -> Optional.empty(), Markings.of(acts), Grades.of(snapshot.acts()));
  }
}
