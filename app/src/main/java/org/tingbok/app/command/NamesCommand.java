package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        "  tingbok names contradictions APT28       who keeps apart what others join",
        "  tingbok names import misp threat-actor.json",
        "  tingbok names resolve ours.csv --view attack"})
public final class NamesCommand extends QueryCommand {
  private static final Map<String, String> SIGNS = new TreeMap<>(Map.of("∩", "only said to overlap", "~",
      "related by somebody", "≠", "kept apart by somebody"));

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
      new KnownNameText(streams).whole(page, page.knowledge().get(), desk.dated());
    } else {
      print(page, streams);
      page.knowledge().ifPresent(new KnownNameText(streams)::lookAlike);
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
    if (!page.heeded()) {
      streams.lines(Columns.paragraph(
          paint.warning("not listed") + " " + Paint.plain(page.view().replaceFirst("[+-].*", "")
              + " says nothing of " + page.name() + "; that it stands alone here is nobody's word"),
          streams.width(), 0));
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("", paint.faint("name"), paint.faint("used by"), paint.faint("first on record"), paint.faint("said by"),
            paint.faint("dissent")));
    for (NamesPage.Row row : page.rows()) {
      String first = row.first().map(NamesCommand::first).orElse("");
      rows.add(List.of(sign(row).equals("≠") ? paint.warning("≠") : sign(row),
          paint.strong(Paint.plain(row.name())) + (row.several().isEmpty() ? "" : paint.warning("*")),
          Paint.plain(row.giverWords()), first,
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
    overlaps(page, streams);
    several(page, streams);
    citations(page, streams);
    page.decisions().forEach(one -> DecisionsCommand.print(one, streams));
    legend(page, streams);
  }

  private static String sign(NamesPage.Row row) {
    return row.joined() ? "=" : row.overlap() ? "∩" : row.dissent().isEmpty() ? "~" : "≠";
  }

  private static String first(NamesPage.First first) {
    return Paint.plain(first.claimant()) + (!first.said().stated() ? ""
        : (first.dated() ? ", by " : ", edition of ") + first.said().words());
  }

  /// An overlap is a claim about two names: told with who says so and how surely, whatever the view.
  private static void overlaps(NamesPage page, Streams streams) {
    for (NamesPage.Shared overlap : page.overlaps()) {
      for (NamesPage.Link said : overlap.said()) {
        streams.lines(Columns.paragraph("∩ " + Paint.plain(said.relates()
            + said.certainty().text().map(words -> ", “" + words + "”").orElse("") + ": " + said.claimantNames()
            + (said.when().isEmpty() ? "" : ", " + said.when())
            + (overlap.counts() || !page.view().contains("+overlap") ? "" : "; too little for this view")),
            streams.width(), 0));
      }
    }
  }

  private static void several(NamesPage page, Streams streams) {
    for (NamesPage.Row row : page.rows()) {
      if (!row.several().isEmpty()) {
        streams.lines(Columns.paragraph(streams.paint().warning("*") + " " + Paint.plain(row.name()
            + " is a name of several: " + String.join(", ", row.several().stream().map(NamesPage.FiledUnder::words)
                .toList())),
            streams.width(), 0));
      }
    }
  }

  /// What lists rest names on, each document once with the names that it is cited for.
  private static void citations(NamesPage page, Streams streams) {
    Map<String, List<String>> cited = new LinkedHashMap<>();
    for (NamesPage.Row row : page.rows()) {
      row.first().filter(_ -> row.joined()).flatMap(NamesPage.First::citing)
          .ifPresent(citing -> cited.computeIfAbsent(citing, _ -> new ArrayList<>()).add(row.name()));
    }
    // When the list's makers last looked at a page tells a reader here nothing.
    cited.forEach((citing, names) -> streams.lines(Columns.paragraph(streams.paint().faint("citing") + " "
        + Paint.plain(citing.replaceFirst("\\s*Retrieved \\p{L}+ \\d{1,2}, \\d{4}\\.?$", "")) + " "
        + streams.paint().faint("for " + Paint.plain(String.join(", ", names))),
        streams.width(), 0)));
  }

  private static void legend(NamesPage page, Streams streams) {
    Set<String> signs = page.rows().stream().map(NamesCommand::sign).collect(Collectors.toSet());
    List<String> legend = new ArrayList<>(List.of("= the same under this view"));
    SIGNS.forEach((sign, words) -> {
      if (signs.contains(sign)) {
        legend.add(sign + " " + words);
      }
    });
    if (page.rows().stream().anyMatch(row -> row.first().filter(first -> !first.dated()).isPresent())) {
      legend.add("edition of: the list tells no day, and may have said it long before");
    }
    streams
        .lines(Columns.paragraph(streams.paint().faint(String.join("; ", legend) + "; '--format json' gives the words"),
            streams.width(), 0));
  }
}
