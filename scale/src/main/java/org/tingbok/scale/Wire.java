package org.tingbok.scale;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tingbok.analysis.Parties;
import org.tingbok.claim.Claim;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// How records of ours travel between machines of one job: as JSON by their components.
final class Wire {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new SimpleModule()
      .addSerializer(PartialDate.class, new ValueSerializer<PartialDate>() {
        @Override
        public void serialize(PartialDate date, JsonGenerator out, SerializationContext context) {
          out.writeString(date.iso());
        }
      }).addDeserializer(PartialDate.class, new ValueDeserializer<PartialDate>() {
        @Override
        public PartialDate deserialize(JsonParser in, DeserializationContext context) {
          return PartialDate.parse(in.getString());
        }
      })).addMixIn(Claim.class, OneOfSeveral.class).addMixIn(Parties.Fact.class, OneOfSeveral.class)
      // Texts may hold half a character, which UTF-8 has no bytes for.
      .enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /// Of a sealed interface it is told which of its records it is.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  private interface OneOfSeveral {
  }

  private Wire() {
  }

  static byte[] bytes(Object record) {
    return JSON.writeValueAsBytes(record);
  }

  static <T> T read(byte[] bytes, Class<T> type) {
    return JSON.readValue(bytes, type);
  }
}
