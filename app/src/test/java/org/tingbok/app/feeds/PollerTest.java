package org.tingbok.app.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollerTest {
  @Test
  void waitsTwiceAsLongAfterEveryFailureUpToADay() {
    List<Long> hours =
        IntStream.of(1, 2, 3, 4, 5, 6, 7, 1000)
            .mapToObj(failures -> Poller.backOff(Duration.ofHours(1), failures).toHours())
            .toList();
    assertThat(hours).containsExactly(1L, 2L, 4L, 8L, 16L, 24L, 24L, 24L);
  }
}
