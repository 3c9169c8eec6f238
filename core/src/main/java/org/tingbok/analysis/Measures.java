package org.tingbok.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidBound;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.PartialDate;

/// What can be counted in what was said of some incidents.
///
/// @param first how long from the deed to its first attribution, one for each incident that somebody is accused of, by
///     day of the attribution
/// @param agreements who agrees with whom, those who speak of most incidents together first
/// @param revisions claimants that changed their minds or took something back, by day
public record Measures(List<First> first, List<Agreement> agreements, List<Conflict> revisions) {
  /// Copies the lists.
  public Measures {
    first = List.copyOf(first);
    agreements = List.copyOf(agreements);
    revisions = List.copyOf(revisions);
  }

  /// The first attribution of an incident: the first day on which anybody, as far as is told, named somebody more surely
  /// than possible.
  ///
  /// @param incident the incident
  /// @param said when
  /// @param bound whether the text tells the day, or it is only the latest it can have been
  /// @param by who named somebody then
  /// @param accused whom they named
  /// @param fewest days from the deed at least; empty if nothing tells when it happened
  /// @param most days from the deed at most
  public record First(Incident incident, PartialDate said, SaidBound bound, List<Party> by, List<Party> accused,
      Optional<Long> fewest, Optional<Long> most) {
    /// Copies the lists.
    public First {
      by = List.copyOf(by);
      accused = List.copyOf(accused);
    }
  }

  /// How two claimants stand to each other over the incidents that both attribute.
  ///
  /// @param one a claimant; bodies of one state are one
  /// @param other another
  /// @param same incidents of which both accuse the same
  /// @param levels incidents of which they accuse different levels of one answer, such as a group and its state
  /// @param differ incidents of which they accuse nobody alike, and parties that exclude each other
  public record Agreement(String one, String other, int same, int levels, int differ) {
    /// How many incidents both attribute.
    ///
    /// @return 1 or more
    public int together() {
      return same + levels + differ;
    }
  }

