package org.tingbok.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.claim.Slot;
import org.tingbok.claim.Unread;
import org.tingbok.mention.NameKey;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.SlotRole;

/// What a new reading of a document on record changes: what is to be appended, and what is to be done about claims that are
/// read otherwise now. Pure. Once it is recorded, the same reading changes nothing.
///
/// - A claim that is no longer read is a misreading; one that is read better is revised; further ones are added.
/// - What an analyst confirmed, corrected or rejected stays so. Is a confirmed or corrected claim read at another place of
///   the same sentence now, the ruling moves there. Is the place read as something else of the same type, the analyst's
///   word stands and the other is not added. What was rejected does not come back.
/// - What a language model proposed is left alone: the reader has nothing to say of it.
/// - What an analyst added stays, as what an analyst confirmed does: the reader's own of the same type at the same words is
///   not added beside it.
/// - Sentences that are no longer unread are taken back, further ones added. One that was taken back stays so, until an analyst
///   opens it again; that stays so too.
///
/// @param additions what is new of the document
/// @param acts what is to be done then; recorded together with that ([Ledger#append(List, List)])
public record Rereading(Reading additions, List<Act> acts) implements Serializable {
  private static final String NO_LONGER = "no longer unread in ";

  /// Copies the list.
  public Rereading {
    acts = List.copyOf(acts);
  }

  /// What is on record of a document, as far as a new reading may change it.
  ///
  /// @param reading the document with all its claims and unread sentences as they were first read
  /// @param histories of its claims
  /// @param takenBack ids of its sentences that are no longer unread
  /// @param reopened ids of its sentences that analysts opened again
  public record OnRecord(Reading reading, List<ClaimHistory> histories, Set<String> takenBack, Set<String> reopened)
      implements Serializable {
    /// Copies the collections.
    public OnRecord {
      histories = List.copyOf(histories);
      takenBack = Set.copyOf(takenBack);
      reopened = Set.copyOf(reopened);
    }

    /// What a ledger holds of a document.
    ///
    /// @param recorded the document with everything recorded of it
    /// @param acts all acts on record
    /// @return the same with its histories
    public static OnRecord of(Snapshot.Recorded recorded, List<Act.Recorded> acts) {
      Reading reading = recorded.reading();
      ActsBySubject about = ActsBySubject.of(acts);
      return new OnRecord(reading,
          reading.claims().stream()
              .map(claim -> new ClaimHistory(claim, recorded.recordedAt(), about.claim(claim))).toList(),
          sentences(reading, about, Act.Misread.class), sentences(reading, about, Act.Reopened.class));
    }

    /// The sentences about which the last act is of a kind.
    private static Set<String> sentences(Reading reading, ActsBySubject about, Class<? extends Act> kind) {
      return new TreeSet<>(reading.unread().stream().map(one -> one.id(reading.document().id()))
          .filter(id -> about.subject(id).stream().map(Act.Recorded::act)
              .filter(act -> act instanceof Act.Misread || act instanceof Act.Reopened).reduce((_, last) -> last)
              .filter(kind::isInstance).isPresent())
          .toList());
    }
  }

  /// Compares a new reading with what is on record.
  ///
  /// @param known what is on record of the document
  /// @param fresh a new reading of the same text
  /// @param reader which reader reads so now: the program and its version
  /// @param day the day of the reading
  /// @return what changes; nothing if the document's text was dropped
  public static Rereading of(OnRecord known, Reading fresh, String reader, LocalDate day) {
    Reading none = new Reading(known.reading().document(), List.of(), List.of());
    return Erasure.dropped(known.reading().document().text()) ? new Rereading(none, List.of())
        : new Comparison(known, fresh, reader, day).result();
  }

  /// Whether it was a reader that found a sentence no longer unread, rather than somebody who set it aside.
  ///
  /// @param misread about a sentence
  /// @return true for a reader
  public static boolean understood(Act.Misread misread) {
    return misread.reason().startsWith(NO_LONGER);
  }

  /// Whether anything changes.
  ///
  /// @return true if the document is read as it is on record
  public boolean nothing() {
    return acts.isEmpty() && additions.claims().isEmpty() && additions.unread().isEmpty();
  }

  private static final class Comparison {
    private final OnRecord known;
    private final Reading fresh;
    private final String reader;
    private final LocalDate day;
    private final Map<String, Claim> read = new LinkedHashMap<>();
    private final Set<String> onRecord = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private final List<Act> acts = new ArrayList<>();

    Comparison(OnRecord known, Reading fresh, String reader, LocalDate day) {
      this.known = known;
      this.fresh = fresh;
      this.reader = reader;
      this.day = day;
      fresh.claims().forEach(claim -> read.putIfAbsent(claim.id(), claim));
      known.histories().forEach(history -> onRecord.add(history.read().id()));
    }

    Rereading result() {
      List<State> own = known.histories().stream().map(State::of)
          .filter(state -> state.claim().saying().readBy().isEmpty() && state.claim().saying().added().isEmpty())
          .toList();
      own.forEach(state -> state.ruling().ifPresent(ruling -> decided(state, ruling, own)));
      own.stream().filter(state -> state.ruling().isEmpty()).forEach(this::undecided);
      known.histories().stream().map(State::of).filter(state -> state.claim().saying().added().isPresent())
          .forEach(this::added);
      List<Claim> added = read.values().stream()
          .filter(claim -> !onRecord.contains(claim.id()) && !held.contains(claim.id())).toList();
      return new Rereading(new Reading(known.reading().document(), added, unread()), acts);
    }

