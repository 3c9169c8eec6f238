package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tingbok.analysis.ActorProfile;
import org.tingbok.analysis.Actors;
import org.tingbok.analysis.Analysis;
import org.tingbok.analysis.Chronicle;
import org.tingbok.analysis.Conflict;
import org.tingbok.analysis.Conflicts;
import org.tingbok.analysis.Contradiction;
import org.tingbok.analysis.Dispute;
import org.tingbok.analysis.Disputes;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Incidents;
import org.tingbok.analysis.Ladder;
import org.tingbok.analysis.NameClaims;
import org.tingbok.mention.NameKey;
import org.tingbok.analysis.NameStatement;
import org.tingbok.analysis.Names;
import org.tingbok.analysis.Origins;
import org.tingbok.analysis.SameStory;
import org.tingbok.analysis.View;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.NameDecision;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.NotFoundException;

/// Answers questions about a ledger as of one day. Immutable and safe to share.
///
/// An incident keeps its id whatever day is asked for: which accounts are of one incident follows from everything on
/// record, what had been said of it from the day.
public final class Desk {
  private static final Function<String, Optional<NameLevel>> LEVELS =
      org.tingbok.reading.knowledge.Names.standard()::level;

  private final Analysis now;
  private final Snapshot snapshot;
  private final List<Incident> incidents;
  private final Map<String, Incident> incidentById = new LinkedHashMap<>();
  private final Map<String, List<RecordedClaim>> claimsByIncident = new HashMap<>();
  private final Map<DocumentId, List<RecordedClaim>> claimsByDocument = new HashMap<>();
  private final Map<String, RecordedClaim> claimById = new LinkedHashMap<>();
  private final List<Family> families;
  private final Map<DocumentId, Family> familyOf;
  private final List<Dispute> disputes;
  private final List<Conflict> conflicts;
  private final Origins origins;
  private final Actors actors;
  private final Cards cards;
  private final OnRecord onRecord;
  private final Names names;

  private Desk(Analysis now, Snapshot then, OnRecord onRecord, Optional<View> view) {
    boolean all = then.asOf().equals(now.snapshot().asOf());
    this.now = now;
    this.snapshot = then;
    this.onRecord = onRecord;
    for (RecordedClaim recorded : snapshot.claims()) {
      claimById.putIfAbsent(recorded.id(), recorded);
      claimsByDocument.computeIfAbsent(recorded.claim().document(), _ -> new ArrayList<>()).add(recorded);
    }
    this.families = all ? now.families() : SameStory.group(snapshot.documents().values());
    this.familyOf = SameStory.byMember(families);
    List<Incident> known = all ? now.incidents() : Incidents.asOf(now.incidents(), snapshot);
    this.cards = new Cards(snapshot, known, Copies.of(families, this::claimsIn));
    for (RecordedClaim recorded : snapshot.claims()) {
      cards.incidentOf(recorded.claim()).ifPresent(incident -> claimsByIncident
          .computeIfAbsent(incident.id(), _ -> new ArrayList<>()).add(recorded));
    }
    this.incidents = known.stream().filter(incident -> claimsByIncident.containsKey(incident.id())).toList();
    incidents.forEach(incident -> incident.ids().forEach(id -> incidentById.put(id, incident)));
    NameClaims said = all ? now.nameClaims() : NameClaims.in(snapshot, families);
    view.ifPresent(asked -> check(asked, now.nameClaims()));
    this.names = Names.under(said, view.orElse(View.ANY));
    boolean usual = all && view.orElse(View.ANY).equals(View.ANY);
    this.disputes = usual ? now.disputes()
        : Disputes.in(snapshot, incidents, families, names, LEVELS);
    this.conflicts = usual ? now.conflicts()
        : Conflicts.of(disputes, snapshot, incidents, families, names, LEVELS);
    this.origins = usual ? now.origins() : Origins.of(snapshot, incidents, families, names);
    this.actors = usual ? now.actors() : Actors.of(snapshot, incidents, names);
  }

