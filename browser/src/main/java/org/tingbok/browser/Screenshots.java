package org.tingbok.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.tingbok.store.TemporaryFolder;

/// Takes the pictures of README and docs from the sample reports, or one of every kind of page to look through.
final class Screenshots {
  /// A picture.
  ///
  /// @param name of the file
  /// @param path of the page; an incident by words that lead to it
  /// @param width in CSS pixels
  /// @param height in CSS pixels
  /// @param colours light or dark
  private record Picture(String name, String path, int width, int height, ColorScheme colours) {
  }

  private static final List<Picture> PICTURES = List.of(
      new Picture("incident", "/incident/visma", 1280, 1150, ColorScheme.LIGHT),
      new Picture("phone", "/incident/visma", 390, 1150, ColorScheme.DARK));

  private Screenshots() {
  }

  /// Writes `docs/images/NAME.png`; or, where a second word is given, a picture of a page of every kind, wide and narrow,
  /// into the folder that it names.
  ///
  /// @param words the project's folder; a folder for pictures
  public static void main(String[] words) {
    Path project = Path.of(words[0]).toAbsolutePath().normalize();
    try (TemporaryFolder folder = TemporaryFolder.of("tingbok-screenshots-");
        Desks desks = Desks.ofSamples(project, folder.path());
        Chromium chromium = Chromium.start()) {
      if (words.length > 1 && !words[1].isEmpty()) {
        lookThrough(chromium, desks, Path.of(words[1]));
        return;
      }
      for (Picture picture : PICTURES) {
        take(chromium, desks, picture, project);
      }
      try (BrowserContext window = chromium.window(1280, 900, ColorScheme.LIGHT, true)) {
        Page page = window.newPage();
        page.navigate(desks.address() + "/incident/visma");
        page.locator("main a[href^='/document/']").first().click();
        shoot(page, project, "document");
      }
    }
  }

  private static void lookThrough(Chromium chromium, Desks desks, Path pictures) {
    for (int width : new int[] {1440, 390}) {
      try (BrowserContext window = chromium.window(width, 900, ColorScheme.LIGHT, true)) {
        Page page = window.newPage();
        PageKinds.of(page, desks.address(), 1).forEach((kind, paths) -> {
          page.navigate(desks.address() + paths.getFirst());
          page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(pictures.resolve(
              kind.substring(1).replace('/', '-').replace('*', 'x').replace("?", "-asked") + "-" + width + ".png")));
        });
      }
    }
  }

  private static void take(Chromium chromium, Desks desks, Picture picture, Path project) {
    try (BrowserContext window = chromium.window(picture.width, picture.height, picture.colours, true)) {
      Page page = window.newPage();
      page.navigate(desks.address() + picture.path);
      shoot(page, project, picture.name);
    }
  }

  private static void shoot(Page page, Path project, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(project.resolve("docs/images").resolve(name + ".png")));
  }
}
