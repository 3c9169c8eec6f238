package org.tingbok.exchange.containers;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of a container, as often as somebody wants to read them.
@FunctionalInterface
public interface Bytes {
  /// Opens them.
  ///
  /// @param position how many bytes to leave out at the beginning
  /// @return the rest; to be closed
  /// @throws IOException if they cannot be read
  InputStream from(long position) throws IOException;
}
