package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.vocabulary.ClaimType;

/// Accusations that were read as made by the accused: "the embassy dismissed the accusation that its country was behind it" repeats
/// an accusation in order to deny it, and "the vendor named the group" makes no accuser of the group.
///
/// A group, service or state that claims a deed as its own, alone and by its own name, is left as it is.
public final class OwnAccusations {
  private static final WordList SPEAKS_FOR_ITS_STATE = WordList.of("speaks-for-its-state");

  private OwnAccusations() {
  }

  /// Drops accusers that are the accused or speak for them.
  ///
  /// @param drafts what a sentence was read as
  /// @return the same without accusations that nobody else makes
  public static List<ClaimDraft> without(List<ClaimDraft> drafts) {
    List<ClaimDraft> others = new ArrayList<>();
    for (ClaimDraft draft : drafts) {
      List<Party> accusers = draft.claimant().parties().stream().filter(party -> !own(party, draft)).toList();
      if (draft.type() != ClaimType.ATTRIBUTION || accusers.size() == draft.claimant().parties().size()) {
        others.add(draft);
      } else if (!accusers.isEmpty()) {
        others.add(draft.by(new Phrase(accusers, draft.claimant().speaker(), draft.claimant().anaphoric())));
      }
    }
    return others;
  }

  private static boolean own(Party accuser, ClaimDraft draft) {
    boolean together = draft.claimant().parties().stream().map(Party::name).toList()
        .equals(draft.first().stream().map(Party::name).toList()); // "two groups, X and Y, claimed the attack"
    boolean beside = draft.claimant().parties().size() > 1 && !together
        && draft.first().stream().anyMatch(accused -> accused.name().equals(accuser.name()));
    return beside || speaksForItsState(accuser) && !draft.first().isEmpty() && draft.first().stream().allMatch(
        accused -> (accused.kind() == PartyKind.STATE || accused.kind() == PartyKind.BODY)
            && !accused.name().equals(accuser.name()) && accused.country().isPresent()
            && accused.country().equals(accuser.country()));
  }

  private static boolean speaksForItsState(Party party) {
    return party.kind() == PartyKind.BODY && Arrays.stream(party.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .anyMatch(SPEAKS_FOR_ITS_STATE::contains);
  }
}
