package org.tingbok.exchange.containers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The messages of a mailbox (RFC 4155, with lines quoted as `>From ` or not), or a single message; behind each message the
/// reports that are attached to it.
final class MailEntries implements Entries {
  private final String name;
  private final boolean single;
  private final LineScanner lines;
  private final Deque<Entry> ready = new ArrayDeque<>();
  private long number;
  private boolean more;

  /// One message.
  MailEntries(String name, InputStream in) throws IOException {
    this.name = name;
    this.single = true;
    this.number = 1;
    this.lines = new LineScanner(in, 0);
    this.more = lines.next();
  }

  /// A mailbox from where one of its messages begins.
  MailEntries(String name, InputStream in, long position, long number) throws IOException {
    this.name = name;
    this.single = false;
    this.number = number;
    this.lines = new LineScanner(in, position);
    this.more = lines.next();
  }

  @Override
  public Optional<Entry> next() throws IOException {
    while (ready.isEmpty() && more) {
      message();
    }
    return Optional.ofNullable(ready.poll());
  }

  /// Reads up to the line that begins the next message.
  private void message() throws IOException {
    long start = lines.start();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean blank = false;
    boolean fits = true;
    if (!single) {
      more = lines.next();
    }
    while (more && (single || !(blank && separates()))) {
      int left = quoted() && !single ? 1 : 0;
      if (bytes.size() + lines.length() > Containers.LARGEST) {
        fits = false;
      } else if (fits) {
        bytes.write(lines.piece(), left, lines.length() - left);
      }
      blank = lines.blank();
      more = lines.next();
    }
    Place place = new Place(name, Long.toString(number), start, Optional.empty());
    String called = single ? name : name + "#" + number;
    if (fits) {
      ready.addAll(new Mail(place, called, !single).read(bytes.toByteArray()));
    } else {
      ready.add(new Entry.Fault(place, "ENTRY_TOO_LARGE", called + " has more than " + (Containers.LARGEST >> 20)
          + " MiB; save what is attached to it, and add that"));
    }
    number++;
  }

  /// Behind a blank line `From `, somebody, a time and a year.
  private boolean separates() {
    if (!lines.starts("From ")) {
      return false;
    }
    String line = new String(lines.piece(), 0, lines.length(), java.nio.charset.StandardCharsets.ISO_8859_1);
    return line.matches("From \\S+.*\\d{1,2}:\\d{2}.*\\d{4}[^\\n]{0,20}\\R?");
  }

  private boolean quoted() {
    int at = 0;
    while (lines.begins() && at < lines.length() && lines.piece()[at] == '>') {
      at++;
    }
    return at > 0 && lines.length() >= at + 5
        && new String(lines.piece(), at, 5, java.nio.charset.StandardCharsets.ISO_8859_1).equals("From ");
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
