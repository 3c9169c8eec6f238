package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.PartyCard;
import org.tingbok.app.desk.Stories;
import org.tingbok.app.desk.TimelinePage;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok timeline`.
@Command(name = "timeline", mixinStandardHelpOptions = true,
    description = {"Tell in order of time what happened and what was said.",
        "Of an incident, an actor, or between two states; with what can be counted in it."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok timeline visma",
        "  tingbok timeline APT31",
        "  tingbok timeline Norway China            what either accuses the other of, denials and answers",
        "  tingbok timeline APT31 --as-of 2020-01-01"})
public final class TimelineCommand extends QueryCommand {
  private static final int SHOWN = 12;

  @Parameters(arity = "1..*", paramLabel = "INCIDENT|ACTOR|STATE STATE",
      description = "An actor's name, an incident's id or words, or two states by name or two letters.")
  private List<String> words = List.of();

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public TimelineCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    TimelinePage page = new Stories(desk).timeline(words);
    if (json) {
      streams.json(page);
      return 0;
    }
    Paint paint = streams.paint();
    streams.line(paint.strong(Paint.plain(page.of())));
    boolean several = page.incidents().size() != 1;
    List<List<String>> rows = new ArrayList<>();
    for (TimelinePage.MomentCard moment : page.moments()) {
      rows.add(List.of(!moment.when().stated() ? "undated" : (moment.bound() ? "by " : "") + moment.when().words(),
          Paint.plain(moment.text()) + (several
              ? paint.faint(moment.incident().map(one -> "  " + Paint.plain(one.name())).orElse(""))
              : "")
              + (moment.claims().isEmpty() ? ""
                  : "  " + paint.faint(ReadingText.shortId(moment.claims().getFirst())
                      + (moment.claims().size() == 1 ? "" : " and " + (moment.claims().size() - 1) + " more")))));
    }
    streams.lines(Columns.table(rows, streams.width(), 2));
    first(page, streams);
    agreements(page.agreements(), streams);
    if (!page.revisions().isEmpty()) {
      streams.line("");
      streams.line(paint.strong("Revised"));
      page.revisions()
          .forEach(one -> streams.lines(Columns.paragraph(Paint.plain(one.sentence()), streams.width(), 2)));
    }
    streams.line("");
    return 0;
  }

  private static void first(TimelinePage page, Streams streams) {
    if (page.first().isEmpty()) {
      return;
    }
    streams.line("");
    streams.line(streams.paint().strong("First attributed"));
    for (TimelinePage.FirstCard one : page.first()) {
      streams.lines(Columns.paragraph((page.incidents().size() == 1 ? "" : Paint.plain(one.incident().name()) + ": ")
          + (one.bound() ? "by " : "") + one.said().words() + ", " + Paint.plain(names(one.accused())) + ", by "
          + Paint.plain(names(one.by())) + days(one.fewest(), one.most()), streams.width(), 2));
    }
  }

  private static String days(Optional<Long> fewest, Optional<Long> most) {
    if (fewest.isEmpty() || most.isEmpty()) {
      return "; when it happened is not told";
    }
    return "; " + (fewest.equals(most) ? String.valueOf(most.get()) : fewest.get() + " to " + most.get())
        + (most.get() == 1 ? " day" : " days") + " after the deed";
  }

  private static String names(List<PartyCard> parties) {
    return String.join(", ", parties.stream().map(PartyCard::name).toList());
  }

  private static void agreements(List<TimelinePage.AgreementCard> agreements, Streams streams) {
    if (agreements.isEmpty()) {
      return;
    }
    streams.line("");
    streams.line(streams.paint().strong("Who agrees with whom, by incidents that both attribute"));
    List<List<String>> rows = new ArrayList<>();
    agreements.stream().limit(SHOWN).forEach(one -> rows.add(List.of(
        Paint.plain(one.one()) + " and " + Paint.plain(one.other()),
        "same " + one.same(), "other level " + one.levels(), "differ " + one.differ())));
    streams.lines(Columns.table(rows, streams.width(), 2));
    if (agreements.size() > SHOWN) {
      streams.line("  " + streams.paint().faint((agreements.size() - SHOWN) + " more pairs: --format json"));
    }
  }
}
