package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.analysis.ActorProfile;
import org.tingbok.analysis.Actors;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NotFoundException;

/// Knows the actors: who is accused, named otherwise, or said to act for somebody, under the view on names. Immutable.
public final class ActorRoom {
  private final Desk desk;
  private final Actors actors;

  ActorRoom(Desk desk, Actors actors) {
    this.desk = desk;
    this.actors = actors;
  }

  /// The actors that are accused, named otherwise, or said to act for somebody.
  ///
  /// @return by name
  public List<ActorPage> all() {
    Set<String> told = new HashSet<>();
    return actors.all().stream().filter(profile -> told.add(desk.names().key(profile.party().name()))
        || profile.party().kind() != PartyKind.THREAT_ACTOR).map(profile -> actorPage(profile, false)).toList();
  }

  /// One actor.
  ///
  /// @param key its name, a name that somebody gives it, part of a name, its id or a prefix of it
  /// @return what is on record about it
  /// @throws NotFoundException `ACTOR_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if a prefix fits several
  public ActorPage page(String key) {
    Optional<ActorProfile> found = find(key);
    if (found.isEmpty()) {
      Map<String, ActorProfile> byId = new LinkedHashMap<>();
      actors.all().forEach(profile -> byId.put(profile.id(), profile));
      found = IdBeginning.find(byId, key, "intrusion-set--").or(() -> IdBeginning.find(byId, key, "identity--"));
    }
    if (found.isEmpty() && desk.names().claims().knows(key)) {
      String name = desk.names().claims().spelling(key);
      Party listed = new Party(name, PartyKind.THREAT_ACTOR, Optional.empty(), name);
      return new ActorPage(listed.id(), PartyCard.of(listed), desk.names().view().text(), known(name),
          Optional.of(ladder(listed)), List.of(), List.of(), List.of());
    }
    if (found.isEmpty() && !key.isBlank()) {
      String wanted = NameKey.of(key);
      found = actors.all().stream().filter(profile -> NameKey.of(profile.party().name()).contains(wanted))
          .min(Comparator.comparingInt((ActorProfile profile) -> -profile.roles().size())
              .thenComparing(profile -> profile.party().name()));
    }
    return actorPage(found.orElseThrow(() -> unknown(key)), true);
  }

  private NotFoundException unknown(String key) {
    NamesPage.Uses uses = desk.naming().uses(key);
    return new NotFoundException("ACTOR_UNKNOWN", uses.none() ? "nobody on record is called '" + key + "'"
        + desk.asked() + desk.used().suggestion(key) + "; the command 'actors' lists them"
        : "nobody accuses '" + key + "', names it otherwise or says for whom it acts" + desk.asked() + "; it "
            + uses.words() + "; 'names " + key + "' and 'claims --claimant' tell more");
  }

  /// Somebody who is accused, named otherwise or said to act for somebody, under exactly this name.
  Optional<Party> named(String name) {
    return find(name).map(ActorProfile::party);
  }

  /// By a name that somebody gives it, else by any name of the body or state that it is.
  private Optional<ActorProfile> find(String name) {
    return actors.find(name).or(() -> Namesakes.of(name.strip()).stream().flatMap(one -> actors.named(one).stream())
        .findFirst());
  }

  private LadderCard ladder(Party actor) {
    return LadderCard.of(desk.ladder(actor), desk.cards());
  }

  /// An actor under all the names that the view gives it.
  private ActorPage actorPage(ActorProfile profile, boolean alone) {
    List<ActorProfile> profiles = new ArrayList<>(List.of(profile));
    Set<String> ids = new HashSet<>(Set.of(profile.id()));
    Set<String> names = new LinkedHashSet<>(desk.names().actor(profile.party().name()).names());
    names.addAll(Namesakes.of(profile.party().name()));
    for (String name : names) {
      actors.named(name).filter(other -> ids.add(other.id())).ifPresent(profiles::add);
    }
    Map<String, ActorPage.RoleCard> roles = new LinkedHashMap<>();
    List<ActorPage.NameCard> others = new ArrayList<>();
    List<RecordedClaim> affiliations = new ArrayList<>();
    for (ActorProfile one : profiles) {
      one.names().forEach(name -> others.add(new ActorPage.NameCard(name.name(), name.relation().code(), name.first(),
          desk.cards().claims(name.claims()))));
      one.affiliations().stream().filter(claim -> !affiliations.contains(claim)).forEach(affiliations::add);
      for (ActorProfile.Role role : one.roles()) {
        desk.incidents().withId(role.incident()).ifPresent(incident -> roles.merge(incident.id(),
            new ActorPage.RoleCard(Cards.name(incident), desk.cards().claims(role.accused()),
                desk.cards().claims(role.cleared()),
                desk.cards().claims(role.denials())),
            ActorPage.RoleCard::and));
      }
    }
    return new ActorPage(profile.id(), PartyCard.of(profile.party()), desk.names().view().text(),
        known(profile.party().name()), alone ? Optional.of(ladder(profile.party())) : Optional.empty(),
        others.stream().distinct().toList(), desk.cards().claims(affiliations),
        List.copyOf(roles.values()));
  }

  /// The other names that the view gives an actor, each as it is usually spelt.
  private List<String> known(String name) {
    return desk.names().actor(name).names().stream().map(desk.names().claims()::spelling).distinct()
        .filter(other -> !NameKey.of(other).equals(NameKey.of(name))).sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }
}
