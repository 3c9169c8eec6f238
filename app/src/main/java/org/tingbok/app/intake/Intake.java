package org.tingbok.app.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.app.input.OnRecord;
import org.tingbok.app.input.Readers;
import org.tingbok.app.input.Reports;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Delivery.Fate;
import org.tingbok.app.intake.Delivery.Item;
import org.tingbok.app.intake.Delivery.State;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.ledger.Snapshot;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.store.TemporaryFolder;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// Takes reports in while a server runs. One delivery is read at a time, those that come meanwhile wait; a delivery is
/// recorded whole or, if it is stopped, not at all. Safe for use by several threads.
public final class Intake implements AutoCloseable {
  /// Deliveries that wait at most: who hands in more is asked to come again.
  private static final int WAITING = 50;
  /// Deliveries that can still be looked at when they have ended.
  private static final int KEPT = 50;
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  /// Taken from the queue by nobody: it only wakes the thread that waits there.
  private static final Work WAKE =
      new Work(new Delivery("", Instant.EPOCH, State.DONE, List.of(), Optional.empty()), List.of(), Intake::nobody, 0);

  private final Supplier<Ledger> ledgers;
  private final Clock clock;
  private final Spool spool;
  private final Optional<Gatherer> gatherer;
  private final Readers readers;
  private final IntakeObserver observer;
  private final ArrayBlockingQueue<Work> queue = new ArrayBlockingQueue<>(WAITING);
  private final Queue<Work> resumed = new ConcurrentLinkedQueue<>();
  private final Map<String, Work> works = new LinkedHashMap<>();
  private final Thread reader;
  /// Told beside the interrupt, which what is being read may swallow. It is set before everything that waits is dropped or parked under
  /// the lock: a delivery that is enqueued under the same lock either sees it and is refused, or is among those.
  private volatile boolean closed;

  private Intake(Supplier<Ledger> ledgers, Clock clock, Spool spool, Readers readers, Optional<Gatherer> gatherer,
      IntakeObserver observer) {
    this.readers = readers;
    this.gatherer = gatherer;
    this.ledgers = ledgers;
    this.clock = clock;
    this.spool = spool;
    this.observer = observer;
    this.reader = Thread.ofPlatform().daemon().name("intake").unstarted(this::work);
  }

  /// Starts taking in, and reads in this process.
  ///
  /// @param ledgers opens the ledger that reports are recorded in; what it gives is closed after each delivery
  /// @param clock tells when something was handed in
  /// @param temporary a folder in which reports may lie until they are read
  /// @return open until closed
  /// @throws UnavailableException `TEMPORARY_UNWRITABLE` if nothing can be kept there
  public static Intake into(Supplier<Ledger> ledgers, Clock clock, Path temporary) {
    return into(ledgers, clock, temporary, Readers.HERE, Optional.empty());
  }

  /// Starts taking in.
  ///
  /// @param ledgers opens the ledger that reports are recorded in; what it gives is closed after each delivery
  /// @param clock tells when something was handed in
  /// @param temporary a folder in which reports may lie until they are read
  /// @param readers where reports are read
  /// @param gatherer fetches those that are ordered from addresses; empty if nothing is to be fetched
  /// @return open until closed
  /// @throws UnavailableException `TEMPORARY_UNWRITABLE` if nothing can be kept there
  public static Intake into(Supplier<Ledger> ledgers, Clock clock, Path temporary, Readers readers,
      Optional<Gatherer> gatherer) {
    return into(ledgers, clock, Spool.passing(temporary), readers, gatherer, IntakeObserver.NONE);
  }

  /// The same, where what was handed in outlives this program.
  ///
  /// @param ledgers opens the ledger that reports are recorded in; what it gives is closed after each delivery
  /// @param clock tells when something was handed in
  /// @param spool keeps reports until they are read; closed with this
  /// @param readers where reports are read
  /// @param gatherer fetches them; empty if nothing is to be fetched
  /// @param observer is told what becomes of deliveries
  /// @return open until closed; what an earlier program left in the spool waits for [#resume]
  public static Intake into(Supplier<Ledger> ledgers, Clock clock, Spool spool, Readers readers,
      Optional<Gatherer> gatherer, IntakeObserver observer) {
    Intake intake = new Intake(ledgers, clock, spool, readers, gatherer, observer);
    intake.reader.start();
    return intake;
  }

