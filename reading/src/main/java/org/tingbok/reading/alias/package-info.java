/// Which names are said to denote one group, over the order of words.
///
/// Enters: a sentence with its names. Leaves: drafts of alias claims. Names stand in lists, brackets and asides that trees
/// get wrong, so these patterns go by words: names are taken out of the sentence and put back as signs that
/// regular expressions can see.
@NullMarked
package org.tingbok.reading.alias;

import org.jspecify.annotations.NullMarked;
