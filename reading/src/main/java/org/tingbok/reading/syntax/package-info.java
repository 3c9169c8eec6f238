/// Sentences, tokens, parts of speech, lemmas and dependencies.
///
/// What for: claims are read off dependency trees. What enters: text, by offsets. What leaves:
/// [org.tingbok.text.Sentence] with [org.tingbok.text.Token]s in Universal Dependencies. The models beside the classes
/// are trained from UD treebanks by `train.Trainer` in this module's tests; see `docs/syntax.md`. Traps: feature
/// extraction is shared by training and use, so whoever changes `Hash`, `Words`, `TagFeatures` or `TokenKeys` has to
/// train anew.
@NullMarked
package org.tingbok.reading.syntax;

import org.jspecify.annotations.NullMarked;
