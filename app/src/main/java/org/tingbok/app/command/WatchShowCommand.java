package org.tingbok.app.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.GoneCard;
import org.tingbok.app.desk.WatchNews;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Watch;
import org.tingbok.store.Stems;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok watch show`.
@Command(name = "show", mixinStandardHelpOptions = true,
    description = {
        "Tell what is new on a watch since it was last looked at: claims that were recorded, ruled on, read better"
            + " or retracted since, and claims that have gone from it: misread, rejected, or read otherwise."})
final class WatchShowCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "The watch.")
  private String name = "";

  @Option(names = "--seen", description = "Next time, tell only what is newer than this.")
  private boolean seen;

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  WatchShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `watch show` answers to programs.
  ///
  /// @param claims what is new, the latest recorded first
  /// @param gone what was an answer and is no longer
  record News(WatchListCommand.WatchCard watch, List<ClaimCard> claims, List<GoneCard> gone, boolean markedSeen) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = seen ? options.writable(surroundings) : options.existing(surroundings)) {
      Watch watch = WatchListCommand.named(ledger, name);
      WatchNews found = WatchNews.since(ledger, WatchNews.query(ledger, watch), watch.seenUpTo(), Stems.FORMS);
      List<GoneCard> gone = found.gone();
      boolean any = !found.nothing();
      // All that had been done by then was seen, what took claims out of the answer too.
      Optional<Instant> upTo = found.upTo().filter(_ -> any || watch.seenUpTo().isEmpty());
      if (seen) {
        upTo.ifPresent(moment -> ledger.act(List.of(new Act.WatchSeen(watch.name(), moment))));
      }
      List<ClaimCard> cards = new ClaimCards(ledger, Stems.FORMS).claims(found.claims());
      if (options.json()) {
        streams.json(new News(WatchListCommand.WatchCard.of(watch), cards, gone, seen && upTo.isPresent()));
      } else {
        cards.forEach(card -> new ReadingText(streams).claim(card, 0));
        for (GoneCard one : gone) {
          streams
              .lines(Columns.paragraph(streams.paint().strong(Paint.plain("Gone:")) + " " + Paint.plain(one.because()),
                  streams.width(), 0));
          new ReadingText(streams).claim(one.claim(), 2);
        }
        streams.lines(Columns.paragraph(streams.paint().faint(Paint.plain(
            ReadingText.count(cards.size(), "claim", "claims") + " new on " + watch.name()
                + (gone.isEmpty() ? "" : ", " + gone.size() + " gone")
                + watch.seenUpTo().map(moment -> " since " + moment).orElse("")
                + (!any || seen ? "" : "; --seen marks them as seen"))),
            streams.width(), 0));
      }
      streams.flush();
      return !any ? Problems.NOTHING_FOUND : 0;
    }
  }
}