  /// Takes up what an earlier program was handed and did not come to record. What was begun thrice and never came to an end is
  /// not begun again, but listed as failed, so that one report cannot bring a server down again and again.
  ///
  /// @param ended told when a delivery of orders has ended, with its orders, by the thread that reads
  /// @return how many deliveries were taken up
  public int resume(BiConsumer<List<Order>, Delivery> ended) {
    List<Spool.Left> left = spool.left();
    for (Spool.Left one : left) {
      List<Part> parts = one.parts();
      List<Order> orders = parts.stream().flatMap(part -> switch (part) {
        case Part.Away(Order order) -> Stream.of(order);
        case Part.Here _ -> Stream.empty();
      }).toList();
      Work work = new Work(waiting(one.id(), one.handedIn(), parts), parts,
          orders.isEmpty() ? Intake::nobody : delivery -> ended.accept(orders, delivery), one.begun());
      synchronized (this) {
        works.put(one.id(), work);
      }
      if (one.begun() >= Spool.ATTEMPTS || !parts.stream().allMatch(Intake::there)) {
        work.end(State.FAILED, Optional.of(new Trouble("DELIVERY_GIVEN_UP",
            "delivery " + one.id() + " was begun " + one.begun() + " times and each time the program ended; look at its"
                + " reports, then try it again")));
        work.over().countDown();
        spool.forget(one.id());
      } else {
        resumed.add(work);
      }
    }
    wake();
    return left.size();
  }

  private static void nobody(Delivery delivery) {
    LOG.debug("delivery {} has ended", delivery.id());
  }

  private static boolean there(Part part) {
    return switch (part) {
      case Part.Here(Source source) -> source.path().filter(Files::isRegularFile).isPresent();
      case Part.Away _ -> true;
    };
  }

  /// Whether reports may be ordered from addresses.
  ///
  /// @return false if nothing is fetched
  public boolean fetches() {
    return gatherer.isPresent();
  }

  /// What fetches.
  ///
  /// @return empty if nothing is fetched
  public Optional<Gatherer> gatherer() {
    return gatherer;
  }

  private static UnavailableException unwritable(IOException e) {
    return new UnavailableException("TEMPORARY_UNWRITABLE",
        "cannot keep what was handed in (" + e.getMessage() + "); make room, or set TMPDIR", e);
  }

  /// Hands reports in.
  ///
  /// @param uploads the reports, 1 or more
  /// @return the delivery, waiting
  /// @throws UnavailableException `INTAKE_FULL` if too many wait already, `TEMPORARY_UNWRITABLE` if they cannot be kept
  public Delivery handIn(List<Upload> uploads) {
    Path place = spool.room(spool.next());
    List<Part> parts = new ArrayList<>();
    try {
      Files.createDirectory(place);
      for (Upload upload : uploads) {
        Path file = place.resolve(parts.size() + ending(upload.file()));
        try (InputStream bytes = upload.bytes().get()) {
          Files.copy(bytes, file);
        }
        parts.add(new Part.Here(new Source(upload.name(), Optional.of(file))));
      }
    } catch (IOException e) {
      TemporaryFolder.sweep(place);
      throw unwritable(e);
    }
    return enqueue(place.getFileName().toString(), parts, Intake::nobody);
  }

  /// Orders reports from addresses.
  ///
  /// @param orders what is to be fetched, 1 or more
  /// @param ended told when the delivery has ended, by the thread that reads
  /// @return the delivery, waiting
  /// @throws UnavailableException as when handing in
  public Delivery order(List<Order> orders, Consumer<Delivery> ended) {
    Path place = spool.room(spool.next());
    try {
      Files.createDirectory(place);
    } catch (IOException e) {
      throw unwritable(e);
    }
    return enqueue(place.getFileName().toString(), orders.stream().<Part>map(Part.Away::new).toList(), ended);
  }

