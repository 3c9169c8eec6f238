package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.MarkPage;
import org.tingbok.app.desk.NewClaim;
import org.tingbok.app.desk.Recorder;
import org.tingbok.claim.Reading;
import org.tingbok.document.Span;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.TingbokException;

/// Claims that analysts find in a text where no reader did: words are marked, then it is said what they claim.
final class MarkPages {
  private static final PageScript SCRIPT = PageScript.of("mark");
  private final LedgerSource source;
  private final Answers answers;

  MarkPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void route(Routes routes) {
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/document/{key}/claim" + twin, this::form);
    }
    routes.post("/document/{key}/claim", this::add);
    SCRIPT.route(routes);
  }

  /// The address of the script that marks words.
  String script() {
    return SCRIPT.path();
  }

  private Reading reading(Context context) {
    AsOf now = AsOf.NOW;
    Lookup lookup = new Lookup(source.ledger(), now, View.ANY, day -> source.parts(day, Optional.empty()));
    return source.ledger().document(lookup.document(context.pathParam("key"))).orElseThrow().reading();
  }

  private void form(Context context) {
    Instant seen = source.moment();
    Reading reading = reading(context);
    String path = "/document/" + reading.document().id().value() + "/claim";
    List<Frame.Param> own = Asked.own(context, Set.of("evidence", "at", "quote"));
    List<String> typed = values(own, "evidence");
    List<String> quotes =
        values(own, "quote").stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList();
    List<Span> places = new ArrayList<>(NewClaim.typed(reading.document(), typed));
    places.addAll(NewClaim.marked(reading.document(), values(own, "at")));
    places.addAll(NewClaim.places(reading.document(), quotes));
    if (own.size() > typed.size()) {
      // The address that stays: by places of the text.
      StringBuilder there = new StringBuilder(path).append(context.path().endsWith(".json") ? ".json" : "");
      places.stream().distinct().forEach(place -> there.append(there.indexOf("?") < 0 ? '?' : '&').append("evidence=")
          .append(place.start()).append('-').append(place.end()));
      context.redirect(there.toString());
      return;
    }
    show(context, reading, places, own, seen, Map.of(), Optional.empty());
  }

  private static List<String> values(List<Frame.Param> own, String slot) {
    return own.stream().filter(param -> param.name().equals(slot)).map(Frame.Param::value).toList();
  }

  private void show(Context context, Reading reading, List<Span> places, List<Frame.Param> own, Instant seen,
      Map<String, String> typed, Optional<MarkPage.Wrong> wrong) {
    Desk desk = source.desk(AsOf.NOW, Optional.empty());
    MarkPage page = MarkPage.of(source.ledger(), desk, reading,
        places.stream().distinct().sorted(java.util.Comparator.comparingInt(Span::start)).toList(), seen.toString());
    Frame frame = new Frame("Add a claim", "/document/" + reading.document().id().value() + "/claim", "review",
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), own, 0, answers.stylePath());
    answers.answer(context, Asked.of(context), "mark.jte", frame, page, Map.of("page", page, "open",
        source.recorder().isPresent(), "typed", typed, "wrong", wrong, "script", SCRIPT.path()));
  }

  /// What adding a claim answers to programs.
  record Added(String claim) {
  }

  private void add(Context context) {
    OwnPages.only(context);
    Recorder recorder = source.recorder().orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server only shows the ledger; start it without --read-only, or record the claim with 'tingbok rule add'"));
    Handed handed = new Handed(context);
    Instant looked = source.moment();
    try {
      NewClaim claim = new NewClaim(handed.slot("quote").lines().filter(line -> !line.isBlank()).toList(),
          handed.slots(), handed.slot("operation"), handed.several("victim"), handed.slot("reason"),
          handed.by());
      String id = recorder.add(context.pathParam("key"), Optional.of(handed.seen()), claim);
      if (Asked.wantsJson(context)) {
        answers.json(context, new Added(id));
      } else {
        context.redirect("/claim/" + Frame.encoded(id), HttpStatus.SEE_OTHER);
      }
    } catch (BadInputException | NotFoundException | ContentionException e) {
      if (Asked.wantsJson(context) || !again(context, handed, looked, e)) {
        throw e;
      }
    }
  }

  /// Shows the form again with what was typed and what speaks against it.
  ///
  /// @return false if the document or the places are not there either
  private boolean again(Context context, Handed handed, Instant seen, TingbokException error) {
    try {
      Reading reading = reading(context);
      List<String> evidence = handed.slots().evidence();
      List<Span> places = NewClaim.typed(reading.document(), evidence);
      Map<String, String> typed = new java.util.TreeMap<>();
      context.formParamMap().forEach((name, values) -> typed.put(name, String.join("\n", values)));
      context.status(error instanceof ContentionException ? 409 : error instanceof NotFoundException ? 404 : 400);
      show(context, reading, places,
          evidence.stream().map(place -> new Frame.Param("evidence", place)).toList(), seen, typed,
          Optional.of(new MarkPage.Wrong(error.code(), String.valueOf(error.getMessage()))));
      return true;
    } catch (BadInputException | NotFoundException _) {
      return false;
    }
  }
}
