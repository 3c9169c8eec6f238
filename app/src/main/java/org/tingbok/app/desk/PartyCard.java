package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.tingbok.mention.Party;

/// A party, as it is filed and as the text has it.
///
/// @param name the name it is filed under
/// @param id `intrusion-set--…` or `identity--…`
/// @param text the words of the document
/// @param country ISO 3166-1 alpha-2; empty if none
public record PartyCard(String name, String id, String text, Optional<String> country) {
  /// Whether it goes by the name of a state, or of the government of one.
  ///
  /// @return false for bodies, groups and persons
  @JsonIgnore
  public boolean state() {
    return Lookup.stateOf(name).isPresent();
  }

  static PartyCard of(Party party) {
    return new PartyCard(party.name(), party.id(), party.text(), party.country());
  }
}
