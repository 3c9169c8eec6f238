package org.tingbok.exchange.imports;

import java.util.List;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Act;

/// What a file of another tool came to.
///
/// @param readings its documents with their claims, in the file's order; the text of a document is what the tool hands
///     over of it, and claims quote that
/// @param acts what the file says was done about them: markings, retractions; recorded with them
/// @param faults what in it was left out and why, in the file's order; the rest of the file counts
public record Imported(List<Reading> readings, List<Act> acts, List<Fault> faults) {
  /// Copies the lists.
  public Imported {
    readings = List.copyOf(readings);
    acts = List.copyOf(acts);
    faults = List.copyOf(faults);
  }

  /// A file that says nothing of what was done about its documents.
  ///
  /// @param readings its documents
  /// @param faults what in it was left out
  public Imported(List<Reading> readings, List<Fault> faults) {
    this(readings, List.of(), faults);
  }

  /// Something in a file that was left out.
  ///
  /// @param code stable code, upper case words joined by underscores
  /// @param message one line: which object or row, which rule, what to do
  public record Fault(String code, String message) {
  }
}
