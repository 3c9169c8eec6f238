package org.tingbok.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Read back by a reader that is not ours.
class ParquetFileTest {
  private static final List<Table.Column> COLUMNS = List.of(new Table.Column("text", Table.Type.TEXT),
      new Table.Column("whole", Table.Type.WHOLE), new Table.Column("flag", Table.Type.FLAG),
      new Table.Column("day", Table.Type.DAY), new Table.Column("moment", Table.Type.MOMENT));

  private static byte[] written(List<List<Cell>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ParquetFile.write(out, new Table("things", COLUMNS, rows));
    return out.toByteArray();
  }

  private static List<List<Cell>> read(byte[] file) throws IOException {
    List<List<Cell>> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
        RowReader row = reader.rowReader()) {
      while (row.hasNext()) {
        row.next();
        rows.add(List.of(row.isNull(0) ? new Cell.Absent() : new Cell.Text(row.getString(0)),
            row.isNull(1) ? new Cell.Absent() : new Cell.Whole(row.getLong(1)),
            row.isNull(2) ? new Cell.Absent() : new Cell.Flag(row.getBoolean(2)),
            row.isNull(3) ? new Cell.Absent() : new Cell.Day(row.getDate(3)),
            row.isNull(4) ? new Cell.Absent() : new Cell.Moment(row.getTimestamp(4))));
      }
    }
    return rows;
  }

  private static List<Cell> row(Random random) {
    List<Cell> cells = List.of(new Cell.Text("ø".repeat(random.nextInt(1, 40)) + random.nextInt()),
        new Cell.Whole(random.nextLong()), new Cell.Flag(random.nextBoolean()),
        new Cell.Day(LocalDate.ofEpochDay(random.nextInt(-200_000, 200_000))),
        new Cell.Moment(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L)));
    return cells.stream().map(cell -> random.nextInt(3) == 0 ? new Cell.Absent() : cell).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 1000, ParquetFile.GROUP, 2 * ParquetFile.GROUP + 1})
  void comesBackAsItWas(int size) throws IOException {
    Random random = new Random(size);
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(row(random));
    }
    byte[] file = written(rows);
    assertThat(read(file)).isEqualTo(rows);
    assertThat(written(rows)).isEqualTo(file);
  }

  @Test
  void columnsWithoutAnyValueComeBackToo() throws IOException {
    List<List<Cell>> rows = List.of(List.of(new Cell.Absent(), new Cell.Absent(), new Cell.Absent(), new Cell.Absent(),
        new Cell.Absent()));
    assertThat(read(written(rows))).isEqualTo(rows);
  }

  @Test
  void refusesAValueOfAnotherType() {
    assertThatThrownBy(() -> written(List.of(List.of(new Cell.Whole(1), new Cell.Absent(), new Cell.Absent(),
        new Cell.Absent(), new Cell.Absent())))).hasMessageContaining("text");
  }
}
