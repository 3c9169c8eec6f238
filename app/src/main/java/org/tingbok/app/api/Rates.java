package org.tingbok.app.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How many requests a client may send: a bucket for each address, filled anew all the time, full after a minute. Safe for use by
/// several threads.
final class Rates {
  private static final int KEPT = 10_000;

  private final int perMinute;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

  Rates(int perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
  }

  private record Bucket(double left, long at) {
  }

  /// What is left of a client's requests.
  ///
  /// @param taken whether this one may be answered
  /// @param limit how many a full bucket has
  /// @param left how many may follow at once
  /// @param reset seconds until the bucket is full
  /// @param pause seconds until the next one may come; 0 if it may at once
  record Left(boolean taken, int limit, int left, int reset, int pause) {
  }

  synchronized Left take(String client) {
    long now = nanos.getAsLong();
    Bucket before = buckets.getOrDefault(client, new Bucket(perMinute, now));
    double perNano = perMinute / 60e9;
    double there = Math.min(perMinute, before.left() + Math.max(0, now - before.at()) * perNano);
    boolean taken = there >= 1;
    double left = taken ? there - 1 : there;
    buckets.put(client, new Bucket(left, now));
    if (buckets.size() > KEPT) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return new Left(taken, perMinute, (int) left, (int) Math.ceil((perMinute - left) / perNano / 1e9),
        left >= 1 ? 0 : (int) Math.ceil((1 - left) / perNano / 1e9));
  }
}
