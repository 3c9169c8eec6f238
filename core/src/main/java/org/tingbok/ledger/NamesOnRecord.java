package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Listing;
import org.tingbok.claim.NameDecision;
import org.tingbok.vocabulary.PartialDate;

/// What lists and analysts said of names as of a day and a moment.
///
/// @param listed what stands in lists, in order of recording
/// @param withdrawn what stood there and was withdrawn by then, in order of withdrawal
/// @param decisions the analysts' decisions, undone ones and undoings included, in order of recording
/// @param meanings the analysts' decisions on what names mean in texts, those taken back included, in order of recording
public record NamesOnRecord(List<Listed> listed, List<Gone> withdrawn, List<Decided> decisions,
    List<NameDecision> meanings)
    implements Serializable {
  /// Nothing.
  public static final NamesOnRecord NONE = new NamesOnRecord(List.of(), List.of(), List.of(), List.of());

  /// Copies the lists.
  public NamesOnRecord {
    listed = List.copyOf(listed);
    withdrawn = List.copyOf(withdrawn);
    decisions = List.copyOf(decisions);
    meanings = List.copyOf(meanings);
  }

  /// What stands in a list.
  ///
  /// @param listing what it says
  /// @param said since when, as far as known; the day of the edition is the latest it can be
  /// @param recordedAt when this ledger recorded it
  public record Listed(Listing listing, PartialDate said, Instant recordedAt) implements Serializable {
  }

  /// What stood in a list and stands there no longer.
  ///
  /// @param was what it said and since when
  /// @param on the day of the edition that lacks it
  public record Gone(Listed was, LocalDate on) implements Serializable {
  }

  /// A decision with the moment it was recorded.
  ///
  /// @param decision the decision
  /// @param recordedAt the moment
  public record Decided(Decision decision, Instant recordedAt) implements Serializable {
  }

  /// What was on record as of a day and a moment: the entries recorded by the moment and said by the end of the day, each
  /// listing as its last such entry leaves it.
  ///
  /// @param recorded all entries about names, in order of recording
  /// @param asOf the day and the moment
  /// @return what stood then
  public static NamesOnRecord of(List<NameEntry.Recorded> recorded, AsOf asOf) {
    Map<String, Listed> standing = new LinkedHashMap<>();
    List<Gone> gone = new ArrayList<>();
    List<Decided> decisions = new ArrayList<>();
    List<NameDecision> meanings = new ArrayList<>();
    for (NameEntry.Recorded entry : recorded) {
      if (asOf.recorded().filter(moment -> entry.recordedAt().isAfter(moment)).isPresent()) {
        continue;
      }
      Optional<LocalDate> day = entry.entry().day();
      if (asOf.said().isPresent() && (day.isEmpty() || day.get().isAfter(asOf.said().get()))) {
        continue;
      }
      switch (entry.entry()) {
        case NameEntry.Said said -> {
          String id = said.listing().id();
          standing.put(id, new Listed(said.listing(), said.said(), entry.recordedAt()));
          gone.removeIf(old -> old.was().listing().id().equals(id));
        }
        case NameEntry.Withdrawn withdrawn -> {
          if (standing.containsKey(withdrawn.listing())) {
            gone.add(new Gone(Objects.requireNonNull(standing.remove(withdrawn.listing())), withdrawn.edition()));
          }
        }
        case NameEntry.Decided decided -> decisions.add(new Decided(decided.decision(), entry.recordedAt()));
        case NameEntry.Meant meant -> meanings.add(meant.decision());
      }
    }
    return new NamesOnRecord(List.copyOf(standing.values()), gone, decisions, meanings);
  }
}
