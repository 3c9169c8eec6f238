package org.tingbok.exchange.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrklTest {
  private static final String ENTRY = """
      {"id": "e1", "created_at": "2023-01-15T02:00:00Z", "sha1_hash": "aa", "title": "%s",
       "report_names": ["2019-05-01_Tide-tables_stolen.pdf"], "authors": "Nordlys Lab", "language": "EN",
       "file_creation_date": "%s", "references": ["https://nordlys.example/tides", null],
       "sources": [{"id": "s", "name": "Fjord Shelf"}],
       "threat_actors": [{"main_name": "Grey Heron", "aliases": ["GH-7"], "source_id": "Fjord:1", "source_name": "Fjord"}],
       "plain_text": "First line\\nof a paragraph that goes on.\\n\\nNordlys Lab blamed Grey Heron."}""";

  private static String entry() {
    return ENTRY.formatted("Tides", "2019-05-03T10:00:00Z");
  }

  @Test
  void keepsItsThreeTimesApart() throws IOException {
    Entry entry = Read.all("entry.json", entry()).getFirst();
    assertThat(((Entry.Report) entry).name()).isEqualTo("entry.json");
    assertThat(Read.page(entry).title()).isEqualTo("Tides");
    assertThat(Read.page(entry).select("meta[name=dcterms.modified]").attr("content"))
        .isEqualTo("2019-05-03T10:00:00Z");
    assertThat(Read.text(entry)).doesNotContain("2023-01-15").doesNotContain("article:published_time");
    assertThat(Read.page(entry).select("link[rel=canonical]").attr("href")).isEqualTo("https://nordlys.example/tides");
    assertThat(Read.told(entry))
        .isEqualTo("Tides First line of a paragraph that goes on. Nordlys Lab blamed Grey Heron.");
    assertThat(Read.around(entry)).contains("Grey Heron (GH-7), Fjord:1", "Fjord Shelf",
        "2019-05-01_Tide-tables_stolen.pdf");
  }

  @Test
  void callsAnEntryWithoutTitleAfterItsFileAndKnowsNoYearOne() throws IOException {
    Entry entry = Read.all("e.json", ENTRY.formatted("", "0001-01-01T00:00:00Z")).getFirst();
    assertThat(Read.page(entry).title()).isEqualTo("2019-05-01 Tide-tables stolen");
    assertThat(Read.page(entry).select("meta[name=dcterms.modified]")).isEmpty();
  }

  @Test
  void readsListsAndAnswersAndOneEntryAgain() throws IOException {
    String bad = "{\"id\": \"e2\", \"sha1_hash\": \"bb\", \"plain_text\": null}";
    for (String form : List.of("[%s, %s, 7, %s]",
        "{\"data\": [%s, %s, null, %s], \"message\": \"ok\", \"status\": \"success\"}")) {
      byte[] bytes = form.formatted(entry(), bad, ENTRY.formatted("Ærlig", "2019-05-03T10:00:00Z"))
          .getBytes(StandardCharsets.UTF_8);
      List<Entry> entries = Read.all("o.json", bytes);
      assertThat(Read.reports(entries)).extracting(report -> report.place().entry()).containsExactly("1", "4");
      assertThat(Read.faults(entries)).containsExactly("ENTRY_WITHOUT_TEXT 2", "ENTRY_WITHOUT_TEXT 3");
      for (Entry.Report report : Read.reports(entries)) {
        assertThat(Containers.again(Kind.ORKL, Read.bytes(bytes), report.place()).map(Entry.Report::bytes))
            .contains(report.bytes());
      }
    }
    List<Entry> single = Read.all("o.json", "{\"data\": " + entry() + ", \"status\": \"success\"}");
    assertThat(Read.reports(single)).hasSize(1);
  }

  @Test
  void tellsWhereItIsNoLongerJson() throws IOException {
    List<Entry> entries = Read.all("o.json", "[" + entry() + ", {\"id\": \"e2\", \"plain_text\": \"cut o");
    assertThat(Read.reports(entries)).hasSize(1);
    assertThat(Read.faults(entries)).containsExactly("JSON_BROKEN 2");
  }

  @Test
  void readsLinesOfJson() throws IOException {
    byte[] bytes = """
        {"url": "https://fjord.example/1", "title": "One", "date": "2024-06-04", "text": "Nordlys Lab blamed Grey Heron."}
        {"broken

        {"title": "Without"}
        {"title": "Five", "text": "Five."}
        """.getBytes(StandardCharsets.UTF_8);
    List<Entry> entries = Read.all("a.jsonl", bytes);
    assertThat(Read.reports(entries)).extracting(Entry.Report::name).containsExactly("https://fjord.example/1",
        "a.jsonl#5");
    assertThat(Read.faults(entries)).containsExactly("JSON_BROKEN 2", "ENTRY_WITHOUT_TEXT 4");
    Entry.Report last = Read.reports(entries).getLast();
    assertThat(Containers.again(Kind.LINES, Read.bytes(bytes), last.place()).map(Entry.Report::bytes))
        .contains(last.bytes());
  }
}
