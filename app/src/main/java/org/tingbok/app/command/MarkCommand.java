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
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Tlp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok mark`.
@Command(name = "mark", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Record how far a document, or one claim of it, may be passed on (Traffic Light Protocol 2.0).",
        "Claims inherit the marking of their document; one of their own only narrows it. Reports that bear a label at their"
            + " head or foot are marked when they are added."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok mark document--5a1b amber --by ida --reason \"shared under an agreement\"",
        "  tingbok mark 7f0c12ab red --by ida --reason \"names a source\"",
        "  tingbok mark document--5a1b --undo --by ida --reason \"published since\""})
public final class MarkCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DOCUMENT|CLAIM",
      description = "The id of a document or claim, or the beginning of it.")
  private String subject = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "COLOUR", converter = TlpConverter.class,
      description = "clear, green, amber, amber+strict or red.")
  private Optional<Tlp> tlp = Optional.empty();

  @Option(names = "--undo", description = "Take back the marking that holds.")
  private boolean undo;

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who decides.")
  private String by = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in one line.")
  private String reason = "";

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public MarkCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `mark` answers to programs.
  record Marked(String ledger, String subject, Optional<String> tlp, String reason, String by, boolean recorded) {
  }

  @Override
  public Integer call() {
    if (undo == tlp.isPresent()) {
      throw new BadInputException("USAGE", "give a colour (clear, green, amber, amber+strict, red), or --undo");
    }
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      String id = new Lookup(ledger, AsOf.NOW, View.ANY).claimOrDocument(subject);
      Act.Marked act = new Act.Marked(id, tlp, reason.strip(), by.strip());
      boolean recorded = ledger.act(List.of(act)).added() > 0;
      if (options.json()) {
        streams.json(new Marked(options.name(), id, tlp.map(Tlp::code), act.reason(), act.by(), recorded));
      } else {
        streams.line(Paint.plain((recorded ? "recorded: " : "on record already: ")
            + (id.startsWith("document--") ? "document " : "claim ") + ReadingText.shortId(id)
            + tlp.map(one -> " is " + one.label()).orElse(" is no longer marked") + ", by " + act.by()));
      }
    }
    streams.flush();
    return 0;
  }
}
