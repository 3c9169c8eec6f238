package org.tingbok.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;

/// What people do on the pages, as they do it: with files, a mouse, and a keyboard.
class FlowsInChromiumTest {
  private static final String REPORT = """
      Ferry line's booking system entered

      4 March 2024

      Norway's Police Security Service said on Monday that the Chinese group APT31 was behind the intrusion into the booking
      system of the ferry line Fjordline in 2023.
      """;

  @TempDir
  private Path folder = Path.of("");
  private final Chromium chromium = Chromium.start();

  @AfterEach
  void stop() {
    chromium.close();
  }

  private Path ledger;

  @BeforeEach
  void makeALedger() {
    ledger = folder.resolve("tingbok.ledger");
    try (Ledger made = Ledgers.open(ledger, Casebook.CLOCK)) {
      made.append(Casebook.readings());
    }
  }

  @Test
  void aFileIsAddedAndReadWithAndWithoutScripts() throws Exception {
    var soon = new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    for (boolean scripts : new boolean[] {true, false}) {
      try (Desks desks = Desks.of(ledger);
          BrowserContext window = chromium.window(1440, 900, ColorScheme.LIGHT, scripts)) {
        Path report = Files.writeString(folder.resolve("ferry-" + scripts + ".txt"), REPORT + scripts + "\n");
        Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 and no more");
        Page page = window.newPage();
        page.navigate(desks.address() + "/add");
        page.locator("input[type=file]").setInputFiles(new Path[] {report, broken});
        page.locator("text=Read and add").click();
        // The page looks again by itself until the delivery has ended.
        assertThat(page.locator("h1 .chip")).hasText("done",
            soon);
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody")).containsText("PDF_BROKEN");
        page.locator("tbody a").first().click();
        assertThat(page.locator("main")).containsText("Fjordline");
      }
    }
  }

  @Test
  void nothingAReportSaysRuns() {
    try (Desks desks = Desks.of(ledger); BrowserContext window = chromium.window(1440, 900, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      List<String> ran = new ArrayList<>();
      page.onDialog(dialog -> {
        ran.add(dialog.message());
        dialog.dismiss();
      });
      page.onConsoleMessage(message -> ran.add(message.text()));
      PageKinds.of(page, desks.address(), 3);
      assertThat(ran).isEmpty();
    }
  }
}
