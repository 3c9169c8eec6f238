/// The knowledge of names: states, bodies, organisations, threat actors, malware, operations, and how to find them.
///
/// Enters: the tab-separated files beside this package, one fact a line with its source. Leaves:
/// [org.tingbok.reading.knowledge.Names], found in a text by [org.tingbok.reading.knowledge.NameMatcher] in one pass.
/// Trap: a name is found, not believed: who means what by it is for the later stages.
@NullMarked
package org.tingbok.reading.knowledge;

import org.jspecify.annotations.NullMarked;
