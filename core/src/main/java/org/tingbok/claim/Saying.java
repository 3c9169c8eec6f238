package org.tingbok.claim;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// Who says a claim, through whom it reached the reader, when, how surely, and which reader read it so.
///
/// @param claimants one party or more, in reading order; several are joint claimants of one claim
/// @param speaker the person who speaks for them; empty if none is named
/// @param ownVoice whether the publication says it itself; its publisher, or its name unknown, is then the claimant
/// @param reportedBy the chain from the claimant's first listener to the publisher; empty for an own voice
/// @param certainty how sure the claimants sound
/// @param saidOn when it was said: not the day of the deed, not the day of recording; not stated if the text does not tell
/// @param readBy the language model that proposed the claim; empty where Tingbok's own reader read it
/// @param erasedId the id of the claim if words of it were dropped because the law demands it, since it can then no longer be
///     made of them; empty for every other claim
/// @param added who found the claim in the text where no reader did, and why; empty for every claim that was read
public record Saying(List<Party> claimants, Optional<Speaker> speaker, boolean ownVoice, List<String> reportedBy,
    Certainty certainty, PartialDate saidOn, Optional<String> readBy, Optional<String> erasedId,
    Optional<Addition> added) implements Serializable {
  /// Copies the lists.
  ///
  /// @throws BadInputException `CLAIM_WITHOUT_CLAIMANT` if nobody says it
  public Saying {
    claimants = List.copyOf(claimants);
    reportedBy = List.copyOf(reportedBy);
    if (claimants.isEmpty()) {
      throw new BadInputException("CLAIM_WITHOUT_CLAIMANT", "a claim that nobody makes is none");
    }
  }

  /// A saying of which no words were dropped.
  ///
  /// @param claimants one party or more, in reading order
  /// @param speaker the person who speaks for them; empty if none is named
  /// @param ownVoice whether the publication says it itself
  /// @param reportedBy the chain from the claimant's first listener to the publisher
  /// @param certainty how sure the claimants sound
  /// @param saidOn when it was said; not stated if the text does not tell
  /// @param readBy the language model that proposed the claim; empty where Tingbok's own reader read it
  /// @throws BadInputException `CLAIM_WITHOUT_CLAIMANT` if nobody says it
  public Saying(List<Party> claimants, Optional<Speaker> speaker, boolean ownVoice, List<String> reportedBy,
      Certainty certainty, PartialDate saidOn, Optional<String> readBy) {
    this(claimants, speaker, ownVoice, reportedBy, certainty, saidOn, readBy, Optional.empty(), Optional.empty());
  }

  /// What Tingbok's own reader read.
  ///
  /// @param claimants one party or more, in reading order
  /// @param speaker the person who speaks for them; empty if none is named
  /// @param ownVoice whether the publication says it itself
  /// @param reportedBy the chain from the claimant's first listener to the publisher
  /// @param certainty how sure the claimants sound
  /// @param saidOn when it was said; not stated if the text does not tell
  /// @throws BadInputException `CLAIM_WITHOUT_CLAIMANT` if nobody says it
  public Saying(List<Party> claimants, Optional<Speaker> speaker, boolean ownVoice, List<String> reportedBy,
      Certainty certainty, PartialDate saidOn) {
    this(claimants, speaker, ownVoice, reportedBy, certainty, saidOn, Optional.empty());
  }

  /// The same, said by others.
  ///
  /// @param others one party or more
  /// @return all else as it is
  public Saying by(List<Party> others) {
    return new Saying(others, speaker, ownVoice, reportedBy, certainty, saidOn, readBy, Optional.empty(), added);
  }

  /// The same, found in the text by an analyst.
  ///
  /// @param addition who found it, and why
  /// @return all else as it is
  public Saying added(Optional<Addition> addition) {
    return new Saying(claimants, speaker, ownVoice, reportedBy, certainty, saidOn, readBy, erasedId, addition);
  }
}
