package org.tingbok.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Judgement;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.app.web.WebServer;
import org.tingbok.claim.Decision;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tingbok serve`.
@Command(name = "serve", mixinStandardHelpOptions = true,
    description = {"Show the ledger as web pages, until Ctrl-C.",
        "To this machine only. What is added meanwhile is shown."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok serve                            on http://localhost:8080, or the next free port",
        "  tingbok serve --port 9000 --ledger north.ledger",
        "  tingbok serve --decide                   analysts decide on names on the pages",
        "%nEvery page takes ?as-of=DATE, and is JSON under the same address with .json behind it."})
public final class ServeCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N",
      description = "The port (default: 8080, or the next free one; 0 for any).")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger to show (default: ${DEFAULT-VALUE} in the working folder).")
  private String address = LedgerFile.DEFAULT;

  @Option(names = "--decide",
      description = "Let the pages of actors record analysts' decisions in the ledger (default: it is only shown).")
  private boolean decide;

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = LedgerFile.existing(surroundings.folder(), address);
        WebServer server = WebServer.start(source(ledger), port)) {
      streams.line("Tingbok is on http://localhost:" + server.port() + " until Ctrl-C.");
      streams.flush();
      server.await();
    }
    return 0;
  }

  private LedgerSource source(Ledger ledger) {
    LedgerSource shown = LedgerFile.shared(address) ? LedgerSource.ofShared(ledger)
        : LedgerSource.ofFile(ledger, surroundings.folder().resolve(address));
    return decide ? shown.deciding(this::record) : shown;
  }

  private void record(Judgement judgement) {
    Decision decision = judgement.on(LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC));
    try (Ledger ledger = LedgerFile.writable(surroundings.folder(), address, surroundings.clock())) {
      Judgement.check(decision, ledger.asOf(AsOf.NOW), false);
      ledger.append(decision);
    }
  }
}
