package org.tingbok.benchmarks.figures;

import java.nio.file.Path;
import java.time.Clock;
import org.tingbok.app.Main;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.Readers;

/// Runs one command as `tingbok` does, but reads reports in the same process instead of a worker's: what the second process costs
/// is the difference.
public final class InOneProcess {
  private InOneProcess() {
  }

  /// Runs one command and exits with its status.
  ///
  /// @param words the words behind `tingbok`
  public static void main(String[] words) {
    Surroundings here = new Surroundings(System.in, System.out, System.err, System.getenv(), Path.of(""),
        Clock.systemUTC(), false, false, 100, Readers.HERE);
    System.exit(Main.commandLine(here).execute(words));
  }
}
