package org.tingbok.app.input;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.SameStory;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;

/// Reads reports as they are added to a ledger: copies as of the day on which their story was first told.
///
/// For one thread; it reads with several.
public final class Reports {
  private static final int MOST_AT_A_TIME = 4;

  private final OnRecord known;
  private final InputReader.Reader reader;
  private final Readers readers;
  private final int threads;

  /// A way of reading.
  ///
  /// @param readers where reports are read
  /// @param known what is on record already
  /// @param decisions what analysts decided that names mean
  /// @param keeping whether texts with unread sentences are kept for a second reader
  public Reports(Readers readers, OnRecord known, NameDecisions decisions, boolean keeping) {
    this(readers, known, decisions, keeping, Runtime.getRuntime().availableProcessors());
  }

  private Reports(Readers readers, OnRecord known, NameDecisions decisions, boolean keeping, int threads) {
    this.threads = Math.clamp(threads, 1, MOST_AT_A_TIME);
    this.readers = readers;
    this.known = known;
    this.reader = readers.reading(decisions.list(), keeping);
  }

  /// A way of reading beside other work: with half of the processors at most, so that whoever asks meanwhile has the rest.
  ///
  /// @param readers where reports are read
  /// @param known what is on record already
  /// @param decisions what analysts decided that names mean
  /// @return reads without keeping texts for a second reader
  public static Reports aside(Readers readers, OnRecord known, NameDecisions decisions) {
    return new Reports(readers, known, decisions, false, Runtime.getRuntime().availableProcessors() / 2);
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
    InputReader input = new InputReader((name, bytes, beside) -> {
      InputReader.Contents contents = reader.read(name, bytes, beside);
      contents.unread().forEach(text -> unread.put(text.document().id(), text));
      return contents;
    }, readers, standardInput, threads);
    InputReader.Outcome outcome = input.read(sources, watcher);
    List<Trouble> troubles = new ArrayList<>(outcome.troubles());
    List<Reading> readings = borne(dated(outcome, input), troubles);
    return new Read(new InputReader.Outcome(readings, known.news(outcome.acts(), readings), troubles,
        outcome.repeats(), outcome.sources(), outcome.held(),
        outcome.partly() || troubles.size() > outcome.troubles().size()), unread);
  }

  /// A document on record stays as it was recorded. Of one that came with a bundle, and so has those words only that were
  /// quoted there, claims that rest on others cannot be recorded; they are told.
  private List<Reading> borne(List<Reading> readings, List<Trouble> troubles) {
    Map<DocumentId, Document> partial = new HashMap<>();
    known.documents().stream().filter(Imports::quoted)
        .forEach(document -> partial.put(document.id(), document));
    return readings.stream().map(reading -> Optional.ofNullable(partial.get(reading.document().id()))
        .map(there -> borne(reading, there, troubles)).orElse(reading)).toList();
  }

  private static Reading borne(Reading reading, Document there, List<Trouble> troubles) {
    List<Claim> borne = reading.claims().stream()
        .filter(claim -> claim.evidence().stream().allMatch(one -> one.matches(there.text()))).toList();
    int left = reading.claims().size() - borne.size();
    if (left > 0) {
      troubles.add(Trouble.quoted(reading.document().source(), left));
    }
    return new Reading(reading.document(), borne,
        reading.unread().stream().filter(one -> one.evidence().matches(there.text())).toList());
  }

  /// Copies that bear a later day than their story was first published on are read again as of that day.
  private List<Reading> dated(InputReader.Outcome outcome, InputReader input) {
    List<Document> documents = new ArrayList<>(known.documents());
    outcome.readings().forEach(reading -> documents.add(reading.document()));
    Map<DocumentId, Family> stories = SameStory.byMember(SameStory.group(documents));
    List<Reading> readings = new ArrayList<>();
    for (Reading reading : outcome.readings()) {
      Document document = reading.document();
      Optional<PartialDate> other = Optional.ofNullable(stories.get(document.id())).filter(_ -> !Imports.made(document))
          .flatMap(story -> story.readAsOf(document.published()));
      readings.add(other.flatMap(day -> Optional.ofNullable(outcome.sources().get(document.id()))
          .flatMap(source -> input.again(source, document.id(), day))).orElse(reading));
    }
    return readings;
  }
}
