/// Semantic role labelling of claims: a small trained network marks the words of a sentence that make a claim, of which
/// type, and the heads of who claims, of whom, about what and when.
///
/// Sentences enter with their tokens, trees and names; propositions over token indices leave, for the frame room to turn
/// into claims beside those that its frames find.
@org.jspecify.annotations.NullMarked
package org.tingbok.reading.labelling;
