package org.tingbok.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tingbok.app.input.InputReader;
import org.tingbok.reading.document.Budget;

/// What the page on reliability says a document may take is what it may.
class BudgetPageTest {
  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  @Test
  void tellsTheBudgetAsItIs() throws IOException {
    Budget usual = Budget.USUAL;
    List<String> page = Files.readAllLines(Path.of("..", "docs", "reliability.md"));
    for (String row : List.of(
        "| bytes | " + (usual.bytes() >> 20) + " MiB; of text and HTML " + (InputReader.LARGEST_TEXT >> 20) + " |",
        "| characters of its text | " + number(usual.characters()) + " |",
        "| pages of a PDF | " + number(usual.pages()) + " |",
        "| elements within elements | " + usual.depth() + " |",
        "| entries of an archive | " + number(usual.entries()) + " |",
        "| what a part of an archive unpacks to | " + usual.ratio() + " times the file, once that is more than 1 MiB |",
        "| processor time | " + usual.time().toSeconds() + " s, and five times that by the clock |",
        "| memory | the heap of the process that asks, " + number(usual.memory() >> 20) + " MiB with the launcher |")) {
      assertThat(page).as(row).anyMatch(line -> line.startsWith(row));
    }
    assertThat((long) usual.bytes()).isEqualTo(InputReader.LARGEST_CONTAINER);
  }
}
