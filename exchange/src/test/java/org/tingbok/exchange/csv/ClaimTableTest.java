package org.tingbok.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.Extracts;
import org.tingbok.exchange.names.Csv;
import org.tingbok.testkit.ReadingGenerator;

class ClaimTableTest {
  private final ReadingGenerator generator = ReadingGenerator.printingItsSeed();

  private static String text(List<Reading> readings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ClaimTable.write(out, Extracts.of(readings));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<List<String>> rows(String text) throws IOException {
    Csv csv = new Csv(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a table");
    List<List<String>> rows = new ArrayList<>();
    for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
      rows.add(row.get());
    }
    return rows;
  }

  @Test
  void hasARowForEachClaimAndEveryColumnInEach() throws IOException {
    List<Reading> readings = generator.readings(30);
    List<List<String>> rows = rows(text(readings));
    assertThat(rows.getFirst()).isEqualTo(ClaimTable.COLUMNS);
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(ClaimTable.COLUMNS));
    assertThat(rows.stream().skip(1).map(List::getFirst)).containsExactlyInAnyOrderElementsOf(
        readings.stream().flatMap(reading -> reading.claims().stream()).map(claim -> claim.id()).toList());
    int quote = ClaimTable.COLUMNS.indexOf("quote");
    Set<String> blank = readings.stream().flatMap(reading -> reading.claims().stream())
        .filter(claim -> claim.evidence().stream().allMatch(evidence -> evidence.quote().isBlank())).map(Claim::id)
        .collect(Collectors.toSet());
    assertThat(rows.stream().skip(1)).allSatisfy(
        row -> assertThat(row.get(quote).isBlank()).as(row.getFirst()).isEqualTo(blank.contains(row.getFirst())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+47 22", "-2+3", "@SUM(A1)", "\tx", "\rx", "  =1", "\uff1d1"})
  void noCellIsAFormula(String cell) {
    assertThat(ClaimTable.guarded(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "APT31", "2021-06-19", "a = b", "'quoted'"})
  void otherCellsStayAsTheyAre(String cell) {
    assertThat(ClaimTable.guarded(cell)).isEqualTo(cell);
  }

  @Test
  void everyColumnIsDocumented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "csv.md"));
    assertThat(Pattern.compile("(?m)^\\| `([a-z_0-9]+)` \\|").matcher(page).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(ClaimTable.COLUMNS);
  }
}
