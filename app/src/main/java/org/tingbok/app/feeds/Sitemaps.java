package org.tingbok.app.feeds;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tingbok.app.fetch.Answer;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.input.Readers;
import org.tingbok.app.syndication.Feed;
import org.tingbok.app.syndication.Listing;
import org.tingbok.app.syndication.SitemapReader;

/// The pages of a site as its sitemaps have them, as if they were a feed: the latest first, and no more than a feed may have.
public final class Sitemaps {
  /// Pages of one site that are looked at, the latest.
  private static final int MOST_PAGES = 1000;
  /// Sitemaps of one list that are fetched, the latest.
  private static final int MOST_MAPS = 20;

  private Sitemaps() {
  }

  /// Whether an address is likely one of a sitemap.
  ///
  /// @param address an address
  /// @return by its name
  public static boolean named(URI address) {
    String path = String.valueOf(address.getPath()).toLowerCase(Locale.ROOT);
    return path.substring(path.lastIndexOf('/') + 1).matches(".*sitemap.*\\.xml(?:\\.gz)?");
  }

  /// A site as a feed.
  ///
  /// @param feed its pages
  /// @param lists whether it is a list of sitemaps: that it has not changed does not tell that they have not
  public record Site(Feed feed, boolean lists) {
  }

  /// A sitemap with those it lists.
  ///
  /// @param first what it lists
  /// @param fetcher fetches those that it lists
  /// @param readers read them
  /// @param found where it was fetched
  /// @param on asked now and then whether to go on
  /// @return as a feed
  public static Site site(Listing.OfPages first, Fetcher fetcher, Readers readers, URI found, BooleanSupplier on) {
    List<SitemapReader.Page> pages = new ArrayList<>(first.pages());
    List<SitemapReader.Page> maps = new ArrayList<>(first.maps());
    maps.sort(latestFirst());
    Set<URI> asked = new HashSet<>(Set.of(found));
    for (SitemapReader.Page map : maps.stream().filter(one -> asked.add(one.address())).limit(MOST_MAPS).toList()) {
      if (on.getAsBoolean() && fetcher.get(map.address(), Answer.State.NONE, on) instanceof Answer.Got more
          && readers.listing(more.found(), more.body()) instanceof Listing.OfPages one) {
        pages.addAll(one.pages());
      }
    }
    pages.sort(latestFirst());
    Set<URI> seen = new HashSet<>();
    return new Site(new Feed(publisher(pages).orElse(found.getHost()), Optional.empty(),
        pages.stream().filter(page -> seen.add(page.address())).limit(MOST_PAGES).map(Sitemaps::entry).toList()),
        !maps.isEmpty());
  }

  private static Optional<String> publisher(List<SitemapReader.Page> pages) {
    return pages.stream().map(SitemapReader.Page::publisher).filter(name -> !name.isEmpty()).findFirst();
  }

  private static Feed.Entry entry(SitemapReader.Page page) {
    return new Feed.Entry(page.address().toString(), Optional.of(page.address()), page.title(),
        Optional.of(page.changed()).filter(day -> !day.isEmpty()), Optional.empty());
  }

  /// Those without a day come last, in the order in which they are listed.
  private static Comparator<SitemapReader.Page> latestFirst() {
    return Comparator.comparing((SitemapReader.Page page) -> moment(page.changed()).orElse(Instant.EPOCH)).reversed();
  }

  /// When a page was changed, as sitemaps write it.
  ///
  /// @param written a day or a moment
  /// @return the end of the day; empty if it cannot be told
  public static Optional<Instant> moment(String written) {
    try {
      return written.length() == 10
          ? Optional.of(LocalDate.parse(written).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
          : Optional.of(OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
