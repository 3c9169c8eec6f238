package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Cursor;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.WordForms;

/// Claims on which no analyst has ruled.
///
/// @param queue which of them: `new` or `disputed`
/// @param claims the last recorded first
/// @param next where further ones begin; empty at the end
public record ReviewPage(String queue, List<Item> claims, Optional<String> next) {
  /// How many are shown at least, where there are so many; claims are looked through as many at a time.
  private static final int SHOWN = 20;

  /// Copies the list.
  public ReviewPage {
    claims = List.copyOf(claims);
  }

  /// A claim to be ruled on.
  ///
  /// @param claim the claim
  /// @param seen how much has been done about it
  public record Item(ClaimCard claim, int seen) {
  }

  /// Claims of a ledger on which no analyst has ruled.
  ///
  /// @param ledger the ledger
  /// @param forms how words are found in it
  /// @param disputed ids of the claims to choose from; empty for all
  /// @param after where to go on; empty for the beginning
  /// @return 20 to 39, fewer at the end
  public static ReviewPage of(Ledger ledger, WordForms forms, Optional<Set<String>> disputed, Optional<Cursor> after) {
    ClaimQuery query = new ClaimQuery(disputed.map(ids -> List.<Condition>of(new Condition.OneOf(new HashSet<>(ids))))
        .orElse(List.of()), ClaimOrder.RECORDED);
    List<RecordedClaim> open = new ArrayList<>();
    PageRequest first = PageRequest.first(SHOWN);
    Optional<PageRequest> ask = Optional.of(after.map(first::then).orElse(first));
    Optional<Cursor> next = Optional.empty();
    while (ask.isPresent() && open.size() < SHOWN) {
      PageRequest asked = ask.get();
      Page<RecordedClaim> page = ledger.claims(query, AsOf.NOW, asked);
      page.items().stream().filter(claim -> claim.ruling().isEmpty()).forEach(open::add);
      next = page.next();
      ask = next.map(asked::then);
    }
    ClaimCards cards = new ClaimCards(ledger, forms);
    List<ClaimCard> shown = cards.claims(open);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      items.add(new Item(shown.get(i), open.get(i).acts().size()));
    }
    return new ReviewPage(disputed.isPresent() ? "disputed" : "new", items, next.map(Cursor::text));
  }
}
