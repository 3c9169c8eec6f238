package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.input.Readers;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.intake.Spool;
import org.tingbok.app.intake.Upload;
import org.tingbok.app.operation.Health;
import org.tingbok.app.operation.Metrics;
import org.tingbok.app.operation.Operations;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;

/// What a server tells of itself: health, figures, ids of requests.
@Timeout(120)
class OperationsTest {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-zA-Z_]\\w*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\""
          + "(?:,[a-zA-Z_]\\w*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\")*\\})? ([-+]?(?:[0-9.]+(?:[eE][-+]?[0-9]+)?|Inf|NaN)|NaN)");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (counter|gauge|histogram|summary) \\|([^|]*)\\|");

  @TempDir
  private Path folder = Path.of("");
  private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());

  private interface Asking {
    void ask(String address, HttpClient client) throws IOException, InterruptedException;
  }

  private static HttpResponse<String> get(HttpClient client, String address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private void served(Asking asking) throws IOException, InterruptedException {
    Path file = folder.resolve("tingbok.ledger");
    Ledgers.open(file, Casebook.CLOCK).close();
    try (Metrics metrics = new Metrics("1.2.3");
        Ledger ledger = Ledgers.read(file);
        Intake intake =
            Intake.into(() -> Ledgers.open(file, Casebook.CLOCK), Casebook.CLOCK, Spool.passing(folder), Readers.HERE,
                Optional.empty(), metrics);
        HttpClient client = HttpClient.newHttpClient()) {
      Health health = new Health(List.of(new Health.Check("ledger", trouble::get),
          Health.Check.room("disk", folder.resolve("not/there/yet"))));
      metrics.queue(intake::waiting);
      metrics.health(health);
      intake.awaited(intake.handIn(List.of(new Upload("a name that nobody may see.txt", "a.txt",
          () -> new ByteArrayInputStream("Norway blamed APT31 for the breach.".getBytes(StandardCharsets.UTF_8)))))
          .id());
      try (
          WebServer server = WebServer.start(LedgerSource.ofFile(ledger, file).taking(intake), Door.own(Optional.of(0)),
              new Operations(health, metrics))) {
        asking.ask("http://127.0.0.1:" + server.port(), client);
      }
    }
  }

  @Test
  void tellsWhetherItIsReady() throws Exception {
    served((address, client) -> {
      assertThat(get(client, address + "/health/live").body()).contains("\"live\"");
      HttpResponse<String> ready = get(client, address + "/health/ready", "User-Agent", "probe");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body()).contains("\"ready\"", "\"disk\"");
    });
    trouble.set(Optional.of("LEDGER_UNAVAILABLE"));
    served((address, client) -> {
      HttpResponse<String> not = get(client, address + "/health/ready");
      assertThat(not.statusCode()).isEqualTo(503);
      assertThat(not.body()).contains("not ready", "LEDGER_UNAVAILABLE");
      assertThat(get(client, address + "/health/live").statusCode()).isEqualTo(200);
    });
  }

  @Test
  void figuresAreAsTheirPageSaysAndInThePrometheusFormat() throws Exception {
    served((address, client) -> {
      get(client, address + "/incidents");
      get(client, address + "/actor/Secretive%20Heron");
      get(client, address + "/nowhere/at-all");
      get(client, address + "/api/v1/claims?size=1");
      get(client, address + "/taxii2/");
      HttpResponse<String> told = get(client, address + "/metrics");
      assertThat(told.headers().firstValue("Content-Type")).hasValue(Metrics.TYPE);
      Map<String, String> types = new TreeMap<>();
      Map<String, TreeSet<String>> labels = new TreeMap<>();
      for (String line : told.body().split("\n")) {
        if (line.startsWith("# TYPE ")) {
          types.put(line.split(" ")[2], line.split(" ")[3]);
        } else if (!line.startsWith("# HELP ")) {
          Matcher sample = SAMPLE.matcher(line);
          assertThat(sample.matches()).as(line).isTrue();
          String family = types.containsKey(sample.group(1)) ? sample.group(1)
              : sample.group(1).replaceFirst("_(bucket|count|sum)$", "");
          assertThat(types).as(line).containsKey(family);
          TreeSet<String> own = labels.computeIfAbsent(family, _ -> new TreeSet<>());
          Optional.ofNullable(sample.group(2)).ifPresent(
              group -> LABEL.matcher(group).results().map(label -> label.group(1)).filter(label -> !label.equals("le"))
                  .forEach(own::add));
        }
      }
      Map<String, String> ours = new TreeMap<>();
      types.forEach((name, type) -> {
        if (name.startsWith("tingbok_")) {
          ours.put(name, type + " " + labels.getOrDefault(name, new TreeSet<>()));
        }
      });
      Map<String, String> documented = new TreeMap<>();
      ROW.matcher(Files.readString(page())).results().forEach(row -> documented.put(row.group(1), row.group(2) + " "
          + new TreeSet<>(Pattern.compile("`([a-z]+)`").matcher(row.group(3)).results().map(one -> one.group(1))
              .toList())));
      assertThat(documented).as("docs/operations.md").containsExactlyEntriesOf(ours);
      assertThat(types).containsKeys("jvm_memory_used_bytes", "process_cpu_usage");
      assertThat(told.body()).contains("tingbok_reports_total{outcome=\"added\"} 1.0", "tingbok_ready 1",
          "route=\"/actor/{key}\"", "route=\"/api/v1/claims\"", "route=\"none\",status=\"404\"", "route=\"/taxii2/\"",
          "tingbok_build_info{version=\"1.2.3\"} 1")
          .doesNotContain("Heron", "nowhere", "a name that nobody");
    });
  }

  private static Path page() {
    Path module = Path.of("").toAbsolutePath();
    return java.util.stream.Stream.iterate(module, java.util.Objects::nonNull, Path::getParent)
        .map(at -> at.resolve("docs/operations.md")).filter(Files::isRegularFile).findFirst().orElseThrow();
  }

  @Test
  void figuresAreForThisMachineOnly() throws Exception {
    served((address, client) -> {
      assertThat(get(client, address + "/metrics", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(403);
      assertThat(get(client, address + "/metrics").statusCode()).isEqualTo(200);
    });
  }

  @Test
  void everyAnswerBearsAnId() throws Exception {
    served((address, client) -> {
      assertThat(get(client, address + "/incidents", "X-Request-Id", "abc-1").headers().firstValue("X-Request-Id"))
          .hasValue("abc-1");
      assertThat(get(client, address + "/incidents", "X-Request-Id", "<b>").headers().firstValue("X-Request-Id"))
          .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
    });
  }

  @Test
  void requestsUnderWayAreAnsweredWhenItStops() throws Exception {
    Path file = folder.resolve("tingbok.ledger");
    Ledgers.open(file, Casebook.CLOCK).close();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    Health slow = new Health(List.of(new Health.Check("slow", () -> {
      begun.countDown();
      try {
        stopping.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Optional.empty();
    })));
    try (Ledger ledger = Ledgers.read(file);
        Metrics metrics = new Metrics("");
        WebServer server =
            WebServer.start(LedgerSource.ofFile(ledger, file), Door.own(Optional.of(0)), new Operations(slow, metrics));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII));
      begun.await();
      Thread closing = Thread.ofPlatform().start(server::close);
      stopping.countDown();
      closing.join();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
    }
  }
}
