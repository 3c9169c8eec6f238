package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import org.tingbok.vocabulary.RulingVerdict;
import picocli.CommandLine.Command;

/// `tingbok rule reject`.
@Command(name = "reject", mixinStandardHelpOptions = true, description = "The text says nothing of the kind.")
final class RuleRejectCommand extends RulingCommand {
  RuleRejectCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  RulingVerdict verdict() {
    return RulingVerdict.REJECTED;
  }
}
