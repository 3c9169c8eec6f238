package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page about the interface: its examples print what it says that they print.
class ApiDocumentationTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```(sh|java|python)\n(.*?)```\\s*```text\n(.*?)```", Pattern.DOTALL);

  @TempDir
  private Path folder;

  @Test
  void printsWhatThePageSays() throws Exception {
    Path module = Path.of("").toAbsolutePath();
    String page = Files
        .readString(Stream.iterate(module, Objects::nonNull, Path::getParent).map(one -> one.resolve("docs/api.md"))
            .filter(Files::isRegularFile).findFirst().orElseThrow());
    List<String> ran = new ArrayList<>();
    try (WritableSite site = WritableSite.ofCasebook(folder)) {
      Matcher example = EXAMPLE.matcher(page);
      while (example.find()) {
        String code =
            example.group(2).replace("http://localhost:8080", site.address().replace("127.0.0.1", "localhost"));
        assertThat(printed(example.group(1), code)).as(code).isEqualTo(example.group(3));
        ran.add(example.group(1));
      }
    }
    assertThat(ran).contains("sh", "java", "python").hasSizeGreaterThan(4);
  }

  private String printed(String language, String code) throws IOException, InterruptedException {
    Path file =
        Files.writeString(folder.resolve(language.equals("java") ? "Example.java" : "example." + language), code);
    Path program = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = switch (language) {
      case "java" -> List.of(program.toString(), file.toString());
      case "python" -> List.of("python3", file.toString());
      default -> List.of("bash", file.toString());
    };
    needed(language.equals("sh") ? "curl" : command.getFirst(), language);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  private static void needed(String program, String language) throws IOException, InterruptedException {
    Process which = new ProcessBuilder("bash", "-c", "command -v \"$0\"", program).start();
    assertThat(which.waitFor()).as("the examples in " + language + " need " + program + "; install it").isZero();
  }
}
