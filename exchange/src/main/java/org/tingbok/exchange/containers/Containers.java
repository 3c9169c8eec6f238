package org.tingbok.exchange.containers;

import java.io.IOException;
import java.util.Optional;

/// Opens containers.
public final class Containers {
  /// The largest entry that is read, in bytes.
  public static final int LARGEST = 64 << 20;

  private Containers() {
  }

  /// Opens a container at its beginning.
  ///
  /// @param name what it is called
  /// @param kind its kind
  /// @param bytes its bytes
  /// @return its entries; to be closed
  /// @throws IOException if it cannot be read
  public static Entries open(String name, Kind kind, Bytes bytes) throws IOException {
    return open(name, kind, bytes, 0, 1);
  }

  private static Entries open(String name, Kind kind, Bytes bytes, long position, long number) throws IOException {
    return switch (kind) {
      case MESSAGE -> new MailEntries(name, bytes.from(0));
      case MAILBOX -> new MailEntries(name, bytes.from(position), position, number);
      case WARC -> WarcEntries.open(name, bytes, position, number);
      case ORKL -> new OrklEntries(name, bytes.from(position), position, number);
      case LINES -> new LineEntries(name, bytes.from(position), position, number);
    };
  }

  /// Reads one entry once more: from where it begins, or, where a container as a whole is packed, from the beginning.
  ///
  /// @param kind the kind of the container
  /// @param bytes its bytes
  /// @param place where the entry stood
  /// @return the entry; empty if it no longer stands there
  /// @throws IOException if the container cannot be read
  public static Optional<Entry.Report> again(Kind kind, Bytes bytes, Place place) throws IOException {
    Optional<Entry.Report> found = find(open(place.container(), kind, bytes, place.position(), place.number()), place);
    return found.isPresent() || place.position() == 0 ? found : find(open(place.container(), kind, bytes), place);
  }

  private static Optional<Entry.Report> find(Entries opened, Place place) throws IOException {
    try (Entries entries = opened) {
      for (Optional<Entry> next = entries.next(); next.isPresent()
          && next.get().place().number() <= place.number(); next = entries.next()) {
        if (next.get() instanceof Entry.Report report && report.place().entry().equals(place.entry())
            && report.place().capture().equals(place.capture())) {
          return Optional.of(report);
        }
      }
      return Optional.empty();
    }
  }
}
