package org.tingbok.analysis;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.NameLevel;

/// What happened and what was said, in order of time, of one incident, one actor, or between two states.
///
/// @param moments by first day; undated ones last
/// @param incidents the incidents that they are about, by name
/// @param measures what can be counted in it
public record Chronicle(List<Moment> moments, List<Incident> incidents, Measures measures) {
  /// Copies the lists.
  public Chronicle {
    moments = List.copyOf(moments);
    incidents = List.copyOf(incidents);
  }

  /// One entry of a time line, with what it is about.
  ///
  /// @param incident the incident; empty for what is said of names and of whom an actor acts for
  /// @param entry what happened or was said
  public record Moment(Optional<Incident> incident, Timeline.Entry entry) implements Serializable {
  }

  /// Writes chronicles of one snapshot.
  public static final class Writer {
    private final Snapshot snapshot;
    private final Statements statements;
    private final Standing standing;
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final List<Conflict> conflicts;
    private final Origins origins;

    /// A writer.
    ///
    /// @param snapshot what is on record as of some day
    /// @param incidents the incidents of the same snapshot
    /// @param families the families of its documents
    /// @param names which names are one
    /// @param known the level of a name; empty if it is not known
    /// @param conflicts the conflicts of the same snapshot
    /// @param origins the origins of the same snapshot
    public Writer(Snapshot snapshot, List<Incident> incidents, List<Family> families, Names names,
        Function<String, Optional<NameLevel>> known, List<Conflict> conflicts, Origins origins) {
      this(snapshot, incidents, new Statements(snapshot, incidents, families), new Standing(snapshot, names, known),
          conflicts, origins);
    }

    Writer(Snapshot snapshot, List<Incident> incidents, Statements statements, Standing standing,
        List<Conflict> conflicts, Origins origins) {
      this.snapshot = snapshot;
      this.statements = statements;
      this.standing = standing;
      incidents.stream().sorted(Comparator.comparing(Incident::name).thenComparing(Incident::id))
          .forEach(incident -> this.incidents.put(incident.id(), incident));
      this.conflicts = conflicts;
      this.origins = origins;
    }

    /// Of one incident.
    ///
    /// @param incident an incident of the snapshot
    /// @return all that happened and was said of it
    public Chronicle incident(Incident incident) {
      return of(List.of(incident), _ -> true, List.of());
    }

    /// Of one actor: the incidents that it is accused of, who accused it, did not confirm it, denied and answered, and
    /// what was said of its names and of whom it acts for.
    ///
    /// @param actor the actor, under any of its names
    /// @return empty of moments if nothing is said of it
    public Chronicle actor(Party actor) {
      List<Incident> accusedOf = incidents.values().stream().filter(incident -> statements.on(incident).stream()
          .anyMatch(claim -> accuses(claim, party -> standing.one(party, actor)))).toList();
      List<RecordedClaim> beside = statements.all().stream().filter(recorded -> switch (recorded.claim()) {
        case Claim.Alias alias -> standing.one(alias.first(), actor) || standing.one(alias.second(), actor);
        case Claim.Affiliation one -> standing.one(one.actor(), actor) || standing.one(one.sponsor(), actor);
        case Claim.Attribution _, Claim.NonAttribution _, Claim.Denial _, Claim.Response _, Claim.Impact _, Claim.Method _ ->
          false;
      }).toList();
      return of(accusedOf, recorded -> switch (recorded.claim()) {
        case Claim.Attribution one -> one.accused().stream().anyMatch(party -> standing.one(party, actor));
        case Claim.NonAttribution one -> one.accused().isEmpty()
            || one.accused().stream().anyMatch(party -> standing.one(party, actor));
        case Claim.Denial one -> one.saying().claimants().stream().anyMatch(party -> standing.speaksFor(party, actor));
        case Claim.Response one -> one.target().isEmpty()
            || one.target().stream().anyMatch(party -> standing.one(party, actor) || standing.together(party, actor));
        case Claim.Alias _, Claim.Affiliation _, Claim.Impact _, Claim.Method _ -> false;
      }, beside);
    }

