package org.tingbok.exchange.containers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/// The pages of a web archive: responses with status 200, and resources, of kinds that are read. Behind a record that is broken
/// it goes on where the next one begins.
final class WarcEntries implements Entries {
  private static final Set<String> READ = Set.of("text/html", "application/xhtml+xml", "application/pdf", "text/plain",
      "text/markdown", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  private static final int MOST_BROKEN = 100;

  private final String name;
  private final Bytes bytes;
  private InputStream stream;
  private WarcReader reader;
  private long base;
  private long number;
  private int broken;
  private long revisits;
  private Optional<Place> revisited = Optional.empty();
  private boolean ended;

  private WarcEntries(String name, Bytes bytes, InputStream stream, WarcReader reader, long position, long number) {
    this.name = name;
    this.bytes = bytes;
    this.number = number - 1;
    this.base = position;
    this.stream = stream;
    this.reader = reader;
    reader.setLenient(true);
  }

  /// Opens one; what ends before its first record can be told from anything else has one fault, and nothing else, in it.
  static Entries open(String name, Bytes bytes, long position, long number) throws IOException {
    InputStream stream = new BufferedInputStream(bytes.from(position), 1 << 16);
    try {
      return new WarcEntries(name, bytes, stream, new WarcReader(stream), position, number);
    } catch (IOException | RuntimeException e) {
      stream.close();
      Iterator<Entry> fault = List.<Entry>of(new Entry.Fault(
          new Place(name, Long.toString(number), position, Optional.empty()), "WARC_RECORD_BROKEN",
          name + ": its beginning is no web archive's (" + reason(e) + "); fetch it again")).iterator();
      return new Entries() {
        @Override
        public Optional<Entry> next() {
          return fault.hasNext() ? Optional.of(fault.next()) : Optional.empty();
        }

        @Override
        public void close() {
          // closed already
        }
      };
    }
  }

  @Override
  public Optional<Entry> next() throws IOException {
    while (!ended) {
      Optional<Entry> entry = one();
      if (entry.isPresent()) {
        return entry;
      }
    }
    Optional<Entry> told = revisited.map(place -> new Entry.Fault(place, "WARC_REVISIT",
        name + " has " + revisits + (revisits == 1 ? " record" : " records")
            + " of pages that had not changed, the first is "
            + "record " + place.entry() + place.capture().map(page -> " (" + page.address() + ")").orElse("")
            + "; their text is in an older file of the same collection, add that too"));
    revisited = Optional.empty();
    return told;
  }

  private Place place(Optional<Place.Capture> capture) {
    return new Place(name, Long.toString(number), base + reader.position(), capture);
  }

  private Optional<Entry> one() throws IOException {
    Optional<WarcRecord> next;
    try {
      next = reader.next();
    } catch (IOException | RuntimeException e) {
      return behind(e);
    }
    if (next.isEmpty()) {
      ended = true;
      return Optional.empty();
    }
    number++;
    try {
      return switch (next.get()) {
        case WarcRevisit revisit -> {
          revisits++;
          revisited = revisited.or(() -> Optional.of(place(capture(revisit))));
          yield Optional.empty();
        }
        case WarcResponse response -> response(response);
        case WarcResource resource -> report(resource, resource.payload().map(payload -> payload.body()),
            type(resource.headers().first("Content-Type")));
        default -> Optional.empty();
      };
    } catch (IOException | RuntimeException | LinkageError e) {
      return Optional.of(new Entry.Fault(place(Optional.empty()), "WARC_RECORD_BROKEN", name + ": record " + number
          + " cannot be read (" + reason(e) + "); the rest is"));
    }
  }

  private static String reason(Throwable e) {
    String message =
        (e instanceof IOException && e.getMessage() != null ? e.getMessage() : "it is damaged").replaceAll("\\s+", " ");
    return message.length() > 200 ? message.substring(0, 200) + "…" : message;
  }

  private Optional<Entry> response(WarcResponse response) throws IOException {
    String target = response.target();
    if (!target.regionMatches(true, 0, "http", 0, 4)) {
      return Optional.empty();
    }
    HttpResponse http = response.http();
    return http.status() == 200 && !target.endsWith("/robots.txt")
        ? report(response, Optional.of(http.bodyDecoded()), type(http.headers().first("Content-Type")))
        : Optional.empty();
  }

  private static String type(Optional<String> field) {
    return field.orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private Optional<Entry> report(WarcTargetRecord record, Optional<MessageBody> body, String type) throws IOException {
    if (body.isEmpty() || !READ.contains(type)) {
      return Optional.empty();
    }
    Place place = place(capture(record));
    byte[] page = body.get().stream().readNBytes(Containers.LARGEST + 1);
    if (page.length > Containers.LARGEST) {
      return Optional.of(new Entry.Fault(place, "ENTRY_TOO_LARGE", name + ": record " + number + " (" + record.target()
          + ") has more than " + (Containers.LARGEST >> 20) + " MiB"));
    }
    return page.length == 0 ? Optional.empty() : Optional.of(new Entry.Report(place, record.target(), page));
  }

  private static Optional<Place.Capture> capture(WarcTargetRecord record) {
    return Optional.of(new Place.Capture(record.target(), record.date()));
  }

  /// Goes on behind what is no record.
  private Optional<Entry> behind(Exception e) throws IOException {
    number++;
    Place place = place(Optional.empty());
    long from = place.position() + 1;
    close();
    Optional<Long> start = ++broken > MOST_BROKEN ? Optional.empty() : WarcStart.after(bytes, from);
    if (start.isPresent()) {
      base = start.get();
      stream = new BufferedInputStream(bytes.from(base), 1 << 16);
      reader = new WarcReader(stream);
      reader.setLenient(true);
    } else {
      ended = true;
    }
    return Optional.of(new Entry.Fault(place, "WARC_RECORD_BROKEN", name + ": at byte " + place.position() + ", record "
        + number + ", it is no web archive (" + reason(e) + "); "
        + start.map(byteAt -> "it was read on from byte " + byteAt).orElse("the rest was not read")));
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
