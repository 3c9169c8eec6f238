/// The closed vocabularies, dates, identifiers and errors that every other package speaks in.
///
/// Enters: nothing. Leaves: values only. Each enum names the table that it copies. Trap: likelihood and confidence
/// (ICD 203) are two scales and are never computed from each other.
@NullMarked
package org.tingbok.vocabulary;

import org.jspecify.annotations.NullMarked;
