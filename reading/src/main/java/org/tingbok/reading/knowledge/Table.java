package org.tingbok.reading.knowledge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tingbok.vocabulary.FaultException;

/// A table of the knowledge of names: tab-separated, first line the column names behind a `#`.
final class Table {
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String[]> rows = new ArrayList<>();
  private final String name;

  private Table(String name) {
    this.name = name;
  }

  /// Reads a table that ships beside this class.
  static Table read(String name) {
    Table table = new Table(name);
    try (@Nullable
    InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FaultException("KNOWLEDGE_MISSING", "the table " + name + " does not ship with this build");
      }
      try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (table.columns.isEmpty()) {
            String[] heads = line.substring(1).split("\t", -1);
            for (int i = 0; i < heads.length; i++) {
              table.columns.put(heads[i].strip(), i);
            }
          } else if (!line.isBlank() && !line.startsWith("#")) {
            table.rows.add(line.split("\t", -1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  int size() {
    return rows.size();
  }

  /// One cell, stripped; empty where the row is short.
  String cell(int row, String column) {
    Integer at = columns.get(column);
    if (at == null) {
      throw new FaultException("KNOWLEDGE_COLUMN", "the table " + name + " has no column " + column);
    }
    String[] cells = rows.get(row);
    return at < cells.length ? cells[at].strip() : "";
  }

  /// A cell that holds a list, its parts apart.
  List<String> list(int row, String column) {
    List<String> parts = new ArrayList<>();
    for (String part : cell(row, column).split(" \\| ")) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
