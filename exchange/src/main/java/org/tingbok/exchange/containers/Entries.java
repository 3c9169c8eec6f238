package org.tingbok.exchange.containers;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// The entries of a container, one after another. For one thread.
public interface Entries extends Closeable {
  /// The next one.
  ///
  /// @return empty at the end
  /// @throws IOException if the file itself cannot be read
  Optional<Entry> next() throws IOException;
}
