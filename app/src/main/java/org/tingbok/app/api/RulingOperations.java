package org.tingbok.app.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Finding;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.Retraction;
import org.tingbok.app.desk.SlotChanges;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.RulingVerdict;

/// What analysts find of claims, and what sources go back on.
final class RulingOperations {
  private static final Schema PARTY = Schema.line(200);
  private static final String PARTIES = " A party is `NAME`, `NAME=KIND` or `NAME=KIND,STATE`.";
  private static final Schema.Fields CHANGES = new Schema.Fields("Correction",
      "What the text says instead, slot by slot; what is not named stays." + PARTIES,
      List.of(Schema.Field.maybe("type", Parameters.coded(ClaimType.values()), "Another type of claim."),
          parties("claimants", "Who says it."),
          Schema.Field.maybe("speaker", PARTY, "The person who speaks for them, `NAME` or `NAME=ROLE`."),
          parties("accused", "Who is held responsible, or not confirmed."),
          Schema.Field.maybe("withdraws", new Schema.Flag(),
              "Of a non-attribution, whether it takes an accusation back."),
          parties("names", "Of an alias, its two names."), Schema.Field.maybe("actor", PARTY, "Of an affiliation."),
          Schema.Field.maybe("sponsor", PARTY, "Of an affiliation."),
          Schema.Field.maybe("relation", new Schema.Choice(relations()), "Of an alias or an affiliation."),
          Schema.Field.maybe("kind", Parameters.coded(ResponseKind.values()), "Of a response."),
          parties("targets", "Of a response: whom it is made to."),
          Schema.Field.maybe("what", Schema.line(500), "Of an impact or a method."),
          Schema.Field.maybe("polarity", Parameters.coded(Polarity.values()), "Of an impact or a method."),
          Schema.Field.maybe("certainty", Parameters.coded(CertaintyLevel.values()), "How sure the claimants sound."),
          Schema.Field.maybe("certaintyWords", Schema.line(300),
              "The words that tell how sure; only with `certainty`."),
          Schema.Field.maybe("said", new Schema.Period(false), "When it was said."),
          Schema.Field.maybe("noIncident", new Schema.Flag(), "That it is about no operation in particular."),
          Schema.Field.maybe("evidence",
              new Schema.Several(
                  new Schema.Fields("Place", "A place in the canonical text, in UTF-16 code units, half-open.",
                      List.of(
                          Schema.Field.needed("start", new Schema.Whole(0, Integer.MAX_VALUE - 1, Optional.empty()),
                              "The first."),
                          Schema.Field.needed("end", new Schema.Whole(1, Integer.MAX_VALUE - 1, Optional.empty()),
                              "The one after the last."))),
                  1, 20),
              "Where it stands.")));
  private static final Schema.Fields RULING = new Schema.Fields("RulingRequest", "What an analyst finds of a claim.",
      List.of(Schema.Field.needed("verdict", Parameters.coded(RulingVerdict.values()), "What is found."),
          Schema.Field.maybe("reason", Schema.line(2000), "Why; only a confirmation needs none."), Parameters.BY,
          Schema.Field.maybe("seen", new Schema.Whole(0, 1_000_000, Optional.empty()),
              "How much had been done about the claim when you looked, as it tells itself; `If-Match` does as well."),
          Schema.Field.maybe("changes", CHANGES, "What the text says instead; of a correction only.")));

  private RulingOperations() {
  }

  /// A ruling that was recorded.
  ///
  /// @param claim the id of the claim
  /// @param verdict what was found
  /// @param seen how much has been done about the claim now
  record Ruled(String claim, String verdict, int seen) {
  }

