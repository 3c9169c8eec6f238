package org.tingbok.app.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.input.Trouble;
import org.tingbok.vocabulary.Coded;

/// What became of reports that were handed in together. Immutable: a picture of one moment.
///
/// @param id names it as long as the server runs
/// @param handedIn when
/// @param state how far it is
/// @param items its reports, in the order in which they were handed in
/// @param trouble why it stopped, if it did not come to its end
public record Delivery(String id, Instant handedIn, State state, List<Item> items, Optional<Trouble> trouble) {
  /// Copies the list.
  public Delivery {
    items = List.copyOf(items);
  }

  /// How far a delivery is.
  public enum State implements Coded {
    /// Others come first.
    WAITING("waiting"),
    /// Its reports are being fetched from their addresses.
    FETCHING("fetching"),
    /// Its reports are being read.
    READING("reading"),
    /// Its claims are being recorded.
    RECORDING("recording"),
    /// Everything that could be read is on record.
    DONE("done"),
    /// Somebody stopped it; nothing of it is on record.
    CANCELLED("cancelled"),
    /// It could not be recorded; nothing of it is.
    FAILED("failed");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// What became of a report.
  public enum Fate implements Coded {
    /// Not read yet.
    WAITING("waiting"),
    /// Fetched from its address, not read yet.
    FETCHED("fetched"),
    /// Read, not recorded yet.
    READ("read"),
    /// Recorded.
    ADDED("added"),
    /// On record already, byte for byte.
    KNOWN("known"),
    /// The very bytes of another of the delivery.
    REPEATED("repeated"),
    /// It could not be read.
    FAILED("failed"),
    /// The delivery was stopped or could not be recorded.
    DROPPED("dropped");

    private final String code;

    Fate(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// A report of a delivery.
  ///
  /// @param name what it is called
  /// @param fate what became of it
  /// @param document its id, once it is read
  /// @param claims how many claims were read in it; empty until it is recorded
  /// @param trouble why it could not be read
  public record Item(String name, Fate fate, Optional<String> document, Optional<Integer> claims,
      Optional<Trouble> trouble) {
    Item with(Fate other) {
      return new Item(name, other, document, claims, trouble);
    }
  }

  /// Whether nothing more will happen to it.
  ///
  /// @return true at the end
  public boolean ended() {
    return switch (state) {
      case WAITING, FETCHING, READING, RECORDING -> false;
      case DONE, CANCELLED, FAILED -> true;
    };
  }

  /// How many reports have a fate.
  ///
  /// @param fate which
  /// @return 0 or more
  public long count(Fate fate) {
    return items.stream().filter(item -> item.fate() == fate).count();
  }

  /// How many reports are behind.
  ///
  /// @return 0 to the number of reports
  public long behind() {
    return items.size() - count(Fate.WAITING) - count(Fate.FETCHED);
  }

  /// Whether handing it in again may get further.
  ///
  /// @return whether it has ended and some report is not on record
  public boolean retryable() {
    return ended() && items.stream().anyMatch(item -> item.fate() == Fate.FAILED || item.fate() == Fate.DROPPED);
  }
}
