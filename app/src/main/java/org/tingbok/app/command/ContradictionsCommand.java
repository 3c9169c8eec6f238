package org.tingbok.app.command;

import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ContradictionsPage;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.NamesPage;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;

/// `tingbok names contradictions`.
@Command(name = "contradictions", mixinStandardHelpOptions = true,
    description = {"List the pairs of names that somebody joins and somebody else keeps apart, with both texts.",
        "Which holds is not decided."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok names contradictions",
        "  tingbok names contradictions --as-of 2026-08-01 --format json"})
public final class ContradictionsCommand extends QueryCommand {
  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ContradictionsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    ContradictionsPage page = desk.naming().contradictions();
    if (json) {
      streams.json(page);
      return page.contradictions().isEmpty() ? Problems.NOTHING_FOUND : 0;
    }
    Paint paint = streams.paint();
    for (ContradictionsPage.Pair pair : page.contradictions()) {
      streams.line(paint.strong(Paint.plain(pair.first())) + " and " + paint.strong(Paint.plain(pair.second())));
      sides("joined by", pair.joined(), streams);
      sides("kept apart by", pair.apart(), streams);
    }
    streams.line(paint.faint(page.contradicted() + " of " + ReadingText.count(page.pairs(), "pair", "pairs")
        + " that somebody joins, somebody else keeps apart"));
    return page.contradictions().isEmpty() ? Problems.NOTHING_FOUND : 0;
  }

  private static void sides(String what, List<ContradictionsPage.Side> sides, Streams streams) {
    for (ContradictionsPage.Side side : sides) {
      streams.lines(Columns.paragraph(streams.paint().faint(what) + " " + Paint.plain(side.claimant()) + ": "
          + String.join(" | ", side.texts().stream().map(ContradictionsCommand::text).distinct().toList()),
          streams.width(), 2));
    }
  }

  private static String text(NamesPage.Link text) {
    return Paint.plain(text.source().equals("list") ? text.first() + " – " + text.words() : "“" + text.words() + "”")
        + (text.said().stated() ? " (" + text.said().words() + ")" : "");
  }
}
