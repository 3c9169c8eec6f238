package org.tingbok.scale;

import org.tingbok.reading.ReportReader;

/// What each machine has once: the reader with its tables and models.
final class Reader {
  private Reader() {
  }

  /// Made when a machine first reads.
  private static final class Holder {
    private static final ReportReader STANDARD = ReportReader.standard();
  }

  static ReportReader standard() {
    return Holder.STANDARD;
  }
}
