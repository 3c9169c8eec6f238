package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tingbok.app.operation.Log;
import org.tingbok.testkit.Casebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Neither a word of a report nor a secret reaches the log.
@Timeout(240)
class LogTest {
  private static final String MARK = "zebrafinch";
  private static final String SECRET = "hunter-two-secret";
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

  @TempDir
  private Path folder = Path.of("");
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @AfterEach
  void asBefore() {
    Log.to(System.err, Log.Format.text, Log.Detail.warn);
  }

  private List<JsonNode> lines() {
    return log.toString(StandardCharsets.UTF_8).lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }

  @Test
  void hostileReportsLeaveNoWordInTheLog() throws Exception {
    try (PipedInputStream lines = new PipedInputStream(1 << 16);
        PipedOutputStream out = new PipedOutputStream(lines);
        HttpClient client = HttpClient.newHttpClient()) {
      Surroundings surroundings = new Surroundings(InputStream.nullInputStream(), out, log,
          Map.of("TMPDIR", folder.toString()), folder, Casebook.CLOCK, false, false, 100);
      Thread command = Thread.ofPlatform().start(() -> Main.commandLine(surroundings).execute("serve", "--port", "0",
          "--log-format", "json", "--log-level", "debug"));
      try {
        BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        Matcher address = ADDRESS.matcher("");
        while (!address.find()) {
          address.reset(reader.readLine());
        }
        String server = "http://127.0.0.1:" + address.group(1);
        handIn(client, server, MARK + ".pdf", "%PDF-1.7\n1 0 obj << /Font /" + MARK + " >> stream " + MARK);
        handIn(client, server, MARK + ".html", "<html><title>" + MARK + "</title><p>" + MARK + " blamed APT31 %s {} ${"
            + MARK + "} for the breach of Visma.\n{\"level\":\"ERROR\"}</p>");
        handIn(client, server, MARK + ".eml", "Subject: =?broken?" + MARK + "?=\n\n" + MARK);
        for (String path : List.of("/search?q=" + MARK, "/actor/" + MARK, "/names/" + MARK, "/api/v1/claims/" + MARK,
            "/api/v1/search?q=" + MARK, "/" + MARK)) {
          client.send(HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + SECRET)
              .header("Cookie", "session=" + SECRET).build(), HttpResponse.BodyHandlers.ofString());
        }
      } finally {
        command.interrupt();
        command.join();
      }
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContainIgnoringCase(MARK).doesNotContain(SECRET);
    List<JsonNode> lines = lines();
    assertThat(lines).hasSizeGreaterThan(8).allSatisfy(line -> assertThat(line.propertyNames())
        .contains("time", "level", "logger", "message"));
    assertThat(lines).filteredOn(line -> line.path("message").asString().equals("answered"))
        .hasSizeGreaterThan(8).allSatisfy(line -> {
          assertThat(line.path("request").asString()).isNotEmpty();
          assertThat(line.path("status").asInt()).isBetween(200, 599);
        });
  }

  private static void handIn(HttpClient client, String server, String name, String text)
      throws IOException, InterruptedException {
    String body = JsonMapper.shared().writeValueAsString(
        Map.of("reports", List.of(Map.of("name", name, "text", text))));
    HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(server + "/api/v1/deliveries"))
        .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(202);
    String delivery = JsonMapper.shared().readTree(answer.body()).path("id").asString();
    boolean ended = false;
    while (!ended) {
      ended = JsonMapper.shared().readTree(client.send(HttpRequest
          .newBuilder(URI.create(server + "/api/v1/deliveries/" + delivery)).build(),
          HttpResponse.BodyHandlers.ofString())
          .body()).path("ended").asBoolean();
    }
  }

  @Test
  void errorsAreWrittenWithoutTheirMessages() {
    Log.to(log, Log.Format.json, Log.Detail.info);
    IllegalStateException error = new IllegalStateException("could not read '" + MARK + "'",
        new IOException(SECRET, new org.tingbok.vocabulary.BadInputException("PATH_MISSING", MARK)));
    LoggerFactory.getLogger("org.tingbok.app.Trial").error("it broke", error);
    LoggerFactory.getLogger("org.apache.fontbox.Trial").warn("no font " + MARK);
    LoggerFactory.getLogger("org.eclipse.jetty.Trial").warn("handling {} failed", MARK);
    LoggerFactory.getLogger("org.eclipse.jetty.Trial").info("nobody wants to know");
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(MARK).doesNotContain(SECRET);
    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst().at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(lines.getFirst().at("/error/cause/cause/code").asString()).isEqualTo("PATH_MISSING");
    assertThat(lines.get(2).path("message").asString()).isEqualTo("handling {} failed");
    log.reset();
    Log.to(log, Log.Format.text, Log.Detail.warn);
    LoggerFactory.getLogger("org.tingbok.app.Trial").error("it broke", error);
    assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("ERROR Trial: it broke\n")
        .contains("java.lang.IllegalStateException", "caused by", "PATH_MISSING").doesNotContain(MARK);
  }
}
