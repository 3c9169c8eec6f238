package org.tingbok.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;

/// Small reports made up for one test, and the reports of the repository.
public final class Reports {
  /// One reader for all tests: it holds no state.
  public static final ReportReader READER = ReportReader.standard();

  private static final String HEAD = "Cyberattacks, networks and attribution\n\nThe Example Wire, 14 May 2022\n\n";

  private Reports() {
  }

  /// Reads a report of 14 May 2022, a Saturday, whose title speaks of cyberattacks.
  ///
  /// @param paragraphs its text
  /// @return what is read
  public static Reading read(String... paragraphs) {
    String report = HEAD + String.join("\n\n", paragraphs) + "\n";
    return READER.read(READER.parse("example.txt", report.getBytes(StandardCharsets.UTF_8)));
  }

  /// The claims of one kind in such a report.
  ///
  /// @param <T> the kind
  /// @param type the kind
  /// @param paragraphs its text
  /// @return in reading order
  public static <T extends Claim> List<T> read(Class<T> type, String... paragraphs) {
    return read(paragraphs).claims().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// The documents of `samples` and `gold/dev`.
  ///
  /// @return in order of name, samples first
  public static List<Path> all() {
    List<Path> all = new ArrayList<>();
    for (Path folder : List.of(Path.of("..", "samples"), Path.of("..", "gold", "dev"))) {
      try (Stream<Path> files = Files.list(folder)) {
        all.addAll(files.filter(file -> !file.getFileName().toString().matches("README\\.md|.*\\.json")).sorted()
            .toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }
}
