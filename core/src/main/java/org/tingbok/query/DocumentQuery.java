package org.tingbok.query;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/// A question about documents.
///
/// @param words what title and text have to have, the best match first ([TextMatch], a title counting double); empty for
///     every document, the latest recorded first
/// @param published when it may have been published; open at both ends for any time, undated ones included
/// @param languages BCP 47 primary tags; empty for every language
/// @param publishers names of publishers, compared by their keys; empty for every publisher
public record DocumentQuery(Optional<TextQuery> words, Days published, Set<String> languages, Set<String> publishers)
    implements Serializable {
  /// Copies the sets.
  public DocumentQuery {
    languages = Set.copyOf(languages);
    publishers = Set.copyOf(publishers);
  }

  /// Documents that have these words.
  ///
  /// @param words what to look for
  /// @return the question
  public static DocumentQuery of(TextQuery words) {
    return new DocumentQuery(Optional.of(words), new Days(Optional.empty(), Optional.empty()), Set.of(), Set.of());
  }
}
