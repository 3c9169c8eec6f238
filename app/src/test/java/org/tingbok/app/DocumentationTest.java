package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tingbok.testkit.Casebook;
import picocli.CommandLine;

/// The pages for users say what the code does, and lead nowhere that is not there.
class DocumentationTest {
  private static final Path PROJECT = project();
  /// Any word in capitals, whether thrown, printed or answered: more than what stands behind `new`.
  private static final Pattern CODE = Pattern.compile("\"(FAULT|USAGE|[A-Z]+(?:_[A-Z]+)+)\"");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| (`[A-Z_`, ]+`) \\|");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)(?:#[^)]*)?\\)");
  /// Words in capitals that are no codes: variables of the environment.
  private static final Set<String> OTHER = Set.of("NO_COLOR", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
      "TINGBOK_SECOND_READER_KEY", "TINGBOK_TAXII_LOGINS", "TINGBOK_CONFIG", "TINGBOK_JAVA_OPTS", "XDG_CONFIG_HOME");
  private static final Pattern ROUTE = Pattern.compile("routes\\.get\\(\"(/[a-z]+)[\"/]");

  private static Path project() {
    Path module = Path.of("").toAbsolutePath();
    return Stream.iterate(module, Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("docs/commands.md"))).findFirst().orElseThrow();
  }

  private static String page(String name) throws IOException {
    return Files.readString(PROJECT.resolve("docs").resolve(name));
  }

  @Test
  void namesEveryCommandAndOption() throws IOException {
    String page = page("commands.md");
    CommandLine line = Main.commandLine(new Surroundings(InputStream.nullInputStream(), new ByteArrayOutputStream(),
        new ByteArrayOutputStream(), Map.of(), PROJECT, Casebook.CLOCK, false, false, 100));
    line.getSubcommands().forEach((name, command) -> {
      assertThat(page).contains("tingbok " + name);
      command.getCommandSpec().options().forEach(option -> assertThat(page).as(name).contains(option.longestName()));
    });
  }

  @Test
  void namesEveryErrorCodeAndNoOther() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    for (Path file : below(PROJECT, "/src/main/java/", ".java")) {
      CODE.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(codes::add);
    }
    codes.removeAll(OTHER);
    TreeSet<String> listed = new TreeSet<>();
    LISTED.matcher(page("errors.md")).results()
        .forEach(row -> listed.addAll(List.of(row.group(1).replaceAll("[` ]", "").split(","))));
    listed.removeIf(code -> code.startsWith("CLAIM_WITHOUT_") && !codes.contains(code)); // put together from the slot
    assertThat(listed).containsExactlyElementsOf(codes);
  }

  @Test
  void leadsOnlyToWhatIsThere() throws IOException {
    List<Path> pages = new ArrayList<>(below(PROJECT.resolve("docs"), "/", ".md"));
    for (String name : List.of("README.md", "CHANGELOG.md", "GLOSSARY.md", "CONTRIBUTING.md",
        "gold/README.md")) {
      pages.add(PROJECT.resolve(name));
    }
    for (Path page : pages) {
      assertThat(LINK.matcher(Files.readString(page)).results().map(found -> found.group(1)))
          .as("links of " + PROJECT.relativize(page))
          .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }
  }

  @Test
  void listsEveryPageInTheIndex() throws IOException {
    String index = page("index.md");
    assertThat(below(PROJECT.resolve("docs"), "/", ".md")).hasSizeGreaterThan(8)
        .filteredOn(page -> !page.endsWith("index.md"))
        .allSatisfy(page -> assertThat(index).contains("(" + PROJECT.resolve("docs").relativize(page) + ")"));
  }

  private static List<Path> below(Path folder, String part, String ending) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(path -> path.toString().endsWith(ending)
          && path.toString().replace('\\', '/').contains(part)).sorted().toList();
    }
  }

  @Test
  void namesEveryPage() throws IOException {
    String page = page("web.md");
    String source = Files.readString(PROJECT.resolve("app/src/main/java/org/tingbok/app/web/Pages.java"));
    assertThat(ROUTE.matcher(source).results().map((MatchResult found) -> found.group(1))).hasSizeGreaterThan(6)
        .allSatisfy(route -> assertThat(page).contains(route));
  }
}
