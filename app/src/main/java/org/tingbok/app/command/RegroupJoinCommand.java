package org.tingbok.app.command;

import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Regrouping;
import org.tingbok.ledger.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok regroup join`.
@Command(name = "join", mixinStandardHelpOptions = true,
    description = "Incidents are one: whatever tells of either tells of one operation.")
final class RegroupJoinCommand extends RegroupingCommand {
  @Parameters(arity = "2..*", paramLabel = "INCIDENT",
      description = "Ids, beginnings of ids, or words that fit one only.")
  private List<String> incidents = List.of();

  RegroupJoinCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  List<Act> acts(Regrouping regrouping, Desk desk) {
    return regrouping.join(desk, incidents);
  }
}
