package org.tingbok.app.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.tingbok.ledger.Snapshot;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.store.TemporaryFolder;
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

  private final Supplier<Ledger> ledgers;
  private final Clock clock;
  private final TemporaryFolder folder;
  private final Optional<Gatherer> gatherer;
  private final ArrayBlockingQueue<Work> queue = new ArrayBlockingQueue<>(WAITING);
  private final Map<String, Work> works = new LinkedHashMap<>();
  private final Thread reader;
  private int number;
  /// Told beside the interrupt, which what is being read may swallow.
  private volatile boolean closed;

  private Intake(Supplier<Ledger> ledgers, Clock clock, TemporaryFolder folder, Optional<Gatherer> gatherer) {
    this.gatherer = gatherer;
    this.ledgers = ledgers;
    this.clock = clock;
    this.folder = folder;
    this.reader = Thread.ofPlatform().daemon().name("intake").unstarted(this::work);
  }

  /// Starts taking in.
  ///
  /// @param ledgers opens the ledger that reports are recorded in; what it gives is closed after each delivery
  /// @param clock tells when something was handed in
  /// @param temporary a folder in which reports may lie until they are read
  /// @return open until closed
  /// @throws UnavailableException `TEMPORARY_UNWRITABLE` if nothing can be kept there
  public static Intake into(Supplier<Ledger> ledgers, Clock clock, Path temporary) {
    return into(ledgers, clock, temporary, Optional.empty());
  }

  /// The same, where reports may be fetched from addresses too.
  ///
  /// @param ledgers opens the ledger that reports are recorded in; what it gives is closed after each delivery
  /// @param clock tells when something was handed in
  /// @param temporary a folder in which reports may lie until they are read
  /// @param gatherer fetches them; empty if nothing is to be fetched
  /// @return open until closed
  /// @throws UnavailableException `TEMPORARY_UNWRITABLE` if nothing can be kept there
  public static Intake into(Supplier<Ledger> ledgers, Clock clock, Path temporary, Optional<Gatherer> gatherer) {
    Intake intake = new Intake(ledgers, clock, TemporaryFolder.in(temporary, "tingbok-intake-"), gatherer);
    intake.reader.start();
    return intake;
  }

  /// Whether reports may be ordered from addresses.
  ///
  /// @return false if nothing is fetched
  public boolean fetches() {
    return gatherer.isPresent();
  }

  private static UnavailableException unwritable(IOException e) {
    return new UnavailableException("TEMPORARY_UNWRITABLE",
        "cannot keep what was handed in (" + e.getMessage() + "); make room, or set TMPDIR", e);
  }

  /// A report of a delivery: it lies there already, or has to be fetched.
  private sealed interface Part {
    record Here(Source source) implements Part {
    }

    record Away(Order order) implements Part {
    }

    default String name() {
      return switch (this) {
        case Here here -> here.source.name();
        case Away away -> away.order.name();
      };
    }
  }

  /// A delivery on its way.
  private static final class Work {
    private final List<Part> parts;
    private final Consumer<Delivery> ended;
    private final CountDownLatch over = new CountDownLatch(1);
    private Delivery delivery;
    private boolean stopped;

    Work(Delivery delivery, List<Part> parts, Consumer<Delivery> ended) {
      this.delivery = delivery;
      this.parts = parts;
      this.ended = ended;
    }

    synchronized boolean on() {
      return !stopped;
    }

    synchronized Delivery now() {
      return delivery;
    }

    /// Stops it, unless it is being recorded already.
    synchronized void stop() {
      if (delivery.state() == State.WAITING || delivery.state() == State.FETCHING
          || delivery.state() == State.READING) {
        stopped = true;
      }
    }

    /// Goes on to another state.
    ///
    /// @return whether it did; not if somebody stopped it
    synchronized boolean to(State state) {
      if (stopped) {
        end(State.CANCELLED, Optional.empty());
        return false;
      }
      delivery = new Delivery(delivery.id(), delivery.handedIn(), state, delivery.items(), Optional.empty());
      return true;
    }

    synchronized void end(State state, Optional<Trouble> trouble) {
      List<Item> items = delivery.items().stream().map(
          item -> switch (item.fate()) {
            case WAITING, FETCHED, READ -> item.with(Fate.DROPPED);
            case ADDED, KNOWN, REPEATED, FAILED, DROPPED -> item;
          }).toList();
      delivery = new Delivery(delivery.id(), delivery.handedIn(), state, items, trouble);
    }

    /// @return whether to go on
    synchronized boolean set(int place, Item item) {
      List<Item> items = new ArrayList<>(delivery.items());
      items.set(place, item);
      delivery = new Delivery(delivery.id(), delivery.handedIn(), delivery.state(), items, Optional.empty());
      return !stopped;
    }
  }

  /// Hands reports in.
  ///
  /// @param uploads the reports, 1 or more
  /// @return the delivery, waiting
  /// @throws UnavailableException `INTAKE_FULL` if too many wait already, `TEMPORARY_UNWRITABLE` if they cannot be kept
  public Delivery handIn(List<Upload> uploads) {
    Path place = folder.path().resolve(next());
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
    return enqueue(place.getFileName().toString(), parts, _ -> {
    });
  }

  /// Orders reports from addresses.
  ///
  /// @param orders what is to be fetched, 1 or more
  /// @param ended told when the delivery has ended, by the thread that reads
  /// @return the delivery, waiting
  /// @throws UnavailableException as when handing in
  public Delivery order(List<Order> orders, Consumer<Delivery> ended) {
    Path place = folder.path().resolve(next());
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
        left.add(work.parts.get(i));
      }
    }
    if (left.isEmpty()) {
      throw new NotFoundException("DELIVERY_UNKNOWN", "nothing of delivery " + id + " is left to be read");
    }
    Path place = folder.path().resolve(next());
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
    return enqueue(place.getFileName().toString(), parts, work.ended);
  }

  private synchronized String next() {
    number++;
    return Integer.toString(number);
  }

  private synchronized Delivery enqueue(String id, List<Part> parts, Consumer<Delivery> ended) {
    Delivery delivery = new Delivery(id, clock.instant(), State.WAITING, parts.stream()
        .map(part -> new Item(part.name(), Fate.WAITING, Optional.empty(), Optional.empty(), Optional.empty()))
        .toList(), Optional.empty());
    Work work = new Work(delivery, parts, ended);
    if (!queue.offer(work)) {
      TemporaryFolder.sweep(folder.path().resolve(id));
      throw new UnavailableException("INTAKE_FULL",
          WAITING + " deliveries wait to be read already; hand it in again in a while");
    }
    works.put(id, work);
    works.values().stream().filter(one -> one.now().ended()).map(one -> one.now().id())
        .limit(Math.max(0, works.size() - KEPT)).toList().forEach(old -> {
          works.remove(old);
          TemporaryFolder.sweep(folder.path().resolve(old));
        });
    return delivery;
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
      work.over.await();
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
    work.stop();
    return work.now();
  }

  private void work() {
    try {
      while (!closed) {
        Work work = queue.take();
        try {
          one(work);
        } catch (TingbokException e) {
          work.end(State.FAILED, Optional.of(new Trouble(e.code(), String.valueOf(e.getMessage()))));
        } catch (RuntimeException | OutOfMemoryError e) {
          LOG.error("delivery {}", work.now().id(), e);
          work.end(State.FAILED, Optional.of(
              new Trouble("READ_FAULT", "the delivery stopped for a defect of Tingbok (" + e + "); report it")));
        }
        try {
          work.ended.accept(work.now());
        } catch (RuntimeException e) {
          LOG.error("delivery {}", work.now().id(), e);
        } finally {
          work.over.countDown();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What of a delivery is to be read, and where it came from.
  ///
  /// @param places the place of each source in the delivery
  /// @param from where a source came from, where it was fetched
  /// @param same reports that have not changed since they were put on record, by place
  private record Gathered(Map<Source, Integer> places, Map<Source, Gatherer.From> from,
      Map<Integer, Gatherer.Gathered.Same> same) {
  }

  /// Gets there what has to be fetched. The ledger is open for a moment only: others may add meanwhile.
  private Gathered gathered(Work work) {
    Gathered gathered = new Gathered(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
    boolean away = work.parts.stream().anyMatch(Part.Away.class::isInstance);
    Map<String, Act.Fetched> before = away ? before(work) : Map.of();
    for (int i = 0; i < work.parts.size() && work.on(); i++) {
      switch (work.parts.get(i)) {
        case Part.Here(Source source) -> gathered.places.put(source, i);
        case Part.Away(Order order) -> {
          Path place = folder.path().resolve(work.now().id());
          switch (gatherer.orElseThrow().gather(order, Optional.ofNullable(before.get(order.asked())), place,
              Integer.toString(i), work::on)) {
            case Gatherer.Gathered.Report(Source source, Gatherer.From from) -> {
              // Two addresses may lead to one page.
              Source own = gathered.places.containsKey(source) ? new Source(order.name(), source.path()) : source;
              gathered.places.put(own, i);
              gathered.from.put(own, from);
              work.set(i, new Item(source.name(), Fate.FETCHED, Optional.empty(), Optional.empty(), Optional.empty()));
            }
            case Gatherer.Gathered.Same same -> {
              gathered.same.put(i, same);
              work.set(i, new Item(order.name(), Fate.KNOWN, Optional.of(same.document().value()), Optional.empty(),
                  Optional.empty()));
            }
            case Gatherer.Gathered.Not(Trouble trouble) -> work.set(i,
                new Item(order.name(), Fate.FAILED, Optional.empty(), Optional.empty(), Optional.of(trouble)));
          }
        }
      }
    }
    return gathered;
  }

  private Map<String, Act.Fetched> before(Work work) {
    work.to(State.FETCHING);
    try (Ledger ledger = Patience.with(ledgers, () -> LOG.info("delivery {} waits for others", work.now().id()))) {
      return Gatherer.before(ledger.acts());
    }
  }

  private void one(Work work) {
    Gathered gathered = gathered(work);
    if (!work.to(State.READING)) {
      return;
    }
    Runnable quietly = () -> LOG.info("delivery {} waits for others that add", work.now().id());
    try (Ledger ledger = Patience.with(ledgers, quietly)) {
      Snapshot before = ledger.asOf(AsOf.NOW);
      Tally tally = new Tally(before.documents().keySet());
      Reports.Read read = Reports.aside(before.documents().values(), NameDecisions.of(before.names().meanings()))
          .read(List.copyOf(gathered.places.keySet()), InputStream.nullInputStream(), (source, documents, troubles) -> {
            int place = gathered.places.getOrDefault(source.file(), 0);
            return work.set(place, tally.done(place, source, documents, troubles));
          });
      if (work.to(State.RECORDING)) {
        List<Reading> readings = read.outcome().readings();
        List<Act> acts = new ArrayList<>(read.outcome().acts());
        acts.addAll(acts(work, gathered));
        acts.addAll(Captured.acts(read.outcome().sources()));
        if (!readings.isEmpty() || !acts.isEmpty()) {
          Patience.with(() -> ledger.append(readings, acts), quietly);
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

  /// Where each report came from, for the ledger.
  private static List<Act> acts(Work work, Gathered gathered) {
    List<Act> acts = new ArrayList<>();
    List<Item> items = work.now().items();
    gathered.from.forEach((source, from) -> items.get(gathered.places.getOrDefault(source, 0)).document()
        .ifPresent(document -> acts.add(from.act(new DocumentId(document)))));
    gathered.same.values().forEach(same -> acts.add(same.from().act(same.document())));
    return acts;
  }

  /// Stops: what is being recorded is recorded whole, everything else is dropped.
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      queue.clear();
      works.values().forEach(Work::stop);
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
    folder.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
