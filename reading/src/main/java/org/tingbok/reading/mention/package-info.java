/// Who is meant: noun phrases to parties, with what went before in mind.
///
/// Enters: a parsed sentence, the names found in the text, what was mentioned so far. Leaves: parties, speakers. A
/// [org.tingbok.reading.mention.Discourse] lives as long as the reading of one text and is never shared.
@NullMarked
package org.tingbok.reading.mention;

import org.jspecify.annotations.NullMarked;
