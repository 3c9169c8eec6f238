package org.tingbok.app.feeds;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.fetch.Answer;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.MispOrders;
import org.tingbok.app.intake.Order;
import org.tingbok.app.intake.TaxiiClient;
import org.tingbok.app.syndication.Feed;
import org.tingbok.app.syndication.Listing;
import org.tingbok.ledger.Act;

/// What an address stands for that somebody typed, on the command line or on a page: the same everywhere.
public final class TypedAddress {
  private TypedAddress() {
  }

  /// What is to be fetched for an address.
  ///
  /// @param orders in their order; none if nothing is new
  /// @param remark what to tell whoever typed it: what a sitemap lists and how much of it is fetched; empty if there is nothing
  public record Meant(List<Order> orders, Optional<String> remark) {
    /// Copies the list.
    public Meant {
      orders = List.copyOf(orders);
    }
  }

  /// Whether a word is meant as an address.
  ///
  /// @param word a word
  /// @return whether it is of the web, of a collection of TAXII (`taxii+https://`) or of a feed of MISP (`misp+https://`)
  public static boolean is(String word) {
    return Address.is(word) || TaxiiClient.is(word);
  }

  /// What an address stands for: of a server of TAXII its collection, of a feed of MISP its new events, of a sitemap its latest
  /// pages that are not on record as they are now; else itself. Whatever it takes to tell is fetched at once.
  ///
  /// @param typed what was typed
  /// @param gatherer fetches
  /// @param before what was fetched before, by what was asked for
  /// @param most how many pages of a sitemap are taken
  /// @param on asked now and then whether to go on
  /// @return what is to be fetched
  /// @throws org.tingbok.vocabulary.BadInputException `ADDRESS_UNREADABLE`, `ADDRESS_SECRET`, `TAXII_COLLECTIONS` or `MISP_MANIFEST`
  /// @throws org.tingbok.vocabulary.UnavailableException with the code of what went wrong if it does not answer
  public static Meant meant(String typed, Gatherer gatherer, Map<String, Act.Fetched> before, int most,
      BooleanSupplier on) {
    if (TaxiiClient.is(typed)) {
      return new Meant(List.of(gatherer.taxii().order(typed, on)), Optional.empty());
    }
    return MispOrders.is(typed)
        ? new Meant(MispOrders.of(typed, gatherer.fetcher(), before, on), Optional.empty())
        : pages(Address.parse(typed), gatherer, before, most, on);
  }

  private static Meant pages(URI address, Gatherer gatherer, Map<String, Act.Fetched> before, int most,
      BooleanSupplier on) {
    Optional<Sitemaps.Site> site = Sitemaps.named(address)
        && gatherer.fetcher().get(address, Answer.State.NONE, on) instanceof Answer.Got got
        && gatherer.readers().listing(got.found(), got.body()) instanceof Listing.OfPages listed
            ? Optional.of(Sitemaps.site(listed, gatherer.fetcher(), gatherer.readers(), got.found(), on))
            : Optional.empty();
    if (site.isEmpty()) {
      return new Meant(List.of(Order.of(address)), Optional.empty());
    }
    Feed feed = site.get().feed();
    List<Order> fresh = feed.entries().stream()
        .filter(entry -> Optional.ofNullable(before.get(entry.id())).filter(
            fetched -> entry.published().flatMap(Sitemaps::moment).filter(fetched.at()::isBefore).isEmpty()).isEmpty())
        .map(entry -> new Order(entry.link(), Optional.of(new Order.Announced(address.toString(), entry.id(),
            entry.title(), entry.published(), feed.title(), feed.language(), entry.content()))))
        .toList();
    List<Order> first = fresh.stream().limit(most).toList();
    return new Meant(first, Optional.of(address + " lists " + feed.entries().size() + " pages, "
        + (feed.entries().size() - fresh.size()) + " of them on record; " + (fresh.size() > first.size()
            ? "the latest " + first.size() + " of the others are fetched, add it again for more"
            : first.size() + " are fetched")));
  }
}
