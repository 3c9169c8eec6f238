package org.tingbok.app.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A token by which a program acts for an account. The token itself is told once and kept as a digest only.
///
/// @param id by which it is spoken of
/// @param account whose it is
/// @param label what it is for
/// @param scopes what it may, as far as the account may
/// @param made when it was made
/// @param expires from when on it counts no longer
/// @param revoked when it was taken back; empty if it was not
/// @param used when it was last used, to the minute; empty if it never was
public record ApiToken(String id, String account, String label, Set<Right> scopes, Instant made, Instant expires,
    Optional<Instant> revoked, Optional<Instant> used) {
  /// What every token begins with, so that a scanner for secrets finds those that lie about:
  /// `tingbok_[A-Za-z0-9_-]{43}`.
  public static final String PREFIX = "tingbok_";

  /// Copies the set.
  public ApiToken {
    scopes = java.util.Collections.unmodifiableSet(scopes.isEmpty() ? EnumSet.noneOf(Right.class)
        : EnumSet.copyOf(scopes));
  }

  /// Whether it counts.
  ///
  /// @param now the time
  /// @return false if it is over or was taken back
  public boolean holds(Instant now) {
    return revoked.isEmpty() && now.isBefore(expires);
  }
}
