package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What bodies and states are called, for whoever asks after one name.
///
/// Reading finds names in running text with [Names]; here a name is asked for as a whole, in any case, and everything that
/// the tables hold of the body or state comes back. Immutable, safe to share; loaded when it is first asked for.
public final class Gazetteer {
  private final Map<String, Body> bodies = new LinkedHashMap<>();
  private final Map<String, State> states = new LinkedHashMap<>();
  /// Ids of bodies, and codes of states, by folded spelling.
  private final Map<String, Set<String>> bodyBySpelling = new LinkedHashMap<>();
  private final Map<String, Set<String>> stateBySpelling = new LinkedHashMap<>();

  /// A body and its names.
  ///
  /// @param name under which it is filed
  /// @param partOf the body that it belongs to; empty if the table names none
  /// @param names what it is called, by language: `en`, `nb`, `de`, `fr`, `es`, `short` for acronyms, `other`; the language is
  ///     told by the words of the name, not by the table
  /// @param ambiguous names that denote it only where its state is spoken of
  public record Body(Name name, Optional<String> partOf, Map<String, List<String>> names, List<String> ambiguous) {
  }

  /// A state and its names.
  ///
  /// @param iso2 ISO 3166-1 alpha-2
  /// @param name short English name
  /// @param capital its capital; empty if the table names none
  /// @param names its names by language, official ones and abbreviations included
  /// @param adjectives its adjectives by language
  /// @param metonyms places and houses that stand for its government
  public record State(String iso2, String name, Optional<String> capital, Map<String, List<String>> names,
      Map<String, List<String>> adjectives, List<String> metonyms) {
  }

  private static final class Holder {
    private static final Gazetteer STANDARD = new Gazetteer();
  }

  /// The tables that ship with the reader.
  ///
  /// @return always the same
  public static Gazetteer standard() {
    return Holder.STANDARD;
  }

  private Gazetteer() {
    Table table = Table.read("states.tsv");
    for (int row = 0; row < table.size(); row++) {
      State state = state(table, row);
      states.put(state.iso2(), state);
      List<Collection<List<String>>> all =
          List.of(state.names().values(), state.adjectives().values(), List.of(state.metonyms()));
      all.forEach(groups -> groups.forEach(group -> group.forEach(word -> file(stateBySpelling, word, state.iso2()))));
      state.capital().ifPresent(capital -> file(stateBySpelling, capital, state.iso2()));
    }
    NameLanguage languages = new NameLanguage(states.values());
    Table rows = Table.read("bodies.tsv");
    for (int row = 0; row < rows.size(); row++) {
      Body body = body(rows, row, languages);
      bodies.put(body.name().id(), body);
      body.names().values().forEach(group -> group.forEach(word -> file(bodyBySpelling, word, body.name().id())));
      body.ambiguous().forEach(word -> file(bodyBySpelling, word, body.name().id()));
    }
  }

  private static State state(Table table, int row) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    Map<String, List<String>> adjectives = new LinkedHashMap<>();
    Set<String> metonyms = new LinkedHashSet<>(table.list(row, "metonyms"));
    names.computeIfAbsent("en", _ -> new ArrayList<>()).add(table.cell(row, "name"));
    names.computeIfAbsent("en", _ -> new ArrayList<>()).addAll(table.list(row, "names"));
    if (!table.list(row, "adjectives").isEmpty()) {
      adjectives.put("en", table.list(row, "adjectives"));
    }
    for (String language : List.of("nb", "de", "fr", "es")) {
      for (String word : table.list(row, language)) {
        String form = word.substring(2);
        switch (word.charAt(0)) {
          case 'n' -> names.computeIfAbsent(language, _ -> new ArrayList<>()).add(form);
          case 'a' -> adjectives.computeIfAbsent(language, _ -> new ArrayList<>()).add(form);
          case 'm' -> metonyms.add(form);
          default -> {
          }
        }
      }
    }
    String capital = table.cell(row, "capital");
    return new State(table.cell(row, "iso2"), table.cell(row, "name"),
        capital.isEmpty() ? Optional.empty() : Optional.of(capital), names, adjectives, List.copyOf(metonyms));
  }

  private static Body body(Table table, int row, NameLanguage languages) {
    String iso = table.cell(row, "iso2");
    String parent = table.cell(row, "part_of");
    Name name = new Name(table.cell(row, "id"), table.cell(row, "name"), Name.Sort.BODY,
        iso.isEmpty() ? Optional.empty() : Optional.of(iso), table.cell(row, "kind"));
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (String language : NameLanguage.ALL) {
      names.put(language, new ArrayList<>());
    }
    names.getOrDefault(languages.of(name.canonical()), new ArrayList<>()).add(name.canonical());
    table.list(row, "aliases").forEach(alias -> names.getOrDefault(languages.of(alias), new ArrayList<>()).add(alias));
    names.values().removeIf(List::isEmpty);
    return new Body(name, parent.isEmpty() ? Optional.empty() : Optional.of(parent), names,
        table.list(row, "ambiguous_alone"));
  }

  private static void file(Map<String, Set<String>> index, String spelling, String id) {
    index.computeIfAbsent(ActorName.folded(spelling), _ -> new LinkedHashSet<>()).add(id);
  }

  /// The bodies that a spelling may denote.
  ///
  /// @param spelling a name and nothing else; case, spaces, signs and a leading article do not matter
  /// @return in the table's order; several for a name such as "NCSC"
  public List<Body> bodies(String spelling) {
    return find(bodyBySpelling, spelling).stream().flatMap(id -> body(id).stream()).toList();
  }

  /// The states that a spelling may denote: by name, adjective, capital, or a house that stands for the government.
  ///
  /// @param spelling a name and nothing else; case, spaces, signs and a leading article do not matter
  /// @return in the table's order
  public List<State> states(String spelling) {
    return find(stateBySpelling, spelling).stream().flatMap(iso -> state(iso).stream()).toList();
  }

  private static Set<String> find(Map<String, Set<String>> index, String spelling) {
    String bare = spelling.strip();
    String named = bare.regionMatches(true, 0, "the ", 0, 4) ? bare.substring(4) : bare;
    return index.getOrDefault(ActorName.folded(bare), index.getOrDefault(ActorName.folded(named), Set.of()));
  }

  /// A body.
  ///
  /// @param id its id
  /// @return empty if the table has none
  public Optional<Body> body(String id) {
    return Optional.ofNullable(bodies.get(id));
  }

  /// A state.
  ///
  /// @param iso2 ISO 3166-1 alpha-2
  /// @return empty if the table has none
  public Optional<State> state(String iso2) {
    return Optional.ofNullable(states.get(iso2));
  }

  /// The bodies that belong to a body.
  ///
  /// @param id the body's id
  /// @return in the table's order
  public List<Body> parts(String id) {
    return bodies.values().stream().filter(body -> body.partOf().filter(id::equals).isPresent()).toList();
  }
}
