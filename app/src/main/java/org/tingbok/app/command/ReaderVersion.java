package org.tingbok.app.command;

import java.util.Optional;
import org.tingbok.app.Main;

/// Which reader this is, for the record.
final class ReaderVersion {
  private ReaderVersion() {
  }

  static String name() {
    return "tingbok " + Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("development");
  }
}
