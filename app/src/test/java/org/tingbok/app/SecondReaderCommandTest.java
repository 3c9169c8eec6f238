package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The second reader as a person meets it: off, on, and failing.
class SecondReaderCommandTest {
  /// Names beside a word of accusation that nobody is the subject of: looks like a claim, and is left unread.
  private static final String RIDDLE =
      "Had the attack been a song, APT28 and Sandworm would be blamed for different verses.";
  private static final String ANSWER = """
      {"claims": [
        {"type": "alias", "ownVoice": true, "relation": "distinct", "names": ["APT28", "Sandworm"], "evidence": ["%s"]},
        {"type": "denial", "claimants": ["Iceland"], "evidence": ["%s"]}]}
      """.formatted(RIDDLE, RIDDLE);

  @TempDir
  private Path folder = Path.of("");

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server = unbound();
  private int status = 200;
  private String says = ANSWER;

  private static HttpServer unbound() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/chat/completions", exchange -> {
      try (exchange) {
        asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var message = JsonMapper.shared().createObjectNode().put("role", "assistant").put("content", says);
        byte[] body = ("{\"choices\": [{\"index\": 0, \"finish_reason\": \"stop\", \"message\": " + message + "}]}")
            .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
      }
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void write(String name) throws IOException {
    Files.writeString(folder.resolve(name), """
        Harbour office shut after cyber attack, says %s

        OSLO, 4 March 2021. The hackers of the harbour office were spoken of at the desk of %s in the night.

        %s It was a cold night.
        """.formatted(name, name, RIDDLE));
  }

  private Shell.Result run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--second-reader", "http://localhost:" + server.getAddress().getPort() + "/v1",
        "--second-reader-model", "riddle-guesser"));
    return new Shell(folder).with("TINGBOK_SECOND_READER_KEY", "a-secret-key").run(all.toArray(String[]::new));
  }

  @Test
  void asksNobodyUnlessToldTo() throws IOException {
    write("riddle.txt");
    Shell.Result result = new Shell(folder).with("TINGBOK_SECOND_READER_KEY", "a-secret-key").run("read", "riddle.txt");
    assertThat(result.out()).contains("not understood");
    assertThat(result.err()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void marksWhatItProposedWhereverItIsShown() throws IOException {
    write("riddle.txt");
    Shell.Result read = run("read", "--format", "json", "riddle.txt");
    JsonNode claims = JsonMapper.shared().readTree(read.out()).path("claims");
    assertThat(claims).filteredOn(claim -> claim.path("readBy").asString("").equals("riddle-guesser")).singleElement()
        .satisfies(claim -> assertThat(claim.at("/evidence/0/quote").asString()).isEqualTo(RIDDLE));
    assertThat(read.err()).isEqualTo(
        "second reader riddle-guesser: 1 claim recorded, 1 refused (PROPOSAL_NOT_VERBATIM 1), in 1 document\n");
    assertThat(asked).hasSize(1).first().asString().startsWith("Bearer a-secret-key ");
    assertThat(run("add", "riddle.txt").status()).isZero();
    Shell shell = new Shell(folder);
    assertThat(shell.run("actor", "APT28").out()).contains("proposed by riddle-guesser");
    String id = claims.valueStream().filter(claim -> claim.path("readBy").isString()).findFirst().orElseThrow()
        .path("id").asString();
    assertThat(shell.run("show", id).out()).contains("proposed by").contains("riddle-guesser");
    assertThat(shell.run("show", "--format", "json", id).out()).contains("\"readBy\" : \"riddle-guesser\"");
  }

  @Test
  void keepsTheFirstReadersClaimsWhenItFails() throws IOException {
    for (int i = 0; i < 4; i++) {
      write("riddle" + i + ".txt");
    }
    Shell.Result alone = new Shell(folder).run("read", ".");
    status = 500;
    Shell.Result both = run("read", ".");
    assertThat(both.out()).isEqualTo(alone.out());
    assertThat(both.status()).isZero();
    assertThat(both.err()).hasLineCount(1).startsWith("SECOND_READER_FAILED: ")
        .contains("4 documents keep what the first reader read").doesNotContain("a-secret-key");
    assertThat(asked).as("not asked again once it failed").hasSize(1);
  }

  @Test
  void givesUpOnAModelThatTalksNonsense() throws IOException {
    for (int i = 0; i < 5; i++) {
      write("riddle" + i + ".txt");
    }
    says = "As you like it.";
    Shell.Result result = run("read", ".");
    assertThat(result.status()).isZero();
    assertThat(result.err()).hasLineCount(1).startsWith("SECOND_READER_NONSENSE: ").contains("5 documents keep");
    assertThat(asked).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--second-reader http://localhost:1/v1", "--second-reader-model m",
      "--second-reader localhost:1 --second-reader-model m",
      "--second-reader http://models.example --second-reader-model m",
      "--second-reader http://localhost:1/v1 --second-reader-model m --second-reader-timeout 0"})
  void refusesOptionsThatDoNotFitBeforeItReads(String options) throws IOException {
    write("riddle.txt");
    Shell.Result result = new Shell(folder).with("TINGBOK_SECOND_READER_KEY", "a-secret-key")
        .run(("read riddle.txt " + options).split(" ", -1));
    assertThat(result.err()).hasLineCount(1).startsWith("SECOND_READER_SETTING: ").doesNotContain("a-secret-key");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }
}