  /// Refuses an authority that says nothing of names: a misspelt one would look like one that joins nothing.
  private static void check(View view, NameClaims claims) {
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
    OnRecord onRecord = OnRecord.of(ledger);
    Analysis now = Analysis.of(ledger.asOf(AsOf.NOW), LEVELS);
    return new Desk(now, asOf.equals(AsOf.NOW) ? now.snapshot() : ledger.asOf(asOf), onRecord, view);
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
    return new Desk(now, asOf.equals(AsOf.NOW) ? now.snapshot() : ledger.asOf(asOf), onRecord, view);
  }

  /// Which names are one as of the day, under the view.
  ///
  /// @return under [View#ANY] if none was asked for
  public Names names() {
    return names;
  }

  /// The views that it makes sense to offer: the general ones, and the publishers of lists.
  ///
  /// @return as [View#parse] reads them
  public List<String> views() {
    List<String> views = new ArrayList<>(List.of("any", "any+overlap", "2-origins", "all", "none"));
    now.nameClaims().publishers().forEach(name -> views.add(View.parse(shortName(name)).text()));
    return views.stream().distinct().toList();
  }

  private static String shortName(String publisher) {
    return switch (publisher) {
      case "MITRE ATT&CK" -> "attack";
      case "MISP galaxy" -> "misp";
      default -> publisher.replace(",", " ");
    };
  }

  /// The days from the first to the last on which anything was said of a name, whatever day is asked for.
  ///
  /// @param name a name
  /// @return in order; possibly none
  public List<LocalDate> daysOf(String name) {
    return List.copyOf(now.nameClaims().days(name));
  }

  /// Who says what of a name, and what follows under the view.
  ///
  /// @param name the name
  /// @return the page
  /// @throws NotFoundException `NAME_UNKNOWN` if nobody says anything of it, and the tables that ship know nothing of it
  public NamesPage namesOf(String name) {
    boolean onRecord = names.claims().knows(name);
    Optional<KnownName> known = knowledge(name);
    if (!onRecord && known.isEmpty()) {
      throw new NotFoundException("NAME_UNKNOWN",
          "nobody says anything of the name '" + name + "'" + asked() + "; 'names import' records a list");
    }
    return onRecord ? NamesPages.of(names.claims(), names, name, known)
        : new NamesPage(name.strip(), names.view().text(), List.of(), List.of(), List.of(), List.of(), List.of(),
            known);
  }

  /// Whether an actor or a party that is spoken of has exactly this name or id, or a list or document gives it as a name.
  ///
  /// @param key a name or an id
  /// @return false if only a part of a name would fit
  public boolean onRecord(String key) {
    return key.contains("--") || names.claims().knows(key) || actors.find(key).isPresent();
  }

  /// What the tables that ship with the reader know of a name, whether or not the ledger speaks of it.
  ///
  /// @param name any name
  /// @return empty if they know nothing
  public Optional<KnownName> knowledge(String name) {
    return name.isBlank() ? Optional.empty()
        : Optional.of(KnownNames.of(name, names.claims().knows(name), snapshot.asOf().said()))
            .filter(known -> !known.nothing());
  }

  /// What a name denotes under the view.
  ///
  /// @param name any name
  /// @return the name itself if nobody says anything of it
  public ResolvedName resolved(String name) {
    String view = names.view().text();
    if (name.isBlank() || !names.claims().knows(name)) {
      return new ResolvedName(name, name, name.isBlank() ? List.of() : List.of(name), List.of(), List.of(), "unknown",
          view, knowledge(name).flatMap(KnownName::inference));
    }
    Names.Actor actor = names.actor(name);
    List<String> own = spelt(actor.names());
    List<List<String>> either = actor.either().stream().map(this::spelt).toList();
    return new ResolvedName(name, names.label(name), own, either, names.joining(name),
        !either.isEmpty() ? "either" : own.size() > 1 ? "known" : "alone", view, Optional.empty());
  }

  private List<String> spelt(Set<String> spellings) {
    return spellings.stream().map(names.claims()::spelling).distinct().sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }

  /// What analysts decided by the day that names mean in texts, those decisions that were taken back included.
  ///
  /// @return the earliest first
  public List<NameDecision> meanings() {
    return snapshot.names().meanings();
  }

  /// Which names somebody joins and somebody else keeps apart.
  ///
  /// @return all of them, by name
  public ContradictionsPage contradictions() {
    Contradiction.Account account = Contradiction.in(names.claims());
    return new ContradictionsPage(account.pairs(), account.contradictions().size(), account.contradictions().stream()
        .map(one -> new ContradictionsPage.Pair(one.first(), one.second(), sides(one.joined()), sides(one.apart())))
        .toList());
  }

