package org.tingbok.app.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.WatchNews;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tingbok watch list`.
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the watches.")
final class WatchListCommand implements Callable<Integer> {
  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  WatchListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// A watch for programs.
  record WatchCard(String name, String question, String by, Optional<String> seenUpTo) {
    static WatchCard of(Watch watch) {
      return new WatchCard(watch.name(), watch.question(), watch.by(), watch.seenUpTo().map(Instant::toString));
    }
  }

  /// What `watch list` answers to programs.
  record Watches(List<WatchCard> watches) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.existing(surroundings)) {
      List<Watch> watches = standing(ledger);
      if (options.json()) {
        streams.json(new Watches(watches.stream().map(WatchCard::of).toList()));
      } else {
        List<List<String>> rows = new ArrayList<>();
        for (Watch watch : watches) {
          rows.add(List.of(streams.paint().strong(Paint.plain(watch.name())), Paint.plain(watch.by()),
              watch.seenUpTo().map(seen -> "seen up to " + seen).orElse("never looked at"),
              Paint.plain(watch.question().isEmpty() ? "every claim" : watch.question())));
        }
        streams.lines(Columns.table(rows, streams.width(), 0));
        streams.line(streams.paint().faint(ReadingText.count(watches.size(), "watch", "watches")));
      }
      streams.flush();
      return watches.isEmpty() ? Problems.NOTHING_FOUND : 0;
    }
  }

  static List<Watch> standing(Ledger ledger) {
    return WatchNews.watches(ledger);
  }

  static Watch named(Ledger ledger, String name) {
    return WatchNews.named(ledger, name);
  }
}
