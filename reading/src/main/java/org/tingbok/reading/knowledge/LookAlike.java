package org.tingbok.reading.knowledge;

import java.util.Set;
import java.util.TreeSet;
import java.util.Collections;
import java.util.SortedSet;

/// That a name of a threat actor, or one that has the shape of such a name, is something else too.
///
/// @param also what else: `malware`, `word`, `element`, `weather`, `animal`, `person`, `place`, `product`, `company`,
///     `organisation`, `operation`
/// @param otherwise what it is taken for where nothing in a text decides: `actor` or `other`; `never` if it is no actor's
public record LookAlike(SortedSet<String> also, String otherwise) {
  LookAlike(Set<String> also, boolean never, boolean actor) {
    this(new TreeSet<>(also), never ? "never" : actor ? "actor" : "other");
  }

  /// Copies the set.
  public LookAlike {
    also = Collections.unmodifiableSortedSet(new TreeSet<>(also));
  }
}
