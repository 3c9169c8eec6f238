/// How a ledger fares as it grows: seeded readings in any number, appended and asked.
///
/// `benchmarks/growth.sh` runs it; docs/performance.md holds what it printed.
@NullMarked
package org.tingbok.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