  private static List<ContradictionsPage.Side> sides(List<Contradiction.Side> sides) {
    return sides.stream().map(side -> new ContradictionsPage.Side(side.claimant(),
        onceByWords(side.texts()).stream().map(NamesPages::link).toList())).toList();
  }

  /// A list that says the same of both names is quoted once.
  private static List<NameStatement> onceByWords(List<NameStatement> texts) {
    Set<List<String>> told = new HashSet<>();
    return texts.stream().filter(text -> told.add(List.of(text.first(), text.words()))).toList();
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Cards cards() {
    return cards;
  }

  List<Family> families() {
    return families;
  }

  Optional<Family> familyOf(DocumentId document) {
    return Optional.ofNullable(familyOf.get(document));
  }

  List<Conflict> conflicts() {
    return conflicts;
  }

  Origins origins() {
    return origins;
  }

  Chronicle.Writer chronicles() {
    return new Chronicle.Writer(snapshot, incidents, families, names, LEVELS, conflicts, origins);
  }

  /// A claim by its id or the beginning of it; empty if nothing fits.
  Optional<RecordedClaim> claimOf(String key) {
    return byPrefix(claimById, key, "claim--");
  }

  Incident incidentOf(String key) {
    return find(key).getFirst();
  }

  Optional<Incident> findIncident(String key) {
    try {
      return Optional.of(incidentOf(key));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /// Somebody who is accused, named otherwise or said to act for somebody, under exactly this name.
  Optional<Party> partyNamed(String name) {
    return actors.find(name).map(ActorProfile::party);
  }

  List<Conflict> conflictsOn(Incident incident) {
    return conflicts.stream()
        .filter(conflict -> conflict.dispute().incident().filter(incident.id()::equals).isPresent()).toList();
  }

  List<Dispute> disputesOn(Incident incident) {
    return disputes.stream().filter(dispute -> dispute.incident().filter(incident.id()::equals).isPresent()).toList();
  }

  List<RecordedClaim> claimsOn(Incident incident) {
    return claimsByIncident.getOrDefault(incident.id(), List.of());
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
    claimById.values().forEach(recorded -> byType.merge(recorded.claim().type().code(), 1, Integer::sum));
    return new Summary(snapshot.documents().size(), snapshot.documents().size() - families.size(), claimById.size(),
        byType, incidents.size(), disputes.size());
  }

  /// Numbers of what is on record.
  ///
  /// @param documents documents, copies included
  /// @param copies how many of them are copies or near copies of others
  /// @param claims claims
  /// @param byType claims by type, every type named
  /// @param incidents incidents
  /// @param disputes disputes
  public record Summary(int documents, int copies, int claims, Map<String, Integer> byType, int incidents,
      int disputes) {
    /// Copies the map and keeps its order.
    public Summary {
      byType = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byType));
    }
  }

  /// The incidents.
  ///
  /// @param words what their names, victims, countries, accused or claimants must hold, each word of it; blank for all
  /// @return the one last spoken of first
  public List<IncidentCard> incidents(String words) {
    List<String> wanted = wanted(words);
    return incidents.stream().filter(incident -> matches(incident, wanted)).map(this::card)
        .sorted(Comparator.comparing((IncidentCard card) -> card.lastSaid().to().orElse("")).reversed()
            .thenComparing(IncidentCard::name).thenComparing(IncidentCard::id))
        .toList();
  }

  /// One incident.
  ///
  /// @param key its id, a prefix of it that no other has, or words of its name or victims
  /// @return what is on record about it
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if a prefix fits several
  public IncidentPage incident(String key) {
    return IncidentPages.of(this, find(key).getFirst());
  }

  /// How documents tell of an incident.
  ///
  /// @param key as for [#incident]
  /// @return its accounts
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  public List<IncidentAccount> accounts(String key) {
    return find(key).getFirst().accounts();
  }

  /// Which further incidents fit words that [#incident] was asked with.
  ///
  /// @param key the same words
  /// @return possibly none
  public List<IncidentCard> alsoFitting(String key) {
    List<Incident> fitting = find(key);
    return fitting.subList(1, fitting.size()).stream().map(this::card).toList();
  }

  /// The one incident that a decision is about.
  ///
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `INCIDENT_AMBIGUOUS` if words fit several
  Incident one(String key) {
    List<Incident> fitting = find(key);
    if (fitting.size() > 1) {
      throw new BadInputException("INCIDENT_AMBIGUOUS", fitting.size() + " incidents fit '" + key + "', "
          + fitting.getFirst().id() + " and " + fitting.get(1).id() + " among them; give the beginning of an id");
    }
    return fitting.getFirst();
  }

  /// The incident of an id, if anything had been said of it by the day.
  Optional<Incident> incidentOfId(String id) {
    return Optional.ofNullable(incidentById.get(id));
  }

  /// The incident that an account tells of.
  ///
  /// @param account which account of which document
  /// @return empty if it is not on record
  public Optional<Incident> incidentOf(AccountRef account) {
    return accountOf(account).flatMap(one -> now.incidents().stream()
        .filter(incident -> incident.accounts().contains(one)).findFirst());
  }

  /// An account on record.
  Optional<IncidentAccount> accountOf(AccountRef account) {
    String id = account.id();
    return now.incidents().stream().flatMap(incident -> incident.accounts().stream())
        .filter(one -> one.id().equals(id)).findFirst();
  }

  /// What analysts found of the accounts of an incident, as far as it stands.
  List<Act.Grouped> groupings(Incident incident) {
    return now.groupings(incident);
  }

  /// What analysts found of any accounts, as far as it stands.
  List<Act.Grouped> groupings() {
    return now.incidents().stream().flatMap(incident -> now.groupings(incident).stream()).distinct().toList();
  }

  private List<Incident> find(String key) {
    Optional<Incident> byId = byPrefix(incidentById, key, "incident--");
    if (byId.isPresent()) {
      return List.of(byId.get());
    }
    List<String> wanted = wanted(key);
    List<Incident> fitting = wanted.isEmpty() ? List.of()
        : incidents.stream()
            .filter(incident -> wanted.stream().allMatch(named(incident)::contains))
            .sorted(Comparator.comparing((Incident incident) -> victims(incident).stream()
                .noneMatch(victim -> NameKey.of(victim.name()).equals(NameKey.of(key))))
                .thenComparingInt(incident -> -claimsOn(incident).size()).thenComparing(Incident::id))
            .toList();
    if (fitting.isEmpty()) {
      throw new NotFoundException("INCIDENT_UNKNOWN", "no incident fits '" + key + "'" + asked()
          + "; the command 'incidents' lists them");
    }
    return fitting;
  }

  String asked() {
    return snapshot.asOf().said().map(day -> " as of " + day + (snapshot.unplaced() == 0 ? ""
        : " (" + snapshot.unplaced() + " claims cannot be placed before or after it)")).orElse("");
  }

  IncidentCard card(Incident incident) {
    return IncidentPages.card(this, incident);
  }

  /// The victims that had been told of by the day asked for.
  List<Party> victims(Incident incident) {
    Map<String, Party> victims = new java.util.TreeMap<>();
    claimsOn(incident).forEach(recorded -> recorded.claim().account().ifPresent(account -> account.victims()
        .forEach(victim -> victims.putIfAbsent(NameKey.of(victim.name()), victim))));
    return List.copyOf(victims.values());
  }

  private static List<String> wanted(String words) {
    List<String> wanted = new ArrayList<>();
    for (String word : words.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        wanted.add(NameKey.of(word));
      }
    }
    return wanted;
  }

