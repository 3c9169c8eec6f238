/// Reading a corpus on a cluster (Apache Spark): adapters around reading, analysis and the ledger, no rule of its own.
///
/// What enters is a corpus on any file system that Hadoop knows; what leaves are the claims, stories, incidents and origins that one machine
/// would have found, the same ones, as Parquet and in a ledger. Data flows from [org.tingbok.scale.Corpus] over
/// [org.tingbok.scale.Prints], [org.tingbok.scale.Stories], [org.tingbok.scale.Facts] and [org.tingbok.scale.IncidentGroups] to
/// [org.tingbok.scale.Output]. What is moved between machines are texts of letters, numbers and bytes only; a report itself
/// is never moved: it is parsed where it lies to find its story, and once more to be read.
@NullMarked
package org.tingbok.scale;

import org.jspecify.annotations.NullMarked;