  /// Hands in again what of a delivery is not on record.
  ///
  /// @param id a delivery that has ended
  /// @return a delivery of its own
  /// @throws NotFoundException `DELIVERY_UNKNOWN` if there is none or nothing of it is left to be read
  /// @throws UnavailableException as when handing in
  public Delivery retry(String id) {
    Work work = find(id);
    Delivery before = work.now();
    List<Part> left = new ArrayList<>();
    for (int i = 0; i < before.items().size(); i++) {
      Fate fate = before.items().get(i).fate();
      if (before.ended() && (fate == Fate.FAILED || fate == Fate.DROPPED)) {
        left.add(work.parts().get(i));
      }
    }
    if (left.isEmpty()) {
      throw new NotFoundException("DELIVERY_UNKNOWN", "nothing of delivery " + id + " is left to be read");
    }
    Path place = spool.room(spool.next());
    List<Part> parts = new ArrayList<>();
    try {
      Files.createDirectory(place);
      for (Part part : left) {
        parts.add(switch (part) {
          case Part.Away away -> away;
          case Part.Here(Source source) -> {
            Path from = source.path().orElseThrow();
            Path file = place.resolve(parts.size() + ending(String.valueOf(from.getFileName())));
            yield new Part.Here(new Source(source.name(), Optional.of(Files.copy(from, file))));
          }
        });
      }
    } catch (IOException e) {
      TemporaryFolder.sweep(place);
      throw unwritable(e);
    }
    Delivery again = enqueue(place.getFileName().toString(), parts, work.ended());
    spool.forget(id);
    return again;
  }

  private synchronized Delivery enqueue(String id, List<Part> parts, Consumer<Delivery> ended) {
    Delivery delivery = waiting(id, clock.instant(), parts);
    Work work = new Work(delivery, parts, ended, 0);
    if (closed) {
      TemporaryFolder.sweep(spool.room(id));
      throw new UnavailableException("SERVER_STOPPING", "this server is being stopped; hand it in again in a minute");
    }
    if (queue.remainingCapacity() == 0) {
      TemporaryFolder.sweep(spool.room(id));
      throw new UnavailableException("INTAKE_FULL",
          WAITING + " deliveries wait to be read already; hand it in again in a while");
    }
    spool.keep(new Spool.Left(id, delivery.handedIn(), 0, parts));
    queue.add(work);
    works.put(id, work);
    works.values().stream().filter(one -> one.now().ended()).map(one -> one.now().id())
        .limit(Math.max(0, works.size() - KEPT)).toList().forEach(old -> {
          works.remove(old);
          spool.drop(old);
        });
    return delivery;
  }

  private static Delivery waiting(String id, Instant handedIn, List<Part> parts) {
    return new Delivery(id, handedIn, State.WAITING, parts.stream()
        .map(part -> new Item(part.name(), Fate.WAITING, Optional.empty(), Optional.empty(), Optional.empty()))
        .toList(), Optional.empty());
  }

  /// How many deliveries wait to be read.
  ///
  /// @return 0 or more
  public int waiting() {
    return queue.size() + resumed.size();
  }

  /// Whether deliveries are being taken from the queue.
  ///
  /// @return false once closed, or if the thread that reads has died of a defect
  public boolean alive() {
    return reader.isAlive();
  }

  /// A file's ending, of letters and digits only; the kind of a report is known by it.
  private static String ending(String file) {
    int dot = file.lastIndexOf('.');
    String ending = dot < 0 ? "" : file.substring(dot);
    return ending.matches("\\.[A-Za-z0-9]{1,12}") ? ending : "";
  }

  /// The deliveries that can be looked at.
  ///
  /// @return the latest first
  public synchronized List<Delivery> deliveries() {
    return works.values().stream().map(Work::now).toList().reversed();
  }

  /// One delivery.
  ///
  /// @param id its id
  /// @return as of now
  /// @throws NotFoundException `DELIVERY_UNKNOWN` if there is none, or it ended long ago
  public Delivery delivery(String id) {
    return find(id).now();
  }

