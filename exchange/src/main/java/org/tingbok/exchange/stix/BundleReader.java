package org.tingbok.exchange.stix;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads the bytes of a bundle, or of an envelope of TAXII, strictly and within bounds: a file that no two readers need read
/// alike (a key twice, a byte order mark, NaN) is refused as a whole.
final class BundleReader {
  static final int LARGEST = 64 << 20;
  private static final int MOST_OBJECTS = 200_000;
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 16 << 20;
  private static final int HEAD = 64 << 10;
  private static final Pattern ID = Pattern.compile("\"id\"\\s{0,9}:\\s{0,9}\"([^\"]{1,300})\"");

  static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT)
          .maxNameLength(1000).maxNumberLength(400).maxDocumentLength(LARGEST).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
  private static final JsonMapper GLANCE = JsonMapper.builder().build();

  private final byte[] bytes;
  private int number;
  private long began;

  private BundleReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Whether bytes look like a bundle, an envelope, or a single object: from their beginning, whatever follows.
  static boolean recognises(byte[] bytes) {
    int from = bytes.length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb ? 3 : 0;
    while (from < bytes.length && from < HEAD && bytes[from] <= ' ' && bytes[from] > 0) {
      from++;
    }
    if (from >= bytes.length || bytes[from] != '{') {
      return false;
    }
    String head = new String(bytes, from, Math.min(HEAD, bytes.length - from), StandardCharsets.ISO_8859_1);
    try (JsonParser parser = GLANCE.createParser(head)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_STRING && (name.equals("type") && parser.getString().equals("bundle")
            || name.equals("id") && StixValues.typeOf(parser.getString()).isPresent())) {
          return true;
        }
        if (name.equals("objects") && value == JsonToken.START_ARRAY) {
          return parser.nextToken() == JsonToken.START_OBJECT && first(parser);
        }
        parser.skipChildren();
      }
    } catch (JacksonException e) {
      return head.contains("\"bundle--");
    }
    return false;
  }

  /// Whether the first of the objects has an id as STIX has them.
  private static boolean first(JsonParser parser) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("id") && value == JsonToken.VALUE_STRING && parser.getString().contains("--")
          || name.equals("spec_version") && value == JsonToken.VALUE_STRING) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  /// The objects of a bundle, those of version 2.0 as 2.1 writes them.
  ///
  /// @throws BadInputException `STIX_BROKEN` if the file as a whole is refused
  static List<StixObject> read(byte[] bytes) {
    return new BundleReader(bytes).objects();
  }

  private List<StixObject> objects() {
    if (bytes.length > LARGEST) {
      throw broken("it has more than " + (LARGEST >> 20) + " MiB; split it");
    }
    if (bytes.length > 1
        && ((bytes[0] & 0xff) == 0xef || (bytes[0] & 0xff) >= 0xfe || bytes[0] == 0 || bytes[1] == 0)) {
      throw broken("it begins with a byte order mark, or is not UTF-8");
    }
    List<StixObject> objects = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(new ByteArrayInputStream(bytes))) {
      ObjectNode rest = MAPPER.createObjectNode();
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken value = parser.nextToken();
        if (name.equals("objects") && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            number++;
            began = parser.currentTokenLocation().getByteOffset();
            if (number > MOST_OBJECTS) {
              throw broken("it holds more than " + MOST_OBJECTS + " objects; split it");
            }
            objects.add(new StixObject(parser.readValueAsTree()));
          }
          number = 0;
        } else {
          rest.set(name, parser.<JsonNode>readValueAsTree());
        }
      }
      if (parser.nextToken() != null) {
        throw broken("it goes on after its end");
      }
      root(rest, objects);
      return Upgrade.of(objects, rest.path("spec_version").asString(""));
    } catch (JacksonException e) {
      throw new BadInputException("STIX_BROKEN", "the bundle is refused, nothing of it was read: " + place()
          + e.getOriginalMessage().lines().findFirst().orElse("no JSON") + (e.getLocation() == null ? ""
              : " (line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")")
          + "; ask its maker for a sound one", e);
    }
  }

  private void root(ObjectNode rest, List<StixObject> objects) {
    String type = rest.path("type").asString("");
    if (type.isEmpty() && !objects.isEmpty()) {
      return; // an envelope
    }
    if (!type.equals("bundle")) {
      objects.add(new StixObject(rest));
      return;
    }
    if (StixValues.typeOf(rest.path("id").asString("")).filter("bundle"::equals).isEmpty()) {
      throw broken("its id '" + ObjectRules.shown(rest.path("id").asString("")) + "' is not bundle-- and a UUID");
    }
    if (objects.isEmpty() && rest.has("objects")) {
      throw broken("its objects are no list");
    }
  }

  private BadInputException broken(String why) {
    return new BadInputException("STIX_BROKEN", "the bundle is refused, nothing of it was read: " + place() + why);
  }

  /// Which object was being read; its id is looked for in the bytes, since the object was not read to its end.
  private String place() {
    if (number == 0) {
      return "";
    }
    int from = Math.clamp(began, 0, bytes.length);
    String near = new String(bytes, from, Math.min(HEAD, bytes.length - from), StandardCharsets.UTF_8);
    Matcher id = ID.matcher(near);
    return "object " + number + (id.find() ? " (" + ObjectRules.shown(String.valueOf(id.group(1))) + ")" : "") + ": ";
  }
}
