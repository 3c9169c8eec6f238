package org.tingbok.app.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Lookup;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Tlp;

/// How far documents and claims may be passed on.
final class MarkingOperations {
  private static final String UNDONE = "undone";
  private static final Schema.Fields MARKING = new Schema.Fields("MarkingRequest", "How far it may be passed on.",
      List.of(
          Schema.Field.needed("tlp",
              new Schema.Choice(
                  Stream.concat(Stream.of(Tlp.values()).map(Coded::code), Stream.of(UNDONE)).toList()),
              "A label of the Traffic Light Protocol 2.0; `undone` takes back the one that holds."),
          Parameters.REASON, Parameters.BY));

  private MarkingOperations() {
  }

  static List<Operation> all() {
    return List.of(
        marking("/documents/{document}/markings", "markDocument", Operation.Tag.DOCUMENTS, Parameters.DOCUMENT_ID,
            "Mark how far a report may be passed on"),
        marking("/claims/{claim}/markings", "markClaim", Operation.Tag.CLAIMS, Parameters.CLAIM_ID,
            "Mark how far a claim may be passed on"));
  }

  private static Operation marking(String path, String id, Operation.Tag tag, Parameter subject, String summary) {
    return Operation.post(path, id, tag, summary)
        .says(
            "Records a label of the Traffic Light Protocol. A claim may be passed on no further than its document; the"
                + " narrower label counts. A server that shows only what may be passed on as far as some label takes none.")
        .takes(subject)
        .body(Operation.Body.of(MARKING,
            "{\"tlp\": \"amber\", \"reason\": \"shared under an agreement\", \"by\": \"ida\"}"))
        .answers(Answer.ok(IncidentOperations.Recorded.class, "The marking is on record."))
        .by(call -> call.holdings().open().with((ledger, _) -> {
          Lookup lookup = new Lookup(ledger, AsOf.NOW, View.ANY);
          Act.Marked act = new Act.Marked(
              lookup.claimOrDocument(subject.equals(Parameters.CLAIM_ID) ? call.key("claim") : call.key("document")),
              call.text("tlp").equals(UNDONE) ? Optional.empty()
                  : Optional.of(Coded.require(Tlp.class, call.text("tlp"))),
              call.text("reason"), call.by());
          return Reply.of(
              new IncidentOperations.Recorded(List.of(act.subject()), ledger.act(List.of(act)).added() > 0));
        }));
  }
}
