package org.tingbok.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.NewClaim;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok rule add`.
@Command(name = "add", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"The text claims something that was not read: name its words, and what they say.",
        "It is refused unless the words stand in the document. Where no claimant is named, the publication says it itself."
            + " It is taken back by 'rule reject'."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok rule add 51ab --quote \"the agency blamed Grey Heron\" --type attribution --claimant \"the agency\" \\",
        "    --accused \"Grey Heron\" --operation incident--2c1f --reason \"a list was not read\" --by ida"})
final class RuleAddCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DOCUMENT", description = "A document's id, or the beginning of it.")
  private String document = "";

  @Option(names = "--quote", paramLabel = "WORDS",
      description = "Words of the text that carry it; once for each place. Or say where with --evidence.")
  private List<String> quotes = List.of();

  @Mixin
  private SlotOptions slots = new SlotOptions();

  @Option(names = "--operation", paramLabel = "ID|WORDS", defaultValue = "",
      description = "The id of an incident on record, or a few words for one that nobody told of.")
  private String operation = "";

  @Option(names = "--victim", paramLabel = "NAME", description = "Who was hit, of an operation given in words.")
  private List<String> victims = List.of();

  @Mixin
  private DecidingOptions deciding = new DecidingOptions();

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  RuleAddCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What adding a claim answers to programs.
  record Added(String ledger, String claim, String reason, String by, String day) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      var day = deciding.day(surroundings.clock());
      String claim = Recorder.add(ledger, document, Optional.empty(),
          new NewClaim(quotes, slots.changes(), operation, victims, deciding.reason(), deciding.by()), day);
      if (options.json()) {
        streams.json(new Added(options.name(), claim, deciding.reason(), deciding.by(), day.toString()));
      } else {
        streams.line(Paint.plain("recorded: claim " + ReadingText.shortId(claim) + " added by " + deciding.by()));
      }
    }
    streams.flush();
    return 0;
  }
}
