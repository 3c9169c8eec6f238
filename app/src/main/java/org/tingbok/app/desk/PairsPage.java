package org.tingbok.app.desk;

import java.util.List;

/// Which states accuse which.
///
/// @param pairs those that accuse most first
public record PairsPage(List<Pair> pairs) {
  /// Copies the list.
  public PairsPage {
    pairs = List.copyOf(pairs);
  }

  /// A state and one that it accuses.
  ///
  /// @param one ISO 3166-1 alpha-2 of the accuser
  /// @param name its name
  /// @param other ISO 3166-1 alpha-2 of the accused
  /// @param otherName its name
  /// @param incidents of how many incidents bodies of the one accuse the other, or groups that are of it
  /// @param since when it first did
  public record Pair(String one, String name, String other, String otherName, int incidents, DateCard since) {
  }
}
