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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidBound;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;

/// The claims of a snapshot, by incident and by what they say, whatever document says it.
final class Statements {
  private static final Comparator<RecordedClaim> BY_DAY_ALONE = Comparator
      .comparing((RecordedClaim claim) -> claim.said().first().orElse(LocalDate.MAX))
      .thenComparing(claim -> claim.said().last().orElse(LocalDate.MAX));
  /// By first day on which it may have been said, undated last; then by id.
  static final Comparator<RecordedClaim> BY_DAY = BY_DAY_ALONE.thenComparing(claim -> claim.claim().id());

  private static final int AGAIN = 30; // days after which a text that gives no day of its own does not tell what is new

  private final Map<String, Incident> incidentOf = new HashMap<>();
  private final Map<DocumentId, Family> familyOf;
  private final Map<DocumentId, PartialDate> publishedOf = new HashMap<>();
  private final IdentityHashMap<Claim, Incident> elsewhere = new IdentityHashMap<>();
  private final List<RecordedClaim> claims;
  private final List<RecordedClaim> standing;
  private final IdentityHashMap<Claim, String> contents = new IdentityHashMap<>();
  private final Map<String, List<RecordedClaim>> byIncident = new TreeMap<>();
  private final Map<String, List<RecordedClaim>> byContent = new HashMap<>();

  Statements(Snapshot snapshot, Collection<Incident> incidents, List<Family> families) {
    for (Incident incident : incidents) {
      for (IncidentAccount account : incident.accounts()) {
        incidentOf.put(account.id(), incident);
      }
    }
    this.familyOf = SameStory.byMember(families);
    snapshot.documents().values().forEach(document -> publishedOf.put(document.id(), document.published()));
    Map<String, RecordedClaim> once = new HashMap<>();
    snapshot.claims().forEach(claim -> once.merge(claim.claim().id(), claim, Statements::earlier));
    this.claims = once.entrySet().stream().sorted(Map.Entry.<String, RecordedClaim>comparingByValue(BY_DAY_ALONE)
        .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getValue).toList();
    this.standing = claims.stream().filter(RecordedClaim::standing).toList();
    for (RecordedClaim claim : claims) {
      claim.claim().account().flatMap(account -> Optional.ofNullable(incidentOf.get(account.id())))
          .filter(incident -> incident.saidBefore(claim)).ifPresent(incident -> elsewhere.put(claim.claim(), incident));
      contents.put(claim.claim(), contentOf(claim.claim()));
      byContent.computeIfAbsent(content(claim.claim()), _ -> new ArrayList<>()).add(claim);
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

  /// Claims read as being about an incident that were said before it happened, by day.
  List<RecordedClaim> saidBefore(Incident incident) {
    return claims.stream().filter(claim -> elsewhere.containsKey(claim.claim())
        && elsewhere.get(claim.claim()).id().equals(incident.id())).toList();
  }

  /// The incident that a claim is about; empty if it is about none in particular, or was said before that one happened.
  Optional<Incident> incidentOf(Claim claim) {
    return elsewhere.containsKey(claim) ? Optional.empty()
        : claim.account().map(account -> incidentOf.get(account.id()));
  }

  /// The claims about an incident, by day.
  List<RecordedClaim> on(Incident incident) {
    return List.copyOf(byIncident.getOrDefault(incident.id(), List.of()));
  }

  /// The claims by incident id, each list by day; claims about no incident are left out.
  Map<String, List<RecordedClaim>> byIncident() {
    return byIncident;
  }

  /// When what a claim tells was said, by all that is on record: a text that tells of it later, and in passing gives its year
  /// only, or no day but its own, tells again what others dated.
  ///
  /// @param recorded a claim of the snapshot
  /// @return the accusation that dates it; the same claim if it tells of something said anew, or is no accusation
  RecordedClaim retold(RecordedClaim recorded) {
    if (!(recorded.claim() instanceof Claim.Attribution) || recorded.claim().saying().ownVoice()
        || !recorded.said().stated()) {
      return recorded;
    }
    PartialDate published = publishedOf.getOrDefault(recorded.claim().document(), PartialDate.NOT_STATED);
    List<RecordedClaim> same = byContent.getOrDefault(content(recorded.claim()), List.of());
    LocalDate last = recorded.said().last().orElseThrow();
    boolean undated = recorded.bound() != SaidBound.STATED || recorded.said().equals(published);
    Comparator<RecordedClaim> finest =
        Comparator.comparingLong((RecordedClaim one) -> Periods.days(one.said()).orElse(0L))
            .thenComparing(BY_DAY);
    Optional<RecordedClaim> finer = same.stream().filter(one -> one.bound() == SaidBound.STATED
        && one.said().overlaps(recorded.said())
        && Periods.days(one.said()).orElse(0L) < Periods.days(recorded.said()).orElse(0L))
        .min(finest);
    Optional<RecordedClaim> told = finer.filter(_ -> recorded.bound() == SaidBound.STATED);
    if (told.isEmpty() && undated) {
      told = same.stream().filter(one -> one.bound() == SaidBound.STATED
          && !one.claim().document().equals(recorded.claim().document())
          && one.said().last().filter(day -> day.plusDays(AGAIN).isBefore(last)).isPresent())
          .max(Comparator.comparing((RecordedClaim one) -> one.said().last().orElseThrow())
              .thenComparing(finest.reversed()));
    }
    return told.map(this::retold).orElse(recorded);
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

  /// What an accusation says, of whatever body of one state it is; empty for other claims and claimants.
  static Optional<String> stateContent(Claim claim) {
    Set<String> states = claim.saying().claimants().stream()
        .filter(party -> party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY)
        .flatMap(party -> party.country().stream()).collect(Collectors.toCollection(TreeSet::new));
    return claim instanceof Claim.Attribution attribution && states.size() == 1
        ? Optional.of(states.iterator().next() + "|" + keys(attribution.accused()))
        : Optional.empty();
  }

  private String contentOf(Claim claim) {
    return content(claim, incidentOf(claim).map(Incident::id).orElse(""));
  }

  /// What a claim says and who says it.
  ///
  /// @param incident id of the incident that it is about; blank if it is not known
  static String content(Claim claim, String incident) {
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
    return claim.type().code() + "|" + keys(claim.saying().claimants()) + "|" + what + "|" + incident;
  }

  private static String keys(List<Party> parties) {
    return parties.stream().map(party -> NameKey.of(party.name())).sorted().distinct().collect(Collectors.joining(","));
  }
}
