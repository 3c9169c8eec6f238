package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Examples in the documentation that are marked as asked of the samples print what they show.
///
/// A line `…` stands for lines left out. Ids are not compared: they change with every better reading of a sentence.
class ExamplesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- of the samples -->\\n\\n((?: {4}.*\\n)+)");
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{8}\\b");

  @TempDir
  private Path folder = Path.of("");

  static Path project() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("docs/names.md"))).findFirst().orElseThrow();
  }

  @Test
  void examplesOfTheSamplesPrintWhatTheyShow() throws IOException {
    List<String> examples = new ArrayList<>();
    try (var pages = Files.list(project().resolve("docs"))) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        EXAMPLE.matcher(Files.readString(page)).results().map((MatchResult found) -> found.group(1))
            .forEach(examples::add);
      }
    }
    assertThat(examples).isNotEmpty();
    assertThat(new Shell(folder).run("add", project().resolve("samples").toString()).status()).isZero();
    for (String example : examples) {
      List<String> lines = example.lines().map(line -> line.substring(4)).toList();
      String command = lines.getFirst();
      assertThat(command).startsWith("$ ./tingbok ");
      String out = new Shell(folder).run(command.substring("$ ./tingbok ".length()).split(" ")).out();
      List<String> printed = out.lines().map(ExamplesTest::withoutIds).toList();
      int from = 0;
      for (String line : lines.subList(1, lines.size())) {
        if (!line.equals("…")) {
          int at = printed.subList(from, printed.size()).indexOf(withoutIds(line));
          assertThat(at).as("'%s' of the example '%s', in%n%s", line, command, out).isNotNegative();
          from += at + 1;
        }
      }
    }
  }

  private static String withoutIds(String line) {
    return ID.matcher(line).replaceAll("").strip();
  }
}
