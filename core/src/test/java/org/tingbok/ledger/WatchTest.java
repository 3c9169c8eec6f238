package org.tingbok.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.RulingVerdict;

class WatchTest {
  private static final Instant SEEN = Instant.parse("2024-05-02T12:00:00Z");

  @Test
  void standsAsLastSetAndKeepsWhatWasSeen() {
    assertThat(Watch.standing(List.of(new Act.WatchSet("lynx", "--type denial", "ida"),
        Tide.ruled(RulingVerdict.CONFIRMED), new Act.WatchSeen("lynx", SEEN),
        new Act.WatchSet("heron", "", "ola"), new Act.WatchSet("lynx", "--type alias", "ola"))))
        .containsExactly(new Watch("lynx", "--type alias", "ola", Optional.of(SEEN)),
            new Watch("heron", "", "ola", Optional.empty()));
  }

  @Test
  void givenUpIsForgotten() {
    Act set = new Act.WatchSet("lynx", "--type denial", "ida");
    List<Act> dropped = List.of(set, new Act.WatchSeen("lynx", SEEN), new Act.WatchDropped("lynx"));
    assertThat(Watch.standing(dropped)).isEmpty();
    assertThat(Watch.standing(List.of(set, new Act.WatchSeen("lynx", SEEN), new Act.WatchDropped("lynx"), set)))
        .containsExactly(new Watch("lynx", "--type denial", "ida", Optional.empty()));
  }

  @Test
  void needsANameAndAnOwner() {
    for (String[] parts : new String[][] {{" ", "ida"}, {"lynx", ""}}) {
      assertThatExceptionOfType(BadInputException.class)
          .isThrownBy(() -> new Act.WatchSet(parts[0], "", parts[1]))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("WATCH_INCOMPLETE"));
    }
  }
}
