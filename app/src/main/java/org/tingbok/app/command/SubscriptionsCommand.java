package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.feeds.FeedBook;
import org.tingbok.app.feeds.FeedCard;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tingbok subscriptions`.
@Command(name = "subscriptions", mixinStandardHelpOptions = true,
    description = "List the feeds that are read, how far they have been, and what is wrong with them.")
public final class SubscriptionsCommand implements Callable<Integer> {
  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public SubscriptionsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `subscriptions` answers to programs.
  record Subscriptions(List<FeedCard> subscriptions) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    List<FeedCard> cards;
    try (Ledger ledger = options.existing(surroundings)) {
      cards = FeedCard.of(ledger.acts(), new FeedBook(options.beside(surroundings)));
    }
    if (options.json()) {
      streams.json(new Subscriptions(cards));
    } else {
      List<List<String>> rows = new ArrayList<>();
      for (FeedCard card : cards) {
        rows.add(List.of(streams.paint().strong(Paint.plain(card.name())), Paint.plain(card.address()),
            Paint.plain(card.words())));
      }
      streams.lines(Columns.table(rows, streams.width(), 0));
      streams.line(streams.paint().faint(ReadingText.count(cards.size(), "feed is read", "feeds are read")));
    }
    streams.flush();
    return cards.isEmpty() ? Problems.NOTHING_FOUND : 0;
  }
}
