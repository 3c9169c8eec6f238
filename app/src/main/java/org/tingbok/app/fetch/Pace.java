package org.tingbok.app.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Asks one host one thing at a time, and not too often. Safe for use by several threads.
final class Pace {
  private final Duration between;
  private final Clock clock;
  private final Rest rest;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  /// A pace.
  ///
  /// @param between least time between the end of one request and the next
  Pace(Duration between, Clock clock, Rest rest) {
    this.between = between;
    this.clock = clock;
    this.rest = rest;
  }

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private Instant last = Instant.EPOCH;
  }

  /// Asks when it is this request's turn.
  ///
  /// @param host whom
  /// @param own whether the host need not be spared
  /// @param wanted how long the host itself asks to wait
  <T> T turn(String host, boolean own, Duration wanted, Supplier<T> asking) {
    Turn turn = turns.computeIfAbsent(host, _ -> new Turn());
    turn.lock.lock();
    try {
      Duration least = wanted.compareTo(between) > 0 || own ? wanted : between;
      Duration left = least.minus(Duration.between(turn.last, clock.instant()));
      if (left.isPositive()) {
        rest.rest(left);
      }
      try {
        return asking.get();
      } finally {
        turn.last = clock.instant();
      }
    } finally {
      turn.lock.unlock();
    }
  }
}
