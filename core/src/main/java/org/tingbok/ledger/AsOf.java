package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// The day and the moment that a question is asked as of; each may be left open.
///
/// @param said what had been said by the end of that day; empty for all that was ever said
/// @param recorded what this ledger had recorded by that moment, itself included; empty for all
public record AsOf(Optional<LocalDate> said, Optional<Instant> recorded) implements Serializable {
  /// Everything.
  public static final AsOf NOW = new AsOf(Optional.empty(), Optional.empty());

  /// What had been said by the end of a day.
  ///
  /// @param day the day
  /// @return open as to recorded time
  public static AsOf said(LocalDate day) {
    return new AsOf(Optional.of(day), Optional.empty());
  }

  /// The same, narrowed to what had been recorded by a moment.
  ///
  /// @param moment the moment
  /// @return narrowed
  public AsOf recorded(Instant moment) {
    return new AsOf(said, Optional.of(moment));
  }
}
