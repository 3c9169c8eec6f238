package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.PartialDate;

/// Tells the story of disputes.
public final class Conflicts {
  private static final int NAMED = 3;

  private final Statements statements;
  private final Standing standing;
  private final Voices voices;

  private Conflicts(Statements statements, Standing standing, Voices voices) {
    this.statements = statements;
    this.standing = standing;
    this.voices = voices;
  }

  /// The stories of disputes.
  ///
  /// @param disputes as [Disputes#in] gives them
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @param families the families of its documents
  /// @param names which names are one
  /// @param known the level of a name; empty if it is not known
  /// @return one for each, in the same order
  public static List<Conflict> of(List<Dispute> disputes, Snapshot snapshot, List<Incident> incidents,
      List<Family> families, Names names, Function<String, Optional<NameLevel>> known) {
    return of(disputes, snapshot, new Statements(snapshot, incidents, families), new Standing(snapshot, names, known));
  }

  static List<Conflict> of(List<Dispute> disputes, Snapshot snapshot, Statements statements, Standing standing) {
    return of(disputes, statements, standing, new Voices(snapshot, statements,
        new Voices.Known(Parties.of(snapshot.claims()), standing)));
  }

  static List<Conflict> of(List<Dispute> disputes, Statements statements, Standing standing, Voices voices) {
    Conflicts conflicts = new Conflicts(statements, standing, voices);
    return disputes.stream().map(conflicts::conflict).toList();
  }

  private Conflict conflict(Dispute dispute) {
    Optional<NameLevel> level = level(dispute);
    return new Conflict(dispute, level, opened(dispute), resolved(dispute), sentence(dispute, level));
  }

  private Optional<NameLevel> level(Dispute dispute) {
    if (dispute.kind() != DisputeKind.RIVAL_ACCUSED && dispute.kind() != DisputeKind.CHANGED_MIND) {
      return Optional.empty();
    }
    List<NameLevel> levels = new ArrayList<>();
    for (Dispute.Side side : dispute.sides()) {
      for (Dispute.Side other : dispute.sides()) {
        if (!side.equals(other)) {
          side.parties().forEach(a -> other.parties().stream().filter(b -> !standing.together(a, b))
              .forEach(b -> standing.level(a, b).ifPresent(levels::add)));
        }
      }
    }
    return levels.stream().max(Comparator.naturalOrder());
  }

  private static PartialDate opened(Dispute dispute) {
    List<PartialDate> taken = dispute.sides().stream().map(side -> first(side.claims())).toList();
    return taken.stream().allMatch(PartialDate::stated)
        ? taken.stream().max(Comparator.comparing(day -> day.first().orElse(LocalDate.MIN)))
            .orElse(PartialDate.NOT_STATED)
        : PartialDate.NOT_STATED;
  }

  private static PartialDate first(List<RecordedClaim> claims) {
    return claims.stream().map(RecordedClaim::said).filter(PartialDate::stated)
        .min(Comparator.comparing((PartialDate day) -> day.first().orElse(LocalDate.MAX))
            .thenComparing(day -> day.last().orElse(LocalDate.MAX)))
        .orElse(PartialDate.NOT_STATED);
  }

