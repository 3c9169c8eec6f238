package org.tingbok.ledger;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.vocabulary.RetractionKind;

/// Which retractions count. One that was undone does not: each undoing takes back the last one of the same claim or document
/// that still counted.
public final class Retractions {
  private Retractions() {
  }

  /// The retractions that count.
  ///
  /// @param acts any acts, in order of recording
  /// @return in order of recording
  public static List<Act.Retracted> standing(List<Act> acts) {
    List<Act.Retracted> standing = new ArrayList<>();
    for (Act act : acts) {
      if (act instanceof Act.Retracted retracted) {
        if (retracted.kind() != RetractionKind.UNDONE) {
          standing.add(retracted);
          continue;
        }
        for (int i = standing.size() - 1; i >= 0; i--) {
          if (standing.get(i).subject().equals(retracted.subject())) {
            standing.remove(i);
            break;
          }
        }
      }
    }
    return standing;
  }

  /// Without what had not been said by a day: retractions told later, and the undoing of these.
  ///
  /// @param acts any acts, in order of recording
  /// @param said the day; empty for any
  /// @return all others, in order
  static List<Act.Recorded> toldBy(List<Act.Recorded> acts, Optional<LocalDate> said) {
    if (said.isEmpty()) {
      return acts;
    }
    List<Act.Recorded> told = new ArrayList<>();
    Map<String, Deque<Boolean>> standing = new HashMap<>();
    for (Act.Recorded recorded : acts) {
      boolean tell = true;
      if (recorded.act() instanceof Act.Retracted retracted) {
        Deque<Boolean> before = standing.computeIfAbsent(retracted.subject(), _ -> new ArrayDeque<>());
        if (retracted.kind() == RetractionKind.UNDONE) {
          tell = before.isEmpty() || before.pop();
        } else {
          tell = !retracted.day().isAfter(said.get());
          before.push(tell);
        }
      }
      if (tell) {
        told.add(recorded);
      }
    }
    return told;
  }
}
