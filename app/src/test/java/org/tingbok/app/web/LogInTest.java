package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Role;
import org.tingbok.app.access.SecurityEvent;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.app.access.Sessions;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.Tlp;
import tools.jackson.databind.json.JsonMapper;

/// Getting in, staying in, and being put out; what somebody sees who is in.
@Timeout(180)
class LogInTest {
  @TempDir
  private Path folder;

  private static HttpResponse<String> logIn(GuardedSite site, String name, String password) throws Exception {
    return site.form("/login", List.of("name", name, "password", password, "to", "/documents"));
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  @Test
  void letsInWhoHasThePasswordAndSendsThemOn() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      HttpResponse<String> away = site.get("/documents?q=x");
      assertThat(away.statusCode()).isEqualTo(303);
      assertThat(away.headers().firstValue("Location")).contains("/login?to=%2Fdocuments%3Fq%3Dx");
      assertThat(site.get("/login?to=/documents").body()).contains("name=\"password\"").doesNotContain("Incidents");

      HttpResponse<String> in = logIn(site, "ane", GuardedSite.PASSWORD);
      assertThat(in.statusCode()).isEqualTo(303);
      assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/documents");
      assertThat(cookie(in)).startsWith("tingbok=").contains("HttpOnly", "SameSite=Lax", "Path=/")
          .doesNotContain("Domain", "Max-Age=3");
      String secret = cookie(in).replaceAll("tingbok=([^;]*);.*", "$1");
      HttpResponse<String> page = site.get("/documents", "Cookie", "tingbok=" + secret);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(page.body()).contains(">Ane</a>", "Log out").doesNotContain("/audit");
      // No secret is kept as it is.
      assertThat(java.nio.file.Files.readString(folder.resolve("tingbok.ledger-beside/access.db"),
          java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain(secret, GuardedSite.PASSWORD);
    }
  }

  @Test
  void sendsOnToNoOtherServer() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      for (String to : List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
          "/\t/evil.example")) {
        HttpResponse<String> in =
            site.form("/login", List.of("name", "Ane", "password", GuardedSite.PASSWORD, "to", to));
        assertThat(in.headers().firstValue("Location").orElseThrow().replace(site.address(), "")).as(to)
            .isEqualTo("/");
      }
    }
  }

  @Test
  void doesNotTellWhichNamesThereAreAndSlowsGuessing() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      HttpResponse<String> wrong = logIn(site, "Ane", "wrong wrong wrong");
      HttpResponse<String> nobody = logIn(site, "Nobody", "wrong wrong wrong");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(nobody.statusCode()).isEqualTo(401);
      assertThat(nobody.body().replace("Nobody", "Ane")).isEqualTo(wrong.body());
      for (int i = 0; i < 4; i++) {
        assertThat(logIn(site, "Ane", "wrong " + i).statusCode()).isEqualTo(401);
        assertThat(logIn(site, "Nobody", "wrong " + i).statusCode()).isEqualTo(401);
      }
      // The right one does not help any more, for a while; and a name that there is none of is treated alike.
      assertThat(logIn(site, "Ane", GuardedSite.PASSWORD).statusCode()).isEqualTo(429);
      HttpResponse<String> throttled = logIn(site, "Nobody", "x");
      assertThat(throttled.statusCode()).isEqualTo(429);
      assertThat(Integer.parseInt(throttled.headers().firstValue("Retry-After").orElseThrow())).isBetween(100, 120);
      // Others are let in meanwhile.
      assertThat(logIn(site, "Ada", GuardedSite.PASSWORD).statusCode()).isEqualTo(303);
      site.later(Duration.ofMinutes(3));
      assertThat(logIn(site, "Ane", GuardedSite.PASSWORD).statusCode()).isEqualTo(303);
      // From one address only so many, whatever the names.
      int tried = 0;
      while (logIn(site, "name" + tried, "x").statusCode() == 401) {
        tried++;
      }
      assertThat(tried).isBetween(20, 40);
    }
  }

  @Test
  void takesNothingWithoutTheWordOfTheSession() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      Sessions.Begun ane = site.session("Ane");
      Sessions.Begun ada = site.session("Ada");
      String cookie = "tingbok=" + ane.secret();
      for (List<String> slots : List.<List<String>>of(List.of(), List.of("csrf", ""),
          List.of("csrf", ada.session().csrf()))) {
        HttpResponse<String> refused = site.form("/watches", slots, "Cookie", cookie, "Accept", "application/json");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("CSRF_MISSING");
      }
      assertThat(site.ask("POST", "/watches", "csrf=" + ane.session().csrf(), "Cookie", cookie, "Origin",
          "https://evil.example", "Content-Type", "application/x-www-form-urlencoded").statusCode()).isEqualTo(403);
      assertThat(site.ask("PUT", "/api/v1/watches/x", "{}", "Cookie", cookie, "Content-Type", "application/json",
          "Origin", site.address()).body()).contains("CSRF_MISSING");
      assertThat(site.ledger.acts()).isEmpty();
      // Every form of every page of theirs has it.
      for (String path : List.of("/add", "/review", "/search?q=a", "/", "/account")) {
        org.jsoup.nodes.Document page = org.jsoup.Jsoup.parse(site.get(ane, path).body());
        assertThat(page.select("form[method=post]")).as(path).isNotEmpty().allSatisfy(
            form -> assertThat(form.select("input[name=csrf]").val()).isEqualTo(ane.session().csrf()));
      }
    }
  }

  @Test
  void sessionsEndByThemselvesAndByWhatChanges() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      Sessions.Begun idle = site.session("Ane");
      site.later(Sessions.IDLE.minusMinutes(1));
      assertThat(site.get(idle, "/documents").statusCode()).isEqualTo(200);
      site.later(Sessions.IDLE.plusMinutes(2));
      assertThat(site.get(idle, "/documents").statusCode()).isEqualTo(303);

      Sessions.Begun busy = site.session("Ane");
      for (Duration at = Duration.ZERO; at.compareTo(Sessions.WHOLE) < 0; at = at.plusHours(1)) {
        assertThat(site.get(busy, "/account").statusCode()).isEqualTo(200);
        site.later(Duration.ofHours(1));
      }
      site.later(Duration.ofMinutes(1));
      assertThat(site.get(busy, "/account").statusCode()).isEqualTo(303);

      Sessions.Begun one = site.session("Ane");
      Sessions.Begun other = site.session("Ane");
      assertThat(site.submit(one, "/account/sessions/" + other.session().id() + "/end").statusCode()).isEqualTo(303);
      assertThat(site.get(other, "/account").statusCode()).isEqualTo(303);
      assertThat(site.get(one, "/account").statusCode()).isEqualTo(200);
      assertThat(cookie(site.submit(one, "/logout"))).startsWith("tingbok=;").contains("1970");
      assertThat(site.get(one, "/account").statusCode()).isEqualTo(303);

      Sessions.Begun before = site.session("Ane");
      HttpResponse<String> unproved = site.submit(before, "/account/password", "before", "guess", "password",
          "neun Kisten voller Nebel", "again", "neun Kisten voller Nebel");
      assertThat(unproved.statusCode()).isEqualTo(403);
      assertThat(site.submit(before, "/account/password", "before", GuardedSite.PASSWORD, "password",
          "neun Kisten voller Nebel", "again", "neun Kisten voller Nebel").statusCode()).isEqualTo(303);
      assertThat(site.get(before, "/account").statusCode()).isEqualTo(303);
      assertThat(logIn(site, "Ane", "neun Kisten voller Nebel").statusCode()).isEqualTo(303);

      String token = site.token("Ane", Right.READ, Right.RECORD);
      Sessions.Begun lowered = site.session("Ane");
      site.access.accounts().role("Ane", Role.READER, By.COMMAND_LINE);
      assertThat(site.get(lowered, "/account").statusCode()).isEqualTo(303);
      assertThat(site.ask("DELETE", "/api/v1/watches/x", "", "Authorization", "Bearer " + token).body())
          .contains("RIGHT_MISSING");
      site.access.accounts().disable("Ane", true, By.COMMAND_LINE);
      assertThat(site.get("/api/v1", "Authorization", "Bearer " + token).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void tokensAreToldOnceExpireAndAreTakenBack() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      Sessions.Begun ane = site.session("Ane");
      String page = site.submit(ane, "/account/tokens", "label", "feeder", "days", "2", "scope", "read").body();
      String token = org.jsoup.Jsoup.parse(page).select("code.secret").text();
      assertThat(token).matches("tingbok_[A-Za-z0-9_-]{43}");
      assertThat(site.get(ane, "/account").body()).contains("feeder").doesNotContain(token);
      assertThat(site.get("/api/v1", "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
      assertThat(site.get("/api/v1", "Authorization", "Bearer " + token + "x").statusCode()).isEqualTo(401);
      assertThat(site.submit(ane, "/account/tokens", "label", "x", "days", "2", "scope", "administer").statusCode())
          .isEqualTo(400);
      // Nobody takes back what is another's.
      String id = site.access.tokens().all(Optional.of("Ane")).getFirst().id();
      assertThat(site.submit(site.session("Rita"), "/account/tokens/" + id + "/revoke").statusCode()).isEqualTo(404);
      site.later(Duration.ofHours(49));
      assertThat(site.get("/api/v1", "Authorization", "Bearer " + token).statusCode()).isEqualTo(401);
      String fresh = site.token("Ane", Right.READ);
      site.access.tokens().revoke(site.access.tokens().all(Optional.of("Ane")).getFirst().id(), Optional.empty(),
          By.COMMAND_LINE);
      assertThat(site.get("/api/v1", "Authorization", "Bearer " + fresh).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aTokenIsMadeByThoseOnlyWhoShowAgainWhoTheyAre() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      String[] slots = {"label", "feeder", "days", "2", "scope", "read"};
      Sessions.Begun ane = site.session("Ane");
      assertThat(site.get(ane, "/account").body()).doesNotContain("id=\"proof\"");
      assertThat(site.submit(ane, "/account/tokens", slots).statusCode()).isEqualTo(201);
      site.later(Duration.ofMinutes(11));
      assertThat(site.get(ane, "/account").body()).contains("id=\"proof\"");
      HttpResponse<String> without = site.submit(ane, "/account/tokens", slots);
      assertThat(without.statusCode()).isEqualTo(403);
      assertThat(without.body()).contains("LOG_IN_REFUSED");
      List<String> guessed = new ArrayList<>(List.of(slots));
      guessed.addAll(List.of("before", "a guess of somebody else"));
      assertThat(site.submit(ane, "/account/tokens", guessed.toArray(String[]::new)).statusCode()).isEqualTo(403);
      assertThat(site.access.tokens().all(Optional.of("Ane"))).hasSize(1);
      List<String> proved = new ArrayList<>(List.of(slots));
      proved.addAll(List.of("before", GuardedSite.PASSWORD));
      assertThat(site.submit(ane, "/account/tokens", proved.toArray(String[]::new)).statusCode()).isEqualTo(201);

      site.access.accounts().add("Ole", Role.READER, Optional.empty(), Optional.of("ole@example.org"), By.COMMAND_LINE);
      Sessions.Begun ole = site.session("Ole");
      assertThat(site.submit(ole, "/account/tokens", slots).statusCode()).isEqualTo(201);
      site.later(Duration.ofMinutes(11));
      assertThat(site.get(ole, "/account").body()).contains("log out and in again").doesNotContain("Make a token");
      assertThat(site.submit(ole, "/account/tokens", proved.toArray(String[]::new)).body()).contains("LOG_IN_AGED");
    }
  }

  @Test
  void whoSeesLessIsAnsweredAsIfThereWereNothingMore() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      String secret = site.ledger.readings().getFirst().reading().document().id().value();
      site.ledger.act(List.of(new Act.Marked(secret, Optional.of(Tlp.RED), "names a source", "Ane")));
      String rita = "Bearer " + site.token("Rita", Right.READ);
      String ane = "Bearer " + site.token("Ane", Right.READ);
      for (String path : List.of("/documents.json", "/api/v1/documents", "/claims.json?size=100", "/")) {
        assertThat(site.get(path, "Authorization", rita).body()).as(path).doesNotContain(secret);
      }
      assertThat(site.get("/documents.json", "Authorization", ane).body()).contains(secret);
      for (String path : List.of("/document/" + secret, "/api/v1/documents/" + secret)) {
        assertThat(site.get(path, "Authorization", rita, "Accept", "application/json").statusCode()).isEqualTo(404);
        assertThat(site.get(path, "Authorization", ane, "Accept", "application/json").statusCode()).isEqualTo(200);
      }
      assertThat(JsonMapper.shared().readTree(site.get("/documents.json", "Authorization", rita).body())
          .get("documents").size()).isEqualTo(site.ledger.readings().size() - 1);
      // A ceiling below red takes recording from analysts too, at once.
      site.access.accounts().ceiling(Role.ANALYST, Tlp.AMBER, By.COMMAND_LINE);
      assertThat(site.get("/documents.json", "Authorization", ane).body()).doesNotContain(secret);
      assertThat(site.submit(site.session("Ane"), "/watches", "name", "x").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void whatIsRecordedBearsTheNameOfTheAccountWhateverTheFormSays() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      Sessions.Begun ane = site.session("Ane");
      HttpResponse<String> set = site.submit(ane, "/watches", "name", "norway", "accused", "APT31", "by", "Mallory");
      assertThat(set.statusCode()).isEqualTo(303);
      String token = site.token("Ane", Right.READ, Right.RECORD);
      assertThat(site.ask("PUT", "/api/v1/watches/other", "{\"by\":\"Mallory\",\"question\":{\"accused\":[\"APT31\"]}}",
          "Authorization", "Bearer " + token, "Content-Type", "application/json").statusCode()).isBetween(200, 201);
      assertThat(site.ledger.acts().stream().map(Act.Recorded::act).map(Act.WatchSet.class::cast)
          .map(Act.WatchSet::by)).containsExactly("Ane", "Ane");
      // What the ledger keeps no name with: the list tells which delivery it was.
      HttpResponse<String> delivered = site.ask("POST", "/api/v1/deliveries", "{\"reports\":[{\"text\":\"Tides.\"}]}",
          "Authorization", "Bearer " + token, "Content-Type", "application/json");
      assertThat(delivered.statusCode()).isEqualTo(202);
      List<SecurityEvent> events = site.access.log().last(Long.MAX_VALUE, 100).stream()
          .filter(event -> event.kind().equals("changed")).toList();
      assertThat(events).extracting(SecurityEvent::by).containsOnly("Ane");
      assertThat(events).extracting(SecurityEvent::detail).containsExactly(
          "POST /api/v1/deliveries -> " + delivered.headers().firstValue("Location").orElseThrow(),
          "PUT /api/v1/watches/other", "POST /watches -> /watch/norway");
      // Pages hide what one may not do.
      assertThat(site.get(site.session("Rita"), "/search?q=apt&accused=APT31").body())
          .doesNotContain("Save as a watch");
      assertThat(site.get(ane, "/search?q=apt&accused=APT31").body()).contains("Save as a watch")
          .doesNotContain("Whose<");
    }
  }

  @Test
  void anAdministratorSeesWhatHappenedAndChangesWhoMay() throws Exception {
    try (GuardedSite site = new GuardedSite(folder)) {
      logIn(site, "Ane", "wrong wrong");
      Sessions.Begun ada = site.session("Ada");
      assertThat(site.submit(ada, "/accounts", "name", "Olav", "role", "reader", "password",
          "elf Laternen am Wehr").statusCode()).isEqualTo(303);
      assertThat(site.submit(ada, "/accounts/Olav/role", "role", "analyst").statusCode()).isEqualTo(303);
      assertThat(site.submit(ada, "/accounts/Olav/standing", "disabled", "yes").statusCode()).isEqualTo(303);
      assertThat(logIn(site, "Olav", "elf Laternen am Wehr").statusCode()).isEqualTo(401);
      HttpResponse<String> last = site.submit(ada, "/accounts/Ada/role", "role", "reader");
      assertThat(last.statusCode()).isEqualTo(400);
      assertThat(last.body()).contains("ADMINISTRATOR_LAST");
      assertThat(site.get(ada, "/accounts").body()).contains("Olav", "disabled");
      String audit = site.get(ada, "/audit").body();
      assertThat(audit).contains("log-in-refused", "account-added", "role-changed", "reader -&gt; analyst",
          "account-disabled");
      assertThat(site.get(ada, "/audit/export").body()).contains("role-changed,Olav,Ada,127.0.0.1")
          .doesNotContain("Laternen", ada.secret(), "argon2");
    }
  }
}
