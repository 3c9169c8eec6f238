package org.tingbok.analysis;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.vocabulary.BadInputException;

/// Whose word is taken on which names denote one actor. No view changes data.
public sealed interface View {
  /// Every `same` and `former` claim joins.
  record Everyone() implements View {
  }

  /// No claim joins; every name stands for itself.
  record Nobody() implements View {
  }

  /// Only what these say joins.
  ///
  /// @param claimants names of the authorities, one or more
  record Only(Set<String> claimants) implements View {
    /// Copies the set.
    public Only {
      claimants = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(claimants));
    }
  }

  /// What at least so many say, each on its own, joins.
  ///
  /// @param claimants 1 or more
  record Independent(int claimants) implements View {
    /// Checks the number.
    ///
    /// @throws BadInputException `VIEW_UNREADABLE` if it is below 1
    public Independent {
      if (claimants < 1) {
        throw new BadInputException("VIEW_UNREADABLE", "no view under " + claimants + " independent claimants");
      }
    }
  }

  /// Reads `all`, `none`, `only:Microsoft,ATT&CK`, or `independent:2`.
  ///
  /// @param text one of those forms
  /// @return the view
  /// @throws BadInputException `VIEW_UNREADABLE` if it is none of them
  static View parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (kind.equals("all") && rest.isEmpty()) {
      return new Everyone();
    }
    if (kind.equals("none") && rest.isEmpty()) {
      return new Nobody();
    }
    if (kind.equals("only") && !rest.isEmpty()) {
      return new Only(new TreeSet<>(List.of(rest.split("\\s*,\\s*", -1))));
    }
    if (kind.equals("independent") && rest.matches("[1-9]\\d{0,3}")) {
      return new Independent(Integer.parseInt(rest));
    }
    throw new BadInputException("VIEW_UNREADABLE",
        "'" + text + "' is no view; one of: all, none, only:NAME[,NAME], independent:NUMBER");
  }
}
