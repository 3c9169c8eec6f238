package org.tingbok.app.web;

import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.ClaimsPage;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.NameRoom;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Cursor;
import org.tingbok.query.PageRequest;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;

/// Pages of questions that the ledger answers from its indexes, one part of the answer at a time: no desk is made for them,
/// but where an incident is asked for by its id, or a document by the beginning of one.
final class QuestionPages {
  private static final int SIZE = 50;
  private static final int LONGEST_VALUE = 400;
  private static final Set<String> PART = Set.of("order", "size", "page", "count");
  private static final Set<String> CLAIM_SLOTS = Stream.concat(Stream.of(ClaimQuestion.Slot.values()).map(Coded::code),
      PART.stream()).collect(Collectors.toUnmodifiableSet());

  private final LedgerSource source;
  private final Answers answers;

  QuestionPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void claims(Context context) {
    Asked asked = Asked.of(context);
    List<Frame.Param> own = own(context, CLAIM_SLOTS);
    Frame frame = frame(asked, "Claims", "/claims", own);
    if (!asked.json() && Asked.padded(context)) {
      context.redirect(frame.self());
      return;
    }
    Map<ClaimQuestion.Slot, List<String>> typed = new EnumMap<>(ClaimQuestion.Slot.class);
    own.forEach(param -> Coded.find(ClaimQuestion.Slot.class, param.name())
        .ifPresent(slot -> typed.computeIfAbsent(slot, _ -> new java.util.ArrayList<>()).add(param.value())));
    ClaimQuestion question = new ClaimQuestion(typed, "");
    Optional<String> problem = Optional.empty();
    ClaimsPage found = new ClaimsPage(List.of(), Optional.empty(), Optional.empty());
    try {
      found = claims(question, asked, own);
    } catch (BadInputException e) {
      if (asked.json()) {
        throw e;
      }
      problem = Optional.of(e.code() + ": " + e.getMessage());
      context.status(400);
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      if (!question.values(slot).isEmpty()) {
        values.put(slot.code(), question.values(slot));
      }
    }
    answers.answer(context, asked, "claims.jte", frame, found, Map.of("found", found, "problem", problem, "form",
        new ClaimForm(values, value(own, "order"), asked.recorded().orElse("")), "first",
        value(own, "page").isEmpty()));
  }

  private ClaimsPage claims(ClaimQuestion question, Asked asked, List<Frame.Param> own) {
    Ledger ledger = source.ledger();
    AsOf asOf = asked.asOf();
    String order = value(own, "order");
    ClaimOrder by = order.isEmpty() ? question.quotes() ? ClaimOrder.BEST : ClaimOrder.NEWEST
        : Coded.find(ClaimOrder.class, order).orElseThrow(() -> new BadInputException("USAGE",
            "order '" + order + "': one of newest, oldest, recorded, best"));
    Lookup lookup = new Lookup(ledger, asOf, asked.view().orElse(View.ANY),
        day -> source.parts(day, Optional.empty()));
    ClaimQuery query = question.query(lookup, by);
    ClaimsPage found = new ClaimCards(ledger, Stems.FORMS).page(ledger.claims(query, asOf, part(own)));
    return value(own, "count").isEmpty() ? found : found.of(ledger.count(query, asOf));
  }

  static List<Frame.Param> own(Context context, Set<String> slots) {
    List<Frame.Param> own = Asked.own(context, slots);
    own.stream().filter(param -> param.value().length() > LONGEST_VALUE).findFirst().ifPresent(param -> {
      throw new BadInputException("QUERY_TOO_LONG",
          "more than " + LONGEST_VALUE + " characters of " + param.name() + "; ask with fewer");
    });
    return own;
  }

  /// The views that a desk would offer, without asking one.
  Frame frame(Asked asked, String title, String path, List<Frame.Param> own) {
    return new Frame(title, path, path.substring(1), asked.day(), asked.recorded(), asked.viewText(),
        NameRoom.views(source.ledger().names().stream()
            .flatMap(recorded -> recorded.entry() instanceof NameEntry.Said said
                ? Stream.of(said.listing().claimant())
                : Stream.empty())
            .distinct().sorted().toList()),
        own, 0, answers.stylePath());
  }

  static PageRequest part(List<Frame.Param> own) {
    String size = value(own, "size");
    if (!size.isEmpty() && !size.matches("\\d{1,5}")) {
      throw new BadInputException("PAGE_SIZE", "a page has 1 to " + PageRequest.MOST + " items, not '" + size + "'");
    }
    PageRequest first = PageRequest.first(size.isEmpty() ? SIZE : Integer.parseInt(size));
    String page = value(own, "page");
    return page.isEmpty() ? first : first.then(Cursor.parse(page));
  }

  static String value(List<Frame.Param> own, String slot) {
    return own.stream().filter(param -> param.name().equals(slot)).map(Frame.Param::value).findFirst().orElse("");
  }
}
