package org.tingbok.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.input.Readers;
import org.tingbok.app.intake.Delivery.Fate;
import org.tingbok.app.intake.Delivery.State;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.UnavailableException;

/// What was acknowledged outlives the server that acknowledged it.
@Timeout(120)
class SpoolTest {
  @TempDir
  private Path folder = Path.of("");

  private static Upload upload(int number) {
    return new Upload("tide-" + number + ".txt", "tide.txt", () -> new ByteArrayInputStream(
        ("The tide was " + number + " cm high at Sandvika.").getBytes(StandardCharsets.UTF_8)));
  }

  private Intake open(Supplier<Ledger> ledgers) {
    return Intake.into(ledgers, Casebook.CLOCK, Spool.kept(new Beside(folder.resolve("beside"))), Readers.HERE,
        Optional.empty(),
        IntakeObserver.NONE);
  }

  private Ledger ledger() {
    return Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK);
  }

  private List<String> names() {
    try (Ledger ledger = Ledgers.read(folder.resolve("tingbok.ledger"))) {
      return ledger.asOf(AsOf.NOW).documents().values().stream().map(document -> document.source()).sorted().toList();
    }
  }

  private List<Path> notes() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("beside"))) {
      return all.filter(file -> file.endsWith("delivery.json")).toList();
    }
  }

  @Test
  void whatWaitsIsTakenUpByTheNext() throws IOException {
    CountDownLatch gate = new CountDownLatch(1);
    Intake first = open(() -> {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return ledger();
    });
    for (int i = 0; i < 5; i++) {
      first.handIn(List.of(upload(2 * i), upload(2 * i + 1)));
    }
    String dropped = first.handIn(List.of(upload(99))).id();
    first.cancel(dropped);
    first.close();
    gate.countDown();
    assertThat(notes()).hasSize(5);
    try (Intake second = open(this::ledger)) {
      assertThat(second.resume((_, _) -> {
      })).isEqualTo(5);
      assertThat(second.deliveries()).extracting(Delivery::id).containsExactly("5", "4", "3", "2", "1");
      assertThat(Stream.of("1", "2", "3", "4", "5").map(second::awaited)).extracting(Delivery::state)
          .containsOnly(State.DONE);
      assertThat(second.handIn(List.of(upload(7))).id()).isEqualTo("7");
      assertThat(second.awaited("7").items()).extracting(Delivery.Item::fate).containsExactly(Fate.KNOWN);
    }
    assertThat(names()).hasSize(10).doesNotContain("tide-99.txt");
    assertThat(notes()).isEmpty();
  }

  @Test
  void whatTheMachineForbadeIsLeftForTheNext() throws IOException {
    AtomicBoolean there = new AtomicBoolean();
    Supplier<Ledger> ledgers = () -> {
      if (!there.get()) {
        throw new UnavailableException("LEDGER_DISK_FULL", "no room");
      }
      return ledger();
    };
    try (Intake first = open(ledgers)) {
      assertThat(first.awaited(first.handIn(List.of(upload(1))).id()).state()).isEqualTo(State.FAILED);
    }
    there.set(true);
    try (Intake second = open(ledgers)) {
      assertThat(second.resume((_, _) -> {
      })).isEqualTo(1);
      assertThat(second.awaited("1").state()).isEqualTo(State.DONE);
    }
    assertThat(names()).containsExactly("tide-1.txt");
    assertThat(notes()).isEmpty();
  }

  @Test
  void whatWasBegunThriceIsGivenUpAndCanBeTriedAgain() throws IOException {
    try (Intake first = open(() -> {
      throw new UnavailableException("LEDGER_UNAVAILABLE", "not now");
    })) {
      first.awaited(first.handIn(List.of(upload(1))).id());
    }
    Path note = notes().getFirst();
    Files.writeString(note, Files.readString(note).replaceAll("\"begun\" ?: ?1", "\"begun\" : 3"));
    try (Intake second = open(this::ledger)) {
      second.resume((_, _) -> {
      });
      Delivery given = second.awaited("1");
      assertThat(given.state()).isEqualTo(State.FAILED);
      assertThat(given.trouble()).hasValueSatisfying(one -> assertThat(one.code()).isEqualTo("DELIVERY_GIVEN_UP"));
      assertThat(second.awaited(second.retry("1").id()).state()).isEqualTo(State.DONE);
    }
    assertThat(notes()).isEmpty();
  }

  @Test
  void ordersComeBackAsTheyWereGiven() {
    Order order = new Order(Optional.of(URI.create("https://example.org/a")), Optional.of(new Order.Announced(
        "https://example.org/feed", "id-1", "A title", Optional.of("Mon, 4 Mar 2024"), "The feed", Optional.of("en"),
        Optional.empty())));
    CountDownLatch never = new CountDownLatch(1);
    try (Intake first = open(() -> {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return ledger();
    })) {
      first.order(List.of(order), _ -> {
      });
    }
    List<Order> seen = new ArrayList<>();
    try (Intake second = open(this::ledger)) {
      assertThat(second.resume((orders, _) -> seen.addAll(orders))).isEqualTo(1);
      second.awaited("1");
    }
    assertThat(seen).containsExactly(order);
  }

  @Test
  void twoServersLeaveEachOthersAlone() {
    CountDownLatch gate = new CountDownLatch(1);
    try (Intake first = open(() -> {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return ledger();
    })) {
      first.handIn(List.of(upload(1)));
      try (Intake second = open(this::ledger)) {
        assertThat(second.resume((_, _) -> {
        })).isZero();
      }
      gate.countDown();
      assertThat(first.awaited("1").state()).isEqualTo(State.DONE);
    }
  }
}
