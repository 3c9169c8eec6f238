package org.tingbok.app.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.GoneCard;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.QuestionText;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Watch;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.PageRequest;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.ContentId;

/// Watches: questions that are kept, and what is new on them.
final class WatchOperations {
  private static final Parameter NAME =
      Parameter.path("watch", Schema.line(120), "What the watch is called.", "ferries");
  /// How much of what is new is told at once.
  private static final int MOST = 1000;

  private WatchOperations() {
  }

  /// A watch.
  ///
  /// @param name what it is called
  /// @param question what it asks, in the options of the command `claims`; empty text for every claim
  /// @param by whose it is
  /// @param seenUpTo the moment up to which all was seen; left out if it was never looked at
  record Kept(String name, String question, String by, Optional<String> seenUpTo) {
    static Kept of(Watch watch) {
      return new Kept(watch.name(), watch.question(), watch.by(), watch.seenUpTo().map(Instant::toString));
    }

    String state() {
      return ContentId.sha256((name + '\n' + question + '\n' + by + '\n' + seenUpTo)
          .getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, 12);
    }
  }

  /// What is new on a watch.
  ///
  /// @param watch the watch
  /// @param claims recorded, ruled on, read better or retracted since it was last seen, the latest first; at most 1000
  /// @param gone what was an answer then and is none any more
  /// @param more whether there are further new claims, which are told once these are marked as seen
  record News(Kept watch, List<ClaimCard> claims, List<GoneCard> gone, boolean more) {
  }

  static List<Operation> all() {
    List<Schema.Field> conditions = new ArrayList<>();
    ClaimOperations.questions()
        .forEach(one -> conditions.add(Schema.Field.maybe(one.name(), one.schema(), one.description())));
    conditions.add(Schema.Field.maybe("view", Schema.line(200), "Whose word is taken on which names are one."));
    Schema.Fields request = new Schema.Fields("WatchRequest", "A question to be kept.",
        List.of(Schema.Field.needed("by", Schema.line(120), "Whose watch."), Schema.Field.needed("question",
            new Schema.Fields("Question", "What is asked of claims; several values of one condition are alternatives.",
                conditions),
            "What is asked; `{}` for every claim.")));
    return List.of(
        Operation.put("/watches/{watch}", "setWatch", Operation.Tag.WATCHES, "Keep a question")
            .says("Keeps a question under a name; one of the same name is replaced.").takes(NAME, Parameters.IF_MATCH)
            .body(Operation.Body.of(request,
                "{\"by\": \"ida\", \"question\": {\"accused\": [\"Grey Heron\"], \"type\": [\"attribution\"]}}"))
            .answers(Answer.ok(Kept.class, "The watch.")).by(WatchOperations::set),
        Operation.get("/watches", "listWatches", Operation.Tag.WATCHES, "Watches")
            .says("The questions that are kept, in the order in which they were first set.").takes(Parameters.now())
            .answers(Answer.page(Kept.class, "The watches."))
            .by(call -> Listing.page(call, standing(call.holdings().ledger()).stream().map(Kept::of).toList(),
                Optional.empty(),
                Optional.empty())),
        Operation.get("/watches/{watch}", "readWatch", Operation.Tag.WATCHES, "What is new on a watch")
            .says(
                "What was recorded, ruled on, read better or retracted since it was last marked as seen, and what has gone.")
            .takes(Parameters.now(NAME)).answers(Answer.ok(News.class, "The news.")).by(call -> {
              Watch watch = named(call.holdings().ledger(), call.key("watch"));
              return Reply.of(news(call, call.holdings().ledger(), watch)).as(Kept.of(watch).state());
            }),
        Operation.post("/watches/{watch}/seen", "markWatchSeen", Operation.Tag.WATCHES, "Mark a watch as seen")
            .says(
                "From now on only what is newer is told: newer than all that had been done when the server answers, or, with"
                    + " `If-Match`, only if nothing was marked meanwhile.")
            .takes(NAME, Parameters.IF_MATCH).answers(Answer.ok(Kept.class, "The watch.")).by(WatchOperations::seen),
        Operation.delete("/watches/{watch}", "dropWatch", Operation.Tag.WATCHES, "Give a watch up")
            .says("The watch is no longer kept.").takes(NAME, Parameters.IF_MATCH).by(call -> call.holdings().open()
                .with((ledger, _) -> {
                  Watch watch = named(ledger, call.key("watch"));
                  match(call, Optional.of(watch));
                  ledger.act(List.of(new Act.WatchDropped(watch.name())));
                  return Reply.nothing();
                })));
  }

