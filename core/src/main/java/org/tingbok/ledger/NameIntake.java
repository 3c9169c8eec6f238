package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Listing;
import org.tingbok.claim.NameDecision;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// What is new in an edition of a list, or in a decision. The one place that says what "importing again adds only what
/// changed" means; every ledger calls it.
///
/// @param entries what is to be recorded, in order; empty if nothing is new
/// @param added listings that the list did not have before, or has again
/// @param known listings that it has had
/// @param withdrawn listings that it had and has no longer
public record NameIntake(List<NameEntry> entries, int added, int known, int withdrawn) implements Serializable {
  /// Of a list this small, any part may vanish without being asked about.
  private static final int SMALL = 20;

  /// Copies the list.
  public NameIntake {
    entries = List.copyOf(entries);
  }

  /// Tells what changed between an edition and what is on record of its list.
  ///
  /// @param edition the edition
  /// @param onRecord the entries on record, of this list or of all, in order of recording
  /// @param acceptLosses whether it may lack more than half of what the list said before: otherwise half a file would pass
  ///     for a list that took most of it back
  /// @return what is to be recorded
  /// @throws BadInputException `LIST_OLDER` if a later edition is on record, `LIST_SHRUNK` if too much is gone
  public static NameIntake of(NameList edition, List<NameEntry.Recorded> onRecord, boolean acceptLosses) {
    Set<String> standing = new HashSet<>();
    Set<String> ever = new HashSet<>();
    Map<String, String> order = new LinkedHashMap<>();
    LocalDate last = LocalDate.MIN;
    for (NameEntry.Recorded recorded : onRecord) {
      switch (recorded.entry()) {
        case NameEntry.Said said when said.listing().list().equals(edition.list()) -> {
          String id = said.listing().id();
          standing.add(id);
          ever.add(id);
          order.put(id, id);
          last = later(last, said.edition());
        }
        case NameEntry.Withdrawn gone when gone.list().equals(edition.list()) -> {
          standing.remove(gone.listing());
          last = later(last, gone.edition());
        }
        case NameEntry.Said _, NameEntry.Withdrawn _, NameEntry.Decided _, NameEntry.Meant _ -> {
        }
      }
    }
    Set<String> has = new HashSet<>();
    List<NameEntry> entries = new ArrayList<>();
    int known = 0;
    for (Listing listing : edition.listings()) {
      String id = listing.id();
      has.add(id);
      if (standing.contains(id)) {
        known++;
      } else {
        entries.add(new NameEntry.Said(listing, said(listing, edition.day(), ever.contains(id)), edition.day()));
      }
    }
    int added = entries.size();
    order.keySet().stream().filter(id -> standing.contains(id) && !has.contains(id))
        .forEach(id -> entries.add(new NameEntry.Withdrawn(edition.list(), id, edition.day())));
    int withdrawn = entries.size() - added;
    if (!entries.isEmpty() && edition.day().isBefore(last)) {
      throw new BadInputException("LIST_OLDER", "this edition of " + edition.list() + " is of " + edition.day()
          + ", on record is that of " + last + "; give its day with --date if that is wrong");
    }
    if (!acceptLosses && standing.size() > SMALL && withdrawn * 2 > standing.size()) {
      throw new BadInputException("LIST_SHRUNK",
          "this edition of " + edition.list() + " lacks " + withdrawn + " of the "
              + standing.size() + " listings on record; if that is so, import it with --accept-losses");
    }
    return new NameIntake(entries, added, known, withdrawn);
  }

  /// What an edition says was said by its day; what was withdrawn and stands there again, on that day.
  private static PartialDate said(Listing listing, LocalDate edition, boolean again) {
    Optional<LocalDate> own = listing.saidOn().last();
    return again || own.isEmpty() || own.get().isAfter(edition) ? PartialDate.day(edition) : listing.saidOn();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /// Tells whether a decision is new: not if the last one about the same names is the same.
  ///
  /// @param decision the decision
  /// @param onRecord the entries on record, in order of recording
  /// @return one entry or none
  public static NameIntake of(Decision decision, List<NameEntry.Recorded> onRecord) {
    Optional<Decision> last = Optional.empty();
    for (NameEntry.Recorded recorded : onRecord) {
      if (recorded.entry() instanceof NameEntry.Decided decided && decided.decision().concerns(decision)) {
        last = Optional.of(decided.decision());
      }
    }
    boolean known = last.filter(decision::repeats).isPresent();
    return new NameIntake(known ? List.of() : List.of(new NameEntry.Decided(decision)), known ? 0 : 1, known ? 1 : 0,
        0);
  }

  /// Tells which decisions on what names mean are new: not those that say what the last one on the same name and
  /// surroundings says.
  ///
  /// @param decisions the decisions, the earliest first
  /// @param onRecord the entries on record, in order of recording
  /// @return one entry for each that is new
  public static NameIntake of(List<NameDecision> decisions, List<NameEntry.Recorded> onRecord) {
    List<NameDecision> standing = new ArrayList<>();
    for (NameEntry.Recorded recorded : onRecord) {
      if (recorded.entry() instanceof NameEntry.Meant meant) {
        standing.removeIf(meant.decision()::concerns);
        standing.add(meant.decision());
      }
    }
    List<NameEntry> entries = new ArrayList<>();
    for (NameDecision decision : decisions) {
      if (standing.stream().noneMatch(decision::repeats)) {
        standing.removeIf(decision::concerns);
        standing.add(decision);
        entries.add(new NameEntry.Meant(decision));
      }
    }
    return new NameIntake(entries, entries.size(), decisions.size() - entries.size(), 0);
  }

  /// The moment that what is new is recorded at, as for readings ([Intake#moment]).
  ///
  /// @param clock gives the moment
  /// @param last the last moment on record of anything; empty if nothing is
  /// @return later than the last; the last itself if nothing is new and something is on record
  public Instant moment(Clock clock, Optional<Instant> last) {
    return RecordedTime.next(clock, last, !entries.isEmpty());
  }

  /// What to tell whoever imported the list.
  ///
  /// @param edition the edition
  /// @param recordedAt the moment of recording
  /// @return the counts
  public NameReceipt receipt(NameList edition, Instant recordedAt) {
    return new NameReceipt(edition.list(), edition.day(), recordedAt, added, known, withdrawn);
  }
}
