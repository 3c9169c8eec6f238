package org.tingbok.app.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// Looks at messages before the SDK does, which answers what it cannot read with its own exceptions, and a call of a tool that
/// there is not with an error of the protocol: a model never sees those, and cannot mend its call. Here what is no message gets
/// the error that JSON-RPC 2.0 has for it, and such a call a result, like whatever else goes wrong with a call. Immutable.
final class Messages {
  /// How long a message may be, in bytes. The longest question anybody asks has 1,000 characters in each of some twenty slots;
  /// what is longer is a mistake, and would be held in memory whole.
  static final int LONGEST = 1 << 20;
  static final int NO_JSON = -32700;
  static final int NO_MESSAGE = -32600;
  private static final int PARAMS = -32602;

  private final TreeSet<String> tools;

  /// Knows tools.
  ///
  /// @param tools their names
  Messages(List<String> tools) {
    this.tools = new TreeSet<>(tools);
  }

  /// The answer to what the SDK is not to see.
  ///
  /// @param text a message
  /// @return one message in one line; empty if the SDK answers
  Optional<String> answer(String text) {
    JsonNode message;
    try {
      message = JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      return Optional.of(error(NullNode.getInstance(), NO_JSON, "this is no JSON"));
    }
    if (message.isMissingNode()) {
      return Optional.of(error(NullNode.getInstance(), NO_JSON, "there is no message"));
    }
    JsonNode id = id(message);
    if (!message.isObject()) {
      return Optional.of(error(id, NO_MESSAGE, message.isArray() ? "send one message at a time, no list of them"
          : "this is no message of JSON-RPC 2.0, which is an object"));
    }
    if (!message.path("jsonrpc").asString("").equals("2.0")) {
      return Optional.of(error(id, NO_MESSAGE, "a message of JSON-RPC 2.0 has \"jsonrpc\": \"2.0\""));
    }
    if (message.has("id") && id.isNull()) {
      return Optional.of(error(id, NO_MESSAGE, "the id of a message is a text or a whole number"));
    }
    if (!message.has("method")) {
      return message.has("id") && (message.has("result") || message.has("error")) ? Optional.empty()
          : Optional.of(error(id, NO_MESSAGE, "a message has a method, or is the answer to one"));
    }
    if (!message.path("method").isString()) {
      return Optional.of(error(id, NO_MESSAGE, "the method of a message is a text"));
    }
    JsonNode params = message.path("params");
    if (!params.isMissingNode() && !params.isObject()) {
      return Optional.of(error(id, PARAMS, "params are an object"));
    }
    return message.path("method").asString().equals("tools/call") && message.has("id") ? call(id, params)
        : Optional.empty();
  }

  private Optional<String> call(JsonNode id, JsonNode params) {
    if (!params.path("name").isString()) {
      return Optional.of(error(id, PARAMS, "params.name says which tool; there are " + String.join(", ", tools)));
    }
    if (!params.path("arguments").isMissingNode() && !params.path("arguments").isObject()) {
      return Optional.of(error(id, PARAMS, "params.arguments are an object, by the names in the tool's schema"));
    }
    return tools.contains(params.path("name").asString()) ? Optional.empty()
        : Optional.of(written(id, "result", Map.of("isError", true, "content", List.of(Map.of("type", "text", "text",
            "there is no tool of that name; there are " + String.join(", ", tools))))));
  }

  /// The id of a message, as it is to be given back.
  ///
  /// @param message any JSON
  /// @return a text or a whole number, else null
  static JsonNode id(JsonNode message) {
    JsonNode id = message.path("id");
    return id.isString() || id.isIntegralNumber() ? id : NullNode.getInstance();
  }

  /// The id of a message that may be none.
  ///
  /// @param text what came
  /// @return a text or a whole number, else null
  static JsonNode id(String text) {
    try {
      return id(JsonMapper.shared().readTree(text));
    } catch (JacksonException e) {
      return NullNode.getInstance();
    }
  }

  /// An error of the protocol.
  ///
  /// @param id of the message that it answers
  /// @param code of JSON-RPC 2.0
  /// @param words for people
  /// @return one line
  static String error(JsonNode id, int code, String words) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", words);
    return written(id, "error", error);
  }

  private static String written(JsonNode id, String slot, Object value) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", "2.0");
    answer.put("id", id);
    answer.put(slot, value);
    return JsonMapper.shared().writeValueAsString(answer);
  }
}
