package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.Coded;

/// The claims of a snapshot, by incident and by what they say, whatever document says it.
final class Statements {
  private static final Comparator<RecordedClaim> BY_DAY_ALONE = Comparator
      .comparing((RecordedClaim claim) -> claim.said().first().orElse(LocalDate.MAX))
      .thenComparing(claim -> claim.said().last().orElse(LocalDate.MAX));
  /// By first day on which it may have been said, undated last; then by id.
  static final Comparator<RecordedClaim> BY_DAY = BY_DAY_ALONE.thenComparing(claim -> claim.claim().id());

  private final Map<String, Incident> incidentOf = new HashMap<>();
  private final Map<DocumentId, Family> familyOf;
  private final List<RecordedClaim> claims;
  private final List<RecordedClaim> standing;
  private final IdentityHashMap<Claim, String> contents = new IdentityHashMap<>();
  private final Map<String, List<RecordedClaim>> byIncident = new TreeMap<>();

  Statements(Snapshot snapshot, Collection<Incident> incidents, List<Family> families) {
    for (Incident incident : incidents) {
      for (IncidentAccount account : incident.accounts()) {
        incidentOf.put(account.id(), incident);
      }
    }
    this.familyOf = SameStory.byMember(families);
    Map<String, RecordedClaim> once = new HashMap<>();
    snapshot.claims().forEach(claim -> once.merge(claim.claim().id(), claim, Statements::earlier));
    this.claims = once.entrySet().stream().sorted(Map.Entry.<String, RecordedClaim>comparingByValue(BY_DAY_ALONE)
        .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getValue).toList();
    this.standing = claims.stream().filter(RecordedClaim::standing).toList();
    for (RecordedClaim claim : claims) {
      contents.put(claim.claim(), contentOf(claim.claim()));
      incidentOf(claim.claim()).ifPresent(
          incident -> byIncident.computeIfAbsent(incident.id(), _ -> new ArrayList<>()).add(claim));
    }
  }

  /// Of two records of one claim, the earlier; they differ in nothing but certainty, dates and when they were recorded.
  private static RecordedClaim earlier(RecordedClaim a, RecordedClaim b) {
    int order = BY_DAY_ALONE.thenComparing(RecordedClaim::recordedAt).compare(a, b);
    return order != 0 ? order < 0 ? a : b : a.toString().compareTo(b.toString()) <= 0 ? a : b;
  }

  /// All claims, by day.
  List<RecordedClaim> all() {
    return claims;
  }

  /// Those that their sources stand by, by day.
  List<RecordedClaim> standing() {
    return standing;
  }

  Optional<Incident> incidentOf(Claim claim) {
    return claim.account().map(account -> incidentOf.get(account.id()));
  }

  /// The claims about an incident, by day.
  List<RecordedClaim> on(Incident incident) {
    return List.copyOf(byIncident.getOrDefault(incident.id(), List.of()));
  }

  /// The claims by incident id, each list by day; claims about no incident are left out.
  Map<String, List<RecordedClaim>> byIncident() {
    return byIncident;
  }

  /// The story that a claim stands in.
  DocumentId story(Claim claim) {
    return story(claim.document());
  }

  /// The story that a document tells.
  DocumentId story(DocumentId document) {
    Family family = familyOf.get(document);
    return family == null ? document : family.representative();
  }

  /// Claims without those that a copy of the same story repeats: of each, those of one document are kept, the
  /// representative's where it has them. The order stays.
  List<RecordedClaim> copiesOnce(List<RecordedClaim> some) {
    Map<String, DocumentId> keeper = new HashMap<>();
    for (RecordedClaim recorded : some) {
      DocumentId story = story(recorded.claim());
      keeper.merge(story + " " + content(recorded.claim()), recorded.claim().document(),
          (a, b) -> a.equals(story) || b.equals(story) ? story : a.compareTo(b) <= 0 ? a : b);
    }
    return some.stream().filter(recorded -> recorded.claim().document()
        .equals(keeper.get(story(recorded.claim()) + " " + content(recorded.claim())))).toList();
  }

  /// What a claim of the snapshot says and who says it, not where, when or how surely.
  String content(Claim claim) {
    return contents.getOrDefault(claim, "");
  }

  private String contentOf(Claim claim) {
    String what = switch (claim) {
      case Claim.Attribution attribution -> keys(attribution.accused());
      case Claim.NonAttribution non -> keys(non.accused()) + non.withdraws();
      case Claim.Denial _ -> "";
      case Claim.Alias alias -> NameKey.of(alias.first().name()) + "," + NameKey.of(alias.second().name()) + ","
          + alias.relation().code();
      case Claim.Affiliation affiliation -> NameKey.of(affiliation.actor().name()) + ","
          + NameKey.of(affiliation.sponsor().name()) + "," + affiliation.relation().code();
      case Claim.Response response -> keys(response.target()) + response.kind().map(Coded::code).orElse("");
      case Claim.Impact impact -> impact.what() + impact.polarity().code();
      case Claim.Method method -> method.what() + method.polarity().code();
    };
    return claim.type().code() + "|" + keys(claim.saying().claimants()) + "|" + what + "|"
        + incidentOf(claim).map(Incident::id).orElse("");
  }

  private static String keys(List<Party> parties) {
    return parties.stream().map(party -> NameKey.of(party.name())).sorted().distinct().collect(Collectors.joining(","));
  }
}
