package org.tingbok.app.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tingbok.app.input.Trouble;

/// What came of asking an address.
public sealed interface Answer {
  /// It answered.
  ///
  /// @param found the address that answered, behind all redirects
  /// @param body what it sent, unpacked; not to be changed
  /// @param type the media type that it names, in lower case and without parameters; empty if it names none
  /// @param state what it is to be asked with next time
  /// @param at when
  @SuppressWarnings("ArrayRecordComponent")
  record Got(URI found, byte[] body, String type, State state, Instant at) implements Answer {
  }

  /// Nothing has changed there since the state that was asked with.
  record Unchanged() implements Answer {
  }

  /// Nothing was got.
  ///
  /// @param trouble why
  /// @param after how long to wait before asking again, where it says so
  /// @param gone whether it will not come back
  record Not(Trouble trouble, Optional<Duration> after, boolean gone) implements Answer {
  }

  /// What an address calls the state of what it sends.
  ///
  /// @param etag its entity tag, with quotes
  /// @param modified when it was last changed, in its own words
  record State(Optional<String> etag, Optional<String> modified) {
    /// Of nothing that was fetched before.
    public static final State NONE = new State(Optional.empty(), Optional.empty());
  }
}
