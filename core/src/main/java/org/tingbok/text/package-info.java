/// The text that is read: a view of a document's canonical text, its blocks, sentences and tokens.
///
/// Enters: a document. Leaves: [org.tingbok.text.Text] and [org.tingbok.text.Sentence]. All offsets in this package are
/// those of the *view* (tags, marks, soft hyphens and line wraps taken out) unless said otherwise;
/// [org.tingbok.text.AlignedText] leads back to the canonical text. Nothing here changes once made.
@NullMarked
package org.tingbok.text;

import org.jspecify.annotations.NullMarked;
