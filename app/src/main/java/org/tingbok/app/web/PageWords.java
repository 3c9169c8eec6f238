package org.tingbok.app.web;

import java.util.Locale;
import java.util.Optional;
import org.tingbok.app.desk.DateCard;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// What pages say in words and the ledger holds in codes.
public final class PageWords {
  private PageWords() {
  }

  /// A state.
  ///
  /// @param code ISO 3166-1 alpha-2
  /// @return its English name; the code itself if it is none
  public static String state(String code) {
    String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    return name.isEmpty() ? code : name;
  }

  /// A day, month, year or range.
  ///
  /// @param iso ISO 8601
  /// @return in words; as it is if it is none
  public static String date(String iso) {
    try {
      return DateCard.of(PartialDate.parse(iso)).words();
    } catch (BadInputException _) {
      return iso;
    }
  }

  /// A moment.
  ///
  /// @param iso ISO 8601, in UTC
  /// @return for example `22 November 2026, 08:00 UTC`
  public static String moment(String iso) {
    return Frame.momentWords(Optional.of(iso));
  }

  /// What a watch or a search asks, `state: NO`, in words.
  ///
  /// @param ask a condition and its value
  /// @return `state: Norway`
  public static String ask(String ask) {
    int colon = ask.indexOf(": ");
    if (colon < 0 || !ask.substring(0, colon).endsWith("state")) {
      return ask;
    }
    String[] states = ask.substring(colon + 2).split(", ");
    for (int i = 0; i < states.length; i++) {
      states[i] = state(states[i]);
    }
    return ask.substring(0, colon).replace('-', ' ') + ": " + String.join(", ", states);
  }
}
