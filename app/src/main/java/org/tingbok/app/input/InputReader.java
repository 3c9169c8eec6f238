package org.tingbok.app.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.containers.Endings;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.ledger.Act;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.exchange.containers.Place;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.TingbokException;

/// Reads many reports on a few threads; the order of what comes out is the order of what went in.
///
/// A report that cannot be read becomes a [Trouble] and the rest is read. Files are weighed before they are loaded: no
/// more than two are in memory at a time, and of large ones no more than one. A container is read entry by entry.
public final class InputReader {
  /// The largest text, Markdown or HTML file that is read, in bytes.
  public static final long LARGEST_TEXT = Endings.LARGEST_TEXT;
  /// The largest PDF or DOCX file that is read, in bytes; most of such a file is pictures.
  public static final long LARGEST_CONTAINER = Endings.LARGEST_CONTAINER;
  private static final long LARGE = 2L << 20;
  /// Entries of containers that wait to be read weigh no more than this together, but for the last.
  private static final long MOST_HELD = 64L << 20;

  /// A way from bytes to what they say; used by several threads at once.
  @FunctionalInterface
  public interface Reader {
    /// Reads one input: a report, or a file in which a tool hands over what many reports say.
    ///
    /// @param source where it was found
    /// @param bytes its bytes
    /// @param beside what is known of it beside them
    /// @return what it says
    Contents read(String source, byte[] bytes, Beside beside);
  }

