package org.tingbok.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NotFoundException;

/// The tokens of programs. Safe for use by several threads and processes.
public final class Tokens {
  /// How long a token counts if nothing else is said.
  public static final Duration USUAL = Duration.ofDays(90);
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration NOTED = Duration.ofMinutes(1);
  private static final int LONGEST_LABEL = 80;

  private final AccessFile file;
  private final Accounts accounts;
  private final SecurityLog log;

  Tokens(AccessFile file, Accounts accounts, SecurityLog log) {
    this.file = file;
    this.accounts = accounts;
    this.log = log;
  }

  /// A token that was just made.
  ///
  /// @param token what is known of it from now on
  /// @param secret the token itself, told this once
  public record Made(ApiToken token, String secret) {
  }

  private static ApiToken of(ResultSet row) throws SQLException {
    Set<Right> scopes = EnumSet.noneOf(Right.class);
    Stream.of(row.getString("scopes").split(" ", -1)).map(word -> Coded.require(Right.class, word))
        .forEach(scopes::add);
    return new ApiToken(row.getString("id"), row.getString("account"), row.getString("label"), scopes,
        AccessFile.moment(row, "made"), AccessFile.moment(row, "expires"), AccessFile.perhaps(row, "revoked"),
        AccessFile.perhaps(row, "used"));
  }

  /// Makes a token.
  ///
  /// @param account whose it is to be
  /// @param label what it is for
  /// @param scopes what it may, as far as the account may
  /// @param life how long it counts
  /// @param by who makes it
  /// @return the token
  /// @throws NotFoundException `ACCOUNT_UNKNOWN`
  /// @throws BadInputException `TOKEN_UNFIT` with the reason
  public Made create(String account, String label, Set<Right> scopes, Duration life, By by) {
    Account owner = accounts.find(account).orElseThrow(() -> new NotFoundException("ACCOUNT_UNKNOWN",
        "there is no account '" + account + "'; 'tingbok account list' tells those there are"));
    String reason = label.isBlank() || label.length() > LONGEST_LABEL
        ? "a token needs a word of up to " + LONGEST_LABEL + " characters on what it is for"
        : scopes.isEmpty() || !owner.role().rights().containsAll(scopes)
            ? "its scopes have to be among what the account may: " + words(owner.role().rights())
            : life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0
                ? "a token counts from a moment up to " + LONGEST.toDays() + " days"
                : "";
    if (!reason.isEmpty()) {
      throw new BadInputException("TOKEN_UNFIT", reason);
    }
    String secret = ApiToken.PREFIX + Secrets.fresh();
    String id = Secrets.handle();
    Instant now = file.now();
    return file.whole(() -> {
      file.change("INSERT INTO token VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)", id, Secrets.digest(secret),
          Accounts.key(owner.name()), label.strip(), words(scopes), now, now.plus(life));
      log.add("token-made", owner.name(), by, id + " (" + words(scopes) + ") for " + label.strip());
      return new Made(find(id).orElseThrow(), secret);
    });
  }

  private static String words(Set<Right> scopes) {
    return scopes.stream().sorted().map(Right::code).collect(Collectors.joining(" "));
  }

  private Optional<ApiToken> find(String id) {
    return file.row("SELECT * FROM token WHERE id = ?", Tokens::of, id);
  }

  /// Tokens.
  ///
  /// @param account whose; empty for all
  /// @return the last made first, also those that count no longer
  public List<ApiToken> all(Optional<String> account) {
    return file.rows("SELECT * FROM token ORDER BY made DESC, id", Tokens::of).stream()
        .filter(token -> account.filter(name -> !Accounts.key(name).equals(token.account())).isEmpty()).toList();
  }

  /// Takes a token back.
  ///
  /// @param id the token
  /// @param account whose it has to be; empty for anybody's
  /// @param by who does it
  /// @throws NotFoundException `TOKEN_UNKNOWN`
  public void revoke(String id, Optional<String> account, By by) {
    ApiToken token = find(id)
        .filter(one -> account.filter(name -> !Accounts.key(name).equals(one.account())).isEmpty())
        .orElseThrow(() -> new NotFoundException("TOKEN_UNKNOWN",
            "there is no token '" + id + "'; 'tingbok token list' tells those there are"));
    if (file.change("UPDATE token SET revoked = ? WHERE id = ? AND revoked IS NULL", file.now(), id) > 0) {
      log.add("token-revoked", token.account(), by, id);
    }
  }

  /// Whose a token is.
  ///
  /// @param secret the token itself
  /// @return empty if it does not count
  Optional<ApiToken> holding(String secret) {
    Instant now = file.now();
    Optional<ApiToken> found = secret.startsWith(ApiToken.PREFIX)
        ? file.row("SELECT * FROM token WHERE digest = ?", Tokens::of, Secrets.digest(secret)).filter(
            token -> token.holds(now))
        : Optional.empty();
    found.filter(token -> token.used().filter(used -> used.plus(NOTED).isAfter(now)).isEmpty())
        .ifPresent(token -> file.change("UPDATE token SET used = ? WHERE id = ?", now, token.id()));
    return found;
  }
}
