package org.tingbok.reading.assembly;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.mention.Party;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.frame.PropositionReader;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.vocabulary.ClaimType;

/// Brings together what frames and labeller found in one sentence.
///
/// A frame is believed; its claim stands for the proposition that sees the same, but for who makes it, which the labeller
/// tells better. A proposition that no frame confirms has to be probable.
/// The thresholds were chosen on the gold documents that are not held back; see `docs/reading.md`.
final class Reconciliation {
  private static final float ALONE = 0.7f; // probability from which a proposition needs no frame
  private static final float SECONDED = 0.15f; // from which it may be the one that a frame found

  private Reconciliation() {}

  static List<ClaimDraft> of(List<ClaimDraft> framed, List<Proposition> propositions, PropositionReader reader) {
    List<ClaimDraft> read = new ArrayList<>();
    List<ClaimDraft> left = new ArrayList<>(framed);
    for (Proposition proposition : propositions) {
      boolean alone = proposition.probability() > ALONE;
      boolean seconded = proposition.probability() > SECONDED
          && left.stream().anyMatch(draft -> draft.type() == proposition.type());
      for (ClaimDraft draft : alone || seconded ? reader.read(proposition) : List.<ClaimDraft>of()) {
        if (read.stream().anyMatch(other -> twice(other, draft))) {
          continue;
        }
        List<ClaimDraft> same = left.stream().filter(other -> agree(other, draft)).toList();
        left.removeAll(same);
        if (!same.isEmpty()) {
          same.forEach(other -> read.add(other.by(draft.claimant())));
        } else if (alone) {
          read.add(draft);
        }
      }
    }
    read.addAll(left);
    return List.copyOf(read);
  }

  /// The same pair of names the other way round, or a claim that another word of the sentence has made already.
  private static boolean twice(ClaimDraft one, ClaimDraft other) {
    return agree(one, other) && one.code().equals(other.code()) && !one.first().isEmpty() && !other.first().isEmpty()
        && (one.type() != ClaimType.AFFILIATION || meet(one.first(), other.first()));
  }

  private static boolean agree(ClaimDraft one, ClaimDraft other) {
    return one.type() == other.type() && switch (one.type()) {
      case ATTRIBUTION, RESPONSE -> meet(one.first(), other.first());
      case ALIAS, AFFILIATION -> meet(one.first(), other.first()) && meet(one.second(), other.second())
          || meet(one.first(), other.second()) && meet(one.second(), other.first());
      case NON_ATTRIBUTION, DENIAL -> true;
      case IMPACT, METHOD -> one.evidence().get(0).overlaps(other.evidence().get(0));
    };
  }

  private static boolean meet(List<Party> one, List<Party> other) {
    return one.isEmpty() || other.isEmpty()
        || one.stream().anyMatch(a -> other.stream().anyMatch(b -> a.name().equalsIgnoreCase(b.name())));
  }
}
