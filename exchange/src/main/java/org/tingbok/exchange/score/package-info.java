/// How well a reading agrees with gold claims.
///
/// Enters: a reading in the JSON contract, a folder of gold files and one of texts. Leaves: [org.tingbok.exchange.score.Score].
/// Trap: what is measured is agreement with careful readers on these documents, not truth.
@NullMarked
package org.tingbok.exchange.score;

import org.jspecify.annotations.NullMarked;
