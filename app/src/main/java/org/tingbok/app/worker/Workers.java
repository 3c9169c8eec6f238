package org.tingbok.app.worker;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import org.tingbok.exchange.containers.Bytes;
import org.tingbok.exchange.containers.Entries;
import org.tingbok.exchange.containers.Entry;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.exchange.containers.Place;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.Readers;
import org.tingbok.app.input.Source;
import org.tingbok.app.syndication.Listing;
import org.tingbok.claim.NameDecision;
import org.tingbok.reading.document.Budget;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// Readers that are processes of their own. Safe for use by several threads.
///
/// One worker reads several reports at a time, so that models are loaded and code is compiled once. When it breaks down, each
/// report that it had is given to a worker that has nothing else: the one that breaks that, too, is the one that is lost, and
/// is named. Nothing is started until something is to be read.
public final class Workers implements Readers {
  private final Launch launch;
  private final Semaphore alone = new Semaphore(1);
  private Optional<WorkerProcess> shared = Optional.empty();
  private Optional<WorkerProcess> opener = Optional.empty();
  private Optional<WorkerProcess> lone = Optional.empty();
  private volatile boolean closed;

  Workers(Launch launch) {
    this.launch = launch;
  }

  /// Workers that run as this process does.
  ///
  /// @return with none started yet
  public static Workers ofThisProcess() {
    Budget budget = Budget.USUAL;
    return new Workers(Launch.ofThisProcess(budget.with(budget.time(), Runtime.getRuntime().maxMemory()),
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4)));
  }

  @Override
  public InputReader.Reader reading(List<NameDecision> decisions, boolean keeping) {
    Optional<Request.Setup> setup = Optional.of(new Request.Setup(List.copyOf(decisions), keeping));
    return (source, bytes, beside) -> {
      LongFunction<Request> request = job -> new Request.Read(job, source, bytes, beside);
      Reply reply = ask(shared(), setup, request);
      if (reply instanceof Reply.Gone) {
        reply = alone(setup, request);
      }
      if (reply instanceof Reply.Done done) {
        return done.contents();
      }
      throw refusal(source, reply);
    };
  }

  @Override
  public Optional<Imported> imported(String name, byte[] bytes) {
    Reply reply = twice(job -> new Request.Hand(job, name, bytes));
    if (reply instanceof Reply.Handed handed) {
      return handed.imported();
    }
    throw refusal(name, reply);
  }

  /// Asks the worker that all share, and where that breaks down one that has nothing else.
  private Reply twice(LongFunction<Request> request) {
    Reply reply = ask(shared(), Optional.empty(), request);
    return reply instanceof Reply.Gone ? alone(Optional.empty(), request) : reply;
  }

  @Override
  public Listing listing(URI found, byte[] body) {
    Reply reply = twice(job -> new Request.Page(job, found, body));
    if (reply instanceof Reply.Listed listed) {
      return listed.listing();
    }
    throw refusal(found.toString(), reply);
  }

  private Reply alone(Optional<Request.Setup> setup, LongFunction<Request> request) {
    try {
      alone.acquire();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    try (WorkerProcess own = lone()) {
      return ask(own, setup, request);
    } finally {
      alone.release();
    }
  }

  /// A worker that has one report; known, so that it ends when all do.
  private synchronized WorkerProcess lone() {
    WorkerProcess worker = started(1);
    lone = Optional.of(worker);
    return worker;
  }

  private Reply ask(WorkerProcess worker, Optional<Request.Setup> setup, LongFunction<Request> request) {
    try {
      Reply reply = worker.ask(setup, request);
      if (reply instanceof Reply.Refused refused && refused.tired()) {
        retire(worker);
      }
      return reply;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static FaultException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new FaultException("READ_INTERRUPTED", "reading was interrupted", e);
  }

  private synchronized WorkerProcess shared() {
    WorkerProcess worker = shared.filter(WorkerProcess::lives).orElseGet(() -> started(launch.threads()));
    shared = Optional.of(worker);
    return worker;
  }

  private WorkerProcess started(int atATime) {
    if (closed) {
      throw stopped();
    }
    return launch.start(atATime);
  }

  private static FaultException stopped() {
    return new FaultException("READ_INTERRUPTED", "reading was stopped");
  }

  /// Gets nothing more to read, and ends when it has read what it has.
  private synchronized void retire(WorkerProcess worker) {
    worker.finish();
    shared = shared.filter(one -> !one.equals(worker));
    opener = opener.filter(one -> !one.equals(worker));
  }

  private TingbokException refusal(String source, Reply reply) {
    return switch (reply) {
      case Reply.Refused refused when refused.ours() -> new FaultException(refused.code(), named(source, refused));
      case Reply.Refused refused -> new BadInputException(refused.code(), named(source, refused));
      case Reply.Over _ -> new BadInputException("DOCUMENT_TOO_SLOW", source + ": took more than the "
          + launch.budget().time().toMillis() / 1000.0 + " s of processor time that a document has; hand in a part");
      case Reply.Gone _ when closed -> stopped();
      case Reply.Gone gone when gone.unstarted() -> new UnavailableException("WORKER_UNSTARTED",
          source + ": not read, since the process that reads reports does not start (" + gone.why()
              + "); make room for one, then add it again");
      case Reply.Gone gone when gone.memory() -> new BadInputException("DOCUMENT_TOO_HEAVY", source
          + ": takes more than the " + (launch.budget().memory() >> 20) + " MiB of memory that a document has; hand in"
          + " a part");
      case Reply.Gone gone -> new FaultException("DOCUMENT_CRASHES",
          source + ": its reader breaks down over it (" + gone.why() + "); report it");
      case Reply.Done _, Reply.Reached _, Reply.Listed _, Reply.Handed _, Reply.Beat _ ->
        new FaultException("READ_FAULT", source + ": its reader answered something else; report it");
    };
  }

  private static String named(String source, Reply.Refused refused) {
    return refused.message().contains(source) ? refused.message() : source + ": " + refused.message();
  }

  private static Request.Container container(Source source, Kind kind, Bytes bytes) throws IOException {
    if (source.path().isPresent()) {
      return new Request.Container(source.name(), kind, source.path().map(path -> path.toAbsolutePath().toString()),
          new byte[0]);
    }
    try (InputStream stream = bytes.from(0)) {
      return new Request.Container(source.name(), kind, Optional.empty(), stream.readAllBytes());
    }
  }

  /// A worker that nobody else opens containers with meanwhile.
  private synchronized WorkerProcess taken() {
    WorkerProcess worker = opener.filter(WorkerProcess::lives).orElseGet(() -> started(1));
    opener = Optional.empty();
    return worker;
  }

  private synchronized void given(WorkerProcess worker) {
    if (closed || opener.isPresent() || !worker.lives()) {
      worker.close();
    } else {
      opener = Optional.of(worker);
    }
  }

  @Override
  public Entries open(Source source, Kind kind, Bytes bytes) throws IOException {
    Request.Container container = container(source, kind, bytes);
    WorkerProcess worker = taken();
    try {
      Optional<Entry> _ = reached(worker, source, job -> new Request.Open(job, container));
    } catch (TingbokException e) {
      given(worker);
      throw e;
    }
    return new Entries() {
      @Override
      public Optional<Entry> next() {
        return reached(worker, source, Request.Next::new);
      }

      @Override
      public void close() {
        given(worker);
      }
    };
  }

  @Override
  public Optional<byte[]> again(Source source, Kind kind, Bytes bytes, Place place) throws IOException {
    Request.Container container = container(source, kind, bytes);
    WorkerProcess worker = taken();
    try {
      return reached(worker, source, job -> new Request.Again(job, container, place))
          .flatMap(entry -> entry instanceof Entry.Report report ? Optional.of(report.bytes()) : Optional.empty());
    } finally {
      given(worker);
    }
  }

  private Optional<Entry> reached(WorkerProcess worker, Source source, LongFunction<Request> request) {
    Reply reply = ask(worker, Optional.empty(), request);
    if (reply instanceof Reply.Reached reached) {
      return reached.entry();
    }
    throw refusal(source.name(), reply);
  }

  @Override
  public synchronized void close() {
    closed = true;
    shared.ifPresent(WorkerProcess::close);
    opener.ifPresent(WorkerProcess::close);
    lone.ifPresent(WorkerProcess::close);
    shared = Optional.empty();
    opener = Optional.empty();
    lone = Optional.empty();
  }
}
