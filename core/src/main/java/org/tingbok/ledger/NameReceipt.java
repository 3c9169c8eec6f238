package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/// What the import of a list did.
///
/// @param list which list
/// @param edition the day of the edition
/// @param recordedAt the moment that everything new in it bears; if nothing was new, the last moment on record
/// @param added what the list had not said before, or says again
/// @param known what it said before and still says
/// @param withdrawn what it said before and no longer says
public record NameReceipt(String list, LocalDate edition, Instant recordedAt, int added, int known, int withdrawn)
    implements Serializable {
}
