package org.tingbok.app.api;

import java.util.List;
import java.util.function.BiFunction;
import org.tingbok.app.desk.ComparePage;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.DisputeCard;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.desk.IncidentPage;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.OriginsPage;
import org.tingbok.app.desk.PairsPage;
import org.tingbok.app.desk.Part;
import org.tingbok.app.desk.Parts;
import org.tingbok.app.desk.Regrouping;
import org.tingbok.app.desk.Stories;
import org.tingbok.app.desk.TimelinePage;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;

/// Incidents, what is disputed about them, and which states accuse which.
final class IncidentOperations {
  private IncidentOperations() {
  }

  /// What became of a decision that was handed in.
  ///
  /// @param subjects ids of what it is about
  /// @param recorded whether it is a new entry; false if the same stood already
  record Recorded(List<String> subjects, boolean recorded) {
  }

  static List<Operation> all() {
    return List.of(
        Operation.get("/incidents", "listIncidents", Operation.Tag.INCIDENTS, "Incidents")
            .says("The incidents that are told of, the last spoken of first.")
            .takes(Parameters.listed(Parameter.query("q", Schema.line(200),
                "Words that names, victims, countries, accused or claimants have, each of them.").such("fjordline")))
            .such("q", "fjordline").answers(Answer.page(IncidentCard.class, "A page of incidents."))
            .by(call -> Listing.of(call, desk -> desk.incidents().with(call.one("q").orElse("")))),
        Operation.get("/incidents/{incident}", "readIncident", Operation.Tag.INCIDENTS, "One incident")
            .says(
                "Who is held responsible, by whom, since when, how surely; what is denied, answered and disputed; every claim with its"
                    + " sentence.")
            .takes(Parameters.asked(Parameters.INCIDENT_KEY)).answers(Answer.ok(IncidentPage.class, "The incident."))
            .by(call -> Reply.of(page(part(call, call.parts())))),
        Operation
            .get("/incidents/{incident}/timeline", "readIncidentTimeline", Operation.Tag.INCIDENTS, "Its time line")
            .says("What happened and what was said, in order of time.").takes(Parameters.asked(Parameters.INCIDENT_KEY))
            .answers(Answer.ok(TimelinePage.class, "The time line.")).by(call -> {
              Part part = part(call, call.parts());
              return Reply.of(new Stories(part.desk()).timeline(List.of(part.id())));
            }),
        Operation.get("/incidents/{incident}/origins", "readIncidentOrigins", Operation.Tag.INCIDENTS,
            "Whose word its accusations rest on")
            .says("The way of every report from where it was first said; what counts, and what cannot be followed.")
            .takes(Parameters.asked(Parameters.INCIDENT_KEY)).answers(Answer.ok(OriginsPage.class, "The origins."))
            .by(call -> {
              Part part = part(call, call.parts());
              return Reply.of(new Stories(part.desk()).origins(part.id()));
            }),
        Operation.get("/incidents/{incident}/disputes", "listIncidentDisputes", Operation.Tag.INCIDENTS, "Its disputes")
            .says("Claims about it that cannot all hold, side by side.")
            .takes(Parameters.listed(Parameters.INCIDENT_KEY))
            .answers(Answer.page(DisputeCard.class, "A page of disputes."))
            .by(call -> Listing.within(call, parts -> page(part(call, parts)).disputes())),
        regroup("/incidents/{incident}/join", "joinIncidents", "Incidents are one",
            "Records that what tells of this and of others tells of one operation.",
            new Schema.Fields("JoinRequest", "Which incidents are one with this one.",
                List.of(Schema.Field.needed("with", new Schema.Several(Schema.line(200), 1, 50),
                    "Further incidents: ids, beginnings of ids, or words that fit one only."), Parameters.REASON,
                    Parameters.BY,
                    Parameters.DAY)),
            "{\"with\": [\"Attack on\"], \"reason\": \"both tell of one night\", \"by\": \"ida\"}",
            (call, desk) -> grouping(call).join(desk, keys(call))),
        regroup("/incidents/{incident}/split", "splitIncident", "An incident is two",
            "Records that what some reports or claims tell of is another operation.",
            new Schema.Fields("SplitRequest", "What tells of another operation.",
                List.of(Schema.Field.needed("parts", new Schema.Several(Schema.line(200), 1, 200),
                    "Ids of reports or claims about the incident, or beginnings of them."), Parameters.REASON,
                    Parameters.BY,
                    Parameters.DAY)),
            "{\"parts\": [\"" + Parameters.DOCUMENT + "\"], \"reason\": \"the second break-in\", \"by\": \"ida\"}",
            (call, desk) -> grouping(call).split(desk, call.key("incident"), call.texts("parts"))),
        regroup("/incidents/{incident}/ungroup", "ungroupIncident", "Take joins and splits back",
            "Takes back what analysts found of an incident, so that it is grouped as if nobody had.",
            new Schema.Fields("UngroupRequest", "Why it is taken back.",
                List.of(Parameters.REASON, Parameters.BY, Parameters.DAY)),
            "{\"reason\": \"the police say it was one\", \"by\": \"ida\"}",
            (call, desk) -> grouping(call).undo(desk, call.key("incident"))),
        Operation.get("/disputes", "listDisputes", Operation.Tag.DISPUTES, "Disputes")
            .says("Claims that cannot all hold, those about incidents first.").takes(Parameters.listed())
            .answers(Answer.page(DisputeCard.class, "A page of disputes."))
            .by(call -> Listing.of(call, Desk::disputes)),
        Operation.get("/disputes/{dispute}", "readDispute", Operation.Tag.DISPUTES, "One dispute")
            .says("Its sides, the level at which they differ, and since when.")
            .takes(Parameters
                .asked(Parameter.path("dispute", Schema.id("dispute--"), "The id of a dispute, or the beginning of it.",
                    Parameters.DISPUTE)))
            .answers(Answer.ok(DisputeCard.class, "The dispute."))
            .by(call -> Reply.of(call.desk().dispute(call.key("dispute")))),
        Operation.get("/states/pairs", "listStatePairs", Operation.Tag.STATES, "Which states accuse which")
            .says("Pairs of a state and one that it accuses, those that accuse most first.").takes(Parameters.listed())
            .answers(Answer.page(PairsPage.Pair.class, "A page of pairs."))
            .by(call -> Listing.of(call, desk -> new Stories(desk).pairs().pairs())),
        Operation
            .get("/states/{one}/{other}/timeline", "readStatesTimeline", Operation.Tag.STATES,
                "The time line between two states")
            .says("What either accuses the other of, denials and answers, in order of time.")
            .takes(Parameters.asked(Parameter.path("one", Parameters.STATE, "A state, ISO 3166-1 alpha-2.", "NO"),
                Parameter.path("other", Parameters.STATE, "Another.", "CN")))
            .answers(Answer.ok(TimelinePage.class, "The time line."))
            .by(call -> Reply.of(new Stories(call.desk())
                .timeline(List.of(Lookup.state(call.key("one")), Lookup.state(call.key("other")))))),
        Operation.get("/comparison", "compare", Operation.Tag.INCIDENTS, "Two incidents, actors or claimants")
            .says("Where two incidents, actors or claimants agree and differ.")
            .takes(
                Parameters.asked(Parameter.query("a", Schema.line(200), "An id or a name.").needed().such("Grey Heron"),
                    Parameter.query("b", Schema.line(200), "Another of the same kind.").needed().such("Arctic Tern")))
            .such("a", "Grey Heron").such("b", "Arctic Tern").answers(Answer.ok(ComparePage.class, "The comparison."))
            .by(call -> Reply.of(new Stories(call.desk()).compare(call.key("a"), call.key("b")))));
  }