  /// The name and the victims as one key to search in.
  private String named(Incident incident) {
    StringBuilder named = new StringBuilder(NameKey.of(incident.name()));
    victims(incident).forEach(victim -> named.append(' ').append(NameKey.of(victim.name())));
    incident.accounts().forEach(account -> account.names().forEach(name -> named.append(' ').append(NameKey.of(name))));
    return named.toString();
  }

  private boolean matches(Incident incident, List<String> wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    StringBuilder text = new StringBuilder(named(incident));
    incident.countries().forEach(country -> text.append(' ').append(country.toLowerCase(Locale.ROOT)));
    claimsOn(incident).forEach(recorded -> Phrase.words(Gist.of(recorded.claim())).lines()
        .forEach(line -> text.append(' ').append(NameKey.of(line))));
    return wanted.stream().allMatch(text.toString()::contains);
  }

  /// The actors that are accused, named otherwise, or said to act for somebody.
  ///
  /// @return by name
  public List<ActorPage> actors() {
    Set<String> told = new HashSet<>();
    return actors.all().stream().filter(profile -> told.add(names.key(profile.party().name()))
        || profile.party().kind() != PartyKind.THREAT_ACTOR).map(profile -> actorPage(profile, false)).toList();
  }

  /// One actor.
  ///
  /// @param key its name, a name that somebody gives it, part of a name, its id or a prefix of it
  /// @return what is on record about it
  /// @throws NotFoundException `ACTOR_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if a prefix fits several
  public ActorPage actor(String key) {
    Optional<ActorProfile> found = actors.find(key);
    if (found.isEmpty()) {
      Map<String, ActorProfile> byId = new LinkedHashMap<>();
      actors.all().forEach(profile -> byId.put(profile.id(), profile));
      found = byPrefix(byId, key, "intrusion-set--").or(() -> byPrefix(byId, key, "identity--"));
    }
    if (found.isEmpty() && names.claims().knows(key)) {
      String name = names.claims().spelling(key);
      Party listed = new Party(name, PartyKind.THREAT_ACTOR, Optional.empty(), name);
      return new ActorPage(listed.id(), PartyCard.of(listed), names.view().text(), known(name),
          Optional.of(ladder(listed)), List.of(), List.of(), List.of());
    }
    if (found.isEmpty() && !key.isBlank()) {
      String wanted = NameKey.of(key);
      found = actors.all().stream().filter(profile -> NameKey.of(profile.party().name()).contains(wanted))
          .min(Comparator.comparingInt((ActorProfile profile) -> -profile.roles().size())
              .thenComparing(profile -> profile.party().name()));
    }
    return actorPage(found.orElseThrow(() -> new NotFoundException("ACTOR_UNKNOWN", "nobody on record is called '"
        + key + "'" + asked() + "; the command 'actors' lists them")), true);
  }

