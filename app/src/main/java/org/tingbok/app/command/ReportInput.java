package org.tingbok.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.SameStory;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.Found;
import org.tingbok.app.input.InputFinder;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.terminal.ProgressBar;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.reading.ReportReader;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.second.Endpoint;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;

/// Finds and reads what was named on the command line, and tells on standard error what could not be read.
final class ReportInput {
  private ReportInput() {
  }

  /// Reads all that the words name, without asking anybody.
  ///
  /// @return empty if nothing could be read; each reason has been printed by then
  static List<Reading> read(List<String> words, Surroundings surroundings, Streams streams) {
    return read(words, surroundings.folder(), List.of(), NameDecisions.none(), Optional.empty(), surroundings, streams);
  }

  /// Reads all that the words name.
  ///
  /// @param words files, folders, globs
  /// @param folder where relative paths start from
  /// @param known documents that are on record already
  /// @param decisions what analysts decided that names mean
  /// @param second whom to ask about what stays unread; empty if nobody
  /// @return empty if nothing could be read; each reason has been printed by then
  static List<Reading> read(List<String> words, Path folder, Collection<Document> known,
      NameDecisions decisions, Optional<Endpoint> second, Surroundings surroundings, Streams streams) {
    Found found = InputFinder.find(words, folder);
    found.troubles().forEach(streams::trouble);
    if (found.passedOverCount() > 0) {
      streams.remark("passed over " + found.passedOverCount() + (found.passedOverCount() == 1 ? " file" : " files")
          + " of kinds that are not read: " + endings(found));
    }
    ReportReader reader = ReportReader.with(decisions);
    Map<DocumentId, Text> open = new ConcurrentHashMap<>();
    InputReader input = new InputReader((name, bytes, published) -> {
      Text text = reader.parse(name, bytes);
      Reading reading = published.map(day -> reader.read(text, day)).orElseGet(() -> reader.read(text));
      if (second.isPresent() && !reading.unread().isEmpty()) {
        open.put(reading.document().id(), text);
      }
      return reading;
    }, surroundings.in(), Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
    InputReader.Outcome outcome;
    try (ProgressBar bar = new ProgressBar(streams.err(), surroundings.errTerminal(), "reading",
        found.sources().size())) {
      outcome = input.read(found.sources(), bar::at);
    }
    outcome.troubles().forEach(streams::trouble);
    List<Reading> readings = dated(outcome, input, known);
    return second.map(endpoint -> new SecondLook(endpoint, open, decisions).at(readings, surroundings, streams))
        .orElse(readings);
  }

  /// Copies that bear a later day than their story was first published on are read again as of that day: "on Friday" means
  /// the Friday before the story, not the one before the copy.
  private static List<Reading> dated(InputReader.Outcome outcome, InputReader input, Collection<Document> known) {
    List<Document> documents = new ArrayList<>(known);
    outcome.readings().forEach(reading -> documents.add(reading.document()));
    Map<DocumentId, PartialDate> first = new HashMap<>();
    for (Family family : SameStory.group(documents)) {
      if (family.members().size() > 1 && family.earliest().stated()) {
        family.members().forEach(member -> first.put(member, family.earliest()));
      }
    }
    List<Reading> readings = new ArrayList<>();
    for (Reading reading : outcome.readings()) {
      Document document = reading.document();
      Optional<PartialDate> other = Optional.ofNullable(first.get(document.id()))
          .filter(day -> !day.equals(document.published()));
      readings.add(other.flatMap(day -> Optional.ofNullable(outcome.sources().get(document.id()))
          .flatMap(source -> input.again(source, day))).orElse(reading));
    }
    return readings;
  }

  private static String endings(Found found) {
    String listed = found.passedOver().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(6).map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
    return listed + (found.passedOver().size() > 6 ? ", …" : "");
  }
}
