package org.tingbok.reading.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.incident.IncidentBook;

/// Which operation each claim of a text is about, once all of it was read. Changes neither the claims given nor the operations.
final class Placement {
  private static final int NEXT = 600; // code units: a paragraph or two

  private final List<ClaimDraft> drafts;
  private final IncidentBook incidents;

  Placement(List<ClaimDraft> drafts, IncidentBook incidents) {
    this.drafts = drafts;
    this.incidents = incidents;
  }

  /// Claims made before the text told of any operation are about the one it tells of next.
  List<ClaimDraft> placed() {
    List<ClaimDraft> placed = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      ClaimDraft draft = drafts.get(i);
      boolean open = draft.incident().isEmpty() && switch (draft.type()) {
        case ATTRIBUTION, NON_ATTRIBUTION, DENIAL, RESPONSE, IMPACT, METHOD -> true;
        case ALIAS, AFFILIATION -> false;
      };
      placed.add(open ? draft.about(next(i).or(incidents::first)) : draft);
    }
    return inTime(placed);
  }

  /// What was said before an operation had happened is about another one, the same for all of one paragraph or two.
  private List<ClaimDraft> inTime(List<ClaimDraft> placed) {
    List<ClaimDraft> inTime = new ArrayList<>();
    Optional<IncidentBook.Entry> earlier = Optional.empty();
    int told = 0;
    for (ClaimDraft draft : placed) {
      int at = draft.evidence().get(0).start();
      earlier = at - told < NEXT ? earlier : Optional.empty();
      if (draft.incident().isPresent() && draft.saidOn().stated()) {
        Set<String> states = new HashSet<>();
        draft.claimant().parties().forEach(party -> party.country().ifPresent(states::add));
        IncidentBook.Entry entry = incidents.saidOf(draft.incident().get(), draft.saidOn(), at, states, earlier);
        if (!draft.incident().get().equals(entry)) {
          earlier = Optional.of(entry);
          told = at;
        }
        inTime.add(draft.about(Optional.of(entry)));
      } else {
        inTime.add(draft);
      }
    }
    return inTime;
  }

  private Optional<IncidentBook.Entry> next(int from) {
    int end = drafts.get(from).evidence().get(0).end();
    return drafts.subList(from, drafts.size()).stream()
        .filter(draft -> draft.evidence().get(0).start() < end + NEXT)
        .flatMap(draft -> draft.incident().stream()).findFirst();
  }
}
