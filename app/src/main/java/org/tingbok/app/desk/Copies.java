package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tingbok.analysis.Family;
import org.tingbok.claim.Claim;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;

/// Which claims are the same one in copies of a story: the first published speaks for the others. Immutable.
final class Copies {
  private final Map<String, List<DocumentId>> alsoIn = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();

  /// Finds them; two claims of a family are one if they come to the same gist.
  static Copies of(List<Family> families, Function<DocumentId, List<RecordedClaim>> claimsIn) {
    Copies copies = new Copies();
    for (Family family : families) {
      if (family.members().size() > 1) {
        copies.add(family, claimsIn);
      }
    }
    return copies;
  }

  private void add(Family family, Function<DocumentId, List<RecordedClaim>> claimsIn) {
    Map<String, List<Claim>> byGist = new LinkedHashMap<>();
    for (DocumentId member : family.members()) {
      for (RecordedClaim recorded : claimsIn.apply(member)) {
        byGist.computeIfAbsent(recorded.claim().type() + Phrase.words(Gist.of(recorded.claim())),
            _ -> new ArrayList<>()).add(recorded.claim());
      }
    }
    for (List<Claim> same : byGist.values()) {
      DocumentId first = same.getFirst().document();
      for (Claim claim : same) {
        alsoIn.put(claim.id(), same.stream().map(Claim::document).distinct()
            .filter(document -> !document.equals(claim.document())).toList());
        if (!claim.document().equals(first)) {
          repeated.add(claim.id());
        }
      }
    }
  }

  /// The other copies in which a claim stands.
  List<DocumentId> alsoIn(Claim claim) {
    return alsoIn.getOrDefault(claim.id(), List.of());
  }

  /// Claims without those that only repeat what another copy says.
  List<RecordedClaim> once(List<RecordedClaim> claims) {
    return claims.stream().filter(recorded -> !repeated.contains(recorded.claim().id())).toList();
  }
}
