package org.tingbok.app.input;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the words on the command line come to.
///
/// @param sources what is to be read: in the order of the words, a folder's files by path, each once
/// @param troubles what cannot be read, in the same order
/// @param passedOver how many files of folders are of kinds that are not read, by ending (`.json`), `hidden` for names
///     that begin with a dot
public record Found(List<Source> sources, List<Trouble> troubles, SortedMap<String, Integer> passedOver) {
  /// Copies the collections.
  public Found {
    sources = List.copyOf(sources);
    troubles = List.copyOf(troubles);
    passedOver = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(passedOver));
  }

  /// How many files were passed over in all.
  ///
  /// @return 0 or more
  public int passedOverCount() {
    return passedOver.values().stream().mapToInt(Integer::intValue).sum();
  }
}
