package org.tingbok.app.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;

/// Logging in by a service that speaks OpenID Connect: the authorization code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636),
/// a state that only this browser has, and a nonce. What the service says of somebody is believed only as far as its signed ID
/// token goes, and lets in only those whom an administrator gave an account. Safe for use by several threads.
public final class OpenId {
  private static final Logger LOG = LoggerFactory.getLogger(OpenId.class);
  private static final int PATIENCE = 10_000;
  private static final int LARGEST = 256 << 10;
  private static final int KEPT = 1000;
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Settings settings;
  private final Clock clock;
  private final Map<String, Begun> begun = new LinkedHashMap<>();
  private Optional<OIDCProviderMetadata> provider = Optional.empty();

  /// How a service is reached.
  ///
  /// @param issuer its address, as it calls itself
  /// @param client what it knows this server as
  /// @param secret what this server shows that it is that
  /// @param label what the page to log in on calls it
  /// @param algorithm with which it signs
  record Settings(URI issuer, String client, String secret, String label, String algorithm) {
  }

  /// A log-in that was begun.
  private record Begun(String browser, CodeVerifier verifier, Nonce nonce, URI back, String onward, Instant until) {
  }

  private OpenId(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Reads how a service is reached.
  ///
  /// @param file lines `issuer=`, `client-id=`, `client-secret=`, and if wanted `label=` and `algorithm=` (RS256)
  /// @param clock tells the time
  /// @return ready to use; the service is asked when somebody first logs in
  /// @throws BadInputException `OIDC_UNREADABLE` if the file cannot be read, or lacks something
  public static OpenId of(Path file, Clock clock) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException("OIDC_UNREADABLE", file + " cannot be read", e);
    }
    for (String slot : new String[] {"issuer", "client-id", "client-secret"}) {
      if (lines.getProperty(slot, "").isBlank()) {
        throw new BadInputException("OIDC_UNREADABLE", file + " lacks " + slot
            + "; it needs the lines issuer=, client-id= and client-secret=");
      }
    }
    URI issuer = address(lines.getProperty("issuer").strip());
    String algorithm = lines.getProperty("algorithm", "RS256").strip();
    if (!JWSAlgorithm.Family.SIGNATURE.contains(JWSAlgorithm.parse(algorithm))) {
      throw new BadInputException("OIDC_UNREADABLE", file + " names the algorithm '" + algorithm
          + "'; one that signs with a key of two parts is needed, such as RS256 or ES256");
    }
    return new OpenId(new Settings(issuer, lines.getProperty("client-id").strip(),
        lines.getProperty("client-secret").strip(), lines.getProperty("label", issuer.getHost()).strip(), algorithm),
        clock);
  }

  private static URI address(String text) {
    try {
      URI uri = URI.create(text);
      boolean here = "http".equals(uri.getScheme()) && uri.getHost() != null
          && java.util.List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
      if ("https".equals(uri.getScheme()) && uri.getHost() != null || here) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      LOG.debug("no address", e);
    }
    throw new BadInputException("OIDC_UNREADABLE", "issuer '" + text + "' is no https address");
  }

  /// What the page to log in on calls the service.
  ///
  /// @return a few words
  public String label() {
    return settings.label;
  }

  /// Where somebody is sent to log in.
  ///
  /// @param to the service, with what it is asked
  /// @param state to be kept as the name of what was begun
  /// @param browser to be kept in a cookie, so that nobody else's browser can end what this one began
  public record Sent(URI to, String state, String browser) {
  }

  /// Begins to log somebody in.
  ///
  /// @param back where the service sends them to
  /// @param onward where they wanted to go
  /// @return where to send them
  /// @throws UnavailableException `OIDC_UNREACHABLE` if the service does not tell how it is asked
  public Sent begin(URI back, String onward) {
    State state = new State(Secrets.fresh());
    Begun fresh = new Begun(Secrets.fresh(), new CodeVerifier(), new Nonce(Secrets.fresh()), back, onward,
        clock.instant().plus(LIFE));
    URI to = new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid", "email"),
        new ClientID(settings.client), back).endpointURI(provider().getAuthorizationEndpointURI()).state(state)
        .nonce(fresh.nonce).codeChallenge(fresh.verifier, CodeChallengeMethod.S256).build().toURI();
    synchronized (begun) {
      begun.values().removeIf(one -> one.until.isBefore(clock.instant()));
      begun.put(state.getValue(), fresh);
      if (begun.size() > KEPT) {
        begun.remove(begun.keySet().iterator().next());
      }
    }
    return new Sent(to, state.getValue(), fresh.browser);
  }

  /// Who came back.
  ///
  /// @param subject whom the service knows them as
  /// @param mail their address, if the service says that it is theirs
  /// @param onward where they wanted to go
  public record Known(String subject, Optional<String> mail, String onward) {
  }

  /// Ends to log somebody in.
  ///
  /// @param returned the address that the service sent them to, with what it says
  /// @param browser what the cookie holds
  /// @return who it is
  /// @throws BadInputException `OIDC_REFUSED` if it was not this browser that began, it took too long, the service refuses, or what
  ///     it says does not hold
  /// @throws UnavailableException `OIDC_UNREACHABLE` if the service does not answer
  public Known end(URI returned, String browser) {
    try {
      AuthenticationResponse response = AuthenticationResponseParser.parse(returned);
      String state = response.getState() == null ? "" : response.getState().getValue();
      Begun mine;
      synchronized (begun) {
        mine =
            Optional.ofNullable(begun.remove(state)).orElseThrow(() -> refused("it was not begun here, or long ago"));
      }
      if (!java.security.MessageDigest.isEqual(
          Secrets.digest(mine.browser).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
          Secrets.digest(browser).getBytes(java.nio.charset.StandardCharsets.US_ASCII))
          || mine.until.isBefore(clock.instant())) {
        throw refused("another browser began it, or it took too long");
      }
      if (!(response instanceof AuthenticationSuccessResponse success)) {
        throw refused("the service says " + response.toErrorResponse().getErrorObject().getCode());
      }
      if (success.getIssuer() != null && !success.getIssuer().getValue().equals(settings.issuer.toString())) {
        throw refused("another service answers");
      }
      return known(mine, success);
    } catch (GeneralException | BadJOSEException | JOSEException e) {
      LOG.warn("a log-in by {} does not hold: {}", settings.issuer, e.getMessage());
      throw refused("what the service says does not hold");
    }
  }

  private Known known(Begun mine, AuthenticationSuccessResponse success)
      throws GeneralException, BadJOSEException, JOSEException {
    OIDCProviderMetadata there = provider();
    HTTPRequest request = new TokenRequest.Builder(there.getTokenEndpointURI(),
        new ClientSecretBasic(new ClientID(settings.client), new Secret(settings.secret)),
        new AuthorizationCodeGrant(success.getAuthorizationCode(), mine.back, mine.verifier)).build().toHTTPRequest();
    request.setConnectTimeout(PATIENCE);
    request.setReadTimeout(PATIENCE);
    request.setFollowRedirects(false);
    TokenResponse answer;
    try {
      answer = OIDCTokenResponseParser.parse(request.send());
    } catch (IOException e) {
      throw unreachable(e);
    }
    if (!(answer instanceof OIDCTokenResponse tokens)) {
      throw refused("the service says " + answer.toErrorResponse().getErrorObject().getCode());
    }
    JWT token = tokens.getOIDCTokens().getIDToken();
    java.net.URL keys;
    try {
      keys = there.getJWKSetURI().toURL();
    } catch (java.net.MalformedURLException e) {
      throw unreachable(e);
    }
    IDTokenClaimsSet claims = new IDTokenValidator(there.getIssuer(), new ClientID(settings.client),
        JWSAlgorithm.parse(settings.algorithm), keys,
        new DefaultResourceRetriever(PATIENCE, PATIENCE, LARGEST)).validate(token, mine.nonce);
    Optional<String> mail = Optional.ofNullable(claims.getStringClaim("email"))
        .filter(_ -> Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")));
    return new Known(claims.getSubject().getValue(), mail, mine.onward);
  }

  private synchronized OIDCProviderMetadata provider() {
    if (provider.isEmpty()) {
      try {
        provider = Optional.of(OIDCProviderMetadata.resolve(new Issuer(settings.issuer), PATIENCE, PATIENCE));
      } catch (GeneralException | IOException e) {
        throw unreachable(e);
      }
    }
    return provider.get();
  }

  private UnavailableException unreachable(Exception e) {
    LOG.warn("{} cannot be asked: {}", settings.issuer, e.getMessage());
    return new UnavailableException("OIDC_UNREACHABLE",
        settings.label + " cannot be asked now; try again, or log in with a password", e);
  }

  private static BadInputException refused(String why) {
    return new BadInputException("OIDC_REFUSED", "you could not be logged in: " + why + "; log in again");
  }
}
