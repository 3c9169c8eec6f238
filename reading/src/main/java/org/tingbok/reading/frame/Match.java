package org.tingbok.reading.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;

/// A frame that a word of a sentence triggers, with the fillers of its roles.
///
/// @param frame the frame
/// @param trigger the word
/// @param fillers for each role that is filled, heads of the fillers
/// @param phrases for each role that is filled by somebody, whom
record Match(Frame frame, Token trigger, Map<String, List<Token>> fillers, Map<String, Phrase> phrases) {
  Match(Frame frame, Token trigger) {
    this(frame, trigger, new HashMap<>(), new HashMap<>());
  }

  List<Token> filler(String role) {
    return fillers.getOrDefault(role, List.of());
  }

  Phrase phrase(String role) {
    return phrases.getOrDefault(role, Phrase.NOBODY);
  }
}
