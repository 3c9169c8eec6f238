package org.tingbok.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;

/// The front page, the matrix and an incident's slider, as people use them: by mouse, by keyboard, without scripts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontInChromiumTest {
  private final Chromium chromium = Chromium.start();
  private final Desks desks;

  FrontInChromiumTest(@TempDir Path folder) {
    desks = desks(folder);
  }

  private static Desks desks(Path folder) {
    Path file = folder.resolve("tingbok.ledger");
    try (Ledger made = Ledgers.open(file, Casebook.CLOCK)) {
      made.append(Casebook.readings());
    }
    return Desks.of(file);
  }

  @BeforeAll
  void isServed() {
    assertThat(desks.address()).startsWith("http://localhost:");
  }

  @AfterAll
  void stop() {
    chromium.close();
    desks.close();
  }

  @Test
  void theSliderMovesThePageAndItsAddress() {
    try (BrowserContext window = chromium.window(1440, 900, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.navigate(desks.address() + "/incident/fjordline");
      assertThat(page.locator("main")).containsText("Arctic Tern");
      page.locator(".slider input[type=range]").focus();
      page.keyboard().press("Home");
      assertThat(page.locator(".slider output")).hasText("6 February 2019");
      page.waitForURL(Pattern.compile(".*as-of=2019-02-06.*"));
      assertThat(page.locator("main")).containsText("By what had been said by 2019-02-06");
      assertThat(page.locator(".lede")).not().containsText("Arctic Tern");
      assertThat(page.locator(".timeline")).not().containsText("Arctic Tern");
      page.keyboard().press("End");
      assertThat(page.locator(".lede")).containsText("Arctic Tern");
      page.waitForURL(Pattern.compile("[^?]*"));
    }
  }

  @Test
  void withoutScriptsTheSliderIsAForm() {
    try (BrowserContext window = chromium.window(390, 844, ColorScheme.DARK, false)) {
      Page page = window.newPage();
      page.navigate(desks.address() + "/incident/fjordline");
      page.locator(".slider input[type=range]").focus();
      page.keyboard().press("Home");
      page.locator(".slider button").click();
      assertThat(page.locator("main")).containsText("By what had been said by 2019-02-06");
      assertThat(page.locator(".lede")).not().containsText("Arctic Tern");
    }
  }

  @Test
  void aMarkOfTheTimeLineLeadsToItsClaimAndThatToItsSentence() {
    try (BrowserContext window = chromium.window(1440, 900, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.navigate(desks.address() + "/incident/fjordline");
      page.locator(".lane.denied svg.wide a").first().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".claim:target")).containsText("denies it");
      page.locator(".claim:target blockquote a").click();
      page.waitForURL(Pattern.compile(".*/document/.*#e-.*"));
      assertThat(page.locator(".anchor:target + mark")).containsText("fairy tale");
    }
  }

  @Test
  void aCellOfTheMatrixIsReachedByKeyboardOnAPhone() {
    try (BrowserContext window = chromium.window(390, 844, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.navigate(desks.address() + "/matrix");
      page.locator("a[aria-label^='Norway accuses China']").focus();
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/claims\\?.*accused-state=CN.*"));
      assertThat(page.locator(".claim")).hasCount(1);
    }
  }

  @Test
  void whatWasSeenIsNewNoMore() {
    try (BrowserContext window = chromium.window(1440, 900, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      page.navigate(desks.address() + "/");
      page.locator("text=I have seen this").click();
      assertThat(page.locator("#news")).containsText("Nothing new");
      page.locator("#news >> text=Everything").click();
      assertThat(page.locator("#news")).containsText("claims in 3 new reports");
    }
  }
}
