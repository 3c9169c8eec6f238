package org.tingbok.app.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.ledger.Act;
import org.tingbok.reading.ReportReader;
import org.tingbok.reading.document.OwnMarking;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.TingbokException;

/// From the bytes of one input to all that it says: a report, or a file in which a tool hands over what many reports say.
///
/// Pure: knows no ledger, so that it can run anywhere. Safe for use by several threads.
public final class ReportContents implements InputReader.Reader {
  private final ReportReader reader;
  private final Naming naming;
  private final boolean keeping;

  /// A way of reading.
  ///
  /// @param decisions what analysts decided that names mean
  /// @param keeping whether texts with unread sentences are kept for a second reader
  public ReportContents(NameDecisions decisions, boolean keeping) {
    this.reader = ReportReader.with(decisions);
    this.naming = new Naming(Names.standard().with(decisions));
    this.keeping = keeping;
  }

  @Override
  public InputReader.Contents read(String source, byte[] bytes, InputReader.Beside beside) {
    Optional<Imported> told = Imports.read(source, bytes);
    if (told.isPresent()) {
      return imported(source, told.get());
    }
    List<Text> unread = new ArrayList<>();
    Reading reading = report(source, bytes, beside, unread);
    return new InputReader.Contents(List.of(reading), marked(reading.document()), List.of(), false, unread);
  }

  private Reading report(String name, byte[] bytes, InputReader.Beside beside, List<Text> unread) {
    Text text = reader.parse(name, bytes, beside.giver());
    Reading reading = beside.published().map(day -> reader.read(text, day)).orElseGet(() -> reader.read(text));
    if (keeping && !reading.unread().isEmpty()) {
      unread.add(text);
    }
    return reading;
  }

  /// What a document says of itself.
  private static List<Act> marked(Document document) {
    return OwnMarking.of(document.text()).stream().<Act>map(own -> new Act.Marked(document.id().value(),
        Optional.of(own.tlp()), "it bears \"" + own.words() + "\"", document.publisher().orElse("its author")))
        .toList();
  }

  /// What a tool's file says, and what is read in the prose of it.
  private InputReader.Contents imported(String name, Imported told) {
    List<Text> unread = new ArrayList<>();
    List<Reading> readings = new ArrayList<>(told.readings().stream()
        .map(reading -> told.carried().contains(reading.document().id()) ? reading : naming.reading(reading)).toList());
    List<Trouble> troubles = new ArrayList<>(told.faults().stream()
        .map(fault -> new Trouble(fault.code(), name + ": " + fault.message())).toList());
    for (Imported.Prose prose : told.reports()) {
      String place = name + "#" + prose.name();
      try {
        readings.add(report(place, prose.text().getBytes(StandardCharsets.UTF_8), InputReader.Beside.NOTHING, unread));
      } catch (TingbokException e) {
        troubles.add(Trouble.of(e, place));
      }
    }
    return new InputReader.Contents(readings, told.acts(), troubles,
        told.faults().stream().anyMatch(Imported.Fault::leftOut), unread);
  }
}
