package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Names;
import org.tingbok.analysis.View;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;

/// What an actor, a body or a state says itself, and how much of what is said of it hangs on whose word is taken on names.
///
/// @param denied what it, or a body of its state, denies; by incident, the last said first
/// @param says what it says besides, accusations before others, the last said first; not all of it
/// @param views what each view makes of its names; empty where nobody says anything of them
public record ActorSides(List<Denied> denied, List<ClaimCard> says, List<ViewCard> views) {
  private static final int SAID = 6;

  /// Copies the lists.
  public ActorSides {
    denied = List.copyOf(denied);
    says = List.copyOf(says);
    views = List.copyOf(views);
  }

  /// Denials of one accusation.
  ///
  /// @param incident the operation; empty where all of them are denied, or none is named
  /// @param claims who denies it, with which words
  public record Denied(Optional<ClaimCard.IncidentName> incident, List<ClaimCard> claims) {
    /// Copies the list.
    public Denied {
      claims = List.copyOf(claims);
    }
  }

  /// What one view makes of an actor.
  ///
  /// @param view the view, as an address has it
  /// @param names the other names that are its own under it
  /// @param incidents of how many incidents it is accused under all of them
  /// @param chosen whether the page is shown under it
  public record ViewCard(String view, List<String> names, int incidents, boolean chosen) {
    /// Copies the list.
    public ViewCard {
      names = List.copyOf(names);
    }
  }

  /// Looks an actor up.
  ///
  /// @param desk a ledger as of some day
  /// @param name its name
  /// @param state its state, if it is a state itself; whatever a body of it denies, the state denies
  /// @return its sides
  public static ActorSides of(Desk desk, String name, Optional<String> state) {
    Set<String> own = new HashSet<>(desk.voices(name));
    desk.names().actor(name).names().forEach(other -> own.add(NameKey.of(other)));
    Predicate<Party> speaks = party -> own.contains(NameKey.of(party.name()))
        || state.isPresent() && party.country().equals(state) && official(party);
    List<RecordedClaim> denials = new ArrayList<>();
    List<RecordedClaim> said = new ArrayList<>();
    for (RecordedClaim recorded : desk.cards().once(List.copyOf(desk.documents().claims()))) {
      if (recorded.standing() && recorded.claim().saying().claimants().stream().anyMatch(speaks)) {
        (recorded.claim() instanceof Claim.Denial ? denials : said).add(recorded);
      }
    }
    return new ActorSides(denied(desk, denials), desk.cards().claims(said.stream()
        .sorted(Comparator.comparing((RecordedClaim one) -> !(one.claim() instanceof Claim.Attribution))
            .thenComparing(ActorSides::day, Comparator.reverseOrder()).thenComparing(RecordedClaim::id))
        .limit(SAID).toList()), views(desk, name));
  }

  private static boolean official(Party party) {
    return party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY;
  }

  private static LocalDate day(RecordedClaim recorded) {
    return recorded.said().last().orElse(LocalDate.MIN);
  }

  private static List<Denied> denied(Desk desk, List<RecordedClaim> denials) {
    Map<Optional<ClaimCard.IncidentName>, List<RecordedClaim>> byIncident = new LinkedHashMap<>();
    denials.stream().sorted(Comparator.comparing(ActorSides::day).reversed().thenComparing(RecordedClaim::id))
        .forEach(recorded -> byIncident.computeIfAbsent(desk.cards().incidentOf(recorded.claim()).map(Cards::name),
            _ -> new ArrayList<>()).add(recorded));
    return byIncident.entrySet().stream()
        .map(entry -> new Denied(entry.getKey(), desk.cards().claims(entry.getValue())))
        .toList();
  }

  private static List<ViewCard> views(Desk desk, String name) {
    if (!desk.names().claims().knows(name)) {
      return List.of();
    }
    List<ViewCard> views = new ArrayList<>();
    for (String view : desk.naming().views()) {
      Names under = desk.naming().under(View.parse(view));
      Set<String> keys = under.actor(name).names().stream().map(NameKey::of).collect(Collectors.toSet());
      keys.add(NameKey.of(name));
      views.add(new ViewCard(view, under.actor(name).names().stream().map(under.claims()::spelling).distinct()
          .filter(other -> !NameKey.of(other).equals(NameKey.of(name))).sorted(String.CASE_INSENSITIVE_ORDER).toList(),
          accused(desk, keys), view.equals(desk.names().view().text())));
    }
    return views.stream().allMatch(view -> view.names.isEmpty()) ? List.of() : views;
  }

  private static int accused(Desk desk, Set<String> keys) {
    Set<String> incidents = new HashSet<>();
    for (RecordedClaim recorded : desk.documents().claims()) {
      if (recorded.standing() && recorded.claim() instanceof Claim.Attribution attribution
          && attribution.accused().stream().anyMatch(party -> keys.contains(NameKey.of(party.name())))) {
        incidents.add(desk.cards().incidentOf(attribution).map(Incident::id).orElse(recorded.id()));
      }
    }
    return incidents.size();
  }
}