  static List<Operation> all() {
    return List.of(
        Operation
            .post("/claims/{claim}/rulings", "ruleOnClaim", Operation.Tag.CLAIMS, "Confirm, correct or reject a claim")
            .says(
                "Records what an analyst finds of a claim, or, with `undone`, takes the last ruling back. It survives every later"
                    + " reading. Nobody overwrites a colleague: the request tells what the claim was like when it was looked at, by the `ETag`"
                    + " in `If-Match` or by `seen`; if something was done about it since, nothing is recorded (412, or 409).")
            .takes(Parameters.CLAIM_ID, Parameters.IF_MATCH)
            .body(Operation.Body.of(RULING, "{\"verdict\": \"confirmed\", \"by\": \"ida\", \"seen\": 0}"))
            .answers(Answer.made(Ruled.class, "The ruling is on record.")).by(RulingOperations::rule),
        retraction("/claims/{claim}/retractions", "retractClaim", Operation.Tag.CLAIMS, Parameters.CLAIM_ID,
            "A claimant goes back on a claim", "Nordlys Lab"),
        undo("/claims/{claim}/retractions/undo", "undoClaimRetraction", Operation.Tag.CLAIMS, Parameters.CLAIM_ID),
        retraction("/documents/{document}/retractions", "retractDocument", Operation.Tag.DOCUMENTS,
            Parameters.DOCUMENT_ID,
            "A publisher goes back on a report", "The Sound"),
        undo("/documents/{document}/retractions/undo", "undoDocumentRetraction", Operation.Tag.DOCUMENTS,
            Parameters.DOCUMENT_ID));
  }

  private static Schema.Field parties(String name, String words) {
    return Schema.Field.maybe(name, new Schema.Several(PARTY, 1, 20), words);
  }

