package org.tingbok.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.intake.Delivery.Fate;
import org.tingbok.app.intake.Delivery.State;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.UnavailableException;

/// Deliveries, from being handed in to their end.
@Timeout(120)
class IntakeTest {
  private static final String REPORT = """
      Ferry line's booking system entered

      4 March 2024

      Sandvika, 4 March 2024: Norway's Police Security Service said on Monday that the Chinese group APT31 was behind the
      intrusion into the booking system of the ferry line Fjordline in 2023.
      """;

  @TempDir
  private Path folder = Path.of("");
  private final CountDownLatch gate = new CountDownLatch(1);
  private Intake intake = open();

  /// The worker opens the ledger only when the gate is opened, so that a test knows where it stands.
  private Intake open() {
    return Intake.into(() -> {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK);
    }, Casebook.CLOCK, Path.of(System.getProperty("java.io.tmpdir")));
  }

  @AfterEach
  void close() {
    gate.countDown();
    intake.close();
  }

  private static Upload upload(String name, String text) {
    return new Upload(name, name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Delivery ended(String id) {
    Delivery now = intake.delivery(id);
    while (!now.ended()) {
      Thread.onSpinWait();
      now = intake.delivery(id);
    }
    return now;
  }

  private int documents() {
    try (Ledger ledger = Ledgers.read(folder.resolve("tingbok.ledger"))) {
      return ledger.asOf(AsOf.NOW).documents().size();
    }
  }

  @Test
  void tellsWhatBecameOfEachReport() {
    Delivery handed = intake.handIn(List.of(upload("ferry.txt", REPORT), upload("ferry-again.txt", REPORT),
        upload("broken.pdf", "%PDF-1.7 and no more"), upload("tide.txt", "The tide was high on Friday in Sandvika.")));
    assertThat(handed.state()).isEqualTo(State.WAITING);
    gate.countDown();
    Delivery delivery = ended(handed.id());
    assertThat(delivery.state()).isEqualTo(State.DONE);
    assertThat(delivery.items()).extracting(Delivery.Item::fate).containsExactly(Fate.ADDED, Fate.REPEATED,
        Fate.FAILED, Fate.ADDED);
    assertThat(delivery.items().get(0).claims().orElseThrow()).isPositive();
    assertThat(delivery.items().get(2).trouble().orElseThrow().message()).contains("broken.pdf");
    assertThat(delivery.items().get(3).claims()).contains(0);
    assertThat(documents()).isEqualTo(2);
    assertThat(delivery.retryable()).isTrue();

    Delivery again = ended(intake.handIn(List.of(upload("ferry.txt", REPORT))).id());
    assertThat(again.items().getFirst().fate()).isEqualTo(Fate.KNOWN);
    assertThat(again.retryable()).isFalse();
    assertThat(intake.deliveries()).extracting(Delivery::id).containsExactly(again.id(), delivery.id());
  }

  @Test
  void tellsOfAMailboxAsOfOneFile() {
    String begin = "From a@b.example Tue Jun  4 09:00:00 2024\nFrom: Fjord <a@b.example>\nMessage-ID: <1@b.example>\n";
    String box = begin + "Subject: One\n\n" + REPORT + "\n" + begin + "Subject: Two\n\n\n" + begin
        + "Subject: Three\n\nThe tide was high on Friday in Sandvika.\n";
    Delivery handed =
        intake.handIn(List.of(upload("tide.txt", "The tide was low in Sandvika."), upload("list.mbox", box)));
    gate.countDown();
    Delivery delivery = ended(handed.id());
    assertThat(delivery.items()).extracting(Delivery.Item::name).containsExactly("tide.txt", "list.mbox");
    assertThat(delivery.items()).extracting(Delivery.Item::fate).containsExactly(Fate.ADDED, Fate.ADDED);
    assertThat(delivery.items().getLast().trouble().orElseThrow().message()).contains("list.mbox#2");
    assertThat(delivery.items().getLast().claims().orElseThrow()).isPositive();
    assertThat(documents()).isEqualTo(3);
    Delivery again = ended(intake.handIn(List.of(upload("other.mbox", box))).id());
    assertThat(again.items().getFirst().fate()).isEqualTo(Fate.KNOWN);
  }

  @Test
  void recordsNothingOfWhatIsStoppedAndTakesItAgain() {
    Delivery first = intake.handIn(List.of(upload("ferry.txt", REPORT)));
    Delivery second = intake.handIn(List.of(upload("tide.txt", "The tide was high on Friday in Sandvika.")));
    intake.cancel(first.id());
    intake.cancel(second.id());
    gate.countDown();
    assertThat(ended(first.id()).state()).isEqualTo(State.CANCELLED);
    assertThat(ended(second.id()).items().getFirst().fate()).isEqualTo(Fate.DROPPED);
    Delivery third = ended(intake.retry(first.id()).id());
    assertThat(third.items().getFirst().fate()).isEqualTo(Fate.ADDED);
    assertThat(third.items().getFirst().name()).isEqualTo("ferry.txt");
    assertThat(documents()).isEqualTo(1);
    assertThatThrownBy(() -> intake.retry(third.id())).isInstanceOf(NotFoundException.class)
        .hasMessageContaining("nothing of delivery");
  }

  @Test
  void tellsWhyNothingCouldBeRecorded() throws IOException {
    Files.writeString(folder.resolve("tingbok.ledger"), "no ledger, but somebody's diary ".repeat(200));
    gate.countDown();
    Delivery delivery = ended(intake.handIn(List.of(upload("ferry.txt", REPORT))).id());
    assertThat(delivery.state()).isEqualTo(State.FAILED);
    assertThat(delivery.trouble().orElseThrow().line()).contains("LEDGER_");
    assertThat(delivery.items().getFirst().fate()).isEqualTo(Fate.DROPPED);
  }

  @Test
  void asksToComeAgainWhenTooManyWait() {
    Upload tide = upload("tide.txt", "The tide was high.");
    assertThatThrownBy(() -> {
      for (int i = 0; i < 60; i++) {
        intake.handIn(List.of(tide));
      }
    }).isInstanceOf(UnavailableException.class).hasMessageContaining("wait to be read already");
    intake.deliveries().forEach(delivery -> intake.cancel(delivery.id()));
    gate.countDown();
    intake.deliveries().forEach(delivery -> ended(delivery.id()));
    assertThat(ended(intake.handIn(List.of(tide)).id()).state()).isEqualTo(State.DONE);
  }

  @Test
  void leavesNothingBehind() throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    gate.countDown();
    try (Intake other = Intake.into(() -> Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK),
        Casebook.CLOCK, temporary)) {
      other
          .handIn(List.of(upload("../../outside.txt", REPORT), new Upload("x", "x.t/x", InputStream::nullInputStream)));
      try (var files = Files.list(temporary)) {
        assertThat(files.count()).isEqualTo(1);
      }
    }
    try (var files = Files.list(temporary)) {
      assertThat(files).isEmpty();
    }
    assertThat(folder.resolve("outside.txt")).doesNotExist();
  }
}
