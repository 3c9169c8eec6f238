package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `docs/commands.md` and `docs/web.md` say what the code does.
class DocumentationTest {
  private static final Path PROJECT = project();
  private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
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
  void namesEveryErrorCode() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    for (String sources : new String[] {"app/src/main/java", "reading/src/main/java/org/tingbok/reading/document"}) {
      try (var files = Files.walk(PROJECT.resolve(sources))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          CODE.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(codes::add);
        }
      }
    }
    String table = page("commands.md").split("## Errors", 2)[1];
    codes.removeIf(code -> code.startsWith("NO_"));
    assertThat(codes).isNotEmpty().allSatisfy(code -> assertThat(table).contains("`" + code + "`"));
  }

  @Test
  void namesEveryPage() throws IOException {
    String page = page("web.md");
    String source = Files.readString(PROJECT.resolve("app/src/main/java/org/tingbok/app/web/Pages.java"));
    assertThat(ROUTE.matcher(source).results().map((MatchResult found) -> found.group(1))).hasSizeGreaterThan(6)
        .allSatisfy(route -> assertThat(page).contains(route));
  }
}
