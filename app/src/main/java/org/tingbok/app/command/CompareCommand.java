package org.tingbok.app.command;

import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ComparePage;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Stories;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok compare`.
@Command(name = "compare", mixinStandardHelpOptions = true,
    description = {"Set two incidents, two actors or two claimants side by side.",
        "Where they agree and where they differ."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok compare APT10 APT31",
        "  tingbok compare \"Recorded Future\" \"Norwegian Police Security Service\"",
        "  tingbok compare \"storting 2020\" \"storting 2021\""})
public final class CompareCommand extends QueryCommand {
  @Parameters(index = "0", paramLabel = "A", description = "An incident, an actor or a claimant.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "B", description = "Another of the same kind.")
  private String other = "";

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public CompareCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    ComparePage page = new Stories(desk).compare(one, other);
    if (json) {
      streams.json(page);
      return 0;
    }
    Paint paint = streams.paint();
    streams.line(paint.strong(Paint.plain(page.a())) + paint.faint("  and  ") + paint.strong(Paint.plain(page.b())));
    for (ComparePage.Row row : page.rows()) {
      if (row.both().isEmpty() && row.onlyA().isEmpty() && row.onlyB().isEmpty()) {
        continue;
      }
      streams.line("");
      streams.line("  " + paint.strong(Paint.plain(row.what())) + paint.faint(switch (row.verdict()) {
        case "same" -> "  they agree";
        case "levels" -> "  levels of one answer";
        case "differ" -> "  they differ";
        default -> "";
      }));
      print("both", row.both(), streams);
      print("only " + page.a(), row.onlyA(), streams);
      print("only " + page.b(), row.onlyB(), streams);
    }
    streams.line("");
    return 0;
  }

  private static void print(String who, List<String> what, Streams streams) {
    if (!what.isEmpty()) {
      streams.lines(Columns.paragraph(streams.paint().faint(Paint.plain(who) + ": ")
          + Paint.plain(String.join("; ", what)), streams.width(), 4));
    }
  }
}
