package org.tingbok.app.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What somebody typed into the form of claims, to be shown in it again.
///
/// @param values by slot
/// @param order in which order; empty for the usual one
/// @param recorded by what the ledger had recorded by then
public record ClaimForm(Map<String, List<String>> values, String order, String recorded) {
  /// Copies the map.
  public ClaimForm {
    values = Map.copyOf(values);
  }

  /// What stands in a field.
  ///
  /// @param slot the field
  /// @return empty text if nothing was asked
  public String value(String slot) {
    return String.join(", ", values.getOrDefault(slot, List.of()));
  }

  /// Whether a box is ticked.
  ///
  /// @param slot the field
  /// @param value the box
  /// @return true if that was asked
  public boolean ticked(String slot, String value) {
    return values.getOrDefault(slot, List.of()).contains(value);
  }

  /// Whether any of some fields was used.
  ///
  /// @param slots the fields
  /// @return true if one was
  public boolean any(String... slots) {
    return Stream.of(slots).anyMatch(values::containsKey) || !recorded.isEmpty();
  }
}
