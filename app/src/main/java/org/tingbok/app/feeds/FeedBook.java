package org.tingbok.app.feeds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.fetch.Answer;
import org.tingbok.app.input.Trouble;

/// How far feeds have been read, in a file beside the ledger. If it is lost, every feed is asked anew, and what the ledger holds
/// of it is not read again. Safe for use by several threads.
public final class FeedBook {
  private static final String FILE = "feeds.json";

  private final Beside beside;
  private final Map<String, State> states;

  /// Opens a book.
  ///
  /// @param beside where it lies
  public FeedBook(Beside beside) {
    this.beside = beside;
    this.states = beside.read(FILE, Kept.class).map(kept -> new TreeMap<>(kept.feeds)).orElseGet(TreeMap::new);
  }

  /// The file.
  record Kept(Map<String, State> feeds) {
  }

  /// An entry that could not be put on record so far.
  ///
  /// @param attempts how often it was tried
  /// @param again when it is tried again; empty if it is given up
  /// @param trouble why it failed the last time
  public record Failed(int attempts, Optional<Instant> again, Trouble trouble) {
  }

  /// How far a feed has been read.
  ///
  /// @param title what it calls itself; empty text if that is not known
  /// @param asked when it was asked last; empty if it never was
  /// @param due when it is to be asked again; empty for at once
  /// @param http what it calls its state
  /// @param failures how often in a row it could not be read
  /// @param trouble why, the last time; empty if it could
  /// @param failed entries that could not be put on record, by what the feed knows them by
  public record State(String title, Optional<Instant> asked, Optional<Instant> due, Answer.State http, int failures,
      Optional<Trouble> trouble, Map<String, Failed> failed) {
    /// Nothing is known.
    public static final State NEW =
        new State("", Optional.empty(), Optional.empty(), Answer.State.NONE, 0, Optional.empty(), Map.of());

    /// Copies the map.
    public State {
      failed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    }

    /// The same with one entry more or less that failed.
    State with(String entry, Optional<Failed> now) {
      Map<String, Failed> all = new LinkedHashMap<>(failed);
      now.ifPresentOrElse(one -> all.put(entry, one), () -> all.remove(entry));
      return new State(title, asked, due, http, failures, trouble, all);
    }
  }

  /// How far a feed has been read.
  ///
  /// @param address the feed
  /// @return [State#NEW] if it never was
  public synchronized State of(String address) {
    return states.getOrDefault(address, State.NEW);
  }

  /// Notes how far a feed has been read.
  ///
  /// @param address the feed
  /// @param change what is new
  /// @throws org.tingbok.vocabulary.UnavailableException `BESIDE_UNWRITABLE`
  public synchronized void note(String address, UnaryOperator<State> change) {
    states.put(address, change.apply(of(address)));
    beside.write(FILE, new Kept(states));
  }

  /// Forgets a feed.
  ///
  /// @param address the feed
  /// @throws org.tingbok.vocabulary.UnavailableException `BESIDE_UNWRITABLE`
  public synchronized void forget(String address) {
    if (Optional.ofNullable(states.remove(address)).isPresent()) {
      beside.write(FILE, new Kept(states));
    }
  }
}
