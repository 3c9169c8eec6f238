package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tingbok.analysis.Analysis;
import org.tingbok.analysis.Chronicle;
import org.tingbok.analysis.Conflict;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Incidents;
import org.tingbok.analysis.Ladder;
import org.tingbok.analysis.NameClaims;
import org.tingbok.mention.NameKey;
import org.tingbok.analysis.Names;
import org.tingbok.analysis.Origins;
import org.tingbok.analysis.Parties;
import org.tingbok.analysis.Reckoning;
import org.tingbok.analysis.SameStory;
import org.tingbok.analysis.View;
import org.tingbok.analysis.WhoIsWho;
import org.tingbok.claim.Saying;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.NotFoundException;

/// Answers questions about a ledger as of one day. Immutable and safe to share.
///
/// An incident keeps its id whatever day is asked for: which accounts are of one incident follows from everything on
/// record, what had been said of it from the day. As of a moment of recording, all follows from what was on record by then.
public final class Desk {
  /// The level of a name, where the tables that ship tell.
  public static final Function<String, Optional<NameLevel>> LEVELS =
      org.tingbok.reading.knowledge.Names.standard()::level;

  private final Basis basis;
  private final Snapshot snapshot;
  private final List<Family> families;
  private final List<Incident> told;
  private final Reckoning reckoning;
  private final Cards cards;
  private final Names names;
  private final IncidentRoom incidents;
  private final NameRoom naming;
  private final DocumentRoom documents;

  /// What a desk is made of, whether it is of a whole ledger or of a part.
  ///
  /// @param groupings what analysts found of the accounts of an incident
  /// @param said what is said of an incident, whatever day is asked for
  /// @param told whether an incident is told of even where no claim is at hand
  /// @param known what an incident is known to be by everything on record
  /// @param ever what is said of names whatever day is asked for
  /// @param who who is who as of the day, under the view
  /// @param reckoned what is worked out already; empty if nothing is
  /// @param whole the analysis of the whole ledger; empty for a part
  record Basis(Function<Incident, List<Act.Grouped>> groupings, Function<Incident, List<RecordedClaim>> said,
      Predicate<Incident> told, UnaryOperator<Incident> known, NameClaims ever, WhoIsWho who,
      Optional<Reckoning> reckoned, Optional<Analysis> whole) {
  }

  Desk(Basis basis, Snapshot then, List<Family> families, List<Incident> known, OnRecord onRecord) {
    this.basis = basis;
    this.snapshot = then;
    this.families = families;
    Map<DocumentId, List<RecordedClaim>> byDocument = new HashMap<>();
    for (RecordedClaim recorded : snapshot.claims()) {
      byDocument.computeIfAbsent(recorded.claim().document(), _ -> new ArrayList<>()).add(recorded);
    }
    this.cards = new Cards(snapshot, known,
        Copies.of(families, document -> byDocument.getOrDefault(document, new ArrayList<>())));
    Map<String, List<RecordedClaim>> byIncident = new HashMap<>();
    Map<String, List<RecordedClaim>> saidBefore = new HashMap<>();
    for (RecordedClaim recorded : snapshot.claims()) {
      cards.incidentOf(recorded.claim()).ifPresent(incident -> (incident.saidBefore(recorded) ? saidBefore : byIncident)
          .computeIfAbsent(incident.id(), _ -> new ArrayList<>()).add(recorded));
    }
    this.told = known.stream()
        .filter(incident -> byIncident.containsKey(incident.id()) || basis.told().test(incident)).toList();
    this.names = basis.who().names();
    this.reckoning = basis.reckoned().orElseGet(() -> Reckoning.of(snapshot, told, families, basis.who()));
    this.incidents = new IncidentRoom(this, told, byIncident, saidBefore, reckoning);
    this.naming = new NameRoom(this, names, basis.ever());
    this.documents = new DocumentRoom(this, families, byDocument, onRecord);
  }

  private static Desk whole(Analysis now, Snapshot then, OnRecord onRecord, Optional<View> view) {
    boolean all = then.asOf().equals(now.snapshot().asOf());
    List<Family> families = all ? now.families() : SameStory.among(now.families(), then.documents());
    List<Incident> known = all ? now.incidents() : Incidents.asOf(now.incidents(), then);
    NameClaims said = all ? now.nameClaims() : NameClaims.in(then, families);
    view.ifPresent(asked -> check(asked, now.nameClaims()));
    boolean usual = all && view.orElse(View.ANY).equals(View.ANY);
    Map<String, Incident> byId = new HashMap<>();
    now.incidents().forEach(incident -> byId.put(incident.id(), incident));
    Basis basis = new Basis(now::groupings, incident -> saidOf(incident, now.incidents(), now.snapshot()),
        _ -> false, incident -> Optional.ofNullable(byId.get(incident.id())).orElse(incident), now.nameClaims(),
        usual ? now.reckoning().who()
            : WhoIsWho.of(Parties.of(then.claims()), Names.under(said, view.orElse(View.ANY)), LEVELS),
        usual ? Optional.of(now.reckoning()) : Optional.empty(), Optional.of(now));
    return new Desk(basis, then, families, known, onRecord);
  }

