package org.tingbok.app.desk;

import java.util.List;
import java.util.Optional;

/// Claims for which conditions hold, one page of them.
///
/// @param claims in the order asked for
/// @param next the cursor of the next page; empty after the last
/// @param count how many there are on all pages; empty if that was not asked
public record ClaimsPage(List<ClaimCard> claims, Optional<String> next, Optional<Long> count) {
  /// Copies the list.
  public ClaimsPage {
    claims = List.copyOf(claims);
  }

  /// The same with how many there are.
  ///
  /// @param all on all pages
  /// @return counted
  public ClaimsPage of(long all) {
    return new ClaimsPage(claims, next, Optional.of(all));
  }
}
