package org.tingbok.app.command;

import java.util.Optional;
import org.tingbok.app.Surroundings;
import org.tingbok.claim.Claim;
import org.tingbok.document.Document;
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

  @Override
  Optional<Claim> correction(Claim standing, Document document) {
    return Optional.empty();
  }
}
