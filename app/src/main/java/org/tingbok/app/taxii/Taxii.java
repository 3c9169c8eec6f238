package org.tingbok.app.taxii;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Visit;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;
import tools.jackson.databind.json.JsonMapper;

/// Answers requests under `/taxii2/` by TAXII 2.1. Safe for use by several threads.
public final class Taxii implements AutoCloseable {
  private static final String ROOT = "ledger";
  private static final int LARGEST = 10 * 1024 * 1024;
  private static final int LONGEST_PAGE = 1000;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Logger LOG = LoggerFactory.getLogger(Taxii.class);

  private final Sources sources;
  private final Repository repository;
  private final Inbox inbox;

  /// A server.
  ///
  /// @param sources what it serves from
  public Taxii(Sources sources) {
    this.sources = sources;
    this.repository = new Repository(sources);
    this.inbox = new Inbox(sources.settings().readers());
  }

  /// Whether an address is one of this server.
  ///
  /// @param path the path of a request, as it was sent
  /// @return true for `/taxii2` and everything below
  public static boolean owns(String path) {
    return path.equals("/taxii2") || path.startsWith("/taxii2/");
  }

  /// What is sent back.
  private static final class Reply {
    private final int status;
    private final byte[] body;
    private final Map<String, String> headers;

    Reply(int status, byte[] body, Map<String, String> headers) {
      this.status = status;
      this.body = body;
      this.headers = headers;
    }

    static Reply of(Object resource) {
      return new Reply(200, JSON.writeValueAsString(resource).getBytes(StandardCharsets.UTF_8), Map.of());
    }
  }

  /// Answers a request, whatever it is.
  ///
  /// @param context the request
  /// @param visit who asks, and for which name of this server
  public void answer(Context context, Visit visit) {
    context.header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-store").header("Vary", "Accept");
    try {
      Reply reply = reply(context, visit);
      reply.headers.forEach(context::header);
      context.status(reply.status).contentType(MediaTypes.TAXII).result(reply.body);
    } catch (TaxiiProblem.Raised e) {
      refuse(context, e.problem());
    } catch (TingbokException e) {
      refuse(context, new TaxiiProblem(e instanceof UnavailableException ? 503 : 500, e.code(),
          TaxiiProblem.shown(String.valueOf(e.getMessage())), Map.of()));
    } catch (RuntimeException e) {
      LOG.error("a request of TAXII could not be answered", e);
      refuse(context, new TaxiiProblem(500, "FAULT",
          "a defect of Tingbok; what happened is in the window that it runs in", Map.of()));
    }
  }

  private static void refuse(Context context, TaxiiProblem problem) {
    if (context.req().getContentLengthLong() != 0 && context.req().getMethod().equals("POST")) {
      drain(context);
    }
    context.attribute("problem", problem.code());
    problem.headers().forEach((name, values) -> values.forEach(value -> context.res().addHeader(name, value)));
    context.status(problem.status()).contentType(MediaTypes.TAXII)
        .result(JSON.writeValueAsString(problem.resource()).getBytes(StandardCharsets.UTF_8));
  }

  /// A server that answers before it has read a request hangs up, and who sends it may never see the answer.
  private static void drain(Context context) {
    try {
      if (context.req().getInputStream().readNBytes(4 * LARGEST).length == 4 * LARGEST) {
        context.header("Connection", "close");
      }
    } catch (IOException e) {
      LOG.debug("a request broke off", e);
    }
  }

  private Reply reply(Context context, Visit visit) {
    if (!visit.known()) {
      throw TaxiiProblem.raised(421, "HOST_FOREIGN", "this server does not go by that name");
    }
    if (!visit.caller().may(Right.READ) || !visit.guarded()
        && !sources.settings().logins().admits(Optional.ofNullable(context.header("Authorization")))) {
      throw TaxiiProblem.raised(401, "TAXII_LOGIN", "log in with a user and password, or with a token",
          "WWW-Authenticate", List.of("Basic realm=\"Tingbok\", charset=\"UTF-8\"", "Bearer realm=\"Tingbok\""));
    }
    List<String> path = segments(context.req().getRequestURI());
    return switch (path.size()) {
      case 0 -> got(context, () -> Reply.of(Resources.discovery(ROOT)));
      case 1 -> got(context, root(path), () -> Reply.of(Resources.root(LARGEST)));
      case 2 -> got(context, root(path) && path.get(1).equals("collections"),
          () -> Reply.of(Resources.collections(repository.shelves())));
      case 3 -> third(context, path);
      default -> within(context, path, visit);
    };
  }

