package org.tingbok.app.command;

import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Regrouping;
import org.tingbok.ledger.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok regroup split`.
@Command(name = "split", mixinStandardHelpOptions = true,
    description = "What some reports tell is another operation than the rest of the incident.")
final class RegroupSplitCommand extends RegroupingCommand {
  @Parameters(index = "0", paramLabel = "INCIDENT",
      description = "Its id, the beginning of it, or words that fit it only.")
  private String incident = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "REPORT|CLAIM",
      description = "Ids of reports or claims of the other operation, or the beginnings of them.")
  private List<String> parts = List.of();

  RegroupSplitCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  List<Act> acts(Regrouping regrouping, Desk desk) {
    return regrouping.split(desk, incident, parts);
  }
}
