package org.tingbok.app.input;

import java.nio.file.Path;
import java.util.Optional;
import org.tingbok.exchange.containers.Place;

/// One report to be read, or a file that holds many.
///
/// @param name how it is called to people and in the ledger: the path as found, or `-` for standard input; of an entry of a
///     container the address it was fetched from, or the file with the entry's number behind `#`
/// @param path where it lies, of an entry the container; empty for standard input
/// @param place where in its container it stands; empty for a file of its own
public record Source(String name, Optional<Path> path, Optional<Place> place) {
  /// Standard input.
  public static final Source STANDARD_INPUT = new Source("-", Optional.empty());

  /// A file of its own.
  ///
  /// @param name how it is called
  /// @param path where it lies; empty for standard input
  public Source(String name, Optional<Path> path) {
    this(name, path, Optional.empty());
  }

  /// The file that was named or found.
  ///
  /// @return itself, of an entry its container
  public Source file() {
    return place.map(one -> new Source(one.container(), path)).orElse(this);
  }
}
