package org.tingbok.app.syndication;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A feed as it was read.
///
/// @param title what it is called; empty text if it does not tell
/// @param language BCP 47 tag; empty if it does not tell
/// @param entries in its order
public record Feed(String title, Optional<String> language, List<Entry> entries) {
  /// Copies the list.
  public Feed {
    entries = List.copyOf(entries);
  }

  /// An entry.
  ///
  /// @param id what the feed knows it by
  /// @param link the page that it announces; empty if there is none
  /// @param title its title; empty text if it has none
  /// @param published when it was published, as the feed writes it; empty if it does not tell
  /// @param content the report itself, HTML; empty where the feed only announces it
  public record Entry(String id, Optional<URI> link, String title, Optional<String> published,
      Optional<String> content) {
  }
}
