package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.testkit.Casebook;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;

/// A body or a state is one under all its names, and a name that nobody bears is answered with the nearest, wherever a name
/// is asked for on the command line.
class NamesakesTest {
  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void keepTheCasebook() throws IOException {
    try (Ledger ledger = Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK)) {
      ledger.append(Casebook.readings());
    }
    Files.writeString(folder.resolve("microsoft.json"), """
        [{"Threat actor name": "Amber Fjord", "Other names": "Grey Heron"},
         {"Threat actor name": "Lone Fjord", "Other names": ""}]""");
    Files.writeString(folder.resolve("ours.csv"), "name,actor,source\nSkua,Skua,Our desk\n");
    ok("names", "import", "microsoft", "microsoft.json");
    ok("names", "import", "csv", "ours.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PST", "pst", "POLITIETS SIKKERHETSTENESTE", "Norway's police secret service", "Nordmo",
      "Norwegian security service"})
  void aBodyClaimsUnderAllItsNames(String name) {
    String canonical = ok("claims", "--claimant", "Norwegian Police Security Service", "--count");
    if (!name.equals("Nordmo")) {
      assertThat(ok("claims", "--claimant", name, "--count")).isEqualTo(canonical).isNotEqualTo("0\n");
      assertThat(ok("names", name)).contains("says something in").doesNotContain("nobody on record speaks of it");
    } else {
      assertThat(run("compare", "PST", name).err()).startsWith("COMPARE_ONE");
    }
  }

  @Test
  void aNameOfABodyIsResolvedAndOneThatAListLacksIsToldSo() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "name\nPST\nNorge\nGrey Heron\nLone Fjord\nSkua\n");
    List<String> rows = ok("names", "resolve", "in.csv", "--view", "microsoft").lines().toList();
    assertThat(rows.get(1)).startsWith("PST,Norwegian Police Security Service,").contains(",body,");
    assertThat(rows.get(2)).startsWith("Norge,Norway,").contains(",body,");
    assertThat(rows.get(3)).contains(",known,");
    assertThat(rows.get(4)).contains(",alone,");
    assertThat(rows.get(5)).contains(",unlisted,");
    assertThat(ok("names", "Skua", "--view", "microsoft")).contains("microsoft says nothing of Skua");
    assertThat(ok("names", "Lone Fjord", "--view", "microsoft")).doesNotContain("says nothing of");
  }

  @ParameterizedTest
  @CsvSource({"names, Grey Hreon", "actor, Grey Hreon", "claims --accused, Grey Hreon",
      "watch set herons --by ida --accused, Grey Hreon", "names reject --reason typo --by ida, Grey Hreon",
      "names decide same Skua --reason typo --by ida, Grey Hreon", "grade, Nordlys Lap"})
  void theNearestNameIsTold(String words, String name) {
    List<String> all = new java.util.ArrayList<>(List.of(words.split(" ")));
    all.add(name);
    if (words.equals("grade")) {
      all.addAll(List.of("B", "--reason", "typo", "--by", "ida"));
    }
    assertThat(run(all.toArray(new String[0])).err()).contains("the nearest on record: ")
        .contains(name.startsWith("Grey") ? "Grey Heron" : "Nordlys Lab");
  }

  @Test
  void whoIsOnRecordIsNotWarnedOf() {
    assertThat(run("grade", "Nordlys Lab", "B", "--reason", "good", "--by", "ida").err()).isEmpty();
    assertThat(run("grade", "Harbour Gazette", "B", "--reason", "good", "--by", "ida").err()).isEmpty();
    assertThat(run("names", "reject", "Grey Heron", "--reason", "a bird", "--by", "ida").err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"NO, XX, STATE_UNKNOWN", "Norge, Tuvalu, TIMELINE_EMPTY: nobody on record is of Tuvalu"})
  void aTimeLineSaysWhichStateItLacks(String one, String other, String error) {
    assertThat(run("timeline", one, other).err()).startsWith(error);
    assertThat(run("timeline", "Norge", "Kina").err()).doesNotContain("UNKNOWN");
  }

  @Test
  void aListIsNoReportAndAnEmptyTableIsSaidToBeEmpty() throws IOException {
    assertThat(run("add", "microsoft.json").err()).contains("FORMAT_UNKNOWN").contains("names import microsoft");
    Files.writeString(folder.resolve("empty.csv"), "");
    assertThat(run("names", "import", "csv", "empty.csv").err()).startsWith("LIST_EMPTY").contains("is empty");
    Files.writeString(folder.resolve("odd.csv"), "alias,group\nA,B\n");
    assertThat(run("names", "import", "csv", "odd.csv").err()).startsWith("LIST_KIND").contains("'alias,group'");
    assertThat(run("names", "import", "csv", "ours.csv", "--list", " ").err()).startsWith("USAGE");
    assertThat(ok("names", "import", "csv", "ours.csv", "--list", "desk")).contains("imported desk of");
    assertThat(run("compare", "Nordlys Lab", "Nordlys Lapp").err()).startsWith("COMPARE_UNKNOWN: ")
        .contains("'Nordlys Lab' is a claimant").contains("Nordlys Lab");
  }

  private String ok(String... words) {
    Shell.Result ran = run(words);
    assertThat(ran.status()).as(ran.err()).isEqualTo(0);
    return ran.out();
  }

  private Shell.Result run(String... words) {
    return new Shell(folder).run(words);
  }
}
