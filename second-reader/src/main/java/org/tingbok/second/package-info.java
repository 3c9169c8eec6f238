/// A second reader: a language model behind an OpenAI-compatible endpoint that proposes claims for sentences left unread.
///
/// Enters: a text and what was read in it. Leaves: the same reading with what the model proposed and the document bears
/// out, and a refusal for everything else it proposed. The document goes out as data and is never trusted; nor is the
/// answer: whatever either says, what comes back is a recorded or a refused proposal. Off unless asked for.
@NullMarked
package org.tingbok.second;

import org.jspecify.annotations.NullMarked;
