package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Sessions;
import org.tingbok.app.api.Operation;
import org.tingbok.vocabulary.Coded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the OpenAPI document tells of who is let in, held against a server that one has to log in to: each way is tried at each
/// operation, and so is each that lacks something.
class ApiSecurityTest {
  @TempDir
  private Path folder;

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static String code(HttpResponse<String> answer) {
    return answer.statusCode() < 400 ? "" : JsonMapper.shared().readTree(answer.body()).path("code").asString("");
  }

  @Test
  @Timeout(300)
  void tellsWhoIsLetInToEachOperation() throws Exception {
    try (GuardedSite site = new GuardedSite(folder); Tiers tiers = new Tiers(site.source, site.entrance)) {
      Map<Set<Right>, String> tokens = Map.of(Set.of(Right.READ), site.token("Ane", Right.READ), Set.of(Right.RECORD),
          site.token("Ane", Right.RECORD), Set.of(Right.READ, Right.RECORD),
          site.token("Ane", Right.READ, Right.RECORD));
      ServedDocument document = new ServedDocument(site
          .get("/api/v1/openapi.json", "Authorization", "Bearer " + tokens.get(Set.of(Right.READ))).body());
      JsonNode schemes = document.json().at("/components/securitySchemes");
      assertThat(schemes.at("/token/scheme").asString()).isEqualTo("bearer");
      assertThat(schemes.at("/session/name").asString()).isEqualTo(site.entrance.cookie());
      Sessions.Begun session = site.session("Ane");
      String[] cookie = {"Cookie", schemes.at("/session/name").asString() + "=" + session.secret()};
      String[] word = {cookie[0], cookie[1], schemes.at("/word/name").asString(), session.session().csrf()};
      List<Operation> operations = tiers.recording().api().operations();
      assertThat(document.operations()).hasSameSizeAs(operations);
      for (Operation operation : operations) {
        ServedDocument.Told told = document.operations().stream()
            .filter(one -> one.toString().equals(operation.id())).findFirst().orElseThrow();
        Set<Right> rights = words(told.operation().get("x-rights")).stream()
            .map(right -> Coded.require(Right.class, right)).collect(Collectors.toSet());
        Set<Set<String>> ways = new HashSet<>();
        for (JsonNode way : told.operation().get("security")) {
          ways.add(Set.copyOf(way.propertyNames()));
          assertThat(way.valueStream()).as("scopes are OAuth's").allMatch(JsonNode::isEmpty);
        }
        assertThat(ways).as(told.toString()).isEqualTo(operation.writes()
            ? Set.of(Set.of("token"), Set.of("session", "word"))
            : Set.of(Set.of("token"), Set.of("session")));
        refused(document, told, site.ask(operation.method(), operation.request(), ""), 401, "LOGIN_NEEDED");
        for (Map.Entry<Set<Right>, String> token : tokens.entrySet()) {
          HttpResponse<String> answer =
              site.ask(operation.method(), operation.request(), "", "Authorization", "Bearer " + token.getValue());
          if (token.getKey().containsAll(rights)) {
            assertThat(answer.statusCode()).as(told + " with " + token.getKey()).isNotIn(401, 403);
          } else {
            refused(document, told, answer, 403, "RIGHT_MISSING");
          }
        }
        if (ways.contains(Set.of("session"))) {
          assertThat(site.ask(operation.method(), operation.request(), "", cookie).statusCode()).as(told.toString())
              .isNotIn(401, 403);
        } else {
          refused(document, told, site.ask(operation.method(), operation.request(), "", cookie), 403, "CSRF_MISSING");
          assertThat(site.ask(operation.method(), operation.request(), "", word).statusCode()).as(told.toString())
              .isNotIn(401, 403);
        }
      }
    }
  }

  private static void refused(ServedDocument document, ServedDocument.Told told, HttpResponse<String> answer,
      int status, String code) {
    assertThat(answer.statusCode()).as(told + ": " + answer.body()).isEqualTo(status);
    assertThat(code(answer)).as(told.toString()).isEqualTo(code);
    assertThat(document.wrongAnswer(told, status, "application/problem+json",
        JsonMapper.shared().readTree(answer.body()))).as(told.toString()).isEmpty();
  }

  @Test
  void tellsThatNobodyHasToLogInWhereNobodyHasTo() throws Exception {
    try (WritableSite site = WritableSite.ofCasebook(folder)) {
      ServedDocument document = new ServedDocument(site.get("/api/v1/openapi.json").body());
      List<String> wrong = new ArrayList<>();
      for (ServedDocument.Told told : document.operations()) {
        boolean open = told.operation().get("security").valueStream().anyMatch(JsonNode::isEmpty);
        if (!open || told.operation().get("responses").has("401")) {
          wrong.add(told.toString());
        }
      }
      assertThat(wrong).isEmpty();
      assertThat(document.json().at("/components/securitySchemes").propertyNames())
          .containsExactlyInAnyOrder("token", "session", "word");
      String text = document.json().toString();
      for (String kind : List.of("responses", "headers", "schemas")) {
        assertThat(document.json().at("/components/" + kind).propertyNames()).as("none that nothing names")
            .allMatch(name -> text.contains("\"#/components/" + kind + "/" + name + "\""));
      }
    }
  }
}
