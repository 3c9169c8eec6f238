package org.tingbok.app.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.tingbok.exchange.containers.Bytes;
import org.tingbok.exchange.containers.Containers;
import org.tingbok.exchange.containers.Entries;
import org.tingbok.exchange.containers.Entry;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.ReportContents;
import org.tingbok.app.syndication.Listing;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.TingbokException;

/// The process that reads: requests on standard input, replies on standard output, nothing else. Ends with its input.
///
/// It may be ended at any moment: it writes no file. What takes more than its time ends it, since a thread of Java cannot be
/// ended alone.
public final class Worker {
  /// How it ends when a report took more than its time.
  static final int OVER = 4;
  /// How it ends when it cannot go on: whoever asked would wait for ever.
  static final int BROKEN = 5;
  /// Patterns and parsers recurse; the depth that honest reports need fits many times.
  private static final long STACK = 16L << 20;
  /// How much longer than processor time a report may take by the clock: others work on the same machine.
  private static final int CLOCK = 5;
  private static final long LOOK = 100_000_000;
  private static final int BEATS = 10;

  private final DataOutputStream out;
  private final ExecutorService pool;
  private final long time;
  private final Map<Long, Running> running = new ConcurrentHashMap<>();
  private InputReader.Reader reader = new ReportContents(NameDecisions.none(), false);
  private Optional<Entries> entries = Optional.empty();

  /// A job that has been begun.
  private record Running(long thread, long processor, long clock) {
  }

  /// What a job comes to.
  @FunctionalInterface
  private interface Job {
    Reply reply() throws IOException;
  }

  private Worker(OutputStream out, int threads, Duration time) {
    this.out = new DataOutputStream(new java.io.BufferedOutputStream(out, 1 << 16));
    this.pool = Executors.newFixedThreadPool(threads,
        Thread.ofPlatform().name("read-", 0).stackSize(STACK).factory());
    this.time = time.toNanos();
  }

