package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.access.OpenId;
import org.tingbok.app.access.Role;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.testkit.Casebook;

/// Logging in by a small log-in service that really signs and checks, on this machine.
@Timeout(180)
class OpenIdTest {
  @TempDir
  private Path folder;

  private RSAKey key;
  private HttpServer provider;
  private GuardedSite site;
  /// What the service was asked when somebody was sent there.
  private Map<String, String> asked = Map.of();
  private final AtomicReference<UnaryOperator<JWTClaimsSet.Builder>> says =
      new AtomicReference<>(UnaryOperator.identity());
  private final AtomicReference<RSAKey> signer = new AtomicReference<>();

  @BeforeEach
  void start() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    signer.set(key);
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
    provider.createContext("/.well-known/openid-configuration",
        exchange -> answer(exchange, 200, "{\"issuer\":\"" + issuer + "\",\"authorization_endpoint\":\"" + issuer
            + "/authorize\",\"token_endpoint\":\"" + issuer + "/token\",\"jwks_uri\":\"" + issuer
            + "/keys\",\"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],"
            + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}"));
    provider.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
    provider.createContext("/token", exchange -> token(exchange, issuer));
    provider.start();
    Path file = Files.writeString(folder.resolve("service.properties"),
        "issuer=" + issuer + "\nclient-id=tingbok\nclient-secret=known to two\nlabel=Harbour\n");
    site = new GuardedSite(folder, Optional.of(OpenId.of(file, Clock.systemUTC())));
    site.access.accounts().add("Ole", Role.ANALYST, Optional.empty(), Optional.of("subject-7"), By.COMMAND_LINE);
    site.access.accounts().add("Mia", Role.READER, Optional.empty(), Optional.of("mia@example.org"), By.COMMAND_LINE);
  }

  @AfterEach
  void stop() {
    site.close();
    provider.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws java.io.IOException {
    try (exchange) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /// Checks the client, the code and that whoever brings it is who asked for it (PKCE), and signs who it is.
  private void token(HttpExchange exchange, String issuer) throws java.io.IOException {
    Map<String, String> form = slots(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String client = "Basic " + java.util.Base64.getEncoder()
        .encodeToString("tingbok:known+to+two".getBytes(StandardCharsets.UTF_8));
    boolean same = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier")))
        .getValue().equals(asked.get("code_challenge"));
    if (!client.equals(exchange.getRequestHeaders().getFirst("Authorization")) || !same
        || !"the-code".equals(form.get("code"))
        || !Objects.requireNonNull(asked.get("redirect_uri")).equals(form.get("redirect_uri"))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    try {
      Instant now = Instant.now();
      JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer).audience("tingbok").subject("subject-7")
          .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300))).claim("nonce", asked.get("nonce"));
      SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
          says.get().apply(claims).build());
      jwt.sign(new RSASSASigner(signer.get()));
      answer(exchange, 200,
          "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + jwt.serialize() + "\"}");
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new java.io.IOException(e);
    }
  }

  private static Map<String, String> slots(String query) {
    Map<String, String> slots = new HashMap<>();
    for (String pair : query.split("&")) {
      int at = pair.indexOf('=');
      slots.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return slots;
  }

  /// Goes to the service and comes back, as a browser does.
  private HttpResponse<String> through(String state, boolean withCookie) throws Exception {
    HttpResponse<String> sent = site.get("/login/oidc?to=/documents");
    assertThat(sent.statusCode()).isEqualTo(303);
    asked = slots(URI.create(sent.headers().firstValue("Location").orElseThrow()).getRawQuery());
    String cookie = sent.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    String path = "/login/oidc/return?code=the-code&state=" + (state.isEmpty() ? asked.get("state") : state);
    return withCookie ? site.get(path, "Cookie", cookie.replaceAll(";.*", "")) : site.get(path);
  }

  @Test
  void letsInWhomTheServiceKnowsAndAnAdministratorGaveAnAccount() throws Exception {
    assertThat(site.get("/login").body()).contains("Log in with Harbour");
    HttpResponse<String> back = through("", true);
    assertThat(asked).containsEntry("response_type", "code").containsEntry("code_challenge_method", "S256")
        .containsEntry("client_id", "tingbok");
    assertThat(asked.get("nonce")).hasSizeGreaterThan(40);
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location").orElseThrow()).endsWith("/documents");
    String session = back.headers().allValues("Set-Cookie").stream().filter(one -> one.startsWith("tingbok="))
        .findFirst().orElseThrow().replaceAll(";.*", "");
    assertThat(site.get("/account", "Cookie", session).body()).contains("Ole", "analyst");
    says.set(claims -> claims.subject("other").claim("email", "mia@example.org").claim("email_verified", true));
    assertThat(through("", true).statusCode()).isEqualTo(303);
  }

  @Test
  void letsInNobodyElse() throws Exception {
    says.set(claims -> claims.subject("stranger"));
    HttpResponse<String> stranger = through("", true);
    assertThat(stranger.statusCode()).isEqualTo(403);
    assertThat(stranger.body()).contains("ACCOUNT_MISSING");
    says.set(claims -> claims.subject("x").claim("email", "mia@example.org").claim("email_verified", false));
    assertThat(through("", true).statusCode()).isEqualTo(403);
    site.access.accounts().disable("Ole", true, By.COMMAND_LINE);
    says.set(UnaryOperator.identity());
    assertThat(through("", true).statusCode()).isEqualTo(403);
  }

  @Test
  void believesNothingThatDoesNotHold() throws Exception {
    refused(through("", false));
    refused(through("another-state", true));
    says.set(claims -> claims.claim("nonce", "of another log-in"));
    refused(through("", true));
    says.set(claims -> claims.audience("another client"));
    refused(through("", true));
    says.set(claims -> claims.issuer("https://evil.example"));
    refused(through("", true));
    says.set(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
    refused(through("", true));
    says.set(UnaryOperator.identity());
    signer.set(new RSAKeyGenerator(2048).keyID("k1").generate());
    refused(through("", true));
    signer.set(key);
    // A way back is gone once.
    HttpResponse<String> back = through("", true);
    assertThat(back.statusCode()).isEqualTo(303);
    refused(site.get("/login/oidc/return?code=the-code&state=" + asked.get("state")));
    refused(site.get("/login/oidc/return"));
    refused(site.get("/login/oidc/return?error=access_denied&state=x"));
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("OIDC_REFUSED");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(one -> one.startsWith("tingbok=") && !one.startsWith("tingbok=;"));
  }
}