  private static List<Watch> standing(Ledger ledger) {
    return Watch.standing(ledger.acts().stream().map(Act.Recorded::act).toList());
  }

  private static Optional<Watch> find(Ledger ledger, String name) {
    return standing(ledger).stream().filter(watch -> watch.name().equals(name.strip())).findFirst();
  }

  private static Watch named(Ledger ledger, String name) {
    return find(ledger, name).orElseThrow(() -> Problem.raised(404, "WATCH_UNKNOWN", "watch", "there is no watch '"
        + Problem.shown(name) + "'; " + Api.ROOT + "/watches lists those there are"));
  }

  /// Refuses where somebody changed the watch since it was looked at.
  private static void match(Call call, Optional<Watch> watch) {
    String header = call.context().header("If-Match");
    if (header != null && !(header.strip().equals("*") && watch.isPresent())
        && (header.strip().equals("*") || watch.map(one -> Kept.of(one).state())
            .filter(Negotiation.states(header)::contains).isEmpty())) {
      throw Problem.raised(412, "CHANGED_MEANWHILE", "If-Match",
          "the watch is not any more as you saw it; nothing was recorded");
    }
  }

  private static Reply set(Call call) {
    Map<ClaimQuestion.Slot, List<String>> asked = new EnumMap<>(ClaimQuestion.Slot.class);
    Call given = call.within("question");
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      List<String> several = given.texts(slot.code());
      String one = given.text(slot.code());
      asked.put(slot, one.isEmpty() ? several : List.of(one));
    }
    ClaimQuestion question = new ClaimQuestion(asked, "");
    String view = given.text("view");
    return call.holdings().open().with((ledger, _) -> {
      match(call, find(ledger, call.key("watch")));
      // Asked once, so that a mistake in it is told to whoever makes it.
      question.query(new Lookup(ledger, AsOf.NOW, view.isEmpty() ? View.ANY : View.parse(view)), ClaimOrder.NEWEST);
      ledger.act(List.of(new Act.WatchSet(call.key("watch").strip(), QuestionText.of(asked, view), call.by())));
      Watch watch = named(ledger, call.key("watch"));
      return Reply.of(Kept.of(watch)).as(Kept.of(watch).state());
    });
  }

  private static Reply seen(Call call) {
    return call.holdings().open().with((ledger, _) -> {
      Watch watch = named(ledger, call.key("watch"));
      match(call, Optional.of(watch));
      News news = news(call, ledger, watch);
      Optional<Instant> upTo = Stream.of(ledger.acts().stream().map(Act.Recorded::recordedAt),
          news.claims().stream().map(claim -> Instant.parse(claim.recordedAt())),
          news.gone().stream().map(GoneCard::recordedAt)).flatMap(moments -> moments).max(Comparator.naturalOrder());
      upTo.ifPresent(moment -> ledger.act(List.of(new Act.WatchSeen(watch.name(), moment))));
      Watch now = named(ledger, watch.name());
      return Reply.of(Kept.of(now)).as(Kept.of(now).state());
    });
  }

  private static News news(Call call, Ledger ledger, Watch watch) {
    QuestionText words = QuestionText.of(watch);
    ClaimQuery asked = words.question().query(new Lookup(ledger, AsOf.NOW, words.names(),
        day -> call.holdings().parts().apply(day, Optional.empty())), ClaimOrder.RECORDED);
    List<Condition> all = new ArrayList<>(asked.all());
    watch.seenUpTo().ifPresent(moment -> all.add(new Condition.Recorded(Optional.of(moment), Optional.empty())));
    var page = ledger.claims(new ClaimQuery(all, ClaimOrder.RECORDED), AsOf.NOW, PageRequest.first(MOST));
    List<RecordedClaim> claims = page.items();
    return new News(Kept.of(watch), new ClaimCards(ledger, Stems.FORMS).claims(claims),
        watch.seenUpTo().map(moment -> GoneCard.since(ledger, asked, moment, Stems.FORMS)).orElse(List.of()),
        page.next().isPresent());
  }
}
