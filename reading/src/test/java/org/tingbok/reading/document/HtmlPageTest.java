package org.tingbok.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tingbok.document.DateKind;
import org.tingbok.document.DocumentDate;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;

class HtmlPageTest {
  private static final String PAGE = """
      <!DOCTYPE html>
      <html lang="en"><head><title>Pilots&rsquo; mail read | Kettle Point Argus</title>
      <meta property="og:site_name" content="Kettle Point Argus">
      <meta property="og:title" content="Pilots’ mail read">
      <meta property="article:published_time" content="2019-06-04T07:15:00Z">
      <script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2019-06-05","publisher":{"name":"Argus Media"}}</script>
      <style>p{margin:0}</style></head>
      <body><div class="cookie-bar"><p>We would like to put something on your machine, if you do not mind that very much.</p></div>
      <nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>
      <main><article><p class="kicker">Coast</p><h1>Pilots&rsquo; mail read</h1>
      <p class="byline">By Inga Holt &middot; <time datetime="2019-06-04">4 June 2019</time></p>
      <figure><img src="x" alt="a pier"><figcaption>The pier. Photo: Argus</figcaption></figure>
      <p>The harbour office of Skagen said on Monday that <a href="/x">strangers</a> had read the mail of its pilots&mdash;for
      eleven weeks&nbsp;&ndash; and that it did not yet know who they were.</p>
      <h2>A door left open</h2>
      <div class="newsletter"><h3>Tide at seven</h3><p>The coast in your pocket before breakfast, every single day.</p></div>
      <p>&ldquo;We left the door open,&rdquo; its director said, and asked the pilots for their patience and their understanding.</p>
      <table><tr><th>Week</th><th>Mails</th></tr><tr><td>1</td><td>40</td></tr></table>
      <ul><li>No ship was delayed, the office added in its notice.</li></ul>
      </article><aside><h3>Most read</h3><ol><li><a href="/1">Crab wins the cup at last</a></li></ol></aside></main>
      <footer><p>&copy; 2019 Argus Media</p></footer></body></html>
      """;

  @Test
  void readsTheMainContent() {
    Text text = Parsed.text("page.html", PAGE);
    assertThat(text.blocks()).filteredOn(block -> Assembly.isRead(block.kind()))
        .extracting(block -> block.kind() + " " + Parsed.of(text, block)).containsExactly("TITLE Pilots’ mail read",
            "CAPTION The pier. Photo: Argus",
            "PARAGRAPH The harbour office of Skagen said on Monday that strangers had read the mail of its pilots—for eleven weeks – and "
                + "that it did not yet know who they were.",
            "HEADING A door left open",
            "PARAGRAPH “We left the door open,” its director said, and asked the pilots for their patience and their understanding.",
            "TABLE_ROW Week | Mails", "TABLE_ROW 1 | 40",
            "LIST_ITEM No ship was delayed, the office added in its notice.");
    assertThat(text.document().title()).contains("Pilots’ mail read");
    assertThat(text.document().publisher()).contains("Kettle Point Argus");
    assertThat(text.document().mediaType()).isEqualTo("text/html");
  }

  @Test
  void readsDeclaredAndVisibleDates() {
    Text text = Parsed.text("page.html", PAGE);
    assertThat(text.document().published().iso()).isEqualTo("2019-06-04");
    assertThat(text.document().dateConflict()).isFalse();
    assertThat(text.document().dates()).extracting(DocumentDate::kind).containsExactly(DateKind.PUBLISHED,
        DateKind.MODIFIED,
        DateKind.UNLABELLED, DateKind.UNLABELLED, DateKind.COPYRIGHT);
  }

  @Test
  void alignsEachSignWithItsCharacterReference() {
    Text text = Parsed.text("page.html", PAGE);
    String source = text.document().text();
    int dash = text.view().indexOf('—');
    assertThat(text.canonical(dash, dash + 1).of(source)).isEqualTo("&mdash;");
    int quote = text.view().indexOf('“');
    assertThat(text.canonical(quote, quote + 3).of(source)).isEqualTo("&ldquo;We");
    int words = text.view().indexOf("that strangers had");
    assertThat(text.canonical(words, words + 18).of(source)).isEqualTo("that <a href=\"/x\">strangers</a> had");
  }

  @Test
  void readsAPageWithoutAnyDeclaration() {
    Text text = Parsed.text("page.html",
        "<html><body><h1>Pilots write on paper again</h1><div><p>" + "The pilots write on paper. ".repeat(8)
            + "</p><p>" + "The union likes paper, too. ".repeat(8)
            + "</p></div><div><a href=1>One</a> <a href=2>Two</a></div></body></html>");
    assertThat(text.document().title()).contains("Pilots write on paper again");
    assertThat(Parsed.of(text, BlockKind.PARAGRAPH)).hasSize(2);
    assertThat(text.document().publisher()).isEmpty();
  }

  @Test
  void readsTheEntriesOfALivePage() {
    Text text = Parsed.text("page.html", """
        <html><head><script type="application/ld+json">{"@type":"LiveBlogPosting","datePublished":"2019-06-07T08:00:00Z",
        "publisher":{"logo":{"name":"not this"},"name":"Coast One"}}</script></head><body><main><h1>Pilots against the office</h1>
        <article><time>21:10</time><p>The union has heard enough from the office for one day and has gone home for the night.</p></article>
        <article><time>8 June, 08:30</time><p>The office has promised to change every lock by the end of the month, boots included.</p></article>
        <article><time>8 June, 09:15</time><p>The union accepts the apology of the office, and says that it will go to sea again today.</p></article>
        </main></body></html>
        """);
    assertThat(text.document().publisher()).contains("Coast One");
    assertThat(Parsed.of(text, BlockKind.METADATA)).containsExactly("21:10", "8 June, 08:30", "8 June, 09:15");
    assertThat(text.blocks()).filteredOn(block -> block.kind() == BlockKind.PARAGRAPH)
        .extracting(block -> block.stamp().iso())
        .containsExactly("", "2019-06-08", "2019-06-08");
  }
}
