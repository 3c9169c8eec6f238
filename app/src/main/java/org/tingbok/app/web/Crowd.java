package org.tingbok.app.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.tingbok.app.api.Problem;
import org.tingbok.app.desk.CardJson;
import org.tingbok.vocabulary.UnavailableException;

/// Bounds how many requests are answered at once. Every request has a virtual thread of its own, so that nothing else does; who
/// comes when there are too many is asked at once to come again, instead of making it slower for all.
///
/// Safe for use by several threads.
final class Crowd implements Filter {
  /// Far more than the processors keep up with; what they hold together stays small against the heap.
  static final int MOST = 1_000;
  /// Seconds after which it is worth trying again.
  static final String AGAIN = "5";

  private final Semaphore places;

  Crowd(int most) {
    this.places = new Semaphore(most);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!places.tryAcquire()) {
      refuse((HttpServletResponse) response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", AGAIN);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/problem+json");
    response.getOutputStream().write(CardJson.bytes(Problem.of(new UnavailableException("SERVER_CROWDED",
        "more requests than " + MOST + " are being answered; ask again in " + AGAIN + " s"))));
  }
}
