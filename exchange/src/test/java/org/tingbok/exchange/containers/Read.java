package org.tingbok.exchange.containers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Reads containers that lie in memory.
final class Read {
  private Read() {
  }

  static Bytes bytes(byte[] all) {
    return position -> new ByteArrayInputStream(all, Math.toIntExact(position),
        all.length - Math.toIntExact(position));
  }

  static Kind kind(String name, byte[] all) {
    return Kind.of(name, Arrays.copyOf(all, Math.min(all.length, Kind.HEAD))).orElseThrow();
  }

  static List<Entry> all(String name, byte[] all) throws IOException {
    List<Entry> found = new ArrayList<>();
    try (Entries entries = Containers.open(name, kind(name, all), bytes(all))) {
      for (Optional<Entry> next = entries.next(); next.isPresent(); next = entries.next()) {
        found.add(next.get());
      }
    }
    return found;
  }

  static List<Entry> all(String name, String text) throws IOException {
    return all(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<Entry.Report> reports(List<Entry> entries) {
    return entries.stream().filter(Entry.Report.class::isInstance).map(Entry.Report.class::cast).toList();
  }

  static List<String> faults(List<Entry> entries) {
    return entries.stream().filter(Entry.Fault.class::isInstance).map(Entry.Fault.class::cast)
        .map(fault -> fault.code() + " " + fault.place().entry()).toList();
  }

  static String text(Entry entry) {
    return new String(((Entry.Report) entry).bytes(), StandardCharsets.UTF_8);
  }

  static Document page(Entry entry) {
    return Jsoup.parse(text(entry));
  }

  /// What is told in a page: its article's words.
  static String told(Entry entry) {
    return String.valueOf(page(entry).select("article").text());
  }

  /// What stands around it.
  static String around(Entry entry) {
    return page(entry).select("footer").text();
  }
}
