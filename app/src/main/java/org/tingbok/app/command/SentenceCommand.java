package org.tingbok.app.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.UnreadSentence;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// A command that records whether a sentence that was not understood is a claim.
abstract class SentenceCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SENTENCE",
      description = "The id of an unread sentence, or the beginning of it; 'tingbok unread' lists them.")
  private String sentence = "";

  @Mixin
  private DecidingOptions deciding = new DecidingOptions();

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  SentenceCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Records what is found.
  abstract UnreadSentence.Found found(Ledger ledger, UnreadSentence sentence, String reason, String by, LocalDate day);

  /// What it answers to programs.
  record Told(String ledger, String sentence, String document, int start, String verdict, String reason, String by,
      int seen) {
  }

  @Override
  public final Integer call() {
    Streams streams = Streams.of(surroundings);
    LocalDate day = deciding.day(surroundings.clock());
    try (Ledger ledger = options.writable(surroundings)) {
      UnreadSentence.Found found =
          found(ledger, UnreadSentence.of(ledger, sentence), deciding.reason(), deciding.by(), day);
      if (options.json()) {
        streams.json(new Told(options.name(), found.id(), found.document(), found.start(), found.verdict(),
            deciding.reason(), deciding.by(), found.seen()));
      } else {
        streams.line(Paint.plain("recorded: sentence " + ReadingText.shortId(found.id()) + " is " + found.verdict()
            + ", by " + deciding.by()));
      }
    }
    streams.flush();
    return 0;
  }
}
