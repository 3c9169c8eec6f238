package org.tingbok.claim;

import java.io.Serializable;
import java.util.Optional;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Likelihood;

/// How sure a claimant sounds, with the words that say so.
///
/// @param level the level, by the table of CLAIMS: `asserted` where there is no hedge
/// @param words the hedge as the text has it; empty where there is none
/// @param likelihood the band of ICD 203 that the words name; empty where they name none
/// @param confidence the level of ICD 203 that the words name; empty where they name none
public record Certainty(CertaintyLevel level, Optional<String> words, Optional<Likelihood> likelihood,
    Optional<AnalyticConfidence> confidence) implements Serializable {
  /// No hedge at all.
  public static final Certainty ASSERTED =
      new Certainty(CertaintyLevel.ASSERTED, Optional.empty(), Optional.empty(), Optional.empty());
}
