package org.tingbok.app.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.vocabulary.BadInputException;

/// Feeds as they are found, decent and hostile ones.
@Timeout(20)
class FeedReaderTest {
  private static final URI HERE = URI.create("https://gazette.example/news/feed.xml");

  private static Feed read(String text) {
    return FeedReader.read(HERE, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> links(Feed feed) {
    return feed.entries().stream().map(entry -> entry.link().map(URI::toString).orElse("-")).toList();
  }

  private static List<String> ids(Feed feed) {
    return feed.entries().stream().map(Feed.Entry::id).toList();
  }

  @Test
  void readsRssTwo() {
    Feed feed = read("""
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>Elvheim Gazette</title><link>https://gazette.example/</link><language>en-gb</language>
        <item><title>Tides &amp; thefts</title><link>/a?x=1&amp;y=2</link><guid isPermaLink="false">7</guid>
        <pubDate>Tue, 05 Mar 2024 12:00:00 GMT</pubDate><description>Short.</description></item>
        <item><guid>https://gazette.example/b</guid><title><![CDATA[<b>Bold</b>]]></title></item>
        <item><title>Twice</title><guid>https://gazette.example/b</guid></item>
        </channel></rss>""");
    assertThat(feed.title()).isEqualTo("Elvheim Gazette");
    assertThat(feed.language()).hasValue("en-gb");
    assertThat(ids(feed)).containsExactly("7", "https://gazette.example/b");
    assertThat(links(feed)).containsExactly("https://gazette.example/a?x=1&y=2", "https://gazette.example/b");
    assertThat(feed.entries().getFirst().published()).hasValue("Tue, 05 Mar 2024 12:00:00 GMT");
    assertThat(feed.entries()).extracting(Feed.Entry::title).containsExactly("Tides & thefts", "Bold");
    assertThat(feed.entries()).allSatisfy(entry -> assertThat(entry.content()).isEmpty());
  }

  @Test
  void readsRssOneAndZeroNine() {
    assertThat(links(read("""
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="x"><title>A</title></channel>
        <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link></item></rdf:RDF>""")))
        .containsExactly("https://a.example/1");
    assertThat(links(read("<rss version=\"0.91\"><channel><title>A</title><item><title>One</title>"
        + "<link>https://a.example/1</link></item></channel></rss>"))).containsExactly("https://a.example/1");
  }

  @Test
  void readsAtomWithItsBasesAndContents() {
    String whole = "The embassy denied it. ".repeat(80);
    Feed feed = read("""
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb" xml:base="https://other.example/x/"><title type="html">A &lt;i&gt;B&lt;/i&gt;</title>
        <entry><id>urn:1</id><title>One</title><link rel="self" href="s"/><link href="one"/><updated>2024-03-05T12:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>%s</p></div></content></entry>
        <entry><id>urn:2</id><title>Two</title><link href="two"/><content type="html">&lt;p&gt;Only the beginning […]&lt;/p&gt;</content></entry>
        </feed>""".formatted(whole));
    assertThat(feed.title()).isEqualTo("A B");
    assertThat(links(feed)).containsExactly("https://other.example/x/one", "https://other.example/x/two");
    assertThat(feed.entries().getFirst().content().orElseThrow()).contains("The embassy denied it.");
    assertThat(feed.entries().getLast().content()).isEmpty();
  }

  @Test
  void readsJsonFeed() {
    Feed feed = read("""
        {"version":"https://jsonfeed.org/version/1.1","title":"J","language":"de","items":[
        {"id":1,"url":"https://a.example/1","title":"One","content_text":"short"},
        {"id":"2","content_html":"<p>Without a page of its own.</p>"}, {"title":"nothing"}]}""");
    assertThat(ids(feed)).containsExactly("1", "2");
    assertThat(links(feed)).containsExactly("https://a.example/1", "-");
    assertThat(feed.entries().getFirst().content()).isEmpty();
    assertThat(feed.entries().getLast().content()).hasValue("<p>Without a page of its own.</p>");
  }

  @Test
  void readsOtherCharsetsAndBrokenMarkup() {
    String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><title>Tromsø</title>"
        + "<item><title>A & B <br></title><link>https://a.example/ø</link></item>";
    Feed feed = FeedReader.read(HERE, latin.getBytes(Charset.forName("ISO-8859-1")));
    assertThat(feed.title()).isEqualTo("Tromsø");
    assertThat(links(feed)).containsExactly("https://a.example/%C3%B8");
  }

  @Test
  void unfoldsNoEntity() {
    StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      bomb.append("<!ENTITY a").append(i).append(" \"").append("&a" + (i - 1) + ";&a" + (i - 1) + ";").append("\">");
    }
    bomb.append("<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&a39;&x;</title>"
        + "<item><title>&x;</title><link>https://a.example/1</link></item></channel></rss>");
    Feed feed = read(bomb.toString());
    assertThat(feed.title()).hasSizeLessThan(100).doesNotContain("root:");
    assertThat(feed.entries()).singleElement().satisfies(entry -> assertThat(entry.title()).doesNotContain("root:"));
  }

  @Test
  void survivesDepth() {
    assertThat(read("<rss><channel><title>D</title>" + "<a>".repeat(200_000)).entries()).isEmpty();
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read("{\"a\":".repeat(100_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain words", "<html><body>A page</body></html>", "{\"items\":[]}", "{",
      "<?xml version=\"1.0\"?><opml/>"})
  void refusesWhatIsNoFeed(String text) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(text))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("FEED_UNREADABLE"));
  }

  @Test
  void takesOnlyLinksOfTheWeb() {
    assertThat(
        links(read("<rss><channel><item><guid isPermaLink=\"false\">1</guid><link>javascript:alert(1)</link></item>"
            + "<item><guid isPermaLink=\"false\">2</guid><link>file:///etc/passwd</link></item></channel></rss>")))
        .containsExactly("-", "-");
  }

  @Test
  void findsTheFeedOfAPage() {
    assertThat(FeedReader.discover(HERE,
        """
        <html><head><link rel="stylesheet" href="x"><link rel="alternate" type="text/html" href="y">
        <link rel="Alternate" type="application/atom+xml" href="/atom"></head></html>"""
            .getBytes(StandardCharsets.UTF_8)))
        .hasValue(URI.create("https://gazette.example/atom"));
  }
}
