/// Standards in and out: claims as other tools write and read them.
///
/// What enters is a snapshot or a foreign document; what leaves is a foreign document or proposed claims.
@NullMarked
package org.tingbok.exchange;

import org.jspecify.annotations.NullMarked;
