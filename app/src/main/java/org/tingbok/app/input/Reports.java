package org.tingbok.app.input;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.SameStory;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.exchange.stix.StixWriter;
import org.tingbok.ledger.Act;
import org.tingbok.reading.ReportReader;
import org.tingbok.reading.document.OwnMarking;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.TingbokException;

/// Reads reports as they are added to a ledger: copies as of the day on which their story was first told.
///
/// For one thread; it reads with several.
public final class Reports {
  private static final int MOST_AT_A_TIME = 4;

  private final Collection<Document> known;
  private final ReportReader reader;
  private final Naming naming;
  private final boolean keeping;
  private final int threads;

  /// A way of reading.
  ///
  /// @param known documents that are on record already
  /// @param decisions what analysts decided that names mean
  /// @param keeping whether texts with unread sentences are kept for a second reader
  public Reports(Collection<Document> known, NameDecisions decisions, boolean keeping) {
    this(known, decisions, keeping, Runtime.getRuntime().availableProcessors());
  }

  private Reports(Collection<Document> known, NameDecisions decisions, boolean keeping, int threads) {
    this.threads = Math.clamp(threads, 1, MOST_AT_A_TIME);
    this.known = known;
    this.keeping = keeping;
    this.reader = ReportReader.with(decisions);
    this.naming = new Naming(Names.standard().with(decisions));
  }

  /// A way of reading beside other work: with half of the processors at most, so that whoever asks meanwhile has the rest.
  ///
  /// @param known documents that are on record already
  /// @param decisions what analysts decided that names mean
  /// @return reads without keeping texts for a second reader
  public static Reports aside(Collection<Document> known, NameDecisions decisions) {
    return new Reports(known, decisions, false, Runtime.getRuntime().availableProcessors() / 2);
  }

  /// What came of reading.
  ///
  /// @param outcome as it was read
  /// @param unread the texts in which sentences stayed unread, by document; none if they are not kept
  public record Read(InputReader.Outcome outcome, Map<DocumentId, Text> unread) {
    /// Copies the texts.
    public Read {
      unread = Map.copyOf(unread);
    }
  }

  /// Reads sources.
  ///
  /// @param sources what to read
  /// @param standardInput where `-` is read from
  /// @param watcher told of each source when it is done
  /// @return what came of it
  public Read read(List<Source> sources, InputStream standardInput, InputReader.Watcher watcher) {
    Map<DocumentId, Text> unread = new ConcurrentHashMap<>();
    InputReader input = new InputReader((name, bytes, published) -> {
      Optional<Imported> told = Imports.read(name, bytes);
      if (told.isPresent()) {
        return imported(name, told.get(), unread);
      }
      Reading reading = report(name, bytes, published, unread);
      return InputReader.Contents.of(reading, marked(reading.document()));
    }, standardInput, threads);
    InputReader.Outcome outcome = input.read(sources, watcher);
    List<Trouble> troubles = new ArrayList<>(outcome.troubles());
    List<Reading> readings = borne(dated(outcome, input), troubles);
    return new Read(new InputReader.Outcome(readings, outcome.acts(), troubles, outcome.repeats(), outcome.sources()),
        unread);
  }

  /// A document on record stays as it was recorded. Of one that came with a bundle, and so has those words only that were
  /// quoted there, claims that rest on others cannot be recorded; they are told.
  private List<Reading> borne(List<Reading> readings, List<Trouble> troubles) {
    Map<DocumentId, Document> partial = new HashMap<>();
    known.stream().filter(document -> document.mediaType().equals(StixWriter.MEDIA_TYPE))
        .forEach(document -> partial.put(document.id(), document));
    return readings.stream().map(reading -> Optional.ofNullable(partial.get(reading.document().id()))
        .map(there -> borne(reading, there, troubles)).orElse(reading)).toList();
  }

  private static Reading borne(Reading reading, Document there, List<Trouble> troubles) {
    List<Claim> borne = reading.claims().stream()
        .filter(claim -> claim.evidence().stream().allMatch(one -> one.matches(there.text()))).toList();
    int left = reading.claims().size() - borne.size();
    if (left > 0) {
      troubles.add(new Trouble("DOCUMENT_QUOTED", reading.document().source() + ": of this document a bundle of STIX "
          + "brought its quoted words only, and they are what is on record; " + left
          + (left == 1 ? " claim rests" : " claims rest")
          + " on other words and cannot be recorded here: read the report into a ledger of its own"));
    }
    return new Reading(reading.document(), borne,
        reading.unread().stream().filter(one -> one.evidence().matches(there.text())).toList());
  }

  /// What a document says of itself when it comes for the first time; what was decided about it since is not undone by reading
  /// it again.
  private List<Act> marked(Document document) {
    return known.stream().anyMatch(one -> one.id().equals(document.id())) ? List.of()
        : OwnMarking.of(document.text()).stream().<Act>map(own -> new Act.Marked(document.id().value(),
            Optional.of(own.tlp()), "it bears \"" + own.words() + "\"", document.publisher().orElse("its author")))
            .toList();
  }

  private Reading report(String name, byte[] bytes, Optional<PartialDate> published, Map<DocumentId, Text> unread) {
    Text text = reader.parse(name, bytes);
    Reading reading = published.map(day -> reader.read(text, day)).orElseGet(() -> reader.read(text));
    if (keeping && !reading.unread().isEmpty()) {
      unread.put(reading.document().id(), text);
    }
    return reading;
  }

  /// What a tool's file says, and what is read in the prose of it.
  private InputReader.Contents imported(String name, Imported told, Map<DocumentId, Text> unread) {
    List<Reading> readings = new ArrayList<>(told.readings().stream()
        .map(reading -> told.carried().contains(reading.document().id()) ? reading : naming.reading(reading)).toList());
    List<Trouble> troubles = new ArrayList<>(told.faults().stream()
        .map(fault -> new Trouble(fault.code(), name + ": " + fault.message())).toList());
    for (Imported.Prose prose : told.reports()) {
      String place = name + "#" + prose.name();
      try {
        readings.add(report(place, prose.text().getBytes(StandardCharsets.UTF_8), Optional.empty(), unread));
      } catch (TingbokException e) {
        troubles.add(Trouble.of(e, place));
      }
    }
    Set<String> there = new HashSet<>();
    readings.forEach(reading -> {
      there.add(reading.document().id().value());
      reading.claims().forEach(claim -> there.add(claim.id()));
    });
    // What was decided here about something on record is not undone by its coming again.
    Set<String> before = known.stream().map(document -> document.id().value()).collect(Collectors.toSet());
    List<Act> acts = told.acts().stream()
        .filter(act -> there.contains(act.subject()) && !before.contains(act.subject())).toList();
    return new InputReader.Contents(readings, acts, troubles);
  }

  /// Copies that bear a later day than their story was first published on are read again as of that day: "on Friday" means
  /// the Friday before the story, not the one before the copy.
  private List<Reading> dated(InputReader.Outcome outcome, InputReader input) {
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
          .flatMap(source -> input.again(source, document.id(), day))).orElse(reading));
    }
    return readings;
  }
}
