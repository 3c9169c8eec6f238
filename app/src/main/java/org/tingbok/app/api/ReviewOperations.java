package org.tingbok.app.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ReviewPage;
import org.tingbok.app.desk.UnreadSentence;

/// What waits for an analyst, and what analysts find of sentences that were not understood.
final class ReviewOperations {
  private static final Parameter CURSOR = Parameter.query("cursor",
      new Schema.Text(1, 600, "^[A-Za-z0-9_-]+$", "a cursor"),
      "Where to go on, as the page before tells; opaque. What colleagues rule on meanwhile neither hides nor repeats anything.");
  private static final Parameter SENTENCE = Parameter.path("sentence", Schema.id("unread--"),
      "The id of a sentence that was not understood, or the beginning of it.", Parameters.SENTENCE);
  private static final Schema.Fields RULING = new Schema.Fields("SentenceRulingRequest",
      "What an analyst finds of a sentence that was not understood.",
      List.of(
          Schema.Field.needed("verdict", new Schema.Choice(List.of("rejected", "undone")),
              "`rejected`: it is no claim; `undone`: it has to be read after all."),
          Parameters.REASON, Parameters.BY,
          Schema.Field.maybe("seen", new Schema.Whole(0, 1_000_000, Optional.empty()),
              "How much had been done about it when you looked, as it tells itself."),
          Parameters.DAY));

  private ReviewOperations() {
  }

  /// A queue.
  ///
  /// @param queue `new`, `unsure`, `unread`, `aside`, `disputed` or `watch`
  /// @param watch the name of the watch; empty text for the other queues
  /// @param words what it is called
  /// @param count how much waits in it; left out if its question cannot be asked
  record ReviewQueue(String queue, String watch, String words, Optional<Long> count) {
    static ReviewQueue of(ReviewPage.QueueCard card) {
      return new ReviewQueue(card.queue(), card.watch(), card.words(),
          card.count().isPresent() ? Optional.of(card.count().getAsLong()) : Optional.empty());
    }
  }

  /// A claim to be ruled on.
  ///
  /// @param claim the claim
  /// @param seen how much has been done about it, which a ruling sends along
  /// @param doubts why to look at it; of the queue `unsure` only
  record Waiting(ClaimCard claim, int seen, List<ReviewPage.DoubtCard> doubts) {
    Waiting {
      doubts = List.copyOf(doubts);
    }
  }

  /// A ruling on a sentence that was recorded.
  ///
  /// @param sentence its id
  /// @param document where it stands
  /// @param start where it begins in the canonical text
  /// @param verdict `no claim`, or `unread` if that was taken back
  /// @param seen how much has been done about it now
  record SentenceRuled(String sentence, String document, int start, String verdict, int seen) {
  }

  static List<Operation> all() {
    return List.of(
        Operation.get("/review/queues", "listReviewQueues", Operation.Tag.REVIEW, "What waits for an analyst")
            .says("All queues with how much waits in each: one for each watch, besides those that are always there.")
            .takes(Parameters.now()).answers(Answer.page(ReviewQueue.class, "The queues."))
            .by(call -> Listing.page(call, call.holdings().queues().get()
                .page("new", "", Optional.empty()).queues().stream().map(ReviewQueue::of).toList(), Optional.empty(),
                Optional.empty())),
        Operation.get("/review/claims", "listClaimsToReview", Operation.Tag.REVIEW, "Claims that wait")
            .says(
                "The claims of a queue on which nobody has ruled, in its order; 20 to 39 at once, fewer at the end. A ruling on one is"
                    + " handed in at `/claims/{claim}/rulings` with its `seen`.")
            .takes(Parameters.now(
                Parameter.query("queue", new Schema.Choice(List.of("new", "unsure", "disputed", "watch")),
                    "Which queue.").needed().such("new"),
                Parameter.query("watch", Schema.line(120), "The name of the watch; of the queue `watch` only.")
                    .such("ferries"),
                CURSOR))
            .such("queue", "new").answers(Answer.page(Waiting.class, "A page of claims."))
            .by(call -> page(call, page -> page.claims().stream()
                .map(item -> new Waiting(item.claim(), item.seen(), item.doubts())).toList())),
        Operation
            .post("/sentences/{sentence}/rulings", "ruleOnSentence", Operation.Tag.REVIEW,
                "Set a sentence aside, or take that back")
            .says(
                "Records that a sentence that looks like a claim is none, or, with `undone`, that it has to be read after all; then it"
                    + " waits again, whatever is read later. If a colleague was faster, nothing is recorded (409).")
            .takes(SENTENCE)
            .body(Operation.Body.of(RULING,
                "{\"verdict\": \"rejected\", \"reason\": \"it says what might be\", \"by\": \"ida\", \"seen\": 0}"))
            .answers(Answer.ok(SentenceRuled.class, "The ruling is on record.")).by(ReviewOperations::rule),
        Operation.get("/review/sentences", "listSentencesToReview", Operation.Tag.REVIEW, "Sentences not understood")
            .says(
                "Sentences that look like claims and from which none was read, of the document recorded last first; or those that"
                    + " somebody set aside, the last one first. At most 20 at once.")
            .takes(Parameters.now(
                Parameter.query("queue", new Schema.Choice(List.of("unread", "aside")), "Which queue.").needed()
                    .such("unread"),
                CURSOR))
            .such("queue", "aside").answers(Answer.page(ReviewPage.UnreadItem.class, "A page of sentences."))
            .by(call -> page(call, ReviewPage::unread)));
  }

  private static <T> Reply page(Call call, Function<ReviewPage, List<T>> items) {
    String queue = call.key("queue");
    String watch = call.one("watch").orElse("");
    if (queue.equals("watch") == watch.isEmpty()) {
      throw Problem.raised(422, "WATCH_UNKNOWN", "watch",
          queue.equals("watch") ? "which watch? " + Api.ROOT + "/review/queues lists them"
              : "only the queue 'watch' has a watch");
    }
    ReviewPage page = call.holdings().queues().get().page(queue, watch, Listing.unbound(call));
    return Listing.page(call, items.apply(page), Optional.empty(),
        page.next().map(place -> Listing.bound(call, place)));
  }

  private static Reply rule(Call call) {
    boolean undone = call.text("verdict").equals("undone");
    OptionalInt seen = call.body().map(json -> json.get("seen"))
        .map(json -> OptionalInt.of(json.decimalValue().intValue())).orElse(OptionalInt.empty());
    var day = Writing.day(call);
    return call.holdings().open().with((ledger, _) -> {
      UnreadSentence sentence = UnreadSentence.of(ledger, call.key("sentence"));
      UnreadSentence.Found found = undone ? sentence.reopen(ledger, seen, call.text("reason"), call.by(), day)
          : sentence.setAside(ledger, seen, call.text("reason"), call.by());
      return Reply.of(new SentenceRuled(found.id(), found.document(), found.start(), found.verdict(), found.seen()));
    });
  }
}
