package org.tingbok.benchmarks.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a program and keeps what it prints.
final class Child {
  private Child() {
  }

  /// What came of it.
  ///
  /// @param lines what it printed, errors included
  /// @param status how it ended
  /// @param seconds by the clock
  record Ended(List<String> lines, int status, double seconds) {
  }

  static Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    int status = process.waitFor();
    return new Ended(lines, status, (System.nanoTime() - start) / 1e9);
  }

  /// A Java program of these benchmarks, with 1 GiB of heap.
  static List<String> java(Class<?> program, String... arguments) {
    return java("-Xmx1g", System.getProperty("java.class.path", ""), program.getName(), arguments);
  }

  static List<String> java(String heap, String classPath, String program, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED", heap, "-classpath", classPath, program));
    command.addAll(List.of(arguments));
    return command;
  }
}
