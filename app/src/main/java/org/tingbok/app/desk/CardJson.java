package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Cards as JSON, field by field. Slots that a claim's type does not have, and what is not told, are left out; a list
/// that is empty is `[]`.
public final class CardJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
      .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
      .build();

  private CardJson() {
  }

  /// An answer as bytes.
  ///
  /// @param answer a card or a record of cards
  /// @return UTF-8, ended by a line end
  public static byte[] bytes(Object answer) {
    return text(answer).getBytes(StandardCharsets.UTF_8);
  }

  /// An answer as text.
  ///
  /// @param answer a card or a record of cards
  /// @return JSON, ended by a line end
  public static String text(Object answer) {
    return MAPPER.writeValueAsString(answer) + "\n";
  }
}
