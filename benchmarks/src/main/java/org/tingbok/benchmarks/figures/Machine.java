package org.tingbok.benchmarks.figures;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// What the figures were measured on, and of what.
final class Machine {
  private Machine() {
  }

  /// One sentence.
  ///
  /// @param before the load average when measuring began
  static String told(Path project, double before, LocalDate day) throws IOException, InterruptedException {
    return String.format(Locale.ROOT,
        "Commit %s, %s: %d processors (%s), %.0f GiB of memory, Java %s; load average %.1f before and %.1f after.",
        commit(project), day, Runtime.getRuntime().availableProcessors(), model(), memory(), Runtime.version(), before,
        load());
  }

  /// How many programs wanted a processor in the last minute; negative where nobody tells.
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static double memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize() / (double) (1L << 30)
        : Double.NaN;
  }

  private static String model() throws IOException {
    Path told = Path.of("/proc/cpuinfo");
    Optional<String> model = !Files.isReadable(told) ? Optional.empty()
        : Files.readAllLines(told).stream().filter(line -> line.startsWith("model name")).findFirst();
    return model.map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElseGet(() -> System.getProperty("os.arch", ""));
  }

  private static String commit(Path project) throws IOException, InterruptedException {
    String commit = first(project, "git", "rev-parse", "--short=10", "HEAD");
    return commit.isEmpty() ? "not known"
        : commit + (first(project, "git", "status", "--porcelain", "--untracked-files=no").isEmpty() ? ""
            : " with changes");
  }

  private static String first(Path project, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(project.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String line = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
        .lines().findFirst().orElse("");
    return process.waitFor() == 0 ? line : "";
  }
}
