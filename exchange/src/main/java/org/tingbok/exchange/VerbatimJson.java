package org.tingbok.exchange;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON that holds any text of a report verbatim: halves of surrogate pairs that stand alone are written as escapes.
public final class VerbatimJson {
  private static final JsonMapper MAPPER = JsonMapper
      .builder(JsonFactory.builder().characterEscapes(new HalvesOfPairs()).build())
      .enable(SerializationFeature.INDENT_OUTPUT)
      .disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private VerbatimJson() {
  }

  /// What writes it, indented; the stream that it writes to is left open.
  ///
  /// @return shared and immutable
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /// Writes halves of surrogate pairs as escapes, so that a text that holds one alone is still written verbatim.
  private static final class HalvesOfPairs extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      return standardAsciiEscapesForJSON();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      return Character.isSurrogate((char) ch) ? new SerializedString("\\u%04x".formatted(ch)) : null;
    }
  }
}
