/// Contract suites that every implementation nests in its own tests, the golden runner, and a ledger to show.
///
/// What enters is an implementation under test; what leaves is a verdict, exact and without skips.
@NullMarked
package org.tingbok.testkit;

import org.jspecify.annotations.NullMarked;
