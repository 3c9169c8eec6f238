package org.tingbok.app.command;

import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.DecisionCard;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok names decisions`.
@Command(name = "decisions", mixinStandardHelpOptions = true,
    description = {"List what analysts decided about two names, and which decisions were taken back, by whom and why.",
        "All of them, or those about one name."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok names decisions",
        "  tingbok names decisions GhostEmperor",
        "  tingbok names decisions --as-of 2026-08-01 --format json"})
public final class DecisionsCommand extends QueryCommand {
  @Parameters(arity = "0..*", paramLabel = "NAME", description = "A name; all names if none is given.")
  private List<String> words = List.of();

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public DecisionsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What `names decisions` answers to programs.
  ///
  /// @param decisions the earliest first
  record Decisions(List<DecisionCard> decisions) {
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    String name = String.join(" ", words);
    List<DecisionCard> decisions =
        desk.naming().decisions().stream().filter(one -> words.isEmpty() || one.concerns(name)).toList();
    if (json) {
      streams.json(new Decisions(decisions));
    } else {
      decisions.forEach(one -> print(one, streams));
    }
    return decisions.isEmpty() ? Problems.NOTHING_FOUND : 0;
  }

  /// Prints a decision; one that no longer holds is faint.
  static void print(DecisionCard one, Streams streams) {
    String words = Paint.plain(one.words());
    streams.lines(Columns.paragraph(one.standing() ? words : streams.paint().faint(words), streams.width(), 0));
  }
}
