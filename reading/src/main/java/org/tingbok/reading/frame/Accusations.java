package org.tingbok.reading.frame;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.mention.Party;
import org.tingbok.reading.incident.IncidentBook;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.vocabulary.ClaimType;

/// The accusations of a text so far, and which of them is answered.
final class Accusations {
  private static final int RECENT = 8; // claims: an answer stands near what it answers

  private final List<ClaimDraft> earlier;
  private final Names names;

  Accusations(List<ClaimDraft> earlier, Names names) {
    this.earlier = earlier;
    this.names = names;
  }

  /// What a denial answers: an embassy its host's accusation, the accused the last one against them.
  Optional<IncidentBook.Entry> answeredBy(Phrase claimant) {
    for (Party party : claimant.parties()) {
      int in = party.name().indexOf(" embassy in ");
      if (in > 0) {
        Set<String> host = names.lookUp(party.name().substring(in + " embassy in ".length())).stream()
            .flatMap(match -> match.names().stream()).flatMap(name -> name.country().stream())
            .collect(Collectors.toSet());
        Optional<IncidentBook.Entry> answered = madeIn(host);
        if (answered.isPresent()) {
          return answered;
        }
      }
    }
    return against(countries(claimant.parties()));
  }

  private Optional<IncidentBook.Entry> against(Set<String> countries) {
    for (int i = earlier.size() - 1; i >= Math.max(0, earlier.size() - RECENT); i--) {
      ClaimDraft draft = earlier.get(i);
      if (draft.type() == ClaimType.ATTRIBUTION && draft.incident().isPresent()
          && countries(draft.first()).stream().anyMatch(countries::contains)) {
        return draft.incident();
      }
    }
    return Optional.empty();
  }

  /// The operation of the last accusation that somebody of one of some states made.
  Optional<IncidentBook.Entry> madeIn(Set<String> countries) {
    for (int i = earlier.size() - 1; i >= 0; i--) {
      ClaimDraft draft = earlier.get(i);
      if (draft.type() == ClaimType.ATTRIBUTION && draft.incident().isPresent()
          && countries(draft.claimant().parties()).stream().anyMatch(countries::contains)) {
        return draft.incident();
      }
    }
    return Optional.empty();
  }

  static Set<String> countries(Collection<Party> parties) {
    return parties.stream().flatMap(party -> party.country().stream()).collect(Collectors.toSet());
  }
}
