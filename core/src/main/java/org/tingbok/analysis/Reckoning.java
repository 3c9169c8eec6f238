package org.tingbok.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;

/// What follows from the claims of a snapshot once it is known which documents are one story, which accounts one incident, and
/// who is who. The snapshot may be a part of what is on record: what is told of an incident is the same as long as all claims
/// about it are there, with the documents that they stand in and those of the same stories, and the claims that relate the
/// names of those accused. Each result is worked out when it is first asked for. Safe to share.
public final class Reckoning {
  private final Snapshot snapshot;
  private final List<Incident> incidents;
  private final WhoIsWho who;
  private final Statements statements;
  private Optional<List<Conflict>> conflicts = Optional.empty();
  private Optional<Origins> origins = Optional.empty();
  private Optional<Actors> actors = Optional.empty();
  private Optional<Map<String, IncidentStatus>> statuses = Optional.empty();
  private final List<Family> families;

  private Reckoning(Snapshot snapshot, List<Incident> incidents, List<Family> families, WhoIsWho who) {
    this.snapshot = snapshot;
    this.incidents = List.copyOf(incidents);
    this.families = List.copyOf(families);
    this.who = who;
    this.statements = new Statements(snapshot, incidents, families);
  }

  /// What an analysis has worked out already.
  Reckoning(Analysis analysis, Statements statements, WhoIsWho who) {
    this.snapshot = analysis.snapshot();
    this.incidents = analysis.incidents();
    this.families = analysis.families();
    this.who = who;
    this.statements = statements;
    this.conflicts = Optional.of(analysis.conflicts());
    this.origins = Optional.of(analysis.origins());
    this.actors = Optional.of(analysis.actors());
  }

  /// What follows from a snapshot or a part of one.
  ///
  /// @param snapshot the claims and their documents
  /// @param incidents the incidents that they are about
  /// @param families the stories that the documents tell
  /// @param who who is who by everything on record as of the same day
  /// @return worked out as it is asked for
  public static Reckoning of(Snapshot snapshot, List<Incident> incidents, List<Family> families, WhoIsWho who) {
    return new Reckoning(snapshot, incidents, families, who);
  }

  /// Who is who.
  ///
  /// @return as it was given
  public WhoIsWho who() {
    return who;
  }

  /// The disputes, each with its story.
  ///
  /// @return see [Disputes#in]
  public synchronized List<Conflict> conflicts() {
    List<Conflict> known = conflicts.orElseGet(() -> Conflicts.of(Disputes.in(statements, who.standing()), statements,
        who.standing(), new Voices(snapshot, statements, who.voices())));
    conflicts = Optional.of(known);
    return known;
  }

  /// Whose word the claims rest on.
  ///
  /// @return see [Origins#of]
  public synchronized Origins origins() {
    Origins known = origins.orElseGet(() -> Origins.of(statements, who.unlevelled(),
        new Voices(snapshot, statements, who.unlevelledVoices())));
    origins = Optional.of(known);
    return known;
  }

  /// The actors.
  ///
  /// @return see [Actors#of]
  public synchronized Actors actors() {
    Actors known = actors.orElseGet(() -> Actors.of(statements, who.names()));
    actors = Optional.of(known);
    return known;
  }

  /// How the incidents stand.
  ///
  /// @return by id
  public synchronized Map<String, IncidentStatus> statuses() {
    Map<String, IncidentStatus> known = statuses.orElseGet(() -> IncidentStatus.of(statements, incidents));
    statuses = Optional.of(known);
    return known;
  }

  /// Whom somebody is said to be part of, level by level.
  ///
  /// @param actor the actor
  /// @return see [Ladder#of]
  public Ladder ladder(Party actor) {
    return Ladder.of(snapshot, incidents, families, who.names(), actor, who.levels());
  }

  /// Writes what happened and was said.
  ///
  /// @return a writer for this snapshot
  public Chronicle.Writer chronicles() {
    return new Chronicle.Writer(snapshot, incidents, statements, who.standing(), conflicts(), origins());
  }
}
