package org.tingbok.reading.assembly;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tingbok.mention.Party;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.frame.PropositionReader;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.vocabulary.ClaimType;

/// Brings together what frames and labeller found in one sentence.
///
/// Either may be right alone, but then has to be surer than where both see the same: a proposition that a frame confirms
/// may be improbable in itself, and a frame whose type of claim the labeller sees nowhere in the sentence is not believed.
/// The thresholds were chosen on the gold documents that are not held back; see `docs/reading.md`.
final class Reconciliation {
  private static final float ALONE = 0.7f; // probability from which a proposition needs no frame
  private static final float SECONDED = 0.15f; // from which it may be the one that a frame found
  private static final float DOUBTED = 0.2f; // sum for a type below which a frame is not believed

  private Reconciliation() {}

  static List<ClaimDraft> of(List<ClaimDraft> framed, List<Proposition> propositions, PropositionReader reader) {
    List<ClaimDraft> read = new ArrayList<>();
    List<ClaimDraft> left = new ArrayList<>(framed);
    Map<ClaimType, Float> sums = new EnumMap<>(ClaimType.class);
    for (Proposition proposition : propositions) {
      sums.merge(proposition.type(), proposition.probability(), Float::sum);
      boolean alone = proposition.probability() > ALONE;
      boolean seconded = proposition.probability() > SECONDED
          && left.stream().anyMatch(draft -> draft.type() == proposition.type());
      for (ClaimDraft draft : alone || seconded ? reader.read(proposition) : List.<ClaimDraft>of()) {
        List<ClaimDraft> same = left.stream().filter(other -> agree(other, draft)).toList();
        left.removeAll(same);
        if (!same.isEmpty()) {
          read.addAll(same);
        } else if (alone) {
          read.add(draft);
        }
      }
    }
    for (ClaimDraft draft : left) {
      if (sums.getOrDefault(draft.type(), 0f) > DOUBTED) {
        read.add(draft);
      }
    }
    return read;
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
