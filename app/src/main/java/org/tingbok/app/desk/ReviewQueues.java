package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Watch;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Cursor;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.RulingVerdict;

/// What waits for an analyst in a ledger as it stands: worked out once, asked page by page. Immutable.
///
/// Pages go on behind the last thing shown, wherever that stood, so that what colleagues rule on in the meantime neither hides nor
/// repeats anything.
public final class ReviewQueues {
  /// How many claims are looked through for doubts, the last recorded first.
  public static final int LOOKED_AT = 2000;
  private static final int SHOWN = 20;

  private final Ledger ledger;
  private final WordForms forms;
  private final Set<String> ruled;
  private final Set<String> disputed;
  private final List<Unsure> unsure;
  private final List<UnreadSentence> unread;
  private final List<UnreadSentence> aside;
  private final List<Watch> watches;
  private final List<ReviewPage.QueueCard> counts;

  private ReviewQueues(Ledger ledger, WordForms forms, Desk desk) {
    this.ledger = ledger;
    this.forms = forms;
    List<Act> acts = ledger.acts().stream().map(Act.Recorded::act).toList();
    this.ruled = ruled(acts);
    this.watches = Watch.standing(acts);
    Set<String> open = new HashSet<>(desk.disputed());
    open.removeAll(ruled);
    this.disputed = Set.copyOf(open);
    this.unsure = doubted(latest(), desk.cards()::document, desk);
    this.unread = desk.documents().unread();
    this.aside = desk.documents().aside();
    this.counts = count();
  }

  /// What waits in a ledger.
  ///
  /// @param ledger the ledger; has to stay open
  /// @param forms how words are found in it
  /// @param desk all that is on record in it
  /// @return as it stands now
  public static ReviewQueues of(Ledger ledger, WordForms forms, Desk desk) {
    return new ReviewQueues(ledger, forms, desk);
  }

  /// A claim with what there is to doubt in how it was read.
  private record Unsure(RecordedClaim claim, Set<Doubt> doubts) {
    int weight() {
      return doubts.stream().mapToInt(Doubt::weight).sum();
    }

    Cursor place() {
      return new Cursor(claim.recordedAt(), weight() + " " + claim.id());
    }
  }

  private static Set<String> ruled(List<Act> acts) {
    Set<String> ruled = new HashSet<>();
    for (Act act : acts) {
      if (act instanceof Act.Ruled done) {
        if (done.ruling().verdict() == RulingVerdict.UNDONE) {
          ruled.remove(act.subject());
        } else {
          ruled.add(act.subject());
        }
      }
    }
    return ruled;
  }

  private List<RecordedClaim> latest() {
    List<RecordedClaim> latest = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
    while (next.isPresent() && latest.size() < LOOKED_AT) {
      PageRequest asked = next.get();
      Page<RecordedClaim> page = ledger.claims(new ClaimQuery(List.of(), ClaimOrder.RECORDED), AsOf.NOW, asked);
      page.items().stream().filter(claim -> !ruled.contains(claim.id())).forEach(latest::add);
      next = page.next().map(asked::then);
    }
    return latest.subList(0, Math.min(LOOKED_AT, latest.size()));
  }

  private static List<Unsure> doubted(List<RecordedClaim> claims, Function<DocumentId, Document> documents,
      Desk desk) {
    Map<DocumentId, List<RecordedClaim>> beside = new HashMap<>();
    claims.forEach(claim -> beside.computeIfAbsent(claim.claim().document(), _ -> new ArrayList<>()).add(claim));
    List<Unsure> unsure = new ArrayList<>();
    for (RecordedClaim claim : claims) {
      boolean early =
          desk.cards().incidentOf(claim.claim()).filter(incident -> incident.saidBefore(claim)).isPresent();
      Set<Doubt> doubts = Doubt.of(claim, documents.apply(claim.claim().document()),
          beside.getOrDefault(claim.claim().document(), List.of()), early);
      if (!doubts.isEmpty()) {
        unsure.add(new Unsure(claim, doubts));
      }
    }
    unsure.sort(Comparator.comparingInt(Unsure::weight).reversed()
        .thenComparing((Unsure one) -> one.claim.recordedAt(), Comparator.reverseOrder())
        .thenComparing(one -> one.claim.id()));
    return unsure;
  }

