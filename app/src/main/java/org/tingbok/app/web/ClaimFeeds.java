package org.tingbok.app.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.WatchNews;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Cursor;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.SlotRole;

/// Feeds of what is said about something: as Atom (RFC 4287, its pages by RFC 5005) and as JSON Feed 1.1.
final class ClaimFeeds {
  private static final int SIZE = 50;
  /// Older claims that changed lately and come before the others on the first page.
  private static final int CHANGED = 100;

  private final LedgerSource source;

  ClaimFeeds(LedgerSource source) {
    this.source = source;
  }

  void route(Routes routes) {
    for (String kind : List.of("atom", "json")) {
      routes.get("/watch/{key}/feed." + kind, context -> feed(context, kind, watch(context)));
      routes.get("/actor/{key}/feed." + kind, context -> feed(context, kind, actor(context)));
      routes.get("/incident/{key}/feed." + kind, context -> feed(context, kind, incident(context)));
      routes.get("/state/{key}/feed." + kind, context -> feed(context, kind, state(context)));
    }
  }

  /// What a feed is about.
  ///
  /// @param title what it is called
  /// @param path the path that `/feed.atom` stands behind
  /// @param page the page for people
  record About(String title, String path, String page, ClaimQuery query) {
  }

  /// A part of a feed.
  ///
  /// @param base where the server is, without a slash at the end
  /// @param items the latest first
  /// @param next the query of the next part; empty if this is the last
  record Part(About about, String base, String self, String first, Optional<String> next, List<Item> items,
      Instant updated) {
  }

  /// An entry.
  ///
  /// @param claim the claim
  /// @param recorded when it was recorded
  /// @param changed when something was last done about it
  record Item(ClaimCard claim, Instant recorded, Instant changed) {
    /// Permanent, and the same on every server.
    String id() {
      return urn(claim.id());
    }
  }

  static String urn(String id) {
    return "urn:uuid:" + id.substring(id.indexOf("--") + 2);
  }

  private Lookup lookup(Context context) {
    View view = Asked.one(context, "view").map(View::parse).orElse(View.ANY);
    return new Lookup(source.ledger(), AsOf.NOW, view, day -> source.parts(day, Optional.empty()));
  }

  private About watch(Context context) {
    String name = context.pathParam("key");
    String path = "/watch/" + Frame.encoded(name);
    return new About("Watch: " + name, path, path,
        WatchNews.query(source.ledger(), WatchNews.named(source.ledger(), name)));
  }

  private About actor(Context context) {
    String name = source.desk(AsOf.NOW, Optional.empty()).actors().page(context.pathParam("key")).party().name();
    String path = "/actor/" + Frame.encoded(name);
    return new About("Claims about " + name, path, path, new ClaimQuery(List.of(new Condition.WithParty(
        Set.of(SlotRole.ACCUSED, SlotRole.NAMED, SlotRole.ACTOR, SlotRole.CLAIMANT), lookup(context).names(name))),
        ClaimOrder.RECORDED));
  }

  private About incident(Context context) {
    var part = source.parts(AsOf.NOW, Optional.empty()).incident(context.pathParam("key"));
    IncidentCard card = part.desk().incidents().page(part.id()).card();
    String path = "/incident/" + Frame.encoded(card.id());
    return new About(card.name(), path, path, new ClaimQuery(
        List.of(new Condition.OfAccount(part.accounts())), ClaimOrder.RECORDED));
  }

  private About state(Context context) {
    String code = Lookup.state(context.pathParam("key"));
    String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    return new About("Claims of and about " + name, "/state/" + code, "/claims?state=" + code,
        new ClaimQuery(List.of(new Condition.OfState(Set.of(SlotRole.CLAIMANT, SlotRole.ACCUSED, SlotRole.VICTIM),
            Set.of(code))), ClaimOrder.RECORDED));
  }

  private void feed(Context context, String kind, About about) {
    String base = Entrance.of(context.req()).origin();
    Optional<String> page = Asked.one(context, "page");
    String view = Asked.one(context, "view").map(one -> "view=" + Frame.encoded(one)).orElse("");
    String bare = base + about.path() + "/feed." + kind + (view.isEmpty() ? "" : "?" + view);
    Ledger ledger = source.ledger();
    PageRequest request = page.map(text -> PageRequest.first(SIZE).then(Cursor.parse(text)))
        .orElseGet(() -> PageRequest.first(SIZE));
    Page<RecordedClaim> found = ledger.claims(about.query(), AsOf.NOW, request);
    List<RecordedClaim> claims = page.isPresent() ? found.items() : changed(ledger, about.query(), found.items());
    List<ClaimCard> cards = new ClaimCards(ledger, Stems.FORMS).claims(claims);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      items.add(new Item(cards.get(i), claims.get(i).recordedAt(), claims.get(i).changedAt()));
    }
    Part part = new Part(about, base, page.map(text -> with(bare, text)).orElse(bare), bare,
        found.next().map(cursor -> with(bare, cursor.text())), items,
        items.stream().map(Item::changed).max(Comparator.naturalOrder()).orElse(Instant.EPOCH));
    send(context, kind.equals("atom") ? FeedText.atom(part).getBytes(StandardCharsets.UTF_8) : FeedText.json(part),
        kind.equals("atom") ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8",
        part.updated());
  }

  private static String with(String bare, String cursor) {
    return bare + (bare.contains("?") ? "&" : "?") + "page=" + Frame.encoded(cursor);
  }

  /// The latest recorded ones, and before them older ones of which something was done since the last of these was recorded.
  private static List<RecordedClaim> changed(Ledger ledger, ClaimQuery query, List<RecordedClaim> latest) {
    Set<String> ids = new TreeSet<>();
    latest.forEach(claim -> ids.add(claim.id()));
    List<RecordedClaim> all = new ArrayList<>(latest);
    if (latest.size() == SIZE) {
      List<Condition> since = new ArrayList<>(query.all());
      since.add(new Condition.Recorded(Optional.of(latest.getLast().recordedAt()), Optional.empty()));
      ledger.claims(new ClaimQuery(since, ClaimOrder.OLDEST), AsOf.NOW, PageRequest.first(CHANGED + SIZE)).items()
          .stream()
          .filter(claim -> !ids.contains(claim.id())).limit(CHANGED).forEach(all::add);
    }
    all.sort(Comparator.comparing(RecordedClaim::changedAt).reversed());
    return all;
  }

  /// The same content is not sent twice, by its tag or by its time.
  private static void send(Context context, byte[] body, String type, Instant updated) {
    String tag = "\"" + ContentId.sha256(body).substring(0, 24) + "\"";
    Instant second = updated.truncatedTo(ChronoUnit.SECONDS);
    context.header("ETag", tag).header("Cache-Control", "no-cache").header("Last-Modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(second, ZoneOffset.UTC)));
    Optional<String> match = Optional.ofNullable(context.header("If-None-Match"));
    boolean same = match.map(text -> text.contains(tag))
        .orElseGet(() -> since(context).filter(moment -> !second.isAfter(moment)).isPresent());
    context.contentType(type);
    if (same) {
      context.status(304);
    } else {
      context.result(body);
    }
  }

  private static Optional<Instant> since(Context context) {
    try {
      return Optional.ofNullable(context.header("If-Modified-Since"))
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
