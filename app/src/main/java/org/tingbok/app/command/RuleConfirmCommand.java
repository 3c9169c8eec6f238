package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import org.tingbok.vocabulary.RulingVerdict;
import picocli.CommandLine.Command;

/// `tingbok rule confirm`.
@Command(name = "confirm", mixinStandardHelpOptions = true, description = "It was read as the text says.")
final class RuleConfirmCommand extends RulingCommand {
  RuleConfirmCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  RulingVerdict verdict() {
    return RulingVerdict.CONFIRMED;
  }
}
