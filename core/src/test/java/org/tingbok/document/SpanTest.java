package org.tingbok.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.vocabulary.BadInputException;

class SpanTest {
  @Test
  void cutsHalfOpenInCodeUnits() {
    assertThat(new Span(1, 3).of("a🛟b")).isEqualTo("🛟");
    assertThat(new Span(1, 3).length()).isEqualTo(2);
    assertThat(new Span(2, 2).of("a🛟b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "3, 2"})
  void refusesWhatIsNoRange(int start, int end) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> new Span(start, end))
        .satisfies(e -> assertThat(e.code()).isEqualTo("SPAN_ORDER"));
  }

  @Test
  void touchingIsNotOverlapping() {
    assertThat(new Span(0, 3).overlaps(new Span(2, 5))).isTrue();
    assertThat(new Span(0, 3).overlaps(new Span(3, 5))).isFalse();
    assertThat(new Span(3, 5).overlaps(new Span(0, 3))).isFalse();
  }

  @Test
  void coversItselfAndWhatLiesWithin() {
    Span span = new Span(2, 6);
    assertThat(span.covers(span)).isTrue();
    assertThat(span.covers(new Span(3, 5))).isTrue();
    assertThat(span.covers(new Span(1, 5))).isFalse();
    assertThat(span.covers(new Span(3, 7))).isFalse();
  }

  @Test
  void sortsByStartAndThenByEnd() {
    assertThat(Stream.of(new Span(3, 4), new Span(0, 9), new Span(0, 2)).sorted()).containsExactly(new Span(0, 2),
        new Span(0, 9), new Span(3, 4));
  }
}
