package org.tingbok.app.command;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.Found;
import org.tingbok.app.input.InputFinder;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.OnRecord;
import org.tingbok.app.input.Reports;
import org.tingbok.app.input.Source;
import org.tingbok.app.terminal.ProgressBar;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Act;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.second.Endpoint;

/// Finds and reads what was named on the command line, and tells on standard error what could not be read.
final class ReportInput {
  private ReportInput() {
  }

  /// What was read.
  ///
  /// @param readings one for each document
  /// @param acts what is to be done about them when they are recorded
  /// @param partly whether of something that was read a part was left out
  record Read(List<Reading> readings, List<Act> acts, boolean partly) {
    /// Copies the lists.
    Read {
      readings = List.copyOf(readings);
      acts = List.copyOf(acts);
    }
  }

  /// Reads all that the words name, without asking anybody.
  ///
  /// @return empty if nothing could be read; each reason has been printed by then
  static Read read(List<String> words, Surroundings surroundings, Streams streams) {
    return read(words, surroundings.folder(), OnRecord.NOTHING, NameDecisions.none(), Optional.empty(), surroundings,
        streams);
  }

  /// The same for a ledger that knows some documents, and where some were fetched from.
  static Read read(List<String> words, OnRecord known, NameDecisions decisions,
      Optional<Endpoint> second, Surroundings surroundings, Streams streams, FetchedInput fetched,
      Map<String, Act.Fetched> before) {
    Map<Boolean, List<String>> away = words.stream().collect(Collectors.partitioningBy(FetchedInput::is));
    List<Source> sources = fetched.fetch(away.getOrDefault(true, List.of()), before, streams);
    return read(away.getOrDefault(false, List.of()), surroundings.folder(), known, decisions, second, surroundings,
        streams, sources, fetched::read);
  }

  /// Reads all that the words name.
  ///
  /// @param words files, folders, globs
  /// @param folder where relative paths start from
  /// @param known what is on record already
  /// @param decisions what analysts decided that names mean
  /// @param second whom to ask about what stays unread; empty if nobody
  /// @return empty if nothing could be read; each reason has been printed by then
  static Read read(List<String> words, Path folder, OnRecord known,
      NameDecisions decisions, Optional<Endpoint> second, Surroundings surroundings, Streams streams) {
    return read(words, folder, known, decisions, second, surroundings, streams, List.of(), _ -> {
    });
  }

  /// The same, with somebody who is told where each document was found.
  static Read read(List<String> words, Path folder, OnRecord known, NameDecisions decisions,
      Optional<Endpoint> second, Surroundings surroundings, Streams streams,
      Consumer<InputReader.Outcome> told) {
    return read(words, folder, known, decisions, second, surroundings, streams, List.of(), told);
  }

  private static Read read(List<String> words, Path folder, OnRecord known,
      NameDecisions decisions, Optional<Endpoint> second, Surroundings surroundings, Streams streams,
      List<Source> more, Consumer<InputReader.Outcome> told) {
    Found found = InputFinder.find(words, folder);
    List<Source> sources = Stream.concat(found.sources().stream(), more.stream()).toList();
    found.troubles().forEach(streams::trouble);
    if (found.passedOverCount() > 0) {
      streams.remark("passed over " + found.passedOverCount() + (found.passedOverCount() == 1 ? " file" : " files")
          + " of kinds that are not read: " + endings(found));
    }
    Reports reports = new Reports(surroundings.readers(), known, decisions, second.isPresent());
    Reports.Read read;
    Set<Source> done = new HashSet<>();
    try (ProgressBar bar = new ProgressBar(streams.err(), surroundings.errTerminal(), "reading",
        sources.size())) {
      read = reports.read(sources, surroundings.in(), (source, _, _) -> {
        done.add(source.file());
        bar.at(done.size());
        return true;
      });
    }
    read.outcome().troubles().forEach(streams::trouble);
    told.accept(read.outcome());
    List<Reading> readings = read.outcome().readings();
    return new Read(second
        .map(endpoint -> new SecondLook(endpoint, read.unread(), decisions).at(readings, surroundings, streams))
        .orElse(readings), read.outcome().acts(), read.outcome().partly());
  }

  private static String endings(Found found) {
    String listed = found.passedOver().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(6).map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
    return listed + (found.passedOver().size() > 6 ? ", …" : "");
  }
}
