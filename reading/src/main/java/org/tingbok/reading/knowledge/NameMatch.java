package org.tingbok.reading.knowledge;

import java.util.List;

/// A name found in a text.
///
/// @param start first code unit
/// @param end code unit after the last
/// @param names what it may denote: one, or several where a spelling is shared; never empty
/// @param spelling how the knowledge of names spells what was found
/// @param weak whether the spelling is a common word, or needs its surroundings to denote this
public record NameMatch(int start, int end, List<Name> names, String spelling, boolean weak) {
  /// Copies the list.
  public NameMatch {
    names = List.copyOf(names);
  }

  /// The first of a sort that it may denote.
  ///
  /// @param sort the sort
  /// @return empty if it denotes none of that sort
  public java.util.Optional<Name> as(Name.Sort sort) {
    return names.stream().filter(name -> name.sort() == sort).findFirst();
  }
}
