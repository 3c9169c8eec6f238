package org.tingbok.claim;

import java.io.Serializable;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.SlotRole;

/// A party with what it is in a claim.
///
/// @param role what it is
/// @param party who
public record Slot(SlotRole role, Party party) implements Serializable {
}
