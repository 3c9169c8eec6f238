package org.tingbok.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ReadingGenerator;
import tools.jackson.databind.JsonNode;

/// What we write, under OASIS' own schemas, and ATT&CK in and out. Both lie beside the project, so that this runs where they are:
/// `-Dgroups=beside -Dtests.left.out= -Dbeside=FOLDER`.
@Tag("beside")
class StixSchemasTest {
  private static final Path BESIDE = Path.of(System.getProperty("beside", ".")).toAbsolutePath();

  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.walk(BESIDE.resolve("stix-schemas"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
        String text = Files.readString(file);
        texts.put(BundleReader.MAPPER.readTree(text).path("$id").asString(""), text);
      }
    }
    return texts;
  }

  @Test
  void whatIsWrittenFitsTheSchemas() throws IOException {
    Map<String, String> texts = texts();
    Map<String, String> ids = new HashMap<>();
    texts.keySet().forEach(id -> ids.put(id.replaceFirst(".*/", "").replace(".json", ""), id));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    for (int round = 0; round <= 200; round++) {
      byte[] bundle =
          StixImporterTest.exported(round == 0 ? Casebook.readings() : generator.readings(1 + round % 7));
      for (JsonNode object : BundleReader.MAPPER.readTree(bundle).path("objects")) {
        String id = Objects.requireNonNull(ids.get(object.path("type").asString()), object.path("type").asString());
        List<Error> faults = registry.getSchema(SchemaLocation.of(id)).validate(object);
        assertThat(faults).as(object.toString()).isEmpty();
      }
    }
  }

  @Test
  void attackComesOutAsItWentIn() throws IOException {
    byte[] bundle = unpacked("ics-attack-18.1.json.gz");
    Imported imported = StixImporterTest.read(bundle);
    assertThat(imported.faults()).extracting(Imported.Fault::code).containsOnly("STIX_ODD");
    assertThat(imported.readings()).hasSize(1);
    assertThat(imported.readings().getFirst().claims().stream().filter(one -> one.type().code().equals("attribution")))
        .hasSize(5).allSatisfy(one -> {
          assertThat(one.saying().claimants().getFirst().name()).isEqualTo("The MITRE Corporation");
          assertThat(one.evidence()).hasSizeGreaterThan(1);
        });
    assertThat(StixImporterTest.objects(StixImporterTest.exported(imported.readings())))
        .containsAllEntriesOf(StixImporterTest.objects(bundle));
    Imported old = StixImporterTest.read(unpacked("enterprise-attack.json.gz"));
    assertThat(old.faults()).isEmpty();
    assertThat(old.readings().getFirst().claims().stream().filter(one -> one.type().code().equals("attribution")))
        .hasSize(25);
  }

  private static byte[] unpacked(String name) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(
        Files.readAllBytes(BESIDE.resolve("knowledge").resolve("attack").resolve(name))))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
