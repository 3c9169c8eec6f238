package org.tingbok.app.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// E-mail and web archives.
final class MailBombs {
  @SuppressWarnings("StringConcatToTextBlock")
  private static final String HEAD = "From: a@example.org\r\nMessage-ID: <1@example.org>\r\nSubject: Tides\r\n"
      + "Date: Mon, 3 May 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";

  private MailBombs() {
  }

  static List<Bomb> all() {
    List<Bomb> all = new ArrayList<>();
    all.add(Bomb.of("mail-deep-parts.eml", HEAD + deep(5_000, "multipart/mixed; boundary=b%d")));
    all.add(Bomb.of("mail-deep-messages.eml", HEAD + "Content-Type: message/rfc822\r\n\r\n"
        + (HEAD + "Content-Type: message/rfc822\r\n\r\n").repeat(3_000) + "Quiet."));
    all.add(Bomb.of("mail-header.eml", HEAD + "X-Long: " + "a ".repeat(5 << 20) + "\r\n\r\nQuiet."));
    all.add(Bomb.of("mail-folded.eml", HEAD + "X-Long: " + "a\r\n ".repeat(1 << 20) + "\r\n\r\nQuiet."));
    all.add(Bomb.of("mail-headers.eml", HEAD + "X-A: b\r\n".repeat(300_000) + "\r\nQuiet."));
    all.add(Bomb.of("mail-words.eml",
        HEAD.replace("Tides", "=?utf-8?q?a?= ".repeat(30_000)) + "\r\nThe harbour was quiet."));
    all.add(Bomb.of("mail-addresses.eml", HEAD.replace("a@example.org", "a@b, ".repeat(60_000)) + "\r\nQuiet."));
    all.add(Bomb.of("mail-comments.eml", HEAD.replace("a@example.org", "(".repeat(100_000)) + "\r\nQuiet."));
    all.add(Bomb.of("mail-list.eml", HEAD + "List-Post: <a@b>\r\nList-Id: " + " ".repeat(60_000) + "x\r\n\r\nQuiet."));
    all.add(Bomb.of("mail-parts.eml", HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + "--b\r\n\r\nA tide rose.\r\n".repeat(30_000) + "--b--"));
    all.add(
        Bomb.of("mail-parameters.eml", HEAD + "Content-Type: text/plain" + "; a=b".repeat(100_000) + "\r\n\r\nQuiet."));
    all.add(Bomb.of("mail-base64.eml", HEAD + "Content-Transfer-Encoding: base64\r\n\r\n" + "!=A".repeat(300_000)));
    all.add(Bomb.of("mail-boundary.eml", HEAD + "Content-Type: multipart/mixed; boundary=" + "-".repeat(100_000)
        + "\r\n\r\n" + "-".repeat(2 << 20)));
    all.add(Bomb.of("mail-separators.mbox", ("From a@b Mon May  3 10:00:00 2021\n" + HEAD.replace("\r", "")).repeat(1)
        + "From a@b Mon May  3 10:00:00 2021\n".repeat(30_000)));
    all.add(Bomb.of("mail-charset.eml", HEAD + "Content-Type: text/plain; charset=utf-99\r\n\r\nQuiet."));
    all.add(Bomb.of("warc-lengths.warc", record("99999999999999", "a") + record("-1", "a") + record("x", "a")));
    all.add(Bomb.of("warc-header.warc", "WARC/1.0\r\nWARC-Type: response\r\nX: " + "a".repeat(4 << 20) + "\r\n\r\n"));
    all.add(Bomb.of("warc-headers.warc", "WARC/1.0\r\n" + "A: b\r\n".repeat(300_000) + "\r\n"));
    all.add(Bomb.of("warc-chunks.warc", record(http("Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\na"))
        + record(http("Transfer-Encoding: chunked\r\n", "1\r\na\r\n".repeat(60_000)))));
    byte[] packed = gzip(new byte[200 << 20]);
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    String http = http("Content-Encoding: gzip\r\n", "");
    warc.writeBytes(head(Integer.toString(http.length() + packed.length)).getBytes(StandardCharsets.ISO_8859_1));
    warc.writeBytes(http.getBytes(StandardCharsets.ISO_8859_1));
    warc.writeBytes(packed);
    warc.writeBytes("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    all.add(new Bomb("warc-packed-page.warc", warc.toByteArray()));
    all.add(new Bomb("warc-packed.warc.gz", gzip(record(http("", "<p>Quiet.</p>")).repeat(3000).getBytes(
        StandardCharsets.ISO_8859_1))));
    all.add(new Bomb("warc-packed-zeros.warc.gz", gzip(("WARC/1.0\r\n" + "\0".repeat(30 << 20))
        .getBytes(StandardCharsets.ISO_8859_1))));
    return all;
  }

  private static String deep(int depth, String type) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append("Content-Type: ").append(type.formatted(i)).append("\r\n\r\n--b").append(i).append("\r\n");
    }
    return text.append("\r\nQuiet.").toString();
  }

  private static String http(String headers, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + "\r\n" + body;
  }

  private static String head(String length) {
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nWARC-Date: 2021-05-03T10:00:00Z\r\n"
        + "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
        + "Content-Length: " + length + "\r\n\r\n";
  }

  private static String record(String length, String body) {
    return head(length) + body + "\r\n\r\n";
  }

  private static String record(String http) {
    return record(Integer.toString(http.length()), http);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
