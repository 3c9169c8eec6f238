package org.tingbok.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

class ReadableTextTest {
  private static ReadableText read(String mediaType, String text) {
    return read(mediaType, text, new Span(0, text.length()));
  }

  private static ReadableText read(String mediaType, String text, Span body) {
    String digest = ContentId.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return ReadableText.of(new Document(DocumentId.of(digest), "a", digest, mediaType, text, Optional.empty(),
        Optional.empty(), PartialDate.NOT_STATED, "en", List.of(), false, List.of(body)));
  }

  private static List<String> paragraphs(ReadableText text) {
    return text.paragraphs().stream().map(ReadableText.Paragraph::text).toList();
  }

  @Test
  void leavesTagsScriptsAndEntitiesBehind() {
    String html = "<html><head><title>T</title><style>p{}</style></head><body><!-- <p>no</p> --><h1>A&nbsp;title</h1>"
        + "<script>if (a < b) x('</p>')</script><p class='a>b'>One <b>bold</b> word &amp; more<br>here</p><p>Two</p>"
        + "5 < 6 &unknown; &#8217;</body>";
    assertThat(paragraphs(read("text/html", html)))
        .containsExactly("A title", "One bold word & more here", "Two", "5 < 6 &unknown; ’");
  }

  @Test
  void keepsEveryWordsPlace() {
    String html = "<p>The <a href='x'>group</a> Arctic&nbsp;Tern did it.</p>";
    ReadableText text = read("text/html", html);
    int start = html.indexOf("group");
    int end = html.indexOf(" did");
    assertThat(text.words(start, end)).isEqualTo("group Arctic Tern");
    assertThat(text.words(0, html.length())).isEqualTo("The group Arctic Tern did it.");
  }

  @Test
  void readsMarkdownAsItIsMeant() {
    assertThat(paragraphs(read("text/markdown", """
        # Head

        A **bold** [link](https://example.org/a) word.

        - one
        - two
        > quoted
        """))).containsExactly("Head", "A bold link word.", "one", "two", "quoted");
  }

  @Test
  void joinsLinesThatWereWrappedByHand() {
    String line = "This line of a text was wrapped by hand at some seventy columns, as old";
    String wrapped = (line + "\n").repeat(3) + "\n" + (line + "\n").repeat(3);
    assertThat(paragraphs(read("text/plain", wrapped))).hasSize(2);
    assertThat(paragraphs(read("text/plain", "First paragraph.\nSecond one.\n"))).hasSize(2);
  }

  @Test
  void showsWordsInTheirSentenceAndNoFarther() {
    String text = "Mr. A. Berg spoke. The U.S. firm said that Grey Heron did it, again. Next one.";
    int start = text.indexOf("Grey Heron did it");
    ReadableText.InSentence in = read("text/plain", text).inSentence(start, start + "Grey Heron did it".length());
    assertThat(in.before()).isEqualTo("The U.S. firm said that ");
    assertThat(in.after()).isEqualTo(", again.");
    String glued = "Grey Heron did it.Subscribe to our newsletter";
    ReadableText cut = read("text/plain", glued, new Span(0, 18));
    assertThat(cut.inSentence(0, 17).after()).isEqualTo(".");
  }

  @Test
  void survivesMarkupThatNeverCloses() {
    for (String html : new String[] {"<p", "<!--", "<script>", "<a href=\"", "&#x110000;", "&", "<p>a</p", "</", "<"}) {
      assertThat(read("text/html", html).paragraphs()).isNotNull();
    }
  }
}
