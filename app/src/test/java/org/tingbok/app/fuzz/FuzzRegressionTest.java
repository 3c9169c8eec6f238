package org.tingbok.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every input that the fuzzer kept, and every one that broke something once, goes through its parser.
///
/// They lie in `src/test/resources/fuzz/TARGET`; `fuzz.sh` begins with them and finds more.
class FuzzRegressionTest {
  private static final Path KEPT = Path.of("src", "test", "resources", "fuzz");

  private static String folder(FuzzTarget target) {
    return target.name().toLowerCase(Locale.ROOT);
  }

  @TestFactory
  Stream<DynamicTest> parsesWhatWasKept() {
    return Arrays.stream(FuzzTarget.values()).map(target -> DynamicTest.dynamicTest(folder(target), () -> {
      for (Path file : kept(target)) {
        try {
          target.parse(Files.readAllBytes(file));
        } catch (IOException | RuntimeException | StackOverflowError e) {
          throw new AssertionError(file.toString(), e);
        }
      }
    }));
  }

  private static List<Path> kept(FuzzTarget target) throws IOException {
    try (Stream<Path> files = Files.list(KEPT.resolve(folder(target)))) {
      List<Path> all = files.sorted().toList();
      assertThat(all).as("inputs of %s", target).isNotEmpty();
      return all;
    }
  }

  @Test
  void knowsEveryFolder() throws IOException {
    try (Stream<Path> folders = Files.list(KEPT)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(FuzzTarget.values()).map(FuzzRegressionTest::folder).toList());
    }
  }
}
