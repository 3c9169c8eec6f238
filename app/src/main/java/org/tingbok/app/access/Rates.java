package org.tingbok.app.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often somebody may: a bucket for each of them, filled anew all the time, full after a while. No more than ten thousand
/// buckets are kept, those used last. Safe for use by several threads.
public final class Rates {
  private static final int KEPT = 10_000;

  private final int most;
  private final double perNano;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

  /// Buckets.
  ///
  /// @param most how many a full one holds, 1 or more
  /// @param full after how long an empty one is full
  /// @param nanos a clock that only goes forward, in nanoseconds
  public Rates(int most, Duration full, LongSupplier nanos) {
    this.most = most;
    this.perNano = most / (double) full.toNanos();
    this.nanos = nanos;
  }

  private record Bucket(double left, long at) {
  }

  /// What is left in a bucket.
  ///
  /// @param taken whether this one may be
  /// @param limit how many a full bucket has
  /// @param left how many may follow at once
  /// @param reset seconds until the bucket is full
  /// @param pause seconds until the next one may come; 0 if it may at once
  public record Left(boolean taken, int limit, int left, int reset, int pause) {
  }

  /// Takes one out of a bucket, if there is one.
  ///
  /// @param whose the bucket
  /// @return what is left in it
  public synchronized Left take(String whose) {
    double there = there(whose);
    boolean taken = there >= 1;
    return put(whose, taken ? there - 1 : there, taken);
  }

  /// Puts one back that need not have been taken.
  ///
  /// @param whose the bucket
  public synchronized void giveBack(String whose) {
    put(whose, Math.min(most, there(whose) + 1), true);
  }

  private double there(String whose) {
    long now = nanos.getAsLong();
    Bucket before = buckets.getOrDefault(whose, new Bucket(most, now));
    return Math.min(most, before.left() + Math.max(0, now - before.at()) * perNano);
  }

  private Left put(String whose, double left, boolean taken) {
    buckets.put(whose, new Bucket(left, nanos.getAsLong()));
    if (buckets.size() > KEPT) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return new Left(taken, most, (int) left, (int) Math.ceil((most - left) / perNano / 1e9),
        left >= 1 ? 0 : (int) Math.ceil((1 - left) / perNano / 1e9));
  }
}
