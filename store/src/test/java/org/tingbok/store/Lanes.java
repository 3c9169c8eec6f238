package org.tingbok.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does many things of one kind, several at a time.
final class Lanes {
  private Lanes() {
  }

  /// One of the things.
  @FunctionalInterface
  interface Lane {
    /// Does it.
    ///
    /// @param number which one
    /// @return what is added up
    int run(int number) throws Exception;
  }

  /// Does all of them; fails as the first that fails.
  ///
  /// @param things how many
  /// @param atOnce how many of them at one time
  /// @return the sum
  static int sum(int things, int atOnce, Lane lane) throws InterruptedException {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int number = 0; number < things; number++) {
      int which = number;
      calls.add(() -> lane.run(which));
    }
    int sum = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      for (Future<Integer> done : threads.invokeAll(calls)) {
        sum += done.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("one of " + things + " failed: " + e.getCause(), e.getCause());
    }
    return sum;
  }
}
