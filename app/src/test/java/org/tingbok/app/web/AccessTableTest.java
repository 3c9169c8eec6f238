package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Sessions;
import org.tingbok.app.api.Operation;

/// Every address of the server, asked by everybody: only those get further who may.
class AccessTableTest {
  /// What is not reading by GET and recording by POST. Whoever adds an address of another kind has to say so here.
  private static final Map<String, Need> OTHERS = new TreeMap<>(Map.ofEntries(Map.entry("GET /login", Need.ANYBODY),
      Map.entry("POST /login", Need.ANYBODY), Map.entry("GET /icon.svg", Need.ANYBODY),
      Map.entry("GET /style.css", Need.ANYBODY), Map.entry("POST /logout", Need.OWN),
      Map.entry("POST /looked", Need.READ), Map.entry("GET /account", Need.OWN),
      Map.entry("GET /account.json", Need.OWN), Map.entry("POST /account/password", Need.OWN),
      Map.entry("POST /account/sessions/{key}/end", Need.OWN), Map.entry("POST /account/tokens", Need.OWN),
      Map.entry("POST /account/tokens/{key}/revoke", Need.OWN), Map.entry("GET /accounts", Need.ADMINISTER),
      Map.entry("GET /accounts.json", Need.ADMINISTER), Map.entry("POST /accounts", Need.ADMINISTER),
      Map.entry("POST /accounts/{key}/role", Need.ADMINISTER),
      Map.entry("POST /accounts/{key}/standing", Need.ADMINISTER), Map.entry("GET /audit", Need.ADMINISTER),
      Map.entry("GET /audit.json", Need.ADMINISTER), Map.entry("GET /audit/export", Need.ADMINISTER)));
  private static final Map<String, List<Need>> MAY = Map.of("nobody", List.of(Need.ANYBODY), "Rita",
      List.of(Need.ANYBODY, Need.OWN, Need.READ), "Ane", List.of(Need.ANYBODY, Need.OWN, Need.READ, Need.RECORD),
      "Ada", List.of(Need.values()), "read", List.of(Need.ANYBODY, Need.READ), "record",
      List.of(Need.ANYBODY, Need.READ, Need.RECORD), "administer", List.of(Need.ANYBODY));

  @TempDir
  private Path folder;

  private static String plain(String path) {
    return path.replaceAll("/style-[0-9a-f]+", "/style");
  }

