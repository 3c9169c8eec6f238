package org.tingbok.exchange.stix;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.claim.Addition;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.QuotedText;
import org.tingbok.ledger.Act;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.SlotRole;
import tools.jackson.databind.JsonNode;

/// A document of another ledger with its claims, whole, out of the extension `claim-provenance`. The bundle has the words that
/// claims quote and no more, so the text is blocks with these words at their places, as of a text that was dropped
/// ([org.tingbok.ledger.Erasure]).
final class OwnClaims {
  private final StixObject report;
  private final List<Imported.Fault> faults = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private QuotedText text = new QuotedText(0, List.of());
  private final DocumentId document;
  private final String digest;

  private OwnClaims(StixObject report) {
    this.report = report;
    JsonNode told = report.provenance();
    this.digest = told.path("document_sha256").asString("");
    this.document = DocumentId.of(digest);
    if (!digest.matches("[0-9a-f]{64}") || !document.value().equals(told.path("document_id").asString(""))) {
      throw new BadInputException("STIX_RULE", "document_id is not that of document_sha256");
    }
  }

  /// Whether an object is the report of a document of a ledger.
  static boolean is(StixObject object) {
    return object.type().equals("report") && object.provenance().path("claim_kind").asString("").equals("document");
  }

  /// Reads the claims of a document.
  ///
  /// @param report its report
  /// @param told by claim the objects that carry it, which have to say the same
  /// @throws BadInputException if the report itself cannot be relied on
  static OwnClaims of(StixObject report, Map<String, List<StixObject>> told) {
    OwnClaims own = new OwnClaims(report);
    told.forEach((id, objects) -> {
      int faults = own.faults.size();
      if (objects.stream().allMatch(one -> one.provenance().equals(objects.getFirst().provenance()))) {
        own.add(objects.getFirst());
      } else {
        own.faults.add(BundleRules.fault(id, "the objects that carry it differ in what they say of it"));
      }
      if (own.faults.stream().skip(faults).anyMatch(fault -> fault.code().equals("STIX_RULE"))) {
        own.refused.add(id);
      }
    });
    own.text = own.fitted();
    return own;
  }

  /// The claims that were left out, by their ids in the bundle.
  Set<String> refused() {
    return refused;
  }

  List<Imported.Fault> faults() {
    return faults;
  }

  private void add(StixObject object) {
    try {
      JsonNode told = object.provenance();
      Claim claim = claim(told);
      for (JsonNode one : told.path("evidence")) {
        if (!text(one, "quote_sha256").equals(ContentId.sha256(text(one, "quote").getBytes(StandardCharsets.UTF_8)))
            || !text(one, "document_sha256").equals(digest)) {
          throw new BadInputException("STIX_RULE", "a quote is not what its digest says, or of another document");
        }
      }
      if (claim.evidence().stream().anyMatch(one -> one.end() > QuotedText.LONGEST)) {
        throw new BadInputException("STIX_RULE", "a quote stands at " + claim.evidence().getLast().end()
            + ", behind the end of the longest text");
      }
      claims.add(claim);
      if (!claim.id().equals(text(told, "claim_id"))) {
        faults.add(BundleRules.odd(object.name(), "it is " + text(told, "claim_id")
            + " there, as it was read before an analyst corrected it, and " + claim.id() + " here"));
      }
      if (told.has("taken_back_by")) {
        acts.add(retracted(told, claim));
      }
    } catch (BadInputException | DateTimeException e) {
      faults.add(BundleRules.fault(object.name(), String.valueOf(e.getMessage())));
    }
  }

  /// That a source went back on its word. Bundles of earlier versions do not say where that is told.
  private Act.Retracted retracted(JsonNode told, Claim claim) {
    return new Act.Retracted(told.path("taken_back_document").asBoolean(false) ? document.value() : claim.id(),
        Coded.require(RetractionKind.class, text(told, "claim_status")), text(told, "taken_back_by"),
        LocalDate.parse(text(told, "taken_back_on")), maybe(told, "taken_back_where").filter(one -> !one.isBlank())
            .orElse("a bundle of another ledger"),
        maybe(told, "superseded_by"));
  }

  /// What was done about the claims: that their sources went back on them.
  List<Act> acts() {
    return acts.stream().filter(act -> act.subject().equals(document.value())
        || claims.stream().anyMatch(claim -> claim.id().equals(act.subject()))).distinct().toList();
  }

  /// Puts the quotes at their places; a claim that quotes other words than an earlier one at the same place is left out.
  private QuotedText fitted() {
    QuotedText text = new QuotedText(report.provenance().path("text_length").asInt(0),
        claims.stream().flatMap(claim -> claim.evidence().stream()).toList());
    for (Claim claim : List.copyOf(claims)) {
      if (!text.put(claim.evidence())) {
        claims.remove(claim);
        refused.add(claim.id());
        faults.add(BundleRules.fault(claim.id(), "another claim quotes other words at the same place"));
      }
    }
    claims.sort(Comparator.comparingInt(claim -> claim.evidence().getFirst().start()));
    return text;
  }

