package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.Account;
import org.tingbok.app.access.ApiToken;
import org.tingbok.app.access.Caller;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Role;
import org.tingbok.app.access.SecurityEvent;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.app.access.Session;
import org.tingbok.app.access.Tokens;
import org.tingbok.exchange.csv.ClaimTable;
import org.tingbok.exchange.names.Csv;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NotFoundException;

/// One's own account; and for administrators, everybody's, and what happened about them.
public final class AccountPages {
  private static final int SHOWN = 200;

  private final Access access;
  private final Answers answers;

  AccountPages(Access access, Answers answers) {
    this.access = access;
    this.answers = answers;
  }

  void route(Routes routes) {
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/account" + twin, Need.OWN, this::own);
      routes.get("/accounts" + twin, Need.ADMINISTER, this::all);
      routes.get("/audit" + twin, Need.ADMINISTER, this::audit);
    }
    routes.get("/audit/export", Need.ADMINISTER, this::export);
    routes.post("/account/password", Need.OWN, this::password);
    routes.post("/account/sessions/{key}/end", Need.OWN, this::endSession);
    routes.post("/account/tokens", Need.OWN, this::makeToken);
    routes.post("/account/tokens/{key}/revoke", Need.OWN, this::revokeToken);
    routes.post("/accounts", Need.ADMINISTER, this::add);
    routes.post("/accounts/{key}/role", Need.ADMINISTER, this::role);
    routes.post("/accounts/{key}/standing", Need.ADMINISTER, this::standing);
  }

  private static Caller caller(Context context) {
    return Entrance.of(context.req()).caller();
  }

  private static By by(Context context) {
    return new By(name(context), caller(context).address());
  }

  private static String name(Context context) {
    return caller(context).account().orElseThrow();
  }

  private Account account(Context context) {
    return access.accounts().find(name(context)).orElseThrow();
  }

  private static String typed(Context context, String slot) {
    return Objects.requireNonNullElse(context.formParam(slot), "");
  }

  private Frame frame(String title, String path) {
    return new Frame(title, path, "accounts", Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
        List.of(), 0, answers.stylePath());
  }

  /// One's own account, as programs get it.
  ///
  /// @param name as it stands on what was recorded
  /// @param role what it may
  /// @param ceiling up to which marking it sees the ledger
  /// @param password whether it has one
  /// @param sessions that are not over
  /// @param tokens also those that count no longer
  public record Own(String name, String role, String ceiling, boolean password, List<SessionCard> sessions,
      List<TokenCard> tokens) {
    /// Copies the lists.
    public Own {
      sessions = List.copyOf(sessions);
      tokens = List.copyOf(tokens);
    }
  }

  /// A session.
  ///
  /// @param id by which it is ended
  /// @param agent what the browser calls itself
  /// @param address where it was begun from
  /// @param made when
  /// @param seen when it was last used
  /// @param here whether it is this one
  public record SessionCard(String id, String agent, String address, String made, String seen, boolean here) {
  }

  /// A token.
  ///
  /// @param id by which it is taken back
  /// @param label what it is for
  /// @param scopes what it may
  /// @param made when
  /// @param expires when it is over
  /// @param used when it was last used; empty if it never was
  /// @param state `holds`, `revoked` or `expired`
  public record TokenCard(String id, String label, List<String> scopes, String made, String expires,
      Optional<String> used, String state) {
    /// Copies the list.
    public TokenCard {
      scopes = List.copyOf(scopes);
    }

    static TokenCard of(ApiToken token, java.time.Instant now) {
      return new TokenCard(token.id(), token.label(), token.scopes().stream().map(Right::code).toList(),
          token.made().toString(), token.expires().toString(), token.used().map(Object::toString),
          token.revoked().isPresent() ? "revoked" : token.holds(now) ? "holds" : "expired");
    }
  }

  private void own(Context context) {
    show(context, Optional.empty());
  }

  private void show(Context context, Optional<String> secret) {
    Caller caller = caller(context);
    Account account = account(context);
    String here = caller.session().map(Session::id).orElse("");
    Own cards = new Own(account.name(), account.role().code(), caller.ceiling().code(), account.password(),
        access.sessions().of(account.name()).stream().map(one -> new SessionCard(one.id(), one.agent(), one.address(),
            one.made().toString(), one.seen().toString(), one.id().equals(here))).toList(),
        access.tokens().all(Optional.of(account.name())).stream().map(one -> TokenCard.of(one, access.now()))
            .toList());
    answers.answer(context, Asked.of(context), "account.jte", frame(account.name(), "/account"), cards,
        Map.of("account", cards, "secret", secret, "aged", aged(caller), "rights",
            account.role().rights().stream().sorted().map(Right::code).toList()));
  }

  /// Whether whoever asks has to show again who they are before something grave.
  private boolean aged(Caller caller) {
    return caller.session().filter(access::fresh).isEmpty();
  }

  /// Lets on only those who type the password of the account.
  private void typedAgain(Context context, Account account) {
    if (!(access.logIn(account.name(), typed(context, "before"),
        caller(context).address()) instanceof Access.Outcome.In)) {
      throw new OwnPages.Refused("LOG_IN_REFUSED", "that is not your password so far, or too many were tried");
    }
  }

  private void password(Context context) {
    Account account = account(context);
    if (!typed(context, "password").equals(typed(context, "again"))) {
      throw new BadInputException("PASSWORD_UNFIT", "the new password was typed in two ways; type it again");
    }
    typedAgain(context, account);
    access.accounts().password(account.name(), typed(context, "password"), by(context));
    context.redirect("/login?to=/account", HttpStatus.SEE_OTHER);
  }

  private void endSession(Context context) {
    access.sessions().end(context.pathParam("key"), name(context), by(context), "session-ended");
    context.redirect("/account", HttpStatus.SEE_OTHER);
  }

  /// A token outlives the session that made it: whoever sits down at somebody else's browser gets none.
  private void makeToken(Context context) {
    Account account = account(context);
    if (aged(caller(context))) {
      if (!account.password()) {
        throw new OwnPages.Refused("LOG_IN_AGED",
            "you logged in more than " + Access.FRESH.toMinutes()
                + " minutes ago; log out and in again, then make the token");
      }
      typedAgain(context, account);
    }
    Set<Right> scopes = EnumSet.noneOf(Right.class);
    context.formParams("scope").forEach(word -> scopes.add(Coded.require(Right.class, word)));
    String days = typed(context, "days").strip();
    if (!days.matches("\\d{1,3}")) {
      throw new BadInputException("TOKEN_UNFIT", "'" + days + "' days: give a number from 1 to 366");
    }
    Tokens.Made made = access.tokens().create(account.name(), typed(context, "label"), scopes,
        Duration.ofDays(Integer.parseInt(days)), by(context));
    context.status(HttpStatus.CREATED);
    show(context, Optional.of(made.secret()));
  }

  private void revokeToken(Context context) {
    access.tokens().revoke(context.pathParam("key"), Optional.of(name(context)), by(context));
    context.redirect("/account", HttpStatus.SEE_OTHER);
  }

  /// Accounts, as programs get them.
  record All(List<Row> accounts, Map<String, String> ceilings) {
  }

  /// An account, as an administrator sees it.
  ///
  /// @param name as it stands on what was recorded
  /// @param role what it may
  /// @param disabled whether it may nothing
  /// @param ways how it gets in
  /// @param sessions how many are not over
  /// @param tokens how many count
  /// @param made when it was made
  public record Row(String name, String role, boolean disabled, List<String> ways, int sessions, int tokens,
      String made) {
    /// Copies the list.
    public Row {
      ways = List.copyOf(ways);
    }
  }

  private void all(Context context) {
    List<Row> rows = new ArrayList<>();
    for (Account one : access.accounts().all()) {
      List<String> ways = Stream.concat(Stream.of("password").filter(_ -> one.password()),
          one.subject().stream().map(subject -> "log-in service, " + subject)).toList();
      int tokens = (int) access.tokens().all(Optional.of(one.name())).stream()
          .filter(token -> token.holds(access.now())).count();
      rows.add(new Row(one.name(), one.role().code(), one.disabled(), ways, access.sessions().of(one.name()).size(),
          tokens, one.made().toString()));
    }
    Map<String, String> ceilings = new java.util.LinkedHashMap<>();
    access.accounts().ceilings().forEach((role, tlp) -> ceilings.put(role.code(), tlp.code()));
    answers.answer(context, Asked.of(context), "accounts.jte", frame("Accounts", "/accounts"), new All(rows, ceilings),
        Map.of("accounts", rows, "ceilings", ceilings, "roles", Stream.of(Role.values()).map(Role::code).toList()));
  }

  private void add(Context context) {
    Optional<String> password = Optional.of(typed(context, "password")).filter(text -> !text.isEmpty());
    Optional<String> subject = Optional.of(typed(context, "subject").strip()).filter(text -> !text.isEmpty());
    access.accounts().add(typed(context, "name"), role(typed(context, "role")), password, subject, by(context));
    context.redirect("/accounts", HttpStatus.SEE_OTHER);
  }

  private static Role role(String word) {
    return Coded.require(Role.class, word);
  }

  private String known(Context context) {
    return access.accounts().find(context.pathParam("key")).map(Account::name).orElseThrow(
        () -> new NotFoundException("ACCOUNT_UNKNOWN", "there is no account of that name"));
  }

  private void role(Context context) {
    access.accounts().role(known(context), role(typed(context, "role")), by(context));
    context.redirect("/accounts", HttpStatus.SEE_OTHER);
  }

  private void standing(Context context) {
    access.accounts().disable(known(context), typed(context, "disabled").equals("yes"), by(context));
    context.redirect("/accounts", HttpStatus.SEE_OTHER);
  }

  /// What happened, as programs get it.
  record Audit(List<SecurityEvent> events) {
  }

  private void audit(Context context) {
    long before = Asked.one(context, "before").filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong)
        .orElse(Long.MAX_VALUE);
    List<SecurityEvent> events = access.log().last(before, SHOWN);
    answers.answer(context, Asked.of(context), "audit.jte", frame("What happened about access", "/audit"),
        new Audit(events), Map.of("events", events, "more", events.size() == SHOWN));
  }

  private void export(Context context) {
    StringBuilder table = new StringBuilder(
        Csv.line(List.of("seq", "at", "kind", "account", "by", "address", "detail"), ','));
    for (SecurityEvent one : access.log().last(Long.MAX_VALUE, Integer.MAX_VALUE)) {
      table.append(Csv.line(Stream.of(Long.toString(one.seq()), one.at().toString(), one.kind(), one.account(),
          one.by(), one.address(), one.detail()).map(ClaimTable::guarded).toList(), ','));
    }
    context.contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"tingbok-audit.csv\"").result(table.toString());
  }
}
