package org.tingbok.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NameLevel;

/// Whom an actor is said to be, to belong to and to act for, level by level: "APT28 is Unit 26165 of the GRU, of Russia"
/// is three steps, and each is somebody's claim.
///
/// Rungs of different levels (China, its Ministry of State Security, the ministry's bureau in Hubei) are one ladder and do
/// not contradict each other; parties of one level stand side by side, and where different claimants name them and
/// nobody brings them together, each tells its [Rung#rivals()]. A claim that jumps levels stays a jump: what lies between is not
/// made up, [Step#skipped()] only says what the claim leaves out. Nothing here says that a step is true.
///
/// @param foot the actor itself: the names that the view gives it, by level
/// @param rungs everybody that stands above it by some chain of claims, lowest level first, those of no known level last;
///     within a level the one said first comes first
/// @param denials what those who speak for a party above it, such as its state, answer to accusations of the actor, by day said;
///     without what stands with a rung already
/// @param withdrawn claims of steps that all their claimants have taken back, by day said
public record Ladder(List<Foot> foot, List<Rung> rungs, List<RecordedClaim> denials, List<RecordedClaim> withdrawn) {
  /// A ladder without rungs.
  public static final Ladder NONE = new Ladder(List.of(), List.of(), List.of(), List.of());

  /// Copies the lists.
  public Ladder {
    foot = List.copyOf(foot);
    rungs = List.copyOf(rungs);
    denials = List.copyOf(denials);
    withdrawn = List.copyOf(withdrawn);
  }

  /// The actor's names of one level.
  ///
  /// @param level the level; empty if nothing tells
  /// @param names the names, in order
  public record Foot(Optional<NameLevel> level, SortedSet<String> names) {
    /// Copies the set.
    public Foot {
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
  }

  /// Somebody above the actor.
  ///
  /// @param party who
  /// @param level the level that the party stands at; empty if nothing tells
  /// @param names all names under which the claims below name it, in order
  /// @param steps how it is reached from the actor or from a lower rung; one or more, by day said
  /// @param dissent claims that speak against it, by day said: denials by the party, its state or the actor in the
  ///     story of a step; those who do not confirm the party, there or where the actor is accused; those who say that the
  ///     two are not one
  /// @param rivals the parties of the same level that others name instead, by name
  public record Rung(Party party, Optional<NameLevel> level, SortedSet<String> names, List<Step> steps,
      List<RecordedClaim> dissent, List<String> rivals) {
    /// Copies the collections.
    public Rung {
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
      steps = List.copyOf(steps);
      dissent = List.copyOf(dissent);
      rivals = List.copyOf(rivals);
    }
  }

  /// One step up.
  ///
  /// @param from the party below, as the claims name it
  /// @param fromLevel its level; empty if nothing tells
  /// @param relation an [org.tingbok.vocabulary.AffiliationRelation], or [org.tingbok.vocabulary.AliasRelation#SAME] where
  ///     names of two levels are said to be one
  /// @param skipped the levels between the two that the claim says nothing of, lowest first; levels of groups are not counted
  /// @param claims who says so, one or more, by day said; copies of a story included
  public record Step(String from, Optional<NameLevel> fromLevel, Coded relation, List<NameLevel> skipped,
      List<RecordedClaim> claims) {
    /// Copies the lists.
    public Step {
      skipped = List.copyOf(skipped);
      claims = List.copyOf(claims);
    }
  }

  /// The ladder of an actor.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @param families the families of its documents
  /// @param names which names are one, by some view
  /// @param actor the actor
  /// @param levels the level of a name as far as its shape or some table tells; empty where nothing does
  /// @return without rungs if nobody says anything
  public static Ladder of(Snapshot snapshot, List<Incident> incidents, List<Family> families, Names names, Party actor,
      Function<String, Optional<NameLevel>> levels) {
    return new Climb(new Statements(snapshot, incidents, families), new Standing(snapshot, names), names,
        new PartyLevels(levels), actor).ladder();
  }
}
