package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tingbok.analysis.Chronicle;
import org.tingbok.analysis.Conflict;
import org.tingbok.analysis.Credibility;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Matter;
import org.tingbok.analysis.Measures;
import org.tingbok.analysis.Timeline;
import org.tingbok.analysis.Trace;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.Grade;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidBound;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NotFoundException;

/// Makes pages of origins, time lines and comparisons.
public final class Stories {
  private final Desk desk;

  /// Of one desk.
  ///
  /// @param desk a ledger as of some day
  public Stories(Desk desk) {
    this.desk = desk;
  }

  /// Whose word a claim, or the accusations of an incident, rest on.
  ///
  /// @param key id of a claim or the beginning of one, or an incident as [IncidentRoom#page] takes it
  /// @return the page
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  public OriginsPage origins(String key) {
    Optional<RecordedClaim> claim = desk.documents().claimWith(key);
    if (claim.isPresent()) {
      return new OriginsPage(claim.map(desk.cards()::claim),
          desk.cards().incidentOf(claim.get().claim()).map(Cards::name),
          desk.origins().of(claim.get().claim()).stream().map(this::matter).toList());
    }
    Incident incident = desk.incidents().first(key);
    return new OriginsPage(Optional.empty(), Optional.of(Cards.name(incident)),
        accusations(incident).stream().map(this::matter).toList());
  }

  /// What is claimed of an incident about who did it, the most origins first.
  private List<Matter> accusations(Incident incident) {
    Map<String, Matter> matters = new LinkedHashMap<>();
    for (RecordedClaim recorded : desk.incidents().claims(incident)) {
      if (recorded.claim() instanceof Claim.Attribution) {
        desk.origins().of(recorded.claim()).forEach(matter -> matters.putIfAbsent(matter.key(), matter));
      }
    }
    return matters.values().stream().sorted(Comparator.comparingInt(Matter::independent).reversed()
        .thenComparing(Comparator.comparingInt(Matter::reports).reversed()).thenComparing(Matter::key)).toList();
  }

  MatterCard matter(Matter matter) {
    Credibility credibility = Credibility.of(matter, desk.conflicts(), desk.origins());
    RecordedClaim first = matter.origins().getFirst().traces().getFirst().claim();
    return new MatterCard(what(matter, first.claim()), matter.independent(), matter.reports(),
        matter.retracted(), matter.words(), matter.circular(),
        new MatterCard.CredibilityCard(credibility.grade().code(), credibility.grade().words(), credibility.because(),
            credibility.contradicting(), credibility.denied()),
        matter.origins().stream().map(this::origin).toList());
  }

  /// What a matter claims; of an accusation, whom.
  private String what(Matter matter, Claim claim) {
    if (claim instanceof Claim.Attribution attribution) {
      return attribution.accused().stream().filter(party -> desk.cards().incidentOf(claim)
          .flatMap(incident -> desk.origins().accusation(incident, party)).filter(matter::equals).isPresent())
          .findFirst().or(() -> Optional.of(attribution.accused().getFirst()))
          .map(party -> party.name() + (party.kind() == PartyKind.DESCRIBED ? " are accused" : " is accused"))
          .orElseThrow();
    }
    return Phrase.words(Gist.of(claim));
  }

  private MatterCard.OriginCard origin(Matter.Origin origin) {
    List<String> letters = origin.names().stream().flatMap(name -> Grade.of(desk.snapshot(), name).stream())
        .flatMap(grade -> grade.reliability().stream()).map(Coded::code).distinct().toList();
    return new MatterCard.OriginCard(origin.names(), origin.lineage().code(), DateCard.of(origin.said()),
        origin.withdrawn().map(DateCard::of), origin.independent(),
        letters.isEmpty() ? Optional.empty() : Optional.of(String.join("/", letters)),
        origin.traces().stream().map(Stories::trace).toList());
  }

  private static MatterCard.TraceCard trace(Trace trace) {
    return new MatterCard.TraceCard(trace.claim().id(), trace.lineage().code(), trace.steps().stream()
        .map(step -> new MatterCard.StepCard(step.part().code(), step.who(), DateCard.of(step.when()), step.why(),
            step.document().value()))
        .toList());
  }

