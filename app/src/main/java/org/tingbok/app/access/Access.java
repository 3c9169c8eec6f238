package org.tingbok.app.access;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.app.beside.Beside;
import org.tingbok.vocabulary.Tlp;

/// Lets in who may come in: by a password, a token, a cookie, or the word of a log-in service. Safe for use by several threads.
///
/// A password is tried against three buckets at once: of the account from one address (5 at first, then one in two minutes), of the
/// address (30, then one in 20 seconds) and of the account from anywhere (60 an hour; ASVS 2.2.1 allows a hundred). So nobody
/// guesses, and nobody keeps another out for good. A name that there is no account of is treated alike, and takes as long.
public final class Access implements AutoCloseable {
  /// For so long after logging in nobody is asked for their password again before what is grave (ASVS 3.7.1).
  public static final Duration FRESH = Duration.ofMinutes(10);
  private static final int REMEMBERED = 1000;

  private final AccessFile file;
  private final SecurityLog log;
  private final Accounts accounts;
  private final Tokens tokens;
  private final Sessions sessions;
  private final Rates pairs;
  private final Rates addresses;
  private final Rates names;
  private final Rates told;
  /// Digests of names with passwords that let somebody in before, for programs that send them with every request.
  private final Map<String, Remembered> remembered = new LinkedHashMap<>(64, 0.75f, true);
  private final String pepper = Secrets.fresh();

  private record Remembered(String account, int generation) {
  }

  private Access(AccessFile file, LongSupplier nanos) {
    this.file = file;
    this.log = new SecurityLog(file);
    this.accounts = new Accounts(file, log);
    this.tokens = new Tokens(file, accounts, log);
    this.sessions = new Sessions(file, log);
    this.pairs = new Rates(5, Duration.ofMinutes(10), nanos);
    this.addresses = new Rates(30, Duration.ofMinutes(10), nanos);
    this.names = new Rates(60, Duration.ofHours(1), nanos);
    this.told = new Rates(20, Duration.ofMinutes(10), nanos);
  }

  /// Opens what is kept beside a ledger, and makes it where there is nothing.
  ///
  /// @param beside where
  /// @param clock tells the time
  /// @return open
  /// @throws org.tingbok.vocabulary.UnavailableException `ACCESS_UNUSABLE`
  public static Access open(Beside beside, Clock clock) {
    return open(beside, clock, System::nanoTime);
  }

  /// The same with another clock for what may be tried how often.
  ///
  /// @param beside where
  /// @param clock tells the time
  /// @param nanos only goes forward, in nanoseconds
  /// @return open
  public static Access open(Beside beside, Clock clock, LongSupplier nanos) {
    return new Access(AccessFile.open(beside, clock), nanos);
  }

  /// The accounts.
  ///
  /// @return as they are now, whenever asked
  public Accounts accounts() {
    return accounts;
  }

  /// The tokens of programs.
  ///
  /// @return as they are now, whenever asked
  public Tokens tokens() {
    return tokens;
  }

  /// The sessions of browsers.
  ///
  /// @return as they are now, whenever asked
  public Sessions sessions() {
    return sessions;
  }

  /// What happened.
  ///
  /// @return as it is now, whenever asked
  public SecurityLog log() {
    return log;
  }

  /// The time by which tokens and sessions are over.
  ///
  /// @return now
  public java.time.Instant now() {
    return file.now();
  }

  /// What comes of trying to log in.
  public sealed interface Outcome {
    /// Somebody is in.
    ///
    /// @param account who
    record In(Account account) implements Outcome {
    }

    /// Name and password do not fit; nothing tells which.
    record Refused() implements Outcome {
    }

    /// Too many tries.
    ///
    /// @param seconds after which the next may come
    record Throttled(int seconds) implements Outcome {
    }
  }

  /// Tries a password.
  ///
  /// @param name of the account
  /// @param password as typed
  /// @param address where from
  /// @return what comes of it
  public Outcome logIn(String name, String password, String address) {
    String network = Caller.network(address);
    String key = Accounts.key(name.substring(0, Math.min(name.length(), 64)));
    String pair = network + " " + key;
    int pause = 0;
    Map<Rates, String> buckets = Map.of(pairs, pair, addresses, network, names, key);
    Set<Rates> taken = new java.util.HashSet<>();
    for (Map.Entry<Rates, String> bucket : buckets.entrySet()) {
      Rates.Left left = bucket.getKey().take(bucket.getValue());
      if (left.taken()) {
        taken.add(bucket.getKey());
      } else {
        pause = Math.max(pause, left.pause());
      }
    }
    if (pause > 0) {
      taken.forEach(rates -> rates.giveBack(buckets.getOrDefault(rates, "")));
      note("log-in-throttled", key, new By("nobody", address), "");
      return new Outcome.Throttled(pause);
    }
    Optional<Accounts.Kept> kept = accounts.kept(name);
    boolean fits = Passwords.fits(kept.filter(one -> !one.account().disabled()).map(Accounts.Kept::password).orElse(""),
        password);
    if (!fits) {
      note("log-in-refused", kept.map(one -> one.account().name()).orElse(""), new By("nobody", address),
          kept.isEmpty() ? "no account of that name" : kept.get().account().disabled() ? "disabled" : "");
      return new Outcome.Refused();
    }
    buckets.forEach(Rates::giveBack);
    return new Outcome.In(kept.orElseThrow().account());
  }

