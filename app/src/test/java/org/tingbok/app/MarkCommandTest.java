package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.app.web.WebServer;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.Tlp;
import tools.jackson.databind.JsonNode;

/// What is marked is left out, on every page and in every file, as if it had never been recorded.
class MarkCommandTest extends CasebookCommands {
  private String firstDocument() {
    return json("claims", "--type", "denial").get("claims").get(0).get("document").get("id").asString();
  }

  @Test
  void marksAndTakesBack() {
    String document = firstDocument();
    assertThat(printed("mark", document, "amber", "--by", "ida", "--reason", "shared under an agreement"))
        .contains("recorded: document", "is TLP:AMBER, by ida");
    assertThat(printed("mark", document, "TLP:AMBER", "--by", "ida", "--reason", "again"))
        .contains("on record already");
    JsonNode claim = json("claims", "--type", "denial").get("claims").get(0);
    assertThat(claim.get("tlp").asString()).isEqualTo("TLP:AMBER");
    refused("USAGE", "mark", document, "--by", "ida", "--reason", "x");
    refused("USAGE", "mark", document, "purple", "--by", "ida", "--reason", "x");
    assertThat(printed("mark", document, "--undo", "--by", "ida", "--reason", "published"))
        .contains("no longer marked");
    refused("MARKING_NONE", "mark", document, "--undo", "--by", "ida", "--reason", "published");
  }

  @Test
  void nothingOfItIsExportedBeyondItsMarking() {
    String all = printed("export", "--format", "csv");
    String document = firstDocument();
    assertThat(all).contains(document);
    printed("mark", document, "red", "--by", "ida", "--reason", "an agreement");
    for (String format : new String[] {"csv", "stix", "misp", "json", "markdown", "brief"}) {
      assertThat(printed("export", "--format", format, "--tlp", "amber")).as(format)
          .doesNotContain(document.substring(10))
          .doesNotContain("fairy tale");
    }
    assertThat(printed("export", "--format", "csv")).contains("TLP:RED", document);
  }

  @Test
  void whatIsAddedBearsWhatItSaysOrWhatIsAsked() throws IOException {
    Files.writeString(folder().resolve("note.txt"), """
        TLP:GREEN

        Vik Ferries hit

        12 May 2024

        The Norwegian Police Security Service said on Sunday that Grey Heron was behind the intrusion at Vik Ferries.
        """);
    Files.writeString(folder().resolve("open.txt"), """
        Another case

        13 May 2024

        Nordlys Lab said on Monday that Grey Heron was behind the intrusion at Sund Ferries.
        """);
    printed("add", "note.txt");
    printed("add", "open.txt", "--tlp", "amber");
    assertThat(printed("export", "--format", "csv")).contains("TLP:GREEN", "TLP:AMBER");
    assertThat(printed("export", "--format", "csv", "--tlp", "clear")).doesNotContain("Vik Ferries", "Sund Ferries");
    assertThat(printed("export", "--format", "csv", "--tlp", "green")).contains("Vik Ferries")
        .doesNotContain("Sund Ferries");
  }

  @Test
  void pagesShowAndCountNothingBeyondTheCeiling() throws Exception {
    String document = firstDocument();
    String claim = json("claims", "--type", "denial").get("claims").get(0).get("id").asString();
    int claims = json("claims", "--count").get("count").asInt();
    int here = json("claims", "--document", document, "--count").get("count").asInt();
    printed("mark", document, "amber+strict", "--by", "ida", "--reason", "an agreement");
    try (Ledger whole = Ledgers.open(folder().resolve("tingbok.ledger"), Casebook.CLOCK);
        WebServer server = WebServer.start(LedgerSource.of(whole.cleared(Tlp.AMBER)), Optional.of(0));
        HttpClient client = HttpClient.newHttpClient()) {
      String site = "http://localhost:" + server.port();
      for (String path : new String[] {"/document/" + document, "/claim/" + claim, "/claim/" + claim + ".json",
          "/api/v1/claims/" + claim, "/api/v1/documents/" + document}) {
        assertThat(get(client, site + path).statusCode()).as(path).isEqualTo(404);
      }
      for (String path : new String[] {"/", "/incidents", "/claims", "/documents", "/search?q=fairy", "/actors",
          "/disputes", "/sources", "/api/v1/claims", "/api/v1/documents"}) {
        HttpResponse<String> answer = get(client, site + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain(document.substring(10)).doesNotContain("fairy tale");
      }
      assertThat(here).isPositive();
      assertThat(whole.cleared(Tlp.AMBER).count(org.tingbok.query.ClaimQuery.EVERYTHING, org.tingbok.ledger.AsOf.NOW))
          .isEqualTo(claims - here);
    }
  }

  private static HttpResponse<String> get(HttpClient client, String address) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
