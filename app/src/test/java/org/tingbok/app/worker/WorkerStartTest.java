package org.tingbok.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.OnRecord;
import org.tingbok.app.input.Reports;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.exchange.containers.Entries;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.reading.document.Budget;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.UnavailableException;

/// Workers that do not come, or do not go on: whoever waits for one is told, and why.
@Timeout(300)
class WorkerStartTest {
  @TempDir
  private Path folder = Path.of("");

  private static Workers workers(String... options) {
    return new Workers(new Launch(Budget.USUAL.with(Duration.ofMinutes(20), 256L << 20), 2, List.of(options)));
  }

  private InputReader.Outcome read(Workers workers, int reports) throws Exception {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      Path file = Files.writeString(folder.resolve("tides-" + i + ".txt"), "Tides " + i + "\n\nHigh at noon.\n");
      sources.add(new Source(file.getFileName().toString(), Optional.of(file)));
    }
    return new Reports(workers, OnRecord.NOTHING, NameDecisions.none(), false)
        .read(sources, InputStream.nullInputStream(), (_, _, _) -> true).outcome();
  }

  @Test
  void tellsOfAStartThatFailsWithStatusAndLastLine() throws Exception {
    try (Workers workers = workers("-XX:NoSuchOption=1")) {
      InputReader.Outcome outcome = read(workers, 3);
      assertThat(outcome.readings()).isEmpty();
      assertThat(outcome.troubles()).extracting(Trouble::code).containsOnly("WORKER_UNSTARTED").hasSize(3);
      assertThat(outcome.troubles()).extracting(Trouble::message).allSatisfy(message -> assertThat(message)
          .matches("tides-\\d\\.txt: not read, .*\\(it ended with status 1 and said last: .*NoSuchOption.*\\); .*"));
    }
  }

  /// What a Java machine says of its own failing start goes to standard output, where answers are, unless it is told otherwise.
  @Test
  void tellsWhatTheMachineSaysOfMemoryThatItDoesNotGet() throws Exception {
    try (Workers workers = workers("-Xms4g")) {
      assertThat(read(workers, 1).troubles()).extracting(Trouble::message).singleElement().asString()
          .contains("status 1", "heap size").doesNotContain("\n");
    }
  }

  @Test
  void tellsWhoeverOpensAContainerToo() throws Exception {
    byte[] box =
        "From a@example.org Mon May  3 10:00:00 2021\nSubject: Tides\n\nHigh\n".getBytes(StandardCharsets.UTF_8);
    try (Workers workers = workers("-XX:NoSuchOption=1")) {
      assertThatThrownBy(() -> workers.open(new Source("list.mbox", Optional.empty()), Kind.MAILBOX,
          position -> new ByteArrayInputStream(box, (int) position, box.length - (int) position)))
          .isInstanceOf(UnavailableException.class).hasMessageContaining("NoSuchOption");
    }
  }

  /// As the operating system does when there is no memory left.
  @Test
  void tellsOfOneThatIsKilledBeforeItSaysAnything() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "kill -9 $$").start();
    try (WorkerProcess worker = new WorkerProcess(process)) {
      assertThat(worker.ask(Optional.empty(), Request.Next::new))
          .isEqualTo(new Reply.Gone("it ended with status 137", false, true));
    }
  }

  /// Answers end before the words do: those that nobody has read yet count, too.
  @Test
  void hearsItsWordsOutAfterItsAnswersEnd() throws Exception {
    for (int i = 0; i < 20; i++) {
      Process process = new ProcessBuilder("sh", "-c", "echo 'no room' >&2; exec >&-; exit 1").start();
      try (WorkerProcess worker = new WorkerProcess(process)) {
        assertThat(worker.ask(Optional.empty(), Request.Next::new)).isInstanceOfSatisfying(Reply.Gone.class, gone -> {
          assertThat(gone.why()).endsWith("and said last: no room");
          assertThat(gone.unstarted()).isTrue();
        });
      }
    }
  }

  @Test
  void blamesNoContainerForBeingClosed() throws Exception {
    byte[] box = "From a@example.org Mon May  3 10:00:00 2021\nSubject: Tides\n\nHigh\n".repeat(3)
        .getBytes(StandardCharsets.UTF_8);
    Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
    Workers workers = workers();
    try (Entries entries = workers.open(new Source("list.mbox", Optional.empty()), Kind.MAILBOX,
        position -> new ByteArrayInputStream(box, (int) position, box.length - (int) position))) {
      assertThat(entries.next()).isPresent();
      workers.close();
      ProcessHandle.current().children().filter(child -> !others.contains(child)).forEach(child -> {
        child.destroyForcibly();
        child.onExit().join();
      });
      assertThatThrownBy(entries::next).isInstanceOf(FaultException.class).hasMessage("reading was stopped");
    }
  }

  @Test
  void keepsTheLastLineOnlyAndThatShort() {
    LastWords words = new LastWords();
    words.listen(new ByteArrayInputStream(
        ("one\n" + "x".repeat(5000)
            + "\u001b[31m\nCould not \u0007reserve\r\n# \nError: A fatal exception has occurred."
            + " Program will exit.\n").getBytes(StandardCharsets.UTF_8)));
    assertThat(words.last()).contains("Could not reserve");
    words.listen(new ByteArrayInputStream("y".repeat(5000).getBytes(StandardCharsets.UTF_8)));
    assertThat(words.last()).contains("y".repeat(200));
  }

  /// A worker whose threads read while the one that takes requests dies would tell for ever that it lives.
  @Test
  void endsWhenItCannotTakeRequestsAnyMore() throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), Worker.class.getName(), "1", "60000").start();
    LastWords words = new LastWords();
    Thread listener = Thread.ofPlatform().daemon().start(() -> words.listen(process.getErrorStream()));
    Thread.ofPlatform().daemon().start(() -> {
      try (InputStream answers = process.getInputStream()) {
        answers.transferTo(java.io.OutputStream.nullOutputStream());
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
      byte[] request = Wire.bytes(Request.class, new Request.Read(1, "tides.txt",
          "Tides\n\nSecret words of a report.\n".getBytes(StandardCharsets.UTF_8),
          org.tingbok.app.input.InputReader.Beside.NOTHING));
      out.writeInt(request.length);
      out.write(request);
      out.writeInt(4);
      out.writeInt(99);
      out.flush();
      assertThat(process.waitFor()).isEqualTo(Worker.BROKEN);
    }
    listener.join();
    assertThat(words.last()).contains(Wire.Garbled.class.getName());
  }

  @Test
  void whoeverWaitsIsToldWhenAllIsClosed() throws Exception {
    Workers workers = workers();
    CompletableFuture<InputReader.Outcome> reading = new CompletableFuture<>();
    Thread.ofPlatform().daemon().start(() -> {
      try {
        reading.complete(read(workers, 1));
      } catch (Exception | Error e) {
        reading.completeExceptionally(e);
      }
    });
    while (ProcessHandle.current().children().findAny().isEmpty() && !reading.isDone()) {
      Thread.onSpinWait();
    }
    workers.close();
    assertThat(reading.get().troubles()).extracting(Trouble::code).containsExactly("READ_INTERRUPTED");
    assertThat(read(workers, 1).troubles()).extracting(Trouble::code).containsExactly("READ_INTERRUPTED");
  }
}
