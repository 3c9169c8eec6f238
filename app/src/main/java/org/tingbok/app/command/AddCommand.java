package org.tingbok.app.command;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.input.OnRecord;
import org.tingbok.app.intake.Captured;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.Patience;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Markings;
import org.tingbok.ledger.Receipt;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.Tlp;
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
        "  tingbok add taxii+https://example.org/api/collections/ID/   what is new in a collection of TAXII 2.1",
        "  tingbok add misp+https://example.org/feed/   the events of a feed of MISP that are new",
        "  tingbok add bulletins.mbox crawl.warc.gz every message, every page in it",
        "  tingbok add --ledger north.ledger *.pdf"})
public final class AddCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "PATH|ADDRESS",
      description = "Files, folders, globs, http and https addresses, collections (taxii+https://…), feeds of MISP"
          + " (misp+https://…), or - for standard input.")
  private List<String> paths = List.of();

  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger to add to (default: ${DEFAULT-VALUE} in the working folder).")
  private String address = LedgerFile.DEFAULT;

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
      description = "For people or for programs (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  @Option(names = "--tlp", paramLabel = "COLOUR", converter = TlpConverter.class,
      description = "How far all of it may be passed on: clear, green, amber, amber+strict or red. What a report says of"
          + " itself counts where that is narrower.")
  private Optional<Tlp> tlp = Optional.empty();

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
    if (paths.stream().noneMatch(FetchedInput::is)) {
      List<Act> acts = new ArrayList<>();
      ReportInput.Read read = ReportInput.read(paths, surroundings.folder(), onRecord(), decisions,
          second.endpoint(surroundings.environment()), surroundings, streams,
          outcome -> acts.addAll(Captured.acts(outcome.sources())));
      return added(read, acts, streams);
    }
    try (FetchedInput fetched = new FetchedInput(fetching, surroundings)) {
      ReportInput.Read read = ReportInput.read(paths, onRecord(), decisions,
          second.endpoint(surroundings.environment()), surroundings, streams, fetched, before());
      if (read.readings().isEmpty() && fetched.nothingNew()) {
        streams.remark("nothing new: all of it is on record as it is now");
        return 0;
      }
      return added(read, fetched.acts(), streams);
    }
  }

  /// How far what is handed in may be passed on: what it says of itself or is on record, but no further than was asked.
  private List<Act> marked(ReportInput.Read read, List<Act.Recorded> onRecord) {
    List<Act> acts = new ArrayList<>(read.acts());
    tlp.ifPresent(asked -> {
      Markings own = Markings.of(Stream.concat(onRecord.stream(),
          acts.stream().map(act -> new Act.Recorded(act, surroundings.clock().instant()))).toList());
      read.readings().stream().map(reading -> reading.document().id())
          .filter(id -> own.of(id).filter(one -> one.compareTo(asked) >= 0).isEmpty())
          .forEach(id -> acts.add(new Act.Marked(id.value(), Optional.of(asked), "handed in as " + asked.label(),
              "whoever handed it in")));
    });
    return acts;
  }

  private int added(ReportInput.Read read, List<Act> fetched, Streams streams) {
    List<Reading> readings = read.readings();
    if (readings.isEmpty() && fetched.isEmpty()) {
      return Problems.COULD_NOT;
    }
    Runnable waiting = () -> streams.remark(
        "others are adding to " + LedgerFile.shown(address) + "; waiting up to a minute for them");
    try (Ledger ledger = Patience.with(
        () -> LedgerFile.writable(surroundings.folder(), address, surroundings.clock()), waiting)) {
      List<Act> acts = Stream.concat(marked(read, ledger.acts()).stream(), fetched.stream()).toList();
      Receipt receipt = Patience.with(
          () -> acts.isEmpty() ? ledger.append(readings) : ledger.append(readings, acts).readings(), waiting);
      int unchanged = (int) fetched.stream().filter(act -> readings.stream().noneMatch(
          reading -> act instanceof Act.Fetched one && one.document().equals(reading.document().id()))).count();
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
    return read.partly() ? Problems.LEFT_OUT : 0;
  }

  /// What the ledger holds already, for what is added may be a copy of a document of it.
  private OnRecord onRecord() {
    if (!LedgerFile.shared(address) && !Files.exists(surroundings.folder().resolve(address))) {
      return OnRecord.NOTHING;
    }
    try (Ledger ledger = LedgerFile.existing(surroundings.folder(), address)) {
      return OnRecord.of(ledger, ledger.asOf(AsOf.NOW));
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
