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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.testkit.Casebook;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;

/// The commands that stay until they are stopped.
class ServeTest {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

  @TempDir
  private Path folder = Path.of("");

  /// Runs a command until it has said where it serves, asks for a page, adds what is to be added, asks again, stops it.
  private String served(Runnable meanwhile, String path, String... words) throws IOException, InterruptedException {
    try (PipedInputStream lines = new PipedInputStream(1 << 16);
        PipedOutputStream out = new PipedOutputStream(lines);
        HttpClient client = HttpClient.newHttpClient()) {
      Surroundings surroundings = new Surroundings(InputStream.nullInputStream(), out, new ByteArrayOutputStream(),
          Map.of("TMPDIR", folder.toString()), folder, Casebook.CLOCK, false, false, 100);
      Thread command = Thread.ofPlatform().start(() -> Main.commandLine(surroundings).execute(words));
      try {
        BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        Matcher address = ADDRESS.matcher("");
        while (!address.find()) {
          address.reset(reader.readLine());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.group(1) + path)).build();
        client.send(request, HttpResponse.BodyHandlers.ofString());
        meanwhile.run();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      } finally {
        command.interrupt();
        command.join();
      }
    }
  }

  @Test
  @Timeout(120)
  void servesALedgerAndWhatIsAddedMeanwhile() throws Exception {
    Path file = folder.resolve("tingbok.ledger");
    try (Ledger ledger = Ledgers.open(file, Casebook.CLOCK)) {
      ledger.append(Casebook.readings().subList(0, 1));
    }
    String page = served(() -> {
      try (Ledger ledger = Ledgers.open(file, Casebook.CLOCK)) {
        ledger.append(Casebook.readings());
      }
    }, "/", "serve", "--port", "0");
    assertThat(page).contains("Fjordline Booking", "Arctic Tern");
  }

  @Test
  @Timeout(240)
  void demonstratesTheSamplesAndCleansUp() throws Exception {
    assertThat(served(() -> assertThat(demos(folder)).isEqualTo(1), "/incidents.json", "demo", "--port", "0"))
        .contains("\"incidents\"", "incident--");
    assertThat(demos(folder)).isZero();
  }

  private static long demos(Path temporary) {
    try (var files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().startsWith("tingbok-demo-")).count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
