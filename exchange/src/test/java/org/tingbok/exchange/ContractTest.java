package org.tingbok.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.analysis.Analysis;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.DateKind;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {
  private static final Path SCHEMA = Path.of("..", "docs", "reading.schema.json");

  private final ReadingGenerator generator = ReadingGenerator.printingItsSeed();

  @Test
  void fitsItsSchema() throws IOException {
    Schema schema = schema();

    for (int round = 0; round < 30; round++) {
      JsonNode reading = JsonMapper.shared().readTree(ContractWriter.text(generator.readings(6)));
      assertThat(schema.validate(reading)).extracting(Error::toString).isEmpty();
    }
  }

  @Test
  void readsBackWhatWasWritten() {
    List<Reading> readings = generator.readings(40);

    Contract contract = contract(ContractWriter.text(readings));

    Analysis analysis = Analysis.of(ContractWriter.snapshot(readings));
    Set<String> beforeTheDeed =
        analysis.incidents().stream().flatMap(incident -> analysis.saidBefore(incident).stream())
            .map(RecordedClaim::id).collect(Collectors.toSet());
    Map<String, Contract.ReadDocument> documents = new HashMap<>();
    contract.documents().forEach(document -> documents.put(document.id(), document));
    Map<String, Contract.ReadClaim> claims = new HashMap<>();
    contract.claims().forEach(claim -> claims.put(claim.id(), claim));
    assertThat(documents).hasSize(readings.size());
    assertThat(claims).hasSize(readings.stream().mapToInt(reading -> reading.claims().size()).sum());
    for (Reading reading : readings) {
      assertThat(documents).hasEntrySatisfying(reading.document().id().value(), document -> {
        assertThat(document.source()).isEqualTo(reading.document().source());
        assertThat(document.title()).isEqualTo(reading.document().title());
        assertThat(document.published()).isEqualTo(reading.document().published());
        assertThat(document.dates()).isEqualTo(reading.document().dates());
        assertThat(document.body()).isEqualTo(reading.document().body());
        assertThat(document.unread()).isEqualTo(reading.unread().stream().map(Unread::evidence).toList());
      });
      reading.claims().forEach(claim -> assertThat(claims).hasEntrySatisfying(claim.id(), read -> {
        same(read, claim);
        assertThat(read.incident().isPresent())
            .isEqualTo(claim.account().isPresent() && !beforeTheDeed.contains(claim.id()));
      }));
    }
  }

  private static void same(Contract.ReadClaim read, Claim claim) {
    assertThat(read.type()).isEqualTo(claim.type());
    assertThat(read.document()).isEqualTo(claim.document().value());
    assertThat(read.claimants()).isEqualTo(parties(claim.saying().claimants()));
    assertThat(read.speaker()).isEqualTo(claim.saying().speaker());
    assertThat(read.reportedBy()).isEqualTo(claim.saying().reportedBy());
    assertThat(read.level()).isEqualTo(claim.saying().certainty().level());
    assertThat(read.words()).isEqualTo(claim.saying().certainty().words());
    assertThat(read.stix()).isEqualTo(StixConfidence.of(claim.saying().certainty()));
    assertThat(read.saidOn().first()).isEqualTo(claim.saying().saidOn().first());
    assertThat(read.saidOn().last()).isEqualTo(claim.saying().saidOn().last());
    assertThat(read.readBy())
        .isEqualTo(claim.saying().added().map(added -> "analyst:" + added.by()).or(() -> claim.saying().readBy()));
    assertThat(read.evidence()).isEqualTo(claim.evidence());
    assertThat(read.parties()).isEqualTo(parties(switch (claim) {
      case Claim.Attribution attribution -> attribution.accused();
      case Claim.NonAttribution non -> non.accused();
      case Claim.Alias alias -> List.of(alias.first(), alias.second());
      case Claim.Affiliation affiliation -> List.of(affiliation.actor(), affiliation.sponsor());
      case Claim.Response response -> response.target();
      case Claim.Denial _, Claim.Impact _, Claim.Method _ -> List.of();
    }));
  }

  private static List<Contract.ReadParty> parties(List<Party> parties) {
    return parties.stream()
        .map(party -> new Contract.ReadParty(party.name(), party.id(), party.text(), party.country())).toList();
  }

  @Test
  void writesTheSameBytesInWhateverOrderItWasRead() {
    List<Reading> readings = new ArrayList<>(generator.readings(25));
    String written = ContractWriter.text(readings);

    for (int round = 0; round < 5; round++) {
      Collections.shuffle(readings, new Random(round));
      assertThat(ContractWriter.text(readings)).isEqualTo(written);
    }
    readings.addAll(List.copyOf(readings));
    assertThat(ContractWriter.text(readings)).isEqualTo(written);
  }

  @Test
  void writesAPartAsItWritesTheWhole() throws IOException {
    List<Reading> readings = generator.readings(12);
    JsonNode whole = JsonMapper.shared().readTree(ContractWriter.text(readings));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ContractWriter.write(out, Extracts.of(readings));
    JsonNode part = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(schema().validate(part)).extracting(Error::toString).isEmpty();
    assertThat(part.path("claims").valueStream().map(Object::toString)).containsExactlyInAnyOrderElementsOf(
        whole.path("claims").valueStream().map(Object::toString).toList());

    ByteArrayOutputStream some = new ByteArrayOutputStream();
    ContractWriter.write(some, Extracts.of(readings, List.of(), one -> one.claim().type() == ClaimType.DENIAL));
    JsonNode denials = JsonMapper.shared().readTree(some.toString(StandardCharsets.UTF_8));
    assertThat(schema().validate(denials)).extracting(Error::toString).isEmpty();
    assertThat(denials.path("claims").valueStream().map(claim -> claim.path("type").asString()))
        .allMatch("denial"::equals);
  }

  @Test
  void writesOneTargetAsAnObjectSeveralAsAList() {
    List<JsonNode> responses = new ArrayList<>();
    JsonMapper.shared().readTree(ContractWriter.text(generator.readings(150))).path("claims").forEach(claim -> {
      if (claim.path("type").asString().equals(ClaimType.RESPONSE.code())) {
        responses.add(claim.path("target"));
      }
    });

    assertThat(responses).anyMatch(JsonNode::isNull).anyMatch(JsonNode::isObject).anyMatch(JsonNode::isArray)
        .noneMatch(target -> target.isArray() && target.size() < 2);
  }

  @Test
  void describesEveryFieldInItsSchema() throws IOException {
    List<String> undescribed = new ArrayList<>();
    undescribed(JsonMapper.shared().readTree(Files.readString(SCHEMA)), "", undescribed);

    assertThat(undescribed).isEmpty();
  }

  @Test
  void namesTheWordsOfTheVocabulariesInItsSchema() throws IOException {
    JsonNode definitions = JsonMapper.shared().readTree(Files.readString(SCHEMA)).path("$defs");
    JsonNode claim = definitions.path("claim").path("properties");

    assertThat(words(definitions.at("/document/properties/dates/items/properties/kind")))
        .isEqualTo(codes(DateKind.values()));
    assertThat(words(claim.path("type"))).isEqualTo(codes(ClaimType.values()));
    assertThat(words(claim.path("kind"))).isEqualTo(codes(ResponseKind.values()));
    assertThat(words(claim.path("polarity"))).isEqualTo(codes(Polarity.values()));
    assertThat(words(claim.at("/certainty/properties/level"))).isEqualTo(codes(CertaintyLevel.values()));
    assertThat(words(definitions.at("/actor/properties/names/items/properties/relation")))
        .isEqualTo(codes(AliasRelation.values()));
  }

  private static List<String> words(JsonNode property) {
    List<String> words = new ArrayList<>();
    property.path("enum").forEach(word -> {
      if (!word.isNull()) {
        words.add(word.asString());
      }
    });
    return words;
  }

  private static List<String> codes(Coded... vocabulary) {
    return Arrays.stream(vocabulary).map(Coded::code).toList();
  }

  private static void undescribed(JsonNode schema, String path, List<String> found) {
    for (String keyword : List.of("properties", "$defs")) {
      for (Map.Entry<String, JsonNode> property : schema.path(keyword).properties()) {
        String at = path + "/" + property.getKey();
        if (!property.getValue().has("description")) {
          found.add(at);
        }
        undescribed(property.getValue(), at, found);
      }
    }
    if (schema.has("items")) {
      undescribed(schema.path("items"), path + "/*", found);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"documents\": 1}", "{\"documents\": [], \"claims\": [{}]}",
      "{\"documents\": [], \"claims\": [], \"incidents\": [{\"id\": 7}], \"actors\": []}"})
  void refusesWhatIsNoReading(String text) {
    assertThatThrownBy(() -> contract(text)).isInstanceOf(BadInputException.class);
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Files.readString(SCHEMA));
  }

  private static Contract contract(String text) {
    return ContractReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
