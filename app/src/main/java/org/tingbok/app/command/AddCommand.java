package org.tingbok.app.command;

import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.Patience;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.reading.knowledge.NameDecisions;
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
        "  tingbok add https://example.org/report   a page of the web, with its address",
        "  tingbok add misp+https://example.org/feed/   the events of a feed of MISP that are new",
        "  tingbok add --ledger north.ledger *.pdf"})
public final class AddCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "PATH|ADDRESS",
      description = "Files, folders, globs, http and https addresses, those of feeds of MISP with misp+ before them, or - for standard input.")
  private List<String> paths = List.of();

  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger to add to (default: ${DEFAULT-VALUE} in the working folder).")
  private String address = LedgerFile.DEFAULT;

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
      description = "For people or for programs (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  @Mixin
  private FetchOptions fetching = new FetchOptions();

  @Mixin
  private SecondReaderOptions second = new SecondReaderOptions();

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
    if (paths.stream().noneMatch(Address::is)) {
      List<Reading> readings = ReportInput.read(paths, surroundings.folder(), onRecord(), decisions,
          second.endpoint(surroundings.environment()), surroundings, streams);
      return added(readings, List.of(), streams);
    }
    try (FetchedInput fetched = new FetchedInput(fetching, surroundings)) {
      List<Reading> readings = ReportInput.read(paths, onRecord(), decisions,
          second.endpoint(surroundings.environment()), surroundings, streams, fetched, before());
      if (readings.isEmpty() && fetched.nothingNew()) {
        streams.remark("every event of the feed is on record as it is now");
        return 0;
      }
      return added(readings, fetched.acts(), streams);
    }
  }

  private int added(List<Reading> readings, List<Act> acts, Streams streams) {
    if (readings.isEmpty() && acts.isEmpty()) {
      return Problems.COULD_NOT;
    }
    Runnable waiting = () -> streams.remark(
        "others are adding to " + LedgerFile.shown(address) + "; waiting up to a minute for them");
    try (Ledger ledger = Patience.with(
        () -> LedgerFile.writable(surroundings.folder(), address, surroundings.clock()), waiting)) {
      Receipt receipt = Patience.with(() -> ledger.append(readings), waiting);
      if (!acts.isEmpty()) {
        Patience.with(() -> ledger.act(acts), waiting);
      }
      int unchanged = (int) acts.stream().filter(act -> readings.stream().noneMatch(
          reading -> act instanceof Act.Fetched fetched && fetched.document().equals(reading.document().id()))).count();
      if (format == OutputFormat.json) {
        streams.json(new Added(LedgerFile.shown(address), receipt.recordedAt().toString(), receipt.newDocuments(),
            receipt.knownDocuments() + unchanged, receipt.newClaims(), receipt.knownClaims()));
      } else {
        streams.line("added to " + LedgerFile.shown(address) + ": "
            + ReadingText.count(receipt.newDocuments(), "new document",
                "new documents")
            + " with " + ReadingText.count(receipt.newClaims(), "new claim", "new claims")
            + (receipt.knownDocuments() + unchanged == 0 ? ""
                : "; " + (receipt.knownDocuments() + unchanged) + " on record already"));
        streams.line("now on record: " + ReadingText.counts(Desk.of(ledger, AsOf.NOW).summary()));
      }
    }
    streams.flush();
    return 0;
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

  /// What was fetched before: only what has changed since is fetched again.
  private Map<String, Act.Fetched> before() {
    if (!LedgerFile.shared(address) && !Files.exists(surroundings.folder().resolve(address))) {
      return Map.of();
    }
    try (Ledger ledger = LedgerFile.existing(surroundings.folder(), address)) {
      return Gatherer.before(ledger.acts());
    }
  }

  /// What `add` answers to programs.
  record Added(String ledger, String recordedAt, int newDocuments, int knownDocuments, int newClaims,
      int knownClaims) {
  }
}
