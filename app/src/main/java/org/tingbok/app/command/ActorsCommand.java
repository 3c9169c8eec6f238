package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ActorPage;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;

/// `tingbok actors`.
@Command(name = "actors", mixinStandardHelpOptions = true,
    description = {"List whoever is accused, named otherwise, or said to act for somebody.",
        "Names that the view takes for one actor's are one line."},
    footerHeading = "%nExamples:%n", footer = {"  tingbok actors", "  tingbok actors --format json"})
public final class ActorsCommand extends QueryCommand {
  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ActorsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What `actors` answers to programs.
  ///
  /// @param actors by name
  public record Actors(List<ActorPage> actors) {
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    List<ActorPage> actors = desk.actors().all();
    if (json) {
      streams.json(new Actors(actors));
    } else {
      Paint paint = streams.paint();
      List<List<String>> rows = new ArrayList<>();
      for (ActorPage actor : actors) {
        long accused = actor.roles().stream().filter(role -> !role.accused().isEmpty()).count();
        String names = String.join(", ", Stream.concat(actor.known().stream(),
            actor.names().stream().map(ActorPage.NameCard::name)).distinct().toList());
        rows.add(List.of(paint.strong(Paint.plain(actor.party().name())), actor.party().country().orElse(""),
            accused == 0 ? "" : "accused in " + accused, names.isEmpty() ? "" : "also " + Paint.plain(names)));
      }
      streams.lines(Columns.table(rows, streams.width(), 0));
      streams.line(paint.faint(ReadingText.count(actors.size(), "actor", "actors")));
    }
    return actors.isEmpty() ? Problems.NOTHING_FOUND : 0;
  }
}
