package org.tingbok.app.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.desk.ActorPage;
import org.tingbok.app.desk.ClaimPage;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.OriginsPage;
import org.tingbok.app.desk.PairsPage;
import org.tingbok.app.desk.Part;
import org.tingbok.app.desk.SourcesPage;
import org.tingbok.app.desk.Stories;
import org.tingbok.app.desk.TimelinePage;

/// Pages of origins, of time lines, and of how sources are graded.
final class StoryPages {
  private final LedgerSource source;
  private final Answers answers;

  StoryPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void originsOfIncident(Context context) {
    Request request = Request.of(source, context);
    Part part = request.parts().incident(Asked.key(context));
    if (answers.permanent(context, request.asked(), "/incident/", part.id(), "/origins")) {
      String name = part.desk().incidents().page(part.id()).card().name();
      origins(context, request, part, name, "/incident/" + part.id() + "/origins");
    }
  }

  void originsOfClaim(Context context) {
    Request request = Request.of(source, context);
    Part part = request.parts().origins(Asked.key(context));
    ClaimPage claim = part.desk().documents().claim(part.id());
    String id = claim.claim().id();
    if (answers.permanent(context, request.asked(), "/claim/", id, "/origins")) {
      origins(context, request, part, claim.claim().summary(), "/claim/" + id + "/origins");
    }
  }

  private void origins(Context context, Request request, Part part, String of, String path) {
    OriginsPage page = new Stories(part.desk()).origins(part.id());
    Frame frame = answers.frame(request.asked(), part.desk(), "Origins: " + of, path, "incidents");
    answers.answer(context, request.asked(), "origins.jte", frame, page, Map.of("page", page));
  }

  void timelineOfIncident(Context context) {
    Request request = Request.of(source, context);
    Part part = request.parts().incident(Asked.key(context));
    if (answers.permanent(context, request.asked(), "/incident/", part.id(), "/timeline")) {
      timeline(context, request, part.desk(), List.of(part.id()), "/incident/" + part.id(), "incidents");
    }
  }

  void timelineOfActor(Context context) {
    Request request = Request.of(source, context);
    ActorPage actor = request.desk().actors().page(Asked.key(context));
    String name = actor.party().name();
    if (answers.permanent(context, request.asked(), "/actor/", name, "/timeline")) {
      timeline(context, request, request.desk(), List.of(name), "/actor/" + Frame.encoded(name), "actors");
    }
  }

  void timelineOfStates(Context context) {
    Request request = Request.of(source, context);
    String last = context.pathParam("other");
    boolean twin = last.endsWith(".json");
    String one = Lookup.state(context.pathParam("key"));
    String other = Lookup.state(twin ? last.substring(0, last.length() - ".json".length()) : last);
    String path = "/between/" + one + "/" + other;
    if (context.path().equals(path + (twin ? ".json" : ""))) {
      timeline(context, request, request.desk(), List.of(one, other), path, "states");
    } else {
      Frame bare = answers.frame(request.asked(), request.desk(), "", path, "states");
      context.redirect(twin ? bare.json() : bare.self());
    }
  }

  private void timeline(Context context, Request request, Desk desk, List<String> words, String of,
      String section) {
    TimelinePage page = new Stories(desk).timeline(words);
    String path = of.startsWith("/between/") ? of : of + "/timeline";
    Frame frame = answers.frame(request.asked(), desk, "Time line: " + page.of(), path, section);
    answers.answer(context, request.asked(), "timeline.jte", frame, page,
        Map.of("page", page, "drawing", TimelineDrawing.of(page.lanes()), "of",
            path.equals(of) ? Optional.<String>empty() : Optional.of(of)));
  }

  /// Which states accuse which; two that are typed lead to their time line.
  void between(Context context) {
    Optional<String> one = Asked.one(context, "one");
    Optional<String> other = Asked.one(context, "other");
    Asked asked = Asked.of(context);
    if (one.isPresent() && other.isPresent()) {
      Frame bare = new Frame("", "/between/" + Lookup.state(one.get()) + "/" + Lookup.state(other.get()), "",
          asked.day(), asked.recorded(), asked.viewText(), List.of(), List.of(), 0, "");
      context.redirect(bare.self());
      return;
    }
    Request request = Request.of(source, context);
    PairsPage page = new Stories(request.desk()).pairs();
    answers.answer(context, asked, "between.jte",
        answers.frame(asked, request.desk(), "Between states", "/between", "states"), page, Map.of("page", page));
  }

  void sources(Context context) {
    Request request = Request.of(source, context);
    Desk desk = request.parts().nothing();
    SourcesPage page = desk.sources();
    answers.answer(context, request.asked(), "sources.jte",
        answers.frame(request.asked(), desk, "Sources", "/sources", "sources"), page, Map.of("page", page));
  }
}
