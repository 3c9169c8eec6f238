package org.tingbok.app.api;

import java.time.LocalDate;

/// What all that is handed in has in common.
final class Writing {
  private Writing() {
  }

  /// The day that an act is of.
  static LocalDate day(Call call) {
    LocalDate today = call.holdings().open().today();
    String typed = call.text("day");
    LocalDate day = typed.isEmpty() ? today : LocalDate.parse(typed);
    if (day.isAfter(today)) {
      throw Problem.raised(422, "DAY_TO_COME", "/day", day + " is still to come; today is " + today);
    }
    return day;
  }
}
