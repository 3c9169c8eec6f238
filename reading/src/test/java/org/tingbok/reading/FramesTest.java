package org.tingbok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.text.Text;

/// By which frame a claim was found.
class FramesTest {
  @Test
  void tellsTheFrameOfEveryClaim() {
    ReportReader reader = ReportReader.standard();
    Text text = reader.parse("ferry.txt", """
        Ferry line's booking system was hacked

        4 March 2024

        The Chinese embassy in Oslo denied any involvement in the hack of the ferry line Fjordline. Norway's Police Security
        Service blamed APT31 for the cyberattack on Fjordline.
        """.getBytes(StandardCharsets.UTF_8));
    Reading reading = reader.read(text);
    Map<String, String> frames = reader.frames(text);
    assertThat(reading.claims()).isNotEmpty();
    assertThat(frames.keySet()).containsAll(reading.claims().stream().map(Claim::id).toList());
    assertThat(reading.claims().stream().filter(claim -> claim instanceof Claim.Denial).map(claim -> frames.get(claim
        .id()))).containsExactly("deny");
  }
}
