package org.tingbok.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.Tlp;

/// The accounts. An account is never deleted, since its name stands on what was recorded: it is disabled. Whatever is changed is told
/// in the [SecurityLog] and ends the sessions of the account. Safe for use by several threads and processes.
public final class Accounts {
  /// Names that stand on entries and in addresses.
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@ -]{0,62}[\\p{L}\\p{N}]|\\p{L}");
  /// Up to where roles see the ledger if nobody said otherwise: whoever reads sees what may go round the community.
  private static final Map<Role, Tlp> CEILINGS =
      Map.of(Role.READER, Tlp.GREEN, Role.ANALYST, Tlp.RED, Role.ADMINISTRATOR, Tlp.RED);

  private final AccessFile file;
  private final SecurityLog log;

  Accounts(AccessFile file, SecurityLog log) {
    this.file = file;
    this.log = log;
  }

  /// An account with what is kept of its password; empty text if it has none.
  record Kept(Account account, String password) {
    static Kept of(ResultSet row) throws SQLException {
      String password = row.getString("password");
      return new Kept(new Account(row.getString("name"), Coded.require(Role.class, row.getString("role")),
          row.getInt("disabled") != 0, !password.isEmpty(), Optional.ofNullable(row.getString("subject")),
          AccessFile.moment(row, "made"), row.getInt("generation")), password);
    }
  }

  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// All of them.
  ///
  /// @return by name
  public List<Account> all() {
    return file.rows("SELECT * FROM account ORDER BY key", row -> Kept.of(row).account());
  }

  /// Whether there is one that may log in.
  ///
  /// @return false if nobody could get in
  public boolean any() {
    return all().stream().anyMatch(account -> !account.disabled());
  }

  /// Finds an account.
  ///
  /// @param name in any case
  /// @return empty if there is none
  public Optional<Account> find(String name) {
    return kept(name).map(Kept::account);
  }

  Optional<Kept> kept(String name) {
    return file.row("SELECT * FROM account WHERE key = ?", Kept::of, key(name));
  }

  /// The account of somebody whom a log-in service knows.
  ///
  /// @param subject its `sub`, or a verified address of mail
  /// @return empty if none has it
  public Optional<Account> withSubject(String subject) {
    return file.row("SELECT * FROM account WHERE subject = ?", row -> Kept.of(row).account(), subject);
  }

  private Kept there(String name) {
    return kept(name).orElseThrow(() -> new NotFoundException("ACCOUNT_UNKNOWN",
        "there is no account '" + name + "'; 'tingbok account list' tells those there are"));
  }

  /// Makes an account.
  ///
  /// @param name as it is to stand on what they record
  /// @param role what they may
  /// @param password to log in with; empty if they come by a log-in service only
  /// @param subject whom a log-in service knows them as; empty if they do not come that way
  /// @param by who makes it
  /// @return the account
  /// @throws BadInputException `ACCOUNT_UNFIT` or `PASSWORD_UNFIT` with the reason, `ACCOUNT_KNOWN` if there is one
  public Account add(String name, Role role, Optional<String> password, Optional<String> subject, By by) {
    String plain = name.strip();
    if (!NAME.matcher(plain).matches()) {
      throw new BadInputException("ACCOUNT_UNFIT", "'" + name + "' is no name of an account; take up to 64 letters,"
          + " digits, dots, hyphens, underscores, @ and single blanks, with a letter or digit at both ends");
    }
    if (password.isEmpty() && subject.isEmpty()) {
      throw new BadInputException("ACCOUNT_UNFIT", "an account needs a password, or --subject for a log-in service");
    }
    password.ifPresent(typed -> Passwords.check(plain, typed));
    String kept = password.map(Passwords::kept).orElse("");
    return file.whole(() -> {
      if (find(plain).isPresent() || subject.flatMap(this::withSubject).isPresent()) {
        throw new BadInputException("ACCOUNT_KNOWN", "there is an account '" + plain
            + "', or one with that subject; names differ by more than capitals");
      }
      file.change("INSERT INTO account VALUES (?, ?, ?, 0, ?, ?, ?, 0)", key(plain), plain, role.code(), kept, subject,
          file.now());
      log.add("account-added", plain, by, role.code());
      return there(plain).account();
    });
  }

  /// Gives an account another role.
  ///
  /// @param name the account
  /// @param role what they may from now on
  /// @param by who does it
  /// @throws NotFoundException `ACCOUNT_UNKNOWN`
  /// @throws BadInputException `ADMINISTRATOR_LAST` if nobody could administer afterwards
  public void role(String name, Role role, By by) {
    change(name, "role-changed", by, account -> {
      file.change("UPDATE account SET role = ? WHERE key = ?", role.code(), key(name));
      return account.role().code() + " -> " + role.code();
    });
  }

  /// Sets a password.
  ///
  /// @param name the account
  /// @param password as typed
  /// @param by who does it
  /// @throws NotFoundException `ACCOUNT_UNKNOWN`
  /// @throws BadInputException `PASSWORD_UNFIT` with the reason
  public void password(String name, String password, By by) {
    Passwords.check(there(name).account().name(), password);
    String kept = Passwords.kept(password);
    change(name, "password-changed", by, _ -> {
      file.change("UPDATE account SET password = ? WHERE key = ?", kept, key(name));
      return "";
    });
  }

  /// Takes all rights from an account, or gives them back.
  ///
  /// @param name the account
  /// @param disabled whether it may nothing from now on
  /// @param by who does it
  /// @throws NotFoundException `ACCOUNT_UNKNOWN`
  /// @throws BadInputException `ADMINISTRATOR_LAST` if nobody could administer afterwards
  public void disable(String name, boolean disabled, By by) {
    change(name, disabled ? "account-disabled" : "account-enabled", by, _ -> {
      file.change("UPDATE account SET disabled = ? WHERE key = ?", disabled ? 1 : 0, key(name));
      return "";
    });
  }

  /// Makes a change that ends the sessions of the account.
  private void change(String name, String kind, By by, java.util.function.Function<Account, String> change) {
    file.whole(() -> {
      Account before = there(name).account();
      long administrators = administrators();
      String detail = change.apply(before);
      if (administrators > 0 && administrators() == 0) {
        throw new BadInputException("ADMINISTRATOR_LAST", "'" + before.name()
            + "' is the last administrator; make another one first");
      }
      file.change("UPDATE account SET generation = generation + 1 WHERE key = ?", key(name));
      file.change("DELETE FROM session WHERE account = ?", key(name));
      log.add(kind, before.name(), by, detail);
      return true;
    });
  }

  private long administrators() {
    return all().stream().filter(account -> account.role() == Role.ADMINISTRATOR && !account.disabled()).count();
  }

  /// Up to which marking each role sees the ledger.
  ///
  /// @return one for each role
  public Map<Role, Tlp> ceilings() {
    Map<Role, Tlp> all = new EnumMap<>(CEILINGS);
    file.rows("SELECT role, tlp FROM ceiling", row -> Map.entry(Coded.require(Role.class, row.getString("role")),
        Coded.require(Tlp.class, row.getString("tlp")))).forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  /// Says up to which marking a role sees the ledger; below `red` it records nothing.
  ///
  /// @param role the role
  /// @param ceiling the narrowest marking that it sees
  /// @param by who does it
  public void ceiling(Role role, Tlp ceiling, By by) {
    file.whole(() -> {
      Tlp before = ceilings().getOrDefault(role, Tlp.CLEAR);
      file.change("INSERT INTO ceiling VALUES (?, ?) ON CONFLICT (role) DO UPDATE SET tlp = excluded.tlp", role.code(),
          ceiling.code());
      log.add("ceiling-changed", "", by, role.code() + ": " + before.code() + " -> " + ceiling.code());
      return true;
    });
  }
}
