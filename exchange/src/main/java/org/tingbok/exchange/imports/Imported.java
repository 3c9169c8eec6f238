package org.tingbok.exchange.imports;

import java.util.List;
import java.util.Set;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.SourceReliability;

/// What a file of another tool came to.
///
/// @param readings its documents with their claims, in the file's order; the text of a document is what the tool hands
///     over of it, and claims quote that
/// @param acts what the file says was done about them: markings, retractions; recorded with them
/// @param faults what in it was left out and why, in the file's order; the rest of the file counts
/// @param reports what in it is prose, to be read as any report is, in the file's order
/// @param carried those of the documents that stood in another ledger of ours: their claims are what they are
public record Imported(List<Reading> readings, List<Act> acts, List<Fault> faults, List<Prose> reports,
    Set<DocumentId> carried) {
  /// Copies the lists.
  public Imported {
    readings = List.copyOf(readings);
    acts = List.copyOf(acts);
    faults = List.copyOf(faults);
    reports = List.copyOf(reports);
    carried = Set.copyOf(carried);
  }

  /// What holds no prose, and says nothing of what was done about its documents.
  ///
  /// @param readings its documents with their claims
  /// @param faults what in it was left out and why
  public Imported(List<Reading> readings, List<Fault> faults) {
    this(readings, List.of(), faults, List.of(), Set.of());
  }

  /// What says nothing of what was done about its documents.
  ///
  /// @param readings its documents with their claims
  /// @param faults what in it was left out and why
  /// @param reports what in it is prose
  public Imported(List<Reading> readings, List<Fault> faults, List<Prose> reports) {
    this(readings, List.of(), faults, reports, Set.of());
  }

  /// Something in a file that was left out, or is odd.
  ///
  /// @param code stable code, upper case words joined by underscores
  /// @param message one line: which object or row, which rule, what to do
  public record Fault(String code, String message) {
    /// What is told and was kept all the same: it is odd, or makes no claim.
    private static final Set<String> KEPT = Set.of("STIX_ODD", "STIX_UNSAID", "MISP_ODD", "MISP_VALUES",
        "MISP_PRODUCER", "MISP_REFERENCE", "GRADE_TOLD");

    /// That whoever made a file grades a source. It is told and not recorded: a grade is a decision of the organisation whose
    /// ledger it is, and handing a file in decides nothing.
    ///
    /// @param by who grades
    /// @param source what is graded
    /// @param reliability how far they rely on it
    /// @return what to tell
    public static Fault graded(String by, String source, SourceReliability reliability) {
      return new Fault("GRADE_TOLD", by + " grades " + source + " " + reliability.code() + ", " + reliability.words()
          + "; 'tingbok grade' records it where your organisation thinks so too");
    }

    /// Whether something was left out.
    ///
    /// @return false for what was kept and is only told
    public boolean leftOut() {
      return !KEPT.contains(code);
    }
  }

  /// A report in prose within a file.
  ///
  /// @param name what it is called; its ending tells the format
  /// @param text the report, with a head of `key: value` lines between two lines of dashes if the file tells its title,
  ///     publisher or day
  public record Prose(String name, String text) {
  }
}
