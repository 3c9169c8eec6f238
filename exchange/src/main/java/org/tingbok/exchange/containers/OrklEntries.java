package org.tingbok.exchange.containers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The entries of ORKL's library: one, a list of them, or what its interface answers, which has them under `data`.
final class OrklEntries implements Entries {
  static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints
      .builder().maxNestingDepth(50).maxStringLength(Containers.LARGEST).maxNameLength(1000).build()).build()).build();

  private final String name;
  private final JsonParser parser;
  private final long base;
  private long number;
  private boolean listed;
  private boolean begun;
  private boolean ended;

  OrklEntries(String name, InputStream in, long position, long number) {
    this.name = name;
    this.parser = JSON.createParser(in);
    this.base = position;
    this.number = number;
  }

  @Override
  public Optional<Entry> next() throws IOException {
    long position = 0;
    try {
      while (!ended) {
        if (!begun) {
          begun = true;
          Optional<JsonNode> single = begin();
          if (single.isPresent()) {
            ended = true;
            return Optional.of(entry(single.get(), position));
          }
        } else {
          JsonToken token = parser.nextToken();
          position = parser.currentTokenLocation().getByteOffset();
          if (token == null || token == JsonToken.END_ARRAY) {
            ended = true;
          } else {
            JsonNode node = parser.readValueAsTree();
            return Optional.of(entry(node, position));
          }
        }
      }
      return Optional.empty();
    } catch (JacksonException e) {
      ended = true;
      return Optional.of(new Entry.Fault(place(position), "JSON_BROKEN", name + " is no JSON from its entry " + number
          + " on (" + e.getOriginalMessage() + "); what stands before it was read"));
    }
  }

  private Place place(long position) {
    return new Place(name, Long.toString(number), base + position, Optional.empty());
  }

  /// Goes to the list.
  ///
  /// @return the only entry, where there is no list
  private Optional<JsonNode> begin() {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_ARRAY) {
      return Optional.empty();
    }
    ObjectNode own = JSON.createObjectNode();
    while (token == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals("data") && value == JsonToken.START_ARRAY) {
        listed = true;
        return Optional.empty();
      }
      JsonNode node = parser.readValueAsTree();
      if (key.equals("data") && node.isObject()) {
        return Optional.of(node);
      }
      own.set(key, node);
    }
    ended = own.has("data") && !own.has("plain_text");
    return ended ? Optional.empty() : Optional.of(own);
  }

  private Entry entry(JsonNode node, long position) {
    Place place = place(position);
    String called = name + (listed || base > 0 || number > 1 || position > 0 ? "#" + number : "");
    number++;
    return OrklPage.of(node, place, called);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