  static Measures of(List<Incident> incidents, Statements statements, Standing standing, List<Conflict> conflicts,
      Origins origins) {
    List<First> first = new ArrayList<>();
    Map<String, Map<String, int[]>> counts = new TreeMap<>();
    Map<String, String> names = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Incident incident : incidents) {
      ids.add(incident.id());
      List<RecordedClaim> firm = statements.on(incident).stream()
          .filter(one -> one.standing() && one.claim() instanceof Claim.Attribution attribution
              && attribution.accused().stream().anyMatch(Measures::names)
              && one.claim().saying().certainty().level() != CertaintyLevel.LOW && after(one, incident))
          .toList();
      first(incident, firm).ifPresent(first::add);
      count(firm, standing, origins, counts, names);
    }
    first.sort(Comparator.comparing((First one) -> one.said().first().orElse(LocalDate.MAX))
        .thenComparing(one -> one.incident().id()));
    List<Agreement> agreements = new ArrayList<>();
    counts.forEach((one, others) -> others.forEach((other, count) -> agreements.add(new Agreement(
        names.getOrDefault(one, one), names.getOrDefault(other, other), count[0], count[1], count[2]))));
    agreements.sort(Comparator.comparingInt(Agreement::together).reversed().thenComparing(Agreement::one)
        .thenComparing(Agreement::other));
    List<Conflict> revisions = conflicts.stream()
        .filter(conflict -> conflict.dispute().kind() == DisputeKind.CHANGED_MIND
            || conflict.dispute().kind() == DisputeKind.WITHDRAWN)
        .filter(conflict -> conflict.dispute().incident().filter(ids::contains).isPresent())
        .sorted(Comparator.comparing((Conflict conflict) -> conflict.opened().first().orElse(LocalDate.MAX))
            .thenComparing(conflict -> conflict.dispute().id()))
        .toList();
    return new Measures(first, agreements, revisions);
  }

  /// Whether an accusation names somebody: "hackers" are nobody, "Chinese hackers" are.
  private static boolean names(Party accused) {
    return accused.kind() != PartyKind.DESCRIBED || accused.country().isPresent();
  }

  private static boolean after(RecordedClaim claim, Incident incident) {
    return claim.bound() != SaidBound.STATED || incident.period().first().isEmpty()
        || claim.said().last().filter(day -> day.isBefore(incident.period().first().get())).isEmpty();
  }

  private static Optional<First> first(Incident incident, List<RecordedClaim> firm) {
    Optional<LocalDate> day = firm.stream().flatMap(one -> one.said().last().stream()).min(Comparator.naturalOrder());
    if (day.isEmpty()) {
      return Optional.empty();
    }
    List<RecordedClaim> then = firm.stream().filter(one -> one.said().last().equals(day))
        .sorted(Comparator.comparing((RecordedClaim one) -> one.bound()).thenComparing(one -> one.claim().saying()
            .ownVoice()).thenComparing(one -> one.id()))
        .toList();
    List<RecordedClaim> quoted = then.stream().filter(one -> !one.claim().saying().ownVoice()).toList();
    List<RecordedClaim> those = quoted.isEmpty() ? then : quoted;
    PartialDate said = those.getFirst().said();
    PartialDate deed = incident.period();
    return Optional.of(new First(incident, said, those.getFirst().bound(), parties(those, true), parties(those, false),
        deed.last().flatMap(last -> said.first().map(from -> Math.max(0, ChronoUnit.DAYS.between(last, from)))),
        deed.first().flatMap(from -> said.last().map(to -> Math.max(0, ChronoUnit.DAYS.between(from, to))))));
  }

  private static List<Party> parties(List<RecordedClaim> claims, boolean by) {
    Map<String, Party> parties = new LinkedHashMap<>();
    for (RecordedClaim one : claims) {
      if (one.claim() instanceof Claim.Attribution attribution) {
        (by ? attribution.saying().claimants() : attribution.accused())
            .forEach(party -> parties.putIfAbsent(party.name(), party));
      }
    }
    return List.copyOf(parties.values());
  }

  /// Claimants that can be followed, pair by pair; who only repeats others agrees with nobody.
  private static void count(List<RecordedClaim> firm, Standing standing, Origins origins,
      Map<String, Map<String, int[]>> counts, Map<String, String> names) {
    Map<String, List<Party>> accused = new TreeMap<>();
    for (RecordedClaim one : firm) {
      if (one.claim() instanceof Claim.Attribution attribution
          && origins.trace(one.claim()).filter(trace -> trace.lineage().traceable()).isPresent()) {
        for (Party claimant : attribution.saying().claimants()) {
          String voice = origins.voice(claimant);
          if (!voice.startsWith("unnamed ")) {
            names.merge(voice, claimant.name(), (a, b) -> a.length() != b.length() ? a.length() < b.length() ? a : b
                : a.compareTo(b) <= 0 ? a : b);
            accused.computeIfAbsent(voice, _ -> new ArrayList<>()).addAll(attribution.accused());
          }
        }
      }
    }
    List<String> voices = List.copyOf(accused.keySet());
    for (int i = 0; i < voices.size(); i++) {
      for (int j = i + 1; j < voices.size(); j++) {
        List<Party> a = Objects.requireNonNull(accused.get(voices.get(i)));
        List<Party> b = Objects.requireNonNull(accused.get(voices.get(j)));
        boolean same = a.stream().anyMatch(one -> b.stream().anyMatch(other -> standing.one(one, other)));
        boolean levels = a.stream().allMatch(one -> b.stream().allMatch(other -> standing.together(one, other)));
        counts.computeIfAbsent(voices.get(i), _ -> new TreeMap<>()).computeIfAbsent(voices.get(j), _ -> new int[3])[same
            ? 0
            : levels ? 1 : 2]++;
      }
    }
  }
}
