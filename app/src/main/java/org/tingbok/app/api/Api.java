package org.tingbok.app.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.app.access.Caller;
import org.tingbok.app.access.Rates;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Visit;
import org.tingbok.app.desk.CardJson;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.TingbokException;
import tools.jackson.databind.JsonNode;

/// Answers requests under `/api/v1`: finds the operation, checks the request against what it says, has it answered. Safe for use by
/// several threads.
public final class Api {
  /// Where it is.
  public static final String ROOT = "/api/v1";
  private static final long DRAINED = 1 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private final Holdings holdings;
  private final List<Operation> operations;
  private final Rates rates;

  /// The interface to a ledger.
  ///
  /// @param holdings what there is to answer from
  /// @param rates how many requests a client may send
  /// @param admission who is let in, to be told
  public Api(Holdings holdings, Rates rates, Admission admission) {
    this.holdings = holdings;
    this.rates = rates;
    List<Operation> all = new ArrayList<>();
    all.addAll(ServiceOperations.all(() -> OpenApi.of(operations(), admission)));
    all.addAll(IncidentOperations.all());
    all.addAll(ActorOperations.all());
    all.addAll(NameOperations.all());
    all.addAll(NameRecordOperations.all());
    all.addAll(ClaimOperations.all());
    all.addAll(RulingOperations.all());
    all.addAll(ReviewOperations.all());
    all.addAll(DocumentOperations.all());
    all.addAll(SearchOperations.all());
    all.addAll(MarkingOperations.all());
    all.addAll(SourceOperations.all());
    all.addAll(WatchOperations.all());
    all.addAll(DeliveryOperations.all());
    this.operations = List.copyOf(all);
  }

  /// What can be asked.
  ///
  /// @return in the order of the document
  public List<Operation> operations() {
    return operations;
  }

