/// The durable ledger: entries on disk, appended and never edited.
///
/// What enters are ledger entries; what leaves are snapshots as of a day.
@NullMarked
package org.tingbok.store;

import org.jspecify.annotations.NullMarked;
