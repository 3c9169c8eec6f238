package org.tingbok.app.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tingbok.app.mcp.Mcp;
import org.tingbok.app.operation.Metrics;
import org.tingbok.app.taxii.Taxii;

/// Gives each request an id, counts it and notes it in the log: by the pattern of its address, so that neither a name nor a word that
/// somebody asked for is told. Safe for use by several threads.
final class RequestWatch implements Filter {
  /// The header that carries the id, in and out.
  static final String HEADER = "X-Request-Id";
  /// Whoever answers a request leaves the pattern of its address here.
  static final String ROUTE = "tingbok.route";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);

  private final Metrics metrics;

  RequestWatch(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked) || !(response instanceof HttpServletResponse answer)) {
      chain.doFilter(request, response);
      return;
    }
    String id = Optional.ofNullable(asked.getHeader(HEADER)).filter(given -> ID.matcher(given).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
    answer.setHeader(HEADER, id);
    long begun = System.nanoTime();
    boolean well = false;
    try (MDC.MDCCloseable _ = MDC.putCloseable("request", id)) {
      chain.doFilter(request, response);
      well = true;
    } finally {
      if (asked.isAsyncStarted()) {
        asked.getAsyncContext().addListener(new Later(id, asked, answer, begun));
      } else {
        note(id, asked, well ? answer.getStatus() : 500, begun);
      }
    }
  }

  private void note(String id, HttpServletRequest asked, int status, long begun) {
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    String route = route(asked);
    metrics.answered(asked.getMethod(), route, status, took);
    try (MDC.MDCCloseable _ = MDC.putCloseable("request", id)) {
      LOG.atInfo().addKeyValue("method", asked.getMethod().matches("[A-Z]{1,10}") ? asked.getMethod() : "other")
          .addKeyValue("route", route).addKeyValue("status", status).addKeyValue("millis", took.toMillis())
          .log("answered");
    }
  }

  private static String route(HttpServletRequest asked) {
    return asked.getAttribute(ROUTE) instanceof String known ? known
        : Taxii.owns(asked.getRequestURI()) ? "/taxii2/" : asked.getRequestURI().equals(Mcp.PATH) ? Mcp.PATH : "none";
  }

  /// Notes a request whose answer is still being given when its thread has left.
  private final class Later implements AsyncListener {
    private final String id;
    private final HttpServletRequest asked;
    private final HttpServletResponse answer;
    private final long begun;

    Later(String id, HttpServletRequest asked, HttpServletResponse answer, long begun) {
      this.id = id;
      this.asked = asked;
      this.answer = answer;
      this.begun = begun;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      note(id, asked, answer.getStatus(), begun);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // onComplete follows
    }

    @Override
    public void onError(AsyncEvent event) {
      // onComplete follows
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
