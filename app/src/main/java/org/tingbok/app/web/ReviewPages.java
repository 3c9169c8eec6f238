package org.tingbok.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.app.desk.Finding;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.desk.ReviewPage;
import org.tingbok.app.desk.SlotChanges;
import org.tingbok.query.Cursor;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.RulingVerdict;

/// Claims that wait for an analyst, and what analysts find of them.
final class ReviewPages {
  private final LedgerSource source;
  private final Answers answers;

  ReviewPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void route(RoutesConfig routes) {
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/review" + twin, this::queue);
    }
    routes.post("/claim/{key}/ruling", this::rule);
  }

  /// Whether rulings are taken here.
  boolean open() {
    return source.recorder().isPresent();
  }

  private void queue(Context context) {
    Asked asked = Asked.of(context);
    List<Frame.Param> own = Asked.own(context, Set.of("queue", "page"));
    Frame frame = new Frame("Review", "/review", "review", Optional.empty(), Optional.empty(), Optional.empty(),
        List.of(), own, 0,
        answers.stylePath());
    String queue = frame.value("queue");
    if (!Set.of("", "new", "disputed").contains(queue)) {
      throw new BadInputException("USAGE", "queue '" + queue + "': one of new, disputed");
    }
    Optional<Set<String>> disputed =
        queue.equals("disputed") ? Optional.of(source.desk(asked.asOf(), Optional.empty()).disputed())
            : Optional.empty();
    ReviewPage page = ReviewPage.of(source.ledger(), Stems.FORMS, disputed,
        Optional.of(frame.value("page")).filter(text -> !text.isEmpty()).map(Cursor::parse));
    answers.answer(context, asked, "review.jte", frame, page,
        Map.of("page", page, "open", open(), "script", answers.scriptPath(), "back", frame.self()));
  }

  private void rule(Context context) {
    OwnPages.only(context);
    Recorder recorder = source.recorder().orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server only shows the ledger; start it without --read-only, or record the ruling with 'tingbok rule'"));
    String verdict = slot(context, "verdict");
    RulingVerdict found = Coded.find(RulingVerdict.class, verdict).orElseThrow(() -> new BadInputException(
        "VERDICT_UNKNOWN", "'" + verdict + "' is no verdict; one of: " + Stream.of(RulingVerdict.values())
            .map(Coded::code).collect(Collectors.joining(", "))));
    String seen = slot(context, "seen");
    if (!seen.matches("\\d{1,6}")) {
      throw new BadInputException("USAGE",
          "seen '" + seen + "': how much had been done about the claim, as its page tells");
    }
    SlotChanges changes = new SlotChanges(slot(context, "type"), several(context, "claimant"), slot(context, "speaker"),
        several(context, "accused"), slot(context, "withdraws"), several(context, "name"), slot(context, "actor"),
        slot(context, "sponsor"), slot(context, "relation"), slot(context, "kind"), several(context, "target"),
        slot(context, "what"), slot(context, "polarity"), slot(context, "certainty"), slot(context, "said"),
        !slot(context, "no-incident").isEmpty(), several(context, "evidence"));
    String claim = recorder.rule(Asked.key(context), Integer.parseInt(seen),
        new Finding(found, changes, slot(context, "reason"), slot(context, "by")));
    if (Asked.wantsJson(context)) {
      answers.json(context, new Ruled(claim, found.code()));
    } else {
      String back = slot(context, "back");
      context.redirect(back.startsWith("/review") ? back : "/claim/" + Frame.encoded(claim), HttpStatus.SEE_OTHER);
    }
  }

  /// What a ruling answers to programs.
  record Ruled(String claim, String verdict) {
  }

  private static String slot(Context context, String name) {
    return Objects.requireNonNullElse(context.formParam(name), "").strip();
  }

  /// Parties are typed with semicolons between them: their names may have commas.
  private static List<String> several(Context context, String name) {
    return Stream.of(slot(context, name).split(";", -1)).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }
}
