/// Who says what, in any text: reported speech, quotation, thought and attitude.
///
/// Enters: a text and its sentences' trees. Leaves: [org.tingbok.reading.speech.ReportedSpeech], the words that name who
/// speaks, the words of saying, and what is said. Trap: what is said may itself hold reported speech; all depths are listed.
@NullMarked
package org.tingbok.reading.speech;

import org.jspecify.annotations.NullMarked;
