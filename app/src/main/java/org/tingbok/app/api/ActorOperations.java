package org.tingbok.app.api;

import java.util.List;
import org.tingbok.app.desk.ActorPage;
import org.tingbok.app.desk.Stories;
import org.tingbok.app.desk.TimelinePage;

/// Actors.
final class ActorOperations {
  private static final Parameter ACTOR = Parameter.path("actor", Schema.line(120),
      "A name of an actor, or its id or the beginning of it.", Parameters.ACTOR);

  private ActorOperations() {
  }

  static List<Operation> all() {
    return List.of(
        Operation.get("/actors", "listActors", Operation.Tag.ACTORS, "Actors")
            .says("Whoever is accused, named otherwise, or said to act for somebody, by name.")
            .takes(Parameters.listed())
            .answers(Answer.page(ActorPage.class, "A page of actors."))
            .by(call -> Listing.of(call, desk -> desk.actors().all())),
        Operation.get("/actors/{actor}", "readActor", Operation.Tag.ACTORS, "One actor")
            .says(
                "Whom it is said to be part of, level by level; its names and who equates them; the incidents that it is named in.")
            .takes(Parameters.asked(ACTOR)).answers(Answer.ok(ActorPage.class, "The actor."))
            .by(call -> Reply.of(call.desk().actors().page(call.key("actor")))),
        Operation.get("/actors/{actor}/timeline", "readActorTimeline", Operation.Tag.ACTORS, "Its time line")
            .says("What it is accused of, what was denied, answered and retracted, in order of time.")
            .takes(Parameters.asked(ACTOR))
            .answers(Answer.ok(TimelinePage.class, "The time line.")).by(call -> {
              var desk = call.desk();
              return Reply
                  .of(new Stories(desk).timeline(List.of(desk.actors().page(call.key("actor")).party().name())));
            }));
  }
}
