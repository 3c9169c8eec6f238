package org.tingbok.vocabulary;

/// How two names of groups are said to relate.
public enum AliasRelation implements Coded {
  /// Both names denote one group.
  SAME("same"),
  /// The groups share members, activity, tools or infrastructure.
  OVERLAP("overlap"),
  /// The second name is an earlier name of the first.
  FORMER("former"),
  /// The first group is within the second.
  PART_OF("part-of"),
  /// The names are said to denote different groups.
  DISTINCT("distinct");

  private final String code;

  AliasRelation(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
