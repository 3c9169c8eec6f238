package org.tingbok.exchange.misp;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.exchange.VerbatimJson;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;
import org.tingbok.vocabulary.TingbokException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How what MISP has no place for travels in attachments: as JSON, words and days as the contract has them.
final class AttachedJson {
  private static final int LARGEST = 32 << 20;
  private static final JsonMapper MAPPER = mapper();

  private AttachedJson() {
  }

  static String base64(Object value) {
    return Base64.getEncoder().encodeToString(MAPPER.writeValueAsBytes(value));
  }

  /// Reads it back.
  ///
  /// @return empty if the attachment is none of ours, or broken
  static <T> Optional<T> parse(String base64, Class<T> type) {
    if (base64.length() > LARGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          MAPPER.readValue(Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII)), type));
    } catch (JacksonException | IllegalArgumentException | NullPointerException | TingbokException e) {
      return Optional.empty();
    }
  }

  /// The kinds of claim by the words of the contract.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
      @JsonSubTypes.Type(value = Claim.Attribution.class, name = "attribution"),
      @JsonSubTypes.Type(value = Claim.NonAttribution.class, name = "non-attribution"),
      @JsonSubTypes.Type(value = Claim.Denial.class, name = "denial"),
      @JsonSubTypes.Type(value = Claim.Alias.class, name = "alias"),
      @JsonSubTypes.Type(value = Claim.Affiliation.class, name = "affiliation"),
      @JsonSubTypes.Type(value = Claim.Response.class, name = "response"),
      @JsonSubTypes.Type(value = Claim.Impact.class, name = "impact"),
      @JsonSubTypes.Type(value = Claim.Method.class, name = "method")})
  private interface Kinds {
  }

  private static JsonMapper mapper() {
    SimpleModule words = new SimpleModule("words");
    words.addSerializer(PartialDate.class, new Dates());
    words.addDeserializer(PartialDate.class, new DateReader());
    words.addSerializer(Coded.class, new Codes());
    for (Class<?> type : List.of(PartyKind.class, AffiliationRelation.class, AliasRelation.class,
        AnalyticConfidence.class, CertaintyLevel.class, Likelihood.class, Polarity.class, ResponseKind.class)) {
      code(words, type);
    }
    return VerbatimJson.mapper().rebuild().disable(SerializationFeature.INDENT_OUTPUT).addModule(words)
        .addMixIn(Claim.class, Kinds.class)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Enum<E> & Coded> void code(SimpleModule words, Class<?> type) {
    words.addDeserializer((Class<E>) type, new CodeReader<>((Class<E>) type));
  }

  private static final class Dates extends StdSerializer<PartialDate> {
    Dates() {
      super(PartialDate.class);
    }

    @Override
    public void serialize(PartialDate date, JsonGenerator json, SerializationContext context) {
      json.writeString(date.iso());
    }
  }

  private static final class DateReader extends StdDeserializer<PartialDate> {
    DateReader() {
      super(PartialDate.class);
    }

    @Override
    public PartialDate deserialize(JsonParser parser, DeserializationContext context) {
      return PartialDate.parse(parser.getString());
    }
  }

  private static final class Codes extends StdSerializer<Coded> {
    Codes() {
      super(Coded.class);
    }

    @Override
    public void serialize(Coded word, JsonGenerator json, SerializationContext context) {
      json.writeString(word.code());
    }
  }

  private static final class CodeReader<E extends Enum<E> & Coded> extends StdDeserializer<E> {
    private final Class<E> type;

    CodeReader(Class<E> type) {
      super(type);
      this.type = type;
    }

    @Override
    public E deserialize(JsonParser parser, DeserializationContext context) {
      return Coded.require(type, parser.getString());
    }
  }
}
