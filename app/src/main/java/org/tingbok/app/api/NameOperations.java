package org.tingbok.app.api;

import java.util.List;
import org.tingbok.app.desk.ContradictionsPage;
import org.tingbok.app.desk.DecisionCard;
import org.tingbok.app.desk.Judgement;
import org.tingbok.app.desk.NamesIndex;
import org.tingbok.app.desk.NamesPage;
import org.tingbok.app.desk.ResolvedName;
import org.tingbok.claim.Decision;
import org.tingbok.ledger.AsOf;

/// Names, and what is decided about them.
final class NameOperations {
  private static final Parameter NAME =
      Parameter.path("name", Schema.line(120), "A name, in any case.", Parameters.ACTOR);

  private NameOperations() {
  }

  static List<Operation> all() {
    return List.of(
        Operation.get("/names", "listNames", Operation.Tag.NAMES, "Names on record")
            .says(
                "The actors that the names on record denote under the view, with their other names and the lists that have them.")
            .takes(Parameters.listed(Parameter.query("q", Schema.line(120), "Part of a name.").such("heron")))
            .such("q", "heron")
            .answers(Answer.page(NamesIndex.Row.class, "A page of actors."))
            .by(call -> Listing.of(call, desk -> desk.naming().index(call.one("q").orElse("")).actors())),
        Operation.get("/names/{name}", "readName", Operation.Tag.NAMES, "One name")
            .says(
                "Who uses it, who says which names are the same actor's, and who disagrees; and what the tables that ship know of it.")
            .takes(Parameters.asked(NAME)).answers(Answer.ok(NamesPage.class, "The name."))
            .by(call -> Reply.of(call.desk().naming().page(call.key("name")))),
        Operation
            .get("/names/{name}/contradictions", "listContradictionsOfName", Operation.Tag.NAMES,
                "Who disagrees about an actor's names")
            .says("Pairs of names, one of them the actor's, that somebody joins and somebody else keeps apart.")
            .takes(Parameters.listed(NAME)).answers(Answer.page(ContradictionsPage.Pair.class, "A page of pairs."))
            .by(call -> Listing.of(call, desk -> desk.naming().contradictions(call.key("name")).contradictions())),
        Operation.get("/contradictions", "listContradictions", Operation.Tag.NAMES, "Contradicted names")
            .says("Pairs of names that somebody joins and somebody else keeps apart, with both texts.")
            .takes(Parameters.listed())
            .answers(Answer.page(ContradictionsPage.Pair.class, "A page of pairs."))
            .by(call -> Listing.of(call, desk -> desk.naming().contradictions().contradictions())),
        Operation.get("/resolutions", "resolveNames", Operation.Tag.NAMES, "What names denote")
            .says(
                "For each name the actor that it denotes under the view, and how that is known. A name that nobody speaks of denotes"
                    + " itself.")
            .takes(Parameters.listed(
                Parameter.query("name", new Schema.Several(Schema.line(120), 1, 100), "A name; up to 100 of them.")
                    .needed().such(Parameters.ACTOR)))
            .such("name", Parameters.ACTOR)
            .answers(Answer.page(ResolvedName.class, "A page of resolved names, in the order asked."))
            .by(call -> Listing.of(call, desk -> call.all("name").stream().map(desk.naming()::resolved).toList())),
        Operation.get("/name-lists", "listNameLists", Operation.Tag.NAMES, "Lists of names on record")
            .says("The published lists that were recorded, with how many names each gives.").takes(Parameters.listed())
            .answers(Answer.page(NamesIndex.ListCard.class, "A page of lists."))
            .by(call -> Listing.of(call, desk -> desk.naming().index("").lists())),
        Operation.get("/name-decisions", "listNameDecisions", Operation.Tag.NAMES, "Decisions on names")
            .says("What analysts decided about two names, decisions that no longer hold included, the earliest first.")
            .takes(Parameters.listed()).answers(Answer.page(DecisionCard.class, "A page of decisions."))
            .by(call -> Listing.of(call, desk -> desk.naming().decisions())),
        Operation.post("/name-decisions", "decideNames", Operation.Tag.NAMES, "Decide about two names")
            .says(
                "Records that two names are the same actor's, or not, or that it is left open; `undone` takes the last decision on them"
                    + " back. Nothing is merged: views heed it or do not.")
            .body(Operation.Body.of(new Schema.Fields("NameDecisionRequest", "A decision about two names.",
                List.of(
                    Schema.Field.needed("verdict", new Schema.Choice(List.of("same", "distinct", "unsure", "undone")),
                        "What is decided."),
                    Schema.Field.needed("first", Schema.line(120), "One name."),
                    Schema.Field.needed("second", Schema.line(120), "The other."), Parameters.REASON, Parameters.BY,
                    Parameters.DAY,
                    Schema.Field.maybe("anyway", new Schema.Flag(),
                        "Even if nobody on record uses one of the names."))),
                "{\"verdict\": \"distinct\", \"first\": \"Grey Heron\", \"second\": \"Arctic Tern\", \"reason\": \"other tools\", \"by\":"
                    + " \"ida\"}"))
            .answers(Answer.ok(IncidentOperations.Recorded.class, "What was decided.")).by(NameOperations::decide));
  }

  private static Reply decide(Call call) {
    Decision decision =
        new Judgement(call.text("verdict"), call.text("first"), call.text("second"), call.text("reason"),
            call.by()).on(Writing.day(call));
    return call.holdings().open().with((ledger, _) -> {
      Judgement.check(decision, ledger.asOf(AsOf.NOW), call.yes("anyway"));
      return Reply
          .of(new IncidentOperations.Recorded(List.of(decision.first(), decision.second()), ledger.append(decision)));
    });
  }
}
