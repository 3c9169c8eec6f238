package org.tingbok.claim;

import java.io.Serializable;

/// A sentence that looks like a claim and was not understood.
///
/// @param evidence the sentence in the document's canonical text
/// @param reason why it looks like a claim and what is missing, in one line for a person
public record Unread(Evidence evidence, String reason) implements Serializable {
}
