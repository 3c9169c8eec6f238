package org.tingbok.claim;

import java.io.Serializable;
import java.util.Optional;

/// The person who speaks for the claimant.
///
/// @param name as the text has it
/// @param role office or function, as the text has it; empty if it gives none
public record Speaker(String name, Optional<String> role) implements Serializable {
}
