package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.KnownName;
import org.tingbok.app.desk.NamesPage;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok names`.
@Command(name = "names", mixinStandardHelpOptions = true,
    description = {"Tell an actor's names: who uses each, who first said that it is one, and who disagrees.",
        "Which names count as one depends on whose word is taken: --view.",
        "Of a name that nobody on record speaks of, what the tables that ship know, or what its shape implies."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok names APT31",
        "  tingbok names APT31 --view microsoft",
        "  tingbok names Grizzly Steppe --as-of 2026-01-01",
        "  tingbok names CESG                       a body or a state: its names, its past",
        "  tingbok names import misp threat-actor.json",
        "  tingbok names resolve ours.csv --view attack"})
public final class NamesCommand extends QueryCommand {
  @Parameters(arity = "0..*", paramLabel = "NAME", description = "A name.")
  private List<String> words = List.of();

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public NamesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    if (words.isEmpty()) {
      throw new BadInputException("USAGE", "which name? for example 'tingbok names APT31'; see 'tingbok names --help'");
    }
    NamesPage page = desk.naming().page(String.join(" ", words));
    if (json) {
      streams.json(page);
    } else if (page.rows().isEmpty() && page.knowledge().isPresent()) {
      new KnownNameText(streams).whole(page.knowledge().get(), desk.dated());
    } else {
      print(page, streams);
      page.knowledge().filter(KnownName::registered).ifPresent(known -> {
        streams.line(streams.paint().faint("From the tables that ship, not from the ledger:"));
        new KnownNameText(streams).registered(known);
      });
    }
    return 0;
  }

  private static void print(NamesPage page, Streams streams) {
    Paint paint = streams.paint();
    streams.line(paint.strong(Paint.plain(page.name())) + "  " + paint.faint("under the view " + page.view()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("", paint.faint("name"), paint.faint("used by"), paint.faint("first said by"), paint.faint("said by"),
            paint.faint("dissent")));
    for (NamesPage.Row row : page.rows()) {
      String first = row.first().map(one -> Paint.plain(one.claimant()) + (one.said().stated() ? ", by "
          + one.said().words() : "")).orElse("");
      rows.add(List.of(row.joined() ? "=" : row.dissent().isEmpty() ? "~" : paint.warning("≠"),
          paint.strong(Paint.plain(row.name())), Paint.plain(row.giverWords()), first,
          Integer.toString(row.saidBy().size()), paint.warning(Paint.plain(row.dissentWords()))));
    }
    streams.lines(Columns.table(rows, streams.width(), 0));
    for (List<String> one : page.either()) {
      streams.lines(Columns.paragraph(paint.warning("either") + " " + Paint.plain(String.join(", ", one)),
          streams.width(), 0));
    }
    if (!page.either().isEmpty()) {
      streams
          .lines(Columns.paragraph(paint.faint("It is said to be each of these, and somebody keeps them apart; so it is"
              + " joined with none."), streams.width(), 0));
    }
    if (!page.overlapping().isEmpty()) {
      streams.lines(Columns.paragraph("overlaps with " + Paint.plain(String.join(", ", page.overlapping())),
          streams.width(), 0));
    }
    streams
        .line(paint.faint("= the same under this view, ~ related by somebody, ≠ kept apart by somebody; '--format json'"
            + " gives the words"));
  }
}