  /// Whether an address is one of this interface.
  ///
  /// @param path the path of a request, as it was sent
  /// @return true for `/api/v1` and everything below
  public static boolean owns(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /// Answers a request, whatever it is.
  ///
  /// @param context the request
  /// @param visit who asks, and for which name of this server
  public void answer(Context context, Visit visit) {
    Problem problem;
    try {
      limit(context, visit.caller());
      if (!visit.known()) {
        throw Problem.raised(421, "HOST_FOREIGN", "Host", "this server does not go by that name");
      }
      send(context, reply(context, visit));
      return;
    } catch (Problem.Raised e) {
      problem = e.problem();
    } catch (TingbokException e) {
      problem = Problem.of(e);
    } catch (RuntimeException e) {
      LOG.error("a request of the interface could not be answered", e);
      problem = Problem.of(500, "FAULT", "a defect of Tingbok; what happened is in the window that it runs in",
          Optional.empty());
    }
    drain(context);
    context.attribute("problem", problem.code());
    problem.headers().forEach(context::header);
    context.status(problem.status()).header("Cache-Control", "no-store").contentType("application/problem+json")
        .result(CardJson.bytes(problem));
  }

  /// Takes what was handed in off the line, as far as it is not too much: a server that answers before it has done so has to hang up,
  /// and a program that sends its next request meanwhile gets no answer.
  private static void drain(Context context) {
    if (context.header("Expect") == null && context.req().getContentLengthLong() <= DRAINED) {
      try {
        if (context.req().getInputStream().readNBytes((int) DRAINED + 1).length <= DRAINED) {
          return;
        }
      } catch (IOException e) {
        LOG.debug("a request broke off", e);
      }
    }
    context.header("Connection", "close");
  }

  private void limit(Context context, Caller caller) {
    Rates.Left left = rates.take(caller.counted());
    context.header("RateLimit-Limit", Integer.toString(left.limit()))
        .header("RateLimit-Remaining", Integer.toString(left.left()))
        .header("RateLimit-Reset", Integer.toString(left.reset()));
    if (!left.taken()) {
      throw new Problem.Raised(
          Problem.of(429, "RATE_EXCEEDED", "more than " + left.limit() + " requests in a minute; go on in "
              + left.pause() + " s", Optional.empty()).with("Retry-After", Integer.toString(left.pause())));
    }
  }

  private static void admitted(Visit visit, Right right) {
    if (visit.caller().account().isEmpty() && !visit.caller().may(Right.READ)) {
      throw new Problem.Raised(
          Problem.of(401, "LOGIN_NEEDED", "log in: send a token as 'Authorization: Bearer tingbok_…'",
              Optional.empty()).with("WWW-Authenticate", "Bearer realm=\"Tingbok\""));
    }
    if (!visit.caller().may(right)) {
      throw Problem.raised(403, "RIGHT_MISSING", "", "who asks may not " + right.code() + " here");
    }
  }

  private Reply reply(Context context, Visit visit) {
    admitted(visit, Right.READ);
    Address address =
        Address.of(context.req().getRequestURI(), Objects.requireNonNullElse(context.req().getQueryString(), ""));
    List<Operation> here = operations.stream().filter(operation -> fits(operation, address)).toList();
    if (here.isEmpty()) {
      throw Problem.raised(404, "ADDRESS_UNKNOWN", "path", "there is no " + Problem.shown(context.path()) + " here; "
          + ROOT + "/openapi.json lists every address");
    }
    // Of two that fit, /names/decisions and /names/{name}, the one with fewer blanks is meant.
    int fewest = here.stream().mapToInt(Api::blanks).min().orElseThrow();
    List<Operation> meant = here.stream().filter(operation -> blanks(operation) == fewest).toList();
    String method = context.req().getMethod().toUpperCase(Locale.ROOT);
    Set<String> allowed = new TreeSet<>(List.of("OPTIONS"));
    meant.forEach(operation -> allowed.add(operation.method()));
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    if (method.equals("OPTIONS")) {
      return Reply.nothing().with("Allow", String.join(", ", allowed));
    }
    Optional<Operation> found = meant.stream()
        .filter(operation -> operation.method().equals(method.equals("HEAD") ? "GET" : method)).findFirst();
    if (found.isEmpty()) {
      throw new Problem.Raised(Problem.of(405, "METHOD_UNKNOWN", Problem.shown(method) + " is not taken here; "
          + String.join(", ", allowed) + " are", Optional.empty()).with("Allow", String.join(", ", allowed)));
    }
    context.attribute("tingbok.route", ROOT + found.get().path());
    return reply(context, visit, address, found.get());
  }

  private Reply reply(Context context, Visit visit, Address address, Operation operation) {
    admitted(visit, operation.right());
    Negotiation.check(operation, context.header("Accept"));
    if (operation.writes()) {
      ownPages(context, visit);
    }
    Map<String, List<String>> values = Requests.values(operation, address);
    Optional<JsonNode> body = operation.body().flatMap(expected -> Requests.body(expected, context));
    return operation.handler().answer(new Call(holdings, operation, values, body, context, visit.caller()));
  }

  private static boolean fits(Operation operation, Address address) {
    List<String> pattern = segments(operation);
    if (pattern.size() != address.segments().size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      if (!pattern.get(i).startsWith("{") && !pattern.get(i).equals(address.segments().get(i))) {
        return false;
      }
    }
    return true;
  }

  static List<String> segments(Operation operation) {
    return Stream.of((ROOT + operation.path()).split("/", -1)).filter(segment -> !segment.isEmpty()).toList();
  }

  private static int blanks(Operation operation) {
    return (int) segments(operation).stream().filter(segment -> segment.startsWith("{")).count();
  }

  /// A browser tells where a request comes from; a program need not.
  private static void ownPages(Context context, Visit visit) {
    String origin = Objects.requireNonNullElse(context.header("Origin"), "").toLowerCase(Locale.ROOT);
    String site = Objects.requireNonNullElse(context.header("Sec-Fetch-Site"), "").toLowerCase(Locale.ROOT);
    boolean foreign = origin.isEmpty() ? !site.isEmpty() && !site.equals("same-origin") && !site.equals("none")
        : !origin.equals(visit.origin());
    if (foreign) {
      throw Problem.raised(403, "ORIGIN_FOREIGN", "Origin",
          "a page of elsewhere may not change the ledger; only this server's own"
              + " pages and programs may");
    }
    if (visit.caller().session().filter(session -> !session.csrf().equals(context.header(Admission.WORD_HEADER)))
        .isPresent()) {
      throw Problem.raised(403, "CSRF_MISSING", Admission.WORD_HEADER,
          "a browser that changes the ledger has to send the word that its pages hold; programs send a token of their own");
    }
  }

  private void send(Context context, Reply reply) {
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.putIfAbsent("Cache-Control", "no-cache");
    headers.putIfAbsent("Vary", "Accept, Accept-Encoding");
    headers.forEach(context::header);
    context.status(reply.status());
    if (reply.body().isEmpty()) {
      context.res().setContentType(null);
      return;
    }
    byte[] body = reply.body().get() instanceof String text ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
        : CardJson.bytes(reply.body().get());
    String tag =
        '"' + (reply.state().isEmpty() ? "" : reply.state() + "-") + ContentId.sha256(body).substring(0, 24) + '"';
    context.header("ETag", tag);
    boolean reading = context.req().getMethod().equals("GET") || context.req().getMethod().equals("HEAD");
    if (reading && Negotiation.sameTag(context.header("If-None-Match"), tag)) {
      context.status(304);
    } else {
      context.contentType(reply.type()).result(body);
    }
  }
}
