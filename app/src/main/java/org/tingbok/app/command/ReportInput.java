package org.tingbok.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.Found;
import org.tingbok.app.input.InputFinder;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.terminal.ProgressBar;
import org.tingbok.claim.Reading;
import org.tingbok.reading.ReportReader;

/// Finds and reads what was named on the command line, and tells on standard error what could not be read.
final class ReportInput {
  private ReportInput() {
  }

  /// Reads all that the words name.
  ///
  /// @return empty if nothing could be read; each reason has been printed by then
  static List<Reading> read(List<String> words, Surroundings surroundings, Streams streams) {
    return read(words, surroundings.folder(), surroundings, streams);
  }

  /// The same with relative paths starting from another folder.
  static List<Reading> read(List<String> words, Path folder, Surroundings surroundings, Streams streams) {
    Found found = InputFinder.find(words, folder);
    found.troubles().forEach(streams::trouble);
    if (found.passedOverCount() > 0) {
      streams.remark("passed over " + found.passedOverCount() + (found.passedOverCount() == 1 ? " file" : " files")
          + " of kinds that are not read: " + endings(found));
    }
    ReportReader reader = ReportReader.standard();
    InputReader input = new InputReader((name, bytes) -> reader.read(reader.parse(name, bytes)), surroundings.in(),
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
    InputReader.Outcome outcome;
    try (ProgressBar bar = new ProgressBar(streams.err(), surroundings.errTerminal(), "reading",
        found.sources().size())) {
      outcome = input.read(found.sources(), bar::at);
    }
    outcome.troubles().forEach(streams::trouble);
    return outcome.readings();
  }

  private static String endings(Found found) {
    String listed = found.passedOver().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(6).map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
    return listed + (found.passedOver().size() > 6 ? ", …" : "");
  }
}
