package org.tingbok.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tingbok.claim.Listing;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.FaultException;

/// One edition of a published list of actors, read whole.
///
/// @param list which list; editions of one list take each other's place
/// @param day the day of the edition
/// @param listings all that it says, each once; all of that list
public record NameList(String list, LocalDate day, List<Listing> listings) implements Serializable {
  /// Copies the list.
  ///
  /// @throws BadInputException `LIST_EMPTY` if it names nobody
  public NameList {
    Set<String> ids = new HashSet<>();
    listings = listings.stream().filter(listing -> ids.add(listing.id())).toList();
    if (listings.isEmpty()) {
      throw new BadInputException("LIST_EMPTY", "the list " + list + " names nobody");
    }
    for (Listing listing : listings) {
      if (!listing.list().equals(list)) {
        throw new FaultException("LIST_MIXED", "a listing of " + listing.list() + " in an edition of " + list);
      }
    }
  }
}
