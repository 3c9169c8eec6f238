package org.tingbok.app.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/// A worker as whoever asks it sees it. Safe for use by several threads.
final class WorkerProcess implements AutoCloseable {
  /// What a JVM that ran out of memory ends with (`ExitOnOutOfMemoryError`).
  private static final int OUT_OF_MEMORY = 3;
  /// From here on, what a process that was killed ends with: 128 and the signal's number.
  private static final int SIGNALLED = 128;
  private static final String ENDED = "it ended";
  /// An answer weighs less than this; more is no answer.
  private static final int LARGEST = 1 << 30;
  /// A worker tells every second that it lives. One that says nothing for so long does not.
  static final Duration SILENCE = Duration.ofSeconds(60);

  private final Process process;
  private final DataOutputStream out;
  private final Map<Long, CompletableFuture<Reply>> asked = new ConcurrentHashMap<>();
  private final AtomicLong jobs = new AtomicLong();
  private Optional<Request.Setup> setup = Optional.empty();
  private volatile long heard = System.nanoTime();
  private final LastWords words = new LastWords();
  private final Thread listener;
  private volatile boolean spoke;
  private volatile boolean silenced;
  private volatile boolean finishing;
  private volatile Optional<Reply.Gone> gone = Optional.empty();

  /// @throws OutOfMemoryError if there are no threads to hear it with; the process is ended then
  WorkerProcess(Process process) {
    this.process = process;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    this.listener = Thread.ofPlatform().daemon().name("worker-words")
        .unstarted(() -> words.listen(process.getErrorStream()));
    boolean attended = false;
    try {
      listener.start();
      Thread.ofPlatform().daemon().name("worker-hear").start(this::hear);
      Thread.ofPlatform().daemon().name("worker-watch").start(this::watch);
      attended = true;
    } finally {
      if (!attended) {
        process.destroyForcibly();
      }
    }
  }

  /// Asks, and waits for the answer.
  ///
  /// @param as what has to hold for this request; empty if nothing has to
  /// @param request makes the request from the number by which its answer is known
  /// @return the answer, [Reply.Gone] if there is none to come
  Reply ask(Optional<Request.Setup> as, LongFunction<Request> request) throws InterruptedException {
    long job = jobs.incrementAndGet();
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    asked.put(job, answer);
    gone.ifPresent(answer::complete);
    try {
      synchronized (out) {
        tell(as, request.apply(job));
      }
      return answer.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e); // it is only ever completed with an answer
    } finally {
      asked.remove(job);
    }
  }

  private void tell(Optional<Request.Setup> as, Request request) {
    try {
      if (as.isPresent() && !as.equals(setup)) {
        send(as.get());
        setup = as;
      }
      send(request);
      out.flush();
    } catch (IOException e) {
      // the one who hears tells why
    }
  }

  private void send(Request request) throws IOException {
    byte[] bytes = Wire.bytes(Request.class, request);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// Whether it can be asked.
  boolean lives() {
    return gone.isEmpty() && !finishing;
  }

  /// Lets it end once it has answered what it was asked.
  void finish() {
    finishing = true;
    synchronized (out) {
      try {
        out.close();
      } catch (IOException e) {
        // it has ended by itself
      }
    }
  }

  private void hear() {
    String why = ENDED;
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
      while (true) {
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
          throw new IOException("an answer of " + length + " bytes");
        }
        byte[] frame = new byte[length];
        in.readFully(frame);
        heard = System.nanoTime();
        spoke = true;
        answer(Wire.value(Reply.class, frame));
      }
    } catch (EOFException e) {
      // the usual end, of which its status tells more
    } catch (IOException | RuntimeException | Error e) {
      // Whatever it is, nobody hears this worker any more: whoever waits has to be told.
      why = "its answer cannot be understood (" + e.getClass().getSimpleName() + ")";
    }
    kill();
    end(why);
  }

  /// Ends it and leaves what it said to be read; the process itself would close that, too.
  private void kill() {
    boolean _ = process.toHandle().destroyForcibly();
  }

  private void answer(Reply reply) {
    switch (reply) {
      case Reply.Beat _, Reply.Gone _ -> {
        // that it was heard is all
      }
      case Reply.Done done -> answer(done.job(), done);
      case Reply.Refused refused -> answer(refused.job(), refused);
      case Reply.Over over -> answer(over.job(), over);
      case Reply.Reached reached -> answer(reached.job(), reached);
      case Reply.Handed handed -> answer(handed.job(), handed);
      case Reply.Listed listed -> answer(listed.job(), listed);
    }
  }

  private void answer(long job, Reply reply) {
    Optional.ofNullable(asked.get(job)).ifPresent(waiting -> waiting.complete(reply));
  }

  private void end(String why) {
    boolean interrupted = false;
    int status = -1;
    while (status < 0) {
      try {
        status = process.waitFor();
        listener.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    String how = silenced ? "it was silent for " + SILENCE.toSeconds() + " s"
        : !why.equals(ENDED) && status >= SIGNALLED ? why : ENDED + " with status " + status;
    Reply.Gone end = new Reply.Gone(how + words.last().map(line -> " and said last: " + line).orElse(""),
        status == OUT_OF_MEMORY, !spoke);
    gone = Optional.of(end);
    asked.values().forEach(waiting -> waiting.complete(end));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      while (!process.waitFor(1, TimeUnit.SECONDS)) {
        if (System.nanoTime() - heard > SILENCE.toNanos()) {
          silenced = true;
          kill();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
