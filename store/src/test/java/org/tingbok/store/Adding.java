package org.tingbok.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.TingbokException;

/// A program of its own that adds generated readings to a ledger, a few at a time, and prints what was acknowledged: to be
/// killed, starved, or set against another.
///
/// It begins after what the ledger holds of the readings that its seed gives, so that any number of runs, however they end,
/// leave the beginning of one sequence.
final class Adding {
  /// Readings in one append.
  static final int BATCH = 3;
  /// Exit status where the ledger refused.
  static final int REFUSED = 3;
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-02T12:00:00Z"), ZoneOffset.UTC);

  private Adding() {
  }

  /// Adds.
  ///
  /// @param arguments the ledger, the seed, how many times
  public static void main(String[] arguments) {
    try (Ledger ledger = Ledgers.open(Path.of(arguments[0]), CLOCK)) {
      ReadingGenerator generator = new ReadingGenerator(Long.parseLong(arguments[1]));
      int held = ledger.readings().size();
      generator.readings(held);
      System.out.println("begins at " + held);
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        List<Reading> readings = generator.readings(BATCH);
        Receipt receipt = ledger.append(readings);
        held += BATCH;
        System.out.println("acknowledged " + held + " " + receipt.recordedAt());
      }
    } catch (TingbokException e) {
      System.out.println("refused " + e.code() + " " + e.getMessage());
      System.exit(REFUSED);
    }
  }

  /// Starts it.
  ///
  /// @param before a command that runs the rest of its line in some straits; empty for none
  /// @param folder for what the program leaves in temporary files
  static Process start(List<String> before, Path folder, Path ledger, long seed, int times) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
        "-Xmx256m", "-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"), Adding.class.getName(),
        ledger.toString(), Long.toString(seed), Integer.toString(times)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
