package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger that a team shares, from the command line.
class SharedLedgerTest {
  @TempDir
  Path folder;

  @Test
  void addMakesTheLedgerInAnEmptyDatabase() throws IOException {
    Files.writeString(folder.resolve("ferry.txt"), """
        Grey Heron behind ferry intrusion

        Microsoft attributed the intrusion at Fjordline Booking to Grey Heron on 6 February 2019.
        """);
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
      String address = "postgres://postgres:postgres@localhost:" + server.getPort() + "/postgres";
      Shell.Result none = new Shell(folder).run("claims", "--ledger", address);
      assertThat(none.err()).startsWith("LEDGER_MISSING: ").contains("make one with 'tingbok add PATH…'")
          .doesNotContain("postgres:postgres");
      Shell.Result added = new Shell(folder).run("add", "ferry.txt", "--ledger", address);
      assertThat(added.err()).isEmpty();
      assertThat(added.out()).contains("1 new document");
      assertThat(new Shell(folder).run("add", "ferry.txt", "--ledger", address).out()).contains("1 on record already");
      Shell.Result nowhere = new Shell(folder).run("add", "ferry.txt", "--ledger",
          address.replaceFirst("/postgres$", "/nosuch"));
      assertThat(nowhere.err()).startsWith("LEDGER_MISSING: ").contains("createdb");
    }
  }

  @Test
  void addWaitsForOthersThatAreAdding() throws IOException, SQLException {
    Files.writeString(folder.resolve("one.txt"), "Microsoft attributed the intrusion at Fjordline to Grey Heron.");
    Files.writeString(folder.resolve("two.txt"), "Microsoft attributed the theft at Elvheim to Tin Heron.");
    assertThat(new Shell(folder).run("add", "one.txt").err()).isEmpty();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tingbok.ledger"));
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      boolean[] held = {true};
      Shell.Result added = new Shell(folder).onComplaint(() -> {
        if (held[0]) {
          held[0] = false;
          finish(statement);
        }
      }).run("add", "two.txt");
      assertThat(added.errors()).containsExactly(
          "others are adding to tingbok.ledger; waiting up to a minute for them");
      assertThat(added.status()).isZero();
      assertThat(added.out()).contains("1 new document");
    }
  }

  private static void finish(Statement statement) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
