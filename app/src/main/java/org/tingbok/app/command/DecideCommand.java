package org.tingbok.app.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Judgement;
import org.tingbok.claim.Decision;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok names decide`.
@Command(name = "decide", mixinStandardHelpOptions = true,
    description = {"Record an analyst's decision about two names: same, distinct, unsure, or undone.",
        "Nothing is deleted: 'undone' takes the last decision about the two back. Decisions stand above everybody's word"
            + " under any, all and N-origins, and under other views with '+analysts'."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok names decide distinct GhostEmperor FamousSparrow --reason \"other tooling\" --by ida",
        "  tingbok names decide undone GhostEmperor FamousSparrow --reason \"mixed up samples\" --by ida"})
public final class DecideCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "VERDICT", description = "same, distinct, unsure, or undone.")
  private String verdict = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "One name; quote it if it has blanks.")
  private String first = "";

  @Parameters(index = "2", paramLabel = "NAME", description = "The other.")
  private String second = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason = "";

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who decides.")
  private String by = "";

  @Option(names = "--date", paramLabel = "DAY", defaultValue = "",
      description = "The day of the decision (default: today).")
  private String date = "";

  @Mixin
  private LedgerOptions ledgers = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public DecideCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `names decide` answers to programs.
  record Decided(String ledger, String verdict, String first, String second, String reason, String by, String day,
      boolean recorded) {
  }

  @Override
  public Integer call() {
    LocalDate day = LedgerOptions.day(date, surroundings.clock());
    Decision decision = new Judgement(verdict, first, second, reason, by).on(day);
    Streams streams = Streams.of(surroundings);
    boolean recorded;
    try (Ledger ledger = ledgers.made(surroundings)) {
      recorded = ledger.append(decision);
    }
    if (ledgers.json()) {
      streams.json(new Decided(ledgers.name(), decision.verdict().code(), decision.first(),
          decision.second(), decision.reason(), decision.by(), day.toString(), recorded));
    } else {
      streams.line(recorded ? "recorded: " + decision.first() + " and " + decision.second() + ": "
          + decision.verdict().code() + ", by " + decision.by() + " on " + day : "on record already");
    }
    streams.flush();
    return 0;
  }
}
