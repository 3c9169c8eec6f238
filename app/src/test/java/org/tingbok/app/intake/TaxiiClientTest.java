package org.tingbok.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.fetch.Fence;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.fetch.Neighbour;
import org.tingbok.app.fetch.Proxies;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Walks through collections of a real server on loopback.
@Timeout(60)
class TaxiiClientTest {
  private static final String COLLECTION = "/api/collections/0a1b2c3d-0000-4000-8000-000000000000/";
  private static final String LAST = "2024-05-03T08:00:00.000001Z";

  private final Neighbour neighbour = new Neighbour();
  private final Fetcher fetcher = new Fetcher(Fence.allowing(Set.of("localhost")), Proxies.NONE,
      new Fetcher.Limits(Duration.ofSeconds(20), Duration.ZERO, 5, 2, Duration.ofSeconds(1)), Casebook.CLOCK, _ -> {
      });
  @TempDir
  Path folder;

  @BeforeEach
  void serve() {
    page("?limit=1000", "{\"more\":true,\"next\":\"a b\",\"objects\":[{\"id\":\"note--1\",\"n\":1.50}]}",
        "2024-05-02T08:00:00.000001Z");
    page("?limit=1000&next=a+b", "{\"more\":false,\"objects\":[{\"id\":\"note--2\"}]}", LAST);
    page("?limit=1000&added_after=2024-05-03T08%3A00%3A00.000001Z", "{}", "");
  }

  @AfterEach
  void close() {
    fetcher.close();
    neighbour.close();
  }

  private void page(String query, String body, String last) {
    neighbour.on(COLLECTION + "objects/" + query, exchange -> {
      if (!last.isEmpty()) {
        exchange.getResponseHeaders().add("X-TAXII-Date-Added-Last", last);
      }
      Neighbour.send(exchange, 200, "application/taxii+json;version=2.1", body);
    });
  }

  private String typed() {
    return "taxii+http://localhost:" + neighbour.port() + COLLECTION;
  }

  private Gatherer.Gathered gather(Optional<Act.Fetched> before, Map<String, String> environment) {
    return new TaxiiClient(fetcher, Casebook.CLOCK, TaxiiLogins.of(environment)).gather(TaxiiClient.order(typed()),
        before, folder, "1", () -> true);
  }

  private JsonNode got(Gatherer.Gathered gathered) throws IOException {
    assertThat(gathered).isInstanceOf(Gatherer.Gathered.Report.class);
    return JsonMapper.shared().readTree(
        Files.readString(((Gatherer.Gathered.Report) gathered).source().path().orElseThrow()));
  }

  @Test
  void takesAllPagesAndOnlyWhatIsNewTheNextTime() throws IOException {
    Gatherer.Gathered first = gather(Optional.empty(), Map.of());
    assertThat(got(first).path("objects").valueStream().map(one -> one.path("id").asString()))
        .containsExactly("note--1", "note--2");
    assertThat(neighbour.asked())
        .allMatch(one -> "application/taxii+json;version=2.1".equals(one.headers().get("accept")))
        .noneMatch(one -> one.headers().containsKey("authorization"));
    Act.Fetched fetched = ((Gatherer.Gathered.Report) first).from().act(DocumentId.of("0".repeat(64)));
    assertThat(fetched.asked()).isEqualTo(typed());
    assertThat(fetched.modified()).contains(LAST);
    assertThat(gather(Optional.of(fetched), Map.of())).isInstanceOfSatisfying(Gatherer.Gathered.Same.class,
        same -> assertThat(same.from().state().modified()).contains(LAST));
  }

  @Test
  void asksForWhatNewObjectsReferTo() throws IOException {
    page("?limit=1000",
        "{\"objects\":[{\"id\":\"relationship--1\",\"source_ref\":\"campaign--1\",\"target_ref\":\"tool--2\"},{\"id\":\"tool--2\"}]}",
        LAST);
    page("?match%5Bid%5D=campaign--1", "{\"objects\":[{\"id\":\"campaign--1\"}]}", "2020-01-01T00:00:00.000000Z");
    Gatherer.Gathered gathered = gather(Optional.empty(), Map.of());
    assertThat(got(gathered).path("objects")).hasSize(3);
    assertThat(((Gatherer.Gathered.Report) gathered).from().state().modified()).contains(LAST);
  }

  @Test
  void saysWhoWeAreToTheHostOfTheFileOnly() throws IOException {
    Path logins = Files.writeString(folder.resolve("logins"), "# ours\nlocalhost:" + neighbour.port()
        + " basic ida pass word\nexample.org bearer t0ken\n");
    assertThat(got(gather(Optional.empty(), Map.of(TaxiiLogins.VARIABLE, logins.toString()))).path("objects"))
        .hasSize(2);
    assertThat(neighbour.asked()).allMatch(
        one -> "Basic aWRhOnBhc3Mgd29yZA==".equals(one.headers().get("authorization")));
    TaxiiLogins known = TaxiiLogins.of(Map.of(TaxiiLogins.VARIABLE, logins.toString()));
    assertThat(known.header(java.net.URI.create("https://example.org/x"))).contains("Bearer t0ken");
    assertThat(known.header(java.net.URI.create("http://example.org/x"))).isEmpty();
    assertThat(known.header(java.net.URI.create("https://example.com/x"))).isEmpty();
    Files.writeString(logins, "example.org s3cret");
    assertThatThrownBy(() -> TaxiiLogins.of(Map.of(TaxiiLogins.VARIABLE, logins.toString())))
        .isInstanceOf(BadInputException.class).hasMessageContaining("line 1").hasMessageNotContaining("s3cret");
  }

  @Test
  void tellsWhatIsWrong() {
    trouble(401, "", "TAXII_LOGIN");
    trouble(404, "", "FETCH_STATUS");
    trouble(200, "{\"more\":true}", "TAXII_BROKEN");
    trouble(200, "{\"objects\":[{\"id\":1,\"id\":2}]}", "TAXII_BROKEN");
    trouble(200, "[]", "TAXII_BROKEN");
    trouble(200, "{}", "TAXII_EMPTY");
    page("?limit=1000", "{\"more\":true,\"next\":\"x\",\"objects\":[{}]}", "");
    page("?limit=1000&next=x", "{\"more\":true,\"next\":\"x\",\"objects\":[{}]}", "");
    assertThat(gather(Optional.empty(), Map.of())).isInstanceOfSatisfying(Gatherer.Gathered.Not.class,
        not -> assertThat(not.trouble().message()).contains("back to itself"));
    assertThatThrownBy(() -> TaxiiClient.order("taxii+https://example.org/taxii2/"))
        .isInstanceOf(BadInputException.class).hasMessageContaining("/collections/ID/");
    assertThat(TaxiiClient.order("TAXII+https://example.org/a/collections/x/objects").asked())
        .isEqualTo("taxii+https://example.org/a/collections/x/");
  }

  private void trouble(int status, String body, String code) {
    neighbour.on(COLLECTION + "objects/?limit=1000",
        exchange -> Neighbour.send(exchange, status, "application/taxii+json;version=2.1", body));
    assertThat(gather(Optional.empty(), Map.of())).isInstanceOfSatisfying(Gatherer.Gathered.Not.class,
        not -> assertThat(not.trouble().code()).isEqualTo(code));
  }
}
