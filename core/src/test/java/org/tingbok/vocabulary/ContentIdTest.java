package org.tingbok.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentIdTest {
  @Test
  void theSameContentHasTheSameIdForEver() {
    assertThat(ContentId.of("claim", "a", "b")).isEqualTo(ContentId.of("claim", "a", "b"))
        .isEqualTo("claim--8006d728-0626-539d-903a-01e3519ad681");
  }

  @Test
  void isAStixIdWithAUuidOfVersionFive() {
    String id = ContentId.of("intrusion-set", "Copper Lynx");
    assertThat(id).startsWith("intrusion-set--");
    UUID uuid = UUID.fromString(id.substring("intrusion-set--".length()));
    assertThat(uuid.version()).isEqualTo(5);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @Test
  void partsNeverRunTogether() {
    assertThat(new String[] {ContentId.of("x", "ab", "c"), ContentId.of("x", "a", "bc"), ContentId.of("x", "abc"),
        ContentId.of("x", "abc", ""), ContentId.of("x", "", "abc"), ContentId.of("x", "c", "ab"), ContentId.of("x"),
        ContentId.of("y", "abc")}).doesNotHaveDuplicates();
  }

  @Test
  void tellsScriptsApart() {
    // Latin o with stroke and Cyrillic look-alikes
    assertThat(ContentId.of("x", "Tromsø")).isNotEqualTo(ContentId.of("x", "Tromso"));
    assertThat(ContentId.of("x", "APT")).isNotEqualTo(ContentId.of("x", "АРТ"));
  }

  @Test
  void digestsBytes() {
    assertThat(ContentId.sha256("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
