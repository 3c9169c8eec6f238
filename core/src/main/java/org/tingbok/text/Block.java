package org.tingbok.text;

import java.io.Serializable;
import org.tingbok.vocabulary.PartialDate;

/// A stretch of the view that belongs together, such as a paragraph.
///
/// @param kind what it is
/// @param start first code unit in the view
/// @param end code unit after the last in the view
/// @param stamp day that this block is dated to where it differs from the document's own, as in a live blog; else not stated
public record Block(BlockKind kind, int start, int end, PartialDate stamp) implements Serializable {
}
