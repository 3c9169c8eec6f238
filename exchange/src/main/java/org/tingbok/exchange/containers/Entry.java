package org.tingbok.exchange.containers;

/// What stands at one place of a container.
public sealed interface Entry {
  /// Where it stands.
  ///
  /// @return the place
  Place place();

  /// A report.
  ///
  /// @param place where it stands
  /// @param name what it is called in the ledger
  /// @param bytes the report; not to be changed
  @SuppressWarnings("ArrayRecordComponent")
  record Report(Place place, String name, byte[] bytes) implements Entry {
  }

  /// Something that could not be read.
  ///
  /// @param place where it stands
  /// @param code stable code, upper case words joined by underscores
  /// @param message one line, with the number of the entry
  record Fault(Place place, String code, String message) implements Entry {
  }
}
