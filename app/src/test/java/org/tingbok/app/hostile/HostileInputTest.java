package org.tingbok.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.input.OnRecord;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.Readers;
import org.tingbok.app.input.Reports;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.worker.Workers;
import org.tingbok.reading.knowledge.NameDecisions;

/// Every bomb goes in one after another as `tingbok add` takes them in, with an honest report behind each tenth: each is read or
/// refused under a code of its own, none takes an honest one with it, and none is a defect of ours.
@Tag("long")
@Timeout(1800)
class HostileInputTest {
  private static final Path HONEST = Path.of("..", "samples", "visma-two-names.md");
  /// What a defect of ours would be told as.
  private static final Set<String> DEFECTS =
      Set.of("READ_FAULT", "DOCUMENT_CRASHES", "READ_INTERRUPTED", "WORKER_UNSTARTED", "PATH_UNREADABLE");

  @TempDir
  private Path folder = Path.of("");

  private static InputReader.Outcome read(Readers readers, Source source) {
    return new Reports(readers, OnRecord.NOTHING, NameDecisions.none(), false)
        .read(List.of(source), InputStream.nullInputStream(), (_, _, _) -> true).outcome();
  }

  @Test
  void losesNothingButTheBombs() throws IOException {
    List<String> faults = new ArrayList<>();
    Set<String> codes = new TreeSet<>();
    Source honest = new Source("honest.md", Optional.of(HONEST));
    InputReader.Outcome expected = read(Readers.HERE, honest);
    int count = 0;
    try (Workers workers = Workers.ofThisProcess()) {
      for (Bomb bomb : Bomb.all()) {
        Path file = Files.write(folder.resolve(bomb.name()), bomb.bytes());
        InputReader.Outcome outcome = read(workers, new Source(bomb.name(), Optional.of(file)));
        Files.delete(file);
        if (outcome.readings().isEmpty() && outcome.troubles().isEmpty()) {
          faults.add(bomb + ": neither read nor refused");
        }
        for (Trouble trouble : outcome.troubles()) {
          codes.add(trouble.code());
          if (DEFECTS.contains(trouble.code()) || !trouble.message().contains(bomb.name())
              || trouble.message().contains("Exception") || trouble.message().contains("null")) {
            faults.add(trouble.line());
          }
        }
        if (count++ % 10 == 0) {
          assertThat(read(workers, honest).readings()).as("behind %s", bomb).isEqualTo(expected.readings());
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(codes).contains("ARCHIVE_BOMB", "DOCX_BROKEN", "DOCUMENT_TOO_DEEP", "DOCUMENT_TOO_LARGE",
        "DOCUMENT_TOO_SLOW",
        "PDF_BROKEN", "STIX_BROKEN", "MESSAGE_BROKEN", "WARC_RECORD_BROKEN", "ENTRY_TOO_LARGE");
  }
}
