package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.app.desk.Finding;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.desk.ReviewPage;
import org.tingbok.app.desk.UnreadSentence;
import org.tingbok.query.Cursor;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.RulingVerdict;

/// What waits for an analyst, and what analysts find of it.
final class ReviewPages {
  /// Why claims are usually rejected; each has a key from 1.
  static final List<String> REASONS = reasons();

  private final LedgerSource source;
  private final Answers answers;

  ReviewPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void route(Routes routes) {
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/review" + twin, this::queue);
    }
    routes.post("/claim/{key}/ruling", this::rule);
    routes.post("/document/{key}/unread", this::dismiss);
  }

  /// Whether rulings are taken here.
  boolean open() {
    return source.recorder().isPresent();
  }

  private void queue(Context context) {
    Asked asked = Asked.of(context);
    List<Frame.Param> own = Asked.own(context, Set.of("queue", "watch", "page"));
    Frame frame = new Frame("Review", "/review", "review", Optional.empty(), Optional.empty(), Optional.empty(),
        List.of(), own, 0,
        answers.stylePath());
    String queue = frame.value("queue").isEmpty() ? "new" : frame.value("queue");
    ReviewPage page = source.queues().page(queue, frame.value("watch"),
        Optional.of(frame.value("page")).filter(text -> !text.isEmpty()).map(Cursor::parse));
    answers.answer(context, asked, "review.jte", frame, page, Map.of("page", page, "open", open(), "script",
        answers.scriptPath(), "back", frame.self(), "reasons", REASONS));
  }

  private Recorder recorder(String otherwise) {
    return source.recorder().orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server only shows the ledger; start it without --read-only, or record it with '" + otherwise + "'"));
  }

  private void rule(Context context) {
    OwnPages.only(context);
    Recorder recorder = recorder("tingbok rule");
    Handed handed = new Handed(context);
    String verdict = handed.slot("verdict");
    RulingVerdict found = Coded.find(RulingVerdict.class, verdict).orElseThrow(() -> new BadInputException(
        "VERDICT_UNKNOWN", "'" + verdict + "' is no verdict; one of: " + Stream.of(RulingVerdict.values())
            .map(Coded::code).collect(Collectors.joining(", "))));
    String seen = handed.slot("seen");
    if (!seen.matches("\\d{1,6}")) {
      throw new BadInputException("USAGE",
          "seen '" + seen + "': how much had been done about the claim, as its page tells");
    }
    context.attribute(Answers.ONWARD, "/claim/" + Frame.encoded(Asked.key(context)) + "#correct");
    Recorder.Ruled ruled = recorder.rule(Asked.key(context), Integer.parseInt(seen),
        new Finding(found, handed.slots(), handed.slot("reason"), handed.by()));
    if (Asked.wantsJson(context)) {
      answers.json(context, new Ruled(ruled.claim(), found.code(), ruled.seen()));
    } else {
      context.redirect(back(handed, "/claim/" + Frame.encoded(ruled.claim())), HttpStatus.SEE_OTHER);
    }
  }

  /// What a ruling answers to programs.
  record Ruled(String claim, String verdict, int seen) {
  }

  private void dismiss(Context context) {
    OwnPages.only(context);
    Recorder recorder = recorder("tingbok rule aside");
    Handed handed = new Handed(context);
    String start = handed.slot("start");
    if (!start.matches("\\d{1,9}")) {
      throw new BadInputException("USAGE", "start '" + start + "': where the sentence begins, as its page tells");
    }
    String verdict = handed.slot("verdict");
    if (!verdict.isEmpty() && !List.of("rejected", "undone").contains(verdict)) {
      throw new BadInputException("VERDICT_UNKNOWN", "'" + verdict + "' is no verdict; one of: rejected, undone");
    }
    boolean undone = verdict.equals("undone");
    context.attribute(Answers.ONWARD, "/review?queue=" + (undone ? "aside" : "unread"));
    int at = Integer.parseInt(start);
    UnreadSentence.Found found = undone
        ? recorder.reopen(Asked.key(context), at, seen(handed), handed.slot("reason"), handed.by())
        : recorder.dismiss(Asked.key(context), at, seen(handed), handed.slot("reason"), handed.by());
    if (Asked.wantsJson(context)) {
      answers.json(context, found);
    } else {
      context.redirect(back(handed, "/document/" + Frame.encoded(Asked.key(context))), HttpStatus.SEE_OTHER);
    }
  }

  /// How much had been done when they looked; a form of a page that did not tell has none.
  private static OptionalInt seen(Handed handed) {
    String seen = handed.slot("seen");
    if (seen.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!seen.matches("\\d{1,6}")) {
      throw new BadInputException("USAGE", "seen '" + seen + "': how much had been done about it, as its page tells");
    }
    return OptionalInt.of(Integer.parseInt(seen));
  }

  private static String back(Handed handed, String otherwise) {
    String back = handed.slot("back");
    return back.startsWith("/review") ? back : otherwise;
  }

  private static List<String> reasons() {
    try (InputStream stream = Objects.requireNonNull(ReviewPages.class.getResourceAsStream("reasons.txt"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
