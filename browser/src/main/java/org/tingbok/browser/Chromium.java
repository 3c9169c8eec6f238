package org.tingbok.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tingbok.vocabulary.UnavailableException;

/// A headless Chromium, the one that is installed. Not for several threads.
final class Chromium implements AutoCloseable {
  /// What Chromium is called by those who package it.
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  /// No sandbox, since containers run as root; nothing that would speak to anybody but the pages.
  private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
      "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Starts it.
  ///
  /// @throws UnavailableException `BROWSER_MISSING` if none is on the PATH
  static Chromium start() {
    Path program = program();
    Playwright playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(playwright, playwright.chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS)));
  }

  private static Path program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of)
        .flatMap(folder -> NAMES.stream().map(folder::resolve)).filter(Files::isExecutable).findFirst()
        .orElseThrow(() -> new UnavailableException("BROWSER_MISSING",
            "no Chromium on the PATH (looked for " + String.join(", ", NAMES) + "); on Debian: apt install chromium"));
  }

  /// A window of its own.
  ///
  /// @param width in CSS pixels
  /// @param height in CSS pixels
  /// @param colours light or dark
  /// @param scripts whether pages may run scripts
  BrowserContext window(int width, int height, ColorScheme colours, boolean scripts) {
    return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(colours)
        .setJavaScriptEnabled(scripts).setLocale("en-GB").setTimezoneId("UTC"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
