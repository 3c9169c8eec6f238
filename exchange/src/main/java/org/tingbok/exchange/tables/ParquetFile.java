package org.tingbok.exchange.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.tingbok.exchange.tables.Table.Column;

/// A table as Parquet: version 1 data pages, PLAIN, packed with gzip, every column optional. What is written is a small part of
/// the format, and all that readers of it have to know; the other ways to write it from Java bring Hadoop or 80 MB of a database.
public final class ParquetFile {
  /// Rows that are kept in memory until they are written together.
  static final int GROUP = 10_000;

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int OPTIONAL = 1;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int GZIP = 2;

  private final OutputStream out;
  private final Table table;
  private final List<Group> groups = new ArrayList<>();
  private long position;

  private ParquetFile(OutputStream out, Table table) {
    this.out = out;
    this.table = table;
  }

  /// Where the values of a column stand.
  private record Chunk(Column column, long offset, long packed, long unpacked) {
  }

  private record Group(List<Chunk> chunks, int rows) {
    long unpacked() {
      return chunks.stream().mapToLong(Chunk::unpacked).sum();
    }
  }

  /// Writes a table.
  ///
  /// @param out receives it; left open
  /// @param table the table
  /// @throws IOException if it cannot be written
  public static void write(OutputStream out, Table table) throws IOException {
    new ParquetFile(out, table).write();
  }

  private void write() throws IOException {
    put(MAGIC);
    List<List<Cell>> rows = new ArrayList<>();
    for (List<Cell> row : table.rows()) {
      rows.add(row);
      if (rows.size() == GROUP) {
        group(rows);
        rows.clear();
      }
    }
    if (!rows.isEmpty()) {
      group(rows);
    }
    byte[] footer = footer();
    put(footer);
    put(little(footer.length, 4));
    put(MAGIC);
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  private static byte[] little(long value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (value >>> 8 * i);
    }
    return bytes;
  }

  private void group(List<List<Cell>> rows) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int at = i;
      chunks.add(chunk(table.columns().get(i), rows.stream().map(row -> row.get(at)).toList()));
    }
    groups.add(new Group(List.copyOf(chunks), rows.size()));
  }

  private Chunk chunk(Column column, List<Cell> cells) throws IOException {
    byte[] levels = levels(cells);
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.writeBytes(little(levels.length, 4));
    page.writeBytes(levels);
    page.writeBytes(values(column, cells));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      page.writeTo(zip);
    }
    byte[] head = new CompactThrift().i32(1, 0).i32(2, page.size()).i32(3, packed.size()).struct(5,
        data -> data.i32(1, cells.size()).i32(2, PLAIN).i32(3, RLE).i32(4, RLE)).end();
    long offset = position;
    put(head);
    put(packed.toByteArray());
    return new Chunk(column, offset, position - offset, (long) head.length + page.size());
  }

  /// For each cell whether it holds something, as runs of the same.
  private static byte[] levels(List<Cell> cells) {
    ByteArrayOutputStream runs = new ByteArrayOutputStream();
    int from = 0;
    while (from < cells.size()) {
      boolean absent = cells.get(from) instanceof Cell.Absent;
      int to = from;
      while (to < cells.size() && cells.get(to) instanceof Cell.Absent == absent) {
        to++;
      }
      int length = to - from << 1;
      while (length >= 0x80) {
        runs.write(length & 0x7f | 0x80);
        length >>>= 7;
      }
      runs.write(length);
      runs.write(absent ? 0 : 1);
      from = to;
    }
    return runs.toByteArray();
  }

  private static byte[] values(Column column, List<Cell> cells) {
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    int flags = 0;
    int bits = 0;
    for (Cell cell : cells) {
      switch (cell) {
        case Cell.Absent _ -> {
          // told by the levels
        }
        case Cell.Text(String text) -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          values.writeBytes(little(bytes.length, 4));
          values.writeBytes(bytes);
        }
        case Cell.Whole(long value) -> values.writeBytes(little(value, 8));
        case Cell.Flag(boolean value) -> {
          bits |= (value ? 1 : 0) << flags++ % 8;
          if (flags % 8 == 0) {
            values.write(bits);
            bits = 0;
          }
        }
        case Cell.Day(LocalDate day) -> values.writeBytes(little(day.toEpochDay(), 4));
        case Cell.Moment(Instant moment) -> values.writeBytes(little(micros(moment), 8));
      }
      if (!(cell instanceof Cell.Absent) && type(cell) != column.type()) {
        throw new IllegalArgumentException(column + " holds " + cell);
      }
    }
    if (flags % 8 != 0) {
      values.write(bits);
    }
    return values.toByteArray();
  }

  private static Table.Type type(Cell cell) {
    return switch (cell) {
      case Cell.Absent _, Cell.Text _ -> Table.Type.TEXT;
      case Cell.Whole _ -> Table.Type.WHOLE;
      case Cell.Flag _ -> Table.Type.FLAG;
      case Cell.Day _ -> Table.Type.DAY;
      case Cell.Moment _ -> Table.Type.MOMENT;
    };
  }

  private static long micros(Instant moment) {
    return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1000);
  }

  private static int physical(Column column) {
    return switch (column.type()) {
      case FLAG -> 0;
      case DAY -> 1;
      case WHOLE, MOMENT -> 2;
      case TEXT -> 6;
    };
  }

  private byte[] footer() {
    List<Column> columns = table.columns();
    List<Object> schema = new ArrayList<>(List.of(table));
    schema.addAll(columns);
    return new CompactThrift().i32(1, 1).structs(2, schema, schema.size(), (thrift, element) -> {
      if (element instanceof Column column) {
        element(thrift, column);
      } else {
        thrift.text(4, table.name()).i32(5, columns.size());
      }
    }).i64(3, groups.stream().mapToLong(Group::rows).sum()).structs(4, groups, groups.size(),
        (thrift, group) -> thrift
            .structs(1, group.chunks(), columns.size(), (inner, chunk) -> inner.i64(2, chunk.offset())
                .struct(3,
                    meta -> meta.i32(1, physical(chunk.column())).i32s(2, PLAIN, RLE).texts(3, chunk.column().name())
                        .i32(4, GZIP).i64(5, group.rows()).i64(6, chunk.unpacked()).i64(7, chunk.packed())
                        .i64(9, chunk.offset())))
            .i64(2, group.unpacked()).i64(3, group.rows()))
        .text(6, "tingbok").end();
  }

  private static void element(CompactThrift thrift, Column column) {
    thrift.i32(1, physical(column)).i32(3, OPTIONAL).text(4, column.name());
    switch (column.type()) {
      case TEXT -> thrift.i32(6, 0).struct(10, logical -> logical.struct(1, _ -> {
      }));
      case DAY -> thrift.i32(6, 6).struct(10, logical -> logical.struct(6, _ -> {
      }));
      case MOMENT -> thrift.i32(6, 10).struct(10, logical -> logical.struct(8, time -> time.truth(1).struct(2,
          unit -> unit.struct(2, _ -> {
          }))));
      case WHOLE, FLAG -> {
        // as they are stored
      }
    }
  }
}
