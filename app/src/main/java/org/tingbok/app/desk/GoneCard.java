package org.tingbok.app.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.WordForms;

/// A claim that answered a question and does so no longer: misread, rejected, or read otherwise since.
///
/// @param claim as it stood
/// @param because what was done about it, the last of it
/// @param recordedAt when that was recorded
public record GoneCard(ClaimCard claim, String because, Instant recordedAt) {
  /// What has gone from the answer to a question.
  ///
  /// @param ledger the ledger
  /// @param asked the question
  /// @param since as of when it was last answered
  /// @param forms how words are found
  /// @return the latest recorded first
  public static List<GoneCard> since(Ledger ledger, ClaimQuery asked, Instant since, WordForms forms) {
    Map<String, Act.Recorded> changed = new LinkedHashMap<>();
    for (Act.Recorded recorded : ledger.acts()) {
      if (recorded.recordedAt().isAfter(since)) {
        claim(recorded.act()).ifPresent(id -> changed.put(id, recorded));
      }
    }
    if (changed.isEmpty()) {
      return List.of();
    }
    List<Condition> all = new ArrayList<>(asked.all());
    all.add(new Condition.OneOf(changed.keySet()));
    ClaimQuery those = new ClaimQuery(all, ClaimOrder.RECORDED);
    Set<String> here = new HashSet<>(every(ledger, those, AsOf.NOW).stream().map(RecordedClaim::id).toList());
    List<RecordedClaim> gone = every(ledger, those, AsOf.NOW.recorded(since)).stream()
        .filter(claim -> !here.contains(claim.id())).toList();
    List<ClaimCard> cards = new ClaimCards(ledger, forms).claims(gone);
    List<GoneCard> told = new ArrayList<>();
    for (int i = 0; i < gone.size(); i++) {
      Act.Recorded last = java.util.Objects.requireNonNull(changed.get(gone.get(i).id()));
      told.add(new GoneCard(cards.get(i), ActWords.of(last.act()).orElse(""), last.recordedAt()));
    }
    return told;
  }

  /// The claim that an act may take out of an answer. One that was retracted stays, and says so.
  private static Optional<String> claim(Act act) {
    return switch (act) {
      case Act.Ruled _, Act.Misread _, Act.Revised _ -> Optional.of(act.subject());
      case Act.Reopened _, Act.Retracted _, Act.Erased _, Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _, Act.Marked _ ->
        Optional.empty();
    };
  }

  private static List<RecordedClaim> every(Ledger ledger, ClaimQuery query, AsOf asOf) {
    List<RecordedClaim> claims = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<RecordedClaim> page = ledger.claims(query, asOf, request);
      claims.addAll(page.items());
      next = page.next().map(request::then);
    }
    return claims;
  }
}
