package org.tingbok.reading.frame;

import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Certainty;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.PartialDate;

/// What a predicate is embedded in.
///
/// @param claimant who says it, by the innermost predicate that embeds it; nobody if it is not embedded
/// @param verb the predicate that embeds it, whose time is when it was said
/// @param via who passed it on, innermost first
/// @param certainty how sure the claimant sounds
/// @param negated whether it is said not to be so, or no evidence for it is found
/// @param denied whether it is what somebody denies
/// @param supposed whether it is only supposed, asked, or wished
/// @param saidOn when it was said, as far as the embedding tells
public record Context(Phrase claimant, Optional<Token> verb, List<String> via, Certainty certainty, boolean negated,
    boolean denied, boolean supposed, PartialDate saidOn) {
  /// Copies the list.
  public Context {
    via = List.copyOf(via);
  }
}
