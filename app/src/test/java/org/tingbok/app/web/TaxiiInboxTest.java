package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tingbok.app.web.TaxiiCaller.JSON;
import static org.tingbok.app.web.TaxiiCaller.ROOT;
import static org.tingbok.app.web.TaxiiCaller.TYPE;
import static org.tingbok.app.web.TaxiiCaller.ids;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What TAXII 2.1 asks of a collection that takes objects, rules 79 and on; each hands in objects of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaxiiInboxTest {
  private final WritableSite site;
  private final TaxiiCaller caller;
  private final String inbox;
  private int number = 78;

  TaxiiInboxTest(@TempDir Path folder) throws Exception {
    site = WritableSite.ofCasebook(folder);
    caller = new TaxiiCaller(site.port());
    inbox = caller.collection("inbox");
  }

  @AfterAll
  void stop() {
    caller.close();
    site.close();
  }

  private DynamicTest rule(String words, Executable test) {
    number++;
    return DynamicTest.dynamicTest(number + " " + words, test);
  }

  private DynamicTest refused(String words, int status, String body, String... headers) {
    return rule(words, () -> {
      HttpResponse<String> response = caller.post(inbox + "objects/", body, headers);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      assertThat(JSON.readTree(response.body()).get("http_status").asString()).isEqualTo(Integer.toString(status));
    });
  }

  /// An identity of a number of its own.
  static String identity(int number, String slots) {
    return """
        {"type": "identity", "spec_version": "2.1", "id": "%s", "created": "2026-02-03T04:05:06.000Z",
         "modified": "2026-02-03T04:05:06.000Z", "name": "Harbour office %d"%s}""".formatted(id(number), number, slots);
  }

  static String id(int number) {
    return "identity--00000000-0000-4000-8000-%012x".formatted(number);
  }

  static String envelope(String... objects) {
    return "{\"objects\": [" + String.join(",", objects) + "]}";
  }

  private JsonNode handIn(String... objects) throws Exception {
    HttpResponse<String> response = caller.post(inbox + "objects/", envelope(objects));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow().replace(" ", "")).isEqualTo(TYPE);
    JsonNode status = JSON.readTree(response.body());
    assertThat(caller.json(ROOT + "status/" + status.get("id").asString() + "/")).isEqualTo(status);
    int counted = 0;
    for (String[] pair : new String[][] {{"success_count", "successes"}, {"failure_count", "failures"},
        {"pending_count", "pendings"}}) {
      assertThat(status.path(pair[1]).size()).isEqualTo(status.get(pair[0]).asInt());
      counted += status.get(pair[0]).asInt();
    }
    assertThat(status.get("total_count").asInt()).isEqualTo(counted).isEqualTo(objects.length);
    return status;
  }

  private DynamicTest failure(String words, int number, String object) {
    return rule("a failure: " + words, () -> {
      JsonNode status = handIn(object, identity(number, ""));
      assertThat(status.get("failure_count").asInt()).isEqualTo(1);
      assertThat(status.get("failures").get(0).get("message").asString()).isNotBlank();
      assertThat(ids(status.get("successes"))).containsExactly(id(number));
      assertThat(ids(caller.walk(inbox + "objects/", 500))).contains(id(number));
    });
  }

  @TestFactory
  Stream<DynamicTest> takes() {
    List<DynamicTest> rules = new ArrayList<>();
    rules.add(rule("a collection that takes objects says can_write",
        () -> assertThat(caller.json(inbox).get("can_write").asBoolean()).isTrue()));
    rules.add(rule("202 with a status that can be asked for again, counts that add up", () -> {
      JsonNode status = handIn(identity(1, ""), identity(2, ""));
      assertThat(status.get("status").asString()).isEqualTo("complete");
      assertThat(status.get("success_count").asInt()).isEqualTo(2);
      assertThat(status.get("request_timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{6}Z");
    }));
    rules.add(rule("what was handed in is there as it came", () -> {
      handIn(identity(3, ", \"x_custom\": 1.50"));
      JsonNode there = caller.json(inbox + "objects/" + id(3) + "/").get("objects").get(0);
      assertThat(there).isEqualTo(JSON.readTree(identity(3, ", \"x_custom\": 1.50")));
    }));
    rules.add(rule("the same again is a success, and is there once", () -> {
      handIn(identity(4, ""));
      assertThat(handIn(identity(4, ""), identity(4, "")).get("success_count").asInt()).isEqualTo(2);
      assertThat(ids(caller.walk(inbox + "objects/", 500))).containsOnlyOnce(id(4));
    }));
    rules.add(rule("a later version is there beside the first; last is what is given", () -> {
      handIn(identity(5, ""));
      handIn(identity(5, "").replace("\"modified\": \"2026-02-03", "\"modified\": \"2026-03-04"));
      assertThat(caller.json(inbox + "objects/" + id(5) + "/versions/").get("versions").size()).isEqualTo(2);
      JsonNode last = caller.json(inbox + "objects/" + id(5) + "/").get("objects");
      assertThat(last.size()).isEqualTo(1);
      assertThat(last.get(0).get("modified").asString()).startsWith("2026-03-04");
      assertThat(caller.walk(inbox + "objects/" + id(5) + "/?match%5Bversion%5D=first", 9).getFirst()
          .get("modified").asString()).startsWith("2026-02-03");
      assertThat(caller.walk(inbox + "objects/" + id(5) + "/?match%5Bversion%5D=all", 1)).hasSize(2);
    }));
    rules.add(rule("an older version that comes later is not the last", () -> {
      handIn(identity(6, ""));
      handIn(identity(6, "").replace("2026-02-03", "2025-02-03"));
      assertThat(caller.json(inbox + "objects/" + id(6) + "/").get("objects").get(0).get("modified").asString())
          .startsWith("2026-02-03");
    }));
    rules.add(failure("no type", 10, "{\"id\": \"" + id(11) + "\"}"));
    rules.add(failure("an id of another type", 12, identity(13, "").replace("\"identity\"", "\"tool\"")));
    rules.add(failure("no UUID", 14, identity(15, "").replace(id(15), "identity--15")));
    rules.add(failure("STIX 2.0", 16, identity(17, "").replace("2.1", "2.0")));
    rules.add(failure("a day that is none", 18, identity(19, "").replace("2026-02-03", "2026-02-31")));
    rules.add(failure("modified before created", 20,
        identity(21, "").replace("\"modified\": \"2026", "\"modified\": \"2025")));
    rules.add(failure("null", 22, identity(23, ", \"contact_information\": null")));
    rules.add(failure("an empty list", 24, identity(25, ", \"roles\": []")));
    rules.add(failure("no object", 26, "\"identity\""));
    rules.add(failure("a type that drives expressions mad", 28,
        identity(29, "").replace("\"identity\"", "\"" + "a".repeat(60_000) + "!\"")));
    rules.add(failure("one version with another content", 30,
        identity(1, ", \"description\": \"another\"")));
    rules.add(rule("filters and walks hold here too", () -> {
      assertThat(caller.walk(inbox + "objects/?match%5Btype%5D=identity", 2))
          .isEqualTo(caller.walk(inbox + "objects/", 500));
      assertThat(caller.walk(inbox + "manifest/?match%5Btype%5D=tool", 2)).isEmpty();
    }));
    return rules.stream();
  }

  @TestFactory
  Stream<DynamicTest> refuses() {
    number = 96;
    List<DynamicTest> rules = new ArrayList<>();
    for (String type : List.of("application/json", "application/taxii+json;version=2.0", "application/stix+json",
        "text/plain")) {
      rules.add(refused("415 " + type, 415, envelope(identity(40, "")), "Accept", TYPE, "Content-Type", type));
    }
    rules.add(refused("a client that does not take the answer", 406, envelope(identity(40, "")), "Accept",
        "text/html", "Content-Type", TYPE));
    rules.add(refused("broken JSON", 400, "{\"objects\": [", "Accept", TYPE, "Content-Type", TYPE));
    rules.add(refused("one key twice", 400, "{\"objects\": [{}], \"objects\": [{}]}", "Accept", TYPE,
        "Content-Type", TYPE));
    rules.add(refused("a byte order mark", 400, "\ufeff" + envelope(identity(40, "")), "Accept", TYPE,
        "Content-Type", TYPE));
    rules.add(refused("NaN", 400, envelope(identity(40, ", \"n\": NaN")), "Accept", TYPE, "Content-Type", TYPE));
    rules.add(refused("deeper than anything is", 400, "{\"objects\": " + "[".repeat(5000) + "]".repeat(5000) + "}",
        "Accept", TYPE, "Content-Type", TYPE));
    for (String empty : List.of("{}", "{\"objects\": []}", "[]", "{\"objects\": {}}")) {
      rules.add(refused("no envelope with objects: " + empty, 422, empty, "Accept", TYPE, "Content-Type", TYPE));
    }
    rules.add(rule("more than max_content_length", () -> {
      int most = caller.json(ROOT).get("max_content_length").asInt();
      HttpResponse<String> response = caller.post(inbox + "objects/", " ".repeat(most) + envelope(identity(40, "")));
      assertThat(response.statusCode()).isEqualTo(413);
    }));
    rules.add(rule("a collection that takes nothing", () -> {
      HttpResponse<String> response =
          caller.post(caller.collection("everything") + "objects/", envelope(identity(40, "")));
      assertThat(response.statusCode()).isEqualTo(403);
    }));
    rules.add(rule("a page of elsewhere hands nothing in", () -> assertThat(caller.post(inbox + "objects/",
        envelope(identity(40, "")), "Accept", TYPE, "Content-Type", TYPE, "Origin", "http://elsewhere.example")
        .statusCode()).isEqualTo(403)));
    rules.add(rule("of none of these anything is kept",
        () -> assertThat(ids(caller.walk(inbox + "objects/", 500))).doesNotContain(id(40))));
    return rules.stream();
  }
}
