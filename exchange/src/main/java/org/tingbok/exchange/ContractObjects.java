package org.tingbok.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tingbok.analysis.ActorProfile;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import tools.jackson.core.JsonGenerator;

/// The objects of the JSON contract, one method each.
final class ContractObjects {
  private final JsonGenerator json;
  private final Function<DocumentId, Optional<DocumentId>> copies;

  /// Where to write, and what a document is a copy of.
  ContractObjects(JsonGenerator json, Function<DocumentId, Optional<DocumentId>> copies) {
    this.json = json;
    this.copies = copies;
  }

  void document(Document document, List<Unread> unread) {
    json.writeStartObject();
    json.writeStringProperty("id", document.id().value());
    json.writeStringProperty("source", document.source());
    json.writeStringProperty("sha256", document.sha256());
    text("title", document.title());
    text("publisher", document.publisher());
    text("published", Optional.of(document.published().iso()).filter(iso -> !iso.isEmpty()));
    json.writeStringProperty("language", document.language());
    json.writeArrayPropertyStart("dates");
    document.dates().forEach(this::date);
    json.writeEndArray();
    json.writeBooleanProperty("dateConflict", document.dateConflict());
    text("copyOf", copies.apply(document.id()).map(DocumentId::value));
    json.writeArrayPropertyStart("body");
    document.body().forEach(this::span);
    json.writeEndArray();
    evidence("unread", unread.stream().map(Unread::evidence).toList());
    json.writeEndObject();
  }

  private void date(DocumentDate date) {
    json.writeStartObject();
    json.writeStringProperty("kind", date.kind().code());
    json.writeStringProperty("value", date.value().iso());
    json.writeNumberProperty("start", date.span().start());
    json.writeNumberProperty("end", date.span().end());
    json.writeStringProperty("quote", date.quote());
    json.writeEndObject();
  }

  private void span(Span span) {
    json.writeStartObject();
    json.writeNumberProperty("start", span.start());
    json.writeNumberProperty("end", span.end());
    json.writeEndObject();
  }

  /// A claim, by the id that it is known by, and the id of the incident that it is about.
  void claim(String id, Claim claim, Optional<String> incident) {
    Saying saying = claim.saying();
    json.writeStartObject();
    json.writeStringProperty("id", id);
    json.writeStringProperty("type", claim.type().code());
    json.writeStringProperty("document", claim.document().value());
    parties("claimants", saying.claimants());
    speaker(saying.speaker());
    json.writeBooleanProperty("ownVoice", saying.ownVoice());
    texts("reportedBy", saying.reportedBy());
    switch (claim) {
      case Claim.Attribution attribution -> parties("accused", attribution.accused());
      case Claim.NonAttribution non -> {
        parties("accused", non.accused());
        json.writeBooleanProperty("withdraws", non.withdraws());
      }
      case Claim.Denial _ -> {
      }
      case Claim.Alias alias -> {
        json.writeStringProperty("relation", alias.relation().code());
        parties("names", List.of(alias.first(), alias.second()));
      }
      case Claim.Affiliation affiliation -> {
        party("actor", affiliation.actor());
        party("sponsor", affiliation.sponsor());
        json.writeStringProperty("relation", affiliation.relation().code());
      }
      case Claim.Response response -> {
        text("kind", response.kind().map(Coded::code));
        target(response.target());
      }
      case Claim.Impact impact -> json.writeStringProperty("what", impact.what());
      case Claim.Method method -> {
        json.writeStringProperty("what", method.what());
        texts("vulnerabilities", method.vulnerabilities());
        texts("techniques", method.techniques());
      }
    }
    switch (claim) {
      case Claim.Alias _, Claim.Affiliation _ -> {
      }
      case Claim.Attribution _, Claim.NonAttribution _, Claim.Denial _, Claim.Response _, Claim.Impact _, Claim.Method _ ->
        text("incident", incident);
    }
    json.writeStringProperty("polarity", polarity(claim).code());
    certainty(saying.certainty());
    period("saidOn", saying.saidOn());
    text("readBy", saying.added().map(added -> "analyst:" + added.by()).or(saying::readBy));
    evidence("evidence", claim.evidence());
    json.writeEndObject();
  }

