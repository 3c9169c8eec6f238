package org.tingbok.reading.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.PartialDate;

/// All tables of the knowledge of names, loaded once, ready to be asked.
///
/// Immutable and safe to share. Loading takes some tens of milliseconds, so ask for [#standard()].
public final class Names {
  private static final Pattern YEAR = Pattern.compile("(?<![\\d-])(?:199\\d|20[0-3]\\d)(?![\\d-])");
  private static final Pattern SQUEEZED = Pattern.compile("\\p{Lu}\\p{Ll}{2,} \\p{Lu}\\p{Ll}{3,}");

  private final NameMatcher matcher;
  private final Map<String, State> states;
  private final Map<String, Operation> operations;
  private final Map<String, List<ActorName>> actorNames;
  private final Map<String, Name> bodies;
  private final Map<String, String> partOf;
  private final Conventions conventions;
  private final Introductions introductions;
  private final LookAlikes lookAlikes;
  private final BodyHistory history;
  private final NameDecisions decisions;

  /// A state and the words that go with it.
  ///
  /// @param iso2 ISO 3166-1 alpha-2
  /// @param name short English name
  /// @param adjective English adjective, such as `Norwegian`
  public record State(String iso2, String name, String adjective) {
  }

  /// A named operation.
  ///
  /// @param id its id
  /// @param name the name that it is filed by
  /// @param aliases other names
  /// @param victims who was hit, as known
  /// @param countries ISO 3166-1 alpha-2 of the states hit
  /// @param period when, as known
  /// @param campaign whether it is a campaign that may contain incidents
  public record Operation(String id, String name, List<String> aliases, List<String> victims, Set<String> countries,
      PartialDate period, boolean campaign) {
    /// Copies the collections.
    public Operation {
      aliases = List.copyOf(aliases);
      victims = List.copyOf(victims);
      countries = Set.copyOf(countries);
    }
  }

  private static final class Holder {
    private static final Names STANDARD = new Names();
  }

  /// The knowledge that ships with the reader.
  ///
  /// @return always the same
  public static Names standard() {
    return Holder.STANDARD;
  }

  private Names() {
    matcher = new NameMatcher();
    states = new HashMap<>();
    operations = new HashMap<>();
    actorNames = new HashMap<>();
    bodies = new HashMap<>();
    partOf = new HashMap<>();
    conventions = new Conventions();
    introductions = new Introductions();
    lookAlikes = new LookAlikes();
    decisions = NameDecisions.none();
    states(Table.read("states.tsv"));
    bodies(Table.read("bodies.tsv"));
    organisations(Table.read("organisations.tsv"));
    actors(Table.read("actors.tsv"), Table.read("actor-names.tsv"));
    malware(Table.read("malware.tsv"));
    operations(Table.read("operations.tsv"));
    history = new BodyHistory(bodies);
  }

  private Names(Names tables, NameDecisions decisions) {
    matcher = tables.matcher;
    states = tables.states;
    operations = tables.operations;
    actorNames = tables.actorNames;
    bodies = tables.bodies;
    partOf = tables.partOf;
    conventions = tables.conventions;
    introductions = tables.introductions;
    lookAlikes = tables.lookAlikes;
    history = tables.history;
    this.decisions = decisions;
  }

  /// The same knowledge, with what somebody has decided about names on top of it.
  ///
  /// @param decided decisions about names, which win over the tables
  /// @return shares the tables with this
  public Names with(NameDecisions decided) {
    return new Names(this, decided);
  }

  private void states(Table table) {
    for (int row = 0; row < table.size(); row++) {
      String iso = table.cell(row, "iso2");
      Optional<String> country = Optional.of(iso);
      Name state = new Name(iso, table.cell(row, "name"), Name.Sort.STATE, country, "state");
      Name adjective = new Name(iso + "-adj", state.canonical(), Name.Sort.ADJECTIVE, country, "");
      Name people = new Name(iso + "-people", state.canonical(), Name.Sort.PEOPLE, country, "");
      List<String> adjectives = table.list(row, "adjectives");
      states.put(iso, new State(iso, state.canonical(), adjectives.isEmpty() ? state.canonical() : adjectives.get(0)));
      Set<String> ambiguous = new HashSet<>(table.list(row, "ambiguous"));
      matcher.add(state.canonical(), state, false);
      table.list(row, "names").forEach(name -> matcher.add(name, state, ambiguous.contains(name)));
      table.list(row, "metonyms").forEach(name -> matcher.add(name, state, ambiguous.contains(name)));
      adjectives.forEach(name -> matcher.add(name, adjective, false));
      table.list(row, "people").forEach(name -> matcher.add(name, people, false));
      for (String language : List.of("nb", "de", "fr", "es")) {
        for (String word : table.list(row, language)) {
          if (word.length() < 4 || word.charAt(1) != ':') {
            continue;
          }
          String form = word.substring(2);
          matcher.add(form, word.charAt(0) == 'a' ? adjective : state, ambiguous.contains(form));
        }
      }
    }
  }

