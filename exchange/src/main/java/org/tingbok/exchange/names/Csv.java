package org.tingbok.exchange.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;

/// Tables as RFC 4180 has them, read row by row: UTF-8, with or without a byte order mark; cells are separated by commas,
/// semicolons or tabs, whichever the first line has most of; a quoted cell may hold separators and line ends.
public final class Csv {
  private static final int LONGEST_CELL = 1 << 20;
  private static final int MOST_CELLS = 1000;

  private final BufferedReader reader;
  private final String source;
  private char separator = ',';
  private boolean first = true;
  private int line = 1;
  private int rowLine = 1;

  /// A table.
  ///
  /// @param bytes the table; read as rows are asked for
  /// @param source where it comes from, for messages
  public Csv(InputStream bytes, String source) {
    this.reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1 << 16);
    this.source = source;
  }

  /// The next row.
  ///
  /// @return its cells; empty at the end of the table
  /// @throws IOException if the table cannot be read or is not UTF-8
  /// @throws BadInputException `LIST_CUT_OFF` if it ends within quotes, `LIST_TOO_LARGE` if a cell has more than a million
  ///     characters or a row more than a thousand cells
  public Optional<List<String>> row() throws IOException {
    if (first) {
      begin();
    }
    rowLine = line;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int unit = reader.read(); unit >= 0; unit = reader.read()) {
      char character = (char) unit;
      any = true;
      line += character == '\n' ? 1 : 0;
      if (quoted) {
        if (character != '"') {
          cell.append(character);
        } else if (peek() == '"') {
          reader.read();
          cell.append('"');
        } else {
          quoted = false;
        }
      } else if (character == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (character == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (character == '\n') {
        return Optional.of(ended(cells, cell));
      } else {
        cell.append(character);
      }
      if (cell.length() > LONGEST_CELL || cells.size() > MOST_CELLS) {
        throw new BadInputException("LIST_TOO_LARGE", source + ", line " + rowLine
            + ", holds a cell or a row that is too long for a table; is a quotation mark left open?");
      }
    }
    if (quoted) {
      throw new BadInputException("LIST_CUT_OFF", source + " ends within the quotation marks opened on line " + rowLine
          + "; fetch it again");
    }
    return any ? Optional.of(ended(cells, cell)) : Optional.empty();
  }

  private static List<String> ended(List<String> cells, StringBuilder cell) {
    int length = cell.length();
    if (length > 0 && cell.charAt(length - 1) == '\r') {
      cell.setLength(length - 1);
    }
    cells.add(cell.toString());
    return List.copyOf(cells);
  }

  private int peek() throws IOException {
    reader.mark(1);
    int next = reader.read();
    reader.reset();
    return next;
  }

  /// Passes over a byte order mark and tells the separator from the first line.
  private void begin() throws IOException {
    first = false;
    reader.mark(1 << 14);
    char[] head = new char[1 << 14];
    int length = Math.max(0, reader.read(head));
    reader.reset();
    int counts = 0;
    String line1 = new String(head, 0, length).lines().findFirst().orElse("");
    for (char candidate : new char[] {',', ';', '\t'}) {
      int count = (int) line1.chars().filter(unit -> unit == candidate).count();
      if (count > counts) {
        counts = count;
        separator = candidate;
      }
    }
    if (length > 0 && head[0] == '\ufeff') {
      reader.read();
    }
  }

  /// The line on which the last row began.
  ///
  /// @return from 1
  public int line() {
    return rowLine;
  }

  /// The separator that the first line has most of.
  ///
  /// @return a comma, a semicolon or a tab; a comma before the first row was read
  public char separator() {
    return separator;
  }

  /// A row as it is written: cells that need it are quoted, the line ends as RFC 4180 has it.
  ///
  /// @param cells the cells
  /// @param separator what separates them
  /// @return one line with its end
  public static String line(List<String> cells, char separator) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean quote = cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0
          || cell.indexOf('\r') >= 0 || (!cell.isEmpty() && !cell.strip().equals(cell));
      line.append(i == 0 ? "" : separator).append(quote ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
    }
    return line.append("\r\n").toString();
  }
}
