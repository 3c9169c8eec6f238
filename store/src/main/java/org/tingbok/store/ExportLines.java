package org.tingbok.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;

/// Reads an exported ledger line by line and refuses whatever is not a whole one.
///
/// Not for use by several threads.
final class ExportLines {
  /// More characters than the longest document that is read has, each as six.
  private static final int LONGEST = 16 * 1024 * 1024 * 6 * 2;

  private final Reader text;
  private final char[] buffer = new char[1 << 16];
  private final String name;
  private int at;
  private int filled;
  /// Whether the line that was read last has its end.
  private boolean whole;
  private long number;
  private long entries;
  private String head = "0".repeat(2 * Chain.LENGTH);

  /// Reads the first line.
  ///
  /// @param bytes UTF-8; its caller closes it
  /// @param name what messages call it
  /// @throws BadInputException `EXPORT_UNREADABLE`, `EXPORT_NEWER`, `EXPORT_CUT_OFF`
  ExportLines(InputStream bytes, String name) {
    this.name = name;
    text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
    switch (line()) {
      case ExportFormat.First(int version) when version > ExportFormat.VERSION ->
        throw new BadInputException("EXPORT_NEWER", name + " is of version " + version
            + " of the format, this Tingbok reads up to " + ExportFormat.VERSION + "; import it with a newer one");
      case ExportFormat.First(int version) when version < 1 -> throw refused("EXPORT_UNREADABLE", "no such version");
      case ExportFormat.First _ -> {
      }
      case ExportFormat.One _, ExportFormat.Last _ ->
        throw refused("EXPORT_UNREADABLE", "the file is no exported ledger, or its first line is missing");
    }
  }

  /// The next entry.
  ///
  /// @return empty once the whole file has been read, and is whole
  /// @throws BadInputException `EXPORT_UNREADABLE`, `EXPORT_CUT_OFF`, with the line
  Optional<Entry> next() {
    return switch (line()) {
      case ExportFormat.First _ -> throw refused("EXPORT_UNREADABLE", "a second first line: two files in one");
      case ExportFormat.One(Entry entry) -> {
        entries++;
        head = entry.hash();
        yield Optional.of(entry);
      }
      case ExportFormat.Last(long count, String last) -> {
        if (count != entries || !last.equals(head)) {
          throw refused("EXPORT_CUT_OFF", "the last line tells of " + count + " entries up to " + last + ", but "
              + entries + " came before it; lines are missing or of another ledger");
        }
        if (read().isPresent()) {
          throw refused("EXPORT_UNREADABLE", "something comes after the last line");
        }
        yield Optional.empty();
      }
    };
  }

  /// The line that was read last, counted from 1.
  long number() {
    return number;
  }

  /// A refusal that names the file and the line.
  BadInputException refused(String code, String what) {
    return new BadInputException(code,
        name + ", line " + number + ": " + Verification.Finding.line(what) + "; nothing was imported");
  }

  private ExportFormat.Line line() {
    Optional<String> line = read();
    if (line.isEmpty()) {
      throw new BadInputException(number == 0 ? "EXPORT_UNREADABLE" : "EXPORT_CUT_OFF",
          number == 0 ? name + " is empty"
              : name + " ends after line " + number
                  + " without the last line that says how many entries there are: it is half a file; nothing was imported");
    }
    number++;
    try {
      return ExportFormat.read(line.get());
    } catch (BadInputException e) {
      throw whole ? refused(e.code(), String.valueOf(e.getMessage()))
          : refused("EXPORT_CUT_OFF", "the file ends in the middle of it; it is half a file");
    }
  }

  /// The next line without its end; empty at the end of the file. The last line may lack its end.
  private Optional<String> read() {
    StringBuilder line = new StringBuilder();
    whole = false;
    try {
      while (!whole) {
        if (at == filled) {
          filled = text.read(buffer);
          at = 0;
          if (filled < 0) {
            filled = 0;
            return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
          }
        }
        int end = at;
        while (end < filled && buffer[end] != '\n') {
          end++;
        }
        if (line.length() + end - at > LONGEST) {
          number++;
          throw refused("EXPORT_UNREADABLE", "it has more than " + LONGEST + " characters, more than any entry");
        }
        line.append(buffer, at, end - at);
        whole = end < filled;
        at = whole ? end + 1 : end;
      }
      return Optional.of(line.toString());
    } catch (CharacterCodingException e) {
      number++;
      throw refused("EXPORT_UNREADABLE", "it is no UTF-8");
    } catch (IOException e) {
      throw new UnavailableException("EXPORT_IO", name + " cannot be read on after line " + number + " ("
          + e.getMessage() + "); nothing was imported", e);
    }
  }
}
