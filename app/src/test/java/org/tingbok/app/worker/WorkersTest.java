package org.tingbok.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.input.OnRecord;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.Readers;
import org.tingbok.app.input.Reports;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.reading.document.Budget;
import org.tingbok.reading.knowledge.NameDecisions;

/// Real processes that read, run out of memory, take too long and are killed: one report is lost at most, and it is named.
@Timeout(300)
class WorkersTest {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final List<String> HONEST =
      List.of("visma-two-names.md", "striking-back.md", "taiwan-blacktech.txt", "hacks-that-were-not.txt");

  @TempDir
  private Path folder = Path.of("");

  private static Workers workers(Duration time, int megabytes) {
    return new Workers(
        new Launch(Budget.USUAL.with(time, (long) megabytes << 20), 2, List.of("-XX:TieredStopAtLevel=1")));
  }

  private static Workers workers() {
    return workers(Duration.ofMinutes(20), 512);
  }

  private static InputReader.Outcome read(Readers readers, List<Path> files, InputStream standardInput) {
    List<Source> sources = files.stream().map(file -> file.toString().isEmpty() ? Source.STANDARD_INPUT
        : new Source(file.getFileName().toString(), Optional.of(file))).toList();
    return new Reports(readers, OnRecord.NOTHING, NameDecisions.none(), false)
        .read(sources, standardInput, (_, _, _) -> true).outcome();
  }

  private static InputReader.Outcome read(Readers readers, List<Path> files) {
    return read(readers, files, InputStream.nullInputStream());
  }

  private static List<String> codes(InputReader.Outcome outcome) {
    return outcome.troubles().stream().map(Trouble::code).toList();
  }

  private static List<Path> honest() {
    return HONEST.stream().map(SAMPLES::resolve).toList();
  }

