/// Who and what is named in a text.
///
/// Enters: sentences and the knowledge of names. Leaves: [org.tingbok.mention.Party]. Trap: a party is what one text
/// means by some words; two parties of one name in two texts are joined by views and alias claims, not here.
@NullMarked
package org.tingbok.mention;

import org.jspecify.annotations.NullMarked;
