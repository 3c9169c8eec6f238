package org.tingbok.app.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Parts;
import org.tingbok.ledger.AsOf;
import org.tingbok.query.Cursor;
import org.tingbok.query.PageRequest;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentId;

/// One page of a list.
///
/// @param items what is on it, in order
/// @param total how many there are on all pages; left out where nobody has counted
/// @param cursor where the next page begins, for the parameter of that name; left out after the last
/// @param next the address of the next page; left out after the last
/// @param <T> what is listed
record Listing<T>(List<T> items, Optional<Long> total, Optional<String> cursor, Optional<String> next) {
  static final int SIZE = 50;
  static final Parameter SIZE_PARAMETER = Parameter.query("size",
      new Schema.Whole(1, PageRequest.MOST, Optional.of(SIZE)), "How many at once.");
  static final Parameter CURSOR_PARAMETER = Parameter.query("cursor",
      new Schema.Text(1, 600, "^[A-Za-z0-9_-]+$", "a cursor"),
      "Where to go on, as the page before tells; opaque. All pages of one answer are as of the moment of the first, whatever is"
          + " recorded meanwhile.");

  /// Copies the list.
  Listing {
    items = List.copyOf(items);
  }

  /// Where a page begins in a list that a desk gives whole.
  private record Place(Optional<Instant> moment, int from) {
  }

  /// A page of what a desk gives.
  static <T> Reply of(Call call, Function<Desk, List<T>> whole) {
    return of(call, whole, call.holdings().desks());
  }

  /// A page of what a part of the ledger gives.
  static <T> Reply within(Call call, Function<Parts, List<T>> part) {
    return of(call, part, call.holdings().parts());
  }

  private static <T, R> Reply of(Call call, Function<R, List<T>> whole, BiFunction<AsOf, Optional<View>, R> rooms) {
    Place place = call.one("cursor").map(text -> place(call, text)).orElse(new Place(Optional.empty(), 0));
    AsOf asked = call.asOf();
    AsOf asOf = asked.recorded().isPresent() || place.moment().isEmpty()
        || place.moment().equals(call.holdings().lastMoment()) ? asked : asked.recorded(place.moment().get());
    List<T> all = whole.apply(rooms.apply(asOf, call.view()));
    int from = Math.min(place.from(), all.size());
    int to = Math.min(all.size(), from + call.number("size", SIZE));
    Optional<String> cursor = to >= all.size() ? Optional.empty()
        : Optional.of(text(call, place.moment().or(call.holdings()::lastMoment), to));
    return page(call, all.subList(from, to), Optional.of((long) all.size()), cursor);
  }

  /// A page of what the ledger gives in pages of its own.
  static <T> Reply page(Call call, List<T> items, Optional<Long> total, Optional<String> cursor) {
    Optional<String> next = cursor.map(text -> address(call, text));
    Reply reply = Reply.of(new Listing<>(items, total, cursor, next));
    return next.map(address -> reply.with("Link", "<" + address + ">; rel=\"next\"")).orElse(reply);
  }

  /// Which part of it the ledger is asked for.
  static PageRequest part(Call call) {
    PageRequest first = PageRequest.first(call.number("size", SIZE));
    try {
      return call.one("cursor").map(text -> first.then(Cursor.parse(text))).orElse(first);
    } catch (BadInputException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  /// A cursor of a list that has places of its own, bound to its question.
  static String bound(Call call, String place) {
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString((question(call) + " " + place).getBytes(StandardCharsets.UTF_8));
  }

  /// The place of a cursor that was bound to its question; empty for the first page.
  static Optional<Cursor> unbound(Call call) {
    return call.one("cursor").map(text -> {
      try {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
        if (parts.length == 2 && parts[0].equals(question(call))) {
          return Cursor.parse(parts[1]);
        }
      } catch (IllegalArgumentException | BadInputException e) {
        throw unreadable("it is none of this server's");
      }
      throw unreadable("it belongs to another question");
    });
  }

  private static String address(Call call, String cursor) {
    StringBuilder address = new StringBuilder(call.context().req().getRequestURI()).append("?cursor=").append(cursor);
    call.operation().parameters().stream()
        .filter(parameter -> parameter.in() == Parameter.Where.QUERY && !parameter.name().equals("cursor"))
        .forEach(parameter -> call.all(parameter.name()).forEach(value -> address.append('&').append(parameter.name())
            .append('=').append(Address.encoded(value))));
    return address.toString();
  }

  private static String text(Call call, Optional<Instant> moment, int from) {
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString((moment.map(one -> one.toEpochMilli() + "").orElse("-")
            + " " + from + " " + question(call)).getBytes(StandardCharsets.UTF_8));
  }

  private static Place place(Call call, String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length == 3 && parts[1].matches("\\d{1,9}") && parts[0].matches("-|\\d{1,15}")
          && parts[2].equals(question(call))) {
        return new Place(parts[0].equals("-") ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(Long.parseLong(parts[0]))), Integer.parseInt(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable("it is none of this server's");
    }
    throw unreadable("it belongs to another question");
  }

  private static Problem.Raised unreadable(String why) {
    return Problem.raised(422, "CURSOR_UNREADABLE", "cursor", "that is no place to go on from: " + why
        + "; ask for the first page again");
  }

  /// A cursor goes on with the question that it came from.
  private static String question(Call call) {
    Map<String, List<String>> asked = new TreeMap<>(call.values());
    asked.keySet().removeAll(List.of("size", "cursor"));
    return ContentId.sha256((call.operation().id() + asked).getBytes(StandardCharsets.UTF_8)).substring(0, 10);
  }
}
