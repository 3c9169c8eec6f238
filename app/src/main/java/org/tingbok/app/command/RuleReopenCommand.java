package org.tingbok.app.command;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.UnreadSentence;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;

/// `tingbok rule reopen`.
@Command(name = "reopen", mixinStandardHelpOptions = true,
    description = "A sentence that was set aside has to be read after all.")
final class RuleReopenCommand extends SentenceCommand {
  RuleReopenCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  UnreadSentence.Found found(Ledger ledger, UnreadSentence sentence, String reason, String by, LocalDate day) {
    return sentence.reopen(ledger, OptionalInt.empty(), reason, by, day);
  }
}