  /// What is known of a report beside its bytes.
  ///
  /// @param published when its story was first published, if that is known to be another day than it bears
  /// @param giver who handed it on, its publisher where it names none itself; empty if nobody is known
  public record Beside(Optional<PartialDate> published, Optional<String> giver) {
    /// Nothing is known.
    public static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty());
  }

  /// What one input holds.
  ///
  /// @param readings its documents, in its order; one for a report
  /// @param acts what it says is to be done about them: how far they may be passed on, what was retracted
  /// @param troubles what in it was left out, or is odd
  /// @param partly whether something in it was left out
  /// @param unread the texts in which sentences stayed unread; none if they are not kept
  public record Contents(List<Reading> readings, List<Act> acts, List<Trouble> troubles, boolean partly,
      List<Text> unread) {
    /// Copies the lists.
    public Contents {
      readings = List.copyOf(readings);
      acts = List.copyOf(acts);
      troubles = List.copyOf(troubles);
      unread = List.copyOf(unread);
    }
  }

  /// Somebody who waits for what comes of reading.
  @FunctionalInterface
  public interface Watcher {
    /// Told of each source when it is done, in the order of the sources, by one thread; of a container for each of its entries.
    ///
    /// @param source what was read
    /// @param documents what it holds; none if it could not be read
    /// @param troubles why it, or a part of it, could not be read
    /// @return whether to go on; if not, what has been read so far is all
    boolean done(Source source, List<DocumentId> documents, List<Trouble> troubles);
  }

  private final Reader reader;
  private final Readers readers;
  private final InputStream standardInput;
  private final int threads;
  private byte[] standardBytes = new byte[0];
  private final Semaphore large = new Semaphore(1);

  /// A way of reading.
  ///
  /// @param reader reads one report
  /// @param readers opens containers
  /// @param standardInput where `-` is read from
  /// @param threads how many read at a time, 1 or more
  public InputReader(Reader reader, Readers readers, InputStream standardInput, int threads) {
    this.reader = reader;
    this.readers = readers;
    this.standardInput = standardInput;
    this.threads = threads;
  }

  /// What came of reading.
  ///
  /// @param readings one for each document, in the order of the sources; the same bytes twice are one document
  /// @param acts what they say is to be done about their documents, in the order of the sources
  /// @param troubles what could not be read, in the order of the sources
  /// @param repeats how many sources held the very bytes of another
  /// @param sources where each document was found first
  /// @param held the documents that each source holds, also where another held them before
  /// @param partly whether of something that was read a part was left out
  public record Outcome(List<Reading> readings, List<Act> acts, List<Trouble> troubles, int repeats,
      Map<DocumentId, Source> sources, Map<Source, List<DocumentId>> held, boolean partly) {
    /// Copies the lists.
    public Outcome {
      readings = List.copyOf(readings);
      acts = List.copyOf(acts);
      troubles = List.copyOf(troubles);
      sources = Map.copyOf(sources);
      held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
    }
  }

  private sealed interface Result {
    record Read(Contents contents, Source source) implements Result {
    }

    record Failed(Trouble trouble, Source source) implements Result {
    }
  }

  /// Reads the sources.
  ///
  /// @param sources what to read
  /// @param watcher told of each when it is done
  /// @return what came of it
  public Outcome read(List<Source> sources, Watcher watcher) {
    List<Reading> readings = new ArrayList<>();
    List<Act> acts = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    Map<DocumentId, Source> documents = new HashMap<>();
    Map<DocumentId, Integer> places = new HashMap<>();
    Map<Source, List<DocumentId>> held = new LinkedHashMap<>();
    int repeats = 0;
    boolean partly = false;
    boolean on = true;
    Deque<Future<Result>> window = new ArrayDeque<>();
    AtomicLong weight = new AtomicLong();
    ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("read-", 0).factory());
    try (Arrivals arrivals = new Arrivals(sources, readers, this::standardInput)) {
      Optional<Arrivals.Arrival> next = arrivals.next();
      while (on && (next.isPresent() || !window.isEmpty())) {
        while (next.isPresent() && window.size() < threads * 4 && (window.isEmpty() || weight.get() < MOST_HELD)) {
          Arrivals.Arrival arrival = next.get();
          weight.addAndGet(arrival.weight());
          window.add(pool.submit(() -> {
            try {
              return one(arrival);
            } finally {
              weight.addAndGet(-arrival.weight());
            }
          }));
          next = arrivals.next();
        }
        switch (window.remove().get()) {
          case Result.Read(Contents contents, Source source) -> {
            for (Reading reading : contents.readings()) {
              held.computeIfAbsent(source, _ -> new ArrayList<>()).add(reading.document().id());
              Integer place = places.putIfAbsent(reading.document().id(), readings.size());
              if (place == null) {
                documents.put(reading.document().id(), source);
                readings.add(reading);
              } else {
                readings.set(place, joined(readings.get(place), reading, troubles));
                repeats++;
              }
            }
            partly |= contents.partly();
            acts.addAll(contents.acts());
            troubles.addAll(contents.troubles());
            on = watcher.done(source,
                contents.readings().stream().map(reading -> reading.document().id()).toList(), contents.troubles());
          }
          case Result.Failed(Trouble trouble, Source source) -> {
            troubles.add(trouble);
            on = watcher.done(source, List.of(), List.of(trouble));
          }
        }
      }
    } catch (ExecutionException e) {
      throw new FaultException("READ_FAULT", "reading stopped: " + e.getCause() + "; report this", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException("READ_INTERRUPTED", "reading was interrupted; nothing was written", e);
    } finally {
      pool.shutdownNow();
    }
    return new Outcome(readings, acts, troubles, repeats, documents, held, partly);
  }

  /// One document out of two files: events of MISP tell of it each what belongs to one incident. Where one of them brings
  /// quoted words only and the other the report itself, it is the report.
  private static Reading joined(Reading first, Reading second, List<Trouble> troubles) {
    boolean better = Imports.quoted(first.document()) && !Imports.quoted(second.document());
    Reading whole = better ? second : first;
    Map<String, Claim> claims = new LinkedHashMap<>();
    whole.claims().forEach(claim -> claims.put(claim.id(), claim));
    int left = 0;
    for (Claim claim : better ? first.claims() : second.claims()) {
      if (claim.evidence().stream().allMatch(one -> one.matches(whole.document().text()))) {
        claims.putIfAbsent(claim.id(), claim);
      } else {
        left++;
      }
    }
    if (left > 0) {
      troubles.add(Trouble.quoted(whole.document().source(), left));
    }
    return claims.size() == whole.claims().size() ? whole
        : new Reading(whole.document(), claims.values().stream()
            .sorted(Comparator.comparingInt(claim -> claim.evidence().getFirst().start())).toList(), whole.unread());
  }

  /// Reads one document once more.
  ///
  /// @param source a source that has been read before
  /// @param document which of the documents it holds
  /// @param published when its story was first published
  /// @return what it says; empty if it can no longer be read
  public Optional<Reading> again(Source source, DocumentId document, PartialDate published) {
    try {
      Optional<byte[]> bytes = source.place().isEmpty() ? Optional.of(bytes(source))
          : Arrivals.again(source, source.place().get(), readers, this::standardInput);
      return bytes.stream()
          .flatMap(
              report -> reader.read(source.name(), report, new Beside(Optional.of(published), giver(source))).readings()
                  .stream())
          .filter(reading -> reading.document().id().equals(document)).findFirst();
    } catch (IOException | TingbokException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> giver(Source source) {
    return source.place().flatMap(Place::giver);
  }

  /// Whatever one report does to the reader stays with that report.
  private Result one(Arrivals.Arrival arrival) {
    Source source = arrival.source();
    boolean heavy = false;
    if (arrival.trouble().isPresent()) {
      return new Result.Failed(arrival.trouble().get(), source);
    }
    try {
      heavy = (arrival.bytes().isPresent() ? arrival.weight() : size(source)) > LARGE;
      if (heavy) {
        large.acquire();
      }
      byte[] bytes = arrival.bytes().isPresent() ? arrival.bytes().get() : bytes(source);
      return new Result.Read(reader.read(source.name(), bytes, new Beside(Optional.empty(), giver(source))), source);
    } catch (TingbokException e) {
      return new Result.Failed(Trouble.of(e, source.name()), source);
    } catch (AccessDeniedException e) {
      return failed(source, "PATH_FORBIDDEN", "may not read " + source.name() + "; ask for the right to read it");
    } catch (IOException e) {
      return failed(source, "PATH_UNREADABLE",
          "cannot read " + source.name() + " (" + e.getMessage() + "); check the disk");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(source, "READ_INTERRUPTED", source.name() + " was not read: interrupted");
    } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
      return failed(source, "READ_FAULT",
          source.name() + " could not be read for a defect of Tingbok (" + e + "); report it");
    } finally {
      if (heavy) {
        large.release();
      }
    }
  }

  private static Result failed(Source source, String code, String message) {
    return new Result.Failed(new Trouble(code, message), source);
  }

  /// The size, checked against the limit before a byte is loaded.
  private static long size(Source source) throws IOException {
    if (source.path().isEmpty()) {
      return 0;
    }
    Path path = source.path().get();
    long size = Files.size(path);
    long limit = Endings.largest(path.getFileName().toString());
    if (size > limit) {
      throw tooLarge(source.name(), megabytes(size), limit);
    }
    return size;
  }

  private byte[] bytes(Source source) throws IOException {
    if (source.path().isEmpty()) {
      return standardInput();
    }
    Path path = source.path().get();
    if (Files.isRegularFile(path)) {
      return Files.readAllBytes(path);
    }
    try (InputStream stream = Files.newInputStream(path)) {
      return bounded(source.name(), stream, LARGEST_CONTAINER);
    }
  }

  private synchronized byte[] standardInput() throws IOException {
    standardBytes = standardBytes.length > 0 ? standardBytes
        : bounded(Source.STANDARD_INPUT.name(), standardInput, LARGEST_CONTAINER);
    return standardBytes;
  }

  private static byte[] bounded(String name, InputStream stream, long limit) throws IOException {
    byte[] bytes = stream.readNBytes((int) limit + 1);
    if (bytes.length > limit) {
      throw tooLarge(name, "more", limit);
    }
    return bytes;
  }

  private static BadInputException tooLarge(String name, String size, long limit) {
    return new BadInputException("DOCUMENT_TOO_LARGE", name + " has " + size + ", the limit is " + megabytes(limit)
        + "; split it, or take its text out");
  }

  private static String megabytes(long bytes) {
    return ((bytes + (1 << 20) - 1) >> 20) + " MiB";
  }
}
