package org.tingbok.benchmarks.yardstick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.vocabulary.NotFoundException;

/// Yardsticks over sets made up here; the public ones are no part of the project.
class YardsticksTest {
  private static final Errors QUIET = new Errors(new PrintStream(OutputStream.nullOutputStream(), false,
      StandardCharsets.UTF_8), 0);

  @TempDir
  Path folder;

  @Test
  void countsPrecisionRecallAndTheirMean() {
    Tally tally = new Tally("spans");
    tally.add(3, 4, 6);
    assertThat(tally.precision()).isEqualTo(0.75);
    assertThat(tally.recall()).isEqualTo(0.5);
    assertThat(tally.f1()).isEqualTo(0.6);
    assertThat(new Tally("nothing").f1()).isZero();
  }

  @Test
  void measuresDatesInAFolderOfTheSetsName() throws IOException {
    write("annoctr-train-dev/time/dev/one.tml", """
        <TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2021-06-19">2021-06-19</TIMEX3></DCT><TEXT>
        It fell on <TIMEX3 tid="t1" type="DATE" value="2018-08-25">08/25/2018</TIMEX3> &amp; nobody saw it.
        It was found in the year <TIMEX3 tid="t2" type="DATE" value="2020">2020</TIMEX3>.
        </TEXT></TimeML>""");
    DatedText dates = new DatedText();
    List<Tally> rows = dates.measure(Corpus.open(folder, dates.file()), QUIET);
    assertThat(rows.get(0).f1()).isEqualTo(1.0);
    assertThat(rows.get(2).recall()).isEqualTo(1.0);
  }

  @Test
  void measuresWhoSaidWhat() throws IOException {
    String text = "The port was open, the minister said.";
    write("polnear-train-dev/data/dev/text/a.txt", text);
    write("polnear-train-dev/data/dev/attributions/a_x.ann", """
        T1\tSource 19 31\tthe minister
        T2\tCue 32 36\tsaid
        T3\tContent 0 17\tThe port was open
        E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
        """);
    WhoSaidWhat speech = new WhoSaidWhat();
    assertThat(speech.measure(Corpus.open(folder, speech.file()), QUIET)).allSatisfy(row -> assertThat(row.f1())
        .isEqualTo(1.0));
  }

  @Test
  void readsPackedLines() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("rows.jsonl.gz")))) {
      out.write("{\"a\": 1}\n\n{\"a\": 2}\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Corpus.open(folder, "rows.jsonl.gz").lines("")).extracting(row -> row.path("a").asInt())
        .containsExactly(1, 2);
  }

  @Test
  void saysWhichFileAFolderLacks() {
    assertThatThrownBy(() -> Corpus.open(folder, "captier.jsonl.gz")).isInstanceOf(NotFoundException.class)
        .hasMessageContaining("captier.jsonl.gz");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
