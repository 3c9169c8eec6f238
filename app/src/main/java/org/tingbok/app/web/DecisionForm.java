package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tingbok.mention.NameKey;
import org.tingbok.app.desk.DecisionCard;
import org.tingbok.app.desk.Judgement;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.desk.NamesPage;

/// Analysts' decisions handed in on a page: a form of plain HTML, answered by the page with the decision on it.
public final class DecisionForm {
  private final Optional<Recorder> recorder;

  DecisionForm(LedgerSource source) {
    this.recorder = source.recorder();
  }

  /// What the page of a name offers.
  ///
  /// @param name the name
  /// @param seen the last moment on record, which is sent along
  /// @param open whether decisions are taken here; else the page tells how to
  /// @param others names that somebody relates to it
  /// @param standing the decisions on it that hold
  /// @param past those that were taken back or replaced
  public record Offer(String name, String seen, boolean open, List<String> others, List<NamesPage.Link> standing,
      List<DecisionCard> past) {
    /// Copies the lists.
    public Offer {
      others = List.copyOf(others);
      standing = List.copyOf(standing);
      past = List.copyOf(past);
    }
  }

  Offer of(String name, Optional<NamesPage> names, Instant seen) {
    String key = NameKey.of(name);
    List<String> others = names.map(page -> page.rows().stream().map(NamesPage.Row::name)
        .filter(other -> !NameKey.of(other).equals(key)).toList()).orElse(List.of());
    return new Offer(name, seen.toString(), recorder.isPresent(), others, names.map(page -> page.links().stream()
        .filter(link -> link.source().equals("analyst")).toList()).orElse(List.of()),
        names.map(page -> page.decisions().stream().filter(one -> !one.standing()).toList()).orElse(List.of()));
  }

  void decide(Context context) {
    OwnPages.only(context);
    if (recorder.isEmpty()) {
      throw new OwnPages.Refused("SHOWN_ONLY",
          "this server only shows the ledger; start it without --read-only,"
              + " or record the decision with 'tingbok names decide'");
    }
    Judgement judgement = new Judgement(slot(context, "verdict"), slot(context, "first"), slot(context, "second"),
        slot(context, "reason"), Handed.by(context));
    context.attribute(Answers.ONWARD, "/actor/" + Frame.encoded(judgement.first().strip()) + "#decisions");
    recorder.get().decide(judgement, Handed.moment(slot(context, "seen")));
    Optional<String> view = Optional.of(slot(context, "view")).filter(text -> !text.isBlank());
    Frame frame = new Frame("", "", "", Optional.empty(), Optional.empty(), view, List.of(), List.of(), 0, "");
    context.redirect(frame.actor(judgement.first().strip()) + "#decisions", HttpStatus.SEE_OTHER);
  }

  private static String slot(Context context, String name) {
    return Objects.requireNonNullElse(context.formParam(name), "");
  }
}
