package org.tingbok.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until it is set. Safe for use by several threads.
public final class ManualClock extends Clock {
  private volatile Instant now;

  /// A clock that stands still.
  ///
  /// @param now what it shows
  public ManualClock(Instant now) {
    this.now = now;
  }

  /// Sets the clock, forward or back.
  ///
  /// @param moment what it is to show
  public void set(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
