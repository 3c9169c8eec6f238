package org.tingbok.app.api;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.ClaimPage;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.Part;
import org.tingbok.app.desk.DocumentPage;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.OriginsPage;
import org.tingbok.app.desk.Stories;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.PartyKind;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Cursor;
import org.tingbok.query.Page;
import org.tingbok.reading.knowledge.Sectors;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;

/// Claims.
final class ClaimOperations {
  private static final String STRETCH = "([12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)";
  private static final int MOST = 50;

  private ClaimOperations() {
  }

  /// The words that carry a claim.
  ///
  /// @param evidence each place
  /// @param paragraphs the paragraphs that they stand in, marked
  /// @param document where
  record Words(List<ClaimCard.EvidenceCard> evidence, List<DocumentPage.ParagraphCard> paragraphs,
      ClaimCard.DocumentCard document) {
  }

  static List<Operation> all() {
    List<Parameter> conditions = new ArrayList<>(questions());
    conditions.add(Parameter.query("order", Parameters.coded(ClaimOrder.values()),
        "In which order; `best` where words of quotes are asked for, else `newest`, if none is given."));
    conditions.add(Parameter.query("count", new Schema.Flag(), "Whether to count those on all pages, as `total`."));
    return List.of(
        Operation.get("/claims", "listClaims", Operation.Tag.CLAIMS, "Claims for which conditions hold")
            .says(
                "Several values of one condition are alternatives; several conditions have to hold together. A claim names its operation"
                    + " as its own document does.")
            .takes(Parameters.listed(conditions.toArray(Parameter[]::new))).such("accused", Parameters.ACTOR)
            .such("type", "attribution").answers(Answer.page(ClaimCard.class, "A page of claims."))
            .by(ClaimOperations::list),
        Operation.get("/claims/{claim}", "readClaim", Operation.Tag.CLAIMS, "One claim")
            .says(
                "The sentence in its paragraph, the way it took from the claimant to the outlet, and what was done about it. A claim"
                    + " that is no longer on record answers with `gone`. Its `ETag` is what a ruling gives in `If-Match`.")
            .takes(Parameters.asked(Parameters.CLAIM_ID)).answers(Answer.ok(ClaimPage.class, "The claim.")).by(call -> {
              ClaimPage page = page(call);
              int seen = seen(call.holdings().ledger(), page.claim().id());
              return Reply.of(whole(page, seen)).as(Integer.toString(seen));
            }),
        Operation
            .get("/claims/{claim}/history", "listClaimHistory", Operation.Tag.CLAIMS, "What was done about a claim")
            .says("Rulings, better readings, retractions, in order.").takes(Parameters.listed(Parameters.CLAIM_ID))
            .answers(Answer.page(ClaimPage.ActCard.class, "A page of acts."))
            .by(call -> Listing.within(call, parts -> page(parts.claim(call.key("claim"))).history())),
        Operation
            .get("/claims/{claim}/evidence", "readClaimEvidence", Operation.Tag.CLAIMS, "The words that carry a claim")
            .says(
                "Each place in the canonical text, in UTF-16 code units, half-open; and the paragraphs around, marked.")
            .takes(Parameters.asked(Parameters.CLAIM_ID)).answers(Answer.ok(Words.class, "The evidence.")).by(call -> {
              ClaimPage page = page(call);
              return Reply.of(new Words(page.claim().evidence(), page.paragraphs(), page.claim().document()));
            }),
        Operation
            .get("/claims/{claim}/origins", "readClaimOrigins", Operation.Tag.CLAIMS, "Whose word a claim rests on")
            .says("The way of every report of it from where it was first said.")
            .takes(Parameters.asked(Parameters.CLAIM_ID))
            .answers(Answer.ok(OriginsPage.class, "The origins.")).by(call -> {
              Part part = call.parts().origins(call.key("claim"));
              return Reply.of(new Stories(part.desk()).origins(page(part).claim().id()));
            }));
  }

  private static ClaimPage page(Call call) {
    return page(call.parts().claim(call.key("claim")));
  }

  private static ClaimPage page(Part part) {
    return part.desk().documents().claim(part.id());
  }

  /// The claim with how much has been done about it, whatever day is asked for: a ruling tells it, so that nobody overwrites a
  /// colleague's.
  private static ClaimPage whole(ClaimPage page, int seen) {
    return new ClaimPage(page.claim(), page.chain(), page.paragraphs(), page.elsewhere(), page.history(), seen,
        page.gone());
  }

  /// How much has been done about a claim.
  static int seen(Ledger ledger, String claim) {
    return ledger.claim(claim).map(history -> history.acts().size()).orElse(0);
  }

