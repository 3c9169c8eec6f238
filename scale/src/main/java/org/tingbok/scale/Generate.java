package org.tingbok.scale;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `tingbok scale generate`.
@Command(name = "generate", mixinStandardHelpOptions = true,
    description = {"Write invented reports as JSON Lines, with what is known of them beside them.",
        "The same seed and number give the same bytes."})
final class Generate implements Callable<Integer> {
  /// What is known of the reports, in the folder beside them; begins with what folders are not searched for.
  static final String TRUTH = "_truth.tsv";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int IN_A_FILE = 2_500;

  @Option(names = "--documents", defaultValue = "1000", paramLabel = "N", description = "How many (default: 1000).")
  private long documents;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "SEED", description = "All follows from it (default: 1).")
  private long seed;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "Where they are written; made if there is none.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(folder);
    Beat beat = new Beat(seed);
    int share = (int) Math.max(1, Math.min(IN_A_FILE, documents / 8));
    try (BufferedWriter truth = Files.newBufferedWriter(folder.resolve(TRUTH))) {
      for (long from = 0; from < documents; from += share) {
        try (BufferedWriter file =
            Files.newBufferedWriter(folder.resolve("reports-%06d.jsonl".formatted(from / share)))) {
          for (long number = from; number < Math.min(documents, from + share); number++) {
            Beat.Report report = beat.report(number);
            file.write(JSON.createObjectNode().put("url", report.address()).put("title", report.title())
                .put("publisher", report.publisher()).put("date", report.day()).put("text", report.text()) + "\n");
            truth.write(
                report.address() + "\t" + report.story() + "\t" + report.incident() + "\t" + report.origin() + "\n");
          }
        }
      }
    }
    return 0;
  }
}
