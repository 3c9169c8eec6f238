/// A report as it was received: canonical text, what it says about itself, and its dates.
///
/// Enters: what a parser found in the bytes. Leaves: [org.tingbok.document.Document]. Canonical text is the decoded
/// text with line ends made `\n`, nothing else (for PDF and DOCX, which have no text of their own, the text as
/// extracted). Offsets are UTF-16 code units, half-open. Trap: HTML's canonical text is its source, tags included; what
/// is read is a view aligned back to it ([org.tingbok.text.Text]).
@NullMarked
package org.tingbok.document;

import org.jspecify.annotations.NullMarked;
