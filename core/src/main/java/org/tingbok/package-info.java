/// Root of the core's packages, which see one another in one order only:
/// vocabulary, document, text, mention, claim, ledger, analysis (later ones may use earlier ones).
///
/// Holds no types itself.
@NullMarked
package org.tingbok;

import org.jspecify.annotations.NullMarked;
