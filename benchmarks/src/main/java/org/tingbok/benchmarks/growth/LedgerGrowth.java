package org.tingbok.benchmarks.growth;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntConsumer;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.PageRequest;
import org.tingbok.query.TextQuery;
import org.tingbok.store.Ledgers;
import org.tingbok.vocabulary.SlotRole;

/// Lets a ledger grow to 10^4, 10^5 … claims and measures at each size how fast it took them, how long questions take, and
/// how much room it needs. Prints a table in Markdown.
public final class LedgerGrowth {
  private static final long SEED = 20_260_101;
  private static final int BATCH = 100; // documents of one append
  private static final int WARM = 100;
  private static final int ASKED = 400;
  private static final AsOf DAY = AsOf.said(LocalDate.of(2018, 6, 30));
  private static final PageRequest PAGE = PageRequest.first(50);

  private final PrintStream out;
  private final Path file;

  private LedgerGrowth(PrintStream out, Path file) {
    this.out = out;
    this.file = file;
  }

  /// Runs it.
  ///
  /// @param arguments how many claims at the most, and the folder that the ledger is made in
  /// @throws IOException if there is no place for it
  /// @throws InterruptedException if somebody stops it
  public static void main(String[] arguments) throws IOException, InterruptedException {
    long most = Long.parseLong(arguments[0]);
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "growth");
    Path file = folder.resolve("growth.ledger");
    try {
      new LedgerGrowth(System.out, file).run(most);
    } finally {
      for (String part : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve(file.getFileName() + part));
      }
      Files.delete(folder);
    }
  }

  private void run(long most) throws IOException, InterruptedException {
    out.printf("seed %d, %d claims a document, %d documents an append, heap %d MiB%n%n", SEED, Press.CLAIMS, BATCH,
        Runtime.getRuntime().maxMemory() >> 20);
    out.println(
        "| claims | appended/s | last tenth/s | of processor time/s | bytes/claim | open | incident | its accounts | actor | actor as of | "
            + "actor recorded by | quotes | documents |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    long held = 0;
    for (long size = 10_000; size <= most; size *= 10) {
      double[] rates = grow(held, size);
      held = size;
      out.println(row(size, rates));
    }
  }

  /// Appends what is missing; claims a second over all of it and over its last tenth, and a second that the processor gave
  /// to the thread that appends.
  private double[] grow(long from, long to) throws InterruptedException {
    BlockingQueue<List<Reading>> made = new ArrayBlockingQueue<>(20);
    long first = from / Press.CLAIMS;
    long last = to / Press.CLAIMS;
    Thread press = Thread.ofPlatform().daemon().start(() -> {
      Press source = new Press(SEED);
      for (long number = first; number < last; number += BATCH) {
        List<Reading> batch = new ArrayList<>();
        for (long n = number; n < Math.min(last, number + BATCH); n++) {
          batch.add(source.reading(n));
        }
        try {
          made.put(batch);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    });
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long processor = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    long tenth = start;
    long done = first;
    long closing = last - (last - first) / 10;
    try (Ledger ledger = Ledgers.open(file.toString(), Clock.systemUTC())) {
      while (done < last) {
        List<Reading> batch = made.take();
        ledger.append(batch);
        if (done < closing && done + batch.size() >= closing) {
          tenth = System.nanoTime();
        }
        done += batch.size();
      }
    }
    press.join();
    long end = System.nanoTime();
    return new double[] {(to - from) / seconds(end - start), (last - closing) * Press.CLAIMS / seconds(end - tenth),
        (to - from) / seconds(threads.getCurrentThreadCpuTime() - processor)};
  }

  private String row(long size, double[] rates) throws IOException {
    long bytes = Files.size(file);
    long start = System.nanoTime();
    try (Ledger ledger = Ledgers.read(file.toString())) {
      ledger.claims(actor(1), AsOf.NOW, PAGE);
      double open = seconds(System.nanoTime() - start) * 1000;
      Instant half =
          ledger.claims(ClaimQuery.EVERYTHING, AsOf.NOW, PageRequest.first(1)).items().getFirst().recordedAt()
              .minus(Duration.ofMillis(1));
      Random random = new Random(SEED + 1);
      return String.format(Locale.ROOT, "| %,d | %,.0f | %,.0f | %,.0f | %,d | %.0f ms |", size, rates[0],
          rates[1], rates[2],
          bytes / size,
          open) + asked(n -> ledger.claims(incident(random), AsOf.NOW, PAGE))
          + asked(accounts(ledger, random))
          + asked(n -> ledger.claims(actor(Press.often(random, Press.ACTORS)), AsOf.NOW, PAGE))
          + asked(n -> ledger.claims(actor(Press.often(random, Press.ACTORS)), DAY, PAGE))
          + asked(n -> ledger.claims(actor(Press.often(random, Press.ACTORS)), AsOf.NOW.recorded(half), PAGE))
          + asked(n -> ledger.claims(ClaimQuery.of(new Condition.Quotes(words(random))).in(ClaimOrder.BEST), AsOf.NOW,
              PageRequest.first(20)))
          + asked(n -> ledger.documents(DocumentQuery.of(words(random)), AsOf.NOW, PageRequest.first(20)));
    }
  }

  /// Asks many times, warm: the median and the 99th percentile in milliseconds, and that of the time that the processor gave
  /// to it, which others on the machine do not change much.
  private static String asked(IntConsumer question) {
    for (int i = 0; i < WARM; i++) {
      question.accept(i);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] times = new long[ASKED];
    long[] processor = new long[ASKED];
    for (int i = 0; i < ASKED; i++) {
      long before = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      question.accept(i);
      times[i] = System.nanoTime() - start;
      processor[i] = threads.getCurrentThreadCpuTime() - before;
    }
    Arrays.sort(times);
    Arrays.sort(processor);
    return String.format(Locale.ROOT, " %.1f / %.1f (%.1f) |", times[ASKED / 2] / 1e6,
        times[ASKED * 99 / 100] / 1e6, processor[ASKED * 99 / 100] / 1e6);
  }

  private static ClaimQuery incident(Random random) {
    return ClaimQuery.of(new Condition.OfIncident(TextQuery.parse(Press.victim(Press.often(random, Press.VICTIMS)))));
  }

  private static IntConsumer accounts(Ledger ledger, Random random) {
    List<Set<String>> incidents = new ArrayList<>();
    for (int i = 0; i < WARM; i++) {
      Set<String> accounts = new java.util.HashSet<>();
      ledger.claims(incident(random), AsOf.NOW, PAGE).items()
          .forEach(claim -> claim.claim().account().ifPresent(account -> accounts.add(account.id())));
      incidents.add(accounts);
    }
    return n -> ledger.claims(ClaimQuery.of(new Condition.OfAccount(incidents.get(n % WARM))), AsOf.NOW, PAGE);
  }

  private static ClaimQuery actor(int number) {
    return ClaimQuery.of(new Condition.WithParty(Set.of(SlotRole.ACCUSED),
        Set.of(Press.actor(number), Press.actor(number + 1), "Nobody's " + number)));
  }

  private static TextQuery words(Random random) {
    return TextQuery.parse(Press.word(Press.often(random, 30_000)) + " " + Press.word(Press.often(random, 300)));
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
