package org.tingbok.app.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.claim.NameDecision;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.NameMeaning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tingbok names rejected`.
@Command(name = "rejected", mixinStandardHelpOptions = true,
    description = "List the names that analysts rejected as actors' names, and those rejections that were taken back.",
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok names rejected",
        "  tingbok names rejected --export > decisions.tsv"})
public final class RejectedCommand extends QueryCommand {
  @Option(names = "--export", description = "As text that 'names reject --from' reads.")
  private boolean export;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public RejectedCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What `names rejected` answers to programs.
  ///
  /// @param decisions the earliest first
  record Rejections(List<Row> decisions) {
  }

  /// A decision on what a name means.
  ///
  /// @param means `actor`, `other` (rejected) or `open` (taken back)
  /// @param near words that have to stand near; empty for everywhere
  /// @param standing whether it holds
  record Row(String name, String means, String near, String reason, String by, String day, boolean standing) {
    static Row of(NameDecision decision, boolean standing) {
      return new Row(decision.name(), decision.means().code(), decision.near(), decision.reason(), decision.by(),
          decision.on().toString(), standing);
    }
  }

  @Override
  boolean remarksOnDay() {
    return !export;
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    NameDecisions decisions = NameDecisions.of(desk.naming().meanings());
    Set<NameDecision> standing = new HashSet<>(decisions.standing());
    if (export) {
      streams.raw(decisions.format());
    } else if (json) {
      streams.json(new Rejections(decisions.list().stream().map(one -> Row.of(one, standing.contains(one))).toList()));
    } else {
      for (NameDecision one : decisions.list()) {
        String words = Paint.plain(words(one));
        streams.lines(Columns.paragraph(standing.contains(one) || one.means() == NameMeaning.OPEN ? words
            : streams.paint().faint(words + " (no longer)"), streams.width(), 0));
      }
    }
    return decisions.list().isEmpty() ? Problems.NOTHING_FOUND : 0;
  }

  /// A decision in words.
  static String words(NameDecision decision) {
    String what = switch (decision.means()) {
      case OTHER -> "is not an actor's name";
      case ACTOR -> "is an actor's name";
      case OPEN -> "is left to reading again";
    };
    return decision.name() + " " + what + (decision.near().isEmpty() ? "" : " near '" + decision.near() + "'") + ", by "
        + decision.by() + " on " + decision.on() + ": " + decision.reason();
  }
}
