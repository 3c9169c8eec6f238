package org.tingbok.app.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.vocabulary.Coded;

/// What somebody typed into the form of claims, to be shown in it again.
///
/// @param values by slot
/// @param order in which order; empty for the usual one
/// @param recorded by what the ledger had recorded by then
public record ClaimForm(Map<String, List<String>> values, String order, String recorded) {
  private static final Set<String> UNFOLDED = Set.of("quote", "accused", "claimant", "incident", "type");

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

  /// The conditions in use that are folded away.
  ///
  /// @return for example `state Norway, said 2021..`; empty text if none is
  public String further() {
    Stream<String> used = Stream.of(ClaimQuestion.Slot.values()).map(Coded::code)
        .filter(slot -> !UNFOLDED.contains(slot) && values.containsKey(slot))
        .map(slot -> slot.replace('-', ' ') + " " + value(slot));
    return Stream.concat(used, recorded.isEmpty() ? Stream.of() : Stream.of("as the ledger stood " + recorded))
        .collect(Collectors.joining(", "));
  }
}
