package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.fetch.Neighbour;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;

/// Addresses and feeds by commands, from a real server.
@Timeout(240)
class FeedsTest {
  @TempDir
  private Path folder = Path.of("");
  private final Neighbour neighbour = new Neighbour();

  @AfterEach
  void close() {
    neighbour.close();
  }

  private Shell.Result run(String... words) {
    return new Shell(folder).with("TMPDIR", folder.toString()).run(words);
  }

  private void report(String path, String ship) {
    neighbour.on(path, exchange -> {
      if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
      } else {
        exchange.getResponseHeaders().set("ETag", "\"1\"");
        Neighbour.send(exchange, 200, "text/html; charset=utf-8",
            """
            <!doctype html><html lang="en"><head><title>%s</title></head><body><article><h1>%s</h1>
            <p>Sandvika, 4 March 2024. Norway's Police Security Service said on Monday that the Chinese group APT31 was behind the
            intrusion into the booking system of the ferry line %s in 2023.</p></article></body></html>""".formatted(
                ship, ship,
                ship));
      }
    });
  }

  private List<Act.Fetched> fetched() {
    try (Ledger ledger = Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK)) {
      return ledger.acts().stream().map(Act.Recorded::act).filter(Act.Fetched.class::isInstance)
          .map(Act.Fetched.class::cast).toList();
    }
  }

  private int documents() {
    try (Ledger ledger = Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK)) {
      return ledger.asOf(AsOf.NOW).documents().size();
    }
  }

  @Test
  void addsAnAddressOnceAndKnowsWhereItIsFrom() {
    report("/report", "Fjordline");
    neighbour.redirect("/short", "/report");
    String address = neighbour.at("/short").toString();
    assertThat(run("add", address).err()).contains("FETCH_INSIDE").contains("--allow-host localhost");
    Shell.Result added = run("add", "--allow-host", "localhost", address);
    assertThat(added.err()).isEmpty();
    assertThat(added.out()).contains("1 new document");
    assertThat(fetched()).singleElement().satisfies(act -> {
      assertThat(act.asked()).isEqualTo(address);
      assertThat(act.found()).isEqualTo(neighbour.at("/report").toString());
      assertThat(act.at()).isEqualTo(Casebook.CLOCK.instant());
      assertThat(act.etag()).hasValue("\"1\"");
      assertThat(act.feed()).isEmpty();
    });
    Shell.Result again = run("add", "--allow-host", "localhost", address);
    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("0 new documents", "1 on record already");
    assertThat(documents()).isEqualTo(1);
    assertThat(run("add", "--allow-host", "localhost", neighbour.at("/nothing").toString()).err())
        .contains("FETCH_STATUS");
    assertThat(run("add", "https://me:secret@example.org/").err()).contains("ADDRESS_SECRET").doesNotContain("secret@");
    assertThat(run("ledger", "verify").status()).isZero();
  }

  @Test
  void readsAFeedsEntriesOnceWhateverHappens() throws Exception {
    report("/1", "Fjordline");
    report("/2", "Havlinje");
    String whole =
        ("<p>" + "The office said again that it holds APT31 responsible for what was done. ".repeat(30) + "</p>")
            .replace("<", "&lt;");
    neighbour.text("/feed", "application/rss+xml", """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette &lt;script&gt;alert(1)&lt;/script&gt;</title>
        <item><guid isPermaLink="false">a</guid><link>/1</link><title>&lt;script&gt;alert(2)&lt;/script&gt; Ferries</title></item>
        <item><guid isPermaLink="false">b</guid><link>/missing</link><title>Lost</title></item>
        <item><guid isPermaLink="false">c</guid><link>/whole</link><title>Whole</title><pubDate>Tue, 05 Mar 2024 12:00:00 GMT</pubDate>
        <content:encoded>%s</content:encoded></item></channel></rss>""".formatted(whole))
        .text("/", "text/html",
            "<html><head><link rel=alternate type='application/rss+xml' href='feed'></head></html>");
    Shell.Result subscribed =
        run("subscribe", neighbour.at("/").toString(), "--by", "ida", "--allow-host", "localhost");
    assertThat(subscribed.err()).isEmpty();
    String feed = neighbour.at("/feed").toString();
    assertThat(subscribed.out()).contains(feed);
    Shell.Result first = run("fetch", "--allow-host", "localhost");
    assertThat(first.out()).contains("2 new documents", "1 trouble");
    assertThat(first.err()).contains("FETCH_STATUS");
    assertThat(fetched()).extracting(act -> act.entry().orElse("")).containsExactlyInAnyOrder("a", "c");
    assertThat(neighbour.asked("/whole")).as("the feed holds it").isEmpty();
    assertThat(documents()).isEqualTo(2);
    String shown = run("subscriptions").out();
    assertThat(shown).contains("Gazette", "2 reports of it on record", "1 could not be read");
    // What is kept beside the ledger is lost: nothing is read twice.
    try (var files = Files.walk(folder.resolve("tingbok.ledger-beside"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    run("fetch", "--allow-host", "localhost");
    assertThat(documents()).isEqualTo(2);
    assertThat(neighbour.asked("/1")).hasSize(1);
    assertThat(run("unsubscribe", feed, "--by", "ida").status()).isZero();
    assertThat(run("subscriptions").status()).isEqualTo(1);
    assertThat(run("unsubscribe", feed, "--by", "ida").err()).contains("SUBSCRIPTION_UNKNOWN");
    assertThat(run("subscribe", neighbour.at("/1").toString(), "--by", "ida", "--allow-host", "localhost").err())
        .contains("FEED_UNREADABLE");
    assertThat(run("ledger", "verify").status()).isZero();
  }

  @Test
  void aReportOfTwoFeedsIsOneStory() {
    report("/1", "Fjordline");
    for (String name : List.of("/north", "/south")) {
      neighbour.text(name, "application/atom+xml", """
          <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>%s</title>
          <entry><id>urn:%s:1</id><title>Ferries</title><link href="/1"/></entry></feed>""".formatted(name,
          name.substring(1)));
      assertThat(run("subscribe", neighbour.at(name).toString(), "--by", "ida", "--allow-host", "localhost").status())
          .isZero();
    }
    assertThat(run("fetch", "--allow-host", "localhost").err()).isEmpty();
    assertThat(documents()).isEqualTo(1);
    assertThat(fetched()).extracting(act -> act.feed().orElse("")).containsExactlyInAnyOrder(
        neighbour.at("/north").toString(), neighbour.at("/south").toString());
  }
}
