package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.mention.NameKey;
import org.tingbok.reading.knowledge.ComposedName;
import org.tingbok.reading.knowledge.Gazetteer;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.knowledge.OfficeHolder;
import org.tingbok.reading.knowledge.Portfolios;

/// The names of bodies and states that denote the same one: abbreviations, other languages' names, what every state has.
/// They are facts of the tables that ship, not claims, and hold under every view. A state's government is the state.
public final class Namesakes {
  private static final String GOVERNMENT = "government";

  private Namesakes() {
  }

  /// The names under which whatever a name denotes may be on record.
  ///
  /// @param name a name, in any language read and in any case
  /// @return itself first; itself alone if it denotes no body, state or office that the tables have
  public static Set<String> of(String name) {
    Set<String> all = new LinkedHashSet<>(Set.of(name));
    List<Gazetteer.Body> bodies = bodies(name, Optional.empty());
    bodies.forEach(body -> all.addAll(names(body)));
    if (bodies.isEmpty()) {
      Gazetteer.standard().states(name).forEach(state -> all.addAll(names(state)));
    }
    if (all.size() == 1) {
      Portfolios.standard().read(name).forEach(one -> all.addAll(names(one)));
    }
    return all;
  }

  /// One key for all names of a body or a state.
  ///
  /// @param name a name
  /// @param country the state that it is known to belong to, for names that bodies of several states have
  /// @return the name's own key if it denotes no one body or state
  static String key(String name, Optional<String> country) {
    List<Gazetteer.Body> bodies = bodies(name, country);
    if (bodies.size() == 1) {
      Gazetteer.Body body = bodies.getFirst();
      return state(body).map(iso -> "state " + iso).orElse("body " + body.name().id());
    }
    List<Gazetteer.State> states = bodies.isEmpty() ? Gazetteer.standard().states(name).stream()
        .filter(state -> has(state.names(), name) || government(name, state)).toList() : List.of();
    if (states.size() == 1) {
      return "state " + states.getFirst().iso2();
    }
    List<ComposedName> composed = bodies.isEmpty() ? Portfolios.standard().read(name) : List.of();
    if (composed.size() == 1 && composed.getFirst().iso2().isPresent()
        && composed.getFirst().sort() != ComposedName.Sort.OFFICE) {
      ComposedName one = composed.getFirst();
      return body(one).map(body -> "body " + body.name().id())
          .orElseGet(() -> one.portfolio() + " " + one.iso2().get() + " "
              + one.place().map(place -> Gazetteer.standard().states(place).stream().findFirst()
                  .map(Gazetteer.State::iso2).orElseGet(() -> NameKey.of(place))).orElse(""));
    }
    return NameKey.of(name);
  }

  /// The last word of a person's name; texts often give it alone.
  static String surname(String person) {
    return person.strip().replaceFirst("^.*\\s", "");
  }

  /// Under which name a body or a state is filed.
  ///
  /// @param name a name
  /// @return empty unless it denotes exactly one
  public static Optional<String> filed(String name) {
    List<Gazetteer.Body> bodies = bodies(name, Optional.empty());
    if (bodies.size() == 1) {
      return Optional.of(bodies.getFirst().name().canonical());
    }
    List<Gazetteer.State> states = bodies.isEmpty() ? Gazetteer.standard().states(name) : List.of();
    return states.size() == 1 ? Optional.of(states.getFirst().name()) : Optional.empty();
  }

  /// The bodies of a name; one that several have is that of the state, if it is told.
  private static List<Gazetteer.Body> bodies(String name, Optional<String> country) {
    List<Gazetteer.Body> found = Gazetteer.standard().bodies(name);
    List<Gazetteer.Body> own = found.stream().filter(body -> body.name().country().equals(country)).toList();
    return own.isEmpty() || country.isEmpty() ? found : own;
  }

  private static Optional<String> state(Gazetteer.Body body) {
    return body.name().kind().equals(GOVERNMENT) ? body.name().country() : Optional.empty();
  }

