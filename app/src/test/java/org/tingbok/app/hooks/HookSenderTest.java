package org.tingbok.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.fetch.Fence;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.fetch.Neighbour;
import org.tingbok.app.fetch.Proxies;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Stems;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ManualClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// News sent to a real server.
@Timeout(60)
class HookSenderTest {
  private final ManualClock clock = new ManualClock(Casebook.CLOCK.instant());
  private final Neighbour neighbour = new Neighbour();
  private final Ledger ledger = Ledger.inMemory(Casebook.CLOCK, Stems.FORMS);
  private final Path folder;
  private final HookBook book;
  private final Fetcher fetcher = new Fetcher(Fence.allowing(Set.of("localhost")), Proxies.NONE, Fetcher.Limits.USUAL,
      clock, _ -> {
      });
  private final HookSender sender;

  HookSenderTest(@TempDir Path folder) {
    this.folder = folder;
    this.book = new HookBook(new Beside(folder.resolve("beside")));
    this.sender = new HookSender(ledger, book, fetcher, clock);
    ledger.append(Casebook.readings().subList(0, 1));
    ledger.act(List.of(new Act.WatchSet("tern", "--type attribution", "ida")));
  }

  @AfterEach
  void close() {
    fetcher.close();
    neighbour.close();
    ledger.close();
  }

  private Hook hook(String path) {
    Instant last = ledger.acts().getLast().recordedAt();
    return book.add("tern", neighbour.at(path), last);
  }

  @Test
  void sendsWhatIsNewSignedAndOnce() throws Exception {
    neighbour.on("/hook", exchange -> exchange.sendResponseHeaders(204, -1));
    Hook hook = hook("/hook");
    sender.round();
    assertThat(neighbour.asked()).as("nothing is new").isEmpty();
    ledger.append(Casebook.readings());
    sender.round();
    sender.round();
    assertThat(neighbour.asked()).hasSize(1);
    Neighbour.Asked sent = neighbour.asked().getFirst();
    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.headers().get("tingbok-signature")).isEqualTo(
        HookSender.signature(hook.secret(), clock.instant(), sent.body().getBytes(StandardCharsets.UTF_8)));
    JsonNode message = JsonMapper.shared().readTree(sent.body());
    assertThat(message.get("watch").asString()).isEqualTo("tern");
    assertThat(message.get("claims").size()).isPositive();
    assertThat(sent.body()).doesNotContain(hook.secret());
    assertThat(book.find(hook.id()).deliveries()).singleElement()
        .satisfies(one -> assertThat(one.fate()).isEqualTo(Hook.Fate.TAKEN));
    Path file = folder.resolve("beside/hooks.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
  }

  /// By hand: openssl dgst -sha256 -hmac secret over "1709640000.{}".
  @Test
  void signsAsDocumented() {
    assertThat(HookSender.signature("secret", Instant.ofEpochSecond(1709640000), "{}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("t=1709640000,v1=d019b1f7941f73519465118c853517d489fee702f41e2bf110f2e2e6e4ca50df");
  }

  @Test
  void triesAgainLaterAndLaterAndThenWaitsForSomebody() {
    AtomicInteger status = new AtomicInteger(500);
    neighbour.on("/hook", exchange -> exchange.sendResponseHeaders(status.get(), -1));
    Hook hook = hook("/hook");
    ledger.append(Casebook.readings());
    sender.round();
    sender.round();
    assertThat(neighbour.asked()).as("not due yet").hasSize(1);
    for (int attempt = 2; attempt <= 8; attempt++) {
      clock.set(book.find(hook.id()).pending().orElseThrow().due());
      sender.round();
      assertThat(neighbour.asked()).hasSize(attempt);
    }
    assertThat(Duration.between(Casebook.CLOCK.instant(), clock.instant())).isGreaterThan(Duration.ofHours(20));
    Hook.Delivery given = book.find(hook.id()).pending().orElseThrow();
    assertThat(given.fate()).isEqualTo(Hook.Fate.GIVEN_UP);
    assertThat(given.attempts()).hasSize(8).allSatisfy(one -> assertThat(one.trouble()).isPresent());
    assertThat(neighbour.asked()).extracting(one -> one.headers().get("tingbok-delivery")).containsOnly(given.id());
    clock.set(clock.instant().plus(Duration.ofDays(30)));
    sender.round();
    assertThat(neighbour.asked()).hasSize(8);
    status.set(200);
    book.retry(hook.id());
    sender.round();
    assertThat(neighbour.asked()).hasSize(9);
    assertThat(book.find(hook.id()).pending()).isEmpty();
    assertThat(neighbour.asked().stream().map(Neighbour.Asked::body).distinct()).as("the same news each time")
        .hasSize(1);
  }

  @Test
  void sendsNothingInsideNorOn() {
    neighbour.redirect("/hook", "http://127.0.0.1:" + neighbour.port() + "/other");
    Hook hook = hook("/hook");
    Hook inside =
        book.add("tern", java.net.URI.create("http://127.0.0.1:" + neighbour.port() + "/inside"), hook.upTo());
    ledger.append(Casebook.readings());
    sender.round();
    assertThat(neighbour.asked()).extracting(Neighbour.Asked::path).containsExactly("/hook");
    assertThat(book.find(inside.id()).deliveries().getFirst().attempts().getFirst().trouble().orElseThrow().code())
        .isEqualTo("FETCH_INSIDE");
    book.drop(hook.id());
    assertThat(book.of("tern")).extracting(Hook::id).containsExactly(inside.id());
  }
}