  private static boolean root(List<String> path) {
    if (!path.getFirst().equals(ROOT)) {
      throw TaxiiProblem
          .unknown("no API root " + TaxiiProblem.shown(path.getFirst()) + "; /taxii2/ tells those there are");
    }
    return true;
  }

  private Reply third(Context context, List<String> path) {
    root(path);
    if (path.get(1).equals("status")) {
      Map<String, Object> status = inbox.status(path.get(2));
      return got(context, () -> Reply.of(status));
    }
    return got(context, path.get(1).equals("collections"), () -> Reply.of(repository.shelf(path.get(2)).resource()));
  }

  private Reply within(Context context, List<String> path, Visit visit) {
    root(path);
    if (!path.get(1).equals("collections")) {
      throw nowhere();
    }
    Shelf shelf = repository.shelf(path.get(2));
    String what = String.join("/", path.subList(3, path.size()).stream().map(one -> one.replace("/", "?")).toList());
    Walk walk = new Walk(context, shelf);
    if (what.equals("manifest")) {
      return got(context, () -> walk.reply(Optional.empty(), Walk.Form.MANIFEST));
    }
    if (what.equals("objects")) {
      return method(context).equals("POST") ? handIn(context, shelf, visit)
          : got(context, "GET, HEAD, POST", () -> walk.reply(Optional.empty(), Walk.Form.OBJECTS));
    }
    boolean object = path.size() == 5 && path.get(3).equals("objects");
    boolean versions = path.size() == 6 && path.get(3).equals("objects") && path.get(5).equals("versions");
    if (object || versions) {
      return got(context,
          () -> walk.reply(Optional.of(path.get(4)), versions ? Walk.Form.VERSIONS : Walk.Form.OBJECTS));
    }
    throw nowhere();
  }

  private static TaxiiProblem.Raised nowhere() {
    return TaxiiProblem.unknown("nothing of TAXII is at this address; /taxii2/ is where to begin");
  }

