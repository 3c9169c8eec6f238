package org.tingbok.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.BadInputException;

/// Fetching from real servers on loopback, decent and hostile ones.
@Timeout(60)
class FetcherTest {
  private static final Fetcher.Limits LIMITS = new Fetcher.Limits(Duration.ofSeconds(20), Duration.ofSeconds(1), 5, 3,
      Duration.ofSeconds(60));

  private final Neighbour neighbour = new Neighbour();
  private final List<Duration> rests = new ArrayList<>();
  private final List<Fetcher> fetchers = new ArrayList<>();

  @AfterEach
  void close() {
    fetchers.forEach(Fetcher::close);
    neighbour.close();
  }

  private Fetcher fetcher(Fetcher.Limits limits, Proxies proxies, String... allowed) {
    Fetcher fetcher = new Fetcher(Fence.allowing(Set.of(allowed)), proxies, limits, Casebook.CLOCK, rests::add);
    fetchers.add(fetcher);
    return fetcher;
  }

  private Fetcher fetcher() {
    return fetcher(LIMITS, Proxies.NONE, "localhost");
  }

  private Answer get(String path) {
    return fetcher().get(neighbour.at(path), Answer.State.NONE, () -> true);
  }

  private static String code(Answer answer) {
    return switch (answer) {
      case Answer.Not not -> not.trouble().code();
      case Answer.Got _ -> "got";
      case Answer.Unchanged _ -> "unchanged";
    };
  }

