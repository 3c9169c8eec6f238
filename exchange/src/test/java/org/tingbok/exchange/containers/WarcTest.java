package org.tingbok.exchange.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarcTest {
  private static final String PAGE = "<html><body><p>Nordlys Lab blamed Grey Heron.</p></body></html>";

  /// An archive, each record as it is written.
  private static final class Archive {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean packed;

    Archive(boolean packed) {
      this.packed = packed;
    }

    Archive record(String version, String type, String target, String contentType, byte[] block) throws IOException {
      String head = "WARC/" + version + "\r\nWARC-Type: " + type
          + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000%04d>".formatted(bytes.size() % 10000)
          + "\r\nWARC-Date: 2024-06-04T09:00:00Z\r\n" + (target.isEmpty() ? "" : "WARC-Target-URI: " + target + "\r\n")
          + "Content-Type: " + contentType + "\r\nContent-Length: " + block.length + "\r\n\r\n";
      raw(join(head.getBytes(StandardCharsets.UTF_8), block, "\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
      return this;
    }

    Archive response(String target, String head, byte[] body) throws IOException {
      return record("1.1", "response", target, "application/http; msgtype=response",
          join((head.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8), body));
    }

    Archive raw(byte[] record) throws IOException {
      bytes.write(packed ? packed(record) : record);
      return this;
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(all)) {
      out.write(bytes);
    }
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Archive crawl(boolean packed) throws IOException {
    String ok = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n";
    byte[] zipped = packed(ascii(PAGE));
    return new Archive(packed)
        .record("1.0", "warcinfo", "", "application/warc-fields", ascii("software: own\r\n"))
        .response("https://fjord.example/plain", ok, ascii(PAGE))
        .record("1.0", "request", "https://fjord.example/plain", "application/http; msgtype=request",
            ascii("GET / HTTP/1.1\r\nHost: fjord.example\r\n\r\n"))
        .response("https://fjord.example/chunked", ok + "Transfer-Encoding: chunked\nContent-Encoding: gzip\n",
            join(ascii(Integer.toHexString(20) + "\r\n"), Arrays.copyOf(zipped, 20),
                ascii("\r\n" + Integer.toHexString(zipped.length - 20) + "\r\n"),
                Arrays.copyOfRange(zipped, 20, zipped.length), ascii("\r\n0\r\n\r\n")))
        .response("https://fjord.example/gone", ok.replace("200 OK", "404 Not Found"), ascii(PAGE))
        .response("https://fjord.example/a.png", ok.replace("text/html; charset=utf-8", "image/png"), ascii("x"))
        .record("1.1", "resource", "https://fjord.example/a.pdf", "application/pdf", ascii("%PDF-1.4"))
        .record("1.1", "revisit", "https://fjord.example/plain",
            "application/http; msgtype=response\r\nWARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
            ascii("HTTP/1.1 200 OK\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsPagesWithTheirAddressAndDay(boolean packed) throws IOException {
    byte[] archive = crawl(packed).bytes();
    List<Entry> entries = Read.all(packed ? "crawl.warc.gz" : "crawl.warc", archive);
    List<Entry.Report> reports = Read.reports(entries);
    assertThat(reports).extracting(Entry.Report::name).containsExactly("https://fjord.example/plain",
        "https://fjord.example/chunked", "https://fjord.example/a.pdf");
    assertThat(reports).extracting(report -> report.place().entry()).containsExactly("2", "4", "7");
    assertThat(Read.text(reports.getFirst())).isEqualTo(PAGE);
    assertThat(Read.text(reports.get(1))).isEqualTo(PAGE);
    assertThat(reports.getFirst().place().capture()).contains(
        new Place.Capture("https://fjord.example/plain", Instant.parse("2024-06-04T09:00:00Z")));
    assertThat(Read.faults(entries)).containsExactly("WARC_REVISIT 8");
    for (Entry.Report report : reports) {
      assertThat(Containers.again(Kind.WARC, Read.bytes(archive), report.place()).map(Entry.Report::bytes))
          .contains(report.bytes());
    }
  }

  @Test
  void readsAnEntryAgainWhereTheWholeFileIsPacked() throws IOException {
    byte[] archive = packed(crawl(false).bytes());
    List<Entry.Report> reports = Read.reports(Read.all("crawl.warc.gz", archive));
    assertThat(reports).hasSize(3);
    assertThat(Containers.again(Kind.WARC, Read.bytes(archive), reports.getLast().place()).map(Entry.Report::bytes))
        .contains(reports.getLast().bytes());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesOnBehindABrokenRecord(boolean packed) throws IOException {
    String ok = "HTTP/1.1 200 OK\nContent-Type: text/html\n";
    byte[] first = new Archive(packed).response("https://fjord.example/1", ok, ascii(PAGE)).bytes();
    byte[] broken = new Archive(packed).response("https://fjord.example/2", ok, ascii(PAGE)).bytes();
    Arrays.fill(broken, packed ? 15 : 0, packed ? 40 : 30, (byte) 'x');
    byte[] last = new Archive(packed).response("https://fjord.example/3", ok, ascii(PAGE)).bytes();
    List<Entry> entries = Read.all(packed ? "c.warc.gz" : "c.warc", join(first, broken, last));
    assertThat(Read.reports(entries)).extracting(Entry.Report::name).containsExactly("https://fjord.example/1",
        "https://fjord.example/3");
    assertThat(Read.faults(entries)).isNotEmpty().allMatch(fault -> fault.startsWith("WARC_RECORD_BROKEN"));
  }

  @Test
  void tellsOfABodyThatIsNotAsItsHeadSays() throws IOException {
    String ok = "HTTP/1.1 200 OK\nContent-Type: text/html\n";
    byte[] archive = new Archive(true)
        .response("https://fjord.example/1", ok + "Content-Encoding: gzip\n", ascii("no gzip at all, but words"))
        .response("https://fjord.example/2", ok, ascii(PAGE)).bytes();
    List<Entry> entries = Read.all("c.warc.gz", archive);
    assertThat(Read.faults(entries)).containsExactly("WARC_RECORD_BROKEN 1");
    assertThat(Read.reports(entries)).extracting(Entry.Report::name).containsExactly("https://fjord.example/2");
  }

  @Test
  void survivesATruncatedFile() throws IOException {
    byte[] archive = crawl(true).bytes();
    for (int length = 60; length < archive.length; length += 37) {
      List<Entry> entries = Read.all("c.warc.gz", Arrays.copyOf(archive, length));
      assertThat(entries.size()).as("%d bytes", length).isLessThan(12);
    }
  }
}
