package org.tingbok.exchange.containers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reports as JSON, one a line: `text`, and as far as they are known `title`, `url`, `date`, `publisher` and `language`.
final class LineEntries implements Entries {
  private final String name;
  private final LineScanner lines;
  private long number;
  private boolean more;

  LineEntries(String name, InputStream in, long position, long number) throws IOException {
    this.name = name;
    this.number = number;
    this.lines = new LineScanner(in, position);
    this.more = lines.next();
  }

  @Override
  public Optional<Entry> next() throws IOException {
    while (more) {
      long start = lines.start();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      do {
        if (line.size() <= Containers.LARGEST) {
          line.write(lines.piece(), 0, lines.length());
        }
        more = lines.next();
      } while (more && !lines.begins());
      Place place = new Place(name, Long.toString(number++), start, Optional.empty());
      if (!line.toString(java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
        return Optional.of(entry(line.toByteArray(), place));
      }
    }
    return Optional.empty();
  }

  private static Entry entry(byte[] line, Place place) {
    if (line.length > Containers.LARGEST) {
      return new Entry.Fault(place, "ENTRY_TOO_LARGE", place.container() + ": line " + place.entry() + " has more than "
          + (Containers.LARGEST >> 20) + " MiB");
    }
    try {
      JsonNode node = OrklEntries.JSON.readTree(line);
      String text = OrklPage.text(node, "text");
      if (text.isBlank()) {
        return new Entry.Fault(place, "ENTRY_WITHOUT_TEXT",
            place.container() + ": line " + place.entry() + " has no text; it needs a field of that name");
      }
      Optional<String> address = Optional.of(OrklPage.text(node, "url")).filter(url -> url.matches("https?://\\S+"));
      MadePage page =
          new MadePage(OrklPage.line(OrklPage.text(node, "title")), OrklPage.line(OrklPage.text(node, "publisher")),
              Optional.of(OrklPage.text(node, "date")).filter(day -> !day.isBlank()),
              Optional.of(OrklPage.text(node, "language")).filter(tag -> tag.matches("[A-Za-z-]{2,10}")), address);
      byte[] bytes = page.html(_ -> {
      }, article -> OrklPage.paragraphs(article, text), _ -> {
      });
      return new Entry.Report(place, address.orElse(place.container() + "#" + place.entry()), bytes);
    } catch (JacksonException e) {
      return new Entry.Fault(place, "JSON_BROKEN", place.container() + ": line " + place.entry() + " is no JSON ("
          + e.getOriginalMessage() + "); mend or remove it");
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
