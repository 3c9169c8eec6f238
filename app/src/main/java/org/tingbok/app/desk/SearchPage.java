package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/// What words are found in.
///
/// @param documents the best match first; left out if only quotes are asked for
/// @param nextDocuments the cursor of their next page
/// @param quotes the best match first; left out if only documents are asked for
/// @param nextQuotes the cursor of their next page
public record SearchPage(Optional<List<ClaimCards.HitCard>> documents, Optional<String> nextDocuments,
    Optional<List<ClaimCards.QuoteCard>> quotes, Optional<String> nextQuotes) {
  /// What is found where nothing is looked for.
  public static final SearchPage NOTHING =
      new SearchPage(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Whether the words are found nowhere.
  ///
  /// @return true if neither a document nor a quote has them
  @JsonIgnore
  public boolean nothing() {
    return documents.orElse(List.of()).isEmpty() && quotes.orElse(List.of()).isEmpty();
  }
}
