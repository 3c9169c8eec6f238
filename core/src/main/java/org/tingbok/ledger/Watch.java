package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A question that somebody wants to hear news on.
///
/// @param name what it is called
/// @param question the question as it was asked
/// @param by whose watch
/// @param seenUpTo the moment of recording up to which everything was seen; empty if it was never looked at
public record Watch(String name, String question, String by, Optional<Instant> seenUpTo) implements Serializable {
  /// The watches that stand. Giving one up forgets what was seen; changing its question does not.
  ///
  /// @param acts acts of any kind, in order of recording
  /// @return by the order in which they were first set
  public static List<Watch> standing(List<Act> acts) {
    Map<String, Watch> watches = new LinkedHashMap<>();
    for (Act act : acts) {
      switch (act) {
        case Act.WatchSet set -> watches.put(set.name(), new Watch(set.name(), set.question(), set.by(),
            Optional.ofNullable(watches.get(set.name())).flatMap(Watch::seenUpTo)));
        case Act.WatchSeen seen -> watches.computeIfPresent(seen.name(),
            (_, watch) -> new Watch(watch.name, watch.question, watch.by, Optional.of(seen.upTo())));
        case Act.WatchDropped dropped -> watches.remove(dropped.name());
        case Act.Ruled _, Act.Misread _, Act.Reopened _, Act.Revised _, Act.Retracted _, Act.Erased _, Act.Grouped _, Act.Graded _, Act.Subscribed _, Act.Fetched _, Act.Marked _ ->
          {
          }
      }
    }
    return List.copyOf(new ArrayList<>(watches.values()));
  }

  /// The watch that acts about one name leave.
  ///
  /// @param acts about one name, in order of recording
  /// @return empty if it was never set or was given up
  static Optional<Watch> of(List<Act> acts) {
    return standing(acts).stream().findFirst();
  }
}