  private void bodies(Table table) {
    for (int row = 0; row < table.size(); row++) {
      String iso = table.cell(row, "iso2");
      Name body = new Name(table.cell(row, "id"), table.cell(row, "name"), Name.Sort.BODY,
          iso.isEmpty() ? Optional.empty() : Optional.of(iso), table.cell(row, "kind"));
      bodies.put(body.id(), body);
      if (!table.cell(row, "part_of").isEmpty()) {
        partOf.put(body.id(), table.cell(row, "part_of"));
      }
      matcher.add(body.canonical(), body, false);
      for (String alias : table.list(row, "aliases")) {
        matcher.add(alias, body, false);
      }
      for (String alias : table.list(row, "ambiguous_alone")) {
        matcher.add(alias, body, true);
      }
    }
  }

  private void organisations(Table table) {
    for (int row = 0; row < table.size(); row++) {
      String kind = table.cell(row, "kind");
      String iso = table.cell(row, "iso2");
      Name.Sort sort =
          kind.startsWith("outlet") || kind.startsWith("agency") ? Name.Sort.OUTLET : Name.Sort.ORGANISATION;
      Name organisation = new Name(table.cell(row, "id"), table.cell(row, "name"), sort,
          iso.isEmpty() ? Optional.empty() : Optional.of(iso), kind);
      matcher.add(organisation.canonical(), organisation, false);
      table.list(row, "aliases").forEach(alias -> matcher.add(alias, organisation, false));
    }
  }

