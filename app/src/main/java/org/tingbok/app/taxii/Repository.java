package org.tingbok.app.taxii;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.desk.Extraction;
import org.tingbok.app.desk.WatchNews;
import org.tingbok.exchange.Extract;
import org.tingbok.ledger.Watch;

/// The collections with their logs, each brought up to the ledger when a walk through it begins. Safe for use by several threads.
final class Repository implements AutoCloseable {
  private final Sources sources;
  private final Map<String, ObjectLog> logs = new HashMap<>();
  /// Logs that others may still be reading.
  private final List<ObjectLog> left = new ArrayList<>();
  /// The state of the ledger, and the question, that a log was last brought up to.
  private final Map<String, String> stamps = new HashMap<>();

  Repository(Sources sources) {
    this.sources = sources;
  }

  List<Shelf> shelves() {
    List<Shelf> shelves = new ArrayList<>();
    shelves.add(new Shelf.Everything());
    WatchNews.watches(sources.ledger()).forEach(watch -> shelves.add(new Shelf.OfWatch(watch)));
    shelves.add(new Shelf.Inbox(sources.recorder().isPresent()));
    return shelves;
  }

  /// A collection by its id.
  ///
  /// @throws TaxiiProblem.Raised 404 if there is none
  Shelf shelf(String id) {
    return shelves().stream().filter(shelf -> shelf.id().equals(id)).findFirst()
        .orElseThrow(() -> TaxiiProblem.unknown("no collection " + TaxiiProblem.shown(id) + "; the list of collections"
            + " tells those there are"));
  }

  /// The log of a collection as it is.
  synchronized ObjectLog log(Shelf shelf) {
    return logs.computeIfAbsent(shelf.id(), id -> ObjectLog.open(sources.settings().beside(),
        Path.of(System.getProperty("java.io.tmpdir")), id));
  }

  /// The log of a collection, brought up to the ledger.
  ObjectLog current(Shelf shelf) {
    synchronized (stamps) {
      bring(shelf, sources.stamp().get());
    }
    return log(shelf);
  }

  private void bring(Shelf shelf, String ledger) {
    switch (shelf) {
      case Shelf.Inbox _ -> {
        // nothing of the ledger stands there
      }
      case Shelf.Everything _ -> {
        if (stale(shelf, ledger)) {
          anew(shelf);
          Publication.of(log(shelf), extraction().everything(), _ -> true);
          stamps.put(shelf.id(), ledger);
        }
      }
      case Shelf.OfWatch(Watch watch) -> {
        String stamp = ledger + " " + watch.question();
        if (stale(shelf, stamp)) {
          Shelf everything = new Shelf.Everything();
          bring(everything, ledger);
          ObjectLog all = log(everything);
          anew(shelf);
          Extract answers =
              extraction().matching(shelf.id(), WatchNews.query(sources.ledger(), watch));
          Publication.of(log(shelf), answers, id -> all.last(id).filter(LogEntry::revoked).isPresent());
          stamps.put(shelf.id(), stamp);
        }
      }
    }
  }

  /// Where the ledger is shown up to a marking only, what is no longer shown must not stand in what was served before either.
  private synchronized void anew(Shelf shelf) {
    if (sources.settings().cleared()) {
      Optional.ofNullable(logs.remove(shelf.id())).ifPresent(left::add);
    }
  }

  private boolean stale(Shelf shelf, String stamp) {
    return !Optional.ofNullable(stamps.get(shelf.id())).equals(Optional.of(stamp));
  }

  private Extraction extraction() {
    return new Extraction(sources.ledger(), sources.desk().get());
  }

  @Override
  public synchronized void close() {
    logs.values().forEach(ObjectLog::close);
    logs.clear();
    left.forEach(ObjectLog::close);
    left.clear();
  }
}