  private LadderCard ladder(Party actor) {
    return LadderCard.of(Ladder.of(snapshot, incidents, families, names, actor,
        org.tingbok.reading.knowledge.Names.standard()::level), cards);
  }

  /// An actor under all the names that the view gives it.
  private ActorPage actorPage(ActorProfile profile, boolean alone) {
    List<ActorProfile> profiles = new ArrayList<>(List.of(profile));
    Set<String> ids = new HashSet<>(Set.of(profile.id()));
    for (String name : names.actor(profile.party().name()).names()) {
      actors.named(name).filter(other -> ids.add(other.id())).ifPresent(profiles::add);
    }
    Map<String, ActorPage.RoleCard> roles = new LinkedHashMap<>();
    List<ActorPage.NameCard> others = new ArrayList<>();
    List<RecordedClaim> affiliations = new ArrayList<>();
    for (ActorProfile one : profiles) {
      one.names().forEach(name -> others.add(new ActorPage.NameCard(name.name(), name.relation().code(), name.first(),
          cards.claims(name.claims()))));
      one.affiliations().stream().filter(claim -> !affiliations.contains(claim)).forEach(affiliations::add);
      for (ActorProfile.Role role : one.roles()) {
        Optional.ofNullable(incidentById.get(role.incident())).ifPresent(incident -> roles.merge(incident.id(),
            new ActorPage.RoleCard(Cards.name(incident), cards.claims(role.accused()), cards.claims(role.cleared()),
                cards.claims(role.denials())),
            ActorPage.RoleCard::and));
      }
    }
    return new ActorPage(profile.id(), PartyCard.of(profile.party()), names.view().text(),
        known(profile.party().name()), alone ? Optional.of(ladder(profile.party())) : Optional.empty(),
        others.stream().distinct().toList(), cards.claims(affiliations),
        List.copyOf(roles.values()));
  }

  /// The other names that the view gives an actor, each as it is usually spelt.
  private List<String> known(String name) {
    return names.actor(name).names().stream().map(names.claims()::spelling).distinct()
        .filter(other -> !NameKey.of(other).equals(NameKey.of(name))).sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }

