package org.tingbok.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.feeds.FeedBook;
import org.tingbok.app.feeds.Poller;
import org.tingbok.app.fetch.Fence;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.fetch.Proxies;
import org.tingbok.app.hooks.HookBook;
import org.tingbok.app.hooks.HookSender;
import org.tingbok.app.input.Readers;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.intake.TaxiiLogins;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.app.web.WebServer;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;

/// What comes in by feeds and goes out by web hooks, as somebody sets it up on the pages: with scripts and without. The outlet and whoever
/// takes the news are a real server; rounds are begun by the test, so that nothing hangs on how quick the machine is.
class OutwardInChromiumTest {
  private static final String REPORT = """
      <!doctype html><html lang="en"><head><title>Ferry line entered</title></head><body><article><h1>Ferry line entered</h1>
      <p>Sandvika, 4 March 2024. Norway's Police Security Service said on Monday that the Chinese group APT31 was behind the
      intrusion into the booking system of the ferry line Fjordline in 2023.</p></article></body></html>""";

  /// Something that was posted.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Posted(String signature, byte[] body) {
    private Posted {
      body = body.clone();
    }
  }

  @TempDir
  private Path folder = Path.of("");
  private final Chromium chromium = Chromium.start();
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private HttpServer outlet;

  @BeforeEach
  void publish() throws IOException {
    outlet = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    outlet.createContext("/feed.xml", exchange -> send(exchange, 200, "application/rss+xml",
        "<rss version=\"2.0\"><channel><title>Harbour Post</title><item><title>Ferry line entered</title><guid>1</guid><link>"
            + at("/report") + "</link></item></channel></rss>"));
    outlet.createContext("/report", exchange -> send(exchange, 200, "text/html; charset=utf-8", REPORT));
    outlet.createContext("/hook", exchange -> {
      posted.add(new Posted(String.valueOf(exchange.getRequestHeaders().getFirst("Tingbok-Signature")),
          exchange.getRequestBody().readAllBytes()));
      send(exchange, 200, "text/plain", "taken");
    });
    outlet.createContext("/robots.txt", exchange -> send(exchange, 404, "text/plain", "none"));
    outlet.start();
  }

  @AfterEach
  void stop() {
    outlet.stop(0);
    chromium.close();
  }

  private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  private String at(String path) {
    return "http://localhost:" + outlet.getAddress().getPort() + path;
  }

  @Test
  void aFeedIsReadAndItsNewsAreSentToAHook() {
    for (boolean scripts : new boolean[] {true, false}) {
      posted.clear();
      Path file = folder.resolve("scripts-" + scripts + ".ledger");
      Beside beside = new Beside(folder.resolve("beside-" + scripts));
      HookBook hooks = new HookBook(beside);
      try (Ledger ledger = Ledgers.open(file, Casebook.CLOCK);
          Fetcher fetcher = new Fetcher(Fence.allowing(Set.of("localhost")), Proxies.NONE, Fetcher.Limits.USUAL,
              Casebook.CLOCK, _ -> {
              });
          Intake intake = Intake.into(() -> Ledgers.open(file, Casebook.CLOCK), Casebook.CLOCK, folder, Readers.HERE,
              Optional.of(new Gatherer(fetcher, Casebook.CLOCK, TaxiiLogins.NONE, org.tingbok.app.input.Readers.HERE)));
          Poller poller = new Poller(() -> Ledgers.open(file, Casebook.CLOCK), fetcher,
              org.tingbok.app.input.Readers.HERE, intake, new FeedBook(beside),
              Casebook.CLOCK, new Random(7));
          HookSender sender = new HookSender(ledger, hooks, fetcher, Casebook.CLOCK);
          WebServer server = WebServer.start(LedgerSource.ofFile(ledger, file).taking(intake)
              .recording(new Recorder(() -> Ledgers.open(file, Casebook.CLOCK), Casebook.CLOCK))
              .reaching(poller, hooks, fetcher), Optional.of(0));
          BrowserContext window = chromium.window(1440, 900, ColorScheme.LIGHT, scripts)) {
        ledger.append(Casebook.readings());
        Page page = window.newPage();
        String site = "http://localhost:" + server.port();

        watch(page, site);
        String secret = page.locator("code.secret").innerText();

        page.navigate(site + "/subscriptions");
        page.locator("input[name=address][type=url]").fill(at("/feed.xml"));
        page.locator("form.one-line input[name=by]").fill("ida");
        page.locator("text=Subscribe").click();
        assertThat(page.locator("article.card")).containsText("wanted by ida");
        String delivery = poller.round(true).getFirst().delivery().orElseThrow().id();
        page.navigate(site + "/delivery/" + delivery);
        ended(page);
        assertThat(page.locator("tbody")).containsText("added");
        page.navigate(site + "/subscriptions");
        assertThat(page.locator("article.card")).containsText("1 report on record");

        sender.round();
        page.navigate(site + "/watch/ferries");
        assertThat(page.locator("main")).containsText("APT31");
        assertThat(page.locator("article.card tbody")).containsText("taken, 1 attempt");
        assertThat(posted).hasSize(1);
        assertThat(posted.getFirst().signature())
            .isEqualTo(HookSender.signature(secret, Casebook.CLOCK.instant(), posted.getFirst().body()));
        assertThat(new String(posted.getFirst().body(), StandardCharsets.UTF_8)).contains("ferries", "APT31")
            .doesNotContain(secret);

        page.locator("text=Send nothing more").click();
        assertThat(page.locator("main")).containsText("Nowhere.");
        page.navigate(site + "/subscriptions");
        page.locator("text=Read no longer").click();
        assertThat(page.locator("main")).containsText("No feed is read yet.");
      }
    }
  }

  /// A question is searched for, kept as a watch, and given a hook.
  private void watch(Page page, String site) {
    page.navigate(site + "/search?q=Fjordline&type=attribution");
    Locator save = page.locator("form.save");
    save.locator("input[name=name]").fill("ferries");
    save.locator("input[name=by]").fill("ida");
    save.locator("button").click();
    assertThat(page.locator("h1")).hasText("ferries");
    page.locator("input[name=target]").fill(at("/hook"));
    page.locator("text=Add the hook").click();
    assertThat(page.locator("[role=status]").first()).containsText("News are sent to " + at("/hook"));
  }

  /// The page of a delivery looks again by itself until it has ended, with scripts and without.
  private static void ended(Page page) {
    assertThat(page.locator("h1 .chip")).hasText("done", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
  }
}
