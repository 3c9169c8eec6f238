package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Certainty;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.reading.incident.IncidentBook;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.BlockKind;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// A claim as found in one sentence, before equal ones are brought together and incidents are complete.
///
/// @param type which kind
/// @param claimant who says it; nobody for the publication's own voice
/// @param via who passed it on
/// @param certainty how sure the claimant sounds
/// @param saidOn when it was said, as far as the sentence tells
/// @param first accused, first name, actor, or target
/// @param second second name, or sponsor
/// @param code relation or kind; empty if the type has none or it is open
/// @param what thing reached or means
/// @param polarity affirmed or negated
/// @param withdraws whether the claimant takes back its own accusation
/// @param incident the operation; empty if none is meant
/// @param evidence where it stands in the view
/// @param block the kind of block that it stands in
/// @param frame id of the frame or pattern that found it
public record ClaimDraft(ClaimType type, Phrase claimant, List<String> via, Certainty certainty, PartialDate saidOn,
    List<Party> first, List<Party> second, Optional<String> code, String what, Polarity polarity, boolean withdraws,
    Optional<IncidentBook.Entry> incident, List<Span> evidence, BlockKind block, String frame) {
  /// Copies the lists.
  public ClaimDraft {
    via = List.copyOf(via);
    first = List.copyOf(first);
    second = List.copyOf(second);
    evidence = List.copyOf(evidence);
  }

  /// The same with more evidence.
  ///
  /// @param more further places that say the same
  /// @return a draft with all of them, in order of place
  public ClaimDraft with(List<Span> more) {
    List<Span> all = new ArrayList<>(evidence);
    more.stream().filter(span -> !all.contains(span)).forEach(all::add);
    all.sort(null);
    return new ClaimDraft(type, claimant, via, certainty, saidOn, first, second, code, what, polarity, withdraws,
        incident,
        all, block, frame);
  }

  /// The same claimed by somebody.
  ///
  /// @param who the claimant
  /// @return a draft with that claimant
  public ClaimDraft by(Phrase who) {
    return new ClaimDraft(type, who, via, certainty, saidOn, first, second, code, what, polarity, withdraws, incident,
        evidence, block, frame);
  }

  /// The same of other parties.
  ///
  /// @param one accused, first name, actor, or target
  /// @param other second name, or sponsor
  /// @return a draft of them
  public ClaimDraft of(List<Party> one, List<Party> other) {
    return new ClaimDraft(type, claimant, via, certainty, saidOn, one, other, code, what, polarity, withdraws, incident,
        evidence, block, frame);
  }

  /// The same about an operation.
  ///
  /// @param operation the operation; empty if none is meant
  /// @return a draft about it
  public ClaimDraft about(Optional<IncidentBook.Entry> operation) {
    return new ClaimDraft(type, claimant, via, certainty, saidOn, first, second, code, what, polarity, withdraws,
        operation, evidence, block, frame);
  }

  /// The same said on a day, where it has none yet.
  ///
  /// @param day the day; may be not stated
  /// @return a draft with that day, or this one
  public ClaimDraft on(PartialDate day) {
    return saidOn.stated() || !day.stated() ? this
        : new ClaimDraft(type, claimant, via, certainty, day, first, second, code, what, polarity, withdraws, incident,
            evidence, block, frame);
  }
}
