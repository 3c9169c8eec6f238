package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tingbok.app.Surroundings;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
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
    int done = 0;
    List<Order> orders = orders(addresses, before, troubles);
    nothingNew = orders.isEmpty() && troubles.isEmpty();
    try (ProgressBar bar = new ProgressBar(streams.err(), surroundings.errTerminal(), "fetching", orders.size())) {
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
          // Not what was typed: it may hold a password.
          troubles.add(new Trouble(e.code(), String.valueOf(e.getMessage())));
        }
        bar.at(++done);
      }
    }
    troubles.forEach(streams::trouble);
    return sources;
  }

  /// Whether a word on the command line is meant as an address, of a page, a feed or a collection.
  static boolean is(String word) {
    return Address.is(word) || TaxiiClient.is(word);
  }

  private Gatherer.Gathered gathered(Gatherer gatherer, Order order, Map<String, Act.Fetched> before, String name) {
    BooleanSupplier on = () -> !Thread.currentThread().isInterrupted();
    Optional<Act.Fetched> last = Optional.ofNullable(before.get(order.asked()));
    if (TaxiiClient.is(order.asked())) {
      return new TaxiiClient(fetcher, surroundings.clock(), TaxiiLogins.of(surroundings.environment()))
          .gather(order, last, folder.path(), name, on);
    }
    return gatherer.gather(order, last, folder.path(), name, on);
  }

  /// What the addresses stand for: a page each, a collection, or of a feed of MISP its new events.
  private List<Order> orders(List<String> addresses, Map<String, Act.Fetched> before, List<Trouble> troubles) {
    List<Order> orders = new ArrayList<>();
    for (String typed : addresses) {
      try {
        if (TaxiiClient.is(typed)) {
          orders.add(TaxiiClient.order(typed));
        } else if (MispOrders.is(typed)) {
          orders.addAll(MispOrders.of(typed, fetcher, before, () -> !Thread.currentThread().isInterrupted()));
        } else {
          orders.add(Order.of(Address.parse(typed)));
        }
      } catch (TingbokException e) {
        // Not what was typed: it may hold a password.
        troubles.add(new Trouble(e.code(), String.valueOf(e.getMessage())));
      }
    }
    return orders;
  }

  /// Told which document each source is.
  void read(Map<DocumentId, Source> documents) {
    documents.forEach((document, source) -> Optional.ofNullable(from.get(source))
        .ifPresent(origin -> acts.add(origin.act(document))));
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
