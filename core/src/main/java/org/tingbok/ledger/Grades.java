package org.tingbok.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.mention.NameKey;

/// What the analyst's organisation last decided of each source that it ever graded, for who hands claims on. Safe to share.
///
/// @param last by [NameKey] the last decision about a source and when the ledger recorded it
public record Grades(Map<String, Last> last) {
  /// Nobody was graded.
  public static final Grades NONE = new Grades(Map.of());

  /// Copies the map.
  public Grades {
    last = Map.copyOf(last);
  }

  /// A decision with its moment.
  ///
  /// @param act the decision; without a letter it took the grade back
  /// @param recordedAt when the ledger recorded it
  public record Last(Act.Graded act, Instant recordedAt) {
  }

  /// Those that acts come to.
  ///
  /// @param acts acts of any kind as of some day and moment, in order of recording
  /// @return the last of each source
  public static Grades of(List<Act.Recorded> acts) {
    Map<String, Last> last = new TreeMap<>();
    for (Act.Recorded recorded : acts) {
      if (recorded.act() instanceof Act.Graded graded) {
        last.put(NameKey.of(graded.source()), new Last(graded, recorded.recordedAt()));
      }
    }
    return last.isEmpty() ? NONE : new Grades(last);
  }

  /// What was last decided of a source.
  ///
  /// @param source its name; case, blanks and hyphens do not matter
  /// @return empty if it was never graded; a decision without a letter if the grade was taken back
  public Optional<Last> of(String source) {
    return Optional.ofNullable(last.get(NameKey.of(source)));
  }
}
