package org.tingbok.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the list of errors (docs/errors.md, which is packed with the program) says of each code.
public final class ErrorWords {
  private static final Map<String, Row> ROWS = read();

  private ErrorWords() {
  }

  /// A row of the list.
  ///
  /// @param what what is wrong
  /// @param remedy what to do about it; empty if the list does not tell
  public record Row(String what, Optional<String> remedy) {
  }

  /// What is said of a code.
  ///
  /// @param code the code
  /// @return its row
  public static Row of(String code) {
    return ROWS.getOrDefault(code, new Row(code, Optional.empty()));
  }

  /// Every row.
  ///
  /// @return by code, in the order of the list
  public static Map<String, Row> all() {
    return java.util.Collections.unmodifiableMap(ROWS);
  }

  private static Map<String, Row> read() {
    Map<String, Row> rows = new LinkedHashMap<>();
    try (InputStream stream =
        Objects.requireNonNull(ErrorWords.class.getResourceAsStream("errors.md"), "errors.md")) {
      new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("| `"))
          .forEach(line -> {
            String[] cells = line.split("(?<!\\\\)\\|", -1);
            if (cells.length > 3) {
              Row row = new Row(plain(cells[2]), Optional.of(plain(cells[3])).filter(text -> !text.isEmpty()));
              for (String code : cells[1].replaceAll("[` ]", "").split(",", -1)) {
                rows.putIfAbsent(code, row);
              }
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static String plain(String cell) {
    return cell.strip().replace("`", "").replace("\\|", "|").replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
  }
}
