package org.tingbok.claim;

import java.io.Serializable;
import java.util.Optional;
import org.tingbok.vocabulary.PartialDate;

/// A document that a list gives as its ground for saying something of a name. That document was not read; only the list
/// vouches for it.
///
/// @param text how the list cites it: author, day, title; or its address where the list gives no more
/// @param address where it is to be found; empty if the list does not tell
/// @param date the day it bears, as far as the citation tells; not stated if it does not
public record Citation(String text, Optional<String> address, PartialDate date) implements Serializable {
}
