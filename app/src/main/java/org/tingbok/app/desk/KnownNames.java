package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.reading.knowledge.ActorName;
import org.tingbok.reading.knowledge.BodyChange;
import org.tingbok.reading.knowledge.ComposedName;
import org.tingbok.reading.knowledge.Convention;
import org.tingbok.reading.knowledge.Gazetteer;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.knowledge.OfficeHolder;
import org.tingbok.reading.knowledge.Portfolios;
import org.tingbok.vocabulary.PartialDate;

/// Asks the tables that ship with the reader after one name.
final class KnownNames {
  private final Names names = Names.standard();
  private final Gazetteer gazetteer = Gazetteer.standard();
  private final Optional<LocalDate> day;

  private KnownNames(Optional<LocalDate> day) {
    this.day = day;
  }

  /// What is known of a name.
  ///
  /// @param name the name, in any case
  /// @param onRecord whether the ledger speaks of it
  /// @param day as of when; bodies' changes and offices bear days, actors' names do not
  static KnownName of(String name, boolean onRecord, Optional<LocalDate> day) {
    return new KnownNames(day).known(name.strip(), onRecord);
  }

  private KnownName known(String name, boolean onRecord) {
    List<KnownName.Actor> actors = actors(name);
    List<Gazetteer.Body> bodies = gazetteer.bodies(name);
    List<Gazetteer.State> states = gazetteer.states(name);
    boolean listed = !actors.isEmpty() || !bodies.isEmpty() || !states.isEmpty();
    return new KnownName(name, onRecord, actors, listed ? List.of() : conventions(name),
        bodies.stream().map(body -> body(body, name)).toList(),
        states.stream().map(state -> state(state, name)).toList(),
        listed ? List.of() : composed(name), held(name), names.lookAlike(name)
            .map(one -> new KnownName.LookAlike(List.copyOf(one.also()), one.otherwise())),
        otherwise(name));
  }

  /// The offices of whoever has this name; a text often gives the surname alone.
  private List<KnownName.Office> held(String name) {
    List<OfficeHolder> holders = names.offices(name);
    if (holders.isEmpty()) {
      String wanted = " " + name.toLowerCase(Locale.ROOT);
      holders = names.officeHolders().stream()
          .filter(holder -> holder.person().toLowerCase(Locale.ROOT).endsWith(wanted)).toList();
    }
    return once(holders.stream().filter(this::begun).toList());
  }

  private List<KnownName.Composed> composed(String name) {
    return Portfolios.standard().read(name).stream().map(one -> {
      List<OfficeHolder> holders = one.sort() == ComposedName.Sort.OFFICE && one.iso2().isPresent()
          ? names.officeHolders().stream().filter(holder -> holder.body().country().equals(one.iso2())
              && Portfolios.standard().portfolio(holder.office()).filter(one.portfolio()::equals).isPresent()
              && day.map(holder::on).orElse(true)).toList()
          : List.of();
      Optional<Gazetteer.State> host = one.place().flatMap(place -> gazetteer.states(place).stream().findFirst());
      return new KnownName.Composed(one.sort().name().toLowerCase(Locale.ROOT), one.portfolio(), stateCard(one.iso2()),
          one.place(), host.map(state -> new KnownName.StateCard(state.iso2(), state.name())), language(one.language()),
          Namesakes.body(one).map(body -> body.name().canonical()), once(holders), true);
    }).toList();
  }

  private static List<KnownName.Office> once(List<OfficeHolder> holders) {
    Set<List<Object>> told = new HashSet<>();
    return holders.stream().filter(holder -> told.add(List.of(holder.office(), holder.body().id(), holder.since())))
        .sorted(Comparator.comparing(holder -> holder.since().first().orElse(LocalDate.MIN))).map(KnownNames::office)
        .toList();
  }

