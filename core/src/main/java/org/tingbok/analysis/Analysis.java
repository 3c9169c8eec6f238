package org.tingbok.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tingbok.claim.Claim;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.NotFoundException;

/// Everything that follows from one snapshot, computed once. Immutable and safe to share.
public final class Analysis {
  private final Snapshot snapshot;
  private final Function<String, Optional<NameLevel>> known;
  private final List<Family> families;
  private final Map<DocumentId, Family> familyOf;
  private final List<Incident> incidents;
  private final Map<String, Incident> incidentById = new HashMap<>();
  private final List<Dispute> disputes;
  private final List<Conflict> conflicts;
  private final Origins origins;
  private final Actors actors;
  private final Groupings groupings;
  private final Statements statements;
  private final NameClaims nameClaims;
  private final Reckoning reckoning;

  private Analysis(Snapshot recorded, Function<String, Optional<NameLevel>> known) {
    Snapshot snapshot = recorded.held();
    this.known = known;
    this.snapshot = snapshot;
    this.families = SameStory.group(snapshot.documents().values());
    this.familyOf = SameStory.byMember(families);
    this.groupings = Incidents.groupings(snapshot);
    List<Incident> undisputed = Incidents.undisputed(snapshot, families);
    this.statements = new Statements(snapshot, undisputed, families);
    this.nameClaims = NameClaims.in(snapshot, families);
    Names usual = Names.under(nameClaims, View.ANY);
    WhoIsWho who = WhoIsWho.of(Parties.of(snapshot.claims()), usual, known);
    Standing standing = who.standing();
    this.disputes = Disputes.in(statements, standing);
    this.conflicts = Conflicts.of(disputes, statements, standing, new Voices(snapshot, statements, who.voices()));
    this.incidents = Incidents.marked(undisputed, disputes);
    for (Incident incident : incidents) {
      incident.ids().forEach(id -> incidentById.putIfAbsent(id, incident));
    }
    this.origins = Origins.of(statements, who.unlevelled(), new Voices(snapshot, statements, who.unlevelledVoices()));
    this.actors = Actors.of(statements, usual);
    this.reckoning = new Reckoning(this, statements, who);
  }

  /// Analyses a snapshot.
  ///
  /// @param snapshot what is on record
  /// @return what follows from it
  public static Analysis of(Snapshot snapshot) {
    return of(snapshot, _ -> Optional.empty());
  }

  /// Analyses a snapshot, where the level of names is known.
  ///
  /// @param snapshot what is on record
  /// @param known the level of a name; empty if it is not known
  /// @return what follows from it
  public static Analysis of(Snapshot snapshot, Function<String, Optional<NameLevel>> known) {
    return new Analysis(snapshot, known);
  }

  /// What was analysed.
  ///
  /// @return the snapshot, each claim as those hold it who still do
  public Snapshot snapshot() {
    return snapshot;
  }

  /// The stories.
  ///
  /// @return see [SameStory#group]
  public List<Family> families() {
    return families;
  }

  /// The story that a document tells.
  ///
  /// @param document id of a document of the snapshot
  /// @return its family
  /// @throws NotFoundException `DOCUMENT_UNKNOWN` if the snapshot does not have it
  public Family familyOf(DocumentId document) {
    Family family = familyOf.get(document);
    if (family == null) {
      throw new NotFoundException("DOCUMENT_UNKNOWN", "no document " + document + " as of the day asked for");
    }
    return family;
  }

  /// The incidents.
  ///
  /// @return by id
  public List<Incident> incidents() {
    return incidents;
  }

  /// The incident of an id.
  ///
  /// @param id `incident--` and a UUID; one that the incident had when fewer reports were on record will do
  /// @return empty if there is none
  public Optional<Incident> incident(String id) {
    return Optional.ofNullable(incidentById.get(id));
  }

  /// The incident that a claim is about.
  ///
  /// @param claim a claim of the snapshot
  /// @return empty if it is about none in particular
  public Optional<Incident> incidentOf(Claim claim) {
    return statements.incidentOf(claim).flatMap(incident -> incident(incident.id()));
  }

  /// Claims that were read as being about an incident and were said well before it happened, so that they are about
  /// something else.
  ///
  /// @param incident an incident of this analysis
  /// @return by day said; mostly none
  public List<RecordedClaim> saidBefore(Incident incident) {
    return statements.saidBefore(incident);
  }

  /// What analysts found of the accounts of an incident, as far as it stands: that they are one with others, or are not.
  ///
  /// @param incident an incident of this analysis
  /// @return in order of recording
  public List<Act.Grouped> groupings(Incident incident) {
    return groupings.on(incident);
  }

  /// The claims about an incident, each once.
  ///
  /// @param incident an incident of this analysis
  /// @return by day said, undated ones last
  public List<RecordedClaim> claimsOn(Incident incident) {
    return statements.on(incident);
  }

  /// The disputes.
  ///
  /// @return see [Disputes#in]
  public List<Dispute> disputes() {
    return disputes;
  }

  /// The disputes, each with its story.
  ///
  /// @return one for each dispute, in the same order
  public List<Conflict> conflicts() {
    return conflicts;
  }

  /// The disputes about an incident.
  ///
  /// @param incident an incident of this analysis
  /// @return possibly none
  public List<Dispute> disputesOn(Incident incident) {
    return disputes.stream().filter(dispute -> dispute.incident().filter(incident.id()::equals).isPresent()).toList();
  }

  /// Whose word the claims rest on.
  ///
  /// @return see [Origins#of]
  public Origins origins() {
    return origins;
  }

  /// The actors.
  ///
  /// @return see [Actors#of]
  public Actors actors() {
    return actors;
  }

  /// The same, piece by piece.
  ///
  /// @return under [View#ANY]
  public Reckoning reckoning() {
    return reckoning;
  }

  /// All that is said of names.
  ///
  /// @return by documents, lists and analysts
  public NameClaims nameClaims() {
    return nameClaims;
  }

  /// Which names denote one actor, under a view.
  ///
  /// @param view whose word is taken
  /// @return the names
  public Names names(View view) {
    return Names.under(nameClaims, view);
  }

  /// What happened and what was said of an incident.
  ///
  /// @param incident an incident of this analysis
  /// @return in order of time
  public Timeline timeline(Incident incident) {
    return Timeline.of(statements, incident);
  }

  /// Writes what happened and was said, of an incident, an actor or two states.
  ///
  /// @return a writer for this snapshot, names under [View#ANY]
  public Chronicle.Writer chronicles() {
    return new Chronicle.Writer(snapshot, incidents, families, names(View.ANY), known, conflicts,
        origins);
  }

  /// How an incident stands.
  ///
  /// @param incident an incident of this analysis
  /// @return who is held responsible, by whom, since when
  public IncidentStatus status(Incident incident) {
    return IncidentStatus.of(statements, incident);
  }

  /// How all incidents stand.
  ///
  /// @return the status of each by its id
  public Map<String, IncidentStatus> statuses() {
    return IncidentStatus.of(statements, incidents);
  }
}
