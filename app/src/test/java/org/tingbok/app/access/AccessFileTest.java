package org.tingbok.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.beside.Beside;
import org.tingbok.vocabulary.UnavailableException;

/// Files of accounts that cannot be used are told, and let go of.
class AccessFileTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @TempDir
  private Path folder = Path.of("");

  private static List<String> names(Path place) throws Exception {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.startsWith("access.db")).sorted()
          .toList();
    }
  }

  private void refused(Beside beside, String words) {
    assertThatThrownBy(() -> Access.open(beside, CLOCK)).isInstanceOf(UnavailableException.class)
        .hasMessageContaining(words).hasMessageContaining("access.db");
  }

  /// SQLite removes its log when the last one who had the file open closes it: it stays as long as somebody has not.
  @Test
  void letsGoOfAFileThatItCannotUse() throws Exception {
    Beside beside = Beside.of(folder, "tingbok.ledger");
    Path file = beside.place("access.db");
    Access.open(beside, CLOCK).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    assertThat(names(beside.folder())).containsExactly("access.db");
    refused(beside, "newer Tingbok");
    assertThat(names(beside.folder())).containsExactly("access.db");
    Files.writeString(file, "no database, however long it is. ".repeat(100));
    refused(beside, "cannot be used");
  }
}
