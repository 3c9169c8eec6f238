package org.tingbok.app.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.tingbok.exchange.containers.Bytes;
import org.tingbok.exchange.containers.Entries;
import org.tingbok.exchange.containers.Entry;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.exchange.containers.Place;
import org.tingbok.vocabulary.TingbokException;

/// Goes through sources and, where one is a container, through its entries: each is loaded when it is asked for. For one thread.
final class Arrivals implements AutoCloseable {
  private final Iterator<Source> sources;
  private final Readers readers;
  private final StandardInput standardInput;
  private Optional<Open> open = Optional.empty();

  Arrivals(List<Source> sources, Readers readers, StandardInput standardInput) {
    this.readers = readers;
    this.sources = sources.iterator();
    this.standardInput = standardInput;
  }

  /// Standard input, which comes once.
  @FunctionalInterface
  interface StandardInput {
    byte[] bytes() throws IOException;
  }

  /// A container that is being read.
  private static final class Open {
    private final Source source;
    private final Entries entries;
    private boolean holds;

    Open(Source source, Entries entries) {
      this.source = source;
      this.entries = entries;
    }
  }

  /// What is to be read next.
  ///
  /// @param source what it is
  /// @param bytes the report, of an entry; a file of its own is not loaded yet
  /// @param trouble why it cannot be read
  record Arrival(Source source, Optional<byte[]> bytes, Optional<Trouble> trouble) {
    /// What it weighs.
    int weight() {
      return bytes.map(report -> report.length).orElse(0);
    }
  }

  /// The next one.
  ///
  /// @return empty at the end
  Optional<Arrival> next() {
    while (open.isPresent() || sources.hasNext()) {
      Optional<Arrival> arrival = open.isPresent() ? entry(open.get()) : file(sources.next());
      if (arrival.isPresent()) {
        return arrival;
      }
    }
    return Optional.empty();
  }

  private Optional<Arrival> file(Source source) {
    try {
      Optional<Kind> kind = kind(source, standardInput);
      if (kind.isPresent()) {
        open = Optional.of(new Open(source, readers.open(source, kind.get(), bytes(source, standardInput))));
        return Optional.empty();
      }
    } catch (IOException e) {
      // whoever loads it tells why
    } catch (TingbokException e) {
      return Optional.of(new Arrival(source, Optional.empty(), Optional.of(Trouble.of(e, source.name()))));
    }
    return Optional.of(new Arrival(source, Optional.empty(), Optional.empty()));
  }

  private Optional<Arrival> entry(Open container) {
    Source source = container.source;
    Optional<Entry> next;
    try {
      next = container.entries.next();
    } catch (IOException e) {
      end();
      return Optional.of(troubled(source, "PATH_UNREADABLE",
          "cannot read on in " + source.name() + " (" + e.getMessage() + "); check the disk"));
    } catch (TingbokException e) {
      end();
      Trouble trouble = Trouble.of(e, source.name());
      return Optional.of(new Arrival(source, Optional.empty(), Optional.of(trouble)));
    } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
      end();
      return Optional.of(troubled(source, "READ_FAULT",
          source.name() + " could not be read on for a defect of Tingbok (" + e + "); report it"));
    }
    if (next.isEmpty()) {
      end();
      return container.holds ? Optional.empty()
          : Optional.of(troubled(source, "CONTAINER_EMPTY", source.name() + " holds no report that is read"));
    }
    container.holds = true;
    return Optional.of(switch (next.get()) {
      case Entry.Report report -> new Arrival(new Source(report.name(), source.path(), Optional.of(report.place())),
          Optional.of(report.bytes()), Optional.empty());
      case Entry.Fault fault -> troubled(new Source(source.name(), source.path(), Optional.of(fault.place())),
          fault.code(), fault.message());
    });
  }

  private static Arrival troubled(Source source, String code, String message) {
    return new Arrival(source, Optional.empty(), Optional.of(new Trouble(code, message)));
  }

  private void end() {
    Optional<Open> over = open;
    open = Optional.empty();
    over.ifPresent(container -> {
      try {
        container.entries.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  /// Which kind of container a source is.
  ///
  /// @return empty if it is none
  /// @throws IOException if it cannot be read
  static Optional<Kind> kind(Source source, StandardInput standardInput) throws IOException {
    if (source.path().isPresent() && !Files.isRegularFile(source.path().get())) {
      return Optional.empty(); // a pipe can be read once only
    }
    try (InputStream stream = bytes(source, standardInput).from(0)) {
      return Kind.of(source.path().map(Path::toString).orElse(source.name()), stream.readNBytes(Kind.HEAD));
    }
  }

  /// Reads one entry once more.
  ///
  /// @param place where it stood
  /// @return empty if it no longer stands there
  /// @throws IOException if the container cannot be read
  static Optional<byte[]> again(Source source, Place place, Readers readers, StandardInput standardInput)
      throws IOException {
    Optional<Kind> kind = kind(source, standardInput);
    return kind.isEmpty() ? Optional.empty()
        : readers.again(source, kind.get(), bytes(source, standardInput), place);
  }

  private static Bytes bytes(Source source, StandardInput standardInput) {
    return position -> {
      if (source.path().isEmpty()) {
        InputStream stream = new java.io.ByteArrayInputStream(standardInput.bytes());
        stream.skipNBytes(position);
        return stream;
      }
      SeekableByteChannel channel = Files.newByteChannel(source.path().get());
      return Channels.newInputStream(channel.position(position));
    };
  }

  @Override
  public void close() {
    end();
  }
}
