package org.tingbok.app.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Takes requests apart and holds every part against what its operation says.
final class Requests {
  private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private Requests() {
  }

  /// The values of the parameters of path and query.
  static Map<String, List<String>> values(Operation operation, Address address) {
    List<String> known =
        operation.parameters().stream().filter(one -> one.in() == Parameter.Where.QUERY).map(Parameter::name)
            .toList();
    for (String name : address.query().keySet()) {
      if (!known.contains(name)) {
        throw Problem.raised(400, "PARAMETER_UNKNOWN", Problem.shown(name),
            "there is no parameter '" + Problem.shown(name) + "' here"
                + (known.isEmpty() ? "" : Problem.nearest(name, known)));
      }
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<String> pattern = Api.segments(operation);
    for (Parameter parameter : operation.parameters()) {
      List<String> given = switch (parameter.in()) {
        case PATH -> List.of(address.segments().get(pattern.indexOf("{" + parameter.name() + "}")));
        case QUERY -> address.query().getOrDefault(parameter.name(), new ArrayList<>());
        case HEADER -> List.of();
      };
      if (given.isEmpty()) {
        if (parameter.required() && parameter.in() != Parameter.Where.HEADER) {
          throw Problem.raised(400, "PARAMETER_MISSING", parameter.name(),
              "the parameter '" + parameter.name() + "' is needed: "
                  + parameter.description());
        }
        continue;
      }
      fault(parameter, given).ifPresent(fault -> {
        throw Problem.raised(fault);
      });
      values.put(parameter.name(), given);
    }
    return values;
  }

  private static Optional<Schema.Fault> fault(Parameter parameter, List<String> given) {
    if (parameter.schema() instanceof Schema.Several several) {
      return several.fault(
          JsonNodeFactory.instance.arrayNode().addAll(given.stream().map(one -> node(several.each(), one)).toList()),
          parameter.name());
    }
    return given.size() > 1
        ? Optional.of(Schema.Fault.unfit(parameter.name(), "is there " + given.size() + " times; give it once"))
        : parameter.schema().fault(node(parameter.schema(), given.getFirst()), parameter.name());
  }

  private static JsonNode node(Schema schema, String text) {
    if (schema instanceof Schema.Whole && text.matches("-?\\d{1,18}")) {
      return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
    }
    if (schema instanceof Schema.Flag && (text.equals("true") || text.equals("false"))) {
      return JsonNodeFactory.instance.booleanNode(text.equals("true"));
    }
    return JsonNodeFactory.instance.stringNode(text);
  }

  /// What was handed in, if it is JSON; empty if it is of another type that is taken.
  static Optional<JsonNode> body(Operation.Body expected, Context context) {
    String type = Objects.requireNonNullElse(context.header("Content-Type"), "").toLowerCase(Locale.ROOT);
    String plain = type.contains(";") ? type.substring(0, type.indexOf(';')).strip() : type.strip();
    if (!plain.equals(Answer.JSON)) {
      if (expected.raw().contains(plain)) {
        return Optional.empty();
      }
      List<String> taken = new ArrayList<>(List.of(Answer.JSON));
      taken.addAll(expected.raw());
      throw new Problem.Raised(Problem
          .of(415, "TYPE_UNKNOWN", (plain.isEmpty() ? "no content type" : "'" + Problem.shown(plain) + "'")
              + " is not taken here; " + String.join(", ", taken) + (taken.size() == 1 ? " is" : " are"),
              Optional.of("Content-Type"))
          .with("Accept-Post", String.join(", ", taken)));
    }
    int charset = type.indexOf("charset=");
    if (charset >= 0 && !type.substring(charset + 8).replace("\"", "").strip().matches("utf-?8(;.*)?")) {
      throw Problem.raised(415, "TYPE_UNKNOWN", "Content-Type",
          "JSON is UTF-8, not " + Problem.shown(type.substring(charset + 8)));
    }
    JsonNode json = json(bytes(context, expected.most()));
    expected.fields().fault(json, "").ifPresent(fault -> {
      throw Problem.raised(fault);
    });
    return Optional.of(json);
  }

  /// The bytes of a body.
  static byte[] bytes(Context context, long most) {
    try {
      byte[] bytes = context.req().getContentLengthLong() > most ? new byte[0]
          : context.req().getInputStream().readNBytes(Math.toIntExact(most + 1));
      if (bytes.length > most || context.req().getContentLengthLong() > most) {
        throw Problem.raised(413, "BODY_TOO_LARGE", "", "at most " + most + " bytes are taken here");
      }
      return bytes;
    } catch (IOException e) {
      throw Problem.raised(400, "BODY_UNREADABLE", "", "what was handed in broke off; send it again");
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.isBlank()) {
        throw Problem.raised(400, "BODY_MISSING", "", "nothing was handed in; send a JSON object");
      }
      return STRICT.readTree(text);
    } catch (CharacterCodingException e) {
      throw Problem.raised(400, "JSON_UNREADABLE", "", "what was handed in is no UTF-8");
    } catch (JacksonException e) {
      String where = e.getLocation() == null ? ""
          : " at line " + e.getLocation().getLineNr() + ", column "
              + e.getLocation().getColumnNr();
      throw Problem.raised(400, "JSON_UNREADABLE", "", "what was handed in is no JSON" + where + ": "
          + Problem.shown(String.valueOf(e.getOriginalMessage())));
    }
  }
}
