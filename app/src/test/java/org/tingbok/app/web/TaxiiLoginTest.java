package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.input.Readers;
import org.tingbok.app.taxii.Logins;
import org.tingbok.app.taxii.Sources;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.BadInputException;

/// Who may ask, where one has to log in.
class TaxiiLoginTest {
  private static final String TOKEN = Logins.fresh();

  @TempDir
  private Path folder = Path.of("");

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void letsInWhoLogsIn() throws Exception {
    Path file = folder.resolve("logins");
    Files.write(file, List.of("# who may ask", Logins.password("nordlys", "åpent hav"), "",
        Logins.token("splunk", TOKEN)));
    assertThat(Files.readString(file)).doesNotContain(TOKEN, "hav", "nordlys");
    try (WebServer server = WebServer.start(LedgerSource.of(Casebook.ledger()).offering(
        new Sources.Settings(Optional.empty(), Logins.of(file), Casebook.CLOCK, Readers.HERE)), Optional.of(0));
        TaxiiCaller caller = new TaxiiCaller(server.port())) {
      for (String way : List.of(basic("nordlys:åpent hav"), "Bearer " + TOKEN, "Token " + TOKEN, "token " + TOKEN)) {
        for (int again = 0; again < 2; again++) {
          assertThat(caller.get("/taxii2/", "Accept", TaxiiCaller.TYPE, "Authorization", way).statusCode())
              .as(way).isEqualTo(200);
        }
      }
      for (String way : List.of(basic("nordlys:åpent hav "), basic("nordlys"), basic("splunk:" + TOKEN),
          basic("other:åpent hav"), "Basic ???", "Bearer " + TOKEN + "x", "Bearer ", "Digest x", "Token")) {
        HttpResponse<String> response = caller.get("/taxii2/ledger/", "Accept", TaxiiCaller.TYPE, "Authorization", way);
        assertThat(response.statusCode()).as(way).isEqualTo(401);
        assertThat(response.headers().allValues("WWW-Authenticate")).hasSize(2).first().asString()
            .startsWith("Basic realm=");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/taxii+json");
      }
      assertThat(caller.get("/taxii2/").statusCode()).isEqualTo(401);
      // The pages are this machine's own, as before.
      assertThat(caller.get("/incidents", "Accept", "text/html").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void refusesAFileThatLetsNobodyIn() throws Exception {
    Path file = folder.resolve("logins");
    for (String text : List.of("", "# nobody\n", "nordlys:secret\n", "user 6e zz zz zz\n")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> Logins.of(file)).isInstanceOf(BadInputException.class)
          .extracting(e -> ((BadInputException) e).code()).isEqualTo("LOGINS_UNREADABLE");
    }
  }
}
