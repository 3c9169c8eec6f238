package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.LadderCard;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;

/// Prints a ladder for people, the highest level first.
final class LadderText {
  private final Streams streams;
  private final Paint paint;

  LadderText(Streams streams) {
    this.streams = streams;
    this.paint = streams.paint();
  }

  void print(LadderCard ladder) {
    streams.line("");
    streams.line(paint.strong("Level by level"));
    List<List<String>> rows = new ArrayList<>();
    for (LadderCard.TierCard tier : ladder.tiers()) {
      String level = paint.faint(tier.words());
      if (tier.rungs().isEmpty()) {
        rows.add(List.of(level, paint.faint("nobody on record says which")));
      }
      for (LadderCard.RungCard rung : tier.rungs()) {
        rung(rows, level, rung);
        level = "";
      }
    }
    for (LadderCard.FootCard foot : ladder.foot()) {
      rows.add(List.of(paint.faint(foot.words()), paint.strong(Paint.plain(String.join(", ", foot.names())))));
    }
    streams.lines(Columns.table(rows, streams.width(), 2));
    if (!ladder.denials().isEmpty()) {
      streams.lines(Columns.paragraph(paint.warning("What it is accused of is denied:") + " " + said(ladder.denials()),
          streams.width(), 2));
    }
    if (!ladder.withdrawn().isEmpty()) {
      streams.lines(Columns.paragraph("Taken back: " + said(ladder.withdrawn()), streams.width(), 2));
    }
  }

  private void rung(List<List<String>> rows, String level, LadderCard.RungCard rung) {
    rows.add(List.of(level, paint.accused(Paint.plain(rung.party().name())) + (rung.rivals().isEmpty() ? ""
        : " " + paint.warning(Paint.plain("(others say " + String.join(" or ", rung.rivals()) + ")")))));
    for (LadderCard.StepCard step : rung.steps()) {
      String above = step.relation().equals("same") ? rung.party().name() : "it";
      String left = step.skipped().isEmpty() ? "" : " (" + step.skippedWords() + " not told)";
      rows.add(List.of("", Paint.plain("· " + step.from() + " " + step.words() + " " + above + left) + ": "
          + said(step.claims())));
    }
    if (!rung.dissent().isEmpty()) {
      rows.add(List.of("", paint.warning("· against it:") + " " + said(rung.dissent())));
    }
  }

  /// Each claimant once, with the day it first said so and all its claims.
  private String said(List<ClaimCard> claims) {
    Map<String, List<ClaimCard>> byClaimant = new LinkedHashMap<>();
    claims.forEach(claim -> byClaimant.computeIfAbsent(claim.claimantNames() + claim.certainty().words(),
        _ -> new ArrayList<>()).add(claim));
    return String.join("; ", byClaimant.values().stream().map(same -> says(same.getFirst())
        + same.stream().skip(1).map(claim -> " " + paint.faint(ReadingText.shortId(claim.id())))
            .collect(Collectors.joining()))
        .toList());
  }

  private String says(ClaimCard claim) {
    return Paint.plain(claim.claimantNames() + ", " + claim.saidWords()
        + (claim.certainty().level().equals("asserted") ? "" : ", " + claim.certainty().words())) + " "
        + paint.faint(ReadingText.shortId(claim.id()));
  }
}
