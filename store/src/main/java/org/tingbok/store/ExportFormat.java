package org.tingbok.store;

import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/// The lines of an exported ledger, documented in `docs/ledger-format.md`: a first line that says what it is, one for each
/// entry, a last one that says how many there were and the head of the chain.
final class ExportFormat {
  /// What the first line says the file is.
  static final String NAME = "tingbok-ledger";
  /// The version of the format that is written; all up to it are read.
  static final int VERSION = 1;

  private ExportFormat() {
  }

  /// What a line says.
  sealed interface Line {
  }

  /// The first line.
  ///
  /// @param version of the format
  record First(int version) implements Line {
  }

  /// An entry.
  ///
  /// @param entry the entry
  record One(Entry entry) implements Line {
  }

  /// The last line.
  ///
  /// @param entries how many there were
  /// @param head the hash of the last; 64 zeros if there were none
  record Last(long entries, String head) implements Line {
  }

  /// A line, without its end.
  static String write(Line line) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonObject.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      switch (line) {
        case First(int version) -> {
          json.writeStringProperty("format", NAME);
          json.writeNumberProperty("version", version);
        }
        case One(Entry entry) -> {
          json.writeNumberProperty("sequence", entry.sequence());
          json.writeStringProperty("kind", entry.kind());
          json.writeStringProperty("subject", entry.subject());
          entry.document().ifPresent(document -> json.writeStringProperty("document", document));
          json.writeStringProperty("recordedAt", Instant.ofEpochMilli(entry.recordedAt()).toString());
          json.writeStringProperty("hash", entry.hash());
          json.writeName("content");
          // As it is, to the byte: the chain is made of it.
          json.writeRawValue(entry.content());
        }
        case Last(long entries, String head) -> {
          json.writeNumberProperty("entries", entries);
          json.writeStringProperty("head", head);
        }
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  /// Reads a line.
  ///
  /// @param line without its end
  /// @return what it says; the content of an entry is that of the line to the letter
  /// @throws BadInputException `EXPORT_UNREADABLE` if it is none of the three, with what is wrong
  static Line read(String line) {
    Slots slots = new Slots();
    try (JsonParser parser = JsonObject.JSON.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw unreadable("it is no JSON object");
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        slots.read(name, parser, line);
      }
      if (parser.nextToken() != null) {
        throw unreadable("something comes after the object");
      }
    } catch (JacksonException e) {
      throw new BadInputException("EXPORT_UNREADABLE", "it is no JSON: " + e.getOriginalMessage(), e);
    }
    return slots.line();
  }

  private static BadInputException unreadable(String what) {
    return new BadInputException("EXPORT_UNREADABLE", what);
  }

  /// The members of a line.
  private static final class Slots {
    private Optional<String> format = Optional.empty();
    private Optional<Long> version = Optional.empty();
    private Optional<Long> entries = Optional.empty();
    private Optional<String> head = Optional.empty();
    private Optional<Long> sequence = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private Optional<String> document = Optional.empty();
    private Optional<String> recordedAt = Optional.empty();
    private Optional<String> hash = Optional.empty();
    private Optional<String> content = Optional.empty();

    private void read(String name, JsonParser parser, String line) {
      JsonToken token = parser.nextToken();
      switch (name) {
        case "format" -> format = text(name, token, parser);
        case "version" -> version = number(name, token, parser);
        case "entries" -> entries = number(name, token, parser);
        case "head" -> head = hash(name, token, parser);
        case "sequence" -> sequence = number(name, token, parser);
        case "kind" -> kind = text(name, token, parser);
        case "subject" -> subject = text(name, token, parser);
        case "document" -> document = text(name, token, parser);
        case "recordedAt" -> recordedAt = text(name, token, parser);
        case "hash" -> hash = hash(name, token, parser);
        case "content" -> {
          if (token != JsonToken.START_OBJECT) {
            throw unreadable("'content' is no object");
          }
          int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
          parser.skipChildren();
          content = Optional.of(line.substring(start, Math.toIntExact(parser.currentLocation().getCharOffset())));
        }
        default -> throw unreadable("it has '" + name + "', which no line of this format has");
      }
    }

    private static Optional<String> text(String name, JsonToken token, JsonParser parser) {
      if (token != JsonToken.VALUE_STRING) {
        throw unreadable("'" + name + "' is no string");
      }
      return Optional.of(parser.getString());
    }

    private static Optional<Long> number(String name, JsonToken token, JsonParser parser) {
      if (token != JsonToken.VALUE_NUMBER_INT || parser.getLongValue() < 0) {
        throw unreadable("'" + name + "' is no whole number");
      }
      return Optional.of(parser.getLongValue());
    }

    private static Optional<String> hash(String name, JsonToken token, JsonParser parser) {
      Optional<String> hex = text(name, token, parser);
      if (hex.orElse("").length() != 2 * Chain.LENGTH
          || !hex.orElse("").chars().allMatch(digit -> HexFormat.isHexDigit(digit) && !Character.isUpperCase(digit))) {
        throw unreadable("'" + name + "' is no hash of 64 lower-case hexadecimal digits");
      }
      return hex;
    }

    private Line line() {
      if (format.isPresent()) {
        return first();
      }
      if (entries.isPresent()) {
        return new Last(entries.get(), there("head", head));
      }
      return new One(new Entry(there("sequence", sequence), there("kind", kind), there("subject", subject), document,
          moment(there("recordedAt", recordedAt)), there("hash", hash), there("content", content)));
    }

    private First first() {
      if (!format.equals(Optional.of(NAME))) {
        throw unreadable("its format is '" + format.orElse("") + "', not '" + NAME + "'");
      }
      return new First(Math.toIntExact(Math.min(there("version", version), Integer.MAX_VALUE)));
    }

    private static <T> T there(String name, Optional<T> slot) {
      return slot.orElseThrow(() -> unreadable("it lacks '" + name + "'"));
    }

    private static long moment(String text) {
      try {
        Instant moment = Instant.parse(text);
        if (moment.truncatedTo(ChronoUnit.MILLIS).equals(moment)) {
          return moment.toEpochMilli();
        }
      } catch (DateTimeException | ArithmeticException e) {
        throw new BadInputException("EXPORT_UNREADABLE", "'recordedAt' is no moment", e);
      }
      throw unreadable("'recordedAt' is finer than milliseconds");
    }
  }
}
