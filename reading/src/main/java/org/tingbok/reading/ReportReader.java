package org.tingbok.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.claim.Reading;
import org.tingbok.document.DateKind;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.Span;
import org.tingbok.reading.assembly.ClaimReader;
import org.tingbok.reading.document.DocumentParser;
import org.tingbok.reading.frame.FrameCatalogue;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.time.DayInference;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;

/// Reads reports: bytes to text, text to claims.
///
/// Pure: no clock, no network, no state shared between calls. One instance may be used by many threads.
public final class ReportReader {
  private final Names names;
  private final ClaimReader claims;

  private ReportReader(Names names, ClaimReader claims) {
    this.names = names;
    this.claims = claims;
  }

  /// A reader with the knowledge of names, the frames and the syntax models that ship with it.
  ///
  /// @return ready to use; syntax models are loaded on first use
  public static ReportReader standard() {
    return new ReportReader(Names.standard(), new ClaimReader(Names.standard(), FrameCatalogue.standard()));
  }

  /// The standard reader, with what somebody has decided about names.
  ///
  /// @param decisions which names are threat actors' and which are not, whatever the tables say
  /// @return ready to use
  public static ReportReader with(NameDecisions decisions) {
    Names names = Names.standard().with(decisions);
    return new ReportReader(names, new ClaimReader(names, FrameCatalogue.standard()));
  }

  /// Turns bytes into a readable text.
  ///
  /// @param source where they were found: a path or an address; its ending helps to tell the format
  /// @param bytes the bytes as received
  /// @return the text, with what the document says about itself
  /// @throws org.tingbok.vocabulary.BadInputException with the code that says why it cannot be read
  public Text parse(String source, byte[] bytes) {
    return parse(source, bytes, Optional.empty());
  }

  /// Turns bytes that somebody handed on into a readable text.
  ///
  /// @param source where they were found: a path or an address; its ending helps to tell the format
  /// @param bytes the bytes as received
  /// @param giver who handed them on, as the sender of a message does what is attached: the publisher where the document itself
  ///     names none; empty if nobody is known
  /// @return the text, with what the document says about itself
  /// @throws org.tingbok.vocabulary.BadInputException with the code that says why it cannot be read
  public Text parse(String source, byte[] bytes, Optional<String> giver) {
    Text text = DocumentParser.parse(source, bytes, giver);
    return text.document().published().stated() ? text : dated(text);
  }

  /// Makes a document on record readable again, without its bytes.
  ///
  /// @param document a document that was parsed before; its text was not dropped
  /// @return the text, with the id, source and digest that the document has; what it says about itself is read anew
  /// @throws org.tingbok.vocabulary.BadInputException `DOCUMENT_EMPTY` if it has no text
  public Text parse(Document document) {
    Text text = DocumentParser.again(document);
    return text.document().published().stated() ? text : dated(text);
  }

  /// A text without a date gets the day that a weekday in it can only have been, if what it speaks of bounds the year.
  private Text dated(Text text) {
    Optional<DayInference.Inferred> inferred = DayInference.infer(text.view(), () -> names.notBefore(text.view()));
    if (inferred.isEmpty()) {
      return text;
    }
    Document document = text.document();
    PartialDate day = PartialDate.day(inferred.get().day());
    Span place = text.canonical(inferred.get().span().start(), inferred.get().span().end());
    List<DocumentDate> dates = new ArrayList<>(document.dates());
    dates.add(new DocumentDate(DateKind.INFERRED, day, place, place.of(document.text())));
    dates.sort(java.util.Comparator.comparing(DocumentDate::span));
    return new Text(
        new Document(document.id(), document.source(), document.sha256(), document.mediaType(), document.text(),
            document.title(), document.publisher(), day, document.language(), dates, document.dateConflict(),
            document.body()),
        text.aligned(), text.blocks());
  }

  /// Reads the claims of one text, relative dates resolved against its own day of publication.
  ///
  /// @param text the text
  /// @return its claims and what stayed unread
  public Reading read(Text text) {
    return read(text, text.document().published());
  }

  /// Reads the claims of one text that is known to have been published at another time than it says, as a copy of a page
  /// that bears the day of copying.
  ///
  /// @param text the text
  /// @param published when its story was first published; not stated if unknown
  /// @return its claims and what stayed unread
  public Reading read(Text text, PartialDate published) {
    return claims.read(text, published.first().isPresent() ? published.last() : Optional.empty());
  }

  /// By which frame or pattern each claim of a text is found.
  ///
  /// @param text the text
  /// @return ids of frames by ids of claims, of those claims that are read from it now
  public Map<String, String> frames(Text text) {
    Map<String, String> frames = new HashMap<>();
    claims.read(text, text.document().published().last().filter(_ -> text.document().published().first().isPresent()),
        frames);
    return Map.copyOf(frames);
  }
}
