package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts and tokens from the command line.
class AccountCommandTest {
  private static final String PASSWORD = "vier Moewen im Regenfass\n";

  @TempDir
  private Path folder = Path.of("");

  @Test
  void makesChangesAndListsAccounts() throws Exception {
    Shell shell = new Shell(folder).input(PASSWORD);
    assertThat(shell.run("account", "list").status()).isEqualTo(1);
    assertThat(shell.run("account", "add", "ida", "--role", "administrator").out())
        .isEqualTo("ida may log in, as administrator\n");
    assertThat(shell.run("account", "add", "Ida", "--role", "reader").errors()).singleElement().asString()
        .startsWith("ACCOUNT_KNOWN: ");
    assertThat(shell.run("account", "add", "ole", "--role", "reader", "--subject", "subject-7").status()).isZero();
    assertThat(shell.run("account", "role", "ole", "analyst").out()).isEqualTo("ole is analyst from now on\n");
    assertThat(shell.run("account", "role", "nobody", "analyst").errors()).singleElement().asString()
        .startsWith("ACCOUNT_UNKNOWN: ");
    assertThat(shell.run("account", "disable", "ida").errors()).singleElement().asString()
        .startsWith("ADMINISTRATOR_LAST: ");
    assertThat(shell.run("account", "disable", "ole").status()).isZero();
    assertThat(shell.run("account", "ceiling", "reader", "amber").out())
        .isEqualTo("readers see what is marked amber or wider\n");
    assertThat(shell.run("account", "list").out()).contains("ida", "administrator", "disabled",
        "readers see up to amber");
    assertThat(new Shell(folder).input("short\n").run("account", "password", "ida").errors()).singleElement()
        .asString().startsWith("PASSWORD_UNFIT: ");
    assertThat(shell.run("account", "log").out()).contains("account-added", "role-changed", "reader -> analyst",
        "by command line").doesNotContain("Moewen", "argon2");
    Path file = folder.resolve("tingbok.ledger-beside/access.db");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
  }

  @Test
  void makesTokensThatAreToldOnce() {
    Shell shell = new Shell(folder).input(PASSWORD);
    shell.run("account", "add", "ida", "--role", "analyst");
    Shell.Result made = shell.run("token", "create", "ida", "--label", "feeder", "--scope", "read,record");
    assertThat(made.out()).matches("tingbok_[A-Za-z0-9_-]{43}\n");
    assertThat(made.err()).contains("it is told this once");
    Shell.Result list = shell.run("token", "list");
    assertThat(list.out()).contains("ida", "read record", "feeder").doesNotContain(made.out().strip());
    assertThat(shell.run("token", "create", "ida", "--label", "x", "--scope", "administer").errors()).singleElement()
        .asString().startsWith("TOKEN_UNFIT: ");
    assertThat(shell.run("token", "create", "ida", "--label", "x", "--days", "400").errors()).singleElement()
        .asString().startsWith("TOKEN_UNFIT: ");
    String id = list.out().substring(0, 8);
    assertThat(shell.run("token", "revoke", id).status()).isZero();
    assertThat(shell.run("token", "list").out()).contains("taken back");
    assertThat(shell.run("token", "revoke", "nothing0").errors()).singleElement().asString()
        .startsWith("TOKEN_UNKNOWN: ");
  }

  @Test
  void aServerForOthersDoesNotStartBare() {
    Shell shell = new Shell(folder).input(PASSWORD);
    assertThat(shell.run("serve", "--listen", "0.0.0.0").errors()).singleElement().asString()
        .startsWith("LISTEN_UNSAFE: ").contains("--tls-certificate");
    assertThat(shell.run("serve", "--login").errors()).singleElement().asString().startsWith("ACCOUNTS_MISSING: ")
        .contains("tingbok account add");
    assertThat(shell.run("serve", "--listen", "ledger.example.org").errors()).singleElement().asString()
        .startsWith("LISTEN_UNREADABLE: ");
    assertThat(shell.run("serve", "--tls-key", "key.pem").errors()).singleElement().asString().startsWith("USAGE: ");
  }
}
