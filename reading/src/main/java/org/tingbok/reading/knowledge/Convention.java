package org.tingbok.reading.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.PartialDate;

/// How somebody names threat actors, so that a name nobody has listed still tells something.
///
/// What it tells is an inference of ours and to be marked as such: [#giver()] that this party probably coined the name,
/// [#country()] and [#kind()] what that party's scheme means by it. It is nobody's statement about the actor. Two parties
/// may have schemes of one shape ("… Wolf" is CrowdStrike's for Turkey and BI.ZONE's for criminals); then both hold.
///
/// @param id stable id within the table
/// @param pattern what a whole name looks like, case counts
/// @param giver who names so
/// @param country ISO 3166-1 alpha-2 of the state that the scheme stands for; empty if it tells none
/// @param kind what sort of actor the scheme stands for, as `actors.tsv` has it, or `cluster` or `influence`; empty if it
///     does not tell
/// @param level how high names of the scheme stand
/// @param since when the scheme was first seen in public, as far as known: an older text means something else by the words
/// @param until when it was given up; not stated if it is in use
/// @param sought whether names of its shape are taken for actors wherever they stand; otherwise the shape is shared by
///     other words and counts only for what is known to be an actor's name
/// @param examples names that follow it
/// @param counterexamples words of like shape that do not
/// @param note what else there is to know; may be empty
/// @param source where the scheme is known from
public record Convention(String id, Pattern pattern, String giver, Optional<String> country, String kind,
    NameLevel level, PartialDate since, PartialDate until, boolean sought, List<String> examples,
    List<String> counterexamples, String note, String source) {
  /// Copies the lists.
  public Convention {
    examples = List.copyOf(examples);
    counterexamples = List.copyOf(counterexamples);
  }

  /// Whether a name follows the scheme.
  ///
  /// @param name a name and nothing else
  /// @return true if all of it does
  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
