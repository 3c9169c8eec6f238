package org.tingbok.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Listing;
import org.tingbok.claim.NameDecision;
import org.tingbok.vocabulary.PartialDate;

/// An entry of the ledger about names: a list says something, a list no longer says it, an analyst decides. Entries follow
/// each other; none changes or removes another.
public sealed interface NameEntry extends Serializable {
  /// The last day on which it can have been said or done.
  ///
  /// @return empty if nothing tells
  Optional<LocalDate> day();

  /// A list says something of a name.
  ///
  /// @param listing what it says
  /// @param said since when, as far as the list or its edition tells
  /// @param edition the day of the edition that it was read in
  record Said(Listing listing, PartialDate said, LocalDate edition) implements NameEntry {
    @Override
    public Optional<LocalDate> day() {
      return said.last();
    }
  }

  /// A later edition of the list no longer says it.
  ///
  /// @param list the list
  /// @param listing id of what it said
  /// @param edition the day of the edition that lacks it
  record Withdrawn(String list, String listing, LocalDate edition) implements NameEntry {
    @Override
    public Optional<LocalDate> day() {
      return Optional.of(edition);
    }
  }

  /// An analyst decides about two names.
  ///
  /// @param decision what, why, who
  record Decided(Decision decision) implements NameEntry {
    @Override
    public Optional<LocalDate> day() {
      return Optional.of(decision.day());
    }
  }

  /// An analyst decides what a name means in texts: that it is no threat actor's, that it is, or that it stays open.
  ///
  /// @param decision what, where, why, who
  record Meant(NameDecision decision) implements NameEntry {
    @Override
    public Optional<LocalDate> day() {
      return Optional.of(decision.on());
    }
  }

  /// An entry with the moment it was recorded.
  ///
  /// @param entry the entry
  /// @param recordedAt the moment
  record Recorded(NameEntry entry, java.time.Instant recordedAt) implements Serializable {
  }
}