  @Test
  @Timeout(300)
  void everyPageIsForThoseOnlyWhoMay() throws Exception {
    try (GuardedSite site = new GuardedSite(folder); Tiers tiers = new Tiers(site.source, site.entrance)) {
      Map<String, String> tokens = Map.of("read", site.token("Ada", Right.READ), "record",
          site.token("Ane", Right.READ, Right.RECORD), "administer", site.token("Ada", Right.ADMINISTER));
      Map<String, Need> others = new TreeMap<>();
      List<String> wrong = new ArrayList<>();
      for (Routes.Route route : tiers.recording().routes().all()) {
        String method = route.method().name();
        if (route.need() != (method.equals("GET") ? Need.READ : Need.RECORD)) {
          others.put(method + " " + plain(route.path()), route.need());
        }
        String path = route.path().replaceAll("[{<]\\w+[}>]", "x");
        for (Map.Entry<String, List<Need>> who : MAY.entrySet()) {
          HttpResponse<String> answer = asked(site, tokens, who.getKey(), method, path);
          boolean let =
              !(answer.statusCode() == 403 && answer.body().contains("RIGHT_MISSING")) && answer.statusCode() != 401
                  && !answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]*", "")
                      .startsWith("/login?to=");
          if (path.equals("/login") && method.equals("POST")) {
            let = answer.body().contains("do not fit") || answer.statusCode() == 429;
          }
          if (let != who.getValue().contains(route.need())) {
            wrong.add(who.getKey() + " " + method + " " + path + " " + answer.statusCode());
          }
        }
      }
      assertThat(wrong).isEmpty();
      assertThat(others).isEqualTo(OTHERS);
    }
  }

  private static HttpResponse<String> asked(GuardedSite site, Map<String, String> tokens, String who, String method,
      String path) throws Exception {
    boolean post = method.equals("POST");
    if (who.equals("nobody")) {
      return post ? site.form(path, List.of("name", "nobody at all", "password", "x")) : site.get(path);
    }
    if (tokens.containsKey(who)) {
      String bearer = "Bearer " + tokens.get(who);
      return post ? site.form(path, List.of(), "Authorization", bearer) : site.get(path, "Authorization", bearer);
    }
    // A session for each request: some of them end it.
    Sessions.Begun session = site.session(who);
    return post ? site.submit(session, path) : site.get(session, path);
  }

  @Test
  @Timeout(300)
  void everyOperationIsForThoseOnlyWhoMay() throws Exception {
    try (GuardedSite site = new GuardedSite(folder); Tiers tiers = new Tiers(site.source, site.entrance)) {
      String reads = "Bearer " + site.token("Rita", Right.READ);
      String records = "Bearer " + site.token("Ane", Right.READ, Right.RECORD);
      String narrow = "Bearer " + site.token("Ane", Right.READ);
      List<Operation> operations = tiers.recording().api().operations();
      assertThat(operations).hasSizeGreaterThan(50);
      for (Operation operation : operations) {
        String path = operation.request();
        assertThat(site.ask(operation.method(), path, "").statusCode()).as(path).isEqualTo(401);
        assertThat(site.ask(operation.method(), path, "", "Cookie", "tingbok=guessed").statusCode()).isEqualTo(401);
        for (String token : List.of(reads, narrow)) {
          HttpResponse<String> answer = site.ask(operation.method(), path, "", "Authorization", token);
          assertThat(answer.body().contains("RIGHT_MISSING")).as(operation.method() + " " + path)
              .isEqualTo(operation.writes());
        }
        HttpResponse<String> answer = site.ask(operation.method(), path, "", "Authorization", records);
        assertThat(answer.statusCode()).as(operation.method() + " " + path).isNotIn(401, 403, 500);
      }
      assertThat(site.get("/api/v1/nothing").statusCode()).isEqualTo(401);
    }
  }

  @Test
  @Timeout(120)
  void programsComeWithTokensAndBrowsersDoNotOpenTheirDoors() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      String cookie = "tingbok=" + site.session("Ada").secret();
      String token = site.token("Rita", Right.READ);
      assertThat(site.get("/taxii2/").statusCode()).isEqualTo(401);
      assertThat(site.get("/taxii2/", "Cookie", cookie).statusCode()).isEqualTo(401);
      assertThat(site.get("/taxii2/", "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
      assertThat(site.get("/taxii2/", "Authorization", basic("rita", GuardedSite.PASSWORD)).statusCode())
          .isEqualTo(200);
      assertThat(site.get("/taxii2/", "Authorization", basic("rita", token)).statusCode()).isEqualTo(200);
      assertThat(site.get("/taxii2/", "Authorization", basic("ane", token)).statusCode()).isEqualTo(401);
      assertThat(site.get("/taxii2/", "Authorization", basic("rita", "wrong")).statusCode()).isEqualTo(401);
      String hello = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
      String[] plain = {"Content-Type", "application/json", "Accept", "application/json, text/event-stream"};
      assertThat(site.ask("POST", "/mcp", hello, plain).statusCode()).isEqualTo(401);
      List<String> with = new ArrayList<>(List.of(plain));
      with.addAll(List.of("Cookie", cookie));
      assertThat(site.ask("POST", "/mcp", hello, with.toArray(String[]::new)).statusCode()).isEqualTo(401);
      with = new ArrayList<>(List.of(plain));
      with.addAll(List.of("Authorization", "Bearer " + token));
      assertThat(site.ask("POST", "/mcp", hello, with.toArray(String[]::new)).statusCode()).isEqualTo(200);
    }
  }

  private static String basic(String name, String password) {
    return "Basic " + java.util.Base64.getEncoder()
        .encodeToString((name + ":" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /// A form that forgets the word could not be sent by anybody who is logged in.
  @Test
  void everyFormThatChangesSomethingHoldsTheWord() throws Exception {
    Path pages = Path.of("src/main/jte");
    try (var files = Files.walk(pages)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jte") && !path.endsWith("login.jte")).toList()) {
        for (String line : Files.readString(file).lines().toList()) {
          if (line.toLowerCase(Locale.ROOT).contains("method=\"post\"")) {
            assertThat(line).as(file.toString())
                .containsPattern("method=\"post\"[^>\\n]*>@template\\.tag\\.word\\(\\)");
          }
        }
      }
    }
  }
}