  private static Polarity polarity(Claim claim) {
    return switch (claim) {
      case Claim.Impact impact -> impact.polarity();
      case Claim.Method method -> method.polarity();
      case Claim.Attribution _, Claim.NonAttribution _, Claim.Denial _, Claim.Alias _, Claim.Affiliation _, Claim.Response _ ->
        Polarity.AFFIRMED;
    };
  }

  void incident(Incident incident) {
    json.writeStartObject();
    json.writeStringProperty("id", incident.id());
    json.writeStringProperty("name", incident.name());
    json.writeArrayPropertyStart("victims");
    for (Party victim : incident.victims()) {
      json.writeStartObject();
      json.writeStringProperty("name", victim.name());
      text("country", victim.country());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts("sectors",
        incident.accounts().stream().flatMap(account -> account.sectors().stream()).distinct().sorted().toList());
    period("period", incident.period());
    texts("documents", incident.documents().stream().map(Object::toString).toList());
    json.writeBooleanProperty("disputed", incident.disputed());
    json.writeEndObject();
  }

  void actor(ActorProfile actor) {
    json.writeStartObject();
    json.writeStringProperty("id", actor.id());
    json.writeStringProperty("name", actor.party().name());
    json.writeArrayPropertyStart("names");
    for (ActorProfile.OtherName name : actor.names()) {
      json.writeStartObject();
      json.writeStringProperty("name", name.name());
      json.writeStringProperty("relation", name.relation().code());
      texts("claims", name.claims().stream().map(recorded -> recorded.claim().id()).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void target(List<Party> target) {
    if (target.isEmpty()) {
      json.writeNullProperty("target");
    } else if (target.size() == 1) {
      party("target", target.getFirst());
    } else {
      parties("target", target);
    }
  }

  private void parties(String name, List<Party> parties) {
    json.writeArrayPropertyStart(name);
    parties.forEach(this::party);
    json.writeEndArray();
  }

  private void party(String name, Party party) {
    json.writeName(name);
    party(party);
  }

  private void party(Party party) {
    json.writeStartObject();
    json.writeStringProperty("name", party.name());
    json.writeStringProperty("id", party.id());
    json.writeStringProperty("text", party.text());
    text("country", party.country());
    json.writeEndObject();
  }

  private void speaker(Optional<Speaker> speaker) {
    if (speaker.isEmpty()) {
      json.writeNullProperty("speaker");
      return;
    }
    json.writeObjectPropertyStart("speaker");
    json.writeStringProperty("name", speaker.get().name());
    text("role", speaker.get().role());
    json.writeEndObject();
  }

  private void certainty(Certainty certainty) {
    json.writeObjectPropertyStart("certainty");
    json.writeStringProperty("level", certainty.level().code());
    text("text", certainty.words());
    OptionalInt stix = StixConfidence.of(certainty);
    if (stix.isPresent()) {
      json.writeNumberProperty("stix", stix.getAsInt());
    } else {
      json.writeNullProperty("stix");
    }
    json.writeEndObject();
  }

  private void period(String name, PartialDate period) {
    if (!period.stated()) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("from", period.first().orElseThrow().toString());
    json.writeStringProperty("to", period.last().orElseThrow().toString());
    json.writeEndObject();
  }

  private void evidence(String name, List<Evidence> ranges) {
    json.writeArrayPropertyStart(name);
    for (Evidence range : ranges) {
      json.writeStartObject();
      json.writeNumberProperty("start", range.start());
      json.writeNumberProperty("end", range.end());
      json.writeStringProperty("quote", range.quote());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void texts(String name, Collection<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private void text(String name, Optional<String> value) {
    if (value.isPresent()) {
      json.writeStringProperty(name, value.get());
    } else {
      json.writeNullProperty(name);
    }
  }
}