  /// What is known of incidents.
  ///
  /// @return those told of by the day
  public IncidentRoom incidents() {
    return incidents;
  }

  /// What is known of actors.
  ///
  /// @return under the view
  public ActorRoom actors() {
    return new ActorRoom(this, reckoning.actors());
  }

  /// What is said of names.
  ///
  /// @return as of the day, under the view
  public NameRoom naming() {
    return naming;
  }

  /// What is known of documents and single claims.
  ///
  /// @return as of the day
  public DocumentRoom documents() {
    return documents;
  }

  /// Refuses an authority that says nothing of names: a misspelt one would look like one that joins nothing.
  static void check(View view, NameClaims claims) {
    if (view.trust() instanceof View.Trust.Only only) {
      List<String> known = claims.claimants();
      Set<String> keys = known.stream().map(NameKey::of).collect(java.util.stream.Collectors.toSet());
      if (only.claimants().stream().map(NameKey::of).noneMatch(keys::contains)) {
        throw new BadInputException("VIEW_UNKNOWN", "nobody called '" + String.join("' or '", only.claimants())
            + "' says anything of names in this ledger; " + (known.isEmpty() ? "nobody does"
                : "those who do: " + String.join(", ", known.subList(0, Math.min(8, known.size())))
                    + (known.size() > 8 ? ", …" : ""))
            + "; 'names import' records a list");
      }
    }
  }

  /// The desk of a ledger as of a day.
  ///
  /// @param ledger the ledger; read once, not kept
  /// @param asOf the day
  /// @return ready to answer
  public static Desk of(Ledger ledger, AsOf asOf) {
    return of(ledger, asOf, Optional.empty());
  }

  /// The desk of a ledger as of a day, under a view on names.
  ///
  /// @param ledger the ledger; read once, not kept
  /// @param asOf the day
  /// @param view whose word is taken on names; empty for [View#ANY]
  /// @return ready to answer
  /// @throws BadInputException `VIEW_UNKNOWN` if the view is that of an authority that says nothing of names
  public static Desk of(Ledger ledger, AsOf asOf, Optional<View> view) {
    AsOf record = new AsOf(Optional.empty(), asOf.recorded());
    Analysis now = Analysis.of(ledger.asOf(record), LEVELS);
    return whole(now, asOf.equals(record) ? now.snapshot() : ledger.asOf(asOf).held(), OnRecord.of(ledger, asOf),
        view);
  }

  /// The desk of the same ledger as of another day; what follows from everything on record is not worked out again.
  ///
  /// @param ledger the ledger that this desk is of
  /// @param asOf the day
  /// @return ready to answer
  public Desk asOf(Ledger ledger, AsOf asOf) {
    return asOf(ledger, asOf, Optional.empty());
  }

  /// The same under a view on names.
  ///
  /// @param ledger the ledger that this desk is of
  /// @param asOf the day
  /// @param view whose word is taken on names; empty for [View#ANY]
  /// @return ready to answer
  /// @throws BadInputException `VIEW_UNKNOWN` if the view is that of an authority that says nothing of names
  public Desk asOf(Ledger ledger, AsOf asOf, Optional<View> view) {
    Analysis now = basis.whole().orElseThrow();
    if (!asOf.recorded().equals(now.snapshot().asOf().recorded())) {
      return of(ledger, asOf, view);
    }
    return whole(now, asOf.equals(now.snapshot().asOf()) ? now.snapshot() : ledger.asOf(asOf).held(),
        documents.onRecord(), view);
  }

