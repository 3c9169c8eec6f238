package org.tingbok.app.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tingbok.app.input.Readers;
import org.tingbok.app.syndication.Listing;
import org.tingbok.reading.document.Budget;
import org.tingbok.vocabulary.TingbokException;

/// Feeds and sitemaps are read by real processes: one that breaks its reader is refused by name, and the next is read.
@Timeout(300)
class ListingInWorkersTest {
  private static final URI HERE = URI.create("https://example.org/feed");
  private static final byte[] FEED = bytes("""
      <rss><channel><title>Tide tables</title><language>en</language>
      <item><guid>1</guid><link>https://example.org/1</link><title>High water &#x1F30A;</title></item>
      <item><guid>2</guid><title>Low water</title><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>
      </channel></rss>""");
  private static final byte[] SITEMAP = bytes("""
      <urlset><url><loc>https://example.org/a</loc><lastmod>2026-01-05</lastmod></url></urlset>""");
  private static final byte[] PAGE = bytes(
      """
      <html><head><link rel="alternate" type="application/rss+xml" href="/tides.rss"></head><body>Tides</body></html>""");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Workers workers(Duration time, int megabytes) {
    return new Workers(
        new Launch(Budget.USUAL.with(time, (long) megabytes << 20), 2, List.of("-XX:TieredStopAtLevel=1")));
  }

  /// Two million elements in eight megabytes: hundreds of mebibytes once they are a tree.
  private static byte[] crowded() {
    return bytes("<rss><channel>" + "<a/>".repeat(2_000_000) + "</channel></rss>");
  }

  @Test
  void listsAsThisProcessDoes() {
    try (Workers workers = workers(Duration.ofMinutes(20), 512)) {
      for (byte[] body : List.of(FEED, SITEMAP, PAGE, bytes("{"), bytes(""))) {
        assertThat(workers.listing(HERE, body)).isEqualTo(Readers.HERE.listing(HERE, body));
      }
      assertThat(workers.listing(HERE, FEED)).isInstanceOfSatisfying(Listing.OfEntries.class,
          one -> assertThat(one.feed().entries()).hasSize(2));
      assertThat(workers.listing(HERE, SITEMAP)).isInstanceOfSatisfying(Listing.OfPages.class,
          one -> assertThat(one.pages()).hasSize(1));
      assertThat(workers.listing(HERE, PAGE)).isInstanceOfSatisfying(Listing.Nothing.class,
          one -> assertThat(one.named()).contains(URI.create("https://example.org/tides.rss")));
    }
  }

  @Test
  void losesOnlyTheFeedThatTakesTooMuchMemory() {
    try (Workers workers = workers(Duration.ofMinutes(20), 112)) {
      assertThatExceptionOfType(TingbokException.class).isThrownBy(() -> workers.listing(HERE, crowded()))
          .withMessageStartingWith(HERE.toString())
          .satisfies(e -> assertThat(e.code()).isEqualTo("DOCUMENT_TOO_HEAVY"));
      assertThat(workers.listing(HERE, FEED)).isEqualTo(Readers.HERE.listing(HERE, FEED));
    }
  }

  @Test
  void losesOnlyTheFeedThatTakesTooLong() {
    try (Workers workers = workers(Duration.ofMillis(1), 1024)) {
      assertThatExceptionOfType(TingbokException.class).isThrownBy(() -> workers.listing(HERE, crowded()))
          .satisfies(e -> assertThat(e.code()).isEqualTo("DOCUMENT_TOO_SLOW"));
    }
  }

  @Test
  void takesToolsFilesApartAsThisProcessDoes() {
    byte[] bundle = bytes("""
        {"type": "bundle", "id": "bundle--6f1e2a34-7c55-4a0e-9d0f-0f6f4a6b1c01", "objects": [
          {"type": "intrusion-set", "spec_version": "2.1", "id": "intrusion-set--6f1e2a34-7c55-4a0e-9d0f-0f6f4a6b1c02",
           "created": "2026-01-05T10:00:00.000Z", "modified": "2026-01-05T10:00:00.000Z", "name": "Tide Heron",
           "aliases": ["Tide Heron", "Wading Bird"]},
          {"type": "report", "spec_version": "2.1", "id": "report--broken"}]}""");
    try (Workers workers = workers(Duration.ofMinutes(20), 512)) {
      assertThat(workers.imported("birds.json", bundle)).isPresent()
          .isEqualTo(Readers.HERE.imported("birds.json", bundle));
      assertThat(workers.imported("tides.txt", bytes("High water at noon."))).isEmpty();
      assertThatExceptionOfType(TingbokException.class)
          .isThrownBy(() -> workers.imported("deep.json", bytes("{\"type\": \"bundle\", \"a\": " + "[".repeat(5000))))
          .satisfies(e -> assertThat(e.code()).doesNotContain("FAULT"));
    }
  }
}
