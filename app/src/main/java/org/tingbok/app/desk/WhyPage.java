package org.tingbok.app.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.document.Document;
import org.tingbok.ledger.Erasure;
import org.tingbok.reading.ReportReader;

/// Why each claim of a document was read so, found by reading it once more.
///
/// @param document the document
/// @param readings its claims in order of place
public record WhyPage(ClaimCard.DocumentCard document, List<Why> readings) {
  private static final int LONGEST = 400_000;

  /// Copies the list.
  public WhyPage {
    readings = List.copyOf(readings);
  }

  /// Why one claim was read so.
  ///
  /// @param claim the claim
  /// @param frame the frame or pattern that finds it; empty where it is not read any more as it stands, because an analyst
  ///     mended it, a model proposed it, or an earlier reader read it
  /// @param readAs words of the text and whom they were read as
  public record Why(ClaimCard claim, Optional<String> frame, List<ClaimCard.ReadAs> readAs) {
    /// Copies the list.
    public Why {
      readAs = List.copyOf(readAs);
    }
  }

  /// Reads a document again.
  ///
  /// @param desk the desk that knows it
  /// @param key its id or the beginning of one
  /// @param reader the reader
  /// @return the page
  /// @throws org.tingbok.vocabulary.NotFoundException `DOCUMENT_UNKNOWN` if nothing fits
  public static WhyPage of(Desk desk, String key, ReportReader reader) {
    DocumentPage page = desk.documents().page(key);
    Document document = desk.snapshot().documents().values().stream()
        .filter(one -> one.id().value().equals(page.id())).findFirst().orElseThrow();
    Map<String, String> frames = Erasure.dropped(document.text()) || document.text().length() > LONGEST ? Map.of()
        : reader.frames(reader.parse(document));
    return new WhyPage(desk.cards().documentCard(document), page.claims().stream()
        .map(claim -> new Why(claim, Optional.ofNullable(frames.get(claim.id())), claim.readAs())).toList());
  }
}
