package org.tingbok.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tingbok.claim.Addition;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.claim.Unread;
import org.tingbok.document.DateKind;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;

/// Reads what [EntryWriter] wrote. Slots that it does not know are passed over.
///
/// All methods throw `ENTRY_UNREADABLE` if the JSON is not that of an entry.
final class EntryReader {
  private EntryReader() {
  }

  static Document document(byte[] json) {
    JsonObject entry = JsonObject.read(json);
    return new Document(new DocumentId(entry.text("id")), entry.text("source"), entry.text("sha256"),
        entry.text("mediaType"), entry.text("text"), entry.optionalText("title"), entry.optionalText("publisher"),
        date(entry, "published"), entry.text("language"), entry.objects("dates", EntryReader::documentDate),
        entry.flag("dateConflict"), entry.objects("body", EntryReader::span));
  }

  static Unread unread(byte[] json) {
    JsonObject entry = JsonObject.read(json);
    return new Unread(evidence(entry), entry.text("reason"));
  }

  static Claim claim(byte[] json) {
    return claim(JsonObject.read(json));
  }

  static Claim claim(JsonObject entry) {
    DocumentId document = new DocumentId(entry.text("document"));
    Saying saying = saying(entry);
    Optional<IncidentAccount> incident = entry.optionalObject("incident", EntryReader::account);
    List<Evidence> evidence = entry.objects("evidence", EntryReader::evidence);
    return switch (code(entry, "type", ClaimType.class)) {
      case ATTRIBUTION -> new Claim.Attribution(document, saying, parties(entry, "accused"), incident, evidence);
      case NON_ATTRIBUTION -> new Claim.NonAttribution(document, saying, parties(entry, "accused"), incident,
          entry.flag("withdraws"), evidence);
      case DENIAL -> new Claim.Denial(document, saying, incident, evidence);
      case ALIAS -> {
        List<Party> names = parties(entry, "names");
        if (names.size() != 2) {
          throw JsonObject.unreadable("an alias of " + names.size() + " names");
        }
        yield new Claim.Alias(document, saying, names.get(0), names.get(1),
            code(entry, "relation", AliasRelation.class), evidence);
      }
      case AFFILIATION -> new Claim.Affiliation(document, saying, entry.object("actor", EntryReader::party),
          entry.object("sponsor", EntryReader::party), code(entry, "relation", AffiliationRelation.class), evidence);
      case RESPONSE -> new Claim.Response(document, saying, optionalCode(entry, "kind", ResponseKind.class),
          parties(entry, "target"), incident, evidence);
      case IMPACT -> new Claim.Impact(document, saying, incident, entry.text("what"),
          code(entry, "polarity", Polarity.class), evidence);
      case METHOD -> new Claim.Method(document, saying, incident, entry.text("what"),
          code(entry, "polarity", Polarity.class), entry.texts("vulnerabilities"), entry.texts("techniques"), evidence);
    };
  }

  /// The quotes of a claim.
  static List<Evidence> quotes(byte[] claim) {
    return JsonObject.only("evidence", claim).objects("evidence", EntryReader::evidence);
  }

  private static Saying saying(JsonObject claim) {
    return new Saying(parties(claim, "claimants"),
        claim.optionalObject("speaker", speaker -> new Speaker(speaker.text("name"), speaker.optionalText("role"))),
        claim.flag("ownVoice"), claim.texts("reportedBy"), claim.object("certainty", EntryReader::certainty),
        date(claim, "saidOn"), claim.optionalText("readBy"), claim.optionalText("id"),
        claim.optionalObject("added", EntryReader::addition));
  }

  private static Addition addition(JsonObject added) {
    return new Addition(added.text("by"), added.text("reason"), day(added.text("day")));
  }

  private static Certainty certainty(JsonObject certainty) {
    return new Certainty(code(certainty, "level", CertaintyLevel.class), certainty.optionalText("words"),
        optionalCode(certainty, "likelihood", Likelihood.class),
        optionalCode(certainty, "confidence", AnalyticConfidence.class));
  }

  private static IncidentAccount account(JsonObject account) {
    return new IncidentAccount(new DocumentId(account.text("document")), account.text("key"), account.text("label"),
        parties(account, "victims"), date(account, "period"), new TreeSet<>(account.texts("names")),
        new TreeSet<>(account.texts("countries")), new TreeSet<>(account.texts("sectors")));
  }

  private static List<Party> parties(JsonObject object, String slot) {
    return object.objects(slot, EntryReader::party);
  }

  private static Party party(JsonObject party) {
    return new Party(party.text("name"), code(party, "kind", PartyKind.class), party.optionalText("country"),
        party.text("text"));
  }

  private static Evidence evidence(JsonObject evidence) {
    return new Evidence(evidence.number("start"), evidence.number("end"), evidence.text("quote"));
  }

  private static DocumentDate documentDate(JsonObject date) {
    return new DocumentDate(code(date, "kind", DateKind.class), date(date, "value"), span(date), date.text("quote"));
  }

  private static Span span(JsonObject span) {
    return new Span(span.number("start"), span.number("end"));
  }

  static PartialDate date(JsonObject object, String slot) {
    return object.optionalObject(slot,
        date -> PartialDate.range(day(date.text("from")), day(date.text("to")))).orElse(PartialDate.NOT_STATED);
  }

  /// The same as `LocalDate.parse` without its formatter, which takes a tenth of the time of reading a ledger.
  private static LocalDate day(String iso) {
    try {
      if (iso.length() != 10 || iso.charAt(4) != '-' || iso.charAt(7) != '-' || iso.charAt(0) == '-') {
        return LocalDate.parse(iso);
      }
      return LocalDate.of(Integer.parseInt(iso, 0, 4, 10), Integer.parseInt(iso, 5, 7, 10),
          Integer.parseInt(iso, 8, 10, 10));
    } catch (DateTimeException | NumberFormatException e) {
      throw new BadInputException("ENTRY_UNREADABLE", "the entry holds '" + iso + "' where a day should be", e);
    }
  }

  private static <E extends Enum<E> & Coded> E code(JsonObject object, String slot, Class<E> vocabulary) {
    return Coded.require(vocabulary, object.text(slot));
  }

  private static <E extends Enum<E> & Coded> Optional<E> optionalCode(JsonObject object, String slot,
      Class<E> vocabulary) {
    return object.optionalText(slot).map(code -> Coded.require(vocabulary, code));
  }
}
