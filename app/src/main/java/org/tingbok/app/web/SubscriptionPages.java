package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.tingbok.app.feeds.TypedAddress;
import org.tingbok.app.intake.Gatherer;
import java.util.stream.Stream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tingbok.app.feeds.FeedCard;
import org.tingbok.app.feeds.Poller;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.intake.Delivery;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.intake.MispOrders;
import org.tingbok.app.intake.Order;
import org.tingbok.app.intake.TaxiiClient;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.BadInputException;

/// Addresses that are fetched, and feeds that are read.
final class SubscriptionPages {
  /// How many addresses are given, and how many pages of a sitemap are taken, at once.
  private static final int MOST = 200;
  /// How many reports the addresses may list together.
  private static final int MOST_LISTED = 2000;

  private final LedgerSource source;
  private final Answers answers;

  SubscriptionPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void route(Routes routes) {
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/subscriptions" + twin, this::all);
    }
    routes.post("/subscriptions", this::subscribe);
    routes.post("/subscriptions/drop", this::drop);
    routes.post("/subscriptions/fetch", this::fetch);
    routes.post("/addresses", this::addresses);
  }

  /// Feeds as programs get them.
  record Subscriptions(boolean open, List<FeedCard> subscriptions) {
  }

  private void all(Context context) {
    List<FeedCard> cards = source.poller()
        .map(poller -> FeedCard.of(source.ledger().acts(), poller.book())).orElse(List.of());
    boolean open = source.poller().isPresent();
    Frame frame = new Frame("Feeds", "/subscriptions", "add", Optional.empty(), Optional.empty(), Optional.empty(),
        List.of(), List.of(), 0, answers.stylePath());
    answers.answer(context, Asked.of(context), "subscriptions.jte", frame, new Subscriptions(open, cards),
        Map.of("cards", cards, "open", open));
  }

  private Poller poller(Context context) {
    OwnPages.only(context);
    return source.poller().orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server only shows the ledger; start it without --read-only, or use 'tingbok subscribe'"));
  }

  private static String typed(Context context, String slot) {
    return Objects.requireNonNullElse(context.formParam(slot), "").strip();
  }

  private void subscribe(Context context) {
    Poller poller = poller(context);
    String by = Handed.by(context);
    // Whose it is has to be told before anything is fetched.
    String address = typed(context, "address");
    Act.Subscribed asked = new Act.Subscribed(TaxiiClient.is(address) || MispOrders.is(address) ? address
        : Address.parse(address).toString(), true, by);
    URI feed = poller.feed(asked.address());
    source.recorder().orElseThrow().act(List.of(new Act.Subscribed(feed.toString(), true, by)));
    poller.poke(feed.toString());
    context.redirect("/subscriptions", HttpStatus.SEE_OTHER);
  }

  private void drop(Context context) {
    Poller poller = poller(context);
    String address = typed(context, "address");
    source.recorder().orElseThrow().act(List.of(new Act.Subscribed(address, false, Handed.by(context))));
    poller.book().forget(address);
    context.redirect("/subscriptions", HttpStatus.SEE_OTHER);
  }

  private void fetch(Context context) {
    poller(context).poke(typed(context, "address"));
    context.redirect("/subscriptions", HttpStatus.SEE_OTHER);
  }

  /// Addresses with blanks or line ends between them.
  private void addresses(Context context) {
    OwnPages.only(context);
    Intake intake = source.intake().filter(Intake::fetches).orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server fetches nothing; use 'tingbok add ADDRESS'"));
    List<String> words = Stream.of(typed(context, "addresses").split("\\s+")).filter(word -> !word.isEmpty()).distinct()
        .toList();
    if (words.isEmpty() || words.size() > MOST) {
      throw new BadInputException("UPLOAD_EMPTY", words.isEmpty() ? "no address was given"
          : "more than " + MOST + " addresses together; give fewer");
    }
    Gatherer gatherer = intake.gatherer().orElseThrow();
    Map<String, Act.Fetched> before = Gatherer.before(source.ledger().acts());
    List<Order> orders = words.stream().flatMap(
        word -> TypedAddress.meant(word, gatherer, before, MOST, () -> true).orders().stream()).distinct().toList();
    if (orders.isEmpty()) {
      throw new BadInputException("NOTHING_NEW",
          "all that these addresses list is on record as it is now; subscribe to them to have what is new from now on");
    }
    if (orders.size() > MOST_LISTED) {
      throw new BadInputException("UPLOAD_TOO_LARGE", "these addresses list " + orders.size() + " reports, more than "
          + MOST_LISTED + " together; subscribe to them, and they are fetched step by step");
    }
    Delivery delivery = intake.order(orders, _ -> {
    });
    if (Asked.wantsJson(context)) {
      context.status(HttpStatus.ACCEPTED).header("Location", "/delivery/" + delivery.id() + ".json");
      answers.json(context, AddPages.Shown.of(delivery));
    } else {
      context.redirect("/delivery/" + delivery.id(), HttpStatus.SEE_OTHER);
    }
  }
}
