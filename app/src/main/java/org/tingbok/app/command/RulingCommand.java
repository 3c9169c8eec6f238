package org.tingbok.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.terminal.Paint;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Ruling;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.RulingVerdict;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command that records a ruling on a claim.
abstract class RulingCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CLAIM", description = "A claim's id, or the beginning of it.")
  private String claim = "";

  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
  private String reason = "";

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who rules.")
  private String by = "";

  @Option(names = "--date", paramLabel = "DAY", defaultValue = "", description = "The day of it (default: today).")
  private String date = "";

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  RulingCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What is found.
  abstract RulingVerdict verdict();

  /// What the text says instead; empty for all but corrections.
  ///
  /// @param standing the claim as it stands, or as it was read if it does not
  /// @param document where it was found
  abstract Optional<Claim> correction(Claim standing, Document document);

  /// What a ruling answers to programs.
  record Ruled(String ledger, String claim, String verdict, String reason, String by, String day, boolean recorded) {
  }

  @Override
  public final Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      ClaimHistory history = new Lookup(ledger, AsOf.NOW, View.ANY).claim(claim);
      Document document = ledger.document(history.read().document()).orElseThrow().reading().document();
      Optional<RecordedClaim> standing = history.asOf(document, AsOf.NOW);
      Optional<Claim> correction =
          correction(standing.map(RecordedClaim::claim).orElse(history.read()), document);
      RulingVerdict verdict = verdict();
      String why = reason;
      // Who confirms what a colleague corrected confirms the correction, not what the reader made of it.
      Optional<Ruling> colleague = standing.flatMap(RecordedClaim::ruling)
          .filter(ruling -> ruling.verdict() == RulingVerdict.CORRECTED && verdict() == RulingVerdict.CONFIRMED);
      if (colleague.isPresent()) {
        verdict = RulingVerdict.CORRECTED;
        correction = colleague.get().correction();
        why = reason.isBlank() ? "confirms the correction of " + colleague.get().by() : reason;
      }
      Ruling ruling = new Ruling(history.read().id(), verdict, correction, why.strip(), by.strip(),
          LedgerOptions.day(date, surroundings.clock()), Optional.empty());
      boolean recorded = ledger.act(List.of(new Act.Ruled(ruling))).added() > 0;
      if (options.json()) {
        streams.json(new Ruled(options.name(), ruling.claim(), verdict.code(), ruling.reason(), ruling.by(),
            ruling.day().toString(), recorded));
      } else {
        streams.line(Paint.plain((recorded ? "recorded: claim " : "on record already: claim ")
            + ReadingText.shortId(ruling.claim()) + " " + verdict.code() + " by " + ruling.by()));
      }
    }
    streams.flush();
    return 0;
  }
}
