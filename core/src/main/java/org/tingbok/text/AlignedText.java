package org.tingbok.text;

import java.io.Serializable;
import org.tingbok.document.Span;
import org.tingbok.vocabulary.BadInputException;

/// A readable view of a canonical text, and for each of its code units the place that it came from.
///
/// Immutable and safe to share.
public final class AlignedText implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String view;
  private final int[] starts;
  private final int[] ends;

  /// A view with its alignment.
  ///
  /// @param view the readable text
  /// @param starts for each code unit of the view, the first canonical code unit that it stands for; rising
  /// @param ends for each code unit of the view, the canonical code unit after the last that it stands for
  /// @throws BadInputException `ALIGNMENT_LENGTH` if the three are not of one length
  public AlignedText(String view, int[] starts, int[] ends) {
    if (view.length() != starts.length || view.length() != ends.length) {
      throw new BadInputException("ALIGNMENT_LENGTH",
          "a view of " + view.length() + " code units with " + starts.length + " places");
    }
    this.view = view;
    this.starts = starts.clone();
    this.ends = ends.clone();
  }

  /// A view that is the canonical text itself.
  ///
  /// @param canonical the text
  /// @return itself, aligned one to one
  public static AlignedText identity(String canonical) {
    int[] starts = new int[canonical.length()];
    int[] ends = new int[canonical.length()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
    return new AlignedText(canonical, starts, ends);
  }

  /// The readable text.
  ///
  /// @return possibly empty
  public String view() {
    return view;
  }

  /// Leads from the view to the canonical text.
  ///
  /// @param start first code unit in the view
  /// @param end code unit after the last in the view, greater than `start`
  /// @return the canonical range that covers the same words
  public Span canonical(int start, int end) {
    return new Span(starts[start], Math.max(starts[start], ends[end - 1]));
  }
}
