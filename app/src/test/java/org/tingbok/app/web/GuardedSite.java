package org.tingbok.app.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.Account;
import org.tingbok.app.access.OpenId;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Role;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.app.access.Sessions;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.intake.Intake;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;

/// The casebook's ledger on a server where everybody has to log in: a reader, an analyst, an administrator, and those who ask.
final class GuardedSite implements AutoCloseable {
  static final String PASSWORD = "vier Moewen im Regenfass";
  private static final By BY = By.COMMAND_LINE;

  final AtomicReference<Instant> now = new AtomicReference<>(Casebook.CLOCK.instant());
  final AtomicLong nanos = new AtomicLong();
  final HttpClient client = HttpClient.newHttpClient();
  final Ledger ledger;
  final Access access;
  final LedgerSource source;
  final Entrance entrance;
  private final Intake intake;
  private final WebServer server;

  GuardedSite(Path folder) {
    this(folder, Optional.empty());
  }

  GuardedSite(Path folder, Optional<OpenId> openId) {
    Path file = folder.resolve("tingbok.ledger");
    this.ledger = Ledgers.open(file, Casebook.CLOCK);
    ledger.append(Casebook.readings());
    Clock clock = clock();
    this.access = Access.open(Beside.of(folder, "tingbok.ledger"), clock, nanos::get);
    access.accounts().add("Rita", Role.READER, Optional.of(PASSWORD), Optional.empty(), BY);
    access.accounts().add("Ane", Role.ANALYST, Optional.of(PASSWORD), Optional.empty(), BY);
    access.accounts().add("Ada", Role.ADMINISTRATOR, Optional.of(PASSWORD), Optional.empty(), BY);
    this.intake = Intake.into(() -> Ledgers.open(file, Casebook.CLOCK), Casebook.CLOCK, folder);
    this.source = LedgerSource.ofFile(ledger, file).taking(intake).limited(100_000)
        .recording(new Recorder(() -> Ledgers.open(file, Casebook.CLOCK), Casebook.CLOCK));
    Door door = new Door("127.0.0.1", Optional.of(0), Optional.of(access), Optional.empty(), List.of(),
        Optional.empty(), openId);
    this.entrance = new Entrance(door, org.tingbok.app.taxii.Logins.NONE, 100_000);
    this.server = WebServer.start(source, door);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  void later(Duration time) {
    now.updateAndGet(before -> before.plus(time));
    nanos.addAndGet(time.toNanos());
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  /// A new session of somebody, as logging in begins it.
  Sessions.Begun session(String name) {
    Account account = access.accounts().find(name).orElseThrow();
    return access.begin(account, "127.0.0.1", "test", "password");
  }

  String token(String name, Right... scopes) {
    return access.tokens().create(name, "test", Set.of(scopes), Duration.ofDays(1), BY).secret();
  }

  HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path)).method(method,
        body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
    return ask("GET", path, "", headers);
  }

  /// Asks as a browser that is logged in.
  HttpResponse<String> get(Sessions.Begun who, String path) throws IOException, InterruptedException {
    return get(path, "Cookie", "tingbok=" + who.secret());
  }

  /// Sends a form as a page of a session does.
  HttpResponse<String> submit(Sessions.Begun who, String path, String... slots)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(slots));
    all.addAll(List.of("csrf", who.session().csrf()));
    return form(path, all, "Cookie", "tingbok=" + who.secret());
  }

  HttpResponse<String> form(String path, List<String> slots, String... headers)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded", "Origin",
        address()));
    all.addAll(List.of(headers));
    return ask("POST", path, WritableSite.form(slots.toArray(String[]::new)), all.toArray(String[]::new));
  }

  @Override
  public void close() {
    server.close();
    intake.close();
    access.close();
    ledger.close();
    client.close();
  }
}
