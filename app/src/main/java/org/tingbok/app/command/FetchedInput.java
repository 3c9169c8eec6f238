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
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Captured;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.MispOrders;
import org.tingbok.app.intake.Order;
import org.tingbok.app.intake.TaxiiClient;
import org.tingbok.app.intake.TaxiiLogins;
import org.tingbok.app.terminal.ProgressBar;
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
    Gatherer gatherer = new Gatherer(fetcher, surroundings.clock(), TaxiiLogins.of(surroundings.environment()));
    List<Source> sources = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    for (String typed : addresses) {
      try {
        orders.addAll(orders(gatherer, typed, before, streams));
      } catch (TingbokException e) {
        // Not what was typed: it may hold a password.
        troubles.add(new Trouble(e.code(), String.valueOf(e.getMessage())));
      }
    }
    int unchanged = 0;
    int done = 0;
    try (ProgressBar bar =
        new ProgressBar(streams.err(), surroundings.errTerminal(), "fetching", orders.size())) {
      for (Order order : orders) {
        try {
          switch (gatherer.gather(order, Optional.ofNullable(before.get(order.asked())), folder.path(),
              Integer.toString(done), FetchedInput::on)) {
            case Gatherer.Gathered.Report(Source source, Gatherer.From origin) -> {
              if (from.putIfAbsent(source, origin) == null) {
                sources.add(source);
              }
            }
            case Gatherer.Gathered.Same same -> {
              if (TaxiiClient.is(order.asked())) {
                streams.remark("nothing new in " + order.name());
                unchanged++;
              }
              acts.add(same.from().act(same.document()));
            }
            case Gatherer.Gathered.Not(Trouble trouble) -> troubles.add(trouble);
          }
        } catch (TingbokException e) {
          troubles.add(new Trouble(e.code(), String.valueOf(e.getMessage())));
        }
        bar.at(++done);
      }
    }
    nothingNew = orders.size() == unchanged && troubles.isEmpty();
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

  /// What an address stands for: a collection, of a feed of MISP its new events, of a sitemap its latest pages that are not on
  /// record as they are now; else itself.
  private List<Order> orders(Gatherer gatherer, String typed, Map<String, Act.Fetched> before, Streams streams) {
    if (TaxiiClient.is(typed)) {
      return List.of(gatherer.taxii().order(typed, FetchedInput::on));
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

  /// Told which documents each source holds.
  void read(InputReader.Outcome outcome) {
    outcome.held().forEach((source, documents) -> Optional.ofNullable(from.get(source.file()))
        .ifPresent(origin -> documents.forEach(document -> acts.add(origin.act(document)))));
    acts.addAll(Captured.acts(outcome.sources()));
  }

  /// Whether all that was named are feeds and collections in which nothing is new.
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
