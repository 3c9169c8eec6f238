package org.tingbok.app.api;

import java.util.List;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.DocumentPage;
import org.tingbok.app.desk.Part;
import org.tingbok.document.DocumentId;

/// Documents.
final class DocumentOperations {
  private static final String TEXT = "text/plain; charset=utf-8";

  private DocumentOperations() {
  }

  static List<Operation> all() {
    return List.of(
        Operation.get("/documents", "listDocuments", Operation.Tag.DOCUMENTS, "Documents")
            .says("What was read, the last published first.").takes(Parameters.listed())
            .answers(Answer.page(ClaimCard.DocumentCard.class, "A page of documents."))
            .by(call -> Listing.of(call, desk -> desk.documents().all())),
        Operation.get("/documents/{document}", "readDocument", Operation.Tag.DOCUMENTS, "One document")
            .says("Its dates, copies and claims, and the sentences that look like claims and were not understood.")
            .takes(Parameters.asked(Parameters.DOCUMENT_ID)).answers(Answer.ok(DocumentPage.class, "The document."))
            .by(call -> Reply.of(page(call))),
        Operation.get("/documents/{document}/text", "readDocumentText", Operation.Tag.DOCUMENTS, "Its text")
            .says(
                "The canonical text, to which all offsets refer: decoded, with line ends made `\\n`, and nothing else. Where it was erased,"
                    + " blocks stand.")
            .takes(Parameters.asked(Parameters.DOCUMENT_ID)).answers(Answer.text("The text.", "text/plain"))
            .by(call -> Reply
                .text(call.holdings().ledger().document(new DocumentId(page(call).id())).orElseThrow().reading()
                    .document().text(), TEXT)),
        Operation.get("/documents/{document}/claims", "listDocumentClaims", Operation.Tag.DOCUMENTS, "What it claims")
            .says("Its claims, in order of place.").takes(Parameters.listed(Parameters.DOCUMENT_ID))
            .answers(Answer.page(ClaimCard.class, "A page of claims."))
            .by(call -> Listing.within(call, parts -> page(parts.document(call.key("document"))).claims())));
  }

  private static DocumentPage page(Call call) {
    return page(call.parts().document(call.key("document")));
  }

  private static DocumentPage page(Part part) {
    return part.desk().documents().page(part.id());
  }
}
