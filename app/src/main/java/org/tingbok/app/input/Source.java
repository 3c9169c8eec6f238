package org.tingbok.app.input;

import java.nio.file.Path;
import java.util.Optional;

/// One report to be read.
///
/// @param name how it is called to people and in the ledger: the path as found, or `-` for standard input
/// @param path where it lies; empty for standard input
public record Source(String name, Optional<Path> path) {
  /// Standard input.
  public static final Source STANDARD_INPUT = new Source("-", Optional.empty());
}
