package org.tingbok.app.command;

import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Command;

/// `tingbok names`.
@Command(name = "names", mixinStandardHelpOptions = true,
    description = {"Names of actors, and who says which of them are one."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok names import misp threat-actor.json"})
public final class NamesCommand implements Callable<Integer> {
  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public NamesCommand(Surroundings surroundings) {
  }

  @Override
  public Integer call() {
    throw new BadInputException("USAGE", "name a command; see 'tingbok names --help'");
  }
}
