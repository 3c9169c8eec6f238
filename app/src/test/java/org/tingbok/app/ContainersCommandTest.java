package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that hold many reports, as somebody adds them.
class ContainersCommandTest {
  @TempDir
  private Path folder;

  private static String message(String from, String day, String subject, String text) {
    return "From " + from + "@fjord.example Tue Jun  4 09:00:00 2024\nFrom: " + from + " <x@fjord.example>\nDate: "
        + day
        + "\nMessage-ID: <" + subject.hashCode() + "@fjord.example>\nSubject: " + subject + "\n\n" + text + "\n\n";
  }

  private static byte[] archive(String... pages) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < pages.length; i += 2) {
      byte[] body = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + pages[i + 1])
          .getBytes(StandardCharsets.UTF_8);
      byte[] head =
          ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000" + i
              + ">\r\nWARC-Date: 2024-06-09T09:00:00Z\r\nWARC-Target-URI: " + pages[i]
              + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + body.length + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8);
      try (GZIPOutputStream out = new GZIPOutputStream(all)) {
        out.write(head);
        out.write(body);
        out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    return all.toByteArray();
  }

  @Test
  void addsEveryMessageOfAMailboxOnce() throws IOException {
    Files.createDirectory(folder.resolve("mail"));
    Files.writeString(folder.resolve("mail/list.mbox"),
        message("Fjord Bulletin", "Tue, 4 Jun 2024 09:00:00 +0200", "Tide tables",
            "The computer network of the port of Lisbon was hacked in February 2024."
                + " Microsoft blamed APT28 for the attack on the port of Lisbon.")
            + "From broken@fjord.example Tue Jun  4 09:10:00 2024\nSubject: Nothing\n\n\n"
            + message("Gull Post", "Wed, 5 Jun 2024 09:00:00 +0200", "Denied",
                "The computer network of the port of Lisbon was hacked in February 2024."
                    + " Mandiant blamed Turla for the attack on the port of Lisbon."));
    Files.writeString(folder.resolve("mail/data.json"), "{\"no\": \"report\"}");
    Shell shell = new Shell(folder);
    Shell.Result added = shell.run("add", "mail");
    assertThat(added.out()).contains("2 new documents");
    assertThat(added.err()).contains("MESSAGE_WITHOUT_TEXT: mail/list.mbox#2", "passed over 1 file", "1 .json");
    assertThat(shell.run("add", "mail").out()).contains("0 new documents", "2 on record already");
    String claims = shell.run("claims", "--format", "json").out();
    assertThat(claims).contains("Microsoft", "Mandiant", "Fjord Bulletin", "Gull Post", "2024-06-04");
    shell.run("ledger", "export", "out.jsonl");
    assertThat(Files.readString(folder.resolve("out.jsonl"))).contains("mail/list.mbox#1", "mail/list.mbox#3");
  }

  @Test
  void recordsOfAWebArchiveWhereAndWhenEachPageWasFetched() throws IOException {
    Files.write(folder.resolve("crawl.warc.gz"), archive("https://fjord.example/one",
        "<html><head><title>Tides</title></head><body><article><h1>Tides</h1><p>4 June 2024</p><p>Microsoft blamed APT28 for the"
            + " attack on the port of Lisbon.</p></article></body></html>"));
    Shell shell = new Shell(folder);
    assertThat(shell.run("add", "crawl.warc.gz").out()).contains("1 new document");
    assertThat(shell.run("ledger", "export", "out.jsonl").status()).isZero();
    String entries = Files.readString(folder.resolve("out.jsonl"));
    assertThat(entries).contains("\"asked\":\"https://fjord.example/one\"", "2024-06-09T09:00:00Z",
        "\"feed\":\"crawl.warc.gz\"", "\"entry\":\"record 1\"");
    long before = entries.lines().count();
    shell.run("add", "crawl.warc.gz");
    shell.run("ledger", "export", "again.jsonl");
    assertThat(Files.readString(folder.resolve("again.jsonl")).lines().count()).isEqualTo(before);
  }

  /// "On Friday" in a copy means the Friday before the story: the entry is found again in its container.
  @Test
  void readsACopyInAContainerAsOfTheDayOfItsStory() throws IOException {
    String story = "The computer network of the port of Lisbon was hacked in February 2024."
        + " Microsoft on Friday blamed APT28 for the attack on the port of Lisbon. It said that it had watched the group"
        + " for a year before that. The port said that no ship had been in danger while its"
        + " tables were gone. The theft had been found by a pilot who missed the table of the spring tide on his own bridge.";
    Files.writeString(folder.resolve("copies.mbox"),
        message("Fjord Bulletin", "Tue, 4 Jun 2024 09:00:00 +0200", "Tide tables", story)
            + message("Gull Post", "Tue, 18 Jun 2024 09:00:00 +0200", "Tide tables once more", story));
    Shell shell = new Shell(folder);
    assertThat(shell.run("add", "copies.mbox").out()).contains("2 new documents");
    String claims = shell.run("claims", "--format", "json").out();
    assertThat(claims).contains("2024-05-31").doesNotContain("2024-06-14");
  }
}