  private static List<String> segments(String uri) {
    try {
      return Stream.of(uri.substring("/taxii2".length()).split("/", -1)).filter(segment -> !segment.isEmpty())
          .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8)).toList();
    } catch (IllegalArgumentException e) {
      throw nowhere();
    }
  }

  private static String method(Context context) {
    return context.req().getMethod().toUpperCase(Locale.ROOT);
  }

  private static Reply got(Context context, Supplier<Reply> reply) {
    return got(context, "GET, HEAD", reply);
  }

  private static Reply got(Context context, boolean there, Supplier<Reply> reply) {
    if (!there) {
      throw nowhere();
    }
    return got(context, reply);
  }

  private static Reply got(Context context, String allowed, Supplier<Reply> reply) {
    if (!List.of("GET", "HEAD").contains(method(context))) {
      throw TaxiiProblem.raised(405, "TAXII_METHOD",
          TaxiiProblem.shown(method(context)) + " is not taken here; " + allowed + " are", "Allow", List.of(allowed));
    }
    acceptable(context);
    return reply.get();
  }

  private static void acceptable(Context context) {
    if (!MediaTypes.accepted(Optional.ofNullable(context.header("Accept")))) {
      throw TaxiiProblem.raised(406, "TAXII_ACCEPT", "answers are " + MediaTypes.TAXII + "; accept that");
    }
  }

  private Reply handIn(Context context, Shelf shelf, Visit visit) {
    acceptable(context);
    String origin = Objects.requireNonNullElse(context.header("Origin"), "");
    if (!shelf.writable() || !visit.caller().may(Right.RECORD)
        || !origin.isEmpty() && !origin.equalsIgnoreCase(visit.origin())) {
      throw TaxiiProblem.raised(403, "TAXII_CLOSED",
          "nothing can be handed in to this collection; the list of collections tells where something can (can_write)");
    }
    if (!MediaTypes.taken(Optional.ofNullable(context.header("Content-Type")))) {
      throw TaxiiProblem.raised(415, "TAXII_TYPE", "hand in an envelope as " + MediaTypes.TAXII);
    }
    byte[] body = body(context);
    Map<String, Object> status = inbox.take(body, repository.log(shelf), sources.recorder().orElseThrow(),
        sources.settings().clock().instant());
    return new Reply(202, JSON.writeValueAsString(status).getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private static byte[] body(Context context) {
    try {
      byte[] body = context.req().getContentLengthLong() > LARGEST ? new byte[LARGEST + 1]
          : context.req().getInputStream().readNBytes(LARGEST + 1);
      if (body.length > LARGEST) {
        throw TaxiiProblem.raised(413, "TAXII_LARGE",
            "more than " + LARGEST + " bytes at once; hand in smaller envelopes");
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A walk through a collection, a page of it at a time.
  private final class Walk {
    /// What is told of each object.
    enum Form {
      OBJECTS, MANIFEST, VERSIONS
    }

    private final Context context;
    private final Shelf shelf;

    Walk(Context context, Shelf shelf) {
      this.context = context;
      this.shelf = shelf;
    }

    Reply reply(Optional<String> object, Form form) {
      Map<String, List<String>> query = context.queryParamMap();
      ObjectFilter asked = ObjectFilter.of(query);
      ObjectFilter filter =
          object.map(id -> form == Form.VERSIONS ? ObjectFilter.versionsOf(id, asked) : asked.of(id)).orElse(asked);
      int limit = limit(query.getOrDefault("limit", List.of()));
      String question = String.join(" ", shelf.id(), form.name(), filter.text());
      List<String> next = query.getOrDefault("next", List.of());
      Optional<Place> before = next.isEmpty() ? Optional.empty() : Optional.of(Place.of(next.getFirst(), question));
      // A walk under way is of what there was when it began; only a new one looks at the ledger.
      ObjectLog log = before.isPresent() ? repository.log(shelf) : repository.current(shelf);
      object.filter(id -> log.last(id).isEmpty()).ifPresent(id -> {
        throw TaxiiProblem.unknown("no object " + TaxiiProblem.shown(id) + " in this collection");
      });
      Place place = before.orElseGet(() -> new Place(-1, log.end()));
      ObjectLog.Part part = log.part(filter, place.after(), place.upTo(), limit);
      Optional<String> on = part.more()
          ? Optional.of(new Place(part.entries().getLast().added(), place.upTo()).text(question))
          : Optional.empty();
      Map<String, String> headers = new LinkedHashMap<>();
      if (!part.entries().isEmpty()) {
        headers.put("X-TAXII-Date-Added-First", part.entries().getFirst().dateAdded());
        headers.put("X-TAXII-Date-Added-Last", part.entries().getLast().dateAdded());
      }
      return new Reply(200, body(log, part, on, form), headers);
    }

    private static int limit(List<String> values) {
      if (values.isEmpty()) {
        return LONGEST_PAGE;
      }
      String text = values.getFirst();
      if (values.size() > 1 || !text.matches("0*[1-9]\\d*")) {
        throw TaxiiProblem.raised(400, "TAXII_QUERY",
            "limit takes a number from 1, not '" + TaxiiProblem.shown(text) + "'");
      }
      String digits = text.replaceFirst("^0+", "");
      return digits.length() > 4 ? LONGEST_PAGE : Math.min(LONGEST_PAGE, Integer.parseInt(digits));
    }

    private static byte[] body(ObjectLog log, ObjectLog.Part part, Optional<String> next, Form form) {
      Map<String, Object> head = new LinkedHashMap<>();
      head.put("more", part.more());
      next.ifPresent(text -> head.put("next", text));
      if (form == Form.VERSIONS && !part.entries().isEmpty()) {
        head.put("versions", part.entries().stream().map(LogEntry::version).toList());
      }
      if (form == Form.MANIFEST && !part.entries().isEmpty()) {
        head.put("objects", part.entries().stream().map(Resources::manifest).toList());
      }
      String text = JSON.writeValueAsString(head);
      if (form != Form.OBJECTS || part.entries().isEmpty()) {
        return text.getBytes(StandardCharsets.UTF_8);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes((text.substring(0, text.length() - 1) + ",\"objects\":[").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < part.entries().size(); i++) {
        out.writeBytes(i == 0 ? new byte[0] : new byte[] {','});
        out.writeBytes(log.json(part.entries().get(i)));
      }
      out.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
      return out.toByteArray();
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