  private static Set<String> names(Gazetteer.Body body) {
    Set<String> names = new LinkedHashSet<>();
    body.names().values().forEach(names::addAll);
    state(body).flatMap(Gazetteer.standard()::state).ifPresent(state -> names.addAll(names(state)));
    return names;
  }

  private static Set<String> names(Gazetteer.State state) {
    Set<String> names = new LinkedHashSet<>();
    state.names().values().forEach(names::addAll);
    state.adjectives().getOrDefault("en", List.of()).forEach(adjective -> names.add(adjective + " " + GOVERNMENT));
    Names.standard().only(GOVERNMENT, state.iso2()).flatMap(body -> Gazetteer.standard().body(body.id()))
        .ifPresent(body -> body.names().values().forEach(names::addAll));
    return names;
  }

  private static boolean government(String name, Gazetteer.State state) {
    return names(state).stream().anyMatch(name::equalsIgnoreCase);
  }

  private static boolean has(Map<String, List<String>> words, String name) {
    return words.values().stream().flatMap(List::stream).anyMatch(name.strip()::equalsIgnoreCase);
  }

  private static Set<String> names(ComposedName one) {
    Set<String> names = new LinkedHashSet<>();
    Optional<Names.State> state = one.iso2().flatMap(Names.standard()::state);
    if (state.isEmpty()) {
      return names;
    }
    switch (one.sort()) {
      case EMBASSY -> {
        String embassy = state.get().adjective() + " embassy";
        if (one.place().isEmpty()) {
          names.add(embassy);
        }
        one.place().ifPresent(place -> {
          names.add(embassy + " in " + place);
          Gazetteer.standard().states(place).forEach(host -> {
            names.add(embassy + " in " + host.name());
            host.capital().ifPresent(capital -> names.add(embassy + " in " + capital));
          });
        });
      }
      case MINISTRY -> {
        names.addAll(spellings(one, state.get()));
        body(one).ifPresent(body -> names.addAll(names(body)));
      }
      case OFFICE -> Names.standard().officeHolders().stream()
          .filter(holder -> holder.body().country().equals(one.iso2()) && Portfolios.standard()
              .portfolio(holder.office()).filter(one.portfolio()::equals).isPresent())
          .map(OfficeHolder::person).forEach(names::add);
    }
    return names;
  }

  /// The body of the tables that a ministry is: they file it under its state's adjective or its name.
  ///
  /// @param composed what a name's words denote
  /// @return empty if it is no ministry, or none that the tables have
  static Optional<Gazetteer.Body> body(ComposedName composed) {
    Optional<Names.State> state = composed.iso2().flatMap(Names.standard()::state);
    return composed.sort() != ComposedName.Sort.MINISTRY || state.isEmpty() ? Optional.empty()
        : spellings(composed, state.get()).stream()
            .flatMap(spelling -> Gazetteer.standard().bodies(spelling).stream()).findFirst();
  }

  private static List<String> spellings(ComposedName composed, Names.State state) {
    String plain = composed.portfolio().replaceFirst("^the ", "");
    String adjective = state.adjective();
    List<String> spellings = new ArrayList<>();
    for (String portfolio : Stream.of(composed.portfolio(), capitalised(composed.portfolio())).distinct().toList()) {
      spellings.add(adjective + " Ministry of " + portfolio);
      spellings.add(adjective + " Ministry for " + portfolio);
    }
    spellings.addAll(List.of(adjective + " Ministry of " + plain, adjective + " " + plain + " ministry",
        state.name() + "'s " + plain + " ministry",
        adjective + " " + plain.replaceFirst(" affairs$", "") + " ministry"));
    return spellings;
  }

  private static String capitalised(String words) {
    StringBuilder text = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      boolean small = word.equals("of") || word.equals("and") || word.equals("the");
      text.append(text.isEmpty() ? "" : " ").append(small || word.isEmpty() ? word
          : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return text.toString();
  }
}
