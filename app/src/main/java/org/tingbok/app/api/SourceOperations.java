package org.tingbok.app.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.SourcesPage;
import org.tingbok.ledger.Act;
import org.tingbok.mention.NameKey;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.SourceReliability;

/// How far the organisation relies on sources.
final class SourceOperations {
  private static final String UNDONE = "undone";
  private static final Parameter SOURCE =
      Parameter.path("source", Schema.line(120), "A claimant's or publisher's name.",
          "Nordlys Lab");

  private SourceOperations() {
  }

  static List<Operation> all() {
    return List.of(
        Operation.post("/sources/{source}/grades", "gradeSource", Operation.Tag.SOURCES, "Grade a source")
            .says(
                "Records how far your organisation relies on a source: A completely, B usually, C fairly, D not usually, E not reliable;"
                    + " F: it cannot be judged. `undone` takes the grade back that holds. It is never computed.")
            .takes(SOURCE)
            .body(Operation.Body.of(new Schema.Fields("GradeRequest", "A grade.",
                List.of(Schema.Field.needed("reliability",
                    new Schema.Choice(Stream
                        .concat(Stream.of(SourceReliability.values()).map(Coded::code), Stream.of(UNDONE)).toList()),
                    "The letter."), Parameters.REASON, Parameters.BY, Parameters.DAY)),
                "{\"reliability\": \"B\", \"reason\": \"right in all but one of 40 reports\", \"by\": \"Nordic desk\"}"))
            .answers(Answer.ok(IncidentOperations.Recorded.class, "The grade.")).by(SourceOperations::grade),
        Operation.get("/sources", "listSources", Operation.Tag.SOURCES, "Graded sources")
            .says("Every source that was graded, with its history.").takes(Parameters.listed())
            .answers(Answer.page(SourcesPage.GradeCard.class, "A page of sources."))
            .by(call -> Listing.within(call, parts -> parts.nothing().sources().grades())),
        Operation.get("/sources/{source}", "readSource", Operation.Tag.SOURCES, "One source's grade")
            .says("Its grade and how it came to it; 404 if it was never graded.").takes(Parameters.asked(SOURCE))
            .answers(Answer.ok(SourcesPage.GradeCard.class, "The source."))
            .by(call -> Reply.of(source(call.parts().nothing(), call.key("source")))));
  }

  private static SourcesPage.GradeCard source(Desk desk, String name) {
    return desk.sources().grades().stream().filter(grade -> NameKey.of(grade.source()).equals(NameKey.of(name)))
        .findFirst()
        .orElseThrow(() -> Problem.raised(404, "SOURCE_UNGRADED", "source", "'" + Problem.shown(name)
            + "' is not graded; " + Api.ROOT + "/sources lists those that are"));
  }

  private static Reply grade(Call call) {
    String letter = call.text("reliability");
    Act.Graded act = new Act.Graded(call.key("source").strip(),
        letter.equals(UNDONE) ? Optional.empty() : Optional.of(Coded.require(SourceReliability.class, letter)),
        call.text("reason"),
        call.by(), Writing.day(call));
    return call.holdings().open().with((ledger, _) -> Reply.of(new IncidentOperations.Recorded(List.of(act.source()),
        ledger.act(List.of(act)).added() > 0)));
  }
}
