package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tingbok mcp`, as an assistant starts it.
class McpCommandTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void answersOverStandardInputAndOutput() {
    try (Ledger ledger = Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK)) {
      ledger.append(Casebook.readings());
    }
    String requests = """
        {bad
        42
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
        "clientInfo":{"name":"test","version":"1"}}}
        {"jsonrpc":"2.0","method":"notifications/initialized"}
        {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"incident","arguments":{"id":"fjordline"}}}
        """;
    Shell.Result result = new Shell(folder).input(requests).run("mcp");
    assertThat(result.status()).isZero();
    List<JsonNode> answers = result.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(answers).filteredOn(answer -> answer.has("error"))
        .extracting(answer -> answer.get("error").get("code").asInt()).containsExactly(-32700, -32600);
    assertThat(answers).hasSize(4).allMatch(answer -> answer.get("jsonrpc").asString().equals("2.0"));
    assertThat(answers.getLast().get("result").get("content").get(0).get("text").asString()).contains("Grey Heron");
  }

  /// A line that does not end is not held in memory; a tool that there is not is told to the model.
  @Test
  void goesOnAfterALineThatIsTooLongAndAToolThatThereIsNot() {
    try (Ledger ledger = Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK)) {
      ledger.append(Casebook.readings());
    }
    String requests = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"" + "x".repeat(1 << 20) + "\"}\n" + """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
        "clientInfo":{"name":"test","version":"1"}}}
        {"jsonrpc":"2.0","method":"notifications/initialized"}
        {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"accuse","arguments":{}}}
        """;
    Shell.Result result = new Shell(folder).input(requests).run("mcp");
    assertThat(result.status()).isZero();
    List<JsonNode> answers = result.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(answers).hasSize(3);
    assertThat(answers.getFirst().path("error").path("message").asString()).contains("1048576 bytes");
    assertThat(answers).filteredOn(answer -> answer.path("id").asInt(0) == 2).singleElement().satisfies(answer -> {
      assertThat(answer.path("result").path("isError").asBoolean()).isTrue();
      assertThat(answer.toString()).contains("there is no tool of that name", "incident");
    });
  }
}
