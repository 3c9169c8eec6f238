package org.tingbok.app.command;

import java.util.List;
import java.util.stream.Collectors;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.DisputeCard;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;

/// `tingbok disputes`.
@Command(name = "disputes", mixinStandardHelpOptions = true,
    description = {"List the claims that cannot all hold, side by side.", "Which holds is not decided."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok disputes",
        "  tingbok disputes --as-of 2021-06-30 --format json"})
public final class DisputesCommand extends QueryCommand {
  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public DisputesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What `disputes` answers to programs.
  ///
  /// @param disputes those about incidents first
  public record Disputes(List<DisputeCard> disputes) {
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    List<DisputeCard> disputes = desk.disputes();
    if (json) {
      streams.json(new Disputes(disputes));
    } else {
      disputes.forEach(dispute -> print(dispute, streams, true));
      streams.line(disputes.isEmpty() ? "no disputes" : "");
    }
    return disputes.isEmpty() ? Problems.NOTHING_FOUND : 0;
  }

  /// One dispute: what it is about, then its sides, then what bears on it.
  static void print(DisputeCard dispute, Streams streams, boolean named) {
    Paint paint = streams.paint();
    streams.line("");
    String about = named ? dispute.incident().map(incident -> " " + paint.strong(Paint.plain(incident.name())) + "  "
        + paint.faint(ReadingText.shortId(incident.id()))).orElse("") : "";
    streams.line(paint.warning(dispute.resolved().isPresent() ? "Resolved" : "Disputed") + about
        + paint.faint("  " + dispute.kind() + dispute.level().map(level -> ", " + level).orElse("")
            + (dispute.days().isEmpty() ? "" : "; " + dispute.days())));
    streams.lines(Columns.paragraph(paint.faint(dispute.explanation()), streams.width(), 2));
    for (DisputeCard.SideCard side : dispute.sides()) {
      streams.line("  " + paint.strong(Paint.plain(side.position())));
      side.claims().forEach(claim -> brief(claim, streams));
    }
    if (!dispute.context().isEmpty()) {
      streams.line("  " + paint.strong("Bears on it"));
      dispute.context().forEach(claim -> brief(claim, streams));
    }
  }

  private static void brief(ClaimCard claim, Streams streams) {
    Paint paint = streams.paint();
    streams.lines(Columns.paragraph(new ReadingText(streams).gist(claim.gist()) + paint.faint(", " + claim.saidWords()
        + " (" + Paint.plain(claim.document().imprint()) + ") "
        + claim.readBy().map(model -> "proposed by " + Paint.plain(model) + " ").orElse("")
        + claim.remarks().stream().map(words -> Paint.plain(words) + " ").collect(Collectors.joining())
        + ReadingText.shortId(claim.id())), streams.width(),
        4));
    streams.lines(Columns.paragraph(new ReadingText(streams).sentence(claim), streams.width(), 6));
  }
}
