package org.tingbok.app.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.analysis.Groundwork;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Parts;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.TingbokException;

/// Keeps the groundwork of a ledger, and brings it up to date when the ledger has changed: at once where that takes no longer
/// than a page may, else behind the back of those who ask, who get pages by the last one meanwhile. The claims and documents
/// of a page are always those of the ledger as it is; what may be behind is which reports were put together with which.
///
/// Safe for use by several threads.
final class Grounds {
  private static final Logger LOG = LoggerFactory.getLogger(Grounds.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int QUESTIONS = 24;
  private static final int MOMENTS = 2;

  private final Ledger ledger;
  private final Supplier<String> stamps;
  private final Duration patience;
  private Optional<Kept> now = Optional.empty();
  private boolean making;
  private long walks;
  private final Map<Past, CompletableFuture<Kept>> past = new LinkedHashMap<>(4, 0.75f, true);

  private record Question(AsOf asOf, Optional<View> view) {
  }

  private record Past(Instant moment, String stamp) {
  }

  /// A groundwork, the state of the ledger that it is of, and how long it took.
  private static final class Kept {
    private final String stamp;
    private final Duration took;
    private final Parts usual;
    /// The state of the ledger whose entries about names it has.
    private final String named;
    /// The walk that it was made on, counted from the first.
    private final long walk;
    private final Map<Question, Parts> others = new LinkedHashMap<>(QUESTIONS, 0.75f, true);

    private Kept(String stamp, Duration took, Parts usual, String named, long walk) {
      this.stamp = stamp;
      this.took = took;
      this.usual = usual;
      this.named = named;
      this.walk = walk;
    }

    /// The same with what is said of names by now.
    private Kept named(Ledger ledger, String current) {
      Groundwork before = usual.ground();
      Groundwork ground = before.with(ledger.names());
      return new Kept(stamp, took, ground == before ? usual : Parts.of(ledger, ground, AsOf.NOW, Optional.empty()),
          current, walk);
    }

    private Parts parts(AsOf asOf, Optional<View> view) {
      if (asOf.said().isEmpty() && view.filter(asked -> !asked.equals(View.ANY)).isEmpty()) {
        return usual;
      }
      Question question = new Question(asOf, view);
      synchronized (others) {
        Parts known = others.get(question);
        if (known != null) {
          return known;
        }
      }
      Parts made = usual.as(asOf, view);
      synchronized (others) {
        others.put(question, made);
        if (others.size() > QUESTIONS) {
          others.remove(others.keySet().iterator().next());
        }
      }
      return made;
    }
  }

  Grounds(Ledger ledger, Supplier<String> stamps) {
    this(ledger, stamps, PATIENCE);
  }

  /// @param patience how long a page may wait for a change to be taken in
  Grounds(Ledger ledger, Supplier<String> stamps, Duration patience) {
    this.ledger = ledger;
    this.stamps = stamps;
    this.patience = patience;
  }

  /// The parts of the ledger as of a day and moment, under a view.
  Parts parts(AsOf asOf, Optional<View> view) {
    return (asOf.recorded().isPresent() ? past(asOf.recorded().get()) : now()).parts(asOf, view);
  }

  /// Waits until all that was recorded before is taken in, for whoever has recorded what reports are put together with
  /// which.
  void settle() {
    String stamp = stamps.get();
    if (lacks(stamp)) {
      make(stamp);
    }
  }

  private synchronized boolean lacks(String stamp) {
    return now.filter(kept -> kept.stamp.equals(stamp)).isEmpty();
  }

  private synchronized Kept now() {
    String stamp = stamps.get();
    Optional<Kept> last = now;
    if (last.isPresent() && last.get().stamp.equals(stamp)) {
      return last.get();
    }
    if (last.isPresent() && last.get().took.compareTo(patience) > 0) {
      if (!making) {
        making = true;
        Thread.ofPlatform().daemon().name("groundwork").start(() -> remake(stamp));
      }
      Kept kept = last.get().named.equals(stamp) ? last.get() : last.get().named(ledger, stamp);
      now = Optional.of(kept);
      return kept;
    }
    return make(stamp);
  }

  private void remake(String stamp) {
    try {
      make(stamp);
    } catch (TingbokException e) {
      LOG.warn("a change of the ledger could not be taken in: {}", e.code());
    } finally {
      synchronized (this) {
        making = false;
      }
    }
  }

  /// Goes through the ledger, and keeps what it learns unless a later walk was faster.
  private Kept make(String stamp) {
    long walk;
    synchronized (this) {
      walk = ++walks;
    }
    Kept made = make(stamp, Optional.empty(), walk);
    synchronized (this) {
      if (now.filter(kept -> kept.walk > walk).isEmpty()) {
        now = Optional.of(made);
      }
    }
    return made;
  }

  private Kept make(String stamp, Optional<Instant> moment, long walk) {
    long start = System.nanoTime();
    Parts usual = Parts.of(ledger, Groundwork.of(ledger, moment, Desk.LEVELS), new AsOf(Optional.empty(), moment),
        Optional.empty());
    return new Kept(stamp, Duration.ofNanos(System.nanoTime() - start), usual, stamp, walk);
  }

  private Kept past(Instant moment) {
    Past asked = new Past(moment, stamps.get());
    CompletableFuture<Kept> future = new CompletableFuture<>();
    CompletableFuture<Kept> known;
    synchronized (past) {
      known = past.get(asked);
      if (known == null) {
        past.put(asked, future);
        if (past.size() > MOMENTS) {
          past.remove(past.keySet().iterator().next());
        }
      }
    }
    if (known == null) {
      try {
        future.complete(make(asked.stamp(), Optional.of(moment), 0));
      } catch (RuntimeException e) {
        future.completeExceptionally(e);
        synchronized (past) {
          past.remove(asked);
        }
      }
    }
    try {
      return (known == null ? future : known).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TingbokException told) {
        throw told;
      }
      throw e;
    }
  }
}
