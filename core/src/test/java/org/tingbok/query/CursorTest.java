package org.tingbok.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tingbok.vocabulary.BadInputException;

class CursorTest {
  @Test
  void comesBackAsItWasHandedOut() {
    for (String after : List.of("0", "50", "2024-03-01 claim--1 ø", "")) {
      Cursor cursor = new Cursor(Instant.parse("2024-05-02T12:00:00.123Z"), after);
      assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
      assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }
  }

  @Test
  void refusesWhatItCannotRead() {
    for (String bad : List.of("", "…", "a", "abcd", encoded("x 1"), encoded("99999999999999999999 1"), encoded("1"))) {
      assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> Cursor.parse(bad))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("CURSOR_UNREADABLE"));
    }
    for (String after : List.of("-1", "x", "")) {
      assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> new Cursor(Instant.EPOCH, after).number())
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("CURSOR_UNREADABLE"));
    }
    assertThat(new Cursor(Instant.EPOCH, "7").number()).isEqualTo(7);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
