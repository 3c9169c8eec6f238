package org.tingbok.exchange.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailTest {
  private static final String HEAD = """
      Received: from mx.fjord.example by post.example; Tue, 4 Jun 2024 09:00:00 +0200
      From: Fjord Bulletin <news@fjord.example>
      To: readers@post.example
      Date: Tue, 4 Jun 2024 23:30:00 +0200
      Message-ID: <1@fjord.example>
      """;
  private static final String CLAIM = "Nordlys Lab blamed Grey Heron for the theft of tide tables.";

  private static String crlf(String text) {
    return text.replace("\n", "\r\n");
  }

  private static String head(Entry entry, String attribute, String key) {
    return Read.page(entry).select("meta[" + attribute + "=" + key + "]").attr("content");
  }

  @Test
  void readsWhoSaysWhatAndWhen() throws IOException {
    List<Entry> entries = Read.all("note.eml", crlf(HEAD + """
        Subject: =?UTF-8?Q?Tide_tables_stolen_=C3=B8st?=
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        Nordlys Lab blamed Grey Heron for the theft of tide tables at =
        Troms=F8.

        --\s
        Ola Fjord, editor
        """));
    assertThat(entries).hasSize(1);
    Entry.Report report = (Entry.Report) entries.getFirst();
    assertThat(report.name()).isEqualTo("note.eml");
    assertThat(Read.page(report).title()).isEqualTo("Tide tables stolen øst");
    assertThat(head(report, "property", "og:site_name")).isEqualTo("Fjord Bulletin");
    assertThat(head(report, "property", "article:published_time")).isEqualTo("2024-06-04T23:30+02:00");
    assertThat(Read.told(report)).endsWith("Nordlys Lab blamed Grey Heron for the theft of tide tables at Tromsø.");
    assertThat(Read.around(report)).isEqualTo("-- Ola Fjord, editor");
  }

  @Test
  void takesMarkupUnlessItSaysLess() throws IOException {
    String both = HEAD + """
        Subject: Both
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        %s
        --b
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        %s
        --b--
        """;
    String html = Base64.getMimeEncoder().encodeToString(
        ("<html><body><p>" + CLAIM + " Markup.</p></body></html>").getBytes(StandardCharsets.UTF_8));
    assertThat(Read.told(Read.all("a.eml", crlf(both.formatted(CLAIM, html))).getFirst()))
        .isEqualTo("Both " + CLAIM + " Markup.");
    String empty = Base64.getMimeEncoder().encodeToString("<p>See plain.</p>".getBytes(StandardCharsets.UTF_8));
    assertThat(Read.told(Read.all("a.eml", crlf(both.formatted(CLAIM, empty))).getFirst())).isEqualTo("Both " + CLAIM);
  }

  @Test
  void leavesOutWhatIsAnsweredAndKeepsWhatIsForwarded() throws IOException {
    String answer = HEAD + """
        Subject: Re: tides

        %s

        On Mon, 3 Jun 2024 at 10:00, Kari Holm
        <kari@holm.example> wrote:
        > Gull Institute blamed Red Otter.
        >> older
        """.formatted(CLAIM);
    Entry told = Read.all("a.eml", crlf(answer)).getFirst();
    assertThat(Read.told(told)).isEqualTo("tides " + CLAIM);
    assertThat(Read.around(told)).contains("Kari Holm", "Gull Institute");
    String forward = HEAD + """
        Subject: Fwd: tides

        For you.

        ---------- Forwarded message ----------
        > From: x
        >
        > %s
        """.formatted(CLAIM);
    assertThat(Read.told(Read.all("a.eml", crlf(forward)).getFirst())).contains(CLAIM);
    String quoted = HEAD + """
        Subject: Markup
        Content-Type: text/html; charset=utf-8

        <div style="display:none">preview line</div><div class="newsletter"><table><tr><td>
        <p>%s It did so in May, and said it was certain of that, after a year in which nobody else had looked.</p></td></tr>
        <tr><td>You get this as a reader. <a href="https://fjord.example/u">Unsubscribe</a></td></tr></table></div>
        <div class="gmail_quote">On Monday Kari wrote:<blockquote type="cite"><p>Gull Institute blamed Red Otter.</p></blockquote></div>
        """.formatted(CLAIM);
    Entry page = Read.all("a.eml", crlf(quoted)).getFirst();
    assertThat(Read.told(page)).contains(CLAIM).doesNotContain("Gull", "Unsubscribe", "preview");
    assertThat(Read.around(page)).contains("Gull Institute", "Unsubscribe", "preview line");
    assertThat(Read.page(page).select("footer p, table, [class]")).isEmpty();
  }

  @Test
  void takesAListForItsOwnAndANewsletterForItsSender() throws IOException {
    String list = HEAD + """
        Subject: [tides] stolen
        List-Id: "Tide Watchers" <tides.lists.example>
        List-Post: <mailto:tides@lists.example>

        %s
        """.formatted(CLAIM);
    Entry discussed = Read.all("a.eml", crlf(list)).getFirst();
    assertThat(head(discussed, "property", "og:site_name")).isEqualTo("Tide Watchers");
    assertThat(head(discussed, "name", "author")).isEqualTo("Fjord Bulletin");
    Entry letter = Read.all("a.eml", crlf(list.replace("List-Post: <mailto:tides@lists.example>\n", ""))).getFirst();
    assertThat(head(letter, "property", "og:site_name")).isEqualTo("Fjord Bulletin");
  }

  @Test
  void readsWhatIsAttached() throws IOException {
    String inner = HEAD.replace("Fjord Bulletin", "Gull Post") + """
        Subject: Inner
        Content-Type: multipart/mixed; boundary=i

        --i

        Inner text that says something.
        --i
        Content-Type: application/pdf; name="inner.pdf"
        Content-Disposition: attachment

        %PDF-1.4
        --i--
        """;
    String message = HEAD + """
        Subject: Outer
        Content-Type: multipart/mixed; boundary=o

        --o
        Content-Type: multipart/related; boundary=r

        --r
        Content-Type: text/html

        <p>Outer text.</p>
        --r
        Content-Type: image/png
        Content-ID: <p>

        x
        --r--
        --o
        Content-Type: application/octet-stream; name="=?UTF-8?B?w6Vyc3JhcHBvcnQucGRm?="
        Content-Disposition: attachment; filename="../../årsrapport.pdf"
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --o
        Content-Type: message/rfc822

        """ + inner + """

        --o
        Content-Type: application/zip; name=x.zip
        Content-Disposition: attachment

        PK
        --o--
        """;
    List<Entry> entries = Read.all("mail/a.eml", crlf(message));
    List<Entry.Report> reports = Read.reports(entries);
    assertThat(reports).extracting(Entry.Report::name).containsExactly("mail/a.eml", "mail/a.eml#.._.._årsrapport.pdf",
        "mail/a.eml#forwarded.eml", "mail/a.eml#forwarded.eml:inner.pdf");
    assertThat(reports).extracting(report -> report.place().entry()).containsExactly("1", "1.1", "1.2", "1.2.1");
    assertThat(reports).extracting(report -> report.place().giver().orElse("")).containsExactly("", "Fjord Bulletin",
        "", "Gull Post");
    assertThat(Read.told(reports.getFirst())).isEqualTo("Outer Outer text.");
    assertThat(reports.get(1).bytes()).startsWith('%', 'P', 'D', 'F');
    assertThat(head(reports.get(2), "property", "og:site_name")).isEqualTo("Gull Post");
    assertThat(Read.faults(entries)).isEmpty();
  }

  @Test
  void partsAMailboxAndReadsOneMessageAgain() throws IOException {
    String one = "From a@b.example Tue Jun  4 09:00:00 2024\n" + HEAD + "Subject: One\n\n" + CLAIM
        + "\n\n>From here on it is quoted.\nFrom the sea, in 2024 nothing came back.\n\n";
    String two = "From c@d.example Wed Jun  5 09:00:00 2024\nSubject: Two\n\n\n";
    String three = "From c@d.example Wed Jun  5 09:10:00 2024\n" + HEAD + "Subject: Three\n\nThird.\n";
    byte[] box = (one + two + three).getBytes(StandardCharsets.UTF_8);
    List<Entry> entries = Read.all("list.mbox", box);
    List<Entry.Report> reports = Read.reports(entries);
    assertThat(reports).extracting(Entry.Report::name).containsExactly("list.mbox#1", "list.mbox#3");
    assertThat(Read.faults(entries)).containsExactly("MESSAGE_WITHOUT_TEXT 2");
    assertThat(Read.told(reports.getFirst())).contains("From here on it is quoted. From the sea, in 2024");
    assertThat(reports.getLast().place().position()).isEqualTo((one + two).getBytes(StandardCharsets.UTF_8).length);
    for (Entry.Report report : reports) {
      assertThat(Containers.again(Kind.MAILBOX, Read.bytes(box), report.place()).map(Entry.Report::bytes))
          .contains(report.bytes());
    }
    Place gone = new Place("list.mbox", "9", box.length, Optional.empty());
    assertThat(Containers.again(Kind.MAILBOX, Read.bytes(box), gone)).isEmpty();
  }

  @Test
  void tellsWhatIsEncryptedAndWhatNeverEnds() throws IOException {
    String sealed = HEAD + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nAAAA\n";
    assertThat(Read.all("a.eml", crlf(sealed))).singleElement().isInstanceOfSatisfying(Entry.Fault.class,
        fault -> assertThat(fault.message()).contains("encrypted"));
    StringBuilder deep = new StringBuilder(HEAD);
    for (int i = 0; i < 3000; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
    }
    assertThat(Read.faults(Read.all("a.eml", crlf(deep + "\n" + CLAIM)))).contains("MESSAGE_BROKEN 1");
  }

  @Test
  void doesNotTakeAReportForAMessage() {
    for (String text : List.of("Title: Tides\nDate: 4 June 2024\n\nText.",
        "From the sea came nothing in 2024.\nSo: nothing.",
        "Subject: tides\n\nText", "{\"type\": \"bundle\"}", "plain words")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(Kind.of("a.txt", bytes)).as(text).isEmpty();
    }
  }
}
