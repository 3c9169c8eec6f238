package org.tingbok.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What verifying says, for tests.
final class Upkeeping {
  private Upkeeping() {
  }

  /// Everything that is wrong with a ledger, one line each.
  static List<String> wrong(Path ledger) {
    List<String> lines = new ArrayList<>();
    Upkeep.of(ledger.toString(), ledger.getFileName().toString()).verify(Optional.empty(),
        true, finding -> lines.add(finding.line()));
    return lines;
  }
}
