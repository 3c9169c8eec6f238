package org.tingbok.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.misp.MispImporter;
import org.tingbok.exchange.misp.MispWriter;
import org.tingbok.exchange.stix.StixImporter;
import org.tingbok.exchange.stix.StixWriter;
import org.tingbok.ledger.Act;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.Tlp;

/// Markings go out with what they mark, and come in with it.
class MarkedExchangeTest {
  private static final List<Reading> READINGS =
      Casebook.readings().stream().filter(reading -> reading.claims().size() > 1).toList();
  private static final DocumentId WHOLE = READINGS.getFirst().document().id();
  private static final Claim ONE = READINGS.getLast().claims().getFirst();

  private static Extract marked() {
    Instant later = Extracts.RECORDED.plusSeconds(60);
    return Extracts.of(READINGS, List.of(
        new Act.Recorded(new Act.Marked(WHOLE.value(), Optional.of(Tlp.AMBER), "its head", "ida"), later),
        new Act.Recorded(new Act.Marked(ONE.id(), Optional.of(Tlp.RED), "names a source", "ida"), later)), _ -> true);
  }

  private static byte[] stix() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StixWriter.write(out, marked());
    return out.toByteArray();
  }

  @Test
  void stixCarriesThemAndBringsThemBack() {
    String bundle = new String(stix(), StandardCharsets.UTF_8);
    assertThat(bundle).contains("\"tlp_2_0\" : \"amber\"", "\"tlp_2_0\" : \"red\"")
        .doesNotContain("\"tlp_2_0\" : \"green\"");
    Imported in = new StixImporter().read("ours.json", stix());
    assertThat(in.faults()).isEmpty();
    assertThat(in.acts()).filteredOn(act -> act instanceof Act.Marked).extracting(Act::subject)
        .containsExactlyInAnyOrder(WHOLE.value(), ONE.id());
    assertThat(in.acts()).allMatch(act -> act instanceof Act.Marked one
        && one.marking().equals(Optional.of(one.subject().equals(WHOLE.value()) ? Tlp.AMBER : Tlp.RED)));
  }

  @Test
  void anEventOfMispIsPassedOnNoFurtherThanTheNarrowestThingInIt() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MispWriter.write(out, marked());
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("tlp:red").contains("tlp:");
    Imported in = new MispImporter().read("ours.json", out.toByteArray());
    assertThat(in.acts()).isNotEmpty().allMatch(act -> act instanceof Act.Marked one
        && one.marking().equals(Optional.of(one.subject().equals(WHOLE.value()) ? Tlp.AMBER : Tlp.RED)));
    assertThat(in.acts()).extracting(Act::subject).containsOnly(WHOLE.value(), ONE.id());
  }
}