  /// What happened and what was said, of an incident, an actor, or between two states.
  ///
  /// @param words two states, an actor's name, or an incident as [IncidentRoom#page] takes it
  /// @return the page
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  public TimelinePage timeline(List<String> words) {
    if (words.size() == 2) {
      Optional<Party> one = state(words.getFirst());
      Optional<Party> other = state(words.getLast());
      for (String word : one.isPresent() != other.isPresent() || Lookup.stateOf(words.getFirst()).isPresent()
          && Lookup.stateOf(words.getLast()).isPresent() ? words : List.<String>of()) {
        if (state(word).isEmpty() && Lookup.stateOf(word).isPresent()) {
          throw new NotFoundException("TIMELINE_EMPTY", "nobody on record" + desk.asked() + " is of " + country(
              Lookup.stateOf(word).get()) + "; the command 'actors' and the page /between list those who are");
        }
      }
      if (one.isPresent() && other.isPresent()) {
        return page("states", "between " + one.get().name() + " and " + other.get().name(),
            desk.chronicles().states(one.get().country().orElseThrow(), other.get().country().orElseThrow()));
      }
    }
    if (words.size() == 2 && words.stream().allMatch(word -> Lookup.stateOf(word).isPresent()
        || word.matches("\\p{Lu}{2}")) && words.stream().anyMatch(word -> Lookup.stateOf(word).isPresent())) {
      words.forEach(Lookup::state);
    }
    String key = String.join(" ", words);
    Optional<Party> actor = desk.actors().named(key);
    if (actor.isPresent()) {
      return page("actor", actor.get().name(), desk.chronicles().actor(actor.get()));
    }
    Incident incident = desk.incidents().first(key);
    return page("incident", incident.name(), desk.chronicles().incident(incident));
  }

  /// A state of which anybody on record is, by its name or its two letters.
  private Optional<Party> state(String word) {
    String key = NameKey.of(word);
    List<Party> parties = desk.snapshot().claims().stream().flatMap(recorded -> recorded.claim().slots().stream())
        .map(slot -> slot.party()).filter(party -> party.country().isPresent()).toList();
    return parties.stream().filter(party -> party.kind() == PartyKind.STATE)
        .filter(party -> NameKey.of(party.name()).equals(key) || party.country().get().equalsIgnoreCase(word.strip()))
        .min(Comparator.comparing(Party::name))
        .or(() -> Lookup.stateOf(word).filter(code -> parties.stream().anyMatch(party -> party.country().get()
            .equals(code))).map(code -> new Party(country(code), PartyKind.STATE, Optional.of(code), word)))
        .or(() -> parties.stream().map(party -> party.country().get()).distinct().sorted()
            .map(code -> new Party(country(code), PartyKind.STATE,
                Optional.of(code), word))
            .filter(party -> NameKey.of(party.name()).equals(key)
                || party.country().get().equalsIgnoreCase(word.strip()))
            .findFirst());
  }

  private TimelinePage page(String kind, String of, Chronicle chronicle) {
    if (chronicle.moments().isEmpty()) {
      throw new NotFoundException("TIMELINE_EMPTY", "nothing on record of " + of + desk.asked());
    }
    Measures measures = chronicle.measures();
    return new TimelinePage(kind, of, chronicle.incidents().stream().map(Cards::name).toList(),
        chronicle.moments().stream().map(this::moment).toList(),
        measures.first().stream().map(first -> new TimelinePage.FirstCard(Cards.name(first.incident()),
            DateCard.of(first.said()), first.bound() != SaidBound.STATED, Cards.parties(first.by()),
            Cards.parties(first.accused()), first.fewest(), first.most())).toList(),
        measures.agreements().stream().map(one -> new TimelinePage.AgreementCard(one.one(), one.other(), one.same(),
            one.levels(), one.differ())).toList(),
        measures.revisions().stream().map(one -> new TimelinePage.RevisionCard(one.dispute().id(),
            one.dispute().kind().code(), DateCard.of(one.opened()), one.sentence())).toList());
  }

