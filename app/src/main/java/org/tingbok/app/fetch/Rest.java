package org.tingbok.app.fetch;

import java.time.Duration;
import org.tingbok.vocabulary.ContentionException;

/// Lets time pass.
@FunctionalInterface
public interface Rest {
  /// Sleeps.
  Rest SLEEPING = duration -> {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContentionException("FETCH_STOPPED", "waiting for a site was interrupted; nothing was fetched", e);
    }
  };

  /// Returns when the time is over.
  ///
  /// @param duration how long; not negative
  void rest(Duration duration);
}
