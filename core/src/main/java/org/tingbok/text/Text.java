package org.tingbok.text;

import java.io.Serializable;
import java.util.List;
import org.tingbok.document.Document;
import org.tingbok.document.Span;

/// A document made readable: the view of its text, cut into blocks in reading order.
///
/// @param document what it was made from
/// @param aligned the view and its alignment to the document's canonical text
/// @param blocks in order, not overlapping; between them stands only white space
public record Text(Document document, AlignedText aligned, List<Block> blocks) implements Serializable {
  /// Copies the list.
  public Text {
    blocks = List.copyOf(blocks);
  }

  /// The readable text that all offsets of blocks, sentences and tokens refer to.
  ///
  /// @return possibly empty
  public String view() {
    return aligned.view();
  }

  /// Leads from the view to the document's canonical text.
  ///
  /// @param start first code unit in the view
  /// @param end code unit after the last in the view, greater than `start`
  /// @return the canonical range
  public Span canonical(int start, int end) {
    return aligned.canonical(start, end);
  }
}
