package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.QuestionText;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.desk.WatchNews;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.hooks.Hook;
import org.tingbok.app.hooks.HookBook;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Watch;
import org.tingbok.query.ClaimOrder;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.BadInputException;

/// Watches: what is new on a question, its feeds, and where its news are sent.
final class WatchPages {
  /// New claims that a page shows at most; the others are a link away.
  private static final int SHOWN = 100;

  private final LedgerSource source;
  private final Answers answers;
  private final QuestionPages questions;

  WatchPages(LedgerSource source, Answers answers, QuestionPages questions) {
    this.source = source;
    this.answers = answers;
    this.questions = questions;
  }

  void route(Routes routes) {
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/watches" + twin, this::all);
    }
    routes.post("/watches", this::set);
    routes.get("/watch/{key}", this::one);
    routes.post("/watch/{key}/seen", this::seen);
    routes.post("/watch/{key}/drop", this::drop);
    routes.post("/watch/{key}/hook", this::hook);
    routes.post("/hook/{key}/drop", context -> {
      Hook hook = hooks(context).find(context.pathParam("key"));
      hooks(context).drop(hook.id());
      context.redirect("/watch/" + Frame.encoded(hook.watch()), HttpStatus.SEE_OTHER);
    });
    routes.post("/hook/{key}/retry", context -> {
      Hook hook = hooks(context).find(context.pathParam("key"));
      hooks(context).retry(hook.id());
      context.redirect("/watch/" + Frame.encoded(hook.watch()), HttpStatus.SEE_OTHER);
    });
  }

  private Frame frame(Context context, String title, String path) {
    Frame whole = questions.frame(Asked.of(context), title, path, List.of());
    return new Frame(title, path, "watches", Optional.empty(), Optional.empty(), Optional.empty(), whole.views(),
        List.of(), 0, whole.style());
  }

  /// All of them.
  record Watches(List<WatchView.Shown> watches) {
  }

  private void all(Context context) {
    List<WatchView.Shown> watches = WatchNews.watches(source.ledger()).stream().map(WatchView.Shown::of).toList();
    answers.answer(context, Asked.of(context), "watches.jte", frame(context, "Watches", "/watches"),
        new Watches(watches), Map.of("watches", watches, "open", source.recorder().isPresent()));
  }

  private void one(Context context) {
    Ledger ledger = source.ledger();
    Watch watch = WatchNews.named(ledger, Asked.key(context));
    show(context, watch, Optional.empty());
  }

  private void show(Context context, Watch watch, Optional<Hook> made) {
    Ledger ledger = source.ledger();
    WatchNews news = WatchNews.since(ledger, WatchNews.query(ledger, watch), watch.seenUpTo(), Stems.FORMS);
    int further = Math.max(0, news.claims().size() - SHOWN);
    List<ClaimCard> claims = new ClaimCards(ledger, Stems.FORMS).claims(
        news.claims().subList(0, news.claims().size() - further));
    List<WatchView.Sent> hooks =
        source.hooks().map(book -> book.of(watch.name()).stream().map(WatchView.Sent::of).toList())
            .orElse(List.of());
    Optional<String> upTo = news.upTo().map(Instant::toString);
    WatchView cards = new WatchView(WatchView.Shown.of(watch), claims, news.gone(), upTo, further, hooks);
    answers.answer(context, Asked.of(context), "watch.jte",
        frame(context, watch.name(), "/watch/" + Frame.encoded(watch.name())), cards,
        Map.of("news", cards, "all", claimsOf(watch), "made", made, "open", source.recorder().isPresent(), "sends",
            source.hooks().isPresent()));
  }

  /// Every claim that answers a watch, as a list.
  private static String claimsOf(Watch watch) {
    QuestionText text = QuestionText.of(watch);
    List<Frame.Param> params = new ArrayList<>();
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      text.slots().getOrDefault(slot, List.of()).forEach(value -> params.add(new Frame.Param(slot.code(), value)));
    }
    return new Frame("", "/claims", "", Optional.empty(), Optional.empty(), text.view(), List.of(), params, 0, "")
        .self();
  }

  private Recorder recorder(Context context) {
    OwnPages.only(context);
    return source.recorder().orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server only shows the ledger; start it without --read-only, or use 'tingbok watch'"));
  }

  private static String typed(Context context, String slot) {
    return Objects.requireNonNullElse(context.formParam(slot), "").strip();
  }

  private void set(Context context) {
    Recorder recorder = recorder(context);
    Map<ClaimQuestion.Slot, List<String>> slots = new EnumMap<>(ClaimQuestion.Slot.class);
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      List<String> values = context.formParams(slot.code()).stream().map(String::strip)
          .filter(value -> !value.isEmpty()).toList();
      if (!values.isEmpty()) {
        slots.put(slot, values);
      }
    }
    String name = typed(context, "name");
    if (name.contains("/")) {
      throw new BadInputException("WATCH_INCOMPLETE", "the name of a watch stands in addresses; leave out the slash");
    }
    String question = QuestionText.of(slots, typed(context, "view"));
    Act.WatchSet act = new Act.WatchSet(name, question, Handed.by(context));
    // Asked once, so that a mistake in it is told to whoever makes it.
    QuestionText text = QuestionText.of(new Watch(name, question, act.by(), Optional.empty()));
    text.question().query(new Lookup(source.ledger(), AsOf.NOW, text.view().map(View::parse).orElse(View.ANY),
        day -> source.parts(day, Optional.empty())), ClaimOrder.NEWEST);
    recorder.act(List.of(act));
    context.redirect("/watch/" + Frame.encoded(name), HttpStatus.SEE_OTHER);
  }

  private void seen(Context context) {
    Recorder recorder = recorder(context);
    Watch watch = WatchNews.named(source.ledger(), context.pathParam("key"));
    recorder.act(List.of(new Act.WatchSeen(watch.name(), moment(typed(context, "up-to")))));
    context.redirect("/watch/" + Frame.encoded(watch.name()), HttpStatus.SEE_OTHER);
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new BadInputException("DATE_UNREADABLE", "'" + text + "' is no moment; send what the page has", e);
    }
  }

  private void drop(Context context) {
    Recorder recorder = recorder(context);
    recorder.act(List.of(new Act.WatchDropped(WatchNews.named(source.ledger(), context.pathParam("key")).name())));
    context.redirect("/watches", HttpStatus.SEE_OTHER);
  }

  private HookBook hooks(Context context) {
    recorder(context);
    return source.hooks().orElseThrow(
        () -> new OwnPages.Refused("SHOWN_ONLY", "this server sends nothing; use 'tingbok serve'"));
  }

  private void hook(Context context) {
    HookBook book = hooks(context);
    Watch watch = WatchNews.named(source.ledger(), context.pathParam("key"));
    URI target = Address.parse(typed(context, "target"));
    source.checkTarget(target);
    Optional<Instant> last =
        WatchNews.since(source.ledger(), WatchNews.query(source.ledger(), watch), Optional.empty(), Stems.FORMS).upTo();
    Hook made = book.add(watch.name(), target, HookBook.from(last));
    context.header("Cache-Control", "no-store");
    show(context, watch, Optional.of(made));
  }
}
