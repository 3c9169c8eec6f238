package org.tingbok.exchange.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tingbok.exchange.csv.ClaimTable;
import org.tingbok.exchange.names.Csv;

/// A table as CSV: RFC 4180 in UTF-8, as [ClaimTable] has it.
public final class CsvFile {
  private CsvFile() {
  }

  /// Writes a table.
  ///
  /// @param out receives it; left open
  /// @param table the table
  /// @throws IOException if it cannot be written
  public static void write(OutputStream out, Table table) throws IOException {
    line(out, table.columns().stream().map(Table.Column::name).toList());
    for (List<Cell> row : table.rows()) {
      line(out, row.stream().map(cell -> ClaimTable.guarded(cell.words())).toList());
    }
  }

  private static void line(OutputStream out, List<String> cells) throws IOException {
    out.write(Csv.line(cells, ',').getBytes(StandardCharsets.UTF_8));
  }
}
