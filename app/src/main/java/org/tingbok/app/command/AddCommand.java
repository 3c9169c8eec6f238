package org.tingbok.app.command;

import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.ContentionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok add`.
@Command(name = "add", mixinStandardHelpOptions = true,
    description = {"Read reports and append their claims to the ledger.",
        "All of them or none. Adding a report again adds nothing."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok add reports/                     to tingbok.ledger, made where there is none",
        "  tingbok add --ledger north.ledger *.pdf"})
public final class AddCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, folders, globs, or - for standard input.")
  private List<String> paths = List.of();

  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger to add to (default: ${DEFAULT-VALUE} in the working folder).")
  private String address = LedgerFile.DEFAULT;

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
      description = "For people or for programs (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  @Mixin
  private SecondReaderOptions second = new SecondReaderOptions();

  /// Each of which waits five seconds, if the ledger is a file.
  private static final int TRIES = 12;

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public AddCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    NameDecisions decisions = LedgerFile.decisionsIfAny(surroundings.folder(), address, surroundings.clock());
    List<Reading> readings = ReportInput.read(paths, surroundings.folder(), onRecord(), decisions,
        second.endpoint(surroundings.environment()), surroundings, streams);
    if (readings.isEmpty()) {
      return Problems.COULD_NOT;
    }
    try (Ledger ledger = patiently(
        () -> LedgerFile.writable(surroundings.folder(), address, surroundings.clock()), streams)) {
      Receipt receipt = patiently(() -> ledger.append(readings), streams);
      if (format == OutputFormat.json) {
        streams.json(new Added(LedgerFile.shown(address), receipt.recordedAt().toString(), receipt.newDocuments(),
            receipt.knownDocuments(), receipt.newClaims(), receipt.knownClaims()));
      } else {
        streams.line("added to " + LedgerFile.shown(address) + ": "
            + ReadingText.count(receipt.newDocuments(), "new document",
                "new documents")
            + " with " + ReadingText.count(receipt.newClaims(), "new claim", "new claims")
            + (receipt.knownDocuments() == 0 ? "" : "; " + receipt.knownDocuments() + " on record already"));
        streams.line("now on record: " + ReadingText.counts(Desk.of(ledger, AsOf.NOW).summary()));
      }
    }
    streams.flush();
    return 0;
  }

  /// Waits a minute for others that are adding: what was read is not to be read again.
  private <T> T patiently(Supplier<T> adding, Streams streams) {
    for (int waited = 1; waited < TRIES; waited++) {
      try {
        return adding.get();
      } catch (ContentionException e) {
        if (waited == 1) {
          streams.remark("others are adding to " + LedgerFile.shown(address) + "; waiting up to a minute for them");
        }
      }
    }
    return adding.get();
  }

  /// The documents that the ledger holds already, for what is added may be a copy of one of them.
  private Collection<Document> onRecord() {
    if (!LedgerFile.shared(address) && !Files.exists(surroundings.folder().resolve(address))) {
      return List.of();
    }
    try (Ledger ledger = LedgerFile.existing(surroundings.folder(), address)) {
      return ledger.asOf(AsOf.NOW).documents().values();
    }
  }

  /// What `add` answers to programs.
  record Added(String ledger, String recordedAt, int newDocuments, int knownDocuments, int newClaims,
      int knownClaims) {
  }
}