    /// Between two states: what bodies of either accuse the other of, what is denied and what is done in answer.
    ///
    /// @param one ISO 3166-1 alpha-2 of a state
    /// @param other of another
    /// @return empty of moments if nothing is said
    public Chronicle states(String one, String other) {
      Predicate<RecordedClaim> between = recorded -> speaks(recorded, one) && against(recorded, other)
          || speaks(recorded, other) && against(recorded, one);
      List<Incident> accusedOf = incidents.values().stream()
          .filter(incident -> statements.on(incident).stream().anyMatch(between)).toList();
      return of(accusedOf, recorded -> between.test(recorded) || recorded.claim() instanceof Claim.Denial
          && (speaks(recorded, one) || speaks(recorded, other)), List.of());
    }

    /// The accounts that documents of the day give, where the incident has later ones too.
    private List<IncidentAccount> known(Timeline.Happened happened) {
      return happened.accounts().stream().filter(one -> snapshot.documents().containsKey(one.document())).toList();
    }

    private static boolean accuses(RecordedClaim recorded, Predicate<Party> whom) {
      return recorded.claim() instanceof Claim.Attribution attribution && attribution.accused().stream().anyMatch(whom);
    }

    private static boolean speaks(RecordedClaim recorded, String state) {
      return recorded.claim().saying().claimants().stream().anyMatch(party -> official(party, state));
    }

    private static boolean official(Party party, String state) {
      return switch (party.kind()) {
        case STATE, BODY -> party.country().filter(state::equals).isPresent();
        case ORGANISATION, THREAT_ACTOR, PERSON, DESCRIBED -> false;
      };
    }

    private boolean against(RecordedClaim recorded, String state) {
      return switch (recorded.claim()) {
        case Claim.Attribution one -> one.accused().stream().anyMatch(party -> of(party, state));
        case Claim.NonAttribution one -> one.accused().stream().anyMatch(party -> of(party, state));
        case Claim.Response one -> one.target().stream().anyMatch(party -> of(party, state));
        case Claim.Denial _, Claim.Alias _, Claim.Affiliation _, Claim.Impact _, Claim.Method _ -> false;
      };
    }

    private boolean of(Party party, String state) {
      return party.country().filter(state::equals).isPresent() || standing.countries(party).contains(state);
    }

    private Chronicle of(List<Incident> about, Predicate<RecordedClaim> told, List<RecordedClaim> beside) {
      List<Moment> moments = new ArrayList<>();
      for (Incident incident : about) {
        for (Timeline.Entry entry : Timeline.of(statements, incident).entries()) {
          boolean tells = switch (entry) {
            case Timeline.Happened happened -> !known(happened).isEmpty();
            case Timeline.Said said -> said.claims().stream().anyMatch(told);
            case Timeline.Retracted retracted -> retracted.claims().stream().anyMatch(told);
          };
          if (tells) {
            moments.add(new Moment(Optional.of(incident), entry instanceof Timeline.Happened happened
                ? new Timeline.Happened(happened.when(), known(happened))
                : entry));
          }
        }
      }
      Map<String, List<RecordedClaim>> once = new LinkedHashMap<>();
      beside.forEach(claim -> once.computeIfAbsent(statements.content(claim.claim()), _ -> new ArrayList<>())
          .add(claim));
      once.values().forEach(claims -> moments
          .add(new Moment(Optional.empty(), new Timeline.Said(claims.getFirst().said(), claims))));
      moments.sort(Comparator
          .comparing((Moment moment) -> moment.entry().when().first().orElse(LocalDate.MAX))
          .thenComparing(moment -> moment.entry() instanceof Timeline.Said)
          .thenComparing(moment -> moment.entry().when().last().orElse(LocalDate.MAX)));
      return new Chronicle(moments, about, Measures.of(about, statements, standing, conflicts, origins));
    }
  }
}
