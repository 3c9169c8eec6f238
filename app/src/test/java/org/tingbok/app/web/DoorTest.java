package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.Role;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.app.beside.Beside;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.BadInputException;

/// What a server needs before others may reach it; encryption; proxies.
@Timeout(180)
class DoorTest {
  private static final char[] WORD = "changeit".toCharArray();

  @TempDir
  private Path folder;

  private Access access() {
    Access access = Access.open(Beside.of(folder, "tingbok.ledger"), Casebook.CLOCK);
    if (!access.accounts().any()) {
      access.accounts().add("Ada", Role.ADMINISTRATOR, Optional.of(GuardedSite.PASSWORD), Optional.empty(),
          By.COMMAND_LINE);
    }
    return access;
  }

  private static Door door(String listen, Optional<Access> access, Optional<Tls> tls, List<String> proxies,
      String known) {
    return new Door(listen, Optional.of(0), access, tls, proxies,
        Optional.of(known).filter(text -> !text.isEmpty()).map(URI::create), Optional.empty());
  }

  /// A certificate for localhost with its key, as two files.
  private Tls tls(String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-keyalg", "EC", "-alias", "a", "-dname", "CN=" + name, "-ext", "san=dns:localhost,ip:127.0.0.1",
        "-validity", "36500", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit")
        .redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, WORD);
    }
    Files.writeString(folder.resolve("chain.pem"), pem("CERTIFICATE", keys.getCertificate("a").getEncoded()));
    Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", keys.getKey("a", WORD).getEncoded()));
    return Tls.of(folder.resolve("chain.pem"), folder.resolve("key.pem"));
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END " + what + "-----\n";
  }

  /// Trusts what the file holds now.
  private SSLContext trusting() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, WORD);
    trusted.setCertificateEntry("a", CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("chain.pem")))));
    TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  @Test
  void listensToOthersOnlyWithAllThatItNeeds() throws Exception {
    Tls tls = tls("one");
    try (Access access = access()) {
      assertThat(Door.own(Optional.empty()).secure()).isFalse();
      refused("0.0.0.0", Optional.empty(), Optional.empty(), List.of(), "", "--tls-certificate");
      refused("192.0.2.7", Optional.of(access), Optional.empty(), List.of(), "", "--tls-certificate");
      refused("192.0.2.7", Optional.empty(), Optional.of(tls), List.of(), "", "accounts");
      refused("127.0.0.1", Optional.empty(), Optional.empty(), List.of("127.0.0.1"), "", "accounts");
      refused("::", Optional.of(access), Optional.of(tls), List.of(), "", "--public-address");
      refused("example.org", Optional.of(access), Optional.of(tls), List.of(), "", "in numbers");
      assertThat(door("0.0.0.0", Optional.of(access), Optional.of(tls), List.of(), "https://ledger.example.org")
          .shown(8443)).isEqualTo("https://ledger.example.org");
      assertThat(door("::1", Optional.empty(), Optional.empty(), List.of(), "").secure()).isFalse();
    }
  }

  private static void refused(String listen, Optional<Access> access, Optional<Tls> tls, List<String> proxies,
      String known, String remedy) {
    assertThatThrownBy(() -> door(listen, access, tls, proxies, known)).isInstanceOf(BadInputException.class)
        .hasMessageContaining(remedy);
  }

  @Test
  void encryptsWithTheFilesAndTakesUpNewOnes() throws Exception {
    Tls tls = tls("one");
    try (Access access = access();
        WebServer server = WebServer.start(LedgerSource.of(Casebook.ledger()),
            door("127.0.0.1", Optional.of(access), Optional.of(tls), List.of(), ""))) {
      URI login = URI.create("https://localhost:" + server.port() + "/login");
      try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
        HttpResponse<String> page =
            client.send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        HttpResponse<String> in = client.send(HttpRequest.newBuilder(login)
            .header("Origin", "https://localhost:" + server.port())
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers
                .ofString(WritableSite.form("name", "Ada", "password", GuardedSite.PASSWORD)))
            .build(), HttpResponse.BodyHandlers.ofString());
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-tingbok=")
            .contains("Secure", "HttpOnly", "Path=/").doesNotContain("Domain");
      }
      for (String old : List.of("TLSv1.1", "TLSv1")) {
        assertThatThrownBy(() -> shake(server.port(), old)).isInstanceOfAny(SSLHandshakeException.class,
            IOException.class, IllegalArgumentException.class);
      }
      shake(server.port(), "TLSv1.2");
      shake(server.port(), "TLSv1.3");

      assertThat(tls.reload()).isFalse();
      tls("two");
      Files.setLastModifiedTime(folder.resolve("key.pem"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
      assertThat(tls.reload()).isTrue();
      shake(server.port(), "TLSv1.3");
      // What cannot be read leaves the one before in place.
      Files.writeString(folder.resolve("key.pem"), "no key");
      Files.setLastModifiedTime(folder.resolve("key.pem"), FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));
      assertThat(tls.reload()).isFalse();
      shake(server.port(), "TLSv1.3");
    }
  }

  private void shake(int port, String protocol) throws Exception {
    try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
    }
  }

  @Test
  void refusesFilesThatDoNotBelongTogether() throws Exception {
    tls("one");
    Files.writeString(folder.resolve("pkcs1.pem"),
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----");
    assertThatThrownBy(() -> Tls.of(folder.resolve("chain.pem"), folder.resolve("pkcs1.pem")))
        .hasMessageContaining("openssl pkcs8");
    assertThatThrownBy(() -> Tls.of(folder.resolve("key.pem"), folder.resolve("key.pem")))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> Tls.of(folder.resolve("gone.pem"), folder.resolve("key.pem")))
        .isInstanceOf(BadInputException.class);
  }

  private static HttpResponse<String> get(HttpClient client, int port, String... headers) throws Exception {
    return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
        .headers(headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void believesAProxyAndNobodyElse() throws Exception {
    try (Access access = access(); HttpClient client = HttpClient.newHttpClient()) {
      try (WebServer server = WebServer.start(LedgerSource.of(Casebook.ledger()), door("127.0.0.1",
          Optional.of(access), Optional.empty(), List.of("127.0.0.1"), "https://ledger.example.org"))) {
        String[] good = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "ledger.example.org", "X-Forwarded-For",
            "10.9.9.9, 192.0.2.44"};
        assertThat(get(client, server.port(), good).statusCode()).isEqualTo(200);
        assertThat(get(client, server.port(), "X-Forwarded-Proto", "http", "X-Forwarded-Host", "ledger.example.org")
            .statusCode()).isEqualTo(421);
        assertThat(get(client, server.port(), "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example")
            .statusCode()).isEqualTo(421);
        client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/login")).headers(good)
            .header("Origin", "https://ledger.example.org").header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("name=Ada&password=wrong")).build(),
            HttpResponse.BodyHandlers.ofString());
        // The last address is the proxy's word; those before it are anybody's.
        assertThat(access.log().last(Long.MAX_VALUE, 1).getFirst().address()).isEqualTo("192.0.2.44");
      }
      try (WebServer server = WebServer.start(LedgerSource.of(Casebook.ledger()), door("127.0.0.1",
          Optional.of(access), Optional.empty(), List.of("192.0.2.9"), "https://ledger.example.org"))) {
        assertThat(get(client, server.port(), "X-Forwarded-Proto", "https", "X-Forwarded-Host", "ledger.example.org")
            .statusCode()).isEqualTo(421);
      }
      try (WebServer server = WebServer.start(LedgerSource.of(Casebook.ledger()),
          door("127.0.0.1", Optional.of(access), Optional.empty(), List.of(), ""))) {
        client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/login"))
            .headers("X-Forwarded-For", "192.0.2.55", "Origin", "http://127.0.0.1:" + server.port(), "Content-Type",
                "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("name=Ada&password=wrong")).build(),
            HttpResponse.BodyHandlers.ofString());
        assertThat(access.log().last(Long.MAX_VALUE, 1).getFirst().address()).isEqualTo("127.0.0.1");
      }
    }
  }
}
