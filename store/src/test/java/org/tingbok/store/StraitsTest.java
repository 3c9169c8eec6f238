package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Snapshot;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.UnavailableException;

/// No room, no right to write, company, a clock that goes backwards: what was acknowledged stays, nothing is there by half,
/// and the message says what happened and what to do.
class StraitsTest {
  private static final long SEED = 77;
  /// Kilobytes; more than SQLite's own library takes when it is unpacked, which the limit holds for too.
  private static final int LIMIT = 4096;

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void placeLedger() {
    file = folder.resolve("leads.ledger");
  }

  /// A limit on the size of files is what everybody may set; to the program it is a disk that takes no more.
  @Test
  void whereTheDiskTakesNoMore() throws IOException, InterruptedException {
    takesNoMore();
  }

  private void takesNoMore() throws IOException, InterruptedException {
    List<String> lines = run(List.of("bash", "-c", "ulimit -f " + LIMIT + "; exec \"$@\"", "bash"), 100_000);

    assertThat(lines.getLast()).matches("refused (LEDGER_IO|LEDGER_DISK_FULL) .*")
        .contains("leads.ledger", "nothing of this was recorded", "limit");
    int held = held();
    assertThat(held).isEqualTo(acknowledged(lines)).isGreaterThan(30);
    assertThat(run(List.of(), 2)).last().asString().startsWith("acknowledged " + (held + 2 * Adding.BATCH));
    assertThat(held()).isEqualTo(held + 2 * Adding.BATCH);
  }

  /// A disk of its own that is truly full, twice: with ballast on it, and once that was thrown off.
  private static final String SMALL_DISK = """
      disk=$1 out=$2; shift 2
      mount -t tmpfs -o size=5m,mode=777 none "$disk" || exit 9
      head -c 2000000 /dev/zero >"$disk/ballast"
      "$@"
      rm "$disk/ballast"
      "$@"
      cp "$disk"/leads.ledger* "$out"
      """;

  /// Needs a kernel that lets anybody mount a disk in memory for himself; where none does, the limit stands for it.
  @Test
  void whereTheDiskIsFull() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Process probe = new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", disk.toString()).start();
    if (probe.waitFor() != 0) {
      System.out.println("no disk can be mounted here: a limit on the size of files stands for a full one");
      takesNoMore();
      return;
    }
    Path out = Files.createDirectory(folder.resolve("out"));
    file = disk.resolve("leads.ledger");
    List<String> lines =
        run(List.of("unshare", "-rm", "bash", "-c", SMALL_DISK, "bash", disk.toString(), out.toString()), 100_000);

    assertThat(lines).filteredOn(line -> line.startsWith("refused")).hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("refused LEDGER_DISK_FULL ")
            .contains("leads.ledger", "nothing of this was recorded"));
    int again = lines.lastIndexOf(lines.stream().filter(line -> line.startsWith("begins at ")).toList().getLast());
    int first = acknowledged(lines.subList(0, again));
    assertThat(lines.get(again)).isEqualTo("begins at " + first);
    assertThat(acknowledged(lines)).isGreaterThan(first);
    file = out.resolve("leads.ledger");
    assertThat(held()).isEqualTo(acknowledged(lines)).isGreaterThan(30);
  }

  @Test
  void whereTheFileMayOnlyBeRead() throws IOException, InterruptedException {
    assertThat(run(List.of(), 3)).last().asString().startsWith("acknowledged 9");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

    // Who may do everything is told to heed rights, too.
    List<String> before = Files.isWritable(file)
        ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--")
        : List.of();
    List<String> lines = run(before, 3);

    assertThat(lines).containsExactly("refused LEDGER_UNWRITABLE the ledger " + file + " may only be read: ask for the"
        + " right to write to it, or name another with --ledger");
    assertThat(held()).isEqualTo(9);
    assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> {
      try (Ledger ledger = Ledgers.read(file)) {
        ledger.append(new ReadingGenerator(1).readings(1));
      }
    }).satisfies(refusal -> assertThat(refusal.code()).isEqualTo("LEDGER_UNWRITABLE"));
  }

  @Test
  void whereTwoProgramsAddAtOnce() throws IOException, InterruptedException {
    Path other = folder.resolve("two");
    Files.createDirectory(other);
    Process one = Adding.start(List.of(), folder, file, SEED, 40);
    Process two = Adding.start(List.of(), other, file, SEED + 1, 40);
    List<String> first;
    List<String> second;
    try (BufferedReader ones = one.inputReader(); BufferedReader twos = two.inputReader()) {
      first = ones.lines().toList();
      second = twos.lines().toList();
    }
    assertThat(List.of(one.waitFor(), two.waitFor())).containsOnly(0);
    assertThat(first).last().asString().startsWith("acknowledged ");
    assertThat(second).last().asString().startsWith("acknowledged ");

    // Whoever came second began after what the first had added by then, in its own sequence.
    List<Reading> held;
    try (Ledger ledger = Ledgers.read(file)) {
      held = ledger.readings().stream().map(Snapshot.Recorded::reading).toList();
      TreeMap<Instant, Long> batches = new TreeMap<>(ledger.readings().stream()
          .collect(Collectors.groupingBy(Snapshot.Recorded::recordedAt, Collectors.counting())));
      assertThat(batches.values()).containsOnly((long) Adding.BATCH);
    }
    assertThat(held).hasSize(2 * 40 * Adding.BATCH).containsAll(own(first, SEED)).containsAll(own(second, SEED + 1));
    assertThat(Upkeeping.wrong(file)).isEmpty();
  }

  private static List<Reading> own(List<String> lines, long seed) {
    ReadingGenerator generator = new ReadingGenerator(seed);
    generator.readings(Integer.parseInt(lines.getFirst().substring("begins at ".length())));
    return generator.readings(40 * Adding.BATCH);
  }

  @Test
  void whereTheClockGoesBackwards() {
    ManualClock clock = new ManualClock(Instant.parse("2024-05-02T12:00:00Z"));
    List<Reading> readings = new ReadingGenerator(SEED).readings(30);
    List<Instant> moments = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      clock.set(Instant.parse("2024-05-02T12:00:00Z").minusSeconds(3600L * i));
      try (Ledger ledger = Ledgers.open(file, clock)) {
        moments.add(ledger.append(readings.subList(i, i + 1)).recordedAt());
      }
    }
    assertThat(moments).isSorted().doesNotHaveDuplicates();
    try (Ledger ledger = Ledgers.read(file)) {
      assertThat(ledger.readings()).extracting(Snapshot.Recorded::recordedAt).isEqualTo(moments);
    }
    assertThat(Upkeeping.wrong(file)).isEmpty();
  }

  private List<String> run(List<String> before, int times) throws IOException, InterruptedException {
    Process process = Adding.start(before, folder, file, SEED, times);
    List<String> lines;
    try (BufferedReader output = process.inputReader()) {
      lines = output.lines().toList();
    }
    assertThat(process.waitFor()).isIn(0, Adding.REFUSED);
    return lines;
  }

  private static int acknowledged(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("acknowledged "))
        .mapToInt(line -> Integer.parseInt(line.split(" ", -1)[1])).max().orElse(0);
  }

  /// How many readings are on record, all of them whole and as they were added.
  private int held() {
    try (Ledger ledger = Ledgers.read(file)) {
      List<Snapshot.Recorded> readings = ledger.readings();
      assertThat(readings).extracting(Snapshot.Recorded::reading)
          .isEqualTo(new ReadingGenerator(SEED).readings(readings.size()));
      assertThat(Upkeeping.wrong(file)).isEmpty();
      return readings.size();
    }
  }
}
