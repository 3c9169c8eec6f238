package org.tingbok.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every kind of page of the sample reports, found by following links from the front page, as people see it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInChromiumTest {
  private static final int WIDE = 1440;
  private static final int PHONE = 390;
  /// The most that a page may bring along, all its parts together.
  private static final int HEAVIEST = 200_000;
  /// Pages of a kind that are looked at: the first ones found.
  private static final int OF_A_KIND = 2;

  private final Desks desks;
  private final Chromium chromium = Chromium.start();
  /// Paths by kind of page.
  private final Map<String, List<String>> pages = new TreeMap<>();

  PagesInChromiumTest(@TempDir Path folder) {
    desks = Desks.ofSamples(Path.of(".."), folder);
  }

  @BeforeAll
  void followLinks() {
    try (BrowserContext window = chromium.window(WIDE, 900, ColorScheme.LIGHT, true)) {
      pages.putAll(PageKinds.of(window.newPage(), desks.address(), OF_A_KIND));
    }
  }

  @AfterAll
  void stop() {
    chromium.close();
    desks.close();
  }

  /// What went wrong on pages, by page.
  private Map<String, Object> wrong(Looking looking) {
    Map<String, Object> wrong = new LinkedHashMap<>();
    pages.values().stream().flatMap(List::stream).forEach(path -> {
      List<?> found = looking.at(path);
      if (!found.isEmpty()) {
        wrong.put(path, found);
      }
    });
    return wrong;
  }

  private record Looks(int width, ColorScheme colours) {
  }

  private interface Looking {
    List<?> at(String path);
  }

  @Test
  void everyKindOfPageIsReached() {
    assertThat(pages).containsKeys("/", "/claims", "/actors", "/names", "/between", "/disputes", "/documents",
        "/sources", "/incident/*", "/incident/*/origins", "/incident/*/timeline", "/incident/*/regroup", "/review",
        "/review?", "/actor/*", "/actor/*/timeline",
        "/document/*", "/document/*/reading", "/matrix", "/matrix?", "/incidents", "/glossary", "/claim/*",
        "/claim/*/origins", "/dispute/*", "/between/*", "/incident/*/brief",
        "/actor/*/brief", "/dispute/*/brief", "/between/*/brief");
  }

  @Test
  void nobodyIsKeptOut() throws IOException {
    String axe = axe();
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    for (Looks looks : new Looks[] {new Looks(WIDE, ColorScheme.LIGHT), new Looks(PHONE, ColorScheme.DARK)}) {
      try (BrowserContext window = chromium.window(looks.width, 900, looks.colours, true)) {
        Page page = window.newPage();
        found.put(looks.toString(), wrong(path -> {
          page.navigate(desks.address() + path);
          page.evaluate(axe);
          return (List<?>) Objects.requireNonNull(page.evaluate("""
              async () => (await axe.run()).violations.map(found =>
                found.id + ': ' + found.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '))"""));
        }));
      }
    }
    found.values().removeIf(Map::isEmpty);
    assertThat(found).isEmpty();
  }

  @Test
  void nothingSticksOutOfAPhone() {
    try (BrowserContext window = chromium.window(PHONE, 844, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      assertThat(wrong(path -> {
        page.navigate(desks.address() + path);
        return (List<?>) Objects.requireNonNull(page.evaluate("""
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
              [...document.querySelectorAll('main *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""));
      })).isEmpty();
    }
  }

  @Test
  void pagesAreSmallQuietAndLoadNothingFromElsewhere() {
    try (BrowserContext window = chromium.window(WIDE, 900, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      List<String> said = new ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      page.onPageError(said::add);
      page.onResponse(answer -> {
        if (answer.status() >= 400 || !answer.url().startsWith(desks.address())) {
          said.add(answer.status() + " for " + answer.url());
        }
      });
      assertThat(wrong(path -> {
        said.clear();
        page.navigate(desks.address() + path);
        Number bytes = (Number) page.evaluate("""
            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .reduce((sum, part) => sum + part.decodedBodySize, 0)""");
        if (Objects.requireNonNull(bytes).longValue() > HEAVIEST) {
          said.add(bytes + " bytes");
        }
        return List.copyOf(said);
      })).isEmpty();
    }
  }

  private static String axe() throws IOException {
    try (InputStream in =
        PagesInChromiumTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in, "axe-core is not on the class path").readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }
}
