package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.testkit.Casebook;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Commands in a folder with a ledger that holds the casebook.
abstract class CasebookCommands {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void fillTheLedger() {
    try (Ledger ledger = Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK)) {
      ledger.append(Casebook.readings());
    }
  }

  /// Where the ledger lies.
  Path folder() {
    return folder;
  }

  /// Runs a command that has to succeed and to complain of nothing.
  Shell.Result run(String... words) {
    Shell.Result result = new Shell(folder).run(words);
    assertThat(result.err()).as("standard error").isEmpty();
    assertThat(result.status()).as("exit status of %s", List.of(words)).isZero();
    return result;
  }

  /// What it prints, on one line.
  String text(String... words) {
    return run(words).out().replaceAll("\\s+", " ");
  }

  /// What it prints, as it is.
  String printed(String... words) {
    return run(words).out();
  }

  /// What it answers to programs.
  JsonNode json(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--format", "json"));
    return JSON.readTree(printed(all.toArray(String[]::new)));
  }

  /// Runs a command that has to be refused in one line, and to print nothing.
  void refused(String code, String... words) {
    Shell.Result result = new Shell(folder).run(words);
    assertThat(result.errors()).hasSize(1);
    assertThat(result.err()).startsWith(code + ": ");
    assertThat(result.out()).isEmpty();
  }
}
