package org.tingbok.app.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.GoneCard;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Watch;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  /// The question of a watch, to be parsed by itself.
  @Command(name = "watch")
  private static final class Question {
    @Mixin
    private ClaimOptions claims = new ClaimOptions();
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = seen ? options.writable(surroundings) : options.existing(surroundings)) {
      Watch watch = WatchListCommand.named(ledger, name);
      ClaimQuery asked = asked(ledger, watch);
      Stream<Instant> done = ledger.acts().stream().map(Act.Recorded::recordedAt);
      List<RecordedClaim> news = news(ledger, watch, asked);
      List<GoneCard> gone = watch.seenUpTo()
          .map(moment -> GoneCard.since(ledger, asked, moment, Stems.FORMS)).orElse(List.of());
      boolean any = !news.isEmpty() || !gone.isEmpty();
      // All that had been done by then was seen, what took claims out of the answer too.
      Optional<Instant> upTo = Stream
          .of(done, news.stream().map(RecordedClaim::changedAt), gone.stream().map(GoneCard::recordedAt))
          .flatMap(moments -> moments).max(Comparator.naturalOrder())
          .filter(_ -> any || watch.seenUpTo().isEmpty());
      if (seen) {
        upTo.ifPresent(moment -> ledger.act(List.of(new Act.WatchSeen(watch.name(), moment))));
      }
      List<ClaimCard> cards = new ClaimCards(ledger, Stems.FORMS).claims(news);
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

  private static ClaimQuery asked(Ledger ledger, Watch watch) {
    Question question = new Question();
    try {
      new CommandLine(question).parseArgs(ClaimOptions.words(watch.question()).toArray(String[]::new));
    } catch (ParameterException e) {
      throw new BadInputException("WATCH_UNREADABLE", "the watch '" + watch.name() + "' asks '" + watch.question()
          + "', which this Tingbok does not understand; set it anew", e);
    }
    return question.claims.question().query(
        new Lookup(ledger, AsOf.NOW, question.claims.view().orElse(View.ANY)), ClaimOrder.RECORDED);
  }

  private static List<RecordedClaim> news(Ledger ledger, Watch watch, ClaimQuery asked) {
    List<Condition> all = new ArrayList<>(asked.all());
    watch.seenUpTo().ifPresent(moment -> all.add(new Condition.Recorded(Optional.of(moment), Optional.empty())));
    ClaimQuery since = new ClaimQuery(all, ClaimOrder.RECORDED);
    List<RecordedClaim> news = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<RecordedClaim> page = ledger.claims(since, AsOf.NOW, request);
      news.addAll(page.items());
      next = page.next().map(request::then);
    }
    return news;
  }
}
