package org.tingbok.analysis;

import java.util.List;

/// That two names are said to have something in common, and not that they are one: a claim about these two names, which says
/// nothing of the other names of either actor.
///
/// @param of the name of the actor asked for that it is said of
/// @param with the other name
/// @param said who says so, in which words and when, by day; one statement or more
/// @param counts whether the view tells it with `+overlap`: enough of those whose word is taken say so, and none of them
///     denies it
public record Overlap(String of, String with, List<NameStatement> said, boolean counts) {
  /// Copies the list.
  public Overlap {
    said = List.copyOf(said);
  }
}
