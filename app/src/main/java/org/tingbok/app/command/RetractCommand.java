package org.tingbok.app.command;

import java.util.List;
import java.util.Optional;
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
        "What was said stays said until that day. A mistake of ours is another thing: see 'tingbok rule'."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger retract 7f0c12ab --by \"Nordlys Lab\" --date 2024-05-02 --where \"blog post of that day\"",
        "  tingbok ledger retract document--5a1b --by \"The Sound\" --date 2024-05-02 --where https://…/correction"
            + " --replaced-by document--77aa"})
public final class RetractCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CLAIM|DOCUMENT",
      description = "A claim's id or the beginning of it; a document's with its type before it.")
  private String subject = "";

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who goes back on it.")
  private String by = "";

  @Option(names = "--where", paramLabel = "TEXT", required = true,
      description = "Where that is told: an address, words, or a document's id.")
  private String where = "";

  @Option(names = "--date", paramLabel = "DAY", required = true, description = "The day it was told.")
  private String date = "";

  @Option(names = "--replaced-by", paramLabel = "ID", defaultValue = "",
      description = "The claim or document on record that takes its place: it was corrected, not only withdrawn.")
  private String replacement = "";

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
      Optional<String> instead =
          replacement.isBlank() ? Optional.empty() : Optional.of(id(lookup, replacement));
      Act.Retracted act = new Act.Retracted(id(lookup, subject),
          instead.isPresent() ? RetractionKind.CORRECTED : RetractionKind.WITHDRAWN, by.strip(),
          LedgerOptions.day(date, surroundings.clock()), where.strip(), instead);
      boolean recorded = ledger.act(List.of(act)).added() > 0;
      if (options.json()) {
        streams.json(new Retracted(options.name(), act.subject(), act.kind().code(), act.by(), act.day().toString(),
            act.where(), act.replacement(), recorded));
      } else {
        streams.line(Paint.plain((recorded ? "recorded: " : "on record already: ")
            + (act.subject().startsWith("document--") ? "document " : "claim ") + ReadingText.shortId(act.subject())
            + " retracted by " + act.by() + " on " + act.day()));
      }
    }
    streams.flush();
    return 0;
  }

  private static String id(Lookup lookup, String key) {
    return key.strip().startsWith("document--") ? lookup.document(key).value() : lookup.claim(key).read().id();
  }
}
