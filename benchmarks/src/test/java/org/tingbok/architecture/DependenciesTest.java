package org.tingbok.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the page on dependencies to the poms, both ways.
class DependenciesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void everyDependencyIsExplainedAndNoOther() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/dependencies.md"));
    TreeSet<String> explained = FIRST_CELL.matcher(page).results().flatMap(cell -> names(NAME, cell.group(1)))
        .collect(toCollection(TreeSet::new));
    TreeSet<String> used = new TreeSet<>();
    for (Path pom : poms()) {
      names(ARTIFACT, Files.readString(pom)).filter(name -> !name.startsWith("tingbok") && !name.equals("*"))
          .forEach(used::add);
    }
    assertThat(explained).as("docs/dependencies.md").containsExactlyElementsOf(used);
  }

  private static List<Path> poms() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return Stream.concat(Stream.of(ROOT), folders).map(folder -> folder.resolve("pom.xml")).filter(Files::exists)
          .toList();
    }
  }

  private static Stream<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }
}
