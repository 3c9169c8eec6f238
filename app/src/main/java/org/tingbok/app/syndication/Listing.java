package org.tingbok.app.syndication;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;

/// What a page that was fetched lists.
public sealed interface Listing {
  /// It is a feed.
  ///
  /// @param feed the feed
  record OfEntries(Feed feed) implements Listing {
  }

  /// It is a sitemap.
  ///
  /// @param pages what it lists
  /// @param maps further sitemaps that it lists
  record OfPages(List<SitemapReader.Page> pages, List<SitemapReader.Page> maps) implements Listing {
    /// Copies the lists.
    public OfPages {
      pages = List.copyOf(pages);
      maps = List.copyOf(maps);
    }
  }

  /// It is neither.
  ///
  /// @param named the feed that it names as its own; empty if it names none
  /// @param code why it is no feed: a stable code
  /// @param message the same for a person, one line
  record Nothing(Optional<URI> named, String code, String message) implements Listing {
  }

  /// Reads a page.
  ///
  /// @param found where it was fetched
  /// @param body its bytes; anything at all
  /// @return what it lists
  static Listing of(URI found, byte[] body) {
    Optional<SitemapReader.Sitemap> map = SitemapReader.read(found, body);
    if (map.isPresent()) {
      return new OfPages(map.get().pages(), map.get().maps());
    }
    try {
      return new OfEntries(FeedReader.read(found, body));
    } catch (BadInputException e) {
      return new Nothing(FeedReader.discover(found, body), e.code(), String.valueOf(e.getMessage()));
    }
  }
}
