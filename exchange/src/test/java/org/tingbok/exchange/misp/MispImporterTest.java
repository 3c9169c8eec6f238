package org.tingbok.exchange.misp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.exchange.Extracts;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.Tlp;

class MispImporterTest {
  private final ReadingGenerator generator = ReadingGenerator.printingItsSeed();

  private static byte[] exported(List<Reading> readings, List<Act.Recorded> acts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MispWriter.write(out, Extracts.of(readings, acts, _ -> true));
    return out.toByteArray();
  }

  private static Imported read(String json) {
    return Imports.read("event.json", json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  /// All that a claim says, wherever it stands.
  private static String said(Claim claim, Document document) {
    return claim.type() + " " + claim.slots() + " " + claim.saying() + " "
        + claim.evidence().stream().map(Evidence::quote).toList() + " "
        + claim.account().map(account -> account.key() + account.label() + account.victims() + account.period()
            + account.names() + account.countries() + account.sectors())
        + own(claim) + document.title() + document.publisher() + document.published() + document.language();
  }

  private static String own(Claim claim) {
    return switch (claim) {
      case Claim.NonAttribution one -> "withdraws " + one.withdraws();
      case Claim.Alias one -> one.relation().code();
      case Claim.Affiliation one -> one.relation().code();
      case Claim.Response one -> one.kind().toString();
      case Claim.Impact one -> one.what() + one.polarity();
      case Claim.Method one -> one.what() + one.polarity() + one.vulnerabilities() + one.techniques();
      case Claim.Attribution _, Claim.Denial _ -> "";
    };
  }

  private static List<String> all(Collection<Reading> readings) {
    return readings.stream()
        .flatMap(reading -> reading.claims().stream().map(claim -> said(claim, reading.document()))).sorted().toList();
  }

  @Test
  void whatALedgerWroteComesBackWhole() {
    for (int round = 0; round < 20; round++) {
      List<Reading> readings = generator.readings(1 + round);
      List<Reading> withClaims = new ArrayList<>(readings);
      withClaims.removeIf(reading -> reading.claims().isEmpty());
      if (!withClaims.isEmpty()) {
        Imported back = Imports.read("x.misp.json", exported(withClaims, List.of())).orElseThrow();
        assertThat(back.faults()).isEmpty();
        assertThat(back.reports()).isEmpty();
        Snapshot before = Snapshot.of(withClaims.stream()
            .map(reading -> new Snapshot.Recorded(reading, Extracts.RECORDED)).toList(), org.tingbok.ledger.AsOf.NOW);
        assertThat(all(back.readings())).isEqualTo(before.claims().stream().distinct()
            .map(recorded -> said(recorded.claim(),
                java.util.Objects.requireNonNull(before.documents().get(recorded.claim().document()))))
            .sorted().toList());
      }
    }
  }

  @Test
  void readingTwiceMakesTheSameDocumentsAndClaims() {
    byte[] event = exported(Casebook.readings(), List.of());
    assertThat(Imports.read("a.json", event).orElseThrow().readings().stream()
        .flatMap(reading -> reading.claims().stream()).map(Claim::id))
        .isEqualTo(Imports.read("b.json", event).orElseThrow().readings().stream()
            .flatMap(reading -> reading.claims().stream()).map(Claim::id).toList());
  }

  @Test
  void tellsThatAClaimWasTakenBack() {
    Reading reading = Casebook.readings().getFirst();
    Act.Retracted act = new Act.Retracted(reading.claims().getFirst().id(), RetractionKind.WITHDRAWN, "Nordlys Lab",
        LocalDate.of(2021, 3, 1), "a note on its page", Optional.empty());
    Imported back = Imports.read("x.json",
        exported(List.of(reading), List.of(new Act.Recorded(act, Extracts.RECORDED.plusSeconds(60))))).orElseThrow();
    assertThat(back.faults()).isEmpty();
    assertThat(back.acts()).containsExactly(act);
  }

  @Test
  void documentsAndClaimsComeBackUnderTheirIds() {
    List<Reading> readings = Casebook.readings();
    Imported back = Imports.read("x.json", exported(readings, List.of())).orElseThrow();
    assertThat(back.readings().stream().map(reading -> reading.document().id()).distinct())
        .containsExactlyInAnyOrderElementsOf(readings.stream().filter(one -> !one.claims().isEmpty())
            .map(reading -> reading.document().id()).toList());
    assertThat(back.readings().stream().flatMap(reading -> reading.claims().stream()))
        .containsExactlyInAnyOrderElementsOf(
            readings.stream().flatMap(reading -> reading.claims().stream()).distinct().toList());
    assertThat(back.readings().stream().map(Reading::document).distinct().map(Document::id)).doesNotHaveDuplicates();
  }

  @Test
  void aMarkingComesBackWithWhatItIsOf() {
    Reading reading = Casebook.readings().stream().filter(one -> one.claims().size() > 1).findFirst().orElseThrow();
    String claim = reading.claims().getFirst().id();
    byte[] event = exported(List.of(reading), List.of(new Act.Recorded(
        new Act.Marked(claim, Optional.of(Tlp.RED), "an agreement", "ida"), Extracts.RECORDED.plusSeconds(60))));
    assertThat(Imports.read("x.json", event).orElseThrow().acts()).extracting(Act::subject).containsOnly(claim);
    String narrower = new String(event, StandardCharsets.UTF_8).replaceFirst("tlp:red", "tlp:amber")
        .replaceFirst("\"name\" : \"type:OSINT\"", "\"name\" : \"tlp:red\"");
    assertThat(read(narrower).acts()).extracting(Act::subject).contains(claim);
  }

  @Test
  void withoutItsAttachmentAnAnnotationStillSaysWhoAccusesWhom() {
    String stripped = new String(exported(Casebook.readings(), List.of()), StandardCharsets.UTF_8)
        .replaceAll("\"data\" : \"[^\"]*\"", "\"data\" : \"\"");
    Imported back = read(stripped);
    assertThat(back.faults()).extracting(Imported.Fault::code).containsOnly("MISP_CLAIM");
    TreeSet<String> accusations = new TreeSet<>();
    back.readings().stream().flatMap(reading -> reading.claims().stream()).forEach(claim -> {
      if (claim instanceof Claim.Attribution one) {
        accusations.add(names(one.saying().claimants()) + " -> " + names(one.accused()));
      }
    });
    assertThat(accusations).contains("Nordlys Lab -> Grey Heron",
        "Norwegian Police Security Service -> Arctic Tern");
    assertThat(back.readings().stream().flatMap(reading -> reading.claims().stream()))
        .anyMatch(claim -> claim instanceof Claim.Denial
            && names(claim.saying().claimants()).equals("Embassy of China in Norway"));
  }

  private static String names(List<Party> parties) {
    return String.join(", ", parties.stream().map(Party::name).toList());
  }

  private static final String OTHERS = """
      {"Event": {"uuid": "11111111-1111-4111-8111-111111111111", "info": "Intrusion at the lighthouse office",
        "date": "2024-03-05", "Orgc": {"name": "Elvheim CERT", "uuid": "22222222-2222-4222-8222-222222222222"},
        "Tag": [{"name": "misp-galaxy:threat-actor=\\"Copper Lynx\\""}, {"name": "tlp:clear"},
          {"name": "misp-galaxy:target-information=\\"Norway\\""},
          {"name": "estimative-language:likelihood-probability=\\"likely\\""}],
        "Galaxy": [{"type": "threat-actor", "GalaxyCluster": [{"type": "threat-actor", "value": "Copper Lynx",
          "meta": {"synonyms": ["Tin Lynx", "Brass Lynx"],
            "name-attribution": ["Tin Lynx:8da1318d-bbfe-4cdd-a2bc-d9f665f44960", "Brass Lynx:nobody"]}}]}],
        "Attribute": [
          {"uuid": "a1", "type": "threat-actor", "category": "Attribution", "value": "Tin Heron",
            "Tag": [{"name": "admiralty-scale:information-credibility=\\"3\\""}]},
          {"uuid": "a2", "type": "ip-dst", "category": "Network activity", "value": "192.0.2.7"},
          {"uuid": "a3", "type": "threat-actor", "category": "Attribution", "value": "Gone", "deleted": true}],
        "Object": [
          {"uuid": "o1", "name": "intrusion-set", "Attribute": [{"object_relation": "name", "type": "text", "value": "Copper Lynx"},
            {"object_relation": "aliases", "type": "text", "value": "CL-7"}],
            "ObjectReference": [{"referenced_uuid": "o2", "relationship_type": "attributed-to", "comment": ""}]},
          {"uuid": "o2", "name": "organization", "Attribute": [{"object_relation": "name", "type": "text", "value": "Tide Bureau"}]},
          {"uuid": "o3", "name": "incident", "Attribute": [{"object_relation": "name", "type": "text", "value": "Lighthouse"}],
            "ObjectReference": [{"referenced_uuid": "o1", "relationship_type": "attributed-to", "comment": "by the tools"}]},
          {"uuid": "o4", "name": "annotation", "Attribute": [{"object_relation": "text", "type": "text",
            "value": "The Harbour Police lays it on Copper Lynx.",
            "Tag": [{"name": "estimative-language:confidence-in-analytic-judgment=\\"high\\""}]}],
            "ObjectReference": [{"referenced_uuid": "o5", "relationship_type": "claimed-by", "comment": ""},
              {"referenced_uuid": "o1", "relationship_type": "attributed-to", "comment": ""}]},
          {"uuid": "o5", "name": "organization", "Attribute": [{"object_relation": "name", "type": "text", "value": "Harbour Police"}]},
          {"uuid": "o6", "name": "annotation", "Attribute": [{"object_relation": "text", "type": "text",
            "value": "Nordlys Lab blames Grey Heron for the breach of the harbour."}]},
          {"uuid": "o7", "name": "file", "Attribute": [{"object_relation": "filename", "type": "filename", "value": "chart.exe"}],
            "ObjectReference": [{"referenced_uuid": "o1", "relationship_type": "attributed-to", "comment": ""}]}],
        "EventReport": [{"uuid": "r1", "name": "What we know", "content": "Elvheim CERT said that Copper Lynx did it."}],
        "Opinion": [{"uuid": "p1", "opinion": "10", "comment": "The tools are sold to anybody.", "authors": "x@y",
          "Orgc": {"name": "Fjord CSIRT"}}]
      }}""";

  @Test
  void othersSayByTagsAttributesObjectsAndReferences() {
    Imported told = read(OTHERS);
    Reading reading = told.readings().getFirst();
    assertThat(told.readings()).hasSize(1);
    assertThat(reading.document().title()).contains("Intrusion at the lighthouse office");
    assertThat(reading.document().publisher()).contains("Elvheim CERT");
    assertThat(reading.document().published().iso()).isEqualTo("2024-03-05");
    assertThat(reading.document().text()).contains("192.0.2.7", "Tin Lynx, Brass Lynx", "tlp:clear")
        .doesNotContain("Gone");
    assertThat(reading.claims().stream().map(MispImporterTest::line)).containsExactlyInAnyOrder(
        "Elvheim CERT: attribution Copper Lynx, moderate likely [Copper Lynx]",
        "AbuseIPDB: alias Copper Lynx = Tin Lynx, asserted [Tin Lynx, by AbuseIPDB]",
        "Elvheim CERT: attribution Tin Heron, low [Tin Heron]",
        "Elvheim CERT: alias Copper Lynx = CL-7, asserted [CL-7]",
        "Elvheim CERT: affiliation Copper Lynx -> Tide Bureau, asserted [Tide Bureau]",
        "Elvheim CERT: attribution Copper Lynx, asserted [Copper Lynx (by the tools)]",
        "Harbour Police: attribution Copper Lynx, high [The Harbour Police lays it on Copper Lynx.]",
        "Fjord CSIRT: non-attribution Copper Lynx, Tin Heron, asserted [The tools are sold to anybody.]");
    assertThat(told.faults()).extracting(Imported.Fault::code).containsExactlyInAnyOrder("MISP_PRODUCER",
        "MISP_REFERENCE");
    assertThat(told.reports()).extracting(Imported.Prose::text).satisfiesExactly(
        annotation -> assertThat(annotation).contains("Nordlys Lab blames Grey Heron"),
        report -> assertThat(report)
            .startsWith("---\ntitle: What we know\npublisher: Elvheim CERT\npublished: 2024-03-05\n---")
            .contains("Elvheim CERT said that Copper Lynx did it."));
    assertThat(reading.claims()).filteredOn(claim -> claim.account().isPresent())
        .allSatisfy(claim -> assertThat(names(claim.account().orElseThrow().victims())).isEqualTo("Norway"));
  }

  private static String line(Claim claim) {
    String what = switch (claim) {
      case Claim.Attribution one -> names(one.accused());
      case Claim.NonAttribution one -> names(one.accused());
      case Claim.Alias one -> one.first().name() + " = " + one.second().name();
      case Claim.Affiliation one -> one.actor().name() + " -> " + one.sponsor().name();
      case Claim.Denial _, Claim.Response _, Claim.Impact _, Claim.Method _ -> "";
    };
    return names(claim.saying().claimants()) + ": " + claim.type().code() + " " + what + ", "
        + claim.saying().certainty().level().code()
        + claim.saying().certainty().likelihood().map(one -> " " + one.code()).orElse("") + " "
        + claim.evidence().stream().map(Evidence::quote).toList();
  }

  @Test
  void certaintyIsTakenFromWordsOnly() {
    assertThat(Tags.certainty(List.of("estimative-language:likelihood-probability=\"very-likely\"")))
        .satisfies(one -> {
          assertThat(one.level()).isEqualTo(CertaintyLevel.HIGH);
          assertThat(one.likelihood()).contains(Likelihood.VERY_LIKELY);
        });
    assertThat(Tags.certainty(List.of("admiralty-scale:source-reliability=\"a\"",
        "admiralty-scale:information-credibility=\"6\"")).level()).isEqualTo(CertaintyLevel.ASSERTED);
    assertThat(Tags.certainty(List.of("admiralty-scale:information-credibility=\"2\"")))
        .satisfies(one -> {
          assertThat(one.level()).isEqualTo(CertaintyLevel.MODERATE);
          assertThat(one.likelihood()).isEmpty();
          assertThat(one.confidence()).isEmpty();
        });
    assertThat(Tags.actor("misp-galaxy:mitre-intrusion-set=\"Grey Heron - G0999\"")).contains("Grey Heron");
    assertThat(Tags.actor("misp-galaxy:malpedia=\"Grey Heron\"")).isEmpty();
  }

  @Test
  void refusesWhatIsBrokenAndLeavesOthersFilesAlone() {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read("{\"Event\": {\"info\": \"cut"))
        .extracting(BadInputException::code).isEqualTo("MISP_UNREADABLE");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read("{\"Event\": {\"info\": \"twice\", \"info\": \"twice\"}}"));
    assertThat(read("{\"response\": [{\"Event\": {\"uuid\": \"x\"}}]}").faults()).extracting(Imported.Fault::code)
        .containsExactly("MISP_EVENT");
    assertThat(Imports.read("a.json", "{\"type\": \"FeatureCollection\"}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(Imports.read("a.txt", "An \"Event\": of note".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
