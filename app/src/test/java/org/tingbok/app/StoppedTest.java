package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import tools.jackson.databind.json.JsonMapper;

/// A server that is asked to stop, or killed, while many reports are handed in: whatever it acknowledged is on record once.
@Timeout(300)
class StoppedTest {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");
  private static final int DELIVERIES = 24;

  @TempDir
  private Path folder = Path.of("");

  /// A server as a process of its own.
  private record Served(Process process, String address) {
  }

  private Served serve() throws IOException {
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
        "-Xmx512m",
        "-cp", System.getProperty("java.class.path"), "org.tingbok.app.Main", "serve", "--port", "0", "--ledger",
        folder.resolve("tingbok.ledger").toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader lines = process.inputReader();
    Matcher address = ADDRESS.matcher("");
    while (!address.find()) {
      address.reset(Optional.ofNullable(lines.readLine()).orElseThrow());
    }
    return new Served(process, "http://127.0.0.1:" + address.group(1));
  }

  /// Hands reports in, two at a time, until the server no longer takes them.
  private static List<String> handIn(HttpClient client, String address, int first, int deliveries)
      throws InterruptedException {
    List<String> acknowledged = new ArrayList<>();
    try {
      for (int i = first; i < first + deliveries; i++) {
        List<String> names = List.of("tide-" + i + "a.txt", "tide-" + i + "b.txt");
        String body = JsonMapper.shared().writeValueAsString(Map.of("reports", names.stream()
            .map(name -> Map.of("name", name, "text", "Norway blamed APT31 for the breach told of in " + name + "."))
            .toList()));
        if (client.send(HttpRequest.newBuilder(URI.create(address + "/api/v1/deliveries"))
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.discarding()).statusCode() == 202) {
          acknowledged.addAll(names);
        }
      }
    } catch (IOException e) {
      return acknowledged; // it is gone
    }
    return acknowledged;
  }

  private static void settle(HttpClient client, String address) throws IOException, InterruptedException {
    boolean ended = false;
    while (!ended) {
      ended = JsonMapper.shared().readTree(client.send(
          HttpRequest.newBuilder(URI.create(address + "/add.json")).build(),
          HttpResponse.BodyHandlers.ofString()).body()).path("deliveries").valueStream()
          .allMatch(delivery -> delivery.path("ended").asBoolean());
    }
  }

  private List<String> onRecord() {
    try (Ledger ledger = Ledgers.read(folder.resolve("tingbok.ledger"))) {
      return ledger.asOf(AsOf.NOW).documents().values().stream().map(document -> document.source()).sorted().toList();
    }
  }

  @Test
  void whatWasAcknowledgedIsThereAfterASignalAndAfterAKill() throws Exception {
    TreeSet<String> acknowledged = new TreeSet<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Served first = serve();
      acknowledged.addAll(handIn(client, first.address(), 0, DELIVERIES));
      first.process().destroy();
      assertThat(first.process().waitFor()).isZero();
      int before = onRecord().size();
      Served second = serve();
      acknowledged.addAll(handIn(client, second.address(), DELIVERIES, DELIVERIES));
      second.process().destroyForcibly();
      second.process().waitFor();
      Served third = serve();
      settle(client, third.address());
      third.process().destroy();
      assertThat(third.process().waitFor()).isZero();
      System.out.println(acknowledged.size() + " acknowledged, " + before + " of them recorded at the signal");
      assertThat(acknowledged).hasSizeGreaterThan(DELIVERIES);
    }
    assertThat(onRecord()).containsAll(acknowledged).doesNotHaveDuplicates();
  }
}
