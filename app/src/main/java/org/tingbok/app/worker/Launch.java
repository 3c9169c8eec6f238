package org.tingbok.app.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.reading.document.Budget;
import org.tingbok.vocabulary.UnavailableException;

/// How workers are started: this Java, this class path, none of this environment.
///
/// @param budget what a document may take
/// @param threads how many documents a worker reads at a time, 1 or more
/// @param options more options of the JVM
record Launch(Budget budget, int threads, List<String> options) {
  /// What a JVM needs of an environment.
  private static final Set<String> KEPT = Set.of("LANG", "TMPDIR", "SYSTEMROOT");
  /// What was chosen for this process and suits its workers: how classes are loaded and compiled.
  private static final List<String> INHERITED =
      List.of("-XX:AOTCache=", "-XX:TieredStopAtLevel=", "-XX:+UseSerialGC", "-Djava.io.tmpdir=");
  /// On standard output nothing may stand but answers: whatever the machine itself says goes to standard error.
  static final List<String> ALWAYS = List.of("-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr",
      "-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash",
      "-XX:ErrorFile=" + File.separator + "dev" + File.separator + "null", "-XX:MaxMetaspaceSize=256m",
      "-XX:MaxDirectMemorySize=64m", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");

  Launch {
    options = List.copyOf(options);
  }

  /// As this process was started itself.
  static Launch ofThisProcess(Budget budget, int threads) {
    return new Launch(budget, threads, ProcessHandle.current().info().arguments().map(Arrays::stream)
        .orElseGet(Stream::empty).takeWhile(word -> !word.equals("-jar"))
        .filter(word -> INHERITED.stream().anyMatch(word::startsWith)).toList());
  }

  /// Starts one that reads so many at a time.
  ///
  /// @throws UnavailableException `WORKER_UNSTARTED` if the operating system refuses the process, or the threads that hear it
  WorkerProcess start(int atATime) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ALWAYS);
    command.add("-Xmx" + Math.max(16, budget.memory() >> 20) + "m");
    command.addAll(options);
    command.add("-cp");
    command.add(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(place -> Path.of(place).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator)));
    command.addAll(List.of(Worker.class.getName(), Integer.toString(atATime), Long.toString(budget.time().toMillis())));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT);
    try {
      return new WorkerProcess(builder.start());
    } catch (IOException | OutOfMemoryError e) {
      throw new UnavailableException("WORKER_UNSTARTED",
          "the process that reads reports cannot be started (" + e.getMessage() + "); make room for one", e);
    }
  }
}
