package org.tingbok.app.command;

import java.util.List;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;
import java.time.LocalDate;
import org.tingbok.app.desk.Retraction;
import java.util.concurrent.Callable;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.RetractionKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok ledger retract`.
@Command(name = "retract", mixinStandardHelpOptions = true,
    description = {"Record that a source went back on a claim, or a publisher on a report.",
        "What was said stays said until that day. Of several who say a claim together, the others stand by it. A"
            + " misreading of ours is another thing: see 'tingbok rule'; a retraction that was recorded by mistake is taken"
            + " back with --undo."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger retract 7f0c12ab --by \"Nordlys Lab\" --date 2024-05-02 --where \"blog post of that day\"",
        "  tingbok ledger retract document--5a1b --by \"The Sound\" --date 2024-05-02 --where https://…/correction"
            + " --replaced-by document--77aa",
        "  tingbok ledger retract 7f0c12ab --undo --by ida --reason \"it was about another report\""})
public final class RetractCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CLAIM|DOCUMENT",
      description = "The id of a claim or a document, or the beginning of it.")
  private String subject = "";

  @Option(names = "--by", paramLabel = "WHO", required = true,
      description = "Who goes back on it: who said it, or published it; with --undo, who finds that nobody did.")
  private String by = "";

  @Option(names = "--where", paramLabel = "TEXT", defaultValue = "",
      description = "Where that is told: an address, words, or a document's id.")
  private String where = "";

  @Option(names = "--date", paramLabel = "DAY", defaultValue = "",
      description = "The day it was told; with --undo, of the finding (default: today).")
  private String date = "";

  @Option(names = "--replaced-by", paramLabel = "ID", defaultValue = "",
      description = "The claim or document on record that takes its place: it was corrected, not only withdrawn.")
  private String replacement = "";

  @Option(names = "--undo", description = "The last retraction of it on record was a mistake: it counts no longer.")
  private boolean undo;

  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why it is undone.")
  private String reason = "";

  @Option(names = "--anyway",
      description = "Even if --by is nobody who said it: a successor, or another name of theirs.")
  private boolean anyway;

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public RetractCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `ledger retract` answers to programs.
  record Retracted(String ledger, String subject, String kind, String by, String day, String where,
      Optional<String> replacement, boolean recorded) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      Lookup lookup = new Lookup(ledger, AsOf.NOW, View.ANY);
      Act.Retracted act = undo ? undone(lookup) : retracted(ledger, lookup);
      boolean recorded = ledger.act(List.of(act)).added() > 0;
      if (options.json()) {
        streams.json(new Retracted(options.name(), act.subject(), act.kind().code(), act.by(), act.day().toString(),
            act.where(), act.replacement(), recorded));
      } else {
        streams.line(Paint.plain((recorded ? "recorded: " : "on record already: ")
            + (act.subject().startsWith("document--") ? "document " : "claim ") + ReadingText.shortId(act.subject())
            + (undo ? " not retracted after all, by " : " retracted by ") + act.by() + " on " + act.day()));
      }
    }
    streams.flush();
    return 0;
  }

  private Act.Retracted retracted(Ledger ledger, Lookup lookup) {
    if (where.isBlank() || date.isBlank()) {
      throw new BadInputException("RETRACTION_INCOMPLETE",
          "a retraction needs where it is told (--where) and of which day it is (--date)");
    }
    Optional<String> instead =
        replacement.isBlank() ? Optional.empty() : Optional.of(lookup.claimOrDocument(replacement));
    LocalDate day = LedgerOptions.day(date, surroundings.clock());
    Retraction checked = Retraction.of(ledger, lookup.claimOrDocument(subject), by, day, anyway);
    return new Act.Retracted(checked.subject(),
        instead.isPresent() ? RetractionKind.CORRECTED : RetractionKind.WITHDRAWN, checked.by(), day, where.strip(),
        instead);
  }

  private Act.Retracted undone(Lookup lookup) {
    if (reason.isBlank()) {
      throw new BadInputException("RETRACTION_INCOMPLETE", "--undo needs why (--reason)");
    }
    return new Act.Retracted(lookup.claimOrDocument(subject), RetractionKind.UNDONE, by.strip(),
        LedgerOptions.day(date, surroundings.clock()), reason.strip(), Optional.empty());
  }
}
