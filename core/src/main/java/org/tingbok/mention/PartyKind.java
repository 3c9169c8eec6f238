package org.tingbok.mention;

import org.tingbok.vocabulary.Coded;

/// What sort of party a name denotes.
public enum PartyKind implements Coded {
  /// A state, or its government as a whole.
  STATE("state"),
  /// A ministry, service, agency, unit, embassy, court, parliament or international body.
  BODY("body"),
  /// A company, outlet, vendor, university or association.
  ORGANISATION("organisation"),
  /// A group, cluster or crew that operates in cyberspace under some name.
  THREAT_ACTOR("threat-actor"),
  /// A natural person.
  PERSON("person"),
  /// Parties described and not named, such as "Western officials" or "six people".
  DESCRIBED("described");

  private final String code;

  PartyKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
