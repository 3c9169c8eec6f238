package org.tingbok.scale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tingbok.analysis.Analysis;
import org.tingbok.analysis.Matter;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.reading.knowledge.Names;

/// What one machine finds, to be held against.
final class OneMachine {
  private OneMachine() {
  }

  static Analysis analysis(List<Reading> readings) {
    return Analysis
        .of(Snapshot.of(readings.stream().map(reading -> new Snapshot.Recorded(reading, Instant.EPOCH)).toList(),
            AsOf.NOW), Names.standard()::level);
  }

  /// The rows of the table `origins`, sorted.
  static List<String> origins(Analysis analysis) {
    Map<String, Matter> matters = new TreeMap<>();
    for (RecordedClaim recorded : analysis.snapshot().claims()) {
      analysis.origins().of(recorded.claim()).forEach(matter -> matters.put(matter.key(), matter));
    }
    List<String> rows = new ArrayList<>();
    matters.values().forEach(matter -> OriginGroups.rows(matter).forEach(row -> rows.add(row.toString())));
    return rows.stream().sorted().toList();
  }
}
