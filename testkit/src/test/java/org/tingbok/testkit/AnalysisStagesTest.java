package org.tingbok.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.tingbok.analysis.Analysis;
import org.tingbok.analysis.Dispute;
import org.tingbok.analysis.Disputes;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.IncidentStatus;
import org.tingbok.analysis.Incidents;
import org.tingbok.analysis.Matter;
import org.tingbok.analysis.Origins;
import org.tingbok.analysis.SameStory;
import org.tingbok.analysis.Timeline;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Snapshot;

/// The steps of analysis are pure functions of a snapshot, whatever it holds.
class AnalysisStagesTest {
  @Nested
  class Grouping extends SnapshotStage<List<Incident>> {
    @Override
    protected Function<Snapshot, List<Incident>> stage() {
      return Incidents::of;
    }
  }

  @Nested
  class Copies extends SnapshotStage<List<Family>> {
    @Override
    protected Function<Snapshot, List<Family>> stage() {
      return snapshot -> SameStory.group(snapshot.documents().values());
    }
  }

  @Nested
  class Sources extends SnapshotStage<List<List<Matter>>> {
    @Override
    protected Function<Snapshot, List<List<Matter>>> stage() {
      return snapshot -> {
        Origins origins = Analysis.of(snapshot).origins();
        return snapshot.claims().stream().map(recorded -> origins.of(recorded.claim())).toList();
      };
    }
  }

  @Nested
  class Disagreements extends SnapshotStage<List<Dispute>> {
    @Override
    protected Function<Snapshot, List<Dispute>> stage() {
      return snapshot -> Disputes.in(snapshot, Incidents.of(snapshot));
    }
  }

  @Nested
  class Standings extends SnapshotStage<List<IncidentStatus>> {
    @Override
    protected Function<Snapshot, List<IncidentStatus>> stage() {
      return snapshot -> Incidents.of(snapshot).stream().map(incident -> IncidentStatus.of(snapshot, incident))
          .toList();
    }
  }

  @Nested
  class Timelines extends SnapshotStage<List<Timeline>> {
    @Override
    protected Function<Snapshot, List<Timeline>> stage() {
      return snapshot -> {
        List<Family> families = SameStory.group(snapshot.documents().values());
        return Incidents.of(snapshot).stream().map(incident -> Timeline.of(snapshot, incident, families)).toList();
      };
    }
  }

  /// A stage tried on generated snapshots, the empty one among them.
  abstract static class SnapshotStage<O> extends StageContract<Snapshot, O> {
    private static final List<Snapshot> SNAPSHOTS = snapshots();

    @Override
    protected final List<Snapshot> inputs() {
      return SNAPSHOTS;
    }

    private static List<Snapshot> snapshots() {
      ReadingGenerator generator = ReadingGenerator.printingItsSeed();
      List<Snapshot> snapshots = new ArrayList<>(List.of(Snapshot.of(List.of(), AsOf.NOW)));
      for (int size = 1; size <= 16; size *= 4) {
        List<Snapshot.Recorded> recorded =
            generator.readings(size).stream().map(reading -> new Snapshot.Recorded(reading, Instant.EPOCH)).toList();
        snapshots.add(Snapshot.of(recorded, AsOf.NOW));
        snapshots.add(Snapshot.of(recorded, AsOf.said(LocalDate.of(2015, 1, 1))));
      }
      return snapshots;
    }
  }
}
