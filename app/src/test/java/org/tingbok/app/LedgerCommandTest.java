package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looking after a ledger from the command line.
class LedgerCommandTest {
  private static final String REPORT = """
      Harbour office shut after break-in

      OSLO, 4 March 2021. APT28 was behind the attack on the harbour office of Lillevik, Norway's foreign minister said \
      on Wednesday. Russia denied it.
      """;

  @TempDir
  private Path folder = Path.of("");

  private Shell shell = new Shell(folder);

  @BeforeEach
  void addReport() throws IOException {
    shell = new Shell(folder);
    Files.writeString(folder.resolve("harbour.txt"), REPORT);
    shell.run("add", "harbour.txt");
  }

  @Test
  void verifiesAndTellsTheHead() {
    Shell.Result first = shell.run("ledger", "verify");
    assertThat(first.status()).isZero();
    assertThat(first.out()).containsPattern("tingbok.ledger: \\d+ entr(y|ies), all as recorded\n")
        .contains("1 document");
    String head = first.out().lines().filter(line -> line.startsWith("head: ")).findFirst().orElseThrow().substring(6);
    assertThat(head).matches("[0-9a-f]{64}");

    Shell.Result again = shell.run("ledger", "verify", "--head", head);
    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("the head " + head + " is in the chain");
    Shell.Result other = shell.run("ledger", "verify", "--entries", "--head", "ab".repeat(32));
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.out()).contains("is not in the chain");
    assertThat(shell.run("ledger", "verify", "--head", "ab").errors()).singleElement().asString()
        .startsWith("HEAD_UNREADABLE: ");
    assertThat(shell.run("ledger", "verify", "--ledger", "none.ledger").errors()).singleElement().asString()
        .startsWith("LEDGER_MISSING: ");

    JsonNode answer = json(shell.run("ledger", "verify", "--format", "json"));
    assertThat(answer.get("sound").asBoolean()).isTrue();
    assertThat(answer.get("head").asString()).isEqualTo(head);
    assertThat(answer.get("findings").size()).isZero();
    assertThat(answer.get("kinds").get("document").asInt()).isEqualTo(1);
  }

  @Test
  void tellsThatAFileIsBroken() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("tingbok.ledger"));
    for (int at = bytes.length / 2; at < bytes.length; at++) {
      bytes[at] ^= 0x10;
    }
    Files.write(folder.resolve("tingbok.ledger"), bytes);
    Shell.Result result = shell.run("ledger", "verify");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains("wrong in").contains("tingbok ledger restore");
    JsonNode answer = json(shell.run("ledger", "verify", "--format", "json"));
    assertThat(answer.get("sound").asBoolean()).isFalse();
    assertThat(answer.get("findings").size()).isPositive();
  }

  @Test
  void copiesAndRestores() {
    assertThat(shell.run("ledger", "backup", "monday.ledger").out()).containsPattern(
        "copied tingbok.ledger to monday.ledger: \\d+ entr(y|ies), verified\nhead: [0-9a-f]{64}\n");
    assertThat(shell.run("ledger", "backup", "monday.ledger").errors()).singleElement().asString()
        .startsWith("COPY_EXISTS: ");
    assertThat(shell.run("ledger", "restore", "monday.ledger").errors()).singleElement().asString()
        .startsWith("LEDGER_EXISTS: ");
    Shell.Result restored = shell.run("ledger", "restore", "monday.ledger", "--ledger", "new.ledger");
    assertThat(restored.status()).isZero();
    assertThat(shell.run("incidents", "--ledger", "new.ledger").out()).isEqualTo(shell.run("incidents").out());
  }

  @Test
  void exportsAndImports() throws IOException {
    JsonNode exported = json(shell.run("ledger", "export", "all.jsonl", "--format", "json"));
    List<String> lines = Files.readAllLines(folder.resolve("all.jsonl"));
    assertThat(lines).hasSize(exported.get("entries").asInt() + 2);
    Shell.Result piped = shell.run("ledger", "export", "-");
    assertThat(piped.out()).isEqualTo(Files.readString(folder.resolve("all.jsonl")));
    assertThat(piped.errors()).singleElement().asString().startsWith("exported tingbok.ledger: ");

    Shell.Result imported = new Shell(folder).input(piped.out()).run("ledger", "import", "-", "--ledger",
        "new.ledger");
    assertThat(imported.out()).contains("imported into new.ledger: " + exported.get("entries").asInt() + " entr")
        .contains(exported.get("head").asString());
    JsonNode again = json(shell.run("ledger", "import", "all.jsonl", "--ledger", "new.ledger", "--format", "json"));
    assertThat(again.get("added").asInt()).isZero();

    Files.write(folder.resolve("half.jsonl"), lines.subList(0, 2));
    Shell.Result half = shell.run("ledger", "import", "half.jsonl", "--ledger", "third.ledger");
    assertThat(half.status()).isEqualTo(2);
    assertThat(half.errors()).singleElement().asString().startsWith("EXPORT_CUT_OFF: half.jsonl ends after line 2");
    assertThat(folder.resolve("third.ledger")).doesNotExist();
  }

  @Test
  void teachesWithExamples() {
    assertThat(shell.run("ledger").out()).contains("verify", "backup", "restore", "export", "import");
    for (String command : new String[] {"verify", "backup", "restore", "export", "import"}) {
      assertThat(shell.run("ledger", command, "--help").out()).contains("Examples:", "tingbok ledger " + command);
    }
  }

  private static JsonNode json(Shell.Result result) {
    return JsonMapper.builder().build().readTree(result.out());
  }
}
