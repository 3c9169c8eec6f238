package org.tingbok.store;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Citation;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Listing;
import org.tingbok.claim.NameDecision;
import org.tingbok.ledger.NameEntry;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.NameMeaning;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Entries about names as the JSON that the file holds, and back. The names here are the file format: they stay when a
/// record component is renamed. What is empty or not stated is left out.
final class NameEntryJson {
  /// What the kinds of entries about names begin with.
  static final String PREFIX = "name-";

  private NameEntryJson() {
  }

  /// The kind of an entry, as the table has it.
  static String kind(NameEntry entry) {
    return switch (entry) {
      case NameEntry.Said _ -> PREFIX + "said";
      case NameEntry.Withdrawn _ -> PREFIX + "withdrawn";
      case NameEntry.Decided _, NameEntry.Meant _ -> PREFIX + "decided";
    };
  }

  /// What an entry is about: a listing, the two names of a decision, or the name that it is about.
  static String subject(NameEntry entry) {
    return switch (entry) {
      case NameEntry.Said said -> said.listing().id();
      case NameEntry.Withdrawn gone -> gone.listing();
      case NameEntry.Decided decided -> decided.decision().first() + " | " + decided.decision().second();
      case NameEntry.Meant meant -> meant.decision().name();
    };
  }

  static String write(NameEntry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonObject.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      switch (entry) {
        case NameEntry.Said said -> {
          json.writeStringProperty("list", said.listing().list());
          listing(json, said.listing());
          date(json, "said", said.said());
          json.writeStringProperty("edition", said.edition().toString());
        }
        case NameEntry.Withdrawn gone -> {
          json.writeStringProperty("list", gone.list());
          json.writeStringProperty("edition", gone.edition().toString());
        }
        case NameEntry.Decided decided -> {
          Decision decision = decided.decision();
          json.writeStringProperty("first", decision.first());
          json.writeStringProperty("second", decision.second());
          json.writeStringProperty("verdict", decision.verdict().code());
          json.writeStringProperty("reason", decision.reason());
          json.writeStringProperty("by", decision.by());
          json.writeStringProperty("day", decision.day().toString());
        }
        case NameEntry.Meant meant -> {
          NameDecision decision = meant.decision();
          json.writeStringProperty("name", decision.name());
          json.writeStringProperty("means", decision.means().code());
          text(json, "near", Optional.of(decision.near()).filter(near -> !near.isEmpty()));
          json.writeStringProperty("reason", decision.reason());
          json.writeStringProperty("by", decision.by());
          json.writeStringProperty("day", decision.on().toString());
        }
      }
      json.writeEndObject();
    }
    return EntryWriter.withoutHalves(text.toString());
  }

  private static void listing(JsonGenerator json, Listing listing) {
    json.writeStringProperty("claimant", listing.claimant());
    json.writeStringProperty("entry", listing.entry());
    json.writeStringProperty("actor", listing.actor());
    json.writeStringProperty("name", listing.name());
    json.writeStringProperty("relation", listing.relation().code());
    text(json, "giver", listing.giver());
    Certainty certainty = listing.certainty();
    json.writeStringProperty("certainty", certainty.level().code());
    text(json, "words", certainty.words());
    text(json, "likelihood", certainty.likelihood().map(Coded::code));
    text(json, "confidence", certainty.confidence().map(Coded::code));
    if (!listing.citations().isEmpty()) {
      json.writeArrayPropertyStart("citations");
      for (Citation citation : listing.citations()) {
        json.writeStartObject();
        json.writeStringProperty("text", citation.text());
        text(json, "address", citation.address());
        date(json, "date", citation.date());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    date(json, "saidOn", listing.saidOn());
    json.writeStringProperty("quote", listing.words());
  }

  private static void text(JsonGenerator json, String slot, Optional<String> text) {
    text.ifPresent(present -> json.writeStringProperty(slot, present));
  }

  private static void date(JsonGenerator json, String slot, PartialDate date) {
    ends(date, ends -> {
      json.writeObjectPropertyStart(slot);
      json.writeStringProperty("from", ends[0].toString());
      json.writeStringProperty("to", ends[1].toString());
      json.writeEndObject();
    });
  }

  private static void ends(PartialDate date, Consumer<LocalDate[]> stated) {
    date.first().ifPresent(first -> stated.accept(new LocalDate[] {first, date.last().orElseThrow()}));
  }

  /// Reads what [#write] wrote; slots that it does not know are passed over.
  ///
  /// @throws org.tingbok.vocabulary.BadInputException `ENTRY_UNREADABLE` if the JSON is not that of an entry
  static NameEntry read(String kind, String subject, byte[] content) {
    JsonObject json = JsonObject.read(content);
    return read(kind, json.optionalText("list"), subject, json);
  }

  /// The same of an entry of schema 2, which had its list beside the JSON.
  static NameEntry read(String kind, Optional<String> list, String subject, byte[] content) {
    return read(PREFIX + kind, list, subject, JsonObject.read(content));
  }

  private static NameEntry read(String kind, Optional<String> list, String subject, JsonObject json) {
    return switch (kind) {
      case "name-said" -> new NameEntry.Said(listing(json, list.orElse("")), EntryReader.date(json, "said"),
          LocalDate.parse(json.text("edition")));
      case "name-withdrawn" ->
        new NameEntry.Withdrawn(list.orElse(""), subject, LocalDate.parse(json.text("edition")));
      case "name-decided" -> json.optionalText("means").<NameEntry>map(means -> new NameEntry.Meant(
          new NameDecision(json.text("name"), Coded.require(NameMeaning.class, means),
              json.optionalText("near").orElse(""), json.text("by"), LocalDate.parse(json.text("day")),
              json.text("reason"))))
          .orElseGet(() -> new NameEntry.Decided(new Decision(json.text("first"), json.text("second"),
              Coded.require(Verdict.class, json.text("verdict")), json.text("reason"), json.text("by"),
              LocalDate.parse(json.text("day")))));
      default -> throw JsonObject.unreadable("a '" + kind + "'");
    };
  }

  private static Listing listing(JsonObject json, String list) {
    Certainty certainty = new Certainty(Coded.require(CertaintyLevel.class, json.text("certainty")),
        json.optionalText("words"), json.optionalText("likelihood").map(code -> Coded.require(Likelihood.class, code)),
        json.optionalText("confidence").map(code -> Coded.require(AnalyticConfidence.class, code)));
    return new Listing(list, json.text("claimant"), json.text("entry"), json.text("actor"), json.text("name"),
        Coded.require(AliasRelation.class, json.text("relation")), json.optionalText("giver"), certainty,
        json.objects("citations", one -> new Citation(one.text("text"), one.optionalText("address"),
            EntryReader.date(one, "date"))),
        EntryReader.date(json, "saidOn"), json.text("quote"));
  }
}
