/// From the bytes of a report to readable text with its blocks.
///
/// Enters: bytes and where they were found. Leaves: [org.tingbok.text.Text]: the document, a view aligned to its
/// canonical text, and blocks. [org.tingbok.reading.document.DocumentParser] is the way in. Each format has a reader of
/// its own that yields drafts of blocks; what is a title, a heading, boilerplate, or a date of the document is then decided
/// once for all formats. Trap: nothing here may change canonical text beyond line ends; marks, wraps and page furniture
/// are left out of the view only.
@NullMarked
package org.tingbok.reading.document;

import org.jspecify.annotations.NullMarked;