  private TimelinePage.MomentCard moment(Chronicle.Moment moment) {
    Optional<ClaimCard.IncidentName> incident = moment.incident().map(Cards::name);
    DateCard when = DateCard.of(moment.entry().when());
    return switch (moment.entry()) {
      case Timeline.Happened happened -> new TimelinePage.MomentCard(when, false, "happened", incident, List.of(),
          List.of(), false,
          "happened, by " + happened.accounts().stream().map(IncidentAccount::document).distinct()
              .map(desk.cards()::document).map(document -> document.publisher().orElse(Cards.title(document)))
              .distinct().limit(4).collect(Collectors.joining(", ")),
          List.of());
      case Timeline.Said said -> {
        RecordedClaim first = said.claims().getFirst();
        ClaimCard card = desk.cards().claim(first);
        yield new TimelinePage.MomentCard(when, first.bound() != SaidBound.STATED, first.claim().type().code(),
            incident, card.claimants(), card.accused().orElse(List.of()), !card.sure(), card.summary(),
            said.claims().stream().map(RecordedClaim::id).toList());
      }
      case Timeline.Retracted retracted -> {
        ClaimCard card = desk.cards().claim(retracted.claims().getFirst());
        yield new TimelinePage.MomentCard(when, false, "retracted", incident, card.claimants(), List.of(), false,
            retracted.act().by() + " " + retracted.act().kind().code() + " it: " + card.summary(),
            retracted.claims().stream().map(RecordedClaim::id).toList());
      }
    };
  }

  /// Which states accuse which, in the words of their bodies.
  ///
  /// @return the page
  public PairsPage pairs() {
    Map<String, Map<String, RecordedClaim>> byPair = new LinkedHashMap<>();
    for (RecordedClaim recorded : desk.snapshot().claims()) {
      if (recorded.standing() && recorded.claim() instanceof Claim.Attribution attribution) {
        String about = desk.cards().incidentOf(attribution).map(Incident::id).orElse(recorded.id());
        for (String one : countries(attribution.saying().claimants().stream().filter(Stories::official).toList())) {
          countries(attribution.accused()).stream().filter(other -> !other.equals(one)).forEach(other -> byPair
              .computeIfAbsent(one + " " + other, _ -> new LinkedHashMap<>())
              .merge(about, recorded, (a, b) -> first(a).isAfter(first(b)) ? b : a));
        }
      }
    }
    return new PairsPage(byPair.entrySet().stream().map(entry -> {
      String one = entry.getKey().substring(0, 2);
      String other = entry.getKey().substring(3);
      RecordedClaim first = entry.getValue().values().stream().min(Comparator.comparing(Stories::first)).orElseThrow();
      return new PairsPage.Pair(one, country(one), other, country(other), entry.getValue().size(),
          DateCard.of(first.said()));
    }).sorted(Comparator.comparingInt(PairsPage.Pair::incidents).reversed().thenComparing(PairsPage.Pair::name)
        .thenComparing(PairsPage.Pair::otherName)).toList());
  }

  private static boolean official(Party party) {
    return party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY;
  }

