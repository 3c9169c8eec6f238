package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.tingbok.app.Surroundings;
import org.tingbok.app.feeds.FeedBook;
import org.tingbok.app.feeds.Poller;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Delivery;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.intake.TaxiiClient;
import org.tingbok.app.intake.TaxiiLogins;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tingbok fetch`.
@Command(name = "fetch", mixinStandardHelpOptions = true,
    description = {"Ask every feed that is subscribed to for news, once, and read what is new.",
        "Only what has changed is sent; no entry is read twice. 'tingbok serve' does so by itself."})
public final class FetchCommand implements Callable<Integer> {
  @Option(names = "--due", description = "Only the feeds that are due.")
  private boolean due;

  @Mixin
  private FetchOptions fetching = new FetchOptions();

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public FetchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `fetch` answers to programs.
  record Fetched(String ledger, List<Asked> feeds) {
  }

  /// What came of one feed.
  record Asked(String address, int added, int known, List<Trouble> troubles) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    List<Asked> feeds = new ArrayList<>();
    try (Fetcher fetcher = fetching.fetcher(surroundings);
        Intake intake = Intake.into(() -> options.writable(surroundings), surroundings.clock(),
            surroundings.temporary(), surroundings.readers(),
            Optional.of(new Gatherer(fetcher, surroundings.clock(), TaxiiLogins.of(surroundings.environment()),
                surroundings.readers())));
        Poller poller = new Poller(this::ledger, fetcher, surroundings.readers(), intake,
            new FeedBook(options.beside(surroundings)),
            surroundings.clock(), RandomGenerator.getDefault())) {
      for (Poller.Polled polled : poller.round(!due)) {
        List<Trouble> troubles = new ArrayList<>(polled.trouble().stream().toList());
        Optional<Delivery> delivery = polled.delivery().map(one -> intake.awaited(one.id()));
        delivery.ifPresent(one -> {
          one.trouble().ifPresent(troubles::add);
          one.items().forEach(item -> item.trouble().ifPresent(troubles::add));
        });
        troubles.forEach(streams::trouble);
        feeds.add(new Asked(polled.address(), count(delivery, Delivery.Fate.ADDED),
            // Of a collection that holds nothing new nothing came that could be known.
            TaxiiClient.is(polled.address()) ? count(delivery, Delivery.Fate.REPEATED)
                : count(delivery, Delivery.Fate.KNOWN) + count(delivery, Delivery.Fate.REPEATED),
            troubles));
      }
    }
    if (options.json()) {
      streams.json(new Fetched(options.name(), feeds));
    } else {
      feeds.forEach(feed -> streams.line(Paint.plain(feed.address() + ": "
          + ReadingText.count(feed.added(), "new document", "new documents")
          + (feed.known() == 0 ? "" : ", " + feed.known() + " on record already")
          + (feed.troubles().isEmpty() ? ""
              : ", " + ReadingText.count(feed.troubles().size(), "trouble", "troubles")))));
      streams.line(streams.paint().faint(ReadingText.count(feeds.size(), "feed", "feeds") + " asked"));
    }
    streams.flush();
    boolean none = feeds.stream().allMatch(feed -> feed.added() == 0);
    return !none ? 0
        : feeds.stream().anyMatch(feed -> !feed.troubles().isEmpty()) ? Problems.COULD_NOT
            : Problems.NOTHING_FOUND;
  }

  private Ledger ledger() {
    return options.existing(surroundings);
  }

  private static int count(Optional<Delivery> delivery, Delivery.Fate fate) {
    return delivery.map(one -> Math.toIntExact(one.count(fate))).orElse(0);
  }
}