    private void undecided(State state) {
      Optional<Claim> now = Optional.ofNullable(read.get(state.id()));
      if (now.isPresent()) {
        if (state.misread() || !now.get().equals(state.claim())) {
          acts.add(new Act.Revised(now.get(), reader));
        }
      } else if (!state.misread()) {
        acts.add(new Act.Misread(state.id(), "no longer read", reader));
      }
    }

    /// What an analyst found in the text stands there; what the reader makes of the same words beside it is not added.
    private void added(State state) {
      Claim stands = state.ruling().flatMap(Ruling::correction).orElse(state.claim());
      boolean rejected = state.ruling().filter(one -> one.verdict() == RulingVerdict.REJECTED).isPresent();
      read.values().stream().filter(claim -> rejected ? sameElsewhere(claim, stands) : overlap(claim, stands))
          .forEach(claim -> held.add(claim.id()));
    }

    private void decided(State state, Ruling ruling, List<State> own) {
      Claim stands = ruling.correction().orElse(state.claim());
      ruling.correction().ifPresent(correction -> read.values().stream()
          .filter(claim -> claim.id().equals(correction.id()) || sameElsewhere(claim, correction))
          .forEach(claim -> held.add(claim.id())));
      if (read.containsKey(state.id())) {
        return;
      }
      if (ruling.verdict() == RulingVerdict.REJECTED) {
        read.values().stream().filter(claim -> sameElsewhere(claim, state.claim()))
            .forEach(claim -> held.add(claim.id()));
        return;
      }
      Optional<Claim> moved = read.values().stream()
          .filter(claim -> sameElsewhere(claim, state.claim()) && !taken(claim, own)).findFirst();
      if (moved.isPresent()) {
        String id = moved.get().id();
        held.remove(id);
        acts.add(new Act.Ruled(new Ruling(id, ruling.verdict(), ruling.correction(), ruling.reason(), ruling.by(),
            ruling.day(), Optional.of(ruling.carriedFrom().orElse(state.id())))));
        acts.add(new Act.Ruled(new Ruling(state.id(), RulingVerdict.UNDONE, Optional.empty(),
            "carried over to " + id, reader, day, Optional.empty())));
        acts.add(new Act.Misread(state.id(), "read at another place now", reader));
      } else {
        read.values().stream().filter(claim -> overlap(claim, stands) || overlap(claim, state.claim()))
            .forEach(claim -> held.add(claim.id()));
      }
    }

    /// Whether an analyst has ruled on it already, or a ruling was just moved to it.
    private boolean taken(Claim claim, List<State> own) {
      return own.stream().anyMatch(state -> state.id().equals(claim.id()) && state.ruling().isPresent())
          || acts.stream().anyMatch(act -> act.subject().equals(claim.id()));
    }

    private List<Unread> unread() {
      String document = known.reading().document().id().value();
      Set<String> now = new HashSet<>();
      fresh.unread().forEach(one -> now.add(one.id(known.reading().document().id())));
      List<String> before = known.reading().unread().stream()
          .map(one -> one.id(known.reading().document().id())).toList();
      before.stream().filter(id -> !now.contains(id) && !known.takenBack().contains(id)
          && !known.reopened().contains(id)).forEach(id -> acts.add(new Act.Misread(id, NO_LONGER + document, reader)));
      return fresh.unread().stream().filter(one -> !before.contains(one.id(known.reading().document().id())))
          .toList();
    }
  }

  /// How a claim stands: as it was last read, or as an analyst confirmed it.
  private record State(String id, Claim claim, boolean misread, Optional<Ruling> ruling) {
    static State of(ClaimHistory history) {
      Claim claim = history.read();
      boolean misread = false;
      Optional<Ruling> ruling = Optional.empty();
      for (Act.Recorded recorded : history.acts()) {
        switch (recorded.act()) {
          case Act.Ruled ruled ->
            ruling = Optional.of(ruled.ruling()).filter(one -> one.verdict() != RulingVerdict.UNDONE);
          case Act.Misread _ -> misread = true;
          case Act.Revised revised -> {
            claim = revised.claim();
            misread = false;
          }
          case Act.Reopened _, Act.Retracted _, Act.Erased _, Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _, Act.Marked _ ->
            {
            }
        }
      }
      return new State(history.read().id(), claim, misread, ruling);
    }
  }

  private static boolean overlap(Claim a, Claim b) {
    return a.type() == b.type() && a.evidence().stream()
        .anyMatch(one -> b.evidence().stream().anyMatch(other -> overlap(one, other)));
  }

  private static boolean overlap(Evidence a, Evidence b) {
    return a.start() < b.end() && b.start() < a.end();
  }

  /// The same type, overlapping evidence, the same parties in the same parts; who was hit is the operation's.
  private static boolean sameElsewhere(Claim a, Claim b) {
    return overlap(a, b) && parties(a).equals(parties(b));
  }

  private static Set<String> parties(Claim claim) {
    Set<String> parties = new TreeSet<>();
    for (Slot slot : claim.slots()) {
      if (slot.role() != SlotRole.VICTIM) {
        parties.add(slot.role().code() + " " + NameKey.of(slot.party().name()));
      }
    }
    return parties;
  }
}
