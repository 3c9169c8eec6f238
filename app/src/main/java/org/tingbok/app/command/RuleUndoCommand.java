package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import org.tingbok.vocabulary.RulingVerdict;
import picocli.CommandLine.Command;

/// `tingbok rule undo`.
@Command(name = "undo", mixinStandardHelpOptions = true, description = "Take the last ruling on it back.")
final class RuleUndoCommand extends RulingCommand {
  RuleUndoCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  RulingVerdict verdict() {
    return RulingVerdict.UNDONE;
  }
}
