package org.tingbok.exchange;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Speaker;
import org.tingbok.document.DateKind;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.Span;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON contract back (`docs/reading.schema.json`).
public final class ContractReader {
  private ContractReader() {
  }

  /// Reads a reading.
  ///
  /// @param in JSON as [ContractWriter] writes it; read to its end, left open
  /// @return what it tells
  /// @throws BadInputException `CONTRACT_UNREADABLE` if it is no JSON or lacks what the contract asks for; the codes of the
  ///     vocabularies and dates if a value is not one of theirs
  public static Contract read(InputStream in) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(in);
    } catch (JacksonException e) {
      throw new BadInputException("CONTRACT_UNREADABLE", "the reading is no JSON: " + e.getOriginalMessage(), e);
    }
    return new Contract(list(root, "documents", ContractReader::document), list(root, "claims", ContractReader::claim),
        list(root, "incidents", ContractReader::incident), list(root, "actors", ContractReader::actor));
  }

  private static Contract.ReadDocument document(JsonNode node) {
    return new Contract.ReadDocument(text(node, "id"), text(node, "source"), text(node, "sha256"), maybe(node, "title"),
        maybe(node, "publisher"), PartialDate.parse(maybe(node, "published").orElse("")), text(node, "language"),
        list(node, "dates", ContractReader::date), flag(node, "dateConflict"), maybe(node, "copyOf"),
        list(node, "body", ContractReader::span), list(node, "unread", ContractReader::evidence));
  }

  private static DocumentDate date(JsonNode node) {
    return new DocumentDate(Coded.require(DateKind.class, text(node, "kind")), PartialDate.parse(text(node, "value")),
        span(node), text(node, "quote"));
  }

  private static Contract.ReadClaim claim(JsonNode node) {
    JsonNode certainty = node.path("certainty");
    ClaimType type = Coded.require(ClaimType.class, text(node, "type"));
    return new Contract.ReadClaim(text(node, "id"), type, text(node, "document"),
        list(node, "claimants", ContractReader::party), speaker(node.path("speaker")), flag(node, "ownVoice"),
        texts(node, "reportedBy"), Coded.require(CertaintyLevel.class, text(certainty, "level")),
        maybe(certainty, "text"),
        certainty.path("stix").isInt() ? OptionalInt.of(certainty.path("stix").asInt()) : OptionalInt.empty(),
        period(node.path("saidOn")), maybe(node, "readBy"), Coded.require(Polarity.class, text(node, "polarity")),
        maybe(node, "incident"),
        parties(type, node), maybe(node, type == ClaimType.RESPONSE ? "kind" : "relation"),
        node.path("withdraws").asBoolean(false), maybe(node, "what"), optionalTexts(node, "vulnerabilities"),
        optionalTexts(node, "techniques"), list(node, "evidence", ContractReader::evidence));
  }

  private static List<Contract.ReadParty> parties(ClaimType type, JsonNode node) {
    return switch (type) {
      case ATTRIBUTION, NON_ATTRIBUTION -> list(node, "accused", ContractReader::party);
      case ALIAS -> list(node, "names", ContractReader::party);
      case AFFILIATION -> List.of(party(node.path("actor")), party(node.path("sponsor")));
      case RESPONSE -> {
        JsonNode target = node.path("target");
        yield target.isArray() ? list(node, "target", ContractReader::party)
            : target.isObject() ? List.of(party(target)) : List.of();
      }
      case DENIAL, IMPACT, METHOD -> List.of();
    };
  }

  private static Contract.ReadParty party(JsonNode node) {
    return new Contract.ReadParty(text(node, "name"), text(node, "id"), text(node, "text"), maybe(node, "country"));
  }

  private static Optional<Speaker> speaker(JsonNode node) {
    return node.isObject() ? Optional.of(new Speaker(text(node, "name"), maybe(node, "role"))) : Optional.empty();
  }

  private static Contract.ReadIncident incident(JsonNode node) {
    return new Contract.ReadIncident(text(node, "id"), text(node, "name"),
        list(node, "victims", victim -> new Contract.Victim(text(victim, "name"), maybe(victim, "country"))),
        texts(node, "sectors"), period(node.path("period")), texts(node, "documents"), flag(node, "disputed"));
  }

  private static Contract.ReadActor actor(JsonNode node) {
    return new Contract.ReadActor(text(node, "id"), text(node, "name"), list(node, "names",
        name -> new Contract.ReadName(text(name, "name"), text(name, "relation"), texts(name, "claims"))));
  }

  private static PartialDate period(JsonNode node) {
    return node.isObject() ? PartialDate.range(LocalDate.parse(text(node, "from")), LocalDate.parse(text(node, "to")))
        : PartialDate.NOT_STATED;
  }

  private static Span span(JsonNode node) {
    return new Span(number(node, "start"), number(node, "end"));
  }

  private static Evidence evidence(JsonNode node) {
    return new Evidence(number(node, "start"), number(node, "end"), text(node, "quote"));
  }

  private static <T> List<T> list(JsonNode node, String slot, Function<JsonNode, T> of) {
    JsonNode array = required(node, slot);
    if (!array.isArray()) {
      throw unreadable(slot, array);
    }
    List<T> list = new ArrayList<>();
    array.forEach(element -> list.add(of.apply(element)));
    return list;
  }

  private static List<String> texts(JsonNode node, String slot) {
    return list(node, slot, element -> element.asString(""));
  }

  private static List<String> optionalTexts(JsonNode node, String slot) {
    return node.has(slot) ? texts(node, slot) : List.of();
  }

  private static String text(JsonNode node, String slot) {
    JsonNode value = required(node, slot);
    if (!value.isString()) {
      throw unreadable(slot, value);
    }
    return value.asString();
  }

  private static Optional<String> maybe(JsonNode node, String slot) {
    return node.path(slot).isString() ? Optional.of(node.path(slot).asString()) : Optional.empty();
  }

  private static boolean flag(JsonNode node, String slot) {
    JsonNode value = required(node, slot);
    if (!value.isBoolean()) {
      throw unreadable(slot, value);
    }
    return value.asBoolean();
  }

  private static int number(JsonNode node, String slot) {
    JsonNode value = required(node, slot);
    if (!value.isInt()) {
      throw unreadable(slot, value);
    }
    return value.asInt();
  }

  private static JsonNode required(JsonNode node, String slot) {
    JsonNode value = node.path(slot);
    if (value.isMissingNode()) {
      throw new BadInputException("CONTRACT_UNREADABLE", "the reading lacks '" + slot + "' in " + excerpt(node));
    }
    return value;
  }

  private static BadInputException unreadable(String slot, JsonNode value) {
    return new BadInputException("CONTRACT_UNREADABLE", "the reading's '" + slot + "' cannot be " + excerpt(value));
  }

  private static String excerpt(JsonNode node) {
    String text = node.toString();
    return text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }
}