  /// What can be asked of claims.
  static List<Parameter> questions() {
    List<Parameter> all = new ArrayList<>();
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      all.add(Parameter.query(slot.code(), schema(slot), words(slot)).such(example(slot)));
    }
    return all;
  }

  private static Schema schema(ClaimQuestion.Slot slot) {
    return switch (slot) {
      case TYPE -> several(Parameters.coded(ClaimType.values()));
      case CERTAINTY -> several(Parameters.coded(CertaintyLevel.values()));
      case CLAIMANT_KIND -> several(Parameters.coded(PartyKind.values()));
      case STATE, ACCUSED_STATE, VICTIM_STATE -> several(Parameters.STATE);
      case SECTOR -> several(new Schema.Choice(Sectors.standard().vocabulary().stream().sorted().toList()));
      case ACCUSED, CLAIMANT, VICTIM -> several(Schema.line(120));
      case INCIDENT -> Schema.line(200);
      case HAPPENED, SAID, RECORDED ->
        new Schema.Text(4, 24, "^(" + STRETCH + "(\\.\\." + STRETCH + "?)?|\\.\\." + STRETCH + ")$",
            "a stretch of time; give one as in 2024, 2024-03..2024-05-31, ..2024");
      case DOCUMENT -> several(Schema.id("document--"));
      case LANGUAGE -> several(new Schema.Text(2, 12, "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "a language as in `nb`"));
      case PUBLISHER -> several(Schema.line(120));
      case QUOTE -> Schema.line(400);
    };
  }

  private static Schema several(Schema each) {
    return new Schema.Several(each, 1, MOST);
  }

  private static String words(ClaimQuestion.Slot slot) {
    return switch (slot) {
      case TYPE -> "The type of claim.";
      case CERTAINTY -> "How sure the claimants sound.";
      case INCIDENT ->
        "The id of an incident; or words that its own document has of the operation: label, names, victims.";
      case ACCUSED -> "Who is held responsible, or not confirmed, under any name that is one with it by the view.";
      case CLAIMANT -> "Who says it, under any name of that body or state; or who speaks for it.";
      case CLAIMANT_KIND -> "What sort whoever says it is of.";
      case STATE -> "The state of whoever says it.";
      case ACCUSED_STATE -> "The state of the accused.";
      case VICTIM -> "Who was hit.";
      case VICTIM_STATE -> "The state of who was hit.";
      case SECTOR -> "The sector of who was hit, in STIX's words.";
      case HAPPENED -> "When the operation may have happened.";
      case SAID -> "When it may have been said.";
      case RECORDED -> "When it was recorded, ruled on, read better or retracted, UTC.";
      case DOCUMENT -> "The id of the document that it stands in, or the beginning of it.";
      case LANGUAGE -> "The language of its document, as in BCP 47.";
      case PUBLISHER -> "Who publishes its document.";
      case QUOTE -> "Words of its quote: `\"a phrase\"`, `begin*`, `-without`.";
    };
  }

  private static String example(ClaimQuestion.Slot slot) {
    return switch (slot) {
      case TYPE -> "attribution";
      case CERTAINTY -> "moderate";
      case INCIDENT -> "fjordline";
      case ACCUSED -> Parameters.ACTOR;
      case CLAIMANT -> "Nordlys Lab";
      case CLAIMANT_KIND -> "organisation";
      case STATE, VICTIM_STATE -> "NO";
      case ACCUSED_STATE -> "CN";
      case VICTIM -> "Fjordline Booking";
      case SECTOR -> "transportation";
      case HAPPENED -> "2018";
      case SAID -> "2019..2021-06";
      case RECORDED -> "2026-11-01..";
      case DOCUMENT -> Parameters.DOCUMENT;
      case LANGUAGE -> "en";
      case PUBLISHER -> "Harbour Gazette";
      case QUOTE -> "passwords";
    };
  }

  private static Reply list(Call call) {
    Map<ClaimQuestion.Slot, List<String>> asked = new EnumMap<>(ClaimQuestion.Slot.class);
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      asked.put(slot, call.all(slot.code()));
    }
    ClaimQuestion question = new ClaimQuestion(asked, "");
    Ledger ledger = call.holdings().ledger();
    AsOf asOf = call.asOf();
    ClaimOrder order = call.one("order").flatMap(code -> Coded.find(ClaimOrder.class, code))
        .orElse(question.quotes() ? ClaimOrder.BEST : ClaimOrder.NEWEST);
    ClaimQuery query = question.query(new Lookup(ledger, asOf, call.view().orElse(View.ANY),
        day -> call.holdings().parts().apply(day, Optional.empty())), order);
    Page<RecordedClaim> page = ledger.claims(query, asOf, Listing.part(call));
    return Listing.page(call, new ClaimCards(ledger, Stems.FORMS).claims(page.items()),
        call.flag("count") ? Optional.of(ledger.count(query, asOf)) : Optional.empty(), page.next().map(Cursor::text));
  }
}
