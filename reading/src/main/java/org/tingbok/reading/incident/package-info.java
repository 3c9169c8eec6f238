/// Which operations a document tells of, and which of them a phrase means.
///
/// Enters: noun phrases and verbs that name deeds. Leaves: [org.tingbok.claim.IncidentAccount], one for each operation
/// that the document tells apart. Trap: accounts of different documents are brought together by analysis, not here.
@NullMarked
package org.tingbok.reading.incident;

import org.jspecify.annotations.NullMarked;
