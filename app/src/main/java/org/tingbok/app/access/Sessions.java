package org.tingbok.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.access.SecurityLog.By;

/// The sessions of browsers, kept beside the ledger so that they outlive a restart and end in every process at once. Safe for use by
/// several threads and processes.
public final class Sessions {
  /// After so long without a request a session is over (ASVS 3.3.2 asks for 30 minutes to 12 hours by level; a working morning).
  public static final Duration IDLE = Duration.ofHours(2);
  /// After so long it is over whatever happens: a working day.
  public static final Duration WHOLE = Duration.ofHours(12);
  private static final Duration NOTED = Duration.ofMinutes(1);
  private static final int MOST = 20;
  private static final int LONGEST_AGENT = 160;

  private final AccessFile file;
  private final SecurityLog log;

  Sessions(AccessFile file, SecurityLog log) {
    this.file = file;
    this.log = log;
  }

  /// A session that was just begun.
  ///
  /// @param session what is known of it
  /// @param secret what the browser's cookie holds
  public record Begun(Session session, String secret) {
  }

  private static Session of(ResultSet row) throws SQLException {
    return new Session(row.getString("id"), row.getString("account"), row.getString("csrf"),
        AccessFile.moment(row, "made"), AccessFile.moment(row, "seen"), row.getString("address"),
        row.getString("agent"));
  }

  /// Begins a session, under a secret that nobody had before. The oldest ends where an account has very many.
  ///
  /// @param account whose
  /// @param address where from
  /// @param agent what the browser calls itself
  /// @return the session
  Begun begin(Account account, String address, String agent) {
    String secret = Secrets.fresh();
    Instant now = file.now();
    String plain = agent.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    Session session = new Session(Secrets.handle(), Accounts.key(account.name()), Secrets.fresh(), now, now, address,
        plain.substring(0, Math.min(plain.length(), LONGEST_AGENT)));
    file.whole(() -> {
      file.change("DELETE FROM session WHERE seen < ? OR made < ?", now.minus(IDLE), now.minus(WHOLE));
      file.change("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", Secrets.digest(secret), session.id(),
          session.account(), account.generation(), session.csrf(), now, now, address, session.agent());
      file.change("DELETE FROM session WHERE account = ? AND id NOT IN (SELECT id FROM session WHERE account = ?"
          + " ORDER BY made DESC, rowid DESC LIMIT " + MOST + ")", session.account(), session.account());
      return true;
    });
    return new Begun(session, secret);
  }

  /// The session that a cookie is of.
  ///
  /// @param secret what the cookie holds
  /// @param account tells the account of a session as it is now
  /// @return empty if it is over, or its account was changed since
  Optional<Session> holding(String secret, java.util.function.Function<String, Optional<Account>> account) {
    if (secret.length() > 100) {
      return Optional.empty();
    }
    Instant now = file.now();
    Optional<Session> found = file.row("SELECT * FROM session WHERE digest = ? AND seen >= ? AND made >= ?", row -> {
      int generation = row.getInt("generation");
      Session session = of(row);
      return account.apply(session.account()).filter(one -> one.generation() == generation && !one.disabled())
          .map(_ -> session);
    }, Secrets.digest(secret), now.minus(IDLE), now.minus(WHOLE)).flatMap(one -> one);
    found.filter(session -> session.seen().plus(NOTED).isBefore(now))
        .ifPresent(session -> file.change("UPDATE session SET seen = ? WHERE id = ?", now, session.id()));
    return found;
  }

  /// The sessions of an account that are not over.
  ///
  /// @param account whose
  /// @return the last used first
  public List<Session> of(String account) {
    Instant now = file.now();
    return file.rows("SELECT * FROM session WHERE account = ? AND seen >= ? AND made >= ? ORDER BY seen DESC, id",
        Sessions::of, Accounts.key(account), now.minus(IDLE), now.minus(WHOLE));
  }

  /// Ends a session; ending one that is over changes nothing.
  ///
  /// @param id the session
  /// @param account whose it has to be
  /// @param by who does it
  /// @param kind `logged-out`, or `session-ended` if from elsewhere
  public void end(String id, String account, By by, String kind) {
    if (file.change("DELETE FROM session WHERE id = ? AND account = ?", id, Accounts.key(account)) > 0) {
      log.add(kind, account, by, id);
    }
  }
}
