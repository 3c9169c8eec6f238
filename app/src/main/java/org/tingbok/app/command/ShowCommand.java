package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimPage;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.DocumentPage;
import org.tingbok.app.desk.PartyCard;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok show`.
@Command(name = "show", mixinStandardHelpOptions = true,
    description = {"Show one claim's sentence in its paragraph.",
        "And the way it took from the claimant to the outlet."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok show 7f0c12ab                    the id as 'incident' and 'read' print it"})
public final class ShowCommand extends QueryCommand {
  @Parameters(arity = "1", paramLabel = "CLAIM", description = "A claim's id, or the beginning of it.")
  private String claim = "";

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ShowCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    ClaimPage page = desk.documents().claim(claim);
    if (json) {
      streams.json(page);
    } else {
      print(page, streams);
      known(desk, page.claim(), streams);
    }
    return 0;
  }

  /// What else those that it speaks of are called under the view.
  private static void known(Desk desk, ClaimCard claim, Streams streams) {
    List<PartyCard> parties = new ArrayList<>(claim.accused().orElse(List.of()));
    claim.names().ifPresent(parties::addAll);
    claim.actor().ifPresent(parties::add);
    for (PartyCard party : parties) {
      List<String> others =
          desk.naming().resolved(party.name()).names().stream().filter(name -> !name.equals(party.name())).toList();
      if (!others.isEmpty()) {
        streams.lines(Columns.paragraph(Paint.plain(party.name()) + " is also " + Paint.plain(String.join(", ", others))
            + "  " + streams.paint().faint("under the view " + desk.names().view().text()), streams.width(), 0));
      }
    }
  }

  private static void print(ClaimPage page, Streams streams) {
    Paint paint = streams.paint();
    ClaimCard claim = page.claim();
    streams.lines(Columns.paragraph(new ReadingText(streams).gist(claim.gist()) + "  " + paint.faint(claim.type()
        + " " + claim.id()), streams.width(), 0));
    page.gone().ifPresent(why -> streams.lines(Columns.paragraph(paint.warning(Paint.plain("No longer on record: "
        + why + ".")), streams.width(), 0)));
    claim.remarks().forEach(words -> streams.lines(Columns.paragraph(paint.warning(Paint.plain(words)),
        streams.width(), 0)));
    streams.line("");
    for (DocumentPage.ParagraphCard paragraph : page.paragraphs()) {
      StringBuilder line = new StringBuilder();
      for (DocumentPage.PieceCard piece : paragraph.pieces()) {
        String words = Paint.inline(piece.text());
        line.append(piece.claims().isEmpty() ? words : paint.evidence(words));
      }
      streams.lines(Columns.paragraph(line.toString(), streams.width(), 4));
      streams.line("");
    }
    List<List<String>> rows = new ArrayList<>();
    for (ClaimPage.LinkCard link : page.chain()) {
      rows.add(List.of(link.part(), Paint.plain(link.name())
          + (link.detail().isEmpty() ? "" : "  " + paint.faint(Paint.plain(link.detail())))));
    }
    rows.add(List.of("document", Paint.plain(claim.document().title()) + "  " + paint.faint(claim.document().id())));
    claim.incident().ifPresent(incident -> rows.add(List.of("incident", Paint.plain(incident.name()) + "  "
        + paint.faint(ReadingText.shortId(incident.id())))));
    rows.add(List.of("certainty", claim.certainty().words()
        + claim.certainty().text().map(words -> " “" + Paint.plain(words) + "”").orElse("")));
    rows.add(List.of("said", claim.saidWords()));
    rows.add(List.of("published", claim.document().published().words()));
    claim.readBy().ifPresent(model -> rows.add(List.of("proposed by", Paint.plain(model) + "  "
        + paint.faint("a language model"))));
    claim.added().ifPresent(added -> rows.add(List.of("added by", Paint.plain(added.by()) + "  "
        + paint.faint(Paint.plain(added.day() + ": " + added.reason())))));
    rows.add(List.of("recorded", claim.recordedAt()));
    page.history().forEach(done -> rows.add(List.of("then", Paint.plain(done.words()) + "  "
        + paint.faint(done.recordedAt()))));
    page.elsewhere().forEach(other -> rows.add(List.of("also in", Paint.plain(other.imprint() + ", " + other.title())
        + "  " + paint.faint("a copy"))));
    streams.lines(Columns.table(rows, streams.width(), 0));
  }
}