  private List<KnownName.Actor> actors(String name) {
    Map<String, List<ActorName>> byActor = new LinkedHashMap<>();
    for (ActorName listed : listed(name)) {
      byActor.computeIfAbsent(listed.actor().id(), _ -> new ArrayList<>()).add(listed);
    }
    List<KnownName.Actor> actors = new ArrayList<>();
    for (List<ActorName> own : byActor.values()) {
      Name actor = own.getFirst().actor();
      Map<String, List<ActorName>> all = new LinkedHashMap<>();
      List<ActorName> given = new ArrayList<>(own);
      names.actorNames().stream().filter(one -> one.actor().id().equals(actor.id())).forEach(given::add);
      given.forEach(one -> all.computeIfAbsent(one.name(), _ -> new ArrayList<>()).add(one));
      actors.add(new KnownName.Actor(actor.canonical(), stateCard(actor.country()), actor.kind(),
          own.stream().anyMatch(one -> one.use() == ActorName.Use.CONTESTED), all.entrySet().stream()
              .map(entry -> new KnownName.Given(entry.getKey(),
                  entry.getValue().stream().filter(ActorName::coined).flatMap(one -> one.giver().stream()).distinct()
                      .toList(),
                  entry.getValue().stream().filter(one -> !one.coined()).flatMap(one -> one.giver().stream()).distinct()
                      .toList(),
                  entry.getValue().stream().flatMap(one -> List.of(one.source().split("; ", -1)).stream()).distinct()
                      .toList()))
              .toList(),
          false));
    }
    return actors;
  }

  /// "The Lazarus group" is looked up as "Lazarus" too.
  private List<ActorName> listed(String name) {
    List<ActorName> listed = names.actorNames(name);
    String bare = name.replaceFirst("(?i)^the ", "").replaceFirst("(?i) group$", "");
    for (String other : List.of(bare, bare + " Group")) {
      if (listed.isEmpty() && !bare.isBlank()) {
        listed = names.actorNames(other);
      }
    }
    return listed;
  }

  private List<KnownName.Convention> conventions(String name) {
    if (names.neverActor(name)) {
      return List.of();
    }
    Set<String> spellings = new LinkedHashSet<>(List.of(name, capitalised(name), name.toUpperCase(Locale.ROOT)));
    for (String spelling : spellings) {
      List<Convention> followed = names.conventions(spelling).stream()
          .filter(one -> day.isEmpty() || one.since().first().map(first -> !first.isAfter(day.get())).orElse(true))
          .toList();
      if (!followed.isEmpty()) {
        return followed.stream().map(one -> new KnownName.Convention(one.giver(), stateCard(one.country()), one.kind(),
            one.level().code(), DateCard.of(one.since()), DateCard.of(one.until()), !one.sought(), one.source(), true))
            .toList();
      }
    }
    return List.of();
  }

  private static String capitalised(String name) {
    StringBuilder text = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (int i = 0; i < text.length(); i++) {
      if (i == 0 || text.charAt(i - 1) == ' ') {
        text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
      }
    }
    return text.toString();
  }

  private KnownName.Body body(Gazetteer.Body body, String asked) {
    Name name = body.name();
    List<KnownName.Change> changes = new ArrayList<>();
    List<BodyChange> told = new ArrayList<>(names.changesInto(name.id()));
    told.addAll(names.changes(name.id()));
    told.stream().filter(change -> happened(change.on())).forEach(change -> changes.add(new KnownName.Change(
        change.how().name().toLowerCase(Locale.ROOT), DateCard.of(change.on()), change.body().canonical(),
        change.into().canonical())));
    List<String> present = names.successors(name, day.orElse(LocalDate.MAX)).stream()
        .filter(other -> !other.id().equals(name.id())).map(Name::canonical).toList();
    boolean filed = body.names().values().stream().flatMap(List::stream).anyMatch(asked::equalsIgnoreCase);
    return new KnownName.Body(name.id(), name.canonical(), name.kind(), stateCard(name.country()),
        !filed && body.ambiguous().stream().anyMatch(asked::equalsIgnoreCase), partOf(body),
        gazetteer.parts(name.id()).stream().map(part -> part.name().canonical()).toList(),
        withAmbiguous(body), changes, present,
        once(names.holders(name.id()).stream().filter(holder -> day.map(holder::on).orElse(true)).toList()),
        false);
  }

