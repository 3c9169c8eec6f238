package org.tingbok.exchange.coders;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.exchange.names.Csv;
import org.tingbok.vocabulary.BadInputException;

/// A table with a row of names above it.
///
/// @param columns as the first row writes them
/// @param rows the others, in order
record Table(List<String> columns, List<Row> rows) {
  private static final int HEAD = 1 << 14;

  /// A row.
  ///
  /// @param line on which it begins, from 1
  /// @param cells by column, in lower case; blank ones are not there
  record Row(int line, Map<String, String> cells) {
    String cell(String column) {
      return Optional.ofNullable(cells.get(column)).orElse("");
    }
  }

  /// The names of the columns of a file that may be a table.
  static Set<String> columns(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8);
    String first = head.lines().findFirst().orElse("");
    Set<String> columns = new HashSet<>();
    for (String cell : first.replace("\ufeff", "").split("[,;\t]", -1)) {
      columns.add(cell.replace("\"", "").strip().toLowerCase(Locale.ROOT));
    }
    return columns;
  }

  static Table read(String name, byte[] bytes) {
    Csv csv = new Csv(new ByteArrayInputStream(bytes), name);
    List<Row> rows = new ArrayList<>();
    try {
      List<String> columns = csv.row().orElse(List.of()).stream().map(String::strip).toList();
      for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), row.get().size()); i++) {
          String cell = row.get().get(i).replace("\r\n", "\n").replace('\r', '\n').strip();
          if (!cell.isEmpty() && !cell.equalsIgnoreCase("nan")) {
            cells.putIfAbsent(columns.get(i).toLowerCase(Locale.ROOT), cell);
          }
        }
        if (!cells.isEmpty()) {
          rows.add(new Row(csv.line(), cells));
        }
      }
      return new Table(columns, rows);
    } catch (IOException e) {
      throw new BadInputException("CODER_UNREADABLE", name + " is no table in UTF-8 (" + e.getMessage()
          + "); save it as CSV in UTF-8", e);
    }
  }
}
