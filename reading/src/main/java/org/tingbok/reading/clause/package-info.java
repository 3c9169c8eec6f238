/// Who does what to whom in a sentence: grammatical roles over the dependency tree, the voice taken out.
///
/// Enters: a parsed sentence. Leaves: [org.tingbok.reading.clause.Tree], and for a predicate the tokens that fill its
/// roles ([org.tingbok.reading.clause.Roles]). Nothing here knows about claims. Trap: trees are guesses; roles that the
/// tree leaves empty are looked for in the order of words.
@NullMarked
package org.tingbok.reading.clause;

import org.jspecify.annotations.NullMarked;
