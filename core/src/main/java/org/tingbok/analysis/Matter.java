package org.tingbok.analysis;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tingbok.vocabulary.PartialDate;

/// What several reports claim alike, such as that one party is responsible for one incident, and whose word it rests on.
///
/// @param key tells it from other matters of the same snapshot
/// @param origins whose word it rests on, the earliest first, undated ones last; then what cannot be followed
/// @param reports how many documents report it, copies included, and such as retract it
/// @param retracted how many of these retract what they report of it
public record Matter(String key, List<Origin> origins, int reports, int retracted) implements Serializable {
  /// Copies the list.
  public Matter {
    origins = List.copyOf(origins);
  }

  /// One party's word, or the word of several that speak together, however often it was said, reported, copied and
  /// reprinted.
  ///
  /// @param names who says it, by name
  /// @param lineage how far it can be followed
  /// @param said when it was first said; not stated if nothing tells
  /// @param withdrawn since when it is taken back; empty while it stands
  /// @param independent whether it counts: it can be followed, stands, and shares nobody with others that count
  /// @param traces the ways of the reports, by day said
  public record Origin(List<String> names, Lineage lineage, PartialDate said, Optional<PartialDate> withdrawn,
      boolean independent, List<Trace> traces) implements Serializable {
    /// Copies the lists.
    public Origin {
      names = List.copyOf(names);
      traces = List.copyOf(traces);
    }
  }

  /// How many independent origins it has. What cannot be followed never counts.
  ///
  /// @return 0 or more, never more than there are reports
  public int independent() {
    return (int) origins.stream().filter(Origin::independent).count();
  }

  /// Whether reports name each other as the source, and nobody else does.
  ///
  /// @return true if nothing else is on record
  public boolean circular() {
    return !origins.isEmpty() && origins.stream().allMatch(origin -> origin.lineage() == Lineage.CIRCULAR);
  }

  /// How many origins of how many reports, to stand beside a claim.
  ///
  /// @return for example `origins: 1 (of 11 reports)`, or `origins: 1 (of 11 reports, 2 retracted)`
  public String words() {
    boolean taken = origins.stream().anyMatch(origin -> origin.lineage().traceable());
    String count = independent() > 0 ? String.valueOf(independent())
        : taken ? "none that stands" : circular() ? "none, circular" : "none traceable";
    String back = retracted == 0 ? "" : retracted == reports ? ", retracted" : ", " + retracted + " retracted";
    return "origins: " + count + " (of " + reports + (reports == 1 ? " report" : " reports") + back + ")";
  }
}
