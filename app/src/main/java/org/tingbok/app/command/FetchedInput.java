package org.tingbok.app.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.Surroundings;
import org.tingbok.app.feeds.Feed;
import org.tingbok.app.feeds.Sitemaps;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.fetch.Answer;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Captured;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.MispOrders;
import org.tingbok.app.intake.Order;
import org.tingbok.app.intake.TaxiiClient;
import org.tingbok.app.intake.TaxiiLogins;
import org.tingbok.app.terminal.ProgressBar;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.store.TemporaryFolder;
import org.tingbok.vocabulary.TingbokException;

/// Reports that are named on the command line by their address. What was fetched lies in a folder until this is closed.
final class FetchedInput implements AutoCloseable {
  /// Pages of a sitemap that are fetched together.
  private static final int MOST_PAGES = 100;

  private final Fetcher fetcher;
  private final TemporaryFolder folder;
  private final Surroundings surroundings;
  private final Map<Source, Gatherer.From> from = new HashMap<>();
  private final List<Act> acts = new ArrayList<>();
  private boolean nothingNew;

  FetchedInput(FetchOptions options, Surroundings surroundings) {
    this.fetcher = options.fetcher(surroundings);
    this.folder = TemporaryFolder.in(surroundings.temporary(), "tingbok-fetch-");
    this.surroundings = surroundings;
  }

  /// Fetches; what cannot be is told.
  ///
  /// @param before what was fetched before, by what was asked for
  List<Source> fetch(List<String> addresses, Map<String, Act.Fetched> before, Streams streams) {
    Gatherer gatherer = new Gatherer(fetcher, surroundings.clock());
    List<Source> sources = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    for (String typed : addresses) {
      try {
        orders.addAll(orders(typed, before, streams));
      } catch (TingbokException e) {
        // Not what was typed: it may hold a password.
        troubles.add(new Trouble(e.code(), String.valueOf(e.getMessage())));
      }
    }
    nothingNew = orders.isEmpty() && troubles.isEmpty();
    int done = 0;
    try (ProgressBar bar =
        new ProgressBar(streams.err(), surroundings.errTerminal(), "fetching", orders.size())) {
      for (Order order : orders) {
        try {
          switch (gathered(gatherer, order, before, Integer.toString(done))) {
            case Gatherer.Gathered.Report(Source source, Gatherer.From origin) -> {
              if (from.putIfAbsent(source, origin) == null) {
                sources.add(source);
              }
            }
            case Gatherer.Gathered.Same same -> acts.add(same.from().act(same.document()));
            case Gatherer.Gathered.Not(Trouble trouble) -> troubles.add(trouble);
          }
        } catch (TingbokException e) {
          troubles.add(new Trouble(e.code(), String.valueOf(e.getMessage())));
        }
        bar.at(++done);
      }
    }
    troubles.forEach(streams::trouble);
    return sources;
  }

  private static boolean on() {
    return !Thread.currentThread().isInterrupted();
  }

  /// Whether a word on the command line is meant as an address, of a page, a feed or a collection.
  static boolean is(String word) {
    return Address.is(word) || TaxiiClient.is(word);
  }

  private Gatherer.Gathered gathered(Gatherer gatherer, Order order, Map<String, Act.Fetched> before, String name) {
    Optional<Act.Fetched> last = Optional.ofNullable(before.get(order.asked()));
    if (TaxiiClient.is(order.asked())) {
      return new TaxiiClient(fetcher, surroundings.clock(), TaxiiLogins.of(surroundings.environment()))
          .gather(order, last, folder.path(), name, FetchedInput::on);
    }
    return gatherer.gather(order, last, folder.path(), name, FetchedInput::on);
  }

  /// What an address stands for: a collection, of a feed of MISP its new events, of a sitemap its latest pages that are not on
  /// record as they are now; else itself.
  private List<Order> orders(String typed, Map<String, Act.Fetched> before, Streams streams) {
    if (TaxiiClient.is(typed)) {
      return List.of(TaxiiClient.order(typed));
    }
    return MispOrders.is(typed) ? MispOrders.of(typed, fetcher, before, FetchedInput::on)
        : pages(Address.parse(typed), before, streams);
  }

  private List<Order> pages(URI address, Map<String, Act.Fetched> before, Streams streams) {
    Optional<Sitemaps.Site> site = Sitemaps.named(address)
        && fetcher.get(address, Answer.State.NONE, FetchedInput::on) instanceof Answer.Got got
            ? Sitemaps.read(fetcher, got, FetchedInput::on)
            : Optional.empty();
    if (site.isEmpty()) {
      return List.of(Order.of(address));
    }
    Feed feed = site.get().feed();
    List<Order> fresh = feed.entries().stream()
        .filter(entry -> Optional.ofNullable(before.get(entry.id())).filter(
            fetched -> entry.published().flatMap(Sitemaps::moment).filter(fetched.at()::isBefore).isEmpty()).isEmpty())
        .map(entry -> new Order(entry.link(), Optional.of(new Order.Announced(address.toString(), entry.id(),
            entry.title(), entry.published(), feed.title(), feed.language(), entry.content()))))
        .toList();
    List<Order> first = fresh.stream().limit(MOST_PAGES).toList();
    streams.remark(address + " lists " + feed.entries().size() + " pages, " + (feed.entries().size() - fresh.size())
        + " of them on record; " + (fresh.size() > first.size()
            ? "the latest " + first.size() + " of the others are fetched, add it again for more"
            : first.size() + " are fetched"));
    return first;
  }

  /// Told which document each source is.
  void read(Map<DocumentId, Source> documents) {
    documents.forEach((document, source) -> Optional.ofNullable(from.get(source.file()))
        .ifPresent(origin -> acts.add(origin.act(document))));
    acts.addAll(Captured.acts(documents));
  }

  /// Whether all that was named are feeds whose events are on record as they are now.
  boolean nothingNew() {
    return nothingNew;
  }

  /// Where what was fetched came from, for the ledger.
  List<Act> acts() {
    return List.copyOf(acts);
  }

  @Override
  public void close() {
    fetcher.close();
    folder.close();
  }
}
