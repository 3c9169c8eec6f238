package org.tingbok.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.OnRecord;
import org.tingbok.app.desk.Desk;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.ContractWriter;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.reading.knowledge.NameDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok read`.
@Command(name = "read", mixinStandardHelpOptions = true,
    description = "Read reports and print their claims. Writes nothing.",
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok read report.html                 one file: text, Markdown, HTML, PDF or DOCX",
        "  tingbok read reports/ 'more/**.pdf'      a folder with all that is below it, a glob",
        "  curl -s URL | tingbok read -             standard input",
        "  tingbok read --format json reports > reading.json"})
public final class ReadCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, folders, globs, or - for standard input.")
  private List<String> paths = List.of();

  @Option(names = "--ledger", paramLabel = "FILE|URL",
      description = "Heed what the analysts of this ledger decided on names; nothing is written to it.")
  private Optional<String> address = Optional.empty();

  @Option(names = "--view", paramLabel = "VIEW", defaultValue = "",
      description = "Whose word is taken on which names are one, for what disputes are counted: any (the default), all,"
          + " none, 2-origins or any claimant. The claims of --format json are as said, under every view.")
  private String view = "";

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
      description = "For people, or the contract of docs/ for programs (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  @Mixin
  private SecondReaderOptions second = new SecondReaderOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ReadCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    Optional<View> asked = view.isBlank() ? Optional.empty() : Optional.of(View.parse(view));
    List<Reading> readings = ReportInput.read(paths, surroundings.folder(), OnRecord.NOTHING,
        address.map(ledger -> LedgerFile.decisions(surroundings.folder(), ledger)).orElseGet(NameDecisions::none),
        second.endpoint(surroundings.environment()), surroundings, streams).readings();
    if (readings.isEmpty()) {
      return Problems.COULD_NOT;
    }
    if (format == OutputFormat.json) {
      ContractWriter.write(streams.bytes(), readings);
      try {
        streams.bytes().flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return 0;
    }
    try (Ledger ledger = Ledger.inMemory(surroundings.clock())) {
      ledger.append(readings);
      Desk desk = Desk.of(ledger, AsOf.NOW, asked);
      new ReadingText(streams).print(desk, readings);
    }
    streams.flush();
    return 0;
  }
}