  private static List<String> relations() {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(AliasRelation.values()).map(Coded::code),
        java.util.stream.Stream.of(AffiliationRelation.values()).map(Coded::code)).distinct().toList();
  }

  private static Reply rule(Call call) {
    RulingVerdict verdict = Coded.require(RulingVerdict.class, call.text("verdict"));
    if (call.has("changes") && verdict != RulingVerdict.CORRECTED) {
      throw Problem.raised(422, "CORRECTION_SLOT", "/changes", "only a correction says what the text says instead");
    }
    String match = call.context().header("If-Match");
    List<String> states = match == null || match.strip().equals("*") ? List.of() : Negotiation.states(match);
    boolean any = match != null && match.strip().equals("*");
    if (states.isEmpty() && !any && !call.has("seen")) {
      throw Problem.raised(428, "PRECONDITION_MISSING", "If-Match",
          "give the ETag of the claim in If-Match, or its 'seen', so that you overwrite nobody");
    }
    Ledger ledger = call.holdings().ledger();
    String claim = new Lookup(ledger, AsOf.NOW, View.ANY, day -> call.holdings().parts().apply(day, Optional.empty()))
        .claim(call.key("claim")).read().id();
    int now = ClaimOperations.seen(ledger, claim);
    if (!states.isEmpty() && !states.contains(Integer.toString(now))) {
      throw changed(claim);
    }
    int seen = call.body().map(json -> json.get("seen")).map(json -> json.decimalValue().intValue()).orElse(now);
    try {
      call.holdings().open().rule(claim, seen,
          new Finding(verdict, changes(call.within("changes")), call.text("reason"),
              call.by()));
    } catch (ContentionException e) {
      if (!states.isEmpty() && e.code().equals("RULED_MEANWHILE") && !call.has("seen")) {
        throw changed(claim);
      }
      throw e;
    }
    return Reply.made(new Ruled(claim, verdict.code(), seen + 1), Api.ROOT + "/claims/" + claim + "/history");
  }

  private static Problem.Raised changed(String claim) {
    return Problem.raised(412, "CHANGED_MEANWHILE", "If-Match",
        "something was done about " + claim + " since you looked; look again, nothing was recorded");
  }

  private static SlotChanges changes(Call given) {
    String certainty =
        given.text("certainty") + (given.has("certaintyWords") ? "=" + given.text("certaintyWords") : "");
    return new SlotChanges(given.text("type"), given.texts("claimants"), given.text("speaker"), given.texts("accused"),
        given.has("withdraws") ? Boolean.toString(given.yes("withdraws")) : "", given.texts("names"),
        given.text("actor"),
        given.text("sponsor"), given.text("relation"), given.text("kind"), given.texts("targets"), given.text("what"),
        given.text("polarity"), certainty, given.text("said"), given.yes("noIncident"), places(given));
  }

  private static List<String> places(Call given) {
    return given.body().map(json -> json.get("evidence")).map(list -> list.valueStream()
        .map(place -> place.get("start").decimalValue().intValue() + "-" + place.get("end").decimalValue().intValue())
        .toList())
        .orElse(List.of());
  }

  private static Operation retraction(String path, String id, Operation.Tag tag, Parameter subject, String summary,
      String by) {
    return Operation.post(path, id, tag, summary)
        .says(
            "Records that whoever said it went back on it on a day. It stays said until that day. Of several who say a claim together"
                + " the others stand by it. That we misread is another thing: see rulings.")
        .takes(subject)
        .body(Operation.Body.of(new Schema.Fields("RetractionRequest", "How a source goes back on what it said.",
            List.of(Schema.Field.needed("by", Schema.line(120), "Who goes back on it: who said it, or published it."),
                Schema.Field.needed("day", new Schema.Day(),
                    "The day it was told; none to come, and none before it was said."),
                Schema.Field.needed("where", Schema.line(2000),
                    "Where that is told: an address, words, or a document's id."),
                Schema.Field.maybe("replacedBy", Schema.line(60),
                    "The id of the claim or document on record that takes its place."),
                Schema.Field.maybe("anyway", new Schema.Flag(),
                    "Even if `by` is nobody who said it: a successor, or another name."))),
            "{\"by\": \"" + by + "\", \"day\": \"2024-05-02\", \"where\": \"its own page of that day\"}"))
        .answers(Answer.ok(IncidentOperations.Recorded.class, "The retraction is on record.")).by(call -> {
          LocalDate day = Writing.day(call);
          return call.holdings().open().with((ledger, _) -> {
            Lookup lookup = new Lookup(ledger, AsOf.NOW, View.ANY);
            Optional<String> instead = Optional.of(call.text("replacedBy")).filter(text -> !text.isEmpty())
                .map(lookup::claimOrDocument);
            Retraction checked = Retraction.of(ledger, subject(lookup, call), call.text("by"), day, call.yes("anyway"));
            return acted(ledger, new Act.Retracted(checked.subject(),
                instead.isPresent() ? RetractionKind.CORRECTED : RetractionKind.WITHDRAWN, checked.by(), day,
                call.text("where"),
                instead));
          });
        });
  }

  private static Operation undo(String path, String id, Operation.Tag tag, Parameter subject) {
    return Operation.post(path, id, tag, "A retraction was recorded by mistake")
        .says("The last retraction of it counts for no day.").takes(subject)
        .body(Operation.Body.of(new Schema.Fields("UndoRequest", "Why it is taken back.",
            List.of(Parameters.REASON, Parameters.BY, Parameters.DAY)),
            "{\"reason\": \"it was about another report\", \"by\": \"ida\"}"))
        .answers(Answer.ok(IncidentOperations.Recorded.class, "It is on record that it was a mistake.")).by(call -> {
          LocalDate day = Writing.day(call);
          return call.holdings().open().with((ledger, _) -> acted(ledger,
              new Act.Retracted(subject(new Lookup(ledger, AsOf.NOW, View.ANY), call), RetractionKind.UNDONE,
                  call.text("by"), day,
                  call.text("reason"), Optional.empty())));
        });
  }

  private static String subject(Lookup lookup, Call call) {
    return call.one("claim").map(key -> lookup.claim(key).read().id())
        .orElseGet(() -> lookup.document(call.key("document")).value());
  }

  private static Reply acted(Ledger ledger, Act act) {
    return Reply.of(new IncidentOperations.Recorded(List.of(act.subject()), ledger.act(List.of(act)).added() > 0));
  }
}
