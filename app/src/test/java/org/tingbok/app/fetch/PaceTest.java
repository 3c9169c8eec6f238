package org.tingbok.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tingbok.testkit.ManualClock;

/// How long each host is left alone, by a clock that only resting moves.
class PaceTest {
  private final List<Duration> rested = new ArrayList<>();
  private final ManualClock clock = new ManualClock(Instant.parse("2024-06-04T09:00:00Z"));
  private final Pace pace = new Pace(Duration.ofSeconds(1), clock, duration -> {
    rested.add(duration);
    clock.set(clock.instant().plus(duration));
  });

  private void ask(String host, boolean own, Duration wanted, Duration takes) {
    String answer = pace.turn(host, own, wanted, () -> {
      clock.set(clock.instant().plus(takes));
      return "answer";
    });
    assertThat(answer).isEqualTo("answer");
  }

  @Test
  void leavesAHostAloneBetweenTheEndOfOneRequestAndTheNext() {
    ask("one:443", false, Duration.ZERO, Duration.ofSeconds(5));
    ask("one:443", false, Duration.ZERO, Duration.ZERO);
    assertThat(rested).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void hostsDoNotWaitForEachOther() {
    ask("one:443", false, Duration.ZERO, Duration.ZERO);
    ask("two:443", false, Duration.ZERO, Duration.ZERO);
    assertThat(rested).isEmpty();
  }

  @Test
  void waitsAsLongAsTheHostAsksEvenOneOfOnesOwn() {
    ask("one:443", false, Duration.ofSeconds(10), Duration.ZERO);
    ask("one:443", false, Duration.ofSeconds(10), Duration.ZERO);
    ask("own:80", true, Duration.ZERO, Duration.ZERO);
    ask("own:80", true, Duration.ZERO, Duration.ZERO);
    ask("own:80", true, Duration.ofSeconds(3), Duration.ZERO);
    assertThat(rested).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(3));
  }

  @Test
  void aRequestThatFailsCountsToo() {
    try {
      pace.turn("one:443", false, Duration.ZERO, () -> {
        throw new IllegalStateException("broken");
      });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("broken");
    }
    ask("one:443", false, Duration.ZERO, Duration.ZERO);
    assertThat(rested).containsExactly(Duration.ofSeconds(1));
  }
}
