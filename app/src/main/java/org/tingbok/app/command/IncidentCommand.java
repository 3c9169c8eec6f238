package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.DisputeCard;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.desk.IncidentPage;
import org.tingbok.app.desk.Makeup;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok incident`.
@Command(name = "incident", mixinStandardHelpOptions = true,
    description = {"Tell who is held responsible for one incident, by whom, since when.",
        "And how surely, in which reports; what stayed open, was denied, was answered; where the claims conflict."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok incident 3f2a91c0                by id, or as much of it as no other has",
        "  tingbok incident visma                   by words of its name or victims",
        "  tingbok incident visma --why             and why these reports are one incident",
        "  tingbok incident visma --as-of 2020-01-01"})
public final class IncidentCommand extends QueryCommand {
  private static final int SHOWN = 4;

  @Parameters(arity = "1..*", paramLabel = "ID|WORD", description = "Its id, the beginning of it, or words.")
  private List<String> words = List.of();

  @Option(names = "--why", description = "Tell why these reports are taken to be of one incident.")
  private boolean why;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public IncidentCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    String key = String.join(" ", words);
    IncidentPage page = desk.incidents().page(key);
    if (json) {
      streams.json(page);
    } else {
      print(page, streams);
      regrouped(page.makeup(), streams);
      if (why) {
        why(page.makeup(), streams);
      }
    }
    List<IncidentCard> others = desk.incidents().alsoFitting(key);
    if (!others.isEmpty()) {
      streams.flush();
      streams.remark(others.size() + " more fit '" + key + "': " + String.join(", ", others.stream().limit(SHOWN)
          .map(other -> ReadingText.shortId(other.id()) + " " + other.name()).toList())
          + (others.size() > SHOWN ? ", …" : ""));
    }
    return 0;
  }

  private static void print(IncidentPage page, Streams streams) {
    Paint paint = streams.paint();
    ReadingText text = new ReadingText(streams);
    IncidentCard card = page.card();
    streams.line(paint.strong(Paint.plain(card.name())) + "  " + paint.faint(card.id()));
    List<List<String>> about = new ArrayList<>();
    about.add(List.of("victims", Paint.plain(card.victimNames().isEmpty() ? "not told" : card.victimNames())));
    about.add(List.of("happened", card.period().stated() ? card.period().words() : "not told"));
    about.add(List.of("reports", Paint.plain(String.join("; ", page.reports().stream()
        .map(ClaimCard.DocumentCard::imprint).distinct().toList()))));
    page.makeup().partOf().ifPresent(whole -> about.add(List.of("part of", part(whole))));
    if (!page.makeup().contains().isEmpty()) {
      about.add(List.of("contains", String.join("; ",
          page.makeup().contains().stream().map(IncidentCommand::part).toList())));
    }
    streams.lines(Columns.table(about, streams.width(), 2));
    streams.line("");
    streams.lines(Columns.paragraph(text.gist(page.headline()), streams.width(), 0));
    accused(card.held(), "Held responsible", streams);
    accused(page.withdrawn(), "Taken back", streams);
    claims("Left open", page.nonAttributions(), text, streams);
    claims("Denied", page.denials(), text, streams);
    claims("Answered", page.responses(), text, streams);
    claims("Said before it happened, so of something else", page.saidBefore(), text, streams);
    for (DisputeCard dispute : page.conflicts()) {
      DisputesCommand.print(dispute, streams, false);
    }
    if (!page.rejected().isEmpty()) {
      streams.line("");
      streams.line(paint.warning("Disputed"));
      streams.lines(Columns.paragraph(Paint.plain("The accused rejects the accusation: "
          + String.join("; ", page.rejected())), streams.width(), 2));
    }
    streams.line("");
  }

  private static String part(Makeup.Part part) {
    return Paint.plain(part.name() + " (" + ReadingText.shortId(part.id()) + "), by "
        + part.grounds().getFirst().words());
  }

  private static void regrouped(Makeup makeup, Streams streams) {
    if (makeup.regrouped().isEmpty()) {
      return;
    }
    streams.line(streams.paint().strong("Regrouped by analysts"));
    for (Makeup.Regrouped one : makeup.regrouped()) {
      streams.lines(Columns.paragraph(Paint.plain((one.verdict().equals("joined") ? "joined: " : "kept apart: ")
          + String.join(" and ", one.accounts().stream().map(IncidentCommand::told).toList()) + "; " + one.reason()
          + " (" + one.by() + ", " + one.day().words() + ")"), streams.width(), 2));
    }
    streams.line("");
  }

  private static void why(Makeup makeup, Streams streams) {
    streams.line(streams.paint().strong("Why these are one incident"));
    if (makeup.why().isEmpty()) {
      streams.line("  one report tells of it, in one place");
    }
    for (Makeup.Why one : makeup.why()) {
      streams.lines(Columns.paragraph(Paint.plain(told(one.account()) + " with " + told(one.with()) + ": "
          + String.join("; ", one.grounds().stream().map(Makeup.Ground::words).toList())), streams.width(), 2));
    }
    streams.line("");
  }

  private static String told(Makeup.Account account) {
    return account.imprint() + (account.label().isEmpty() ? "" : " (\"" + account.label() + "\")");
  }

  private static void accused(List<IncidentCard.AccusedCard> accused, String heading, Streams streams) {
    if (accused.isEmpty()) {
      return;
    }
    Paint paint = streams.paint();
    streams.line("");
    streams.line(paint.strong(heading));
    for (IncidentCard.AccusedCard one : accused) {
      streams.line("  " + paint.accused(Paint.plain(one.nameWords())) + "  " + paint.faint(one.originWords()));
      List<List<String>> rows = new ArrayList<>();
      for (IncidentCard.HoldingCard holding : one.holdings()) {
        String ids = String.join(" ", holding.claims().stream().limit(SHOWN).map(ReadingText::shortId).toList());
        rows.add(List.of("by " + Paint.plain(holding.claimant().name()),
            holding.since().stated() ? "since " + holding.since().words() : "undated",
            holding.certainty().words(), Paint.plain(String.join(", ", holding.outlets())) + "  " + paint.faint(ids)));
      }
      streams.lines(Columns.table(rows, streams.width(), 4));
    }
  }

  private static void claims(String heading, List<ClaimCard> claims, ReadingText text, Streams streams) {
    if (!claims.isEmpty()) {
      streams.line("");
      streams.line(streams.paint().strong(heading));
      claims.forEach(claim -> text.claim(claim, 2));
    }
  }
}
