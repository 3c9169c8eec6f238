package org.tingbok.exchange.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.Extracts;
import org.tingbok.exchange.names.Csv;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Snapshot;
import org.tingbok.testkit.ReadingGenerator;

class LedgerTablesTest {
  private final ReadingGenerator generator = ReadingGenerator.printingItsSeed();

  private List<Table> tables(int documents) {
    List<Reading> readings = generator.readings(documents);
    Snapshot snapshot = Snapshot.of(
        readings.stream().map(reading -> new Snapshot.Recorded(reading, Extracts.RECORDED)).toList(), AsOf.NOW);
    return new LedgerTables(Extracts.of(readings), snapshot, List.of(), List.of(), List.of()).all();
  }

  private static Map<String, List<List<Cell>>> rows(List<Table> tables) {
    Map<String, List<List<Cell>>> rows = new LinkedHashMap<>();
    for (Table table : tables) {
      List<List<Cell>> own = new ArrayList<>();
      table.rows().forEach(own::add);
      rows.put(table.name(), own);
    }
    return rows;
  }

  private static List<List<String>> csv(Table table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvFile.write(out, table);
    Csv csv = new Csv(new ByteArrayInputStream(out.toByteArray()), "a table");
    List<List<String>> rows = new ArrayList<>();
    for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
      rows.add(row.get());
    }
    return rows;
  }

  @Test
  void writesEveryRowAsCsvAndAsParquet() throws IOException {
    for (Table table : tables(20)) {
      List<List<Cell>> rows = new ArrayList<>();
      table.rows().forEach(rows::add);
      assertThat(rows).as(table.name()).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
      assertThat(csv(table)).as(table.name()).hasSize(rows.size() + 1);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ParquetFile.write(out, table);
      try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(out.toByteArray())))) {
        assertThat(reader.getFileMetaData().numRows()).as(table.name()).isEqualTo(rows.size());
        assertThat(reader.getFileSchema().getColumns().stream().map(column -> column.name()))
            .containsExactlyElementsOf(table.columns().stream().map(Table.Column::name).toList());
      }
    }
  }

  @Test
  void whatOneTableNamesIsInTheOther() {
    Map<String, List<List<Cell>>> rows = rows(tables(30));
    Set<Cell> claims = new HashSet<>();
    rows.getOrDefault("claims", List.of()).forEach(row -> claims.add(row.getFirst()));
    Set<Cell> parties = new HashSet<>();
    rows.getOrDefault("parties", List.of()).forEach(row -> parties.add(row.getFirst()));
    assertThat(rows.getOrDefault("claim_parties", List.of())).isNotEmpty().allSatisfy(row -> {
      assertThat(claims).contains(row.getFirst());
      assertThat(parties).contains(row.get(3));
    });
    assertThat(rows.getOrDefault("parties", List.of())).hasSameSizeAs(parties);
  }

  @Test
  void everyColumnIsDocumentedWithItsType() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "tables.md"));
    List<String> sections = new ArrayList<>();
    for (Table table : tables(1)) {
      sections.add(table.name());
      if (!table.name().equals("claims")) {
        int start = page.indexOf("\n## " + table.name() + "\n");
        assertThat(start).as(table.name()).isPositive();
        String section = page.substring(start, page.indexOf("\n## ", start + 4));
        Matcher rows = Pattern.compile("(?m)^\\| `([a-z_0-9]+)` \\| ([a-z]+) \\|").matcher(section);
        assertThat(rows.results().map(row -> row.group(1) + " " + row.group(2))).as(table.name())
            .containsExactlyElementsOf(
                table.columns().stream()
                    .map(column -> column.name() + " " + column.type().name().toLowerCase(java.util.Locale.ROOT))
                    .toList());
      }
    }
    assertThat(Pattern.compile("(?m)^## ([a-z_]+)$").matcher(page).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(sections);
  }
}
