package org.tingbok.app.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
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
  private final ArrayBlockingQueue<Work> queue = new ArrayBlockingQueue<>(WAITING);
  private final Map<String, Work> works = new LinkedHashMap<>();
  private final Thread reader;
  private int number;

  private Intake(Supplier<Ledger> ledgers, Clock clock, TemporaryFolder folder) {
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
    Intake intake = new Intake(ledgers, clock, TemporaryFolder.in(temporary, "tingbok-intake-"));
    intake.reader.start();
    return intake;
  }

  private static UnavailableException unwritable(IOException e) {
    return new UnavailableException("TEMPORARY_UNWRITABLE",
        "cannot keep what was handed in (" + e.getMessage() + "); make room, or set TMPDIR", e);
  }

  /// A delivery on its way.
  private static final class Work {
    private final List<Source> sources;
    private Delivery delivery;
    private boolean stopped;

    Work(Delivery delivery, List<Source> sources) {
      this.delivery = delivery;
      this.sources = sources;
    }

    synchronized Delivery now() {
      return delivery;
    }

    /// Stops it, unless it is being recorded already.
    synchronized void stop() {
      if (delivery.state() == State.WAITING || delivery.state() == State.READING) {
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
          item -> item.fate() == Fate.WAITING || item.fate() == Fate.READ ? item.with(Fate.DROPPED) : item).toList();
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
    List<Source> sources = new ArrayList<>();
    try {
      Files.createDirectory(place);
      for (Upload upload : uploads) {
        Path file = place.resolve(sources.size() + ending(upload.file()));
        try (InputStream bytes = upload.bytes().get()) {
          Files.copy(bytes, file);
        }
        sources.add(new Source(upload.name(), Optional.of(file)));
      }
    } catch (IOException e) {
      TemporaryFolder.sweep(place);
      throw unwritable(e);
    }
    return enqueue(place.getFileName().toString(), sources);
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
    List<Upload> left = new ArrayList<>();
    for (int i = 0; i < before.items().size(); i++) {
      Fate fate = before.items().get(i).fate();
      if (before.ended() && (fate == Fate.FAILED || fate == Fate.DROPPED)) {
        Path path = work.sources.get(i).path().orElseThrow();
        left.add(new Upload(work.sources.get(i).name(), String.valueOf(path.getFileName()), () -> open(path)));
      }
    }
    if (left.isEmpty()) {
      throw new NotFoundException("DELIVERY_UNKNOWN", "nothing of delivery " + id + " is left to be read");
    }
    return handIn(left);
  }

  private static InputStream open(Path path) {
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private synchronized String next() {
    number++;
    return Integer.toString(number);
  }

  private synchronized Delivery enqueue(String id, List<Source> sources) {
    Delivery delivery = new Delivery(id, clock.instant(), State.WAITING, sources.stream()
        .map(source -> new Item(source.name(), Fate.WAITING, Optional.empty(), Optional.empty(), Optional.empty()))
        .toList(), Optional.empty());
    Work work = new Work(delivery, sources);
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
      while (true) {
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
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void one(Work work) {
    if (!work.to(State.READING)) {
      return;
    }
    Runnable quietly = () -> LOG.info("delivery {} waits for others that add", work.now().id());
    try (Ledger ledger = Patience.with(ledgers, quietly)) {
      Snapshot before = ledger.asOf(AsOf.NOW);
      Collection<DocumentId> known = before.documents().keySet();
      Map<Source, Integer> places = new HashMap<>();
      for (Source source : work.sources) {
        places.put(source, places.size());
      }
      Set<DocumentId> seen = new HashSet<>();
      Reports.Read read = new Reports(before.documents().values(), NameDecisions.of(before.names().meanings()), false)
          .read(work.sources, InputStream.nullInputStream(), (source, document, trouble) -> {
            Fate fate = document.isEmpty() ? Fate.FAILED
                : !seen.add(document.get()) ? Fate.REPEATED : known.contains(document.get()) ? Fate.KNOWN : Fate.READ;
            return work.set(places.getOrDefault(source, 0),
                new Item(source.name(), fate, document.map(DocumentId::value),
                    Optional.empty(), trouble));
          });
      if (work.to(State.RECORDING)) {
        List<Reading> readings = read.outcome().readings();
        if (!readings.isEmpty()) {
          Patience.with(() -> ledger.append(readings), quietly);
        }
        Map<String, Integer> claims = new HashMap<>();
        readings.forEach(reading -> claims.put(reading.document().id().value(), reading.claims().size()));
        List<Item> items = work.now().items();
        for (int i = 0; i < items.size(); i++) {
          Item item = items.get(i);
          work.set(i, new Item(item.name(), item.fate() == Fate.READ ? Fate.ADDED : item.fate(), item.document(),
              item.document().map(claims::get), item.trouble()));
        }
        work.end(State.DONE, Optional.empty());
      }
    }
  }

  /// Stops: what is being recorded is recorded whole, everything else is dropped.
  @Override
  public void close() {
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
