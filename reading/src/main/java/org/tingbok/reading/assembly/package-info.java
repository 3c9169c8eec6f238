/// From the drafts of all sentences to the claims of a document.
///
/// Enters: a text. Leaves: [org.tingbok.claim.Reading]. Equal claims become one with several places of evidence; a
/// headline or caption is further evidence of what the text says.
@NullMarked
package org.tingbok.reading.assembly;

import org.jspecify.annotations.NullMarked;
