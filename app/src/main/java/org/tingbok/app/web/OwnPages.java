package org.tingbok.app.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tingbok.app.access.Session;
import org.tingbok.app.access.Visit;

/// Takes what changes the ledger from pages of this server only: a browser says where a form came from, and whoever is no
/// browser has to say so too. Where somebody is logged in, the form has to hold the word of their session besides.
final class OwnPages {
  /// The field of a form, and the header, that hold the word of a session.
  static final String FIELD = "csrf";
  private static final String HEADER = "X-CSRF-Token";

  private OwnPages() {
  }

  /// What is refused to anybody who asks so, whatever they ask for.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    Refused(String code, String message) {
      this(403, code, message, Map.of());
    }

    Refused(int status, String code, String message, Map<String, String> headers) {
      super(message);
      this.status = status;
      this.code = code;
      this.headers = headers;
    }

    int status() {
      return status;
    }

    String code() {
      return code;
    }

    Map<String, String> headers() {
      return headers;
    }
  }

  /// Refuses what comes from elsewhere.
  ///
  /// @throws Refused `ORIGIN_FOREIGN`
  static void only(Context context) {
    Visit visit = Entrance.of(context.req());
    String origin = Objects.requireNonNullElse(context.header("Origin"), "").toLowerCase(Locale.ROOT);
    boolean own = origin.equals(visit.origin())
        || origin.isEmpty() && "same-origin".equals(context.header("Sec-Fetch-Site"));
    if (!own) {
      throw new Refused("ORIGIN_FOREIGN",
          "the ledger is changed from this server's own pages only; send the header Origin: " + visit.origin());
    }
  }

  /// Refuses what does not hold the word of the session that it comes with.
  ///
  /// @throws Refused `CSRF_MISSING`
  static void worded(Context context, Session session) {
    String word = context.header(HEADER);
    if (word == null) {
      if (context.isMultipartFormData()) {
        AddPages.parts(context);
      }
      word = Objects.requireNonNullElse(context.formParam(FIELD), "");
    }
    if (!MessageDigest.isEqual(word.getBytes(StandardCharsets.UTF_8),
        session.csrf().getBytes(StandardCharsets.UTF_8))) {
      throw new Refused("CSRF_MISSING",
          "the form is not of a page of this session; load the page again, and send the form from there");
    }
  }
}