  private Optional<LocalDate> resolved(Dispute dispute) {
    if (dispute.kind() == DisputeKind.WITHDRAWN) {
      return first(dispute.sides().getLast().claims()).last();
    }
    if (dispute.kind() == DisputeKind.CHANGED_MIND) {
      return Optional.empty();
    }
    List<Optional<LocalDate>> ends = dispute.sides().stream().map(side -> end(dispute, side)).toList();
    long open = ends.stream().filter(Optional::isEmpty).count();
    return open > 1 ? Optional.empty() : ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  /// When the last who took a side left it. Who only repeats others in its own voice keeps no side, if others take it.
  private Optional<LocalDate> end(Dispute dispute, Dispute.Side side) {
    List<RecordedClaim> said = side.claims().stream().filter(one -> !one.claim().saying().ownVoice()).toList();
    Map<String, List<RecordedClaim>> byVoice = new TreeMap<>();
    for (RecordedClaim one : said.isEmpty() ? side.claims() : said) {
      one.claim().saying().claimants()
          .forEach(party -> byVoice.computeIfAbsent(voices.of(party), _ -> new ArrayList<>()).add(one));
    }
    Optional<LocalDate> last = Optional.empty();
    for (Map.Entry<String, List<RecordedClaim>> voice : byVoice.entrySet()) {
      Optional<LocalDate> left = left(dispute, side, voice.getKey(), voice.getValue());
      if (left.isEmpty()) {
        return Optional.empty();
      }
      last = last.filter(day -> !day.isBefore(left.get())).or(() -> left);
    }
    return last;
  }

  private Optional<LocalDate> left(Dispute dispute, Dispute.Side side, String voice, List<RecordedClaim> claims) {
    if (claims.stream().allMatch(one -> one.retraction().isPresent())) {
      return claims.stream().flatMap(one -> one.retraction().stream()).map(one -> one.day())
          .max(Comparator.naturalOrder());
    }
    Optional<LocalDate> withdrawn = claims.getFirst().claim() instanceof Claim.Attribution
        ? Withdrawals.of(claims, statements, standing, voices).flatMap(PartialDate::last)
        : Optional.empty();
    return withdrawn.or(() -> cameRound(dispute, side, voice, claims));
  }

  /// When a voice first said, after all that it said on its side, what another side holds.
  private Optional<LocalDate> cameRound(Dispute dispute, Dispute.Side side, String voice, List<RecordedClaim> claims) {
    LocalDate last = claims.stream().flatMap(one -> one.said().last().stream()).max(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
    List<RecordedClaim> onIncident = dispute.incident().map(id -> statements.byIncident().getOrDefault(id, List.of()))
        .orElseGet(() -> dispute.sides().stream().flatMap(one -> one.claims().stream()).toList());
    return onIncident.stream().filter(one -> !side.claims().contains(one))
        .filter(one -> one.claim().saying().claimants().stream().map(voices::of).anyMatch(voice::equals))
        .filter(one -> dispute.sides().stream().filter(other -> !other.equals(side))
            .anyMatch(other -> holds(one, other)))
        .flatMap(one -> one.said().first().stream()).filter(day -> day.isAfter(last)).min(Comparator.naturalOrder());
  }

  private boolean holds(RecordedClaim claim, Dispute.Side side) {
    return side.claims().contains(claim) || claim.claim() instanceof Claim.Attribution attribution
        && side.claims().getFirst().claim() instanceof Claim.Attribution
        && attribution.accused().stream().anyMatch(
            accused -> side.parties().stream().anyMatch(party -> standing.together(accused, party)));
  }

  private static String sentence(Dispute dispute, Optional<NameLevel> level) {
    Dispute.Side one = dispute.sides().getFirst();
    Dispute.Side other = dispute.sides().getLast();
    return switch (dispute.kind()) {
      case RIVAL_ACCUSED -> "It was " + dispute.sides().stream()
          .map(side -> (own(side) ? accused(side) + " by its own word" : accused(side) + " by " + claimants(side))
              + day(side))
          .collect(Collectors.joining("; "))
          + level.map(where -> ". They differ at the level of " + words(where)).orElse("") + ".";
      case DENIED -> {
        boolean denied = one.position().startsWith("denied");
        Dispute.Side accusing = denied ? other : one;
        Dispute.Side denying = denied ? one : other;
        yield accuses(accusing) + "; " + claimants(denying) + " " + verb(denying, "denies", "deny") + day(denying)
            + ".";
      }
      case NOT_CONFIRMED -> {
        boolean open = one.claims().getFirst().claim() instanceof Claim.NonAttribution;
        Dispute.Side accusing = open ? other : one;
        Dispute.Side silent = open ? one : other;
        yield accuses(accusing) + "; " + claimants(silent) + " " + verb(silent, "does", "do") + " not confirm it"
            + day(silent) + ".";
      }
      case WITHHELD -> accuses(one) + "; " + claimants(other) + " " + verb(other, "names", "name")
          + " nobody after that" + day(other) + ".";
      case CHANGED_MIND -> other.claims().getFirst().claim() instanceof Claim.NonAttribution
          ? claimants(other) + " accused " + accused(one) + day(one) + " and later did not confirm it" + day(other)
              + "."
          : both(one, other) + " accused " + accused(one) + day(one) + " and later " + accused(other) + day(other)
              + ".";
      case WITHDRAWN -> claimants(other) + " accused " + accused(one) + day(one) + " and took it back" + day(other)
          + ".";
      case DATE -> dispute.sides().stream().map(side -> side.position() + ", by " + claimants(side))
          .collect(Collectors.joining("; ")).replaceFirst("^it", "It") + ".";
      case VICTIM, ALIAS -> dispute.sides().stream()
          .map(side -> side.position() + ", " + verb(side, "says", "say") + " " + claimants(side) + day(side))
          .collect(Collectors.joining("; ")) + ".";
    };
  }

  /// Who accuses whom; who names itself alone claims it.
  private static String accuses(Dispute.Side side) {
    return own(side) ? claimants(side) + " " + verb(side, "claims", "claim") + " it" + day(side)
        : claimants(side) + " " + verb(side, "accuses", "accuse") + " " + accused(side) + day(side);
  }

  /// Whether those who accuse are the accused: they claim responsibility.
  private static boolean own(Dispute.Side side) {
    return !side.parties().isEmpty()
        && names(side).equals(side.parties().stream().map(Party::name).distinct().toList());
  }

  /// Those who take both sides.
  private static String both(Dispute.Side one, Dispute.Side other) {
    List<String> names = names(one).stream().filter(names(other)::contains).toList();
    return names.isEmpty() ? claimants(other) : listed(names);
  }

  private static String words(NameLevel level) {
    return switch (level) {
      case ACTIVITY_CLUSTER -> "clusters of activity";
      case TEMPORARY_GROUP, NAMED_GROUP -> "groups";
      case UNIT -> "units";
      case AGENCY -> "agencies";
      case STATE -> "states";
    };
  }

  private static String accused(Dispute.Side side) {
    return listed(side.parties().stream().map(Party::name).distinct().toList());
  }

  /// Whom it is said by: those who are quoted before outlets that say so themselves.
  private static String claimants(Dispute.Side side) {
    return listed(names(side));
  }

  private static List<String> names(Dispute.Side side) {
    Set<String> names = new LinkedHashSet<>();
    for (boolean own : new boolean[] {false, true}) {
      side.claims().stream().map(one -> one.claim().saying()).filter(saying -> saying.ownVoice() == own)
          .forEach(saying -> saying.claimants().forEach(party -> names.add(party.name())));
    }
    return List.copyOf(names);
  }

  private static String listed(List<String> names) {
    if (names.isEmpty()) {
      return "nobody";
    }
    if (names.size() > NAMED + 1) {
      return String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " others";
    }
    return names.size() == 1 ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static String verb(Dispute.Side side, String one, String several) {
    return names(side).size() == 1 ? one : several;
  }

  private static String day(Dispute.Side side) {
    PartialDate first = first(side.claims());
    boolean several = side.claims().stream().map(one -> one.said().iso()).distinct().count() > 1;
    return !first.stated() ? "" : (several ? " (first " : " (") + first.iso() + ")";
  }
}
