package org.tingbok.app.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tingbok.app.desk.CardJson;
import org.tingbok.app.operation.Health;
import org.tingbok.app.operation.Metrics;
import org.tingbok.app.operation.Operations;

/// Answers probes, to everybody, and who collects figures, on this machine only.
final class OperationPages {
  static final String LIVE = "/health/live";
  static final String READY = "/health/ready";
  static final String METRICS = "/metrics";
  /// Put there by a proxy that passes on a request of another machine.
  private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  /// A page of elsewhere that was made to point here asks under its own name.
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Operations operations;

  OperationPages(Operations operations) {
    this.operations = operations;
  }

  /// Whether a request is for one of these addresses.
  static boolean owns(String path) {
    return path.equals(LIVE) || path.equals(READY) || path.equals(METRICS);
  }

  void answer(Context context) {
    String path = context.req().getRequestURI();
    context.attribute(RequestWatch.ROUTE, path);
    context.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
    String method = context.req().getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      context.status(405).header("Allow", "GET, HEAD").contentType("application/json")
          .result(CardJson.bytes(Map.of("code", "METHOD_UNKNOWN")));
    } else if (path.equals(LIVE)) {
      context.contentType("application/json").result(CardJson.bytes(Map.of("status", "live")));
    } else if (path.equals(READY)) {
      Health.Answer answer = operations.health().ready();
      context.status(answer.ready() ? 200 : 503).contentType("application/json").result(CardJson.bytes(answer));
    } else if (here(context)) {
      context.contentType(Metrics.TYPE).result(operations.metrics().scrape());
    } else {
      context.status(403).contentType("application/json").result(CardJson.bytes(Map.of("code", "METRICS_FORBIDDEN")));
    }
  }

  /// Whether it was asked on this machine, and not for another one.
  private static boolean here(Context context) {
    return InetAddress.ofLiteral(context.req().getRemoteAddr()).isLoopbackAddress()
        && HOSTS.contains(Objects.requireNonNullElse(context.req().getServerName(), ""))
        && PASSED_ON.stream().allMatch(header -> context.header(header) == null);
  }
}
