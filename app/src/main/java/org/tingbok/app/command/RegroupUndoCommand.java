package org.tingbok.app.command;

import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Regrouping;
import org.tingbok.ledger.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok regroup undo`.
@Command(name = "undo", mixinStandardHelpOptions = true,
    description = "Take back what was found of an incident, or one finding.")
final class RegroupUndoCommand extends RegroupingCommand {
  @Parameters(index = "0", paramLabel = "INCIDENT|GROUPING",
      description = "An incident, all findings about which are taken back; or the id of one finding (grouping--…).")
  private String key = "";

  RegroupUndoCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  List<Act> acts(Regrouping regrouping, Desk desk) {
    return regrouping.undo(desk, key);
  }
}