  /// Which names are one as of the day, under the view.
  ///
  /// @return under [View#ANY] if none was asked for
  public Names names() {
    return names;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Cards cards() {
    return cards;
  }

  List<Conflict> conflicts() {
    return reckoning.conflicts();
  }

  Origins origins() {
    return reckoning.origins();
  }

  /// Whom somebody is said to be part of, level by level.
  Ladder ladder(Party actor) {
    return reckoning.ladder(actor);
  }

  Chronicle.Writer chronicles() {
    return reckoning.chronicles();
  }

  /// Whether a day is asked for.
  ///
  /// @return false if everything on record is told
  public boolean dated() {
    return snapshot.asOf().said().isPresent();
  }

  /// How many claims were left out because nothing tells when they were said.
  ///
  /// @return 0 if no day was asked for
  public int unplaced() {
    return snapshot.unplaced();
  }

  /// What is on record, in numbers.
  ///
  /// @return the counts
  public Summary summary() {
    Map<String, Integer> byType = new LinkedHashMap<>();
    for (org.tingbok.vocabulary.ClaimType type : org.tingbok.vocabulary.ClaimType.values()) {
      byType.put(type.code(), 0);
    }
    documents.claims().forEach(recorded -> byType.merge(recorded.claim().type().code(), 1, Integer::sum));
    return new Summary(snapshot.documents().size(), snapshot.documents().size() - families.size(),
        documents.claims().size(),
        byType, told.size(), conflicts().size(), snapshot.names().listed().size());
  }

  /// Numbers of what is on record.
  ///
  /// @param documents documents, copies included
  /// @param copies how many of them are copies or near copies of others
  /// @param claims claims
  /// @param byType claims by type, every type named
  /// @param incidents incidents
  /// @param disputes disputes
  /// @param listings how many names lists give to their actors
  public record Summary(int documents, int copies, int claims, Map<String, Integer> byType, int incidents,
      int disputes, int listings) {
    /// Copies the map and keeps its order.
    public Summary {
      byType = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byType));
    }
  }

  /// What analysts found of the accounts of an incident, as far as it stands.
  List<Act.Grouped> groupings(Incident incident) {
    return basis.groupings().apply(incident);
  }

  /// What an incident is known to be by everything on record.
  Incident ever(Incident incident) {
    return basis.known().apply(incident);
  }

  /// What is said of an incident, whatever day is asked for.
  List<RecordedClaim> saidOf(Incident incident) {
    return basis.said().apply(incident);
  }

  /// What is said of an incident.
  ///
  /// @param incident the incident, as of some day
  /// @param incidents the incidents as of any day
  /// @param ever the claims of any day, of all on record or of a part that holds all about the incident
  static List<RecordedClaim> saidOf(Incident incident, Collection<Incident> incidents, Snapshot ever) {
    Set<String> accounts = incidents.stream().filter(one -> one.id().equals(incident.id()))
        .flatMap(one -> one.accounts().stream()).map(org.tingbok.claim.IncidentAccount::id).collect(Collectors.toSet());
    return ever.claims().stream()
        .filter(recorded -> recorded.claim().account().filter(account -> accounts.contains(account.id())).isPresent())
        .toList();
  }

  /// The keys of the names under which a body or state speaks, and of the persons who speak for it.
  Set<String> voices(String claimant) {
    Set<String> own = Namesakes.of(claimant.strip()).stream().map(NameKey::of).collect(Collectors.toSet());
    Set<String> voices = new TreeSet<>(own);
    for (RecordedClaim recorded : own.size() > 1 ? snapshot.claims() : List.<RecordedClaim>of()) {
      Saying saying = recorded.claim().saying();
      if (saying.claimants().stream().anyMatch(party -> own.contains(NameKey.of(party.name())))) {
        saying.speaker().ifPresent(speaker -> {
          voices.add(NameKey.of(speaker.name()));
          voices.add(NameKey.of(Namesakes.surname(speaker.name())));
        });
      }
    }
    return voices;
  }

  /// The names that lists and documents use, for telling a misspelt one.
  UsedNames used() {
    return UsedNames.in(snapshot);
  }

  String asked() {
    return snapshot.asOf().recorded().map(moment -> " as of what was on record by " + moment).orElse("")
        + snapshot.asOf().said().map(day -> " as of " + day + (snapshot.unplaced() == 0 ? ""
            : " (" + snapshot.unplaced() + " claims cannot be placed before or after it)")).orElse("");
  }

  /// How sources are graded.
  ///
  /// @return as of the day
  public SourcesPage sources() {
    return SourcesPage.of(snapshot.acts(), "");
  }

  /// One dispute.
  ///
  /// @param key its id or a prefix of it that no other has
  /// @return the dispute
  /// @throws NotFoundException `DISPUTE_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if it fits several
  public DisputeCard dispute(String key) {
    Map<String, Conflict> byId = new LinkedHashMap<>();
    conflicts().forEach(conflict -> byId.put(conflict.dispute().id(), conflict));
    return IdBeginning.find(byId, key, "dispute--").map(cards::conflict)
        .orElseThrow(() -> new NotFoundException("DISPUTE_UNKNOWN",
            "no dispute has the id " + key + asked() + "; the command 'disputes' lists them"));
  }

  /// The claims that stand in disputes.
  ///
  /// @return their ids
  public Set<String> disputed() {
    return conflicts().stream().flatMap(conflict -> conflict.dispute().sides().stream())
        .flatMap(side -> side.claims().stream()).map(RecordedClaim::id)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /// The disputes.
  ///
  /// @return those about incidents first
  public List<DisputeCard> disputes() {
    return conflicts().stream()
        .sorted(Comparator.comparing((Conflict conflict) -> conflict.dispute().incident().isEmpty()))
        .map(cards::conflict).toList();
  }
}
