package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.tingbok.app.desk.AccusationMatrix;
import org.tingbok.app.desk.FrontPage;
import org.tingbok.app.desk.FrontRoom;
import org.tingbok.app.desk.Part;
import org.tingbok.app.desk.Ranges;
import org.tingbok.app.desk.WhyPage;
import org.tingbok.reading.ReportReader;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;

/// What a ledger tells at first sight, and the matrix of who accuses whom.
final class FrontPages {
  private static final String LOOKED = "looked";
  private static final int YEAR = 365 * 24 * 3600;
  private static final int SHOWN = 8;

  private final LedgerSource source;
  private final Answers answers;
  private final Supplier<ReportReader> reader = once(ReportReader::standard);

  FrontPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void route(Routes routes) {
    routes.get("/", this::front);
    routes.get("/front.json", this::front);
    routes.get(answers.sliderPath(), answers::slider);
    routes.get("/looked", context -> context.redirect("/"));
    routes.post("/looked", Need.READ, this::looked);
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/matrix" + twin, this::matrix);
      routes.get("/glossary" + twin, this::glossary);
      routes.get("/document/{key}/reading" + twin, this::reading);
    }
  }

  private void front(Context context) {
    Request request = Request.of(source, context);
    if (!request.query().isEmpty()) {
      context.redirect(answers.frame(request.asked(), request.desk(), "", "/incidents", "incidents").self());
      return;
    }
    Optional<String> typed = Asked.one(context, "since");
    Optional<Instant> since = typed.map(text -> Ranges.from("since", text)).or(() -> remembered(context));
    FrontPage page = new FrontRoom(request.desk()).page(since, SHOWN);
    Frame frame = answers.frame(request.asked(), request.desk(), "What is new, and who accuses whom", "/", "front",
        typed.map(text -> List.of(new Frame.Param("since", text))).orElse(List.of()));
    answers.answer(context, request.asked(), "front.jte", frame, page,
        Map.of("page", page, "source", typed.isPresent() ? "address" : since.isPresent() ? "cookie" : "day"));
    context.header("Vary", "Accept, Cookie");
  }

  /// The moment of the cookie; a cookie that is no moment counts for nothing.
  private static Optional<Instant> remembered(Context context) {
    try {
      return Optional.ofNullable(context.cookie(LOOKED)).map(Instant::parse);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// Remembers in the browser, and nowhere else, up to where somebody looked.
  private void looked(Context context) {
    OwnPages.only(context);
    Optional<String> upTo = Optional.ofNullable(context.formParam("up-to"));
    Instant moment = upTo.map(text -> Ranges.from("up-to", text))
        .orElseThrow(() -> new BadInputException("USAGE", "up-to is asked for: the moment up to which was looked"));
    Cookie cookie = new Cookie(LOOKED, moment.toString());
    cookie.setMaxAge(YEAR);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    context.cookie(cookie);
    context.redirect("/", io.javalin.http.HttpStatus.SEE_OTHER);
  }

  private void matrix(Context context) {
    Request request = Request.of(source, context);
    List<Frame.Param> own = new ArrayList<>(Asked.own(context, Set.of("by", "years")));
    Frame frame = answers.frame(request.asked(), request.desk(), "Who accuses whom", "/matrix", "states", own);
    AccusationMatrix.By by = frame.value("by").isEmpty() ? AccusationMatrix.By.STATES
        : Coded.find(AccusationMatrix.By.class, frame.value("by")).orElseThrow(() -> new BadInputException("USAGE",
            "by '" + frame.value("by") + "': one of states, bodies"));
    AccusationMatrix matrix = new FrontRoom(request.desk()).matrix(by,
        AccusationMatrix.Years.parse(frame.value("years")));
    answers.answer(context, request.asked(), "matrix.jte", frame, matrix, Map.of("matrix", matrix));
  }

  private void glossary(Context context) {
    Asked asked = Asked.of(context);
    Frame frame = new Frame("What the words mean", "/glossary", "glossary", asked.day(), asked.recorded(),
        asked.viewText(), List.of(), List.of(), 0, answers.stylePath());
    answers.answer(context, asked, "glossary.jte", frame, Glossary.standard(), Map.of("glossary", Glossary.standard()));
  }

  /// Why each claim of a document was read so; the document is read again, by a reader that is made when first asked for.
  private void reading(Context context) {
    Request request = Request.of(source, context);
    Part part = request.parts().document(Asked.key(context));
    WhyPage page = WhyPage.of(part.desk(), part.id(), reader.get());
    if (answers.permanent(context, request.asked(), "/document/", page.document().id(), "/reading")) {
      Frame frame = answers.frame(request.asked(), part.desk(), "Why it was read so: " + page.document().title(),
          "/document/" + page.document().id() + "/reading", "documents");
      answers.answer(context, request.asked(), "reading.jte", frame, page, Map.of("page", page));
    }
  }

  private static <T> Supplier<T> once(Supplier<T> made) {
    AtomicReference<Optional<T>> kept = new AtomicReference<>(Optional.empty());
    return () -> kept.updateAndGet(there -> there.isPresent() ? there : Optional.of(made.get())).orElseThrow();
  }
}
