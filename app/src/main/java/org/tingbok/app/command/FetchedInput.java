package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.Surroundings;
import org.tingbok.app.feeds.TypedAddress;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Captured;
import org.tingbok.app.intake.Gatherer;
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
    Gatherer gatherer =
        new Gatherer(fetcher, surroundings.clock(), TaxiiLogins.of(surroundings.environment()), surroundings.readers());
    List<Source> sources = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    List<Order> orders = new ArrayList<>();
    for (String typed : addresses) {
      try {
        TypedAddress.Meant meant = TypedAddress.meant(typed, gatherer, before, MOST_PAGES, FetchedInput::on);
        meant.remark().ifPresent(streams::remark);
        orders.addAll(meant.orders());
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
    return TypedAddress.is(word);
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
