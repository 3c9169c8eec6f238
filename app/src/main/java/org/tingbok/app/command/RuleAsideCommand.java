package org.tingbok.app.command;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.UnreadSentence;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;

/// `tingbok rule aside`.
@Command(name = "aside", mixinStandardHelpOptions = true, description = "A sentence that looks like a claim is none.")
final class RuleAsideCommand extends SentenceCommand {
  RuleAsideCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  UnreadSentence.Found found(Ledger ledger, UnreadSentence sentence, String reason, String by, LocalDate day) {
    return sentence.setAside(ledger, OptionalInt.empty(), reason, by);
  }
}