  /// Works until its input ends.
  ///
  /// Nothing that is said while reports are read gets out, as there may be a report's text in it. A start that fails is told on
  /// standard error, in one line; of a later end only its kind is.
  ///
  /// @param words how many reports are read at a time, and the milliseconds of processor time that one has
  public static void main(String[] words) {
    PrintStream teller = System.err;
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nobody);
    System.setErr(nobody);
    boolean started = false;
    try {
      Worker worker = new Worker(out, Integer.parseInt(words[0]), Duration.ofMillis(Long.parseLong(words[1])));
      worker.send(new Reply.Beat());
      Thread.ofPlatform().daemon().name("watch").start(worker::watch);
      started = true;
      worker.work(
          new DataInputStream(new java.io.BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16)));
    } catch (IOException | RuntimeException | Error e) {
      teller.println(started ? e.getClass().getName() : e.toString());
      teller.flush();
      // Threads that read hold the machine up, and it would go on telling that it lives.
      Runtime.getRuntime().halt(BROKEN);
    }
  }

  private void work(DataInputStream in) throws IOException {
    try {
      while (true) {
        byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        take(Wire.value(Request.class, frame));
      }
    } catch (EOFException e) {
      pool.close(); // nobody asks any more; what was asked is answered first
    }
  }

  private void take(Request request) {
    switch (request) {
      case Request.Setup setup -> reader = new ReportContents(NameDecisions.of(setup.decisions()), setup.keeping());
      case Request.Read read -> {
        InputReader.Reader as = reader;
        begin(read.job(),
            () -> new Reply.Done(read.job(), as.read(read.source(), read.bytes(), read.beside())));
      }
      case Request.Open open -> begin(open.job(), () -> {
        close();
        Request.Container container = open.container();
        entries = Optional.of(Containers.open(container.name(), container.kind(), bytes(container)));
        return new Reply.Reached(open.job(), Optional.empty());
      });
      case Request.Next next -> begin(next.job(), () -> {
        Optional<Entry> entry = entries.isEmpty() ? Optional.empty() : entries.get().next();
        if (entry.isEmpty()) {
          close();
        }
        return new Reply.Reached(next.job(), entry);
      });
      case Request.Hand hand -> begin(hand.job(),
          () -> new Reply.Handed(hand.job(), Imports.read(hand.name(), hand.bytes())));
      case Request.Page page -> begin(page.job(),
          () -> new Reply.Listed(page.job(), Listing.of(page.found(), page.body())));
      case Request.Again again -> begin(again.job(), () -> new Reply.Reached(again.job(), Containers
          .again(again.container().kind(), bytes(again.container()), again.place()).map(Entry.class::cast)));
    }
  }

  private void close() throws IOException {
    Optional<Entries> open = entries;
    entries = Optional.empty();
    if (open.isPresent()) {
      open.get().close();
    }
  }

  private static Bytes bytes(Request.Container container) {
    return position -> {
      if (container.path().isPresent()) {
        return Channels.newInputStream(Files.newByteChannel(Path.of(container.path().get())).position(position));
      }
      InputStream stream = new ByteArrayInputStream(container.bytes());
      stream.skipNBytes(position);
      return stream;
    };
  }

  private void begin(long number, Job job) {
    var _ = pool.submit(() -> {
      running.put(number, new Running(Thread.currentThread().threadId(),
          ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(), System.nanoTime()));
      Reply reply;
      try {
        reply = job.reply();
      } catch (TingbokException e) {
        reply = refused(number, e.code(), String.valueOf(e.getMessage()), e instanceof FaultException, false);
      } catch (IOException e) {
        reply = refused(number, "PATH_UNREADABLE", "cannot be read (" + e.getMessage() + "); check the disk", false,
            false);
      } catch (StackOverflowError e) {
        reply = refused(number, "DOCUMENT_TOO_DEEP",
            "its parts stand deeper in each other than can be read; hand in its text", false, true);
      } catch (OutOfMemoryError e) { // of the libraries' own making; the machine's own ends the process
        reply = refused(number, "DOCUMENT_TOO_HEAVY", "is too large to be read whole; hand in a part", false, true);
      } catch (RuntimeException | LinkageError e) {
        reply = refused(number, "READ_FAULT", "could not be read for a defect of Tingbok (" + e + "); report it", true,
            e instanceof LinkageError);
      } catch (Error e) {
        reply = refused(number, "READ_FAULT",
            "could not be read for a defect of Tingbok (" + e.getClass().getName() + "); report it", true, true);
      }
      running.remove(number);
      try {
        send(reply);
      } catch (RuntimeException | Error e) {
        Runtime.getRuntime().halt(BROKEN); // what cannot be told would be waited for
      }
    });
  }

  private static Reply refused(long job, String code, String message, boolean ours, boolean tired) {
    return new Reply.Refused(job, code, message, ours, tired);
  }

  private void send(Reply reply) {
    byte[] bytes = Wire.bytes(Reply.class, reply);
    synchronized (out) {
      try {
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
      } catch (IOException e) {
        Runtime.getRuntime().halt(0); // whoever asked is gone
      }
    }
  }

  /// Tells that this lives, and ends it when a report has had its time.
  private void watch() {
    for (int look = 0;; look++) {
      if (look % BEATS == 0) {
        send(new Reply.Beat());
      }
      LockSupport.parkNanos(LOOK);
      List<Long> over = running.entrySet().stream().filter(entry -> over(entry.getValue())).map(Map.Entry::getKey)
          .toList();
      if (!over.isEmpty()) {
        over.forEach(job -> send(new Reply.Over(job)));
        Runtime.getRuntime().halt(OVER);
      }
    }
  }

  private boolean over(Running one) {
    long processor = ManagementFactory.getThreadMXBean().getThreadCpuTime(one.thread);
    return processor - one.processor > time || System.nanoTime() - one.clock > time * CLOCK;
  }
}
