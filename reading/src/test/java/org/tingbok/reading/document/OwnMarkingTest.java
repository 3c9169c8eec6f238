package org.tingbok.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.document.Document;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.Tlp;

/// A label counts where documents bear it, not where they speak of it.
class OwnMarkingTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"TLP:AMBER|amber", "tlp: green|green", "TLP:AMBER+STRICT|amber+strict",
      "TLP: AMBER + STRICT|amber+strict", "TLP:WHITE|clear", "[TLP:CLEAR]|clear", "** TLP:RED **|red",
      "Traffic Light Protocol: GREEN|green", "Classification: TLP:AMBER|amber", "Gradering: TLP:RED|red",
      "Diffusion : TLP:GREEN|green", "Difusión: TLP:AMBER|amber", "Einstufung: TLP:AMBER+STRICT|amber+strict",
      "TLP:AMBER - limited disclosure, recipients' organisation and its clients|amber",
      "Advisory 7/2024 TLP:AMBER|amber"})
  void bornAtTheHeadOrTheFoot(String line, String colour) {
    Tlp tlp = Coded.require(Tlp.class, colour);
    assertThat(OwnMarking.of(line + "\n\nTide tables copied\n\nThe harbour office says so.")).map(OwnMarking::tlp)
        .contains(tlp);
    assertThat(OwnMarking.of("Tide tables copied\n\nThe harbour office says so.\n\n" + line)).map(OwnMarking::tlp)
        .contains(tlp);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A note marked TLP:RED had leaked to the press by Friday.",
      "TLP:RED means that nothing may be passed on.", "The Traffic Light Protocol has four colours.",
      "The report was later downgraded from TLP:AMBER to TLP:GREEN, the agency said.",
      "TLP:BLUE", "They raised the red flag.", "NTLP:RED", "Der Bericht war als TLP:AMBER eingestuft worden."})
  void notWhereATextSpeaksOfIt(String line) {
    assertThat(OwnMarking.of(line + "\n\nTide tables copied.")).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void isNeitherTitleNorPublisher() {
    for (String head : new String[] {"TLP:GREEN\n", "TLP:GREEN\n\n", "Nordhavn CERT\nTLP:GREEN\n"}) {
      Document document = DocumentParser.parse("note.txt", (head + """
          Tide tables copied at the port

          3 May 2024

          The harbour office of Nordhavn said on Thursday that its tide tables had been copied by intruders in April.
          """).getBytes(StandardCharsets.UTF_8)).document();
      assertThat(document.title()).contains("Tide tables copied at the port");
      assertThat(document.publisher().orElse("")).doesNotContainIgnoringCase("tlp");
    }
  }

  @org.junit.jupiter.api.Test
  void theNarrowestCountsAndThoseInTheMiddleOnlyIfTheyComeAgain() {
    assertThat(OwnMarking.of("TLP:GREEN\nTide tables\nTLP:AMBER")).map(OwnMarking::tlp).contains(Tlp.AMBER);
    String pages = "Page of the harbour office.\n".repeat(30);
    assertThat(OwnMarking.of(pages + "TLP:RED\n" + pages)).isEmpty();
    assertThat(OwnMarking.of(pages + "TLP:RED\n" + pages + "TLP:RED\n" + pages)).map(OwnMarking::tlp).contains(Tlp.RED);
  }
}
