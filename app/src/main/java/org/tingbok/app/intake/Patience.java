package org.tingbok.app.intake;

import java.time.Duration;
import java.util.function.Supplier;
import org.tingbok.vocabulary.ContentionException;

/// Waits for others that append to a ledger: what was read is not to be read again because they were faster.
public final class Patience {
  private static final Duration MOST = Duration.ofMinutes(1);

  private Patience() {
  }

  /// Appends, again and again while others are at it, for about a minute. A ledger waits some seconds itself each time.
  ///
  /// @param appending what is tried
  /// @param waiting told once, when there is somebody to wait for
  /// @param <T> what comes of it
  /// @return what came of it
  /// @throws ContentionException the last one, if others are at it still
  public static <T> T with(Supplier<T> appending, Runnable waiting) {
    long begun = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        return appending.get();
      } catch (ContentionException e) {
        if (System.nanoTime() - begun > MOST.toNanos()) {
          throw e;
        }
        if (!told) {
          waiting.run();
          told = true;
        }
      }
    }
  }
}
