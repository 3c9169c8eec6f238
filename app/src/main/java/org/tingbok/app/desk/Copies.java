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
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;

/// Which claims are the same one in copies of a story: the first published speaks for the others. Immutable.
final class Copies {
  /// Of each claim all copies that it stands in, its own among them.
  private final Map<String, List<DocumentId>> alsoIn = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();

  /// Finds them; two claims of a family are one if they come to the same gist and their sources stand by both or neither.
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
    Map<String, List<RecordedClaim>> byGist = new LinkedHashMap<>();
    for (DocumentId member : family.members()) {
      for (RecordedClaim recorded : claimsIn.apply(member)) {
        byGist.computeIfAbsent(
            recorded.claim().type() + " " + recorded.standing() + Phrase.words(Gist.of(recorded.claim())),
            _ -> new ArrayList<>()).add(recorded);
      }
    }
    for (List<RecordedClaim> same : byGist.values()) {
      DocumentId first = same.getFirst().claim().document();
      List<DocumentId> documents = same.stream().map(one -> one.claim().document()).distinct().toList();
      for (RecordedClaim recorded : same) {
        DocumentId own = recorded.claim().document();
        alsoIn.put(recorded.id(), documents);
        if (!own.equals(first)) {
          repeated.add(recorded.id());
        }
      }
    }
  }

  /// The other copies in which a claim stands.
  List<DocumentId> alsoIn(RecordedClaim recorded) {
    return alsoIn.getOrDefault(recorded.id(), List.of()).stream()
        .filter(document -> !document.equals(recorded.claim().document())).toList();
  }

  /// Claims without those that only repeat what another copy says.
  List<RecordedClaim> once(List<RecordedClaim> claims) {
    return claims.stream().filter(recorded -> !repeated.contains(recorded.id())).toList();
  }
}
