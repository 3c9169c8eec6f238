package org.tingbok.app.command;

import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ActorPage;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.LadderCard;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok actor`.
@Command(name = "actor", mixinStandardHelpOptions = true,
    description = {"Tell an actor's names, who equates them, and what it is accused of.",
        "And whom it is said to act for, belong to or be linked to, level by level up to a state."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok actor APT31",
        "  tingbok actor judgment panda             any name that somebody gives it",
        "  tingbok actor APT31 --as-of 2020-01-01"})
public final class ActorCommand extends QueryCommand {
  @Parameters(arity = "1..*", paramLabel = "NAME", description = "A name, part of one, or an id.")
  private List<String> words = List.of();

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ActorCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    ActorPage actor = desk.actors().page(String.join(" ", words));
    if (json) {
      streams.json(actor);
      return 0;
    }
    Paint paint = streams.paint();
    ReadingText text = new ReadingText(streams);
    streams.line(paint.strong(Paint.plain(actor.party().name())) + actor.party().country()
        .map(country -> " (" + country + ")").orElse("") + "  " + paint.faint(actor.id()));
    if (!actor.known().isEmpty()) {
      streams.lines(Columns.paragraph("also " + Paint.plain(String.join(", ", actor.known())) + "  "
          + paint.faint("under the view " + actor.view() + "; 'tingbok names' tells who says so"), streams.width(), 2));
    }
    actor.ladder().filter(LadderCard::any).ifPresent(ladder -> new LadderText(streams).print(ladder));
    section("Names, and who relates them", actor.names().stream().flatMap(name -> name.claims().stream()).toList(),
        text, streams);
    section("Acts for, belongs to, is linked to", actor.affiliations(), text, streams);
    for (ActorPage.RoleCard role : actor.roles()) {
      streams.line("");
      streams.line(paint.strong(Paint.plain(role.incident().name())) + "  "
          + paint.faint(ReadingText.shortId(role.incident().id())));
      role.accused().forEach(claim -> text.claim(claim, 2));
      role.cleared().forEach(claim -> text.claim(claim, 2));
      role.denials().forEach(claim -> text.claim(claim, 2));
    }
    return 0;
  }

  private static void section(String heading, List<ClaimCard> claims, ReadingText text, Streams streams) {
    if (!claims.isEmpty()) {
      streams.line("");
      streams.line(streams.paint().strong(heading));
      claims.forEach(claim -> text.claim(claim, 2));
    }
  }
}