  private static Part part(Call call, Parts parts) {
    return parts.incident(call.key("incident"));
  }

  private static IncidentPage page(Part part) {
    return part.desk().incidents().page(part.id());
  }

  private static List<String> keys(Call call) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(call.key("incident")), call.texts("with").stream())
        .toList();
  }

  private static Regrouping grouping(Call call) {
    return new Regrouping(call.text("reason"), call.by(), Writing.day(call));
  }

  private static Operation regroup(String path, String id, String summary, String words, Schema.Fields fields,
      String example,
      BiFunction<Call, Desk, List<Act>> acts) {
    return Operation.post(path, id, Operation.Tag.INCIDENTS, summary)
        .says(words + " It holds whatever is read later, and can be taken back.").takes(Parameters.INCIDENT_KEY)
        .body(Operation.Body.of(fields, example)).answers(Answer.ok(Recorded.class, "What was found."))
        .by(call -> {
          Reply reply = call.holdings().open().with((ledger, _) -> {
            List<Act> all = acts.apply(call, Desk.of(ledger, AsOf.NOW));
            boolean recorded = ledger.act(all).added() > 0;
            return Reply.of(new Recorded(all.stream().map(Act::subject).toList(), recorded));
          });
          call.holdings().settle().run();
          return reply;
        });
  }
}
