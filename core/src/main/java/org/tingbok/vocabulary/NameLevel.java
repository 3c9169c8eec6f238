package org.tingbok.vocabulary;

/// How high a name stands on the way from what was seen to who is answerable, the lowest first.
///
/// The first three are Unit 42's (attribution framework of July 2025); the rest carry on to the state. A claim that joins
/// names of two levels climbs, and each step is somebody's claim: "APT28 is Unit 26165", "the unit belongs to the GRU".
public enum NameLevel implements Coded {
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

  private final String code;

  NameLevel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// Whether it is one of Unit 42's three, the levels of whoever is known by traces alone.
  ///
  /// @return false from the unit upwards
  public boolean ofGroups() {
    return compareTo(UNIT) < 0;
  }
}
