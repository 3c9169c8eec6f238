package org.tingbok.benchmarks.figures;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.app.web.WebServer;
import org.tingbok.benchmarks.dispatches.Dispatches;
import org.tingbok.benchmarks.growth.Press;
import org.tingbok.benchmarks.pages.Newsroom;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.store.TemporaryFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Two hundred readers on loopback, each on a virtual thread and pausing two seconds on average between two requests, before and
/// while one bulk of reports is added; then more deliveries at once than can wait. Server and readers share the processors.
///
/// Prints lines of `phase kind median 95 99 asked errors`, milliseconds, and one of deliveries.
public final class ServingLoad {
  private static final long SEED = 20_261_103;
  private static final int READERS = 200;
  private static final double PAUSE = 2; // seconds, on average
  private static final int FLOOD = 120; // deliveries at once
  private static final int FEW = 3; // reports of one
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, List<String>> addresses = new HashMap<>();
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asking = new AtomicBoolean(true);
  private volatile String phase = "warm";
  private String server = "";

  private record Answer(String phase, String kind, double millis, int status) {
  }

  private ServingLoad() {
  }

  /// Runs it.
  ///
  /// @param arguments how many documents are on record, how many are added, how many seconds of reading come before that
  /// @throws InterruptedException if somebody stops it
  public static void main(String[] arguments) throws InterruptedException {
    int status = 1;
    try {
      new ServingLoad().run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]),
          Integer.parseInt(arguments[2]));
      status = 0;
    } catch (IOException | RuntimeException e) {
      System.err.println("the load could not be run: " + e);
    }
    // A thread of the MCP library that looks for old sessions outlives its closed server, and would keep this process.
    System.out.flush();
    System.exit(status);
  }

  private void run(int documents, int added, int seconds) throws IOException, InterruptedException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
    try (TemporaryFolder folder = TemporaryFolder.in(temporary, "tingbok-load-")) {
      Path file = folder.path().resolve("load.ledger");
      try (Ledger ledger = Ledgers.open(file, Clock.systemUTC())) {
        fill(ledger, documents);
      }
      try (Ledger ledger = Ledgers.read(file);
          Intake intake = Intake.into(() -> Ledgers.open(file, Clock.systemUTC()), Clock.systemUTC(), temporary);
          WebServer web = WebServer.start(LedgerSource.ofFile(ledger, file).taking(intake), Optional.of(0))) {
        server = "http://127.0.0.1:" + web.port();
        List<Thread> readers = new ArrayList<>();
        for (int number = 0; number < READERS; number++) {
          int reader = number;
          readers.add(Thread.ofVirtual().start(() -> read(reader)));
        }
        TimeUnit.SECONDS.sleep(seconds);
        phase = "reading";
        TimeUnit.SECONDS.sleep(seconds);
        phase = "while adding";
        long start = System.nanoTime();
        String delivery = handIn(bulk(added)).location();
        intake.awaited(delivery.substring(delivery.lastIndexOf('/') + 1));
        double took = (System.nanoTime() - start) / 1e9;
        phase = "after";
        List<Handed> flood = flood(bulk(FEW));
        asking.set(false);
        for (Thread reader : readers) {
          reader.join();
        }
        told(took, added, flood.stream().filter(one -> one.status() == 202).count(),
            flood.stream().filter(one -> one.status() == 503 && one.again()).count());
      }
    }
  }

  private void fill(Ledger ledger, int documents) {
    Newsroom newsroom = new Newsroom(SEED);
    List<Reading> readings = new ArrayList<>();
    for (int number = 0; number < documents; number++) {
      readings.add(newsroom.reading(number));
    }
    ledger.append(readings);
    readings.forEach(reading -> {
      add("document", "/document/" + reading.document().id().value());
      reading.claims().stream().limit(2).forEach(claim -> {
        add("claim", "/claim/" + claim.id());
        add("claim by API", "/api/v1/claims/" + claim.id());
      });
    });
    for (int word = 0; word < 500; word++) {
      add("search by API", "/api/v1/search/quotes?size=20&q=" + Press.word(word));
    }
  }

  private void add(String kind, String path) {
    addresses.computeIfAbsent(kind, _ -> new ArrayList<>()).add(path);
  }

  private void read(int reader) {
    Random chance = new Random(SEED + reader);
    List<String> kinds = addresses.keySet().stream().sorted().toList();
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (asking.get()) {
        never.await((long) (-Math.log(1 - chance.nextDouble()) * PAUSE * 1e9), TimeUnit.NANOSECONDS);
        String kind = kinds.get(chance.nextInt(kinds.size()));
        List<String> paths = addresses.getOrDefault(kind, List.of());
        String path = paths.get(chance.nextInt(paths.size()));
        String during = phase;
        long start = System.nanoTime();
        int status;
        try {
          status = client.send(HttpRequest.newBuilder(URI.create(server + path)).build(),
              HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
          status = 0;
        }
        answers.add(new Answer(during, kind, (System.nanoTime() - start) / 1e6, status));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Handed(int status, String location, boolean again) {
  }

  /// Hands in more deliveries at once than can wait.
  private List<Handed> flood(String body) throws InterruptedException {
    ConcurrentLinkedQueue<Handed> flood = new ConcurrentLinkedQueue<>();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < FLOOD; i++) {
      writers.add(Thread.ofVirtual().start(() -> {
        try {
          flood.add(handIn(body));
        } catch (IOException e) {
          flood.add(new Handed(0, "", false));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    return List.copyOf(flood);
  }

  private Handed handIn(String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(server + "/api/v1/deliveries"))
        .header("Content-Type", "application/json").header("Origin", server)
        .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    return new Handed(answer.statusCode(), answer.headers().firstValue("Location").orElse(""),
        answer.headers().firstValue("Retry-After").isPresent());
  }

  private static String bulk(int count) {
    Dispatches dispatches = new Dispatches(SEED + 1);
    ObjectNode body = JSON.createObjectNode();
    ArrayNode reports = body.putArray("reports");
    for (int number = 0; number < count; number++) {
      Dispatches.Dispatch one = dispatches.dispatch(number);
      JsonNode report = JSON.createObjectNode().put("name", one.name()).put("text", one.text());
      reports.add(report);
    }
    return JSON.writeValueAsString(body);
  }

  private void told(double took, int added, long taken, long refused) {
    for (String during : List.of("reading", "while adding")) {
      for (String kind : addresses.keySet().stream().sorted().toList()) {
        List<Answer> these = answers.stream().filter(one -> one.phase().equals(during) && one.kind().equals(kind))
            .toList();
        double[] millis = these.stream().mapToDouble(Answer::millis).sorted().toArray();
        System.out.printf(Locale.ROOT, "load;%s;%s;%s;%s;%s;%d;%d%n", during, kind, at(millis, 0.5), at(millis, 0.95),
            at(millis, 0.99), these.size(), these.stream().filter(one -> one.status() != 200).count());
      }
    }
    System.out.printf(Locale.ROOT, "added;%d;%.1f;%d;%d;%d%n", added, took, FLOOD, taken, refused);
  }

  private static String at(double[] sorted, double share) {
    return sorted.length == 0 ? "-" : Figure.number(sorted[(int) Math.min(sorted.length - 1, share * sorted.length)]);
  }
}