  /// Notes what anybody can make happen as often as they like, but not as often as they like.
  private void note(String kind, String account, By by, String detail) {
    if (told.take(kind + " " + Caller.network(by.address())).taken()) {
      log.add(kind, account, by, detail);
    }
  }

  /// Notes that a log-in service sent somebody who is not let in.
  ///
  /// @param subject whom it knows them as
  /// @param address where from
  public void unknownSubject(String subject, String address) {
    note("log-in-refused", "", new By("nobody", address), "no account with the subject " + subject);
  }

  /// Begins a session for somebody who showed who they are.
  ///
  /// @param account who
  /// @param address where from
  /// @param agent what the browser calls itself
  /// @param way `password` or the name of a log-in service
  /// @return the session
  public Sessions.Begun begin(Account account, String address, String agent, String way) {
    Sessions.Begun begun = sessions.begin(account, address, agent);
    log.add("logged-in", account.name(), new By(account.name(), address), way + ", session " + begun.session().id());
    return begun;
  }

  /// Whether somebody logged in so lately that they need not show again who they are.
  ///
  /// @param session theirs
  /// @return true for [#FRESH] after it began
  public boolean fresh(Session session) {
    return session.made().plus(FRESH).isAfter(now());
  }

  /// Who comes with a cookie.
  ///
  /// @param secret what it holds
  /// @param address where from
  /// @return empty if it is of no session
  public Optional<Caller> byCookie(String secret, String address) {
    return sessions.holding(secret, accounts::find).flatMap(session -> accounts.find(session.account())
        .map(account -> caller(account, account.role().rights(), Optional.of(session), address)));
  }

  /// Who comes with a token.
  ///
  /// @param secret the token
  /// @param address where from
  /// @return empty if it does not count
  public Optional<Caller> byToken(String secret, String address) {
    Optional<Caller> caller = tokens.holding(secret).flatMap(token -> accounts.find(token.account())
        .filter(account -> !account.disabled()).map(account -> {
          EnumSet<Right> rights = EnumSet.noneOf(Right.class);
          rights.addAll(account.role().rights());
          rights.retainAll(token.scopes());
          return caller(account, rights, Optional.empty(), address);
        }));
    if (caller.isEmpty()) {
      note("token-refused", "", new By("nobody", address), "");
    }
    return caller;
  }

  /// Who comes with a name and a password, or a name and a token, in every request.
  ///
  /// @param name of the account
  /// @param secret password or token
  /// @param address where from
  /// @return empty if they do not fit, or too many were tried
  public Optional<Caller> byPassword(String name, String secret, String address) {
    if (secret.startsWith(ApiToken.PREFIX)) {
      return byToken(secret, address)
          .filter(caller -> caller.account().filter(Accounts.key(name)::equalsIgnoreCase).isPresent());
    }
    String key = Secrets.digest(pepper + Accounts.key(name) + "\n" + secret);
    synchronized (remembered) {
      Remembered before = remembered.get(key);
      Optional<Account> known = before == null ? Optional.empty()
          : accounts.find(before.account).filter(one -> one.generation() == before.generation && !one.disabled());
      if (known.isPresent()) {
        return Optional.of(caller(known.get(), known.get().role().rights(), Optional.empty(), address));
      }
    }
    if (!(logIn(name, secret, address) instanceof Outcome.In(Account account))) {
      return Optional.empty();
    }
    synchronized (remembered) {
      remembered.put(key, new Remembered(account.name(), account.generation()));
      if (remembered.size() > REMEMBERED) {
        remembered.remove(remembered.keySet().iterator().next());
      }
    }
    return Optional.of(caller(account, account.role().rights(), Optional.empty(), address));
  }

  /// Who comes with a login of a file made by `taxii-login`: they read as a reader does.
  ///
  /// @param name as the file has it
  /// @param address where from
  /// @return who may read
  public Caller byFile(String name, String address) {
    return new Caller(Optional.of(name), Set.of(Right.READ), ceiling(Role.READER), Optional.empty(), address);
  }

  private Caller caller(Account account, Set<Right> rights, Optional<Session> session, String address) {
    return new Caller(Optional.of(account.name()), rights, ceiling(account.role()), session, address);
  }

  private Tlp ceiling(Role role) {
    return accounts.ceilings().getOrDefault(role, Tlp.CLEAR);
  }

  @Override
  public void close() {
    file.close();
  }
}
