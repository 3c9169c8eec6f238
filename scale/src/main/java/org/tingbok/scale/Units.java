package org.tingbok.scale;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.tingbok.exchange.containers.Bytes;
import org.tingbok.exchange.containers.Containers;
import org.tingbok.exchange.containers.Endings;
import org.tingbok.exchange.containers.Entries;
import org.tingbok.exchange.containers.Entry;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.exchange.containers.Place;
import org.tingbok.exchange.imports.Imports;

/// Goes through the reports of some files, of containers entry by entry; each is loaded when it is asked for. For one thread.
final class Units implements Iterator<Units.Unit> {
  private static final int ENTRY_BITS = 28;

  private final Configuration configuration;
  private final Deque<Corpus.File> files;
  private Optional<Open> open = Optional.empty();
  private Optional<Unit> next;

  /// Reports of files.
  ///
  /// @param files the files, in order
  /// @param configuration how file systems are reached
  Units(List<Corpus.File> files, Configuration configuration) {
    this.files = new ArrayDeque<>(files);
    this.configuration = configuration;
    this.next = find();
  }

  /// What stands at one place of the corpus.
  ///
  /// @param order its place in the whole corpus: the file's number, and below it that of the entry
  /// @param name what it is called
  /// @param found the report, or why there is none
  record Unit(long order, String name, Content found) {
  }

  /// A report or a fault.
  sealed interface Content {
    /// A report.
    ///
    /// @param bytes not to be changed
    /// @param place where in its container it stands; empty for a file of its own
    @SuppressWarnings("ArrayRecordComponent")
    record Report(byte[] bytes, Optional<Place> place) implements Content {
    }

    /// Something that could not be read.
    ///
    /// @param code stable code
    /// @param message one line
    record Fault(String code, String message) implements Content {
    }
  }

  /// A container that is being read.
  private static final class Open implements Closeable {
    private final Corpus.File file;
    private final Entries entries;
    private long count;

    Open(Corpus.File file, Entries entries) {
      this.file = file;
      this.entries = entries;
    }

    @Override
    public void close() throws IOException {
      entries.close();
    }
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public Unit next() {
    Unit now = next.orElseThrow(NoSuchElementException::new);
    next = find();
    return now;
  }

  private Optional<Unit> find() {
    while (open.isPresent() || !files.isEmpty()) {
      Optional<Unit> found = open.isPresent() ? entry(open.get()) : file(files.remove());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Unit> file(Corpus.File file) {
    long order = file.number() << ENTRY_BITS;
    try {
      Path path = new Path(file.address());
      FileSystem system = path.getFileSystem(configuration);
      if (Endings.of(path.getName()).equals(Corpus.PARQUET)) {
        ParquetLines lines = new ParquetLines(path, configuration);
        open = Optional.of(new Open(file, Containers.open(file.name(), Kind.LINES, _ -> lines.stream())));
        return Optional.empty();
      }
      Bytes bytes = position -> {
        FSDataInputStream stream = system.open(path);
        stream.seek(position);
        return stream;
      };
      byte[] head;
      try (InputStream stream = bytes.from(0)) {
        head = stream.readNBytes(Kind.HEAD);
      }
      Optional<Kind> kind = Kind.of(file.name(), head);
      if (kind.isPresent()) {
        open = Optional.of(new Open(file, Containers.open(file.name(), kind.get(), bytes)));
        return Optional.empty();
      }
      if (Imports.recognised(file.name(), head)) {
        return Optional.of(new Unit(order, file.name(), new Content.Fault("SCALE_TOOL_FILE", file.name()
            + " is what a tool hands over and no report; add it to the ledger with 'tingbok add'")));
      }
      if (Endings.passedOver(Endings.of(path.getName()))) {
        return Optional.empty();
      }
      long largest = Endings.largest(path.getName());
      if (file.length() > largest) {
        return Optional.of(new Unit(order, file.name(), new Content.Fault("DOCUMENT_TOO_LARGE", file.name() + " has "
            + (file.length() >> 20) + " MiB, the limit is " + (largest >> 20)
            + " MiB; split it, or take its text out")));
      }
      try (InputStream stream = bytes.from(0)) {
        return Optional.of(new Unit(order, file.name(), new Content.Report(stream.readAllBytes(), Optional.empty())));
      }
    } catch (IOException e) {
      return Optional.of(new Unit(order, file.name(), unreadable(file, e)));
    }
  }

  private static Content.Fault unreadable(Corpus.File file, Exception e) {
    return new Content.Fault("PATH_UNREADABLE", "cannot read " + file.name() + " (" + e.getMessage()
        + "); check the disk and the rights");
  }

  private Optional<Unit> entry(Open container) {
    long order = (container.file.number() << ENTRY_BITS) + ++container.count;
    try {
      Optional<Entry> entry = container.entries.next();
      if (entry.isPresent()) {
        return Optional.of(switch (entry.get()) {
          case Entry.Report report ->
            new Unit(order, report.name(), new Content.Report(report.bytes(), Optional.of(report.place())));
          case Entry.Fault fault ->
            new Unit(order, container.file.name(), new Content.Fault(fault.code(), fault.message()));
        });
      }
      container.close();
    } catch (IOException | UncheckedIOException e) {
      open = Optional.empty();
      return Optional.of(new Unit(order, container.file.name(), unreadable(container.file, e)));
    }
    open = Optional.empty();
    return Optional.empty();
  }

  /// Rows as lines of JSON, one after another as they are asked for.
  @SuppressWarnings("JdkObsolete") // a SequenceInputStream wants it
  static InputStream lines(Iterator<byte[]> rows) {
    return new SequenceInputStream(new Enumeration<InputStream>() {
      @Override
      public boolean hasMoreElements() {
        return rows.hasNext();
      }

      @Override
      public InputStream nextElement() {
        return new ByteArrayInputStream(rows.next());
      }
    });
  }
}
