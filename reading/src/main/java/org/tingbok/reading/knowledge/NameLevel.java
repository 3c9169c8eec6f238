package org.tingbok.reading.knowledge;

import org.tingbok.vocabulary.FaultException;

/// How high a name stands on the way from what was seen to who is answerable, the lowest first.
///
/// The first three are Unit 42's (attribution framework of July 2025); the rest carry on to the state. A claim that joins
/// names of two levels climbs, and each step is somebody's claim: "APT28 is Unit 26165", "the unit belongs to the GRU".
public enum NameLevel {
  /// Activity that belongs together, nothing more: `UNC2452`, `CL-STA-0044`.
  ACTIVITY_CLUSTER("activity-cluster"),
  /// Believed to be one actor, not yet surely: `Storm-0558`, `TGR-STA-0043`.
  TEMPORARY_GROUP("temporary-group"),
  /// An actor that its namer vouches for: `APT31`, `Fancy Bear`.
  NAMED_GROUP("named-group"),
  /// A unit, bureau or contractor with a place in an organisation: `Unit 26165`.
  UNIT("unit"),
  /// A service, ministry or armed force: the GRU.
  AGENCY("agency"),
  /// A state.
  STATE("state");

  private final String id;

  NameLevel(String id) {
    this.id = id;
  }

  /// The level's word in tables.
  ///
  /// @return lower case, hyphens
  public String id() {
    return id;
  }

  static NameLevel of(String id) {
    for (NameLevel level : values()) {
      if (level.id.equals(id)) {
        return level;
      }
    }
    throw new FaultException("KNOWLEDGE_LEVEL", "conventions.tsv knows no level " + id);
  }
}