  /// The document with its claims.
  ///
  /// @param behind what stands behind the words
  Reading reading(String behind) {
    JsonNode told = report.provenance();
    Document read = new Document(document, Optional.of(text(told, "source")).filter(one -> !one.isBlank()).orElse("-"),
        digest, StixWriter.MEDIA_TYPE, text.text() + behind, maybe(told, "title"), maybe(told, "publisher"),
        text(told, "published_precision").equals("not-stated") ? PartialDate.NOT_STATED : period(told, "published"),
        maybe(told, "language").orElse("und"), List.of(), false, text.body());
    return new Reading(read, claims, List.of());
  }

  private Claim claim(JsonNode told) {
    ClaimType type = Coded.require(ClaimType.class, text(told, "claim_kind"));
    Saying saying = saying(told);
    Optional<IncidentAccount> account = account(told);
    List<Evidence> evidence = told.path("evidence").valueStream()
        .map(one -> new Evidence(number(one, "start"), number(one, "end"), text(one, "quote"))).toList();
    return switch (type) {
      case ATTRIBUTION ->
        new Claim.Attribution(document, saying, parties(told, SlotRole.ACCUSED), account, evidence);
      case NON_ATTRIBUTION -> new Claim.NonAttribution(document, saying, parties(told, SlotRole.ACCUSED), account,
          told.path("withdraws").asBoolean(false), evidence);
      case DENIAL -> new Claim.Denial(document, saying, account, evidence);
      case ALIAS -> new Claim.Alias(document, saying, party(told, SlotRole.NAMED, 0), party(told, SlotRole.NAMED, 1),
          Coded.require(AliasRelation.class, text(told, "relation")), evidence);
      case AFFILIATION -> new Claim.Affiliation(document, saying, party(told, SlotRole.ACTOR, 0),
          party(told, SlotRole.SPONSOR, 0), Coded.require(AffiliationRelation.class, text(told, "relation")), evidence);
      case RESPONSE -> new Claim.Response(document, saying,
          maybe(told, "kind").map(kind -> Coded.require(ResponseKind.class, kind)), parties(told, SlotRole.TARGET),
          account, evidence);
      case IMPACT -> new Claim.Impact(document, saying, account, text(told, "what"),
          Coded.require(Polarity.class, text(told, "polarity")), evidence);
      case METHOD -> new Claim.Method(document, saying, account, text(told, "what"),
          Coded.require(Polarity.class, text(told, "polarity")), texts(told, "vulnerabilities"),
          texts(told, "techniques"), evidence);
    };
  }

  private static Saying saying(JsonNode told) {
    JsonNode sure = told.path("certainty");
    Certainty certainty = new Certainty(Coded.require(CertaintyLevel.class, text(sure, "level")), maybe(sure, "words"),
        maybe(sure, "likelihood").map(one -> Coded.require(Likelihood.class, one)),
        maybe(sure, "analytic_confidence").map(one -> Coded.require(AnalyticConfidence.class, one)));
    JsonNode speaker = told.path("speaker");
    PartialDate said =
        text(told, "said_precision").equals("stated") ? period(told, "said") : PartialDate.NOT_STATED;
    Saying saying = new Saying(parties(told, SlotRole.CLAIMANT),
        speaker.isObject() ? Optional.of(new Speaker(text(speaker, "name"), maybe(speaker, "role"))) : Optional.empty(),
        told.path("own_voice").asBoolean(false), texts(told, "reported_by"), certainty, said, maybe(told, "read_by"));
    return told.has("added_by")
        ? saying.added(Optional.of(new Addition(text(told, "added_by"), text(told, "added_reason"),
            LocalDate.parse(text(told, "added_on")))))
        : saying;
  }

  private Optional<IncidentAccount> account(JsonNode told) {
    if (!told.has("account_id")) {
      return Optional.empty();
    }
    return Optional.of(new IncidentAccount(document, text(told, "account_key"), text(told, "account_label"),
        parties(told, SlotRole.VICTIM), period(told, "happened"), new TreeSet<>(texts(told, "malware_and_campaigns")),
        new TreeSet<>(texts(told, "countries")), new TreeSet<>(texts(told, "sectors"))));
  }

  private static List<Party> parties(JsonNode told, SlotRole role) {
    return told.path("parties").valueStream().filter(one -> text(one, "role").equals(role.code()))
        .map(one -> new Party(text(one, "name"), Coded.require(PartyKind.class, text(one, "kind")),
            maybe(one, "country"), text(one, "text")))
        .toList();
  }

  private static Party party(JsonNode told, SlotRole role, int which) {
    List<Party> parties = parties(told, role);
    if (parties.size() <= which) {
      throw new BadInputException("STIX_RULE", "a party is missing: " + role.code());
    }
    return parties.get(which);
  }

  private static PartialDate period(JsonNode told, String name) {
    if (!told.has(name + "_from")) {
      return PartialDate.NOT_STATED;
    }
    return PartialDate.range(LocalDate.parse(text(told, name + "_from")), LocalDate.parse(text(told, name + "_to")));
  }

  private static List<String> texts(JsonNode node, String slot) {
    return node.path(slot).valueStream().map(one -> one.asString("")).toList();
  }

  private static int number(JsonNode node, String slot) {
    return node.path(slot).isInt() ? node.path(slot).asInt() : -1;
  }

  private static String text(JsonNode node, String slot) {
    return node.path(slot).isString() ? node.path(slot).asString() : "";
  }

  private static Optional<String> maybe(JsonNode node, String slot) {
    return node.path(slot).isString() ? Optional.of(node.path(slot).asString()) : Optional.empty();
  }
}
