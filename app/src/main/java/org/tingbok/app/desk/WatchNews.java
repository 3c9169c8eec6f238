package org.tingbok.app.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.NotFoundException;

/// What is new on a watch.
///
/// @param claims claims that were recorded, ruled on, read better or retracted since, the latest recorded first
/// @param gone claims that were an answer and are none any more, the latest gone first
/// @param upTo the moment up to which all of it was done; empty if nothing is on record
public record WatchNews(List<RecordedClaim> claims, List<GoneCard> gone, Optional<Instant> upTo) {
  /// Copies the lists.
  public WatchNews {
    claims = List.copyOf(claims);
    gone = List.copyOf(gone);
  }

  /// The watches that stand.
  ///
  /// @param ledger the ledger
  /// @return by the order in which they were set
  public static List<Watch> watches(Ledger ledger) {
    return Watch.standing(ledger.acts().stream().map(Act.Recorded::act).toList());
  }

  /// A watch by its name.
  ///
  /// @param ledger the ledger
  /// @param name the name
  /// @return the watch
  /// @throws NotFoundException `WATCH_UNKNOWN` if there is none
  public static Watch named(Ledger ledger, String name) {
    return watches(ledger).stream().filter(watch -> watch.name().equals(name.strip())).findFirst()
        .orElseThrow(() -> new NotFoundException("WATCH_UNKNOWN",
            "there is no watch '" + name + "'; 'tingbok watch list' lists those there are"));
  }

  /// What a watch asks.
  ///
  /// @param ledger the ledger
  /// @param watch the watch
  /// @return to be asked, the latest recorded first
  public static ClaimQuery query(Ledger ledger, Watch watch) {
    QuestionText text = QuestionText.of(watch);
    return text.question().query(new Lookup(ledger, AsOf.NOW, text.names()), ClaimOrder.RECORDED);
  }

  /// What is new since a moment.
  ///
  /// @param ledger the ledger
  /// @param asked the question
  /// @param since the moment; empty for everything
  /// @param forms how words are found
  /// @return the news
  public static WatchNews since(Ledger ledger, ClaimQuery asked, Optional<Instant> since, WordForms forms) {
    List<Condition> all = new ArrayList<>(asked.all());
    since.ifPresent(moment -> all.add(new Condition.Recorded(Optional.of(moment), Optional.empty())));
    ClaimQuery fresh = new ClaimQuery(all, ClaimOrder.RECORDED);
    List<RecordedClaim> news = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<RecordedClaim> page = ledger.claims(fresh, AsOf.NOW, request);
      news.addAll(page.items());
      next = page.next().map(request::then);
    }
    List<GoneCard> gone = since.map(moment -> GoneCard.since(ledger, asked, moment, forms)).orElse(List.of());
    Optional<Instant> upTo = Stream
        .of(ledger.acts().stream().map(Act.Recorded::recordedAt), news.stream().map(RecordedClaim::changedAt),
            gone.stream().map(GoneCard::recordedAt))
        .flatMap(moments -> moments).max(Comparator.naturalOrder());
    return new WatchNews(news, gone, upTo);
  }

  /// Whether nothing is new.
  ///
  /// @return true if there is neither a claim nor one that has gone
  public boolean nothing() {
    return claims.isEmpty() && gone.isEmpty();
  }
}
