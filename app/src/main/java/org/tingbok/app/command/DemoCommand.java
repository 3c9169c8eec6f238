package org.tingbok.app.command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.OnRecord;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.operation.Stopping;
import org.tingbok.app.terminal.Paint;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.app.web.WebServer;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.UnavailableException;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.store.TemporaryFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tingbok demo`.
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = {"Show the sample reports that ship with Tingbok as web pages.",
        "Reads them into a ledger in a temporary folder and prints what was found. Ctrl-C ends it; nothing is left behind."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok demo                             on http://localhost:8080, or the next free port",
        "  tingbok demo --port 9000"})
public final class DemoCommand implements Callable<Integer> {
  private static final int SHOWN = 6;

  @Option(names = "--port", paramLabel = "N",
      description = "The port (default: 8080, or the next free one; 0 for any).")
  private Optional<Integer> port = Optional.empty();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it prints to
  public DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    Path samples = samples().orElseThrow(() -> new UnavailableException("SAMPLES_MISSING",
        "no samples folder beside the program; run ./tingbok demo from a clone of the repository"));
    List<Reading> readings =
        ReportInput.read(reports(samples), samples.resolveSibling(""), OnRecord.NOTHING, NameDecisions.none(),
            Optional.empty(), surroundings,
            streams).readings();
    if (readings.isEmpty()) {
      return Problems.COULD_NOT;
    }
    try (Stopping stopping = Stopping.listen();
        TemporaryFolder folder = TemporaryFolder.in(surroundings.temporary(), "tingbok-demo-");
        Ledger ledger = LedgerFile.writable(folder.path(), LedgerFile.DEFAULT, surroundings.clock())) {
      Path temporary = folder.path();
      ledger.append(readings);
      Desk desk = Desk.of(ledger, AsOf.NOW);
      print(desk, streams);
      Supplier<Ledger> open = () -> LedgerFile.writable(temporary, LedgerFile.DEFAULT, surroundings.clock());
      LedgerSource shown = LedgerSource.ofFile(ledger, temporary.resolve(LedgerFile.DEFAULT))
          .recording(new Recorder(open, surroundings.clock()));
      try (Intake intake = Intake.into(open, surroundings.clock(), temporary, surroundings.readers(),
          Optional.empty());
          WebServer server = WebServer.start(shown.taking(intake), port)) {
        streams.line("");
        streams.line("See it on " + streams.paint().strong("http://localhost:" + server.port()) + " until Ctrl-C.");
        streams.flush();
        stopping.await();
      }
    }
    return 0;
  }

  private static void print(Desk desk, Streams streams) {
    Paint paint = streams.paint();
    Desk.Summary summary = desk.summary();
    streams.line(paint.strong("Read " + ReadingText.counts(summary)));
    streams.line("  claims: " + ReadingText.byType(summary));
    List<IncidentCard> incidents = desk.incidents().with("");
    streams.line("");
    incidents.stream().filter(IncidentCard::disputed)
        .sorted(Comparator.comparingInt(incident -> -incident.claims())).limit(SHOWN)
        .forEach(incident -> streams.line("  "
            + paint.warning("disputed") + "  " + paint.strong(Paint.plain(incident.name())) + ": "
            + Paint.plain(incident.heldNames())));
  }

  /// The samples lie beside the build that this class was loaded from, some folders up.
  private static Optional<Path> samples() {
    try {
      Optional<Path> folder = Optional.of(
          Path.of(DemoCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toAbsolutePath());
      while (folder.isPresent()) {
        Path candidate = folder.get().resolve("samples");
        if (Files.isRegularFile(candidate.resolve("visma-cloud-hopper.html"))) {
          return Optional.of(candidate);
        }
        folder = Optional.ofNullable(folder.get().getParent());
      }
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /// Everything in the folder but what explains it.
  private static List<String> reports(Path samples) {
    try (var files = Files.list(samples)) {
      return files.map(file -> samples.getFileName() + "/" + file.getFileName())
          .filter(name -> !name.contains("README"))
          .sorted().toList();
    } catch (IOException e) {
      throw new UnavailableException("SAMPLES_UNREADABLE", "cannot list " + samples + " (" + e.getMessage()
          + "); clone the repository again", e);
    }
  }
}
