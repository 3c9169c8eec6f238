package org.tingbok.app.command;

import java.nio.file.Path;
import org.tingbok.app.Surroundings;

/// Where files lie that nobody keeps.
final class Temporary {
  private Temporary() {
  }

  /// The folder for them.
  ///
  /// @return `TMPDIR`, or the one that Java takes where that is not set
  static Path folder(Surroundings surroundings) {
    String folder = surroundings.environment().getOrDefault("TMPDIR", "");
    return surroundings.folder().resolve(folder.isEmpty() ? System.getProperty("java.io.tmpdir") : folder);
  }
}