  private List<ReviewPage.QueueCard> count() {
    List<ReviewPage.QueueCard> cards = new ArrayList<>();
    cards.add(new ReviewPage.QueueCard("new", "", "New", OptionalLong.of(open(List.of()))));
    cards.add(new ReviewPage.QueueCard("unsure", "", "Unsure", OptionalLong.of(unsure.size())));
    cards.add(new ReviewPage.QueueCard("unread", "", "Unread", OptionalLong.of(unread.size())));
    cards.add(new ReviewPage.QueueCard("aside", "", "Set aside", OptionalLong.of(aside.size())));
    cards.add(new ReviewPage.QueueCard("disputed", "", "Conflicting", OptionalLong.of(disputed.size())));
    for (Watch watch : watches) {
      OptionalLong count;
      try {
        count = OptionalLong.of(open(WatchNews.query(ledger, watch).all()));
      } catch (BadInputException | NotFoundException _) {
        count = OptionalLong.empty();
      }
      cards.add(new ReviewPage.QueueCard("watch", watch.name(), "Watch: " + watch.name(), count));
    }
    return cards;
  }

  /// How many claims hold and nobody ruled on.
  private long open(List<Condition> conditions) {
    List<Condition> among = new ArrayList<>(conditions);
    among.add(new Condition.OneOf(ruled));
    return ledger.count(new ClaimQuery(conditions, ClaimOrder.RECORDED), AsOf.NOW)
        - (ruled.isEmpty() ? 0 : ledger.count(new ClaimQuery(among, ClaimOrder.RECORDED), AsOf.NOW));
  }

  /// A page of a queue.
  ///
  /// @param queue `new`, `unsure`, `unread`, `aside`, `disputed` or `watch`
  /// @param watch the name of the watch; empty text for the other queues
  /// @param after where the page before ended; empty for the beginning
  /// @return 20 to 39 things, fewer at the end
  /// @throws BadInputException `USAGE` if there is no such queue
  /// @throws NotFoundException `WATCH_UNKNOWN` if there is no such watch
  public ReviewPage page(String queue, String watch, Optional<Cursor> after) {
    return switch (queue) {
      case "new" -> asked(queue, watch, List.of(), after);
      case "disputed" -> asked(queue, watch, List.of(new Condition.OneOf(disputed)), after);
      case "watch" -> asked(queue, watch, WatchNews.query(ledger, watches.stream()
          .filter(one -> one.name().equals(watch)).findFirst().orElseThrow(() -> new NotFoundException(
              "WATCH_UNKNOWN", "there is no watch '" + watch + "'; 'tingbok watch' lists those there are")))
          .all(), after);
      case "unsure" -> unsure(after);
      case "unread" -> unread(after);
      case "aside" -> aside(after);
      default -> throw new BadInputException("USAGE",
          "queue '" + queue + "': one of new, unsure, unread, aside, disputed, watch");
    };
  }

  private ReviewPage asked(String queue, String watch, List<Condition> conditions, Optional<Cursor> after) {
    ClaimQuery query = new ClaimQuery(conditions, ClaimOrder.RECORDED);
    List<RecordedClaim> open = new ArrayList<>();
    PageRequest first = PageRequest.first(SHOWN);
    Optional<PageRequest> ask = Optional.of(after.map(first::then).orElse(first));
    Optional<Cursor> next = Optional.empty();
    while (ask.isPresent() && open.size() < SHOWN) {
      PageRequest asked = ask.get();
      Page<RecordedClaim> page = ledger.claims(query, AsOf.NOW, asked);
      page.items().stream().filter(claim -> !ruled.contains(claim.id())).forEach(open::add);
      next = page.next();
      ask = next.map(asked::then);
    }
    // A later page is as of the first; what waits is shown as it stands now.
    List<RecordedClaim> now = after.isEmpty() ? open : standing(open.stream().map(RecordedClaim::id).toList());
    return page(queue, watch, now, _ -> Set.of(), List.of(), next);
  }

