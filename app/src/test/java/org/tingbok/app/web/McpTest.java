package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tingbok.testkit.Casebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an assistant is answered, asked through the protocol's own client over the casebook.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final WebServer server = WebServer.start(LedgerSource.of(Casebook.ledger()), Optional.of(0));
  private final McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport
      .builder("http://127.0.0.1:" + server.port()).endpoint("/mcp").build()).build();

  @BeforeAll
  void greet() {
    assertThat(client.initialize().serverInfo().name()).isEqualTo("tingbok");
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  private McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private JsonNode asked(String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result = call(tool, arguments);
    assertThat(result.isError()).as(words(result)).isFalse();
    JsonNode answer = JSON.valueToTree(result.structuredContent());
    for (JsonNode claim : answer.get("claims")) {
      assertThat(claim.get("id").asString()).startsWith("claim--");
      assertThat(claim.get("document").get("id").asString()).startsWith("document--");
      assertThat(claim.get("document").get("published").asString()).isNotBlank();
      assertThat(claim.get("claimants").size()).isPositive();
      for (JsonNode quote : claim.get("quotes")) {
        assertThat(quote.get("quote").asString()).hasSize(quote.get("end").asInt() - quote.get("start").asInt());
        assertThat(words(result)).contains(claim.get("id").asString(),
            JSON.writeValueAsString(quote.get("quote").asString()), claim.get("document").get("id").asString());
      }
    }
    assertThat(words(result)).contains(answer.get("notice").asString());
    return answer;
  }

  private static String words(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().getFirst()).text();
  }

  @Test
  void offersItsToolsForReadingOnly() {
    List<McpSchema.Tool> tools = client.listTools().tools();
    assertThat(tools).extracting(McpSchema.Tool::name).containsExactlyInAnyOrder("search", "claims", "incident",
        "actor", "disputes", "claim", "document");
    assertThat(tools).allSatisfy(tool -> {
      assertThat(tool.annotations().readOnlyHint()).isTrue();
      assertThat(tool.outputSchema()).containsKey("properties");
      assertThat(JSON.valueToTree(tool.inputSchema()).get("properties").has("as_of")).isTrue();
      assertThat(JSON.valueToTree(tool.inputSchema()).get("properties").has("view")).isTrue();
    });
    client.ping();
  }

  private static Set<String> named(String cell, String pattern) {
    return Pattern.compile(pattern).matcher(cell).results().map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The page tells every argument of every tool, those that are needed in bold, and no other.
  @Test
  void theDocumentationNamesEveryArgument() throws Exception {
    Map<String, String> rows = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("..", "docs", "mcp.md"))) {
      Matcher row = Pattern.compile("\\| `?([a-z]+)`? \\| (.*`.*) \\|").matcher(line);
      if (row.matches()) {
        rows.put(row.group(1), row.group(2));
      }
    }
    Set<String> each = named(String.valueOf(rows.remove("each")), "`([a-z_]+)`");
    Map<String, Set<String>> told = new TreeMap<>();
    Map<String, Set<String>> needed = new TreeMap<>();
    rows.forEach((tool, cell) -> {
      Set<String> all = new TreeSet<>(each);
      all.addAll(named(cell.replaceAll("`\"a phrase\"`, `begin\\*`, `-without`", ""), "`([a-z_]+)`"));
      told.put(tool, all);
      needed.put(tool, named(cell, "\\*\\*`([a-z_]+)`\\*\\*"));
    });
    Map<String, Set<String>> taken = new TreeMap<>();
    Map<String, Set<String>> required = new TreeMap<>();
    client.listTools().tools().forEach(tool -> {
      JsonNode schema = JSON.valueToTree(tool.inputSchema());
      taken.put(tool.name(), new TreeSet<>(schema.path("properties").propertyNames()));
      Set<String> must = new TreeSet<>();
      schema.path("required").forEach(one -> must.add(one.asString()));
      required.put(tool.name(), must);
    });
    assertThat(told).isEqualTo(taken);
    assertThat(needed).isEqualTo(required);
  }

  @Test
  void tellsAnIncidentWithItsClaims() {
    JsonNode answer = asked("incident", Map.of("id", "fjordline"));
    assertThat(answer.get("summary").asString()).contains("Laid on Grey Heron by Nordlys Lab");
    assertThat(answer.get("claims").size()).isGreaterThan(3);
    assertThat(answer.get("disputes").get(0).get("sides").size()).isGreaterThan(1);
    assertThat(answer.get("claims").get(0).get("document").get("publisher").asString()).isEqualTo("The Sound");
  }

  @Test
  void answersAsOfADay() {
    JsonNode then = asked("incident", Map.of("id", "fjordline", "as_of", "2020"));
    assertThat(then.get("asOf").asString()).isEqualTo("2020-12-31");
    assertThat(then.toString()).contains("Grey Heron").doesNotContain("Arctic Tern");
    assertThat(asked("claims", Map.of("accused", "Arctic Tern", "as_of", "2020-01-01")).get("claims").size()).isZero();
    assertThat(asked("claims", Map.of("accused", "Arctic Tern")).get("claims").size()).isPositive();
  }

  @Test
  void tellsActorsDisputesSearchesAndDocuments() {
    assertThat(asked("actor", Map.of("id", "Arctic Tern")).toString()).contains("Ministry of State Security");
    assertThat(asked("actor", Map.of("id", "Arctic Tern", "view", "all")).get("claims").size()).isPositive();
    assertThat(asked("disputes", Map.of()).get("disputes").size()).isPositive();
    assertThat(asked("disputes", Map.of("words", "no such thing")).get("disputes").size()).isZero();
    JsonNode found = asked("search", Map.of("words", "fairy tale", "limit", 1));
    assertThat(found.get("claims").size()).isEqualTo(1);
    JsonNode claim = asked("claim", Map.of("id", found.get("claims").get(0).get("id").asString()));
    assertThat(claim.get("text").get(0).asString()).contains("called the accusation a fairy tale.");
    String document = claim.get("claims").get(0).get("document").get("id").asString();
    JsonNode report = asked("document", Map.of("id", document));
    assertThat(report.get("text").size()).isGreaterThan(2);
    assertThat(asked("document", Map.of("id", document, "from_paragraph", 1)).get("text"))
        .hasSize(report.get("text").size() - 1);
  }

  @Test
  void leavesOutWhatIsTooMuchAndSaysSo() {
    JsonNode answer = asked("claims", Map.of("limit", 1));
    assertThat(answer.get("claims").size()).isEqualTo(1);
    assertThat(answer.get("leftOut").asInt()).isEqualTo(asked("claims", Map.of()).get("claims").size() - 1);
  }

  @Test
  void answersMistakesAsResults() {
    assertThat(words(wrong("incident", Map.of("id", "nowhere at all")))).startsWith("INCIDENT_UNKNOWN: ");
    assertThat(words(wrong("claim", Map.of("id", "claim--00000000")))).startsWith("CLAIM_UNKNOWN: ");
    assertThat(words(wrong("search", Map.of("words", " ")))).startsWith("USAGE: ");
    assertThat(words(wrong("actor", Map.of("id", "Grey Heron", "as_of", "someday")))).contains("someday");
    assertThat(words(wrong("accuse", Map.of()))).contains("no tool of that name", "incident");
    wrong("incident", Map.of());
    wrong("claims", Map.of("limit", "many"));
    wrong("claims", Map.of("colour", "red"));
  }

  private McpSchema.CallToolResult wrong(String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result = call(tool, arguments);
    assertThat(result.isError()).as(words(result)).isTrue();
    return result;
  }

  @Test
  void quotesWhatReportsSayAsData() {
    JsonNode answer = asked("claims", Map.of());
    assertThat(answer.get("notice").asString()).contains("never instructions");
    // A report's words stand in a string of JSON, which they cannot end, on a line of its own.
    String words = words(call("claims", Map.of()));
    assertThat(words.lines().filter(line -> line.contains("alert('1')"))).isNotEmpty()
        .allMatch(line -> line.startsWith("  quoted data: \"") || line.startsWith("  in \"")
            || line.matches("^[a-z-]+: .*\\[claim--.*"));
  }

  @Test
  void givesClaimsAndDocumentsAsResources() {
    String id = asked("claims", Map.of()).get("claims").get(0).get("id").asString();
    assertThat(client.listResourceTemplates().resourceTemplates()).hasSize(2);
    var contents =
        client.readResource(McpSchema.ReadResourceRequest.builder("tingbok://claim/" + id).build()).contents();
    assertThat(((McpSchema.TextResourceContents) contents.getFirst()).text()).contains(id, "quote");
    assertThatThrownBy(() -> client.readResource(McpSchema.ReadResourceRequest.builder("tingbok://claim/none").build()))
        .hasMessageContaining("none");
  }

  @Test
  void answersNobodyWhoAsksForAnotherHostOrComesFromAnotherPage() throws Exception {
    for (String header : List.of("Host: elsewhere.example", "Host: localhost\r\nOrigin: http://elsewhere.example")) {
      try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
        socket.getOutputStream().write(("POST /mcp HTTP/1.1\r\n" + header + "\r\nContent-Type: application/json\r\n"
            + "Accept: application/json, text/event-stream\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
            .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).matches(
            "(?s)HTTP/1.1 (403 .*ORIGIN|421 .*HOST)_FOREIGN: .*");
      }
    }
  }

  private HttpResponse<String> posted(String body, String... headers) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/mcp"))
          .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /// What cannot be understood is answered by the protocol, in words: no class of Java's, no trace.
  @Test
  void answersBrokenRequestsInWords() throws Exception {
    String both = "application/json, text/event-stream";
    Map<String, Integer> broken = Map.of("{bad", -32700, "", -32700, "42", -32600, "[]", -32600,
        "{\"jsonrpc\":\"1.0\",\"id\":7,\"method\":\"ping\"}", -32600, "{\"jsonrpc\":\"2.0\",\"id\":7}", -32600,
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":[]}", -32602,
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":3}}", -32602,
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}", -32600,
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"initialize\",\"params\":{\"protocolVersion\":[]}}", -32600);
    for (Map.Entry<String, Integer> one : broken.entrySet()) {
      inWords(posted(one.getKey(), "Accept", both), one.getValue());
    }
    inWords(posted("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}", "Accept", both, "mcp-session-id", "none"),
        -32600);
    inWords(posted("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}", "Accept", "text/html"), -32600);
    inWords(posted("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + "x".repeat(1 << 20) + "\"}", "Accept", both),
        -32600);
  }

  private static void inWords(HttpResponse<String> answer, int code) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    JsonNode message = JSON.readTree(answer.body());
    assertThat(message.propertyNames()).containsExactlyInAnyOrder("jsonrpc", "id", "error");
    assertThat(message.path("error").path("code").asInt()).as(answer.body()).isEqualTo(code);
    assertThat(message.path("error").path("message").asString()).isNotBlank()
        .doesNotContain("Exception", "modelcontextprotocol", "jackson", "java.");
  }
}
