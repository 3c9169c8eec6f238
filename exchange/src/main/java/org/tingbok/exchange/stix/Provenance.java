package org.tingbok.exchange.stix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Slot;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Document;
import org.tingbok.exchange.StixConfidence;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// The extension that carries a claim whole: who says it, through whom, when, how surely, in which words of which document.
/// Its slots are described in `docs/claim-provenance.schema.json`.
final class Provenance {
  static final String ID = ContentId.of("extension-definition", "claim-provenance");

  /// When the definition last changed: one version of an object has one content.
  private static final String CHANGED = "2026-11-24T00:00:00.000Z";
  private static final String VERSION = "1.3.0";

  private Provenance() {
  }

  static Map<String, Object> definition() {
    Map<String, Object> object = Bundle.object("extension-definition", ID, Stamps.NAMED, CHANGED);
    object.put("name", "claim-provenance");
    object.put("description", "A claim whole, on every relationship, note and opinion that is made of it: who says it,"
        + " through whom it reached the reader, when, how surely, and the words of the document; on a report, what the"
        + " document is; on an incident, when it happened; on a note about an identity, how far the ledger's organisation relies on it."
        + " Where the claimant's own words state a confidence or a"
        + " likelihood, `confidence` of the object is a courtesy; this extension is the authority.");
    object.put("schema", "JSON Schema 2020-12, docs/claim-provenance.schema.json of Tingbok, version " + VERSION);
    object.put("version", VERSION);
    object.put("extension_types", List.of("property-extension"));
    return object;
  }

  static Map<String, Object> extension(String kind) {
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("extension_type", "property-extension");
    extension.put("claim_kind", kind);
    return extension;
  }

  static void period(Map<String, Object> extension, String name, PartialDate date) {
    date.first().ifPresent(day -> extension.put(name + "_from", day.toString()));
    date.last().ifPresent(day -> extension.put(name + "_to", day.toString()));
  }

  /// `standing`, `withdrawn` or `corrected`.
  static String status(RecordedClaim recorded) {
    return recorded.retraction().map(Act.Retracted::kind).map(Coded::code).orElse("standing");
  }

  static Map<String, Object> of(RecordedClaim recorded, Document document, Entities entities,
      Optional<String> incident, String report) {
    Claim claim = recorded.claim();
    Saying saying = claim.saying();
    Map<String, Object> extension = extension(claim.type().code());
    extension.put("claim_id", recorded.id());
    extension.put("claimant_refs", saying.claimants().stream().map(entities::identity).distinct().toList());
    saying.speaker().ifPresent(speaker -> extension.put("speaker", speaker(speaker)));
    extension.put("own_voice", saying.ownVoice());
    Bundle.put(extension, "reported_by", saying.reportedBy());
    period(extension, "said", recorded.said());
    extension.put("said_precision", recorded.bound().code());
    extension.put("claim_status", status(recorded));
    recorded.retraction().ifPresent(act -> {
      extension.put("taken_back_by", act.by());
      extension.put("taken_back_on", act.day().toString());
      extension.put("taken_back_where", act.where());
      if (act.subject().equals(document.id().value())) {
        extension.put("taken_back_document", true);
      }
      Bundle.put(extension, "superseded_by", act.replacement());
    });
    recorded.ruling().ifPresent(ruling -> extension.put("ruling", ruling.verdict().code()));
    slots(extension, claim);
    Bundle.put(extension, "parties", parties(claim, entities));
    Bundle.put(extension, "incident_ref", incident);
    claim.account().ifPresent(account -> {
      extension.put("account_id", account.id());
      extension.put("account_key", account.key());
      extension.put("account_label", account.label());
      period(extension, "happened", account.period());
      Bundle.put(extension, "malware_and_campaigns", List.copyOf(account.names()));
      Bundle.put(extension, "sectors", List.copyOf(account.sectors()));
      Bundle.put(extension, "countries", List.copyOf(account.countries()));
    });
    extension.put("certainty", certainty(saying.certainty()));
    Bundle.put(extension, "read_by", saying.readBy());
    saying.added().ifPresent(added -> {
      extension.put("added_by", added.by());
      extension.put("added_reason", added.reason());
      extension.put("added_on", added.day().toString());
    });
    extension.put("evidence", claim.evidence().stream().map(one -> evidence(one, document, report)).toList());
    return extension;
  }

  private static void slots(Map<String, Object> extension, Claim claim) {
    switch (claim) {
      case Claim.Attribution _, Claim.Denial _ -> {
        // all is said by the parties
      }
      case Claim.NonAttribution non -> extension.put("withdraws", non.withdraws());
      case Claim.Alias alias -> extension.put("relation", alias.relation().code());
      case Claim.Affiliation affiliation -> extension.put("relation", affiliation.relation().code());
      case Claim.Response response -> Bundle.put(extension, "kind", response.kind().map(Coded::code));
      case Claim.Impact impact -> {
        extension.put("what", impact.what());
        extension.put("polarity", impact.polarity().code());
      }
      case Claim.Method method -> {
        extension.put("what", method.what());
        extension.put("polarity", method.polarity().code());
        Bundle.put(extension, "vulnerabilities", method.vulnerabilities());
        Bundle.put(extension, "techniques", method.techniques());
      }
    }
  }

  /// Everybody in the claim by the words of the text, in order.
  private static List<Map<String, Object>> parties(Claim claim, Entities entities) {
    List<Map<String, Object>> parties = new ArrayList<>();
    for (Slot slot : claim.slots()) {
      Map<String, Object> party = new LinkedHashMap<>();
      party.put("role", slot.role().code());
      party.put("party_ref", switch (slot.role()) {
        case ACCUSED, NAMED, ACTOR -> entities.actor(slot.party());
        case SPONSOR -> ClaimObjects.sponsor(claim, slot.party(), entities);
        case CLAIMANT, TARGET, VICTIM -> entities.identity(slot.party());
      });
      party.put("name", slot.party().name());
      party.put("text", slot.party().text());
      party.put("kind", slot.party().kind().code());
      Bundle.put(party, "country", slot.party().country());
      parties.add(party);
    }
    return parties;
  }

  private static Map<String, Object> speaker(Speaker speaker) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", speaker.name());
    Bundle.put(object, "role", speaker.role());
    return object;
  }

  private static Map<String, Object> certainty(Certainty certainty) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("level", certainty.level().code());
    Bundle.put(object, "words", certainty.words());
    Bundle.put(object, "likelihood", certainty.likelihood().map(Coded::code));
    Bundle.put(object, "analytic_confidence", certainty.confidence().map(Coded::code));
    if (certainty.confidence().isPresent()) {
      object.put("scale", "None / Low / Med / High");
    } else if (certainty.likelihood().isPresent()) {
      object.put("scale", "DNI");
    }
    OptionalInt value = StixConfidence.of(certainty);
    if (value.isPresent()) {
      object.put("stix_value", value.getAsInt());
    }
    return object;
  }

  private static Map<String, Object> evidence(Evidence evidence, Document document, String report) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("document_ref", report);
    object.put("start", evidence.start());
    object.put("end", evidence.end());
    object.put("quote", evidence.quote());
    object.put("quote_sha256", ContentId.sha256(evidence.quote().getBytes(StandardCharsets.UTF_8)));
    object.put("document_sha256", document.sha256());
    return object;
  }
}
