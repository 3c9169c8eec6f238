package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok incidents`.
@Command(name = "incidents", mixinStandardHelpOptions = true,
    description = {"List the incidents on record.",
        "Who is held responsible, disputed or not; the last spoken of first."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok incidents",
        "  tingbok incidents parliament             those that the word fits",
        "  tingbok incidents --as-of 2020-01-01     by what had been said by then",
        "  tingbok incidents --format json"})
public final class IncidentsCommand extends QueryCommand {
  private static final int NAME_COLUMNS = 46;

  @Parameters(arity = "0..*", paramLabel = "WORD",
      description = "Words that names, victims, countries or parties must hold; none for all.")
  private List<String> words = List.of();

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public IncidentsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What `incidents` answers to programs.
  ///
  /// @param incidents the one last spoken of first
  public record Incidents(List<IncidentCard> incidents) {
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    List<IncidentCard> incidents = desk.incidents().with(String.join(" ", words));
    if (json) {
      streams.json(new Incidents(incidents));
      return incidents.isEmpty() ? Problems.NOTHING_FOUND : 0;
    }
    Paint paint = streams.paint();
    List<List<String>> rows = new ArrayList<>();
    for (IncidentCard incident : incidents) {
      String held = incident.held().isEmpty() ? paint.faint("nobody named")
          : paint.accused(Paint.plain(incident.heldNames()));
      rows.add(List.of(paint.faint(ReadingText.shortId(incident.id())),
          incident.lastSaid().to().orElse("undated"), incident.disputed() ? paint.warning("disputed") : "",
          paint.strong(Columns.shortened(Paint.plain(incident.name()), NAME_COLUMNS)), held));
    }
    streams.lines(Columns.table(rows, streams.width(), 0));
    streams.line(paint.faint(ReadingText.count(incidents.size(), "incident", "incidents") + ", "
        + incidents.stream().filter(IncidentCard::disputed).count() + " disputed"
        + (incidents.isEmpty() ? "" : "; 'tingbok incident ID' tells more of one")));
    return incidents.isEmpty() ? Problems.NOTHING_FOUND : 0;
  }
}
