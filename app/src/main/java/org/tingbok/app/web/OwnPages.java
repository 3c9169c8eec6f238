package org.tingbok.app.web;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;

/// Takes what changes the ledger from pages of this server only: a browser says where a form came from, and whoever is no
/// browser has to say so too.
final class OwnPages {
  private OwnPages() {
  }

  /// What is refused to anybody who asks so, whatever they ask for.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    Refused(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /// Refuses what comes from elsewhere.
  ///
  /// @throws Refused `ORIGIN_FOREIGN`
  static void only(Context context) {
    String host = Objects.requireNonNullElse(context.header("Host"), "").toLowerCase(Locale.ROOT);
    String origin = Objects.requireNonNullElse(context.header("Origin"), "").toLowerCase(Locale.ROOT);
    boolean own = !host.isEmpty() && origin.equals("http://" + host)
        || origin.isEmpty() && "same-origin".equals(context.header("Sec-Fetch-Site"));
    if (!own) {
      throw new Refused("ORIGIN_FOREIGN",
          "the ledger is changed from this server's own pages only; send the header Origin: "
              + "http://" + (host.isEmpty() ? "localhost" : host));
    }
  }
}
