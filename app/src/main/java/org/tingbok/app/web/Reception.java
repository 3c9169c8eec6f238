package org.tingbok.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.app.access.Caller;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.app.access.Visit;
import org.tingbok.app.api.Api;
import org.tingbok.app.taxii.Taxii;

/// Takes every request in: looks who asks, refuses what they may not, and hands it to those who answer people who see as much.
/// Whatever is not said to be for anybody is for those who may read, also what is not there.
final class Reception {
  private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin",
      "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin",
      "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  private static final Set<String> ASKING = Set.of("GET", "HEAD", "OPTIONS");
  private static final int LONGEST = 160;

  private final Entrance entrance;
  private final Tiers tiers;
  private final List<Routes.Route> routes;
  private final Set<String> open;

  Reception(Entrance entrance, Tiers tiers) {
    this.entrance = entrance;
    this.tiers = tiers;
    this.routes = tiers.recording().routes().all();
    this.open = routes.stream().filter(route -> route.need() == Need.ANYBODY).map(Routes.Route::path)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What every answer bears.
  static Map<String, String> headers(Door door) {
    if (!door.secure()) {
      return HEADERS;
    }
    Map<String, String> all = new LinkedHashMap<>(HEADERS);
    all.put("Strict-Transport-Security", "max-age=31536000");
    return all;
  }

  void route(RoutesConfig config) {
    Map<String, String> headers = headers(entrance.door());
    config.before(context -> {
      entrance.door().tls().ifPresent(Tls::refresh);
      headers.forEach(context::header);
      entrance.visit(context.req());
    });
    config.before(this::programs);
    config.before(this::admit);
    int asked = tiers.recording().routes().first().size();
    for (int i = 0; i < asked; i++) {
      int place = i;
      config.before(context -> {
        if (caller(context).may(Right.READ) && !open.contains(context.path())) {
          tiers.of(caller(context)).routes().first().get(place).handle(context);
        }
      });
    }
    for (int i = 0; i < routes.size(); i++) {
      int place = i;
      Routes.Route route = routes.get(i);
      config.addHttpHandler(route.method(), route.path(), context -> {
        check(context, route.need());
        tiers.of(caller(context)).routes().all().get(place).handler().handle(context);
        if (route.need() == Need.RECORD) {
          note(context);
        }
      });
    }
    config.after(this::unkept);
    tiers.recording().pages().faults(config);
  }

  private static Caller caller(Context context) {
    return Entrance.of(context.req()).caller();
  }

  /// What has a way of answering of its own.
  private void programs(Context context) throws Exception {
    String path = context.req().getRequestURI();
    Visit visit = Entrance.of(context.req());
    if (Taxii.owns(path)) {
      limit(context);
      tiers.of(visit.caller()).taxii().answer(context, visit);
    } else if (Api.owns(path)) {
      tiers.of(visit.caller()).api().answer(context, visit);
    } else {
      return;
    }
    note(context);
    unkept(context);
    context.skipRemainingHandlers();
  }

  /// No answer to pages of elsewhere that were made to point here, to those who ask too often, and, but for the way in, to nobody who
  /// is not known.
  private void admit(Context context) {
    Visit visit = Entrance.of(context.req());
    if (!visit.known()) {
      throw new OwnPages.Refused(421, "HOST_FOREIGN", "this server does not go by that name", Map.of());
    }
    if (!visit.guarded()) {
      return;
    }
    limit(context);
    if (visit.caller().account().isEmpty() && !open.contains(context.path())) {
      boolean page = context.method().name().equals("GET") && !Asked.wantsJson(context);
      if (page) {
        String query = context.req().getQueryString();
        String here = context.req().getRequestURI() + (query == null ? "" : "?" + query);
        context.header("Cache-Control", "no-store").redirect("/login?to=" + Frame.encoded(here), HttpStatus.SEE_OTHER);
        context.skipRemainingHandlers();
        return;
      }
      throw new OwnPages.Refused(401, "LOGIN_NEEDED", "log in first; a program sends 'Authorization: Bearer tingbok_…'",
          Map.of("WWW-Authenticate", "Bearer realm=\"Tingbok\""));
    }
    if (visit.caller().account().isPresent() && !visit.caller().may(Right.READ) && !open.contains(context.path())) {
      throw missing("read");
    }
  }

  private void limit(Context context) {
    Optional<Integer> pause = entrance.pause(caller(context));
    if (pause.isPresent()) {
      throw new OwnPages.Refused(429, "RATE_EXCEEDED", "too many requests; go on in " + pause.get() + " s",
          Map.of("Retry-After", Integer.toString(pause.get())));
    }
  }

  private static OwnPages.Refused missing(String what) {
    return new OwnPages.Refused("RIGHT_MISSING", "your account may not " + what + " here; ask an administrator");
  }

  private static void check(Context context, Need need) {
    Visit visit = Entrance.of(context.req());
    if (!need.met(visit.caller())) {
      throw missing(need == Need.OWN ? "do that with a token" : need.name().toLowerCase(java.util.Locale.ROOT));
    }
    if (!ASKING.contains(context.method().name())) {
      visit.caller().session().ifPresent(session -> {
        OwnPages.only(context);
        OwnPages.worded(context, session);
      });
    }
  }

  /// Tells in the list of what happened who changed something. What they recorded bears their name besides.
  private void note(Context context) {
    Visit visit = Entrance.of(context.req());
    if (entrance.access().isPresent() && !ASKING.contains(context.req().getMethod()) && context.statusCode() < 400
        && visit.caller().may(Right.RECORD)) {
      String path = context.path();
      String name = visit.caller().account().orElse("");
      entrance.access().get().log().add("changed", name, new By(name, visit.caller().address()),
          context.req().getMethod() + " " + cut(path) + led(context, visit, path));
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /// What came of a change, where the answer leads to it: the delivery that was handed in, the watch that was made.
  private static String led(Context context, Visit visit, String path) {
    String place = Objects.requireNonNullElse(context.res().getHeader("Location"), "");
    String there = place.startsWith(visit.origin() + "/") ? place.substring(visit.origin().length()) : place;
    return there.isEmpty() || there.equals(path) ? "" : " -> " + cut(there);
  }

  /// What only some may see is not kept by a browser or anything between.
  private void unkept(Context context) {
    if (entrance.access().isPresent() && !open.contains(context.path())) {
      context.header("Cache-Control", "no-store");
    }
  }
}
