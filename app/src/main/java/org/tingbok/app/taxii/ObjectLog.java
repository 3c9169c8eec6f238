package org.tingbok.app.taxii;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.app.beside.Beside;
import org.tingbok.vocabulary.UnavailableException;

/// What a collection has ever held, in the order in which it was added. Nothing is changed or taken out. Two files: the objects
/// one after another, and an index of which each line stands for a version that is there whole. Safe for use by several threads.
final class ObjectLog implements AutoCloseable {
  private static final Set<OpenOption> KEPT =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  private static final Set<OpenOption> PASSING = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
      StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);

  private final FileChannel objects;
  private final FileChannel index;
  private final List<LogEntry> entries = new ArrayList<>();
  private final Map<String, List<LogEntry>> versions = new HashMap<>();
  private long objectsEnd;
  private long indexEnd;

  private ObjectLog(FileChannel objects, FileChannel index) throws IOException {
    this.objects = objects;
    this.index = index;
    read();
  }

  /// Opens a log, or begins one; one that another server keeps already is begun anew, for as long as this server runs.
  ///
  /// @param beside where it lies; empty if nothing is to be kept
  /// @param temporary where it lies that long
  /// @param name the collection
  static ObjectLog open(Optional<Beside> beside, Path temporary, String name) {
    try {
      if (beside.isPresent()) {
        Path folder = beside.get().room("taxii");
        FileChannel index = FileChannel.open(folder.resolve(name + ".index"), KEPT);
        if (locked(index)) {
          return new ObjectLog(FileChannel.open(folder.resolve(name + ".objects"), KEPT), index);
        }
        index.close();
      }
      Path place = Files.createTempDirectory(temporary, "tingbok-taxii-");
      place.toFile().deleteOnExit();
      return new ObjectLog(FileChannel.open(place.resolve("objects"), PASSING),
          FileChannel.open(place.resolve("index"), PASSING));
    } catch (IOException e) {
      throw new UnavailableException("TAXII_LOG_UNUSABLE", "what was served by TAXII cannot be kept or read ("
          + e.getMessage() + "); make room, or move the folder taxii beside the ledger away to begin anew", e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null && lock.isValid();
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /// Takes over what is there whole; what a crash left of the last line is written over.
  private void read() throws IOException {
    byte[] bytes = read(index, 0, Math.toIntExact(index.size()));
    String text = new String(bytes, StandardCharsets.UTF_8);
    int whole = text.lastIndexOf('\n') + 1;
    try (BufferedReader lines = new BufferedReader(new StringReader(text.substring(0, whole)))) {
      for (Optional<String> line = Optional.ofNullable(lines.readLine()); line.isPresent(); line =
          Optional.ofNullable(lines.readLine())) {
        LogEntry entry = LogEntry.of(line.get());
        if (entry.offset() + entry.length() > objects.size()) {
          throw new IOException("an object is missing");
        }
        keep(entry);
        objectsEnd = Math.max(objectsEnd, entry.offset() + entry.length());
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
    indexEnd = text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
    index.truncate(indexEnd);
  }

  private void keep(LogEntry entry) {
    entries.add(entry);
    versions.computeIfAbsent(entry.id(), _ -> new ArrayList<>(1)).add(entry);
  }

  private static byte[] read(FileChannel channel, long offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException("it ends in the middle");
      }
    }
    return buffer.array();
  }

  private static void write(FileChannel channel, byte[] bytes, long offset) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer, offset + buffer.position());
    }
  }

  /// An object that is to be added, its JSON at its place already.
  ///
  /// @param notBefore the moment of the ledger that it comes from, in microseconds
  record Fresh(String id, String version, boolean revoked, boolean claim, String digest, long offset, int length,
      long notBefore) {
  }

  /// Writes an object's JSON; it is not there before it is added.
  ///
  /// @return where
  long store(byte[] json) {
    try {
      synchronized (this) {
        long offset = objectsEnd;
        write(objects, json, offset);
        objectsEnd += json.length;
        return offset;
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Adds objects, by the moments that they come from and then in their order.
  ///
  /// @param fresh stored before
  /// @return as added
  synchronized List<LogEntry> add(List<Fresh> fresh) {
    long last = entries.isEmpty() ? 0 : entries.getLast().added();
    List<LogEntry> added = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (Fresh one : fresh.stream().sorted(Comparator.comparingLong(Fresh::notBefore)).toList()) {
      last = Math.max(last + 1, one.notBefore());
      LogEntry entry = new LogEntry(last, one.id(), one.version(), one.revoked(), one.claim(), one.digest(),
          one.offset(), one.length());
      added.add(entry);
      lines.append(entry.line());
    }
    try {
      objects.force(false);
      byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      write(index, bytes, indexEnd);
      index.force(false);
      indexEnd += bytes.length;
    } catch (IOException e) {
      throw failed(e);
    }
    added.forEach(this::keep);
    return added;
  }

  private static UnavailableException failed(IOException e) {
    return new UnavailableException("TAXII_LOG_UNUSABLE", "what is served by TAXII cannot be written or read ("
        + e.getMessage() + "); make room for it beside the ledger, or in TMPDIR", e);
  }

  /// The JSON of an object.
  byte[] json(LogEntry entry) {
    try {
      return read(objects, entry.offset(), entry.length());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// The version that was added last.
  synchronized Optional<LogEntry> last(String id) {
    return Optional.ofNullable(versions.get(id)).map(List::getLast);
  }

  /// A version of an object.
  synchronized Optional<LogEntry> version(String id, String version) {
    return versions.getOrDefault(id, List.of()).stream()
        .filter(one -> one.version().equals(version)
            || LogEntry.instant(one.version()).equals(LogEntry.instant(version)))
        .findFirst();
  }

  /// The last versions of everything there is.
  synchronized List<LogEntry> all() {
    return versions.values().stream().map(List::getLast).toList();
  }

  /// When the last object was added.
  ///
  /// @return microseconds; 0 if there is none
  synchronized long end() {
    return entries.isEmpty() ? 0 : entries.getLast().added();
  }

  /// Part of a log.
  ///
  /// @param more whether something follows
  record Part(List<LogEntry> entries, boolean more) {
  }

  /// Takes out what is asked for, in the order of adding.
  ///
  /// @param filter what is asked for
  /// @param after later than this, microseconds
  /// @param upTo no later than this
  /// @param limit how many at most
  synchronized Part part(ObjectFilter filter, long after, long upTo, int limit) {
    List<LogEntry> found = new ArrayList<>();
    for (int at = firstAfter(Math.max(after, filter.addedAfter())); at < entries.size(); at++) {
      LogEntry entry = entries.get(at);
      if (entry.added() > upTo) {
        break;
      }
      if (filter.matches(entry) && filter.picks(entry, () -> upTo(entry.id(), upTo))) {
        if (found.size() == limit) {
          return new Part(found, true);
        }
        found.add(entry);
      }
    }
    return new Part(found, false);
  }

  private List<LogEntry> upTo(String id, long upTo) {
    return versions.getOrDefault(id, List.of()).stream().filter(one -> one.added() <= upTo).toList();
  }

  private int firstAfter(long after) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).added() > after) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public void close() {
    try (objects; index) {
      index.force(false);
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
