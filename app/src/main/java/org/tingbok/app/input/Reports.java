package org.tingbok.app.input;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.tingbok.exchange.stix.StixWriter;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;

/// Reads reports as they are added to a ledger: copies as of the day on which their story was first told.
///
/// For one thread; it reads with several.
public final class Reports {
  private static final int MOST_AT_A_TIME = 4;

  private final Collection<Document> known;
  private final InputReader.Reader reader;
  private final Readers readers;

  /// A way of reading.
  ///
  /// @param readers where reports are read
  /// @param known documents that are on record already
  /// @param decisions what analysts decided that names mean
  /// @param keeping whether texts with unread sentences are kept for a second reader
  public Reports(Readers readers, Collection<Document> known, NameDecisions decisions, boolean keeping) {
    this.readers = readers;
    this.known = known;
    this.reader = readers.reading(decisions.list(), keeping);
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
    Set<String> before = known.stream().map(document -> document.id().value()).collect(Collectors.toSet());
    InputReader input = new InputReader((name, bytes, published) -> {
      InputReader.Contents contents = reader.read(name, bytes, published);
      contents.unread().forEach(text -> unread.put(text.document().id(), text));
      // What a document says of itself counts when it comes for the first time; what was decided here about something on
      // record is not undone by its coming again.
      return new InputReader.Contents(contents.readings(),
          contents.acts().stream().filter(act -> !before.contains(act.subject())).toList(), contents.troubles(),
          List.of());
    }, readers, standardInput, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_A_TIME));
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