  /// Waits for a delivery to end.
  ///
  /// @param id its id
  /// @return as it ended; as of now if this thread is interrupted
  /// @throws NotFoundException `DELIVERY_UNKNOWN` if there is none
  public Delivery awaited(String id) {
    Work work = find(id);
    try {
      work.over().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return work.now();
  }

  private synchronized Work find(String id) {
    return Optional.ofNullable(works.get(id)).orElseThrow(() -> new NotFoundException("DELIVERY_UNKNOWN",
        "no delivery " + id + " since this server was started; the page Add lists them"));
  }

  /// Stops a delivery; if it is being recorded already, it comes to its end.
  ///
  /// @param id its id
  /// @return as of now
  /// @throws NotFoundException `DELIVERY_UNKNOWN` if there is none
  public Delivery cancel(String id) {
    Work work = find(id);
    if (work.stop()) {
      spool.forget(id);
    }
    return work.now();
  }

  private void work() {
    try {
      while (!closed) {
        Work work = take();
        boolean again = false;
        try {
          spool.begin(new Spool.Left(work.now().id(), work.now().handedIn(), work.begun() + 1, work.parts()));
          one(work);
        } catch (TingbokException e) {
          work.end(State.FAILED, Optional.of(new Trouble(e.code(), String.valueOf(e.getMessage()))));
          again = e instanceof UnavailableException || e instanceof ContentionException;
        } catch (RuntimeException | OutOfMemoryError e) {
          LOG.error("delivery {}", work.now().id(), e);
          work.end(State.FAILED, Optional.of(
              new Trouble("READ_FAULT", "the delivery stopped for a defect of Tingbok (" + e + "); report it")));
        }
        ended(work, again);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What an earlier program left comes first.
  private Work take() throws InterruptedException {
    while (true) {
      Optional<Work> before = Optional.ofNullable(resumed.poll());
      if (before.isPresent()) {
        return before.get();
      }
      Work next = queue.take();
      if (next != WAKE) {
        return next;
      }
    }
  }

  private void wake() {
    queue.offer(WAKE); // a queue that is full wakes the thread by itself
  }

  /// Tells whoever waits for it that a delivery has ended.
  ///
  /// @param again whether it is left for the next program: what was in the way is the machine's, not the report's
  private void ended(Work work, boolean again) {
    try {
      if (!work.parked()) {
        if (!again) {
          spool.forget(work.now().id());
        }
        observer.ended(work.now());
        work.ended().accept(work.now());
      }
    } catch (RuntimeException e) {
      LOG.error("delivery {}", work.now().id(), e);
    } finally {
      work.over().countDown();
    }
  }

  private void one(Work work) {
    Gathering.Gathered gathered = new Gathering(ledgers, spool, gatherer).gathered(work);
    if (!work.to(State.READING)) {
      return;
    }
    Runnable quietly = () -> LOG.info("delivery {} waits for others that add", work.now().id());
    try (Ledger ledger = Patience.with(ledgers, quietly)) {
      Snapshot before = ledger.asOf(AsOf.NOW);
      Tally tally = new Tally(before.documents().keySet());
      Reports.Read read =
          Reports.aside(readers, OnRecord.of(ledger, before), NameDecisions.of(before.names().meanings()))
              .read(List.copyOf(gathered.places().keySet()), InputStream.nullInputStream(),
                  (source, documents, troubles) -> {
                    int place = gathered.places().getOrDefault(source.file(), 0);
                    return work.set(place, tally.done(place, source, documents, troubles));
                  });
      if (work.to(State.RECORDING)) {
        List<Reading> readings = read.outcome().readings();
        List<Act> acts = new ArrayList<>(read.outcome().acts());
        acts.addAll(gathered.acts(work.now().items()));
        acts.addAll(Captured.acts(read.outcome().sources()));
        if (!readings.isEmpty() || !acts.isEmpty()) {
          long begun = System.nanoTime();
          Receipt receipt = Patience.with(() -> ledger.append(readings, acts), quietly).readings();
          observer.appended(Duration.ofNanos(System.nanoTime() - begun), receipt.newClaims());
        }
        Map<DocumentId, Integer> claims = new HashMap<>();
        readings.forEach(reading -> claims.put(reading.document().id(), reading.claims().size()));
        List<Item> items = work.now().items();
        for (int i = 0; i < items.size(); i++) {
          int place = i;
          Item item = items.get(i);
          work.set(i, new Item(item.name(), item.fate() == Fate.READ ? Fate.ADDED : item.fate(), item.document(),
              item.document().map(
                  _ -> tally.at(place).stream().mapToInt(document -> claims.getOrDefault(document, 0)).sum()),
              item.trouble()));
        }
        work.end(State.DONE, Optional.empty());
      }
    }
  }

  /// Stops: what is being recorded is recorded whole. Everything else is dropped or, where the spool outlives this program, left
  /// in it for the next one.
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      queue.clear();
      resumed.clear();
      works.values().forEach(spool.outlives() ? Work::park : Work::stop);
    }
    reader.interrupt();
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended) {
      try {
        reader.join();
        ended = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    spool.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
