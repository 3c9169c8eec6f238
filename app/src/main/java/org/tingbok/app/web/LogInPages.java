package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.Account;
import org.tingbok.app.access.Caller;
import org.tingbok.app.access.OpenId;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.app.access.Sessions;

/// Logging in and out. These pages are there only where one has to log in.
final class LogInPages {
  private static final String BACK = "/login/oidc/return";
  private static final int TEN_MINUTES = 600;
  private static final int LONGEST = 2000;

  private final Access access;
  private final Entrance entrance;
  private final Answers answers;

  LogInPages(Access access, Entrance entrance, Answers answers) {
    this.access = access;
    this.entrance = entrance;
    this.answers = answers;
  }

  void route(Routes routes) {
    routes.get("/login", Need.ANYBODY, this::form);
    routes.post("/login", Need.ANYBODY, this::logIn);
    routes.post("/logout", Need.OWN, this::logOut);
    if (entrance.door().openId().isPresent()) {
      routes.get("/login/oidc", Need.ANYBODY, this::sendAway);
      routes.get(BACK, Need.ANYBODY, this::welcomeBack);
    }
  }

  private static Caller caller(Context context) {
    return Entrance.of(context.req()).caller();
  }

  /// Where somebody wanted to go: a page of this server, nothing else.
  private static String onward(String asked) {
    boolean ours = asked.startsWith("/") && !asked.startsWith("//") && asked.length() < LONGEST
        && asked.chars().allMatch(unit -> unit > ' ' && unit != '\\' && unit != 0x7f);
    return ours ? asked : "/";
  }

  private void form(Context context) {
    String to = onward(Objects.requireNonNullElse(context.queryParam("to"), "/"));
    if (caller(context).session().isPresent()) {
      context.redirect(to, HttpStatus.SEE_OTHER);
    } else {
      show(context, to, "", "");
    }
  }

  private void show(Context context, String to, String name, String trouble) {
    Frame frame = new Frame("Log in", "/login", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
        List.of(), 0, answers.stylePath());
    context.header("Cache-Control", "no-store");
    answers.page(context, "login.jte", frame, Map.of("to", to, "name", name, "trouble", trouble, "service",
        entrance.door().openId().map(OpenId::label)));
  }

  private static String typed(Context context, String slot) {
    return Objects.requireNonNullElse(context.formParam(slot), "");
  }

  private void logIn(Context context) {
    OwnPages.only(context);
    String to = onward(typed(context, "to"));
    String name = typed(context, "name").strip();
    switch (access.logIn(name, typed(context, "password"), caller(context).address())) {
      case Access.Outcome.In(Account account) -> {
        begin(context, account, "password");
        context.redirect(to, HttpStatus.SEE_OTHER);
      }
      case Access.Outcome.Refused() -> {
        context.status(HttpStatus.UNAUTHORIZED);
        refuse(context, to, name, "LOG_IN_REFUSED", "Name and password do not fit.");
      }
      case Access.Outcome.Throttled(int seconds) -> {
        context.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", Integer.toString(seconds));
        refuse(context, to, name, "LOG_IN_THROTTLED", "Too many tries. The next one may come in "
            + (seconds < 120 ? seconds + " seconds." : (seconds + 59) / 60 + " minutes."));
      }
    }
  }

  private void refuse(Context context, String to, String name, String code, String words) {
    if (Asked.wantsJson(context)) {
      answers.problem(context, context.statusCode(), code, words);
    } else {
      show(context, to, name.substring(0, Math.min(name.length(), 64)), words);
    }
  }

  /// A session under a new secret; one that the browser had before ends.
  private void begin(Context context, Account account, String way) {
    Caller caller = caller(context);
    caller.session().ifPresent(before -> access.sessions().end(before.id(), before.account(),
        new By(account.name(), caller.address()), "logged-out"));
    Sessions.Begun begun = access.begin(account, caller.address(),
        Objects.requireNonNullElse(context.userAgent(), ""), way);
    context.cookie(cookie(entrance.cookie(), begun.secret(), -1));
  }

  private Cookie cookie(String name, String value, int seconds) {
    Cookie cookie = new Cookie(name, value, "/", seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(entrance.door().secure());
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }

  private void logOut(Context context) {
    caller(context).session().ifPresent(session -> access.sessions().end(session.id(), session.account(),
        new By(caller(context).account().orElse(""), caller(context).address()), "logged-out"));
    context.cookie(cookie(entrance.cookie(), "", 0));
    context.header("Clear-Site-Data", "\"cache\", \"storage\"");
    context.redirect("/login", HttpStatus.SEE_OTHER);
  }

  private String waiting() {
    return entrance.cookie() + "-oidc";
  }

  private OpenId service() {
    return entrance.door().openId().orElseThrow();
  }

  private void sendAway(Context context) {
    String origin = entrance.door().known().map(Object::toString).map(text -> text.replaceFirst("/+$", ""))
        .orElseGet(() -> Entrance.of(context.req()).origin());
    OpenId.Sent sent = service().begin(URI.create(origin + BACK),
        onward(Objects.requireNonNullElse(context.queryParam("to"), "/")));
    context.cookie(cookie(waiting(), sent.browser(), TEN_MINUTES));
    context.header("Cache-Control", "no-store");
    context.redirect(sent.to().toString(), HttpStatus.SEE_OTHER);
  }

  private void welcomeBack(Context context) {
    String origin = Entrance.of(context.req()).origin();
    URI returned =
        URI.create(origin + BACK + "?" + Objects.requireNonNullElse(context.req().getQueryString(), ""));
    OpenId.Known known = service().end(returned, Entrance.cookie(context.req(), waiting()).orElse(""));
    context.cookie(cookie(waiting(), "", 0));
    Optional<Account> account = access.accounts().withSubject(known.subject())
        .or(() -> known.mail().filter(mail -> mail.contains("@")).flatMap(access.accounts()::withSubject))
        .filter(one -> !one.disabled());
    if (account.isEmpty()) {
      access.unknownSubject(known.subject(), caller(context).address());
      throw new OwnPages.Refused("ACCOUNT_MISSING", "there is no account for you here; an administrator makes one,"
          + " with the subject " + known.subject());
    }
    begin(context, account.get(), service().label());
    context.redirect(known.onward(), HttpStatus.SEE_OTHER);
  }
}
