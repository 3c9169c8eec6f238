package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.MatterCard;
import org.tingbok.app.desk.OriginsPage;
import org.tingbok.app.desk.Stories;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok origins`.
@Command(name = "origins", mixinStandardHelpOptions = true,
    description = {"Follow a claim, or the accusations of an incident, back to whoever said it first.",
        "Copies, reprints and articles on one statement are one origin; what cannot be followed never counts."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok origins 7f0c12ab                 the way of one claim, and who else says the same",
        "  tingbok origins visma                    an incident, by words of its name or victims",
        "  tingbok origins visma --as-of 2020-01-01"})
public final class OriginsCommand extends QueryCommand {
  @Parameters(arity = "1..*", paramLabel = "CLAIM|INCIDENT",
      description = "An id or the beginning of one, or words of an incident.")
  private List<String> words = List.of();

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public OriginsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    OriginsPage page = new Stories(desk).origins(String.join(" ", words));
    if (json) {
      streams.json(page);
      return 0;
    }
    Paint paint = streams.paint();
    page.incident().ifPresent(incident -> streams.line(paint.strong(Paint.plain(incident.name())) + "  "
        + paint.faint(ReadingText.shortId(incident.id()))));
    page.claim().ifPresent(claim -> new ReadingText(streams).claim(claim, 0));
    for (MatterCard matter : page.matters()) {
      print(matter, streams);
    }
    if (page.matters().isEmpty()) {
      streams.line("nobody is accused");
    }
    streams.line("");
    return 0;
  }

  private static void print(MatterCard matter, Streams streams) {
    Paint paint = streams.paint();
    streams.line("");
    streams.line(paint.strong(Paint.plain(matter.what())) + "  " + matter.words());
    streams.lines(Columns.paragraph(paint.faint("credibility " + matter.credibility().grade() + ", "
        + matter.credibility().words() + ": " + matter.credibility().because()), streams.width(), 2));
    for (MatterCard.OriginCard origin : matter.from()) {
      streams.lines(Columns.paragraph((origin.independent() ? "* " : "- ")
          + paint.strong(Paint.plain(String.join(", ", origin.names())))
          + (origin.said().stated() ? ", " + origin.said().words() : ", undated") + paint.faint("  " + words(origin)
              + origin.reliability().map(letter -> "; graded " + letter).orElse("")),
          streams.width(), 2));
      for (MatterCard.TraceCard trace : origin.traces()) {
        List<String> steps = new ArrayList<>();
        for (MatterCard.StepCard step : trace.steps()) {
          steps.add(Paint.plain(step.who()) + (step.when().stated() ? " (" + step.when().words() + ")" : "")
              + (step.why().isEmpty() ? "" : " [" + Paint.plain(step.why()) + "]"));
        }
        streams.lines(Columns.paragraph(String.join(" <- ", steps) + "  "
            + paint.faint(ReadingText.shortId(trace.claim())), streams.width(), 6));
      }
    }
  }

  /// How far an origin can be followed, and what it counts.
  private static String words(MatterCard.OriginCard origin) {
    String lineage = switch (origin.lineage()) {
      case "repeated" -> "said after others, on nobody's word that is told: does not count";
      case "unnamed" -> "nobody is named: untraceable";
      case "circular" -> "they name each other: circular";
      case "own" -> "its own finding";
      default -> "";
    };
    String stands = origin.withdrawn().map(day -> "taken back " + day.words()).orElse("");
    boolean followed = origin.lineage().equals("stated") || origin.lineage().equals("own");
    String shared = followed && stands.isEmpty() && !origin.independent() ? "counted already, not independent" : "";
    return String.join("; ", List.of(lineage, stands, shared).stream().filter(part -> !part.isEmpty()).toList());
  }
}
