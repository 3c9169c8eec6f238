package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports in, an answered ledger out.
class AddTest {
  private static final String REPORT = """
      Harbour office shut after break-in

      OSLO, 4 March 2021. APT28 was behind the attack on the harbour office of Lillevik, Norway's foreign minister said \
      on Wednesday. Russia denied it.
      """;

  @TempDir
  private Path folder = Path.of("");

  @Test
  void addsAReportOnce() throws IOException {
    Files.writeString(folder.resolve("harbour.txt"), REPORT);
    Shell shell = new Shell(folder);
    assertThat(shell.run("add", "harbour.txt").out()).startsWith("added to tingbok.ledger: 1 new document");
    Shell.Result again = shell.run("add", "--format", "json", "harbour.txt", "--ledger", "tingbok.ledger");
    JsonNode receipt = JsonMapper.builder().build().readTree(again.out());
    assertThat(receipt.get("newDocuments").asInt()).isZero();
    assertThat(receipt.get("newClaims").asInt()).isZero();
    assertThat(receipt.get("knownDocuments").asInt()).isEqualTo(1);
    assertThat(again.status()).isZero();
  }

  @Test
  void readsWithoutWriting() throws IOException {
    Files.writeString(folder.resolve("harbour.txt"), REPORT);
    Shell.Result result = new Shell(folder).run("read", "--format", "json", "harbour.txt");
    JsonNode reading = JsonMapper.builder().build().readTree(result.out());
    assertThat(reading.get("documents").get(0).get("source").asString()).isEqualTo("harbour.txt");
    assertThat(reading.has("claims")).isTrue();
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void countsDisputesUnderAView() throws IOException {
    Files.writeString(folder.resolve("one.txt"), """
        Harbour Gazette

        10 March 2024

        The computer network of the port of Lisbon was hacked in February 2024.

        Microsoft blamed APT28 for the attack on the port of Lisbon.
        """);
    Files.writeString(folder.resolve("two.txt"), """
        Tide Courier

        19 March 2024

        The computer network of the port of Lisbon was hacked in February 2024.

        Nothing was loaded there for a week, and forty ships had to wait in the mouth of the Tagus until
        the cranes could be moved by hand again, a spokeswoman of the harbour told the newspaper.

        Mandiant blamed Turla for the attack on the port of Lisbon. Turla is also known as APT28, Mandiant said.
        """);
    assertThat(new Shell(folder).run("read", ".").out()).contains("1 dispute");
    assertThat(new Shell(folder).run("read", ".", "--view", "all").out()).contains("0 disputes");
    assertThat(new Shell(folder).run("read", ".", "--view", "2-").err()).startsWith("VIEW_UN");
  }

  @Test
  void drawsABarOnATerminalOnly() throws IOException {
    Files.writeString(folder.resolve("one.txt"), REPORT);
    Files.writeString(folder.resolve("two.txt"), REPORT + "More.\n");
    assertThat(new Shell(folder).onTerminal().run("read", ".").err()).contains("reading [").contains("2 of 2");
    assertThat(new Shell(folder).run("read", ".").err()).isEmpty();
  }

  @Test
  void refusesALedgerThatIsNone() throws IOException {
    Files.writeString(folder.resolve("harbour.txt"), REPORT);
    Files.writeString(folder.resolve("tingbok.ledger"), "this is a letter to my aunt, and a long one at that");
    Shell.Result result = new Shell(folder).run("add", "harbour.txt");
    assertThat(result.err()).startsWith("LEDGER_NOT_A_LEDGER: ").hasLineCount(1);
    assertThat(result.status()).isEqualTo(2);
    assertThat(folder.resolve("tingbok.ledger")).hasContent("this is a letter to my aunt, and a long one at that");
  }

  @Test
  void teachesWithExamples() {
    Shell shell = new Shell(Path.of(""));
    assertThat(shell.run("--help").out()).contains("tingbok demo", "tingbok add reports/", "Exit status");
    for (String command : new String[] {"read", "add", "incidents", "incident", "actors", "actor", "disputes", "show",
        "serve", "demo", "evaluate"}) {
      Shell.Result help = shell.run(command, "--help");
      assertThat(help.out()).contains("Examples:", "tingbok " + command);
      assertThat(help.status()).isZero();
    }
    assertThat(shell.run("--version").out()).startsWith("tingbok ");
    assertThat(shell.run().out()).contains("Commands:");
  }
}