  private List<RecordedClaim> standing(List<String> ids) {
    Map<String, RecordedClaim> found = new HashMap<>();
    if (!ids.isEmpty()) {
      ledger.claims(new ClaimQuery(List.of(new Condition.OneOf(Set.copyOf(ids))), ClaimOrder.RECORDED), AsOf.NOW,
          PageRequest.first(ids.size())).items().forEach(claim -> found.put(claim.id(), claim));
    }
    return ids.stream().flatMap(id -> Optional.ofNullable(found.get(id)).stream()).toList();
  }

  private ReviewPage unsure(Optional<Cursor> after) {
    List<Unsure> ahead = after.map(place -> unsure.stream().filter(one -> behind(one, place)).toList()).orElse(unsure);
    List<Unsure> shown = ahead.subList(0, Math.min(SHOWN, ahead.size()));
    Map<String, Set<Doubt>> doubts = new HashMap<>();
    shown.forEach(one -> doubts.put(one.claim.id(), one.doubts));
    return page("unsure", "", standing(shown.stream().map(one -> one.claim.id()).toList()),
        id -> doubts.getOrDefault(id, Set.of()), List.of(),
        ahead.size() > shown.size() ? Optional.of(shown.getLast().place()) : Optional.empty());
  }

  private static boolean behind(Unsure one, Cursor place) {
    String[] parts = place.after().split(" ", 2);
    if (parts.length < 2 || !parts[0].matches("\\d{1,3}")) {
      throw unreadable(place);
    }
    int weight = Integer.parseInt(parts[0]);
    int recorded = place.recorded().compareTo(one.claim.recordedAt());
    return one.weight() != weight ? one.weight() < weight
        : recorded != 0 ? recorded > 0 : one.claim.id().compareTo(parts[1]) > 0;
  }

  private ReviewPage unread(Optional<Cursor> after) {
    return sentences("unread", after.map(place -> unread.stream().filter(one -> behind(one, place)).toList())
        .orElse(unread),
        one -> new Cursor(one.recordedAt(),
            one.document().id().value() + " " + one.unread().evidence().start()));
  }

  private ReviewPage aside(Optional<Cursor> after) {
    return sentences("aside", after.map(place -> aside.stream().filter(one -> {
      int recorded = place.recorded().compareTo(one.aside().orElseThrow());
      return recorded != 0 ? recorded > 0 : one.id().compareTo(place.after()) > 0;
    }).toList()).orElse(aside), one -> new Cursor(one.aside().orElseThrow(), one.id()));
  }

  private ReviewPage sentences(String queue, List<UnreadSentence> ahead, Function<UnreadSentence, Cursor> place) {
    List<UnreadSentence> shown = ahead.subList(0, Math.min(SHOWN, ahead.size()));
    return page(queue, "", List.of(), _ -> Set.of(), shown,
        ahead.size() > shown.size() ? Optional.of(place.apply(shown.getLast())) : Optional.empty());
  }

  private static boolean behind(UnreadSentence one, Cursor place) {
    String[] parts = place.after().split(" ", 2);
    if (parts.length < 2 || !parts[1].matches("\\d{1,9}")) {
      throw unreadable(place);
    }
    int recorded = place.recorded().compareTo(one.recordedAt());
    int document = one.document().id().value().compareTo(parts[0]);
    return recorded != 0 ? recorded > 0
        : document != 0 ? document > 0 : one.unread().evidence().start() > Integer.parseInt(parts[1]);
  }

  private static BadInputException unreadable(Cursor place) {
    return new BadInputException("CURSOR_UNREADABLE",
        "'" + place.text() + "' is no place to go on from; ask for the first page again");
  }

  private ReviewPage page(String queue, String watch, List<RecordedClaim> claims,
      Function<String, Set<Doubt>> doubts, List<UnreadSentence> sentences, Optional<Cursor> next) {
    List<ClaimCard> shown = new ClaimCards(ledger, forms).claims(claims);
    List<ReviewPage.Item> items = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      items.add(new ReviewPage.Item(shown.get(i), ActWords.done(claims.get(i).acts()),
          doubts.apply(shown.get(i).id()).stream()
              .map(doubt -> new ReviewPage.DoubtCard(doubt.code(), doubt.words(), doubt.weight())).toList()));
    }
    return new ReviewPage(queue, watch, counts, items, sentences.stream().map(ReviewPage.UnreadItem::of).toList(),
        next.map(Cursor::text));
  }
}