  /// The disputes.
  ///
  /// @return those about incidents first
  public List<DisputeCard> disputes() {
    return conflicts.stream()
        .sorted(Comparator.comparing((Conflict conflict) -> conflict.dispute().incident().isEmpty()))
        .map(cards::conflict).toList();
  }

  /// One claim in its place.
  ///
  /// @param key its id or a prefix of it that no other has
  /// @return the claim
  /// @throws NotFoundException `CLAIM_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if it fits several
  public ClaimPage claim(String key) {
    Optional<RecordedClaim> there = byPrefix(claimById, key, "claim--");
    if (there.isPresent()) {
      return DocumentPages.claim(this, there.get(), Optional.empty());
    }
    // As an analyst corrected it, it has another id; what is no longer on record has a story.
    Map<String, RecordedClaim> corrected = new LinkedHashMap<>();
    claimById.values().forEach(recorded -> corrected.putIfAbsent(recorded.claim().id(), recorded));
    Optional<RecordedClaim> now = byPrefix(corrected, key, "claim--");
    if (now.isPresent()) {
      return DocumentPages.claim(this, now.get(), Optional.empty());
    }
    RecordedClaim recorded = byPrefix(onRecord.gone(snapshot), key, "claim--")
        .orElseThrow(() -> new NotFoundException("CLAIM_UNKNOWN", "no claim has the id " + key + asked()
            + "; 'incident' and 'read' print ids"));
    Optional<String> why = recorded.acts().stream().map(Act.Recorded::act)
        .filter(act -> act instanceof Act.Misread || act instanceof Act.Ruled).reduce((_, last) -> last)
        .flatMap(ActWords::of);
    return DocumentPages.claim(this, recorded, why.or(() -> Optional.of("no longer on record")));
  }

  /// How the publisher of a document went back on it, as of the day.
  Optional<Act.Retracted> retraction(DocumentId document) {
    return snapshot.acts().stream().map(Act.Recorded::act).filter(Act.Retracted.class::isInstance)
        .map(Act.Retracted.class::cast).filter(act -> act.subject().equals(document.value()))
        .reduce((_, last) -> last);
  }

  /// One document.
  ///
  /// @param key its id or a prefix of it that no other has
  /// @return the document with its claims
  /// @throws NotFoundException `DOCUMENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if it fits several
  public DocumentPage document(String key) {
    Map<String, Document> byId = new LinkedHashMap<>();
    snapshot.documents().values().forEach(document -> byId.put(document.id().value(), document));
    Document document = byPrefix(byId, key, "document--").orElseThrow(() -> new NotFoundException("DOCUMENT_UNKNOWN",
        "no document has the id " + key + asked() + "; every claim names its document"));
    return DocumentPages.of(this, document);
  }

  /// The documents.
  ///
  /// @return the last published first
  public List<ClaimCard.DocumentCard> documents() {
    Function<Document, LocalDate> day = document -> document.published().first().orElse(LocalDate.MIN);
    return snapshot.documents().values().stream().sorted(Comparator.comparing(day).reversed())
        .map(cards::documentCard).toList();
  }

  List<RecordedClaim> claimsIn(DocumentId document) {
    return claimsByDocument.getOrDefault(document, List.of());
  }

  List<Unread> unreadIn(DocumentId document) {
    return onRecord.unread(document);
  }

  /// What an id or a prefix of one denotes; the type may be left out.
  private static <T> Optional<T> byPrefix(Map<String, T> byId, String key, String type) {
    String lower = key.strip().toLowerCase(Locale.ROOT);
    String prefix = lower.startsWith(type) ? lower : type + lower;
    if (!prefix.substring(type.length()).matches("[0-9a-f][0-9a-f-]{3,}")) {
      return Optional.empty();
    }
    Set<String> ids = new HashSet<>();
    Set<T> different = new HashSet<>();
    Optional<T> found = Optional.empty();
    for (Map.Entry<String, T> entry : byId.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        ids.add(entry.getKey());
        different.add(entry.getValue());
        found = Optional.of(entry.getValue());
      }
    }
    if (different.size() > 1) {
      throw new BadInputException("ID_AMBIGUOUS", key + " begins " + ids.size() + " ids, "
          + ids.stream().min(Comparator.naturalOrder()).orElseThrow() + " among them; give more of it");
    }
    return found;
  }
}
