package org.tingbok.store;

import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.Ruling;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.SourceReliability;
import org.tingbok.vocabulary.Tlp;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Acts as the JSON that entries hold, and back. The names here are the file format: they stay when a record component is
/// renamed. What is empty is left out.
final class ActJson {
  private ActJson() {
  }

  /// The kind of an entry, as the table has it.
  static String kind(Act act) {
    return switch (act) {
      case Act.Ruled _ -> "ruled";
      case Act.Misread _ -> "misread";
      case Act.Reopened _ -> "reopened";
      case Act.Revised _ -> "revised";
      case Act.Retracted _ -> "retracted";
      case Act.Erased _ -> "erased";
      case Act.Grouped _ -> "grouped";
      case Act.WatchSet _ -> "watch-set";
      case Act.WatchSeen _ -> "watch-seen";
      case Act.WatchDropped _ -> "watch-dropped";
      case Act.Graded _ -> "graded";
      case Act.Subscribed _ -> "subscribed";
      case Act.Fetched _ -> "fetched";
      case Act.Marked _ -> "marked";
    };
  }

  /// Writes an act; an erasure without the slot `left`, which [#erased] adds.
  static String write(Act act) {
    return write(act, Optional.empty());
  }

  /// Writes an erasure with what it left.
  ///
  /// @param erased the act
  /// @param left the digest that [ErasedContent.Remains] gives of the document's entries
  static String erased(Act.Erased erased, String left) {
    return write(erased, Optional.of(left));
  }

