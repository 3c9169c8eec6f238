package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.Surroundings;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Captured;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.Order;
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
    try (ProgressBar bar =
        new ProgressBar(streams.err(), surroundings.errTerminal(), "fetching", addresses.size())) {
      for (String typed : addresses) {
        try {
          Order order = Order.of(Address.parse(typed));
          switch (gatherer.gather(order, Optional.ofNullable(before.get(order.asked())), folder.path(),
              Integer.toString(done), () -> !Thread.currentThread().isInterrupted())) {
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

  /// Told which document each source is.
  void read(Map<DocumentId, Source> documents) {
    documents.forEach((document, source) -> Optional.ofNullable(from.get(source.file()))
        .ifPresent(origin -> acts.add(origin.act(document))));
    acts.addAll(Captured.acts(documents));
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
