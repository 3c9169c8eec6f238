package org.tingbok.exchange.containers;

import java.time.Instant;
import java.util.Optional;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;

/// Where in a container an entry stands.
///
/// @param container the name of the file
/// @param entry which entry: its number, counted from 1; a part of it behind a dot, as in `3.2`
/// @param position the byte of the file at which the entry begins
/// @param capture where and when it was fetched, where the container tells
/// @param giver who handed it on, as the sender or the list of a message does what is attached to it; empty if nobody is known
public record Place(String container, String entry, long position, Optional<Capture> capture,
    Optional<String> giver) {
  /// Where an entry stands that nobody is known to have handed on.
  ///
  /// @param container the name of the file
  /// @param entry which entry
  /// @param position the byte of the file at which the entry begins
  /// @param capture where and when it was fetched, where the container tells
  public Place(String container, String entry, long position, Optional<Capture> capture) {
    this(container, entry, position, capture, Optional.empty());
  }

  /// A page as somebody fetched it.
  ///
  /// @param address the address that answered
  /// @param at when
  public record Capture(String address, Instant at) {
  }

  /// The number of the entry.
  ///
  /// @return 1 or more
  public long number() {
    int dot = entry.indexOf('.');
    return Long.parseLong(dot < 0 ? entry : entry.substring(0, dot));
  }

  /// The file's own name: folders are nobody else's business.
  ///
  /// @return the last part of the name
  public String file() {
    return container.substring(Math.max(container.lastIndexOf('/'), container.lastIndexOf('\\')) + 1);
  }

  /// What the container tells of where and when a document was fetched, as a ledger records it.
  ///
  /// @param document the document that the entry is
  /// @return empty where it does not tell
  public Optional<Act.Fetched> fetched(DocumentId document) {
    return capture.map(page -> new Act.Fetched(document, page.address(), page.address(), page.at(),
        Optional.of(file()), Optional.of("record " + entry), Optional.empty(), Optional.empty()));
  }
}
