package org.tingbok.benchmarks.pages;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.app.web.WebServer;
import org.tingbok.benchmarks.growth.Press;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.vocabulary.RulingVerdict;

/// Puts an invented press into a ledger, serves its pages and asks for them. Prints a table in Markdown: milliseconds of the
/// median, the 95th and the 99th percentile for each kind of page; in brackets the processor's time alone, of server and
/// browser together, which is what is left where nobody else wants the processors.
public final class PageTimes {
  private static final long SEED = 20_260_701;
  private static final int BATCH = 100;
  private static final int WARM = 40;
  private static final int ASKED = 200;
  private static final int AFTER_CHANGES = 5;
  private static final long MOST_SECONDS = 60; // of one kind; so many as there was time for are then told of

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final PrintStream out = System.out;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int documents;
  private final Newsroom newsroom = new Newsroom(SEED);
  private final Random random = new Random(SEED + 1);
  private String address = "";

  private PageTimes(int documents) {
    this.documents = documents;
  }

  /// Runs it.
  ///
  /// @param arguments how many claims, the folder for the ledger, which kinds of page (`all`, or some with commas between)
  /// @throws IOException if there is no place for it
  /// @throws InterruptedException if somebody stops it
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int claims = Integer.parseInt(arguments[0]);
    new PageTimes(claims / Newsroom.CLAIMS).run(Path.of(arguments[1]).resolve("pages-" + claims + ".ledger"),
        Set.of(arguments[2].split(",", -1)));
  }

  private void run(Path file, Set<String> kinds) throws IOException, InterruptedException {
    if (!Files.exists(file)) {
      grow(file);
    }
    try (Ledger ledger = Ledgers.open(file.toString(), Clock.systemUTC());
        WebServer server = WebServer.start(LedgerSource.ofFile(ledger, file), Optional.of(0))) {
      address = "http://localhost:" + server.port();
      out.printf(Locale.ROOT, "seed %d, %,d claims in %,d documents, heap %d MiB, %d processors%n", SEED,
          (long) documents * Newsroom.CLAIMS, documents, Runtime.getRuntime().maxMemory() >> 20,
          Runtime.getRuntime().availableProcessors());
      long start = System.nanoTime();
      ask(Map.entry("", claim()));
      out.printf(Locale.ROOT, "first page of a claim after starting: %.1f s%n%n", (System.nanoTime() - start) / 1e9);
      out.println("| page | median | 95 % | 99 % | asked | KiB | heap in use, MiB |");
      out.println("|---|---|---|---|---|---|---|");
      for (Map.Entry<String, Supplier<String>> kind : kinds().entrySet()) {
        if (kinds.contains("all") || kinds.contains(kind.getKey().split("[ ,]", -1)[0])) {
          measure(kind.getKey(), kind.getValue());
        }
      }
      afterChanges(ledger);
    }
  }

  private void grow(Path file) {
    long start = System.nanoTime();
    try (Ledger ledger = Ledgers.open(file.toString(), Clock.systemUTC())) {
      for (int number = 0; number < documents; number += BATCH) {
        List<Reading> batch = new ArrayList<>();
        for (int n = number; n < Math.min(documents, number + BATCH); n++) {
          batch.add(newsroom.reading(n));
        }
        ledger.append(batch);
      }
    }
    out.printf(Locale.ROOT, "made in %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  private Map<String, Supplier<String>> kinds() {
    Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
    kinds.put("claim", this::claim);
    kinds.put("claim origins", () -> claim() + "/origins");
    kinds.put("document", this::document);
    kinds.put("document as of a day", () -> document() + "?as-of=" + day());
    kinds.put("incident", this::incident);
    kinds.put("incident as often as told of", this::known);
    kinds.put("incident as of a day", () -> incident() + "?as-of=" + day());
    kinds.put("incident under a view", () -> incident() + "?view=none");
    kinds.put("incident timeline", () -> incident() + "/timeline");
    kinds.put("incident origins", () -> incident() + "/origins");
    kinds.put("incident brief", () -> incident() + "/brief");
    kinds.put("incident as Markdown", () -> incident() + ".md");
    kinds.put("document, why it was read so", () -> document() + "/reading");
    kinds.put("api incident", () -> "/api/v1/incidents/" + last(incident()));
    kinds.put("api claim", () -> "/api/v1/claims/" + last(claim()));
    kinds.put("sources", () -> "/sources");
    kinds.put("claims", () -> "/claims?accused=" + group());
    kinds.put("search", () -> "/search?q=" + Press.word(Press.often(random, 30_000)));
    kinds.put("front", () -> "/");
    kinds.put("matrix", () -> "/matrix");
    kinds.put("review", () -> "/review");
    kinds.put("incidents", () -> "/incidents?from=" + 100 * random.nextInt(5));
    kinds.put("incidents as of a day", () -> "/incidents?as-of=" + day());
    kinds.put("documents", () -> "/documents");
    kinds.put("disputes", () -> "/disputes?from=" + 25 * random.nextInt(20));
    kinds.put("names", () -> "/names");
    kinds.put("actors", () -> "/actors");
    kinds.put("actor", () -> "/actor/" + group());
    kinds.put("between", () -> "/between");
    return kinds;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Reading any() {
    return newsroom.reading(random.nextInt(documents));
  }

  private String claim() {
    List<Claim> claims = any().claims();
    return "/claim/" + claims.get(random.nextInt(claims.size())).id();
  }

  private String document() {
    return "/document/" + any().document().id().value();
  }

  /// Any incident, each as often as another: that of a report which was the first to tell of one.
  private String incident() {
    return incident(3 * random.nextInt(documents / 3));
  }

  /// Any report's incident: what many tell of is asked for as often as it is told of.
  private String known() {
    return incident(random.nextInt(documents));
  }

  private String incident(int report) {
    String account = newsroom.reading(report).claims().getFirst().account().orElseThrow().id();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/incident/" + encoded(account))).build();
    try {
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      return URI.create(answer.headers().firstValue("Location").orElse("/incident/" + encoded(account))).getRawPath();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String group() {
    return encoded(Newsroom.group(Press.often(random, Newsroom.GROUPS)));
  }

  private String day() {
    return LocalDate.of(2012, 1, 1).plusDays(random.nextInt(12) * 365L).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<byte[]> send(String path) {
    try {
      HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(URI.create(address + path)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
      String to = answer.headers().firstValue("Location").orElse("");
      return to.isEmpty() ? answer : send(to.startsWith("http") ? URI.create(to).getRawPath() : to);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int ask(Map.Entry<String, String> page) {
    HttpResponse<byte[]> answer = send(page.getValue());
    if (answer.statusCode() >= 500) {
      throw new IllegalStateException(page.getValue() + " answered " + answer.statusCode());
    }
    return answer.body().length;
  }

  private void measure(String kind, Supplier<String> pages) {
    long until = System.nanoTime() + MOST_SECONDS * 1_000_000_000L;
    double[] times = new double[ASKED];
    double[] processor = new double[ASKED];
    int asked = 0;
    long bytes = 0;
    for (int n = -WARM; n < ASKED && (System.nanoTime() < until || asked == 0); n++) {
      String page = pages.get();
      long start = System.nanoTime();
      long begun = SYSTEM.getProcessCpuTime();
      int length = ask(Map.entry(kind, page));
      double time = (System.nanoTime() - start) / 1e6;
      if (n >= 0 || System.nanoTime() > until) {
        processor[asked] = (SYSTEM.getProcessCpuTime() - begun) / 1e6;
        times[asked++] = time;
        bytes += length;
      }
    }
    double[] sorted = Arrays.copyOf(times, asked);
    Arrays.sort(sorted);
    double[] own = Arrays.copyOf(processor, asked);
    Arrays.sort(own);
    out.printf(Locale.ROOT, "| %s | %.0f (%.0f) | %.0f (%.0f) | %.0f (%.0f) | %d | %d | %d |%n", kind,
        at(sorted, 0.5), at(own, 0.5), at(sorted, 0.95), at(own, 0.95), at(sorted, 0.99), at(own, 0.99), asked,
        bytes / asked >> 10, used());
  }

  private static double at(double[] sorted, double part) {
    return sorted[Math.min(sorted.length - 1, (int) Math.ceil(part * sorted.length) - 1)];
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() >> 20;
  }

  /// A ruling is recorded, then a page is asked for; a report is added, then its own page is.
  private void afterChanges(Ledger ledger) {
    double[] ruled = new double[AFTER_CHANGES];
    double[] added = new double[AFTER_CHANGES];
    for (int n = 0; n < AFTER_CHANGES; n++) {
      String claim = claim();
      String id = claim.substring(claim.lastIndexOf('/') + 1);
      ledger.act(List.of(new Act.Ruled(new Ruling(id, RulingVerdict.CONFIRMED, Optional.empty(),
          "asked " + Instant.now(), "benchmark", LocalDate.of(2026, 1, 1), Optional.empty()))));
      ruled[n] = timed(claim);
      Reading report = newsroom.reading(documents + (int) (Clock.systemUTC().millis() % 1_000_000) + n);
      ledger.append(List.of(report));
      added[n] = timed("/document/" + report.document().id().value());
    }
    Arrays.sort(ruled);
    Arrays.sort(added);
    out.printf(Locale.ROOT,
        "%nfirst page after a ruling: %.0f ms, at worst %.0f; after a report was added: %.0f ms, at worst"
            + " %.0f%n",
        at(ruled, 0.5), at(ruled, 1), at(added, 0.5), at(added, 1));
  }

  private double timed(String page) {
    long start = System.nanoTime();
    ask(Map.entry("after a change", page));
    return (System.nanoTime() - start) / 1e6;
  }
}
