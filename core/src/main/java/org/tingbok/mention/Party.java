package org.tingbok.mention;

import java.io.Serializable;
import java.util.Optional;
import org.tingbok.vocabulary.ContentId;

/// Somebody who claims, is accused, denies, is reacted to, or is a victim, as one text means it.
///
/// @param name the name under which the ledger files it; for an unknown or undescribed party the words of the text
/// @param kind what sort of party
/// @param country ISO 3166-1 alpha-2 of the state that it belongs to or that the words ascribe to it; empty if none
/// @param text the words of the document that name it
public record Party(String name, PartyKind kind, Optional<String> country, String text) implements Serializable {
  /// The id of every party of this name and sort (STIX: intrusion sets and identities are two types).
  ///
  /// @return `intrusion-set--` or `identity--` and a UUID
  public String id() {
    return ContentId.of(kind == PartyKind.THREAT_ACTOR ? "intrusion-set" : "identity", name);
  }
}