  private List<String> partOf(Gazetteer.Body body) {
    List<String> above = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>(Set.of(body.name().id()));
    Optional<Gazetteer.Body> next = body.partOf().flatMap(gazetteer::body);
    while (next.isPresent() && seen.add(next.get().name().id())) {
      above.add(next.get().name().canonical());
      next = next.get().partOf().flatMap(gazetteer::body);
    }
    return above;
  }

  private static List<KnownName.Spelt> withAmbiguous(Gazetteer.Body body) {
    List<KnownName.Spelt> spelt = new ArrayList<>(spelt(body.names()));
    if (!body.ambiguous().isEmpty()) {
      spelt.add(new KnownName.Spelt("with its state near", body.ambiguous()));
    }
    return spelt;
  }

  private KnownName.State state(Gazetteer.State state, String asked) {
    boolean named = has(state.names(), asked);
    boolean adjective = has(state.adjectives(), asked);
    boolean capital = state.capital().filter(asked::equalsIgnoreCase).isPresent();
    return new KnownName.State(state.iso2(), state.name(),
        named ? "name" : adjective ? "adjective" : capital ? "capital" : "metonym", state.capital(),
        spelt(state.names()), spelt(state.adjectives()), state.metonyms(),
        names.only("government", state.iso2()).map(Name::canonical), false);
  }

  private static boolean has(Map<String, List<String>> words, String asked) {
    return words.values().stream().flatMap(List::stream).anyMatch(asked::equalsIgnoreCase);
  }

  private static List<KnownName.Spelt> spelt(Map<String, List<String>> names) {
    return names.entrySet().stream().map(entry -> new KnownName.Spelt(language(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static String language(String code) {
    return switch (code) {
      case "en" -> "English";
      case "nb" -> "Norwegian";
      case "de" -> "German";
      case "fr" -> "French";
      case "es" -> "Spanish";
      default -> code;
    };
  }

  private List<String> otherwise(String name) {
    Optional<NameMatch> match = names.lookUp(name);
    return match.map(NameMatch::names).orElse(List.of()).stream().flatMap(one -> switch (one.sort()) {
      case MALWARE -> Optional.of(one.kind().isEmpty() ? "malware" : one.kind().replace('-', ' ')).stream();
      case ORGANISATION, OUTLET -> Optional.of((one.kind().isEmpty() ? "organisation" : one.kind().replace('-', ' '))
          + one.country().map(iso -> " in " + stateName(iso)).orElse("")).stream();
      case OPERATION -> Optional.of("operation").stream();
      case PEOPLE -> Optional.of("people of " + one.canonical()).stream();
      case STATE, ADJECTIVE, BODY, ACTOR -> Optional.<String>empty().stream();
    }).distinct().toList();
  }

  private boolean begun(OfficeHolder holder) {
    return day.isEmpty() || holder.since().first().map(first -> !first.isAfter(day.get())).orElse(true);
  }

  private boolean happened(PartialDate on) {
    return day.isEmpty() || on.last().map(last -> !last.isAfter(day.get())).orElse(true);
  }

  private static KnownName.Office office(OfficeHolder holder) {
    return new KnownName.Office(holder.person(), holder.office(), holder.body().canonical(),
        DateCard.of(holder.since()), DateCard.of(holder.until()));
  }

  private Optional<KnownName.StateCard> stateCard(Optional<String> iso) {
    return iso.map(code -> new KnownName.StateCard(code, stateName(code)));
  }

  private String stateName(String iso) {
    return gazetteer.state(iso).map(Gazetteer.State::name).orElse(iso);
  }
}
