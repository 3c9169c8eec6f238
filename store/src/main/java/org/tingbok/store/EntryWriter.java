package org.tingbok.store;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Writes the values of core as the JSON that entries hold; [EntryReader] reads it back equal.
///
/// The names here are the file format: they stay when a record component is renamed. What is empty or not stated is left
/// out.
final class EntryWriter {
  private final JsonGenerator json;

  private EntryWriter(JsonGenerator json) {
    this.json = json;
  }

  static String document(Document document) {
    return object(writer -> writer.writeDocument(document));
  }

  static String claim(Claim claim) {
    return object(writer -> writer.writeClaim(claim));
  }

  /// Writes the slots of a claim into an object that its caller begins and ends.
  static void claim(JsonGenerator json, Claim claim) {
    new EntryWriter(json).writeClaim(claim);
  }

  static String unread(Unread unread) {
    return object(writer -> {
      writer.place(unread.evidence());
      writer.text("reason", unread.reason());
    });
  }

  private static String object(Consumer<EntryWriter> slots) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonObject.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      slots.accept(new EntryWriter(json));
      json.writeEndObject();
    }
    return withoutHalves(text.toString());
  }

  /// Escapes halves of surrogate pairs, which UTF-8 has no bytes for: a quote may begin or end within a pair.
  static String withoutHalves(String json) {
    StringBuilder escaped = new StringBuilder();
    int copied = 0;
    for (int at = 0; at < json.length(); at++) {
      char unit = json.charAt(at);
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      if (Character.isHighSurrogate(unit) && at + 1 < json.length() && Character.isLowSurrogate(json.charAt(at + 1))) {
        at++;
        continue;
      }
      escaped.append(json, copied, at).append("\\u").append(Integer.toHexString(unit));
      copied = at + 1;
    }
    return copied == 0 ? json : escaped.append(json, copied, json.length()).toString();
  }

  private void writeDocument(Document document) {
    text("id", document.id().value());
    text("source", document.source());
    text("sha256", document.sha256());
    text("mediaType", document.mediaType());
    text("title", document.title());
    text("publisher", document.publisher());
    date("published", document.published());
    text("language", document.language());
    objects("dates", document.dates(), date -> {
      code("kind", date.kind());
      date("value", date.value());
      json.writeNumberProperty("start", date.span().start());
      json.writeNumberProperty("end", date.span().end());
      text("quote", date.quote());
    });
    json.writeBooleanProperty("dateConflict", document.dateConflict());
    objects("body", document.body(), span -> {
      json.writeNumberProperty("start", span.start());
      json.writeNumberProperty("end", span.end());
    });
    text("text", document.text());
  }

  private void writeClaim(Claim claim) {
    code("type", claim.type());
    text("document", claim.document().value());
    saying(claim.saying());
    switch (claim) {
      case Claim.Attribution attribution -> parties("accused", attribution.accused());
      case Claim.NonAttribution non -> {
        parties("accused", non.accused());
        json.writeBooleanProperty("withdraws", non.withdraws());
      }
      case Claim.Denial _ -> {
      }
      case Claim.Alias alias -> {
        parties("names", List.of(alias.first(), alias.second()));
        code("relation", alias.relation());
      }
      case Claim.Affiliation affiliation -> {
        object("actor", () -> party(affiliation.actor()));
        object("sponsor", () -> party(affiliation.sponsor()));
        code("relation", affiliation.relation());
      }
      case Claim.Response response -> {
        response.kind().ifPresent(kind -> code("kind", kind));
        parties("target", response.target());
      }
      case Claim.Impact impact -> {
        text("what", impact.what());
        code("polarity", impact.polarity());
      }
      case Claim.Method method -> {
        text("what", method.what());
        code("polarity", method.polarity());
        texts("vulnerabilities", method.vulnerabilities());
        texts("techniques", method.techniques());
      }
    }
    claim.account().ifPresent(account -> object("incident", () -> account(account)));
    objects("evidence", claim.evidence(), this::place);
  }

  private void saying(Saying saying) {
    parties("claimants", saying.claimants());
    saying.speaker().ifPresent(speaker -> object("speaker", () -> {
      text("name", speaker.name());
      text("role", speaker.role());
    }));
    json.writeBooleanProperty("ownVoice", saying.ownVoice());
    texts("reportedBy", saying.reportedBy());
    Certainty certainty = saying.certainty();
    object("certainty", () -> {
      code("level", certainty.level());
      text("words", certainty.words());
      certainty.likelihood().ifPresent(likelihood -> code("likelihood", likelihood));
      certainty.confidence().ifPresent(confidence -> code("confidence", confidence));
    });
    date("saidOn", saying.saidOn());
    text("readBy", saying.readBy());
    saying.added().ifPresent(added -> object("added", () -> {
      text("by", added.by());
      text("reason", added.reason());
      text("day", added.day().toString());
    }));
    text("id", saying.erasedId());
  }

  private void account(IncidentAccount account) {
    text("document", account.document().value());
    text("key", account.key());
    text("label", account.label());
    parties("victims", account.victims());
    date("period", account.period());
    texts("names", account.names());
    texts("countries", account.countries());
    texts("sectors", account.sectors());
  }

  private void party(Party party) {
    text("name", party.name());
    code("kind", party.kind());
    text("country", party.country());
    text("text", party.text());
  }

  private void place(Evidence evidence) {
    json.writeNumberProperty("start", evidence.start());
    json.writeNumberProperty("end", evidence.end());
    text("quote", evidence.quote());
  }

  private void date(String slot, PartialDate date) {
    Optional<LocalDate> last = date.last();
    date.first().ifPresent(first -> object(slot, () -> {
      text("from", first.toString());
      text("to", last.map(LocalDate::toString));
    }));
  }

  private void parties(String slot, List<Party> parties) {
    objects(slot, parties, this::party);
  }

  private void code(String slot, Coded value) {
    text(slot, value.code());
  }

  private void text(String slot, String text) {
    json.writeStringProperty(slot, text);
  }

  private void text(String slot, Optional<String> text) {
    text.ifPresent(value -> text(slot, value));
  }

  private void texts(String slot, Collection<String> texts) {
    if (!texts.isEmpty()) {
      json.writeArrayPropertyStart(slot);
      texts.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private void object(String slot, Runnable slots) {
    json.writeObjectPropertyStart(slot);
    slots.run();
    json.writeEndObject();
  }

  private <T> void objects(String slot, List<T> values, Consumer<T> slots) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(slot);
      for (T value : values) {
        json.writeStartObject();
        slots.accept(value);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