  /// A text of a million lines, each of which takes a place of its own: more than a gibibyte once they are read.
  private Path lines(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "Tides" + "\na".repeat(1_000_000));
  }

  /// A text that takes a while.
  private Path lengthy(String name) throws IOException {
    String sentence = "Latvia blamed Cozy Bear for the breach of its customs office, the ministry said on Monday. ";
    return Files.writeString(folder.resolve(name), "Tides\n\n" + (sentence.repeat(6) + "\n\n").repeat(60));
  }

  /// The workers of this process. A child that has yet to become one still bears this process's own command line: who killed
  /// that would keep a worker from starting, and not end one.
  private static List<ProcessHandle> processes() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive)
        .filter(one -> one.info().commandLine().orElse("").contains(Launch.ALWAYS.getFirst())).toList();
  }

  @Test
  void readsAsThisProcessDoes() {
    List<Path> files = Stream.of("visma-two-names.md", "industroyer-review.pdf", "eu-sanctions-memo.docx",
        "storm-0558-mail.html").map(SAMPLES::resolve).toList();
    InputReader.Outcome here = read(Readers.HERE, files);
    try (Workers workers = workers()) {
      InputReader.Outcome there = read(workers, files);
      assertThat(there.readings()).isEqualTo(here.readings());
      assertThat(there.acts()).isEqualTo(here.acts());
      assertThat(processes()).hasSize(1);
    }
  }

  @Test
  void losesOnlyTheReportThatTakesTooMuchMemory() throws IOException {
    Path bomb = lines("bomb.txt");
    List<Path> files =
        Stream.of(honest().subList(0, 2), List.of(bomb), honest().subList(2, 4)).flatMap(List::stream).toList();
    try (Workers workers = workers(Duration.ofMinutes(20), 256)) {
      InputReader.Outcome outcome = read(workers, files);
      assertThat(codes(outcome)).containsExactly("DOCUMENT_TOO_HEAVY");
      assertThat(outcome.troubles().getFirst().message()).startsWith("bomb.txt: ").contains("256 MiB");
      assertThat(outcome.readings()).isEqualTo(read(Readers.HERE, honest()).readings());
    }
  }

  @Test
  void losesOnlyTheReportThatTakesTooLong() throws IOException {
    Path slow = lengthy("slow.txt");
    try (Workers workers = workers(Duration.ofMillis(1), 512)) {
      assertThat(codes(read(workers, List.of(slow)))).containsExactly("DOCUMENT_TOO_SLOW");
      assertThat(codes(read(workers, List.of(slow)))).as("with another worker").containsExactly("DOCUMENT_TOO_SLOW");
    }
    try (Workers workers = workers()) {
      assertThat(read(workers, List.of(slow)).readings()).hasSize(1);
    }
  }

  @Test
  void readsAgainWhatAKilledWorkerHad() throws Exception {
    Path slow = lengthy("slow.txt");
    try (Workers workers = workers()) {
      AtomicBoolean over = new AtomicBoolean();
      Thread killer = Thread.ofPlatform().daemon().start(() -> kill(over));
      InputReader.Outcome outcome = read(workers, List.of(slow));
      over.set(true);
      killer.join();
      assertThat(outcome.troubles()).isEmpty();
      assertThat(outcome.readings()).isEqualTo(read(Readers.HERE, List.of(slow)).readings());
    }
  }

  /// A machine that crashes where it has no memory left stands for any that a report brings down.
  @Test
  void namesTheReportThatBreaksEveryWorker() throws Exception {
    try (Workers workers = new Workers(new Launch(Budget.USUAL.with(Duration.ofMinutes(20), 256L << 20), 2,
        List.of("-XX:TieredStopAtLevel=1", "-XX:-ExitOnOutOfMemoryError", "-XX:+CrashOnOutOfMemoryError")))) {
      InputReader.Outcome outcome = read(workers, List.of(lines("bomb.txt")));
      assertThat(codes(outcome)).containsExactly("DOCUMENT_CRASHES");
      assertThat(outcome.troubles().getFirst().message()).startsWith("bomb.txt: ")
          .contains("said last: Aborting due to java.lang.OutOfMemoryError").doesNotContain("\n");
      assertThat(read(workers, honest()).readings()).hasSize(4);
    }
  }

  /// Kills the first worker as soon as it is there, unless the reading is over.
  private static void kill(AtomicBoolean over) {
    List<ProcessHandle> found = processes();
    while (found.isEmpty() && !over.get()) {
      Thread.onSpinWait();
      found = processes();
    }
    found.forEach(one -> {
      one.destroyForcibly();
      one.onExit().join();
    });
  }

  @Test
  void opensContainersElsewhereToo() throws IOException {
    String page =
        "<html><body><h1>Tides</h1><p>Latvia blamed Cozy Bear for the breach of its customs office, it said on"
            + " 3 May 2021.</p></body></html>";
    String mail = "From a@example.org Mon May  3 10:00:00 2021\nFrom: a@example.org\nMessage-ID: <%d@example.org>\n"
        + "Subject: Tides %d\nDate: Mon, 3 May 2021 10:00:00 +0000\nContent-Type: text/html\n\n" + page + "\n\n";
    String box = mail.formatted(1, 1) + mail.formatted(2, 2);
    Path file = Files.writeString(folder.resolve("list.mbox"), box);
    byte[] bytes = box.getBytes(StandardCharsets.UTF_8);
    try (Workers workers = workers()) {
      InputReader.Outcome here = read(Readers.HERE, List.of(file));
      assertThat(here.readings()).hasSize(2);
      assertThat(read(workers, List.of(file)).readings()).isEqualTo(here.readings());
      assertThat(read(workers, List.of(Path.of("")), new ByteArrayInputStream(bytes)).readings()).hasSize(2);
      assertThat(processes()).as("one reads, one opens").hasSize(2);
      processes().forEach(one -> {
        one.destroyForcibly();
        one.onExit().join();
      });
      assertThat(read(workers, List.of(file)).readings()).as("with others").isEqualTo(here.readings());
    }
    assertThat(processes().stream().filter(one -> !one.onExit().isDone()).filter(one -> {
      one.onExit().join();
      return one.isAlive();
    }).toList()).as("none is left").isEmpty();
  }
}
