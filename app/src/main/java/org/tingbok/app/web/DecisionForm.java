package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.tingbok.mention.NameKey;
import org.tingbok.app.desk.DecisionCard;
import org.tingbok.app.desk.Judgement;
import org.tingbok.app.desk.NamesPage;

/// Analysts' decisions handed in on a page: a form of plain HTML, answered by the page with the decision on it.
///
/// Taken only from pages of this server: a browser says where a form came from, and whoever is no browser has to say so too.
public final class DecisionForm {
  private final Optional<Consumer<Judgement>> recorder;

  DecisionForm(LedgerSource source) {
    this.recorder = source.decisions();
  }

  /// What is refused to anybody who asks so, whatever they ask for.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /// What the page of a name offers.
  ///
  /// @param name the name
  /// @param open whether decisions are taken here; else the page tells how to
  /// @param others names that somebody relates to it
  /// @param standing the decisions on it that hold
  /// @param past those that were taken back or replaced
  public record Offer(String name, boolean open, List<String> others, List<NamesPage.Link> standing,
      List<DecisionCard> past) {
    /// Copies the lists.
    public Offer {
      others = List.copyOf(others);
      standing = List.copyOf(standing);
      past = List.copyOf(past);
    }
  }

  Offer of(String name, Optional<NamesPage> names) {
    String key = NameKey.of(name);
    List<String> others = names.map(page -> page.rows().stream().map(NamesPage.Row::name)
        .filter(other -> !NameKey.of(other).equals(key)).toList()).orElse(List.of());
    return new Offer(name, recorder.isPresent(), others, names.map(page -> page.links().stream()
        .filter(link -> link.source().equals("analyst")).toList()).orElse(List.of()),
        names.map(page -> page.decisions().stream().filter(one -> !one.standing()).toList()).orElse(List.of()));
  }

  void decide(Context context) {
    String host = Objects.requireNonNullElse(context.header("Host"), "").toLowerCase(Locale.ROOT);
    String origin = Objects.requireNonNullElse(context.header("Origin"), "").toLowerCase(Locale.ROOT);
    boolean own = !host.isEmpty() && origin.equals("http://" + host)
        || origin.isEmpty() && "same-origin".equals(context.header("Sec-Fetch-Site"));
    if (!own) {
      throw new Refused("ORIGIN_FOREIGN",
          "a decision is taken from this server's own pages only; send the header Origin: "
              + "http://" + (host.isEmpty() ? "localhost" : host));
    }
    if (recorder.isEmpty()) {
      throw new Refused("DECISIONS_CLOSED",
          "this server only shows the ledger; start it with 'tingbok serve --decide',"
              + " or record the decision with 'tingbok names decide'");
    }
    Judgement judgement = new Judgement(slot(context, "verdict"), slot(context, "first"), slot(context, "second"),
        slot(context, "reason"), slot(context, "by"));
    recorder.get().accept(judgement);
    Optional<String> view = Optional.of(slot(context, "view")).filter(text -> !text.isBlank());
    Frame frame = new Frame("", "", "", Optional.empty(), Optional.empty(), view, List.of(), List.of(), 0, "");
    context.redirect(frame.actor(judgement.first().strip()) + "#decisions", HttpStatus.SEE_OTHER);
  }

  private static String slot(Context context, String name) {
    return Objects.requireNonNullElse(context.formParam(name), "");
  }
}
