package org.tingbok.browser;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.app.Main;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.app.web.WebServer;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;

/// A server of the sample reports, filled as a user would fill it.
///
/// @param ledger open
/// @param intake open
/// @param server running
record Desks(Ledger ledger, Intake intake, WebServer server) implements AutoCloseable {
  /// The moment that everything is recorded at, so that pictures stay the same.
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

  /// Serves a ledger that is a file already.
  ///
  /// @param file the ledger
  static Desks of(Path file) {
    Ledger ledger = Ledgers.open(file, CLOCK);
    Intake intake = Intake.into(() -> Ledgers.open(file, CLOCK), CLOCK, file.resolveSibling(""));
    return new Desks(ledger, intake, WebServer.start(LedgerSource.ofFile(ledger, file)
        .recording(new Recorder(() -> Ledgers.open(file, CLOCK), CLOCK)).taking(intake), Optional.of(0)));
  }

  /// Adds the sample reports and serves them.
  ///
  /// @param project the project's folder, which holds the samples
  /// @param folder where the ledger goes
  static Desks ofSamples(Path project, Path folder) {
    run(folder, Stream.of("add", project.resolve("samples").toAbsolutePath().normalize().toString()));
    return of(folder.resolve("tingbok.ledger"));
  }

  private static void run(Path folder, Stream<String> words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<String> command = words.toList();
    int status = Main.commandLine(new Surroundings(new java.io.ByteArrayInputStream(new byte[0]), said, said, Map.of(),
        folder, CLOCK, false, false, 100)).execute(command.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException(command + ": " + status + "\n" + said.toString(StandardCharsets.UTF_8));
    }
  }

  /// Where it is.
  String address() {
    return "http://localhost:" + server.port();
  }

  @Override
  public void close() {
    server.close();
    intake.close();
    ledger.close();
  }
}
