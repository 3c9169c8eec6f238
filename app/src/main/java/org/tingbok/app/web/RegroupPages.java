package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.app.desk.Part;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.desk.RegroupPage;
import org.tingbok.claim.AccountRef;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.BadInputException;

/// Incidents joined and split on pages, and that undone.
final class RegroupPages {
  private final LedgerSource source;
  private final Answers answers;

  RegroupPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void route(Routes routes) {
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/incident/{key}/regroup" + twin, this::page);
    }
    routes.post("/incident/{key}/regroup", this::regroup);
  }

  private void page(Context context) {
    Instant seen = source.moment();
    Asked asked = Asked.of(context);
    List<Frame.Param> own = Asked.own(context, Set.of("q"));
    Part part = asked.query().isBlank() ? source.parts(AsOf.NOW, Optional.empty()).incident(context.pathParam("key"))
        : new Part(source.desk(AsOf.NOW, Optional.empty()), context.pathParam("key"));
    RegroupPage page = RegroupPage.of(part.desk(), part.id(), asked.query(), seen.toString());
    if (!context.pathParam("key").equals(page.incident().id())) {
      context.redirect("/incident/" + Frame.encoded(page.incident().id()) + "/regroup"
          + (context.path().endsWith(".json") ? ".json" : "")
          + (asked.query().isEmpty() ? "" : "?q=" + Frame.encoded(asked.query())));
      return;
    }
    Frame frame =
        new Frame("Join or split: " + page.incident().name(), "/incident/" + page.incident().id() + "/regroup",
            "review", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), own, 0, answers.stylePath());
    answers.answer(context, asked, "regroup.jte", frame, page,
        Map.of("page", page, "open", source.recorder().isPresent()));
  }

  /// What regrouping answers to programs.
  record Regrouped(String incident) {
  }

  private void regroup(Context context) {
    OwnPages.only(context);
    Recorder recorder = source.recorder().orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server only shows the ledger; start it without --read-only, or record it with 'tingbok regroup'"));
    Handed handed = new Handed(context);
    String key = context.pathParam("key");
    Recorder.Wish wish = switch (handed.slot("verdict")) {
      case "joined" ->
        new Recorder.Wish.Join(Stream.concat(Stream.of(key), handed.all("with").stream()).toList());
      case "apart" -> new Recorder.Wish.Split(key, handed.all("part"));
      case "undone" -> new Recorder.Wish.Undo(key, handed.all("finding"));
      default -> throw new BadInputException("VERDICT_UNKNOWN",
          "'" + handed.slot("verdict") + "' is no verdict; one of: joined, apart, undone");
    };
    context.attribute(Answers.ONWARD, "/incident/" + Frame.encoded(key) + "/regroup");
    AccountRef account = recorder.regroup(handed.seen(), wish, handed.slot("reason"), handed.by());
    source.settle();
    String now = source.parts(AsOf.NOW, Optional.empty()).incidentOf(account).orElse(key);
    if (Asked.wantsJson(context)) {
      answers.json(context, new Regrouped(now));
    } else {
      context.redirect("/incident/" + Frame.encoded(now) + "/regroup", HttpStatus.SEE_OTHER);
    }
  }
}
