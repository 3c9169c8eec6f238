package org.tingbok.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Finding;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.SlotChanges;
import org.tingbok.app.terminal.Paint;
import org.tingbok.claim.Ruling;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.RulingVerdict;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// A command that records a ruling on a claim.
abstract class RulingCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CLAIM", description = "A claim's id, or the beginning of it.")
  private String claim = "";

  @Mixin
  private DecidingOptions deciding = new DecidingOptions();

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  RulingCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What is found.
  abstract RulingVerdict verdict();

  /// What the text says instead; nothing for all but corrections.
  SlotChanges changes() {
    return SlotChanges.NONE;
  }

  /// What a ruling answers to programs.
  record Ruled(String ledger, String claim, String verdict, String reason, String by, String day, boolean recorded) {
  }

  @Override
  public final Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      ClaimHistory history = new Lookup(ledger, AsOf.NOW, View.ANY).claim(claim);
      Document document = ledger.document(history.read().document()).orElseThrow().reading().document();
      Ruling ruling = new Finding(verdict(), changes(), deciding.reason(), deciding.by()).on(history, document,
          deciding.day(surroundings.clock()));
      boolean recorded = ledger.act(List.of(new Act.Ruled(ruling))).added() > 0;
      if (options.json()) {
        streams.json(new Ruled(options.name(), ruling.claim(), ruling.verdict().code(), ruling.reason(), ruling.by(),
            ruling.day().toString(), recorded));
      } else {
        streams.line(Paint.plain((recorded ? "recorded: claim " : "on record already: claim ")
            + ReadingText.shortId(ruling.claim()) + " " + ruling.verdict().code() + " by " + ruling.by()));
      }
    }
    streams.flush();
    return 0;
  }
}