  private static Answer.Got got(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Got.class);
    return (Answer.Got) answer;
  }

  @Test
  void fetchesWithItsNameAndNothingOfItsOwn() {
    neighbour.on("/a%20b?c=d", exchange -> {
      exchange.getResponseHeaders().set("ETag", "\"7\"");
      exchange.getResponseHeaders().set("Set-Cookie", "who=me");
      Neighbour.send(exchange, 200, "text/HTML; charset=utf-8", "<p>Tides</p>");
    });
    URI address = Address.parse("HTTP://LOCALHOST:" + neighbour.port() + "/a b?c=d#e");
    Fetcher fetcher = fetcher();
    Answer.Got got = got(fetcher.get(address, Answer.State.NONE, () -> true));
    assertThat(new String(got.body(), StandardCharsets.UTF_8)).isEqualTo("<p>Tides</p>");
    assertThat(got.type()).isEqualTo("text/html");
    assertThat(got.state().etag()).hasValue("\"7\"");
    assertThat(got.at()).isEqualTo(Casebook.CLOCK.instant());
    got(fetcher.get(address, Answer.State.NONE, () -> true));
    assertThat(neighbour.asked("/robots.txt")).hasSize(1);
    assertThat(neighbour.asked("/a%20b?c=d")).hasSize(2).allSatisfy(asked -> {
      assertThat(asked.headers()).containsEntry("user-agent", "tingbok/0.1");
      assertThat(asked.headers()).doesNotContainKeys("cookie", "authorization", "referer", "if-none-match");
    });
    assertThat(rests).as("a host of one's own is not spared").isEmpty();
  }

  @Test
  void asksOnlyForWhatChanged() {
    neighbour.on("/page", exchange -> {
      boolean same = "\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
          && "Tue, 05 Mar 2024 12:00:00 GMT".equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
      exchange.sendResponseHeaders(same ? 304 : 500, -1);
    });
    Answer.State state = new Answer.State(Optional.of("\"7\""), Optional.of("Tue, 05 Mar 2024 12:00:00 GMT"));
    assertThat(fetcher().get(neighbour.at("/page"), state, () -> true)).isEqualTo(new Answer.Unchanged());
  }

  @Test
  void heedsRobots() {
    neighbour
        .text("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: Tingbok\nDisallow: /private\n")
        .text("/private/a", "text/plain", "a").text("/open", "text/plain", "b");
    assertThat(code(get("/private/a"))).isEqualTo("FETCH_ROBOTS");
    assertThat(neighbour.asked("/private/a")).isEmpty();
    assertThat(code(get("/open"))).isEqualTo("got");
    neighbour.on("/robots.txt", exchange -> exchange.sendResponseHeaders(500, -1));
    assertThat(code(get("/open"))).as("a site out of order").isEqualTo("FETCH_ROBOTS");
  }

  @Test
  void waitsForWhoeverIsBusy() {
    AtomicInteger times = new AtomicInteger();
    neighbour.on("/busy", exchange -> {
      if (times.getAndIncrement() < 2) {
        exchange.getResponseHeaders().set("Retry-After", "7");
        exchange.sendResponseHeaders(503, -1);
      } else {
        Neighbour.send(exchange, 200, "text/plain", "at last");
      }
    });
    got(get("/busy"));
    assertThat(rests).contains(Duration.ofSeconds(7));
    neighbour.on("/later", exchange -> {
      exchange.getResponseHeaders().set("Retry-After", "7200");
      exchange.sendResponseHeaders(429, -1);
    });
    Answer later = get("/later");
    assertThat(code(later)).isEqualTo("FETCH_BUSY");
    assertThat(((Answer.Not) later).after()).hasValue(Duration.ofHours(2));
    assertThat(neighbour.asked("/later")).hasSize(1);
  }

  @Test
  void followsRedirectsButNotForEverNorInside() {
    neighbour.redirect("/one", "two").redirect("/two", "/three?x=1").text("/three?x=1", "text/plain", "here");
    Answer.Got got = got(get("/one"));
    assertThat(got.found()).isEqualTo(neighbour.at("/three?x=1"));
    neighbour.redirect("/round", "/round");
    assertThat(code(get("/round"))).isEqualTo("FETCH_REDIRECTS");
    for (String inside : List.of("http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:" + neighbour.port() + "/three?x=1",
        "http://[::ffff:169.254.169.254]/", "http://0.0.0.0:" + neighbour.port() + "/", "http://[::1]/",
        "http://2130706433/")) {
      neighbour.redirect("/trap", inside);
      assertThat(code(get("/trap"))).as(inside).isIn("FETCH_INSIDE", "FETCH_UNRESOLVED");
    }
    for (String other : List.of("file:///etc/passwd", "ftp://example.org/", "gopher://localhost/",
        "http://me:secret@localhost/")) {
      neighbour.redirect("/trap", other);
      assertThat(code(get("/trap"))).as(other).isIn("ADDRESS_UNREADABLE", "ADDRESS_SECRET");
    }
    assertThat(neighbour.asked("/three?x=1")).hasSize(1);
  }

  @Test
  void connectsToTheAddressThatWasLookedAt() throws Exception {
    neighbour.text("/", "text/plain", "inside");
    InetAddress outside = InetAddress.ofLiteral("93.184.216.34");
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    AtomicInteger looked = new AtomicInteger();
    // Each look-up but the first gives the address inside.
    Fence fence = new Fence(Set.of(), _ -> List.of(looked.getAndIncrement() == 0 ? outside : loopback));
    try (Fetcher fetcher = new Fetcher(fence, Proxies.NONE, LIMITS, Casebook.CLOCK, rests::add)) {
      Answer answer =
          fetcher.get(URI.create("http://rebinding.example:" + neighbour.port() + "/"), Answer.State.NONE, () -> true);
      assertThat(code(answer)).isEqualTo("FETCH_INSIDE");
    }
    assertThat(looked.get()).isGreaterThan(1);
    assertThat(neighbour.asked()).isEmpty();
    Fence two = new Fence(Set.of(), _ -> List.of(outside, loopback));
    assertThatThrownBy(() -> two.addresses("two.example")).isInstanceOf(BadInputException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
          "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.0.8", "::1", "::", "fe80::1",
          "fc00::1",
          "fd00:ec2::254", "ff02::1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:db8::1", "2001::1", "::127.0.0.1",
          "fec0::1", "168.63.129.16", "100.100.100.200", "192.0.0.192", "2001:20::1", "2001:1ff::1", "5f00::1",
          "100::1",
          "::ffff:0:7f00:1", "64:ff9b:1::7f00:1", "64:ff9b::7f00:1", "2002:a9fe:a9fe::"})
  void keepsInside(String address) throws Exception {
    assertThat(Fence.inside(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "172.15.0.1", "100.128.0.1", "8.8.8.8", "168.63.129.17",
      "2001:200::1", "2a00:1450:400f::1",
      "64:ff9b::808:808",
      "2002:808:808::"})
  void letsOut(String address) throws Exception {
    assertThat(Fence.inside(InetAddress.ofLiteral(address))).isFalse();
  }

  @Test
  void refusesWhatNeverEnds() {
    neighbour.on("/endless", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        byte[] chunk = new byte[1 << 16];
        while (true) {
          out.write(chunk);
        }
      }
    });
    assertThat(code(get("/endless"))).isEqualTo("FETCH_TOO_LARGE");
  }

  @Test
  void refusesWhatUnpacksToTooMuch() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int megabyte = 0; megabyte < 200; megabyte++) {
        gzip.write(zeros);
      }
    }
    assertThat(packed.size()).isLessThan(1 << 20);
    neighbour.on("/bomb", exchange -> {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, packed.size());
      packed.writeTo(exchange.getResponseBody());
    });
    assertThat(code(get("/bomb"))).isEqualTo("FETCH_TOO_LARGE");
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write("tides".getBytes(StandardCharsets.UTF_8));
    }
    neighbour.on("/packed", exchange -> {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, small.size());
      small.writeTo(exchange.getResponseBody());
    });
    assertThat(got(get("/packed")).body()).isEqualTo("tides".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void leavesWhatDripsAndWhatIsStopped() {
    CountDownLatch left = new CountDownLatch(1);
    neighbour.on("/drip", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        while (!left.await(20, TimeUnit.MILLISECONDS)) {
          out.write('.');
          out.flush();
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }).text("/robots.txt", "text/plain", "");
    Fetcher.Limits brief = new Fetcher.Limits(Duration.ofMillis(700), Duration.ZERO, 5, 1, Duration.ofSeconds(1));
    assertThat(
        code(fetcher(brief, Proxies.NONE, "localhost").get(neighbour.at("/drip"), Answer.State.NONE, () -> true)))
        .isEqualTo("FETCH_TIMEOUT");
    AtomicInteger looks = new AtomicInteger();
    assertThat(code(fetcher().get(neighbour.at("/drip"), Answer.State.NONE, () -> looks.incrementAndGet() < 10)))
        .isEqualTo("FETCH_STOPPED");
    left.countDown();
  }

  @Test
  void goesThroughAProxyThatIsNamed() {
    neighbour.text("http://reports.example/tides", "text/plain", "by the proxy")
        .text("http://reports.example/robots.txt", "text/plain", "");
    Proxies proxies =
        Proxies.of(Map.of("HTTP_PROXY", "http://me:secret@127.0.0.1:" + neighbour.port(), "no_proxy", "localhost"));
    Fetcher fetcher = fetcher(LIMITS, proxies);
    assertThat(
        new String(got(fetcher.get(URI.create("http://reports.example/tides"), Answer.State.NONE, () -> true)).body(),
            StandardCharsets.UTF_8))
        .isEqualTo("by the proxy");
    assertThat(rests).as("between robots.txt and the page").containsExactly(Duration.ofSeconds(1));
    assertThat(neighbour.asked("http://reports.example/tides").getFirst().headers()).containsKey("proxy-authorization")
        .doesNotContainKey("authorization");
    assertThat(code(fetcher.get(URI.create("http://169.254.169.254/"), Answer.State.NONE, () -> true)))
        .isEqualTo("FETCH_INSIDE");
    assertThat(code(fetcher.get(neighbour.at("/"), Answer.State.NONE, () -> true))).isEqualTo("FETCH_INSIDE");
    for (String host : List.of("0177.0.0.1", "0x7f.0.0.1", "0x7f000001", "2130706433", "127.1", "017700000001",
        "a.0x10",
        "[::ffff:127.0.0.1]", "localhost.")) {
      assertThat(codeOf(fetcher, "http://" + host + "/")).as(host).isIn("FETCH_INSIDE", "ADDRESS_UNREADABLE");
    }
    assertThat(neighbour.asked()).as("none of them was asked for").hasSize(2);
  }

  private static String codeOf(Fetcher fetcher, String address) {
    try {
      return code(fetcher.get(Address.parse(address), Answer.State.NONE, () -> true));
    } catch (BadInputException e) {
      return e.code();
    }
  }

  @Test
  void sendsNothingOfOneHostToAnother() {
    try (Neighbour other = new Neighbour()) {
      other.text("/", "text/plain", "there").text("/robots.txt", "text/plain", "");
      neighbour.redirect("/away", "http://localhost:" + other.port() + "/").text("/robots.txt", "text/plain", "");
      Answer.State state = new Answer.State(Optional.of("\"7\""), Optional.empty());
      got(fetcher().get(neighbour.at("/away"), state, () -> true));
      assertThat(neighbour.asked("/away").getFirst().headers()).containsEntry("if-none-match", "\"7\"");
      assertThat(other.asked("/").getFirst().headers()).doesNotContainKeys("if-none-match", "cookie", "authorization",
          "referer", "proxy-authorization");
      Map<String, String> login = Map.of("Authorization", "Bearer secret");
      assertThat(fetcher().ask(neighbour.at("/away"), login, () -> true).status()).isEqualTo(302);
      assertThat(other.asked("/")).as("a login is not taken along").hasSize(1);
    }
  }

  @Test
  void tellsWhatAnAddressAnswers() {
    assertThat(code(get("/nothing"))).isEqualTo("FETCH_STATUS");
    neighbour.on("/gone", exchange -> exchange.sendResponseHeaders(410, -1));
    assertThat(((Answer.Not) get("/gone")).gone()).isTrue();
    assertThat(Fetcher.retryAfter("Tue, 05 Mar 2024 12:00:10 GMT", Instant.parse("2024-03-05T12:00:00Z")))
        .hasValue(Duration.ofSeconds(10));
    assertThat(Fetcher.retryAfter("soon", Instant.EPOCH)).isEmpty();
  }
}