  private static String write(Act act, Optional<String> left) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonObject.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      switch (act) {
        case Act.Ruled(Ruling ruling) -> ruling(json, ruling);
        case Act.Misread misread -> {
          json.writeStringProperty("claim", misread.claim());
          json.writeStringProperty("reason", misread.reason());
          json.writeStringProperty("reader", misread.reader());
        }
        case Act.Reopened reopened -> {
          json.writeStringProperty("sentence", reopened.sentence());
          json.writeStringProperty("reason", reopened.reason());
          json.writeStringProperty("by", reopened.by());
          json.writeStringProperty("day", reopened.day().toString());
        }
        case Act.Revised revised -> {
          json.writeObjectPropertyStart("claim");
          EntryWriter.claim(json, revised.claim());
          json.writeEndObject();
          json.writeStringProperty("reader", revised.reader());
        }
        case Act.Retracted retracted -> {
          json.writeStringProperty("subject", retracted.subject());
          json.writeStringProperty("kind", retracted.kind().code());
          json.writeStringProperty("by", retracted.by());
          json.writeStringProperty("day", retracted.day().toString());
          json.writeStringProperty("where", retracted.where());
          retracted.replacement().ifPresent(other -> json.writeStringProperty("replacement", other));
        }
        case Act.Erased erased -> {
          json.writeStringProperty("document", erased.document().value());
          json.writeStringProperty("reason", erased.reason());
          json.writeStringProperty("by", erased.by());
          json.writeStringProperty("day", erased.day().toString());
          left.ifPresent(digest -> json.writeStringProperty("left", digest));
        }
        case Act.Grouped grouped -> {
          json.writeArrayPropertyStart("accounts");
          grouped.accounts().forEach(account -> {
            json.writeStartObject();
            json.writeStringProperty("document", account.document().value());
            json.writeStringProperty("key", account.key());
            json.writeEndObject();
          });
          json.writeEndArray();
          json.writeStringProperty("verdict", grouped.verdict().code());
          json.writeStringProperty("reason", grouped.reason());
          json.writeStringProperty("by", grouped.by());
          json.writeStringProperty("day", grouped.day().toString());
        }
        case Act.WatchSet set -> {
          json.writeStringProperty("name", set.name());
          json.writeStringProperty("question", set.question());
          json.writeStringProperty("by", set.by());
        }
        case Act.WatchSeen seen -> {
          json.writeStringProperty("name", seen.name());
          json.writeStringProperty("upTo", seen.upTo().toString());
        }
        case Act.WatchDropped dropped -> json.writeStringProperty("name", dropped.name());
        case Act.Graded graded -> {
          json.writeStringProperty("source", graded.source());
          graded.reliability().ifPresent(letter -> json.writeStringProperty("reliability", letter.code()));
          json.writeStringProperty("reason", graded.reason());
          json.writeStringProperty("by", graded.by());
          json.writeStringProperty("day", graded.day().toString());
        }
        case Act.Subscribed subscribed -> {
          json.writeStringProperty("address", subscribed.address());
          json.writeBooleanProperty("wanted", subscribed.wanted());
          json.writeStringProperty("by", subscribed.by());
        }
        case Act.Fetched fetched -> {
          json.writeStringProperty("document", fetched.document().value());
          json.writeStringProperty("asked", fetched.asked());
          json.writeStringProperty("found", fetched.found());
          json.writeStringProperty("at", fetched.at().toString());
          fetched.feed().ifPresent(one -> json.writeStringProperty("feed", one));
          fetched.entry().ifPresent(one -> json.writeStringProperty("entry", one));
          fetched.etag().ifPresent(one -> json.writeStringProperty("etag", one));
          fetched.modified().ifPresent(one -> json.writeStringProperty("modified", one));
        }
        case Act.Marked marked -> {
          json.writeStringProperty("subject", marked.subject());
          marked.marking().ifPresent(one -> json.writeStringProperty("tlp", one.code()));
          json.writeStringProperty("reason", marked.reason());
          json.writeStringProperty("by", marked.by());
        }
      }
      json.writeEndObject();
    }
    return EntryWriter.withoutHalves(text.toString());
  }

  private static void ruling(JsonGenerator json, Ruling ruling) {
    json.writeStringProperty("claim", ruling.claim());
    json.writeStringProperty("verdict", ruling.verdict().code());
    ruling.correction().ifPresent(claim -> {
      json.writeObjectPropertyStart("correction");
      EntryWriter.claim(json, claim);
      json.writeEndObject();
    });
    json.writeStringProperty("reason", ruling.reason());
    json.writeStringProperty("by", ruling.by());
    json.writeStringProperty("day", ruling.day().toString());
    ruling.carriedFrom().ifPresent(claim -> json.writeStringProperty("carriedFrom", claim));
  }

  /// Reads what [#write] wrote; slots that it does not know are passed over.
  ///
  /// @throws BadInputException `ENTRY_UNREADABLE` if the JSON is not that of an entry
  static Act read(String kind, byte[] content) {
    JsonObject json = JsonObject.read(content);
    try {
      return switch (kind) {
        case "ruled" -> new Act.Ruled(new Ruling(json.text("claim"),
            Coded.require(RulingVerdict.class, json.text("verdict")),
            json.optionalObject("correction", EntryReader::claim), json.text("reason"), json.text("by"),
            LocalDate.parse(json.text("day")), json.optionalText("carriedFrom")));
        case "misread" -> new Act.Misread(json.text("claim"), json.text("reason"), json.text("reader"));
        case "reopened" -> new Act.Reopened(json.text("sentence"), json.text("reason"), json.text("by"),
            LocalDate.parse(json.text("day")));
        case "revised" -> new Act.Revised(json.object("claim", EntryReader::claim), json.text("reader"));
        case "retracted" -> new Act.Retracted(json.text("subject"),
            Coded.require(RetractionKind.class, json.text("kind")), json.text("by"),
            LocalDate.parse(json.text("day")), json.text("where"), json.optionalText("replacement"));
        case "erased" -> new Act.Erased(new DocumentId(json.text("document")), json.text("reason"), json.text("by"),
            LocalDate.parse(json.text("day")));
        case "grouped" -> new Act.Grouped(
            json.objects("accounts",
                account -> new AccountRef(new DocumentId(account.text("document")), account.text("key"))),
            Coded.require(GroupingVerdict.class, json.text("verdict")), json.text("reason"), json.text("by"),
            LocalDate.parse(json.text("day")));
        case "watch-set" -> new Act.WatchSet(json.text("name"), json.text("question"), json.text("by"));
        case "watch-seen" -> new Act.WatchSeen(json.text("name"), Instant.parse(json.text("upTo")));
        case "watch-dropped" -> new Act.WatchDropped(json.text("name"));
        case "graded" -> new Act.Graded(json.text("source"), json.optionalText("reliability")
            .map(letter -> Coded.require(SourceReliability.class, letter)), json.text("reason"), json.text("by"),
            LocalDate.parse(json.text("day")));
        case "subscribed" -> new Act.Subscribed(json.text("address"), json.flag("wanted"), json.text("by"));
        case "fetched" -> new Act.Fetched(new DocumentId(json.text("document")), json.text("asked"),
            json.text("found"), Instant.parse(json.text("at")), json.optionalText("feed"), json.optionalText("entry"),
            json.optionalText("etag"), json.optionalText("modified"));
        case "marked" -> new Act.Marked(json.text("subject"),
            json.optionalText("tlp").map(colour -> Coded.require(Tlp.class, colour)), json.text("reason"),
            json.text("by"));
        default -> throw JsonObject.unreadable("a '" + kind + "'");
      };
    } catch (DateTimeException e) {
      throw new BadInputException("ENTRY_UNREADABLE", "the entry holds a day or moment that is none: "
          + e.getMessage(), e);
    }
  }

  /// What an erasure left of its document.
  ///
  /// @param content of an entry of the kind `erased`
  /// @return the digest; empty if it carries none
  static Optional<String> left(byte[] content) {
    return JsonObject.read(content).optionalText("left");
  }
}