  private void actors(Table table, Table names) {
    Map<String, Name> actors = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      String iso = table.cell(row, "iso2");
      actors.put(table.cell(row, "id"), new Name(table.cell(row, "id"), table.cell(row, "name"), Name.Sort.ACTOR,
          iso.isEmpty() ? Optional.empty() : Optional.of(iso), table.cell(row, "kind")));
    }
    Set<String> sought = new HashSet<>();
    for (int row = 0; row < names.size(); row++) {
      Name actor = actors.get(names.cell(row, "actor"));
      if (actor == null) {
        throw new FaultException("KNOWLEDGE_ACTOR", "actor-names.tsv speaks of an actor that actors.tsv has not: "
            + names.cell(row, "actor"));
      }
      String giver = names.cell(row, "giver");
      ActorName name = new ActorName(names.cell(row, "name"), actor, giver.isEmpty() ? Optional.empty()
          : Optional.of(giver), ActorName.Use.of(names.cell(row, "use")), names.cell(row, "source"));
      actorNames.computeIfAbsent(ActorName.folded(name.name()), _ -> new ArrayList<>(1)).add(name);
      if (name.use().sought() && sought.add(actor.id() + '\t' + name.name())) {
        addOperator(name.name(), actor, name.use() != ActorName.Use.NAME);
      }
    }
  }

  private void malware(Table table) {
    for (int row = 0; row < table.size(); row++) {
      Name malware =
          new Name(table.cell(row, "id"), table.cell(row, "name"), Name.Sort.MALWARE, Optional.empty(),
              table.cell(row, "kind"));
      addOperator(malware.canonical(), malware, false);
      table.list(row, "aliases").forEach(alias -> addOperator(alias, malware, false));
    }
  }

  private void operations(Table table) {
    for (int row = 0; row < table.size(); row++) {
      Name name = new Name(table.cell(row, "id"), table.cell(row, "name"), Name.Sort.OPERATION, Optional.empty(),
          table.cell(row, "kind"));
      PartialDate from = PartialDate.parse(table.cell(row, "from"));
      PartialDate to = PartialDate.parse(table.cell(row, "to"));
      PartialDate period = from;
      if (from.stated() && to.stated()) {
        period = PartialDate.range(from.first().orElseThrow(), to.last().orElseThrow());
      }
      operations.put(name.id(),
          new Operation(name.id(), name.canonical(), table.list(row, "aliases"), table.list(row, "victims"),
              Set.copyOf(table.list(row, "countries")), period, !table.cell(row, "kind").equals("incident")));
      addOperator(name.canonical(), name, false);
      table.list(row, "aliases").forEach(alias -> addOperator(alias, name, false));
    }
  }

  /// "Cloud Hopper" is also written "Cloudhopper".
  private void addOperator(String spelling, Name name, boolean weak) {
    matcher.add(spelling, name, weak);
    if (SQUEEZED.matcher(spelling).matches()) {
      matcher.add(spelling.replace(" ", ""), name, weak);
    }
  }

  /// Finds names in a text, those of naming conventions included.
  ///
  /// @param text the text
  /// @return in order of place, not overlapping, longest first
  public List<NameMatch> find(String text) {
    return lookAlikes.decide(text, conventions.add(text, matcher.find(text)), decisions);
  }

  /// Finds names in a text, with those that nobody has listed and the text introduces by what they are.
  ///
  /// @param text the text
  /// @param language its language, an ISO 639-1 code
  /// @return in order of place, not overlapping, longest first
  public List<NameMatch> find(String text, String language) {
    return introductions.add(text, language, find(text));
  }

  /// Finds the threat actors that a text names: common words and names shared with malware only where their surroundings
  /// say that an actor is meant, unlisted names where the text introduces them as a group.
  ///
  /// @param text the text
  /// @return in order of place, not overlapping
  public List<NameMatch> actors(String text) {
    return new ActorMentions(text, find(text), decisions).list();
  }

  /// Whether somebody decided that words are no threat actor's name where they stand, whoever reads them as one.
  ///
  /// @param words as the text has them
  /// @param sentence the sentence that they stand in
  /// @return false where nothing was decided, or it was taken back
  public boolean rejected(String words, String sentence) {
    return decisions.reject(words, sentence);
  }

  /// What a whole spelling denotes.
  ///
  /// @param spelling a name and nothing else
  /// @return empty if no name is spelt so
  public Optional<NameMatch> lookUp(String spelling) {
    return matcher.find(spelling).stream().filter(match -> match.start() == 0 && match.end() == spelling.length())
        .findFirst();
  }

  /// The only body of a kind that a state has in the table.
  ///
  /// @param kind kind of body, such as `parliament`
  /// @param iso2 ISO 3166-1 alpha-2
  /// @return empty if the table has none or several
  public Optional<Name> only(String kind, String iso2) {
    List<Name> found = bodies.values().stream()
        .filter(body -> body.kind().equals(kind) && body.country().equals(Optional.of(iso2))).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /// The state of a code.
  ///
  /// @param iso2 ISO 3166-1 alpha-2
  /// @return empty if the table has none
  public Optional<State> state(String iso2) {
    return Optional.ofNullable(states.get(iso2));
  }

  /// What is known of a named operation.
  ///
  /// @param id its id
  /// @return empty if the table has none
  public Optional<Operation> operation(String id) {
    return Optional.ofNullable(operations.get(id));
  }

  /// All that is known of named operations.
  ///
  /// @return one for each operation
  public Collection<Operation> operations() {
    return Collections.unmodifiableCollection(operations.values());
  }

  /// The year that a text cannot be older than: the last beginning of the operations that it names, or the last year that
  /// it mentions.
  ///
  /// @param text the text
  /// @return empty if it names neither
  public OptionalInt notBefore(String text) {
    IntStream named = find(text).stream().flatMap(match -> match.as(Name.Sort.OPERATION).stream())
        .flatMap(name -> operation(name.id()).stream()).flatMap(operation -> operation.period().first().stream())
        .mapToInt(LocalDate::getYear);
    IntStream written = YEAR.matcher(text).results().mapToInt(result -> Integer.parseInt(result.group()));
    return IntStream.concat(named, written).max();
  }

  /// The year of the known operations that hit some victims within some months of a year, if it is one year.
  ///
  /// @param victims canonical names
  /// @param months 1 to 12
  /// @return empty if there is none, or several
  public OptionalInt yearOf(Set<String> victims, Set<Integer> months) {
    List<Integer> years =
        operations.values().stream().filter(operation -> operation.victims().stream().anyMatch(victims::contains))
            .map(Operation::period)
            .filter(period -> period.stated() && months.contains(period.first().orElseThrow().getMonthValue())
                && !period.first().orElseThrow().plusDays(70).isBefore(period.last().orElseThrow()))
            .map(period -> period.first().orElseThrow().getYear()).distinct().toList();
    return years.size() == 1 ? OptionalInt.of(years.get(0)) : OptionalInt.empty();
  }

  /// What became of a body that was renamed, merged or divided.
  ///
  /// @param id id of a body
  /// @return one for each body that carries on; empty if it exists still, as far as known
  public List<BodyChange> changes(String id) {
    return history.changes(id);
  }

  /// The bodies that carry on what a body was, on a day: CESG's is the National Cyber Security Centre since October 2016.
  ///
  /// @param body the body
  /// @param day the day
  /// @return the body itself if it existed still, as far as known; several if it was divided
  public List<Name> successors(Name body, LocalDate day) {
    return history.on(body, day);
  }

  /// The offices that somebody has held.
  ///
  /// @param person full name
  /// @return in the table's order; empty if it has none
  public List<OfficeHolder> offices(String person) {
    return history.offices(person);
  }

  /// The body that a body is part of.
  ///
  /// @param id id of a body
  /// @return empty if none is known
  public Optional<Name> parent(String id) {
    return Optional.ofNullable(partOf.get(id)).map(bodies::get);
  }

  /// What a body came out of: what was renamed to it, merged into it, or divided.
  ///
  /// @param id id of a body
  /// @return the earliest first; empty if the table tells none
  public List<BodyChange> changesInto(String id) {
    return history.before(id);
  }

  /// Who held an office that speaks for a body.
  ///
  /// @param id id of a body
  /// @return the earliest first
  public List<OfficeHolder> holders(String id) {
    return history.holders(id);
  }

  /// Whether a name is known to be no threat actor's, though it has the shape of one.
  ///
  /// @param spelling a name and nothing else
  /// @return false if nothing is known against it
  public boolean neverActor(String spelling) {
    return lookAlikes.never(spelling);
  }

  /// What else a name is than an actor's, as the tables have it.
  ///
  /// @param spelling a name and nothing else
  /// @return empty if it is known as nothing else
  public Optional<LookAlike> lookAlike(String spelling) {
    return lookAlikes.of(spelling);
  }

  /// All that is known of who held which office.
  ///
  /// @return by person
  public List<OfficeHolder> officeHolders() {
    return history.holders();
  }

  /// Who calls whom by a name, as the tables have it.
  ///
  /// @param spelling a name and nothing else; case, spaces and signs do not matter
  /// @return one for each actor and giver, those first whose use is certain; empty if nobody has listed the name
  public List<ActorName> actorNames(String spelling) {
    return actorNames.getOrDefault(ActorName.folded(spelling), List.of()).stream()
        .sorted(Comparator.comparing(ActorName::use)).toList();
  }

  /// All names of threat actors that the tables have.
  ///
  /// @return one for each name, actor and giver, by name
  public List<ActorName> actorNames() {
    return actorNames.values().stream().flatMap(List::stream)
        .sorted(Comparator.comparing(ActorName::name).thenComparing(name -> name.actor().id())
            .thenComparing(name -> name.giver().orElse("")))
        .toList();
  }

  /// The naming conventions that a name follows, whether or not somebody has listed it. What they imply is an inference of
  /// ours, and to be marked as one.
  ///
  /// @param name a name and nothing else
  /// @return none, one, or several where the shape is used by several
  public List<Convention> conventions(String name) {
    return conventions.of(name);
  }

  /// All naming conventions.
  ///
  /// @return in the table's order: of two that fit a name, the likelier first
  public List<Convention> conventions() {
    return conventions.list();
  }

  /// How high a name stands between activity and state.
  ///
  /// @param name a name and nothing else
  /// @return by the convention that it follows, else by what the tables have under it; empty if nobody knows it
  public Optional<NameLevel> level(String name) {
    Optional<NameLevel> conventional = conventions(name).stream().findFirst().map(Convention::level);
    if (conventional.isPresent()) {
      return conventional;
    }
    Optional<NameMatch> match = lookUp(name);
    if (!actorNames(name).isEmpty() || match.flatMap(found -> found.as(Name.Sort.ACTOR)).isPresent()) {
      return Optional.of(NameLevel.NAMED_GROUP);
    }
    return match.map(found -> found.names().getFirst()).flatMap(found -> switch (found.sort()) {
      case STATE -> Optional.of(NameLevel.STATE);
      case BODY -> Optional.of(found.kind().equals("unit") ? NameLevel.UNIT : NameLevel.AGENCY);
      case ADJECTIVE, PEOPLE, ORGANISATION, OUTLET, ACTOR, MALWARE, OPERATION -> Optional.empty();
    });
  }

  /// Who gave a threat actor a name, as the tables have it, or else as a naming convention tells.
  ///
  /// @param alias the name
  /// @return empty if not known
  public Optional<String> giver(String alias) {
    return actorNames(alias).stream().filter(ActorName::coined).flatMap(name -> name.giver().stream()).findFirst()
        .or(() -> conventions.giver(alias));
  }
}
