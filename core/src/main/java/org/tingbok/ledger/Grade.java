package org.tingbok.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.mention.NameKey;
import org.tingbok.vocabulary.SourceReliability;

/// How far the analyst's organisation relies on a source, with how it came to think so. Nobody else's judgement, and never
/// computed from anything.
///
/// @param source its name, as last given
/// @param reliability what holds; empty if the last grade was taken back
/// @param history every grade and taking back of one, the first leading
public record Grade(String source, Optional<SourceReliability> reliability, List<Act.Graded> history)
    implements Serializable {
  /// Copies the list.
  public Grade {
    history = List.copyOf(history);
  }

  /// The day of what holds.
  ///
  /// @return of the last entry
  public LocalDate since() {
    return history.getLast().day();
  }

  /// The grades of all sources that were ever graded.
  ///
  /// @param acts acts of any kind, in order of recording
  /// @return by the order in which they were first graded
  public static List<Grade> of(List<Act> acts) {
    Map<String, List<Act.Graded>> bySource = new LinkedHashMap<>();
    for (Act act : acts) {
      if (act instanceof Act.Graded graded) {
        bySource.computeIfAbsent(graded.subject(), _ -> new ArrayList<>()).add(graded);
      }
    }
    return bySource.values().stream()
        .map(history -> new Grade(history.getLast().source(), history.getLast().reliability(), history)).toList();
  }

  /// The grade of one source as a snapshot has it.
  ///
  /// @param snapshot as of some day and moment
  /// @param source its name; case, blanks and hyphens do not matter
  /// @return empty if it was never graded by then
  public static Optional<Grade> of(Snapshot snapshot, String source) {
    return of(snapshot.acts().stream().map(Act.Recorded::act).toList()).stream()
        .filter(grade -> NameKey.of(grade.source()).equals(NameKey.of(source))).findFirst();
  }
}
