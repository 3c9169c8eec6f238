package org.tingbok.exchange.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a reading scored.
///
/// @param complaints claims that were wrong, missed or extra, one line each
/// @param rows figures by claim type, then `core` and `all`
/// @param slots how many slots were right of how many that the gold asks for, by slot
/// @param placed B-cubed F1 of the incident grouping, 0 to 1
/// @param grouped over how many claims
/// @param falseQuotes quotes that their document does not have
/// @param quotes all quotes
/// @param missing gold documents that the reading does not have
public record Score(List<String> complaints, Map<String, Row> rows, Map<String, Slot> slots, double placed,
    int grouped, int falseQuotes, int quotes, List<String> missing) {
  /// Copies the collections; maps keep their order.
  public Score {
    complaints = List.copyOf(complaints);
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    missing = List.copyOf(missing);
  }

  /// Figures of one type, or of several together.
  ///
  /// @param gold claims that the gold asks for
  /// @param predicted claims that the reading makes
  /// @param found matched in type and place
  /// @param right matched, and who and whom are right too
  public record Row(int gold, int predicted, int found, int right) {
  }

  /// How many were right.
  ///
  /// @param right how many
  /// @param asked of how many
  public record Slot(int right, int asked) {
  }

  /// The score as lines for a person.
  ///
  /// @param errors whether the complaints come first
  /// @return lines, each ended by `\n`
  public String print(boolean errors) {
    return "";
  }

  /// The score as JSON.
  ///
  /// @return an object with rows, slots, placed, false_quotes, missing
  public String json() {
    return "{}";
  }
}
