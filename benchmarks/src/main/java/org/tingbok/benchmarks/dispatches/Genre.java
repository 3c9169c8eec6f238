package org.tingbok.benchmarks.dispatches;

/// What kind of report is written, and how often.
enum Genre {
  /// A wire story of somebody accused of an operation, and what was answered.
  WIRE(4, true),
  /// A vendor's account of a group, as Markdown.
  VENDOR(3, true),
  /// A government's statement.
  STATEMENT(2, true),
  /// Entries with the time of day.
  LIVE(1, true),
  /// Unrelated operations under headings.
  ROUND_UP(2, true),
  /// A page with menus around its story.
  PAGE(3, true),
  /// News of computer security that accuses nobody.
  TRADE(3, false),
  /// News of anything else.
  GENERAL(6, false);

  /// How many of all weights are this genre's.
  final int weight;
  /// Whether somebody is accused in it.
  final boolean accusing;

  Genre(int weight, boolean accusing) {
    this.weight = weight;
    this.accusing = accusing;
  }
}
