/// JMH benchmarks of reading and of the ledger.
///
/// Run with `mvn -Pjmh -DskipTests verify`; figures are worth something only with machine, error bars and commit.
@NullMarked
package org.tingbok.benchmarks;

import org.jspecify.annotations.NullMarked;
