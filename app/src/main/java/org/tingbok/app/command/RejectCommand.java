package org.tingbok.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.NameRejections;
import org.tingbok.app.desk.UsedNames;
import org.tingbok.app.input.ListSource;
import org.tingbok.claim.NameDecision;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok names reject`.
@Command(name = "reject", mixinStandardHelpOptions = true,
    description = {"Record that a name is not a threat actor's, everywhere or where certain words stand near.",
        "Heeded when documents are read from then on: by 'add', and by 'read --ledger'. Nothing is deleted; --undo takes it"
            + " back by a further entry."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok names reject Sandworm --reason \"a machine\" --by ida --context museum",
        "  tingbok names reject Sandworm --undo --reason \"it was them\" --by ida",
        "  tingbok names reject --from decisions.tsv      as 'names rejected --export' writes it"})
public final class RejectCommand implements Callable<Integer> {
  private static final int LARGEST = 4 << 20;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The name; quote it if it has blanks.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Option(names = "--by", paramLabel = "WHO", description = "Who decides.")
  private String by = "";

  @Option(names = "--context", paramLabel = "WORD",
      description = "Only in sentences that have this word; several times for several words (default: everywhere).")
  private List<String> contexts = List.of();

  @Option(names = "--undo", description = "Take the rejection back; without --context all rejections of the name.")
  private boolean undo;

  @Option(names = "--from", paramLabel = "FILE", description = "Record the decisions of a file instead.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--date", paramLabel = "DAY", defaultValue = "",
      description = "The day of the decision (default: today).")
  private String date = "";

  @Mixin
  private LedgerOptions ledgers = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public RejectCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `names reject` answers to programs.
  record Rejected(String ledger, List<RejectedCommand.Row> decisions, int recorded) {
  }

  @Override
  public Integer call() {
    if (name.isPresent() == from.isPresent()) {
      throw new BadInputException("USAGE",
          "which name? or --from FILE, and not both; see 'tingbok names reject --help'");
    }
    Streams streams = Streams.of(surroundings);
    List<NameDecision> decisions = from.map(this::imported).orElseGet(() -> undo ? List.of() : asked().rejecting());
    int recorded;
    try (Ledger ledger = ledgers.made(surroundings)) {
      if (undo && name.isPresent()) {
        decisions = asked().undoing(NameDecisions.of(ledger.asOf(AsOf.NOW).names().meanings()));
      }
      recorded = ledger.decide(decisions);
      if (name.isPresent() && !undo) {
        UsedNames.warnings(ledger, List.of(name.get().strip())).forEach(streams::remark);
      }
    }
    if (ledgers.json()) {
      streams.json(
          new Rejected(ledgers.name(), decisions.stream().map(one -> RejectedCommand.Row.of(one, false))
              .toList(), recorded));
    } else if (from.isPresent()) {
      streams.line("recorded " + ReadingText.count(recorded, "decision", "decisions") + ", "
          + (decisions.size() - recorded) + " on record already");
    } else {
      String what = recorded == 0 ? "on record already: " : "recorded: ";
      decisions.forEach(one -> streams.line(what + RejectedCommand.words(one)));
    }
    streams.flush();
    return 0;
  }

  private NameRejections asked() {
    return new NameRejections(name.orElseThrow(), contexts, reason, by,
        LedgerOptions.day(date, surroundings.clock()));
  }

  private List<NameDecision> imported(String place) {
    try (InputStream bytes = ListSource.open(place, surroundings.folder(), surroundings.in())) {
      byte[] content = bytes.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new BadInputException("DECISION_FORM", place + " is larger than any file of decisions");
      }
      return NameDecisions.parse(new String(content, StandardCharsets.UTF_8)).list();
    } catch (IOException e) {
      throw new BadInputException("LIST_UNREADABLE", place + " cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
