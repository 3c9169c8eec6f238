package org.tingbok.reading.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;

/// A predicate that makes a claim, and where the fillers of its roles stand.
///
/// @param id unique over all frames
/// @param type the claim that it makes
/// @param lemmas what triggers it, lower case, in all languages that are read
/// @param position `VERB`, `NOUN`, `ADJ`, `CASE` (an adposition whose nominal has a subject), `CLAUSE` or `ANY`
/// @param with for relations of the predicate, the lemmas of which one must fill one of them; empty for no condition
/// @param roles for each role, where its filler stands, tried in order
/// @param needs conditions, see [Conditions]
/// @param deed whether the sentence states the deed, so that the claimant is told by what embeds it
/// @param weak levels that lemmas of it lower certainty to
/// @param code relation or kind, where the type has one; empty if it has none or it is open
/// @param withdraws whether it takes back an accusation of the claimant's own
/// @param matches texts that it must match
/// @param mismatches texts that must yield no claim of its type
public record Frame(String id, ClaimType type, Set<String> lemmas, String position, Map<String, Set<String>> with,
    Map<String, List<String>> roles, List<String> needs, boolean deed, Map<String, CertaintyLevel> weak,
    Optional<String> code, boolean withdraws, List<Example> matches, List<String> mismatches) {
  /// A text that a frame must match, and what must come out.
  ///
  /// @param text one sentence or more
  /// @param expected for slots such as `claimant`, the name that must fill it
  public record Example(String text, Map<String, String> expected) {
  }

  /// Where the fillers of a role stand.
  ///
  /// @param role the role
  /// @return places, tried in order; empty if the frame has no such role
  public List<String> role(String role) {
    return roles.getOrDefault(role, List.of());
  }

  /// Whether who makes the claim accuses himself: "Killnet claimed the attack".
  ///
  /// @return true if claimant and accused are sought in the same places
  public boolean ofOneself() {
    return !deed && !role("claimant").isEmpty() && role("claimant").equals(role("accused"));
  }
}