  private static Set<String> countries(List<Party> parties) {
    return parties.stream().flatMap(party -> party.country().stream()).filter(code -> code.length() == 2)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static LocalDate first(RecordedClaim recorded) {
    return recorded.said().last().orElse(LocalDate.MAX);
  }

  private static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  /// Two incidents, two actors or two claimants side by side; who accuses others is a claimant, if it is no group.
  ///
  /// @param a the one
  /// @param b the other, of the same kind
  /// @return the page
  /// @throws NotFoundException `COMPARE_UNKNOWN` if the two are not of one kind on record
  public ComparePage compare(String a, String b) {
    Optional<Party> actorA = desk.actors().named(a);
    Optional<Party> actorB = desk.actors().named(b);
    Map<String, List<Claim.Attribution>> ofA = attributions(a);
    Map<String, List<Claim.Attribution>> ofB = attributions(b);
    one(a, b);
    boolean groups = actorA.filter(party -> party.kind() == PartyKind.THREAT_ACTOR).isPresent()
        && actorB.filter(party -> party.kind() == PartyKind.THREAT_ACTOR).isPresent();
    if (!groups && !ofA.isEmpty() && !ofB.isEmpty()) {
      return claimants(Namesakes.filed(a).orElse(a), ofA, Namesakes.filed(b).orElse(b), ofB);
    }
    if (actorA.isPresent() && actorB.isPresent()) {
      return actors(actorA.get(), actorB.get());
    }
    Optional<Incident> one = desk.incidents().found(a);
    Optional<Incident> other = desk.incidents().found(b);
    if (one.isPresent() && other.isPresent()) {
      return incidents(one.get(), other.get());
    }
    throw new NotFoundException("COMPARE_UNKNOWN", is(a, one, actorA, ofA) + ", " + is(b, other, actorB, ofB)
        + desk.asked() + "; give two incidents, two actors or two claimants");
  }

  /// Refuses to compare a body with itself, or with a person who speaks for it.
  private void one(String a, String b) {
    boolean spoken = desk.voices(a).contains(NameKey.of(b)) || desk.voices(b).contains(NameKey.of(a));
    if (!NameKey.of(a).equals(NameKey.of(b)) && spoken) {
      throw new BadInputException("COMPARE_ONE", "'" + a + "' and '" + b + "' speak with one voice, "
          + Namesakes.filed(a).or(() -> Namesakes.filed(b)).orElse(a) + "; 'claims --claimant' lists what it says");
    }
  }

  private String is(String name, Optional<Incident> incident, Optional<Party> actor,
      Map<String, List<Claim.Attribution>> attributions) {
    String what = incident.isPresent() ? "an incident"
        : !attributions.isEmpty() ? "a claimant"
            : actor.isPresent() ? "an actor that attributes nothing" : "";
    return what.isEmpty() ? "'" + name + "' is no incident, actor or claimant of an attribution"
        + desk.used().suggestion(name) : "'" + name + "' is " + what;
  }

  private static ComparePage.Row row(String what, Set<String> a, Set<String> b) {
    return new ComparePage.Row(what, a.stream().filter(b::contains).toList(),
        a.stream().filter(one -> !b.contains(one)).toList(), b.stream().filter(one -> !a.contains(one)).toList(), "");
  }

  private ComparePage incidents(Incident a, Incident b) {
    List<ComparePage.Row> rows = new ArrayList<>();
    IncidentPage one = IncidentPages.of(desk, a);
    IncidentPage other = IncidentPages.of(desk, b);
    rows.add(row("victims", names(one.card().victims()), names(other.card().victims())));
    rows.add(row("countries", new TreeSet<>(one.card().countries()), new TreeSet<>(other.card().countries())));
    rows.add(row("happened", Set.of(one.card().period().words()), Set.of(other.card().period().words())));
    Function<IncidentPage, Set<String>> accused = page -> page.card().held().stream()
        .map(held -> held.party().name() + ", " + held.originWords()).collect(Collectors.toCollection(TreeSet::new));
    Function<IncidentPage, Set<String>> whom = page -> page.card().held().stream().map(held -> held.party().name())
        .collect(Collectors.toCollection(TreeSet::new));
    rows.add(row("accused", whom.apply(one), whom.apply(other)));
    rows.add(row("accused, with origins", accused.apply(one), accused.apply(other)));
    rows.add(row("accused by", accusers(one), accusers(other)));
    rows.add(row("denied by", deniers(one.denials()), deniers(other.denials())));
    rows.add(row("answered by", deniers(one.responses()), deniers(other.responses())));
    rows.add(row("conflicts", kinds(one), kinds(other)));
    rows.add(row("first attributed", first(a), first(b)));
    return new ComparePage("incidents", a.name(), b.name(), rows);
  }

  private Set<String> first(Incident incident) {
    return desk.chronicles().incident(incident).measures().first().stream()
        .map(one -> DateCard.of(one.said()).words() + " by "
            + String.join(", ", one.by().stream().map(Party::name).toList()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(List<PartyCard> parties) {
    return parties.stream().map(PartyCard::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> accusers(IncidentPage page) {
    return page.card().held().stream().flatMap(held -> held.holdings().stream())
        .map(holding -> holding.claimant().name()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> deniers(List<ClaimCard> claims) {
    return claims.stream().flatMap(claim -> claim.claimants().stream()).map(PartyCard::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> kinds(IncidentPage page) {
    return page.disputes().stream().map(DisputeCard::kind).collect(Collectors.toCollection(TreeSet::new));
  }

  private ComparePage actors(Party a, Party b) {
    ActorPage one = desk.actors().page(a.name());
    ActorPage other = desk.actors().page(b.name());
    List<ComparePage.Row> rows = new ArrayList<>();
    rows.add(row("state", new TreeSet<>(one.party().country().stream().toList()),
        new TreeSet<>(other.party().country().stream().toList())));
    rows.add(row("names under the view", new TreeSet<>(one.known()), new TreeSet<>(other.known())));
    Function<ActorPage, Set<String>> sponsors = page -> page.affiliations().stream()
        .flatMap(claim -> claim.sponsor().stream()).map(PartyCard::name)
        .filter(name -> !name.equals(page.party().name())).collect(Collectors.toCollection(TreeSet::new));
    rows.add(row("acts for, belongs to", sponsors.apply(one), sponsors.apply(other)));
    Function<ActorPage, Set<String>> accusedOf = page -> page.roles().stream()
        .filter(role -> !role.accused().isEmpty()).map(role -> role.incident().name())
        .collect(Collectors.toCollection(TreeSet::new));
    rows.add(row("accused of", accusedOf.apply(one), accusedOf.apply(other)));
    Function<ActorPage, Set<String>> accusers = page -> page.roles().stream().flatMap(role -> role.accused().stream())
        .flatMap(claim -> claim.claimants().stream()).map(PartyCard::name)
        .collect(Collectors.toCollection(TreeSet::new));
    rows.add(row("accused by", accusers.apply(one), accusers.apply(other)));
    List<String> between = desk.snapshot().claims().stream()
        .filter(recorded -> recorded.claim() instanceof Claim.Alias alias
            && (named(alias.first(), a) && named(alias.second(), b)
                || named(alias.first(), b) && named(alias.second(), a)))
        .map(recorded -> Phrase.words(Gist.of(recorded.claim()))).distinct().toList();
    rows.add(new ComparePage.Row("said of the two", between, List.of(), List.of(), ""));
    return new ComparePage("actors", a.name(), b.name(), rows);
  }

  private boolean named(Party one, Party other) {
    return desk.names().key(one.name()).equals(desk.names().key(other.name()));
  }

  /// The attributions of a claimant by incident.
  private Map<String, List<Claim.Attribution>> attributions(String claimant) {
    Map<String, List<Claim.Attribution>> byIncident = new LinkedHashMap<>();
    Set<String> keys = desk.voices(claimant);
    for (RecordedClaim recorded : desk.snapshot().claims()) {
      if (recorded.standing() && recorded.claim() instanceof Claim.Attribution attribution
          && attribution.saying().claimants().stream().anyMatch(party -> keys.contains(NameKey.of(party.name())))) {
        desk.cards().incidentOf(attribution).ifPresent(
            incident -> byIncident.computeIfAbsent(incident.id(), _ -> new ArrayList<>()).add(attribution));
      }
    }
    return byIncident;
  }

  private ComparePage claimants(String a, Map<String, List<Claim.Attribution>> ofA, String b,
      Map<String, List<Claim.Attribution>> ofB) {
    List<ComparePage.Row> rows = new ArrayList<>();
    Set<String> all = new LinkedHashSet<>(ofA.keySet());
    all.retainAll(ofB.keySet());
    for (String id : all) {
      Set<String> one = accused(ofA.getOrDefault(id, List.of()));
      Set<String> other = accused(ofB.getOrDefault(id, List.of()));
      ComparePage.Row row = row(desk.incidents().first(id).name(), one, other);
      boolean rivals = desk.conflicts().stream().map(Conflict::dispute)
          .filter(dispute -> dispute.kind() == org.tingbok.analysis.DisputeKind.RIVAL_ACCUSED
              && dispute.incident().filter(id::equals).isPresent())
          .anyMatch(dispute -> dispute.sides().stream().filter(side -> side.claims().stream().anyMatch(
              claim -> ofA.getOrDefault(id, List.of()).contains(claim.claim())
                  || ofB.getOrDefault(id, List.of()).contains(claim.claim())))
              .count() > 1);
      rows.add(new ComparePage.Row(row.what(), row.both(), row.onlyA(), row.onlyB(),
          !row.both().isEmpty() ? "same" : rivals ? "differ" : "levels"));
    }
    rows.add(row("attributed at all", incidents(ofA), incidents(ofB)));
    return new ComparePage("claimants", a, b, rows);
  }

  private Set<String> incidents(Map<String, List<Claim.Attribution>> attributions) {
    return attributions.keySet().stream().map(id -> desk.incidents().first(id).name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> accused(List<Claim.Attribution> attributions) {
    return attributions.stream().flatMap(one -> one.accused().stream()).map(Party::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
