package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tingbok.mention.NameKey;

/// What the tables that ship know of a name: nobody on record need have said any of it.
///
/// @param name the name asked for
/// @param onRecord whether the ledger speaks of it too
/// @param actors the threat actors that the tables give it to
/// @param conventions what its shape implies, where no table has it; an inference of ours
/// @param bodies the bodies that it denotes, as of the day asked for
/// @param states the states that it denotes
/// @param composed what its words denote, where no table has it: an embassy, a ministry, an office
/// @param offices the offices that persons of that name, or surname, have held by the day asked for
/// @param lookAlike what else it is than an actor's name, or that it is none
/// @param otherwise what else is called so, in words: `malware`, `organisation in NO`
public record KnownName(String name, boolean onRecord, List<Actor> actors, List<Convention> conventions,
    List<Body> bodies, List<State> states, List<Composed> composed, List<Office> offices, Optional<LookAlike> lookAlike,
    List<String> otherwise) {
  /// What a probable giver and an implied state rest on, for a table's cells.
  ///
  /// @param giver who probably coined it; several joined by `or`
  /// @param state ISO 3166-1 alpha-2 of the state implied; empty if the sources or conventions differ or tell none
  /// @param level how high such a name stands
  /// @param from `tables`, `convention`, or `words` of an embassy, a ministry or an office
  /// @param inferred always true: nobody on record says so
  public record Inference(String giver, String state, Optional<String> level, String from, boolean inferred) {
  }

  /// A state in short.
  ///
  /// @param code ISO 3166-1 alpha-2
  /// @param name short English name
  public record StateCard(String code, String name) {
  }

  /// A threat actor of the tables.
  ///
  /// @param name under which it is filed
  /// @param state the state that the table's source suspects
  /// @param kind such as `state-group`
  /// @param contested whether some source gives the name to this actor and another to another
  /// @param names its names in the tables, the one asked for included
  /// @param inferred false: it is what the named sources say
  public record Actor(String name, Optional<StateCard> state, String kind, boolean contested, List<Given> names,
      boolean inferred) {
  }

  /// A name of an actor of the tables.
  ///
  /// @param name the name
  /// @param givers who gave it, or calls it so, as far as a source tells
  /// @param users who took it over from them
  /// @param sources the lists that have it
  public record Given(String name, List<String> givers, List<String> users, List<String> sources) {
  }

  /// What a name's shape implies.
  ///
  /// @param giver who names so
  /// @param state the state that the scheme stands for
  /// @param kind the kind of actor that it stands for; empty if it tells none
  /// @param level how high such a name stands
  /// @param since when the scheme was first seen
  /// @param until when it was given up
  /// @param shared whether other words have the shape too
  /// @param source where the scheme is known from
  /// @param inferred true: nobody says so of this name
  public record Convention(String giver, Optional<StateCard> state, String kind, String level, DateCard since,
      DateCard until, boolean shared, String source, boolean inferred) {
    /// In words.
    ///
    /// @return for example `probably Microsoft; by its convention a named group of China`
    @JsonIgnore
    public String words() {
      String article = level.startsWith("a") ? "an " : "a ";
      String what = article + level.replace('-', ' ');
      return "probably " + giver + "; by its convention " + what
          + state.map(of -> " of " + of.name()).orElse("") + (kind.isEmpty() ? "" : " (" + kind.replace('-', ' ') + ")")
          + (shared ? "; other words have this shape too" : "");
    }
  }

  /// Names in a language.
  ///
  /// @param language `English`, `Norwegian`, `German`, `French`, `Spanish`, `short` or `other`
  /// @param names the names
  public record Spelt(String language, List<String> names) {
  }

  /// A body.
  ///
  /// @param id its id in the tables
  /// @param name under which it is filed
  /// @param kind such as `security`
  /// @param state the state that it belongs to; empty for bodies of several
  /// @param ambiguous whether the name asked for denotes it only where its state is spoken of
  /// @param partOf what it belongs to, the nearest first
  /// @param parts what belongs to it
  /// @param names what it is called; the language is told by the words
  /// @param changes what it came out of and what became of it, by the day asked for
  /// @param present the bodies that carry on what it was; empty if it exists still, as far as known
  /// @param holders who held its office by the day asked for; where a day is asked for, who held it then
  /// @param inferred false: tables have it
  public record Body(String id, String name, String kind, Optional<StateCard> state, boolean ambiguous,
      List<String> partOf, List<String> parts, List<Spelt> names, List<Change> changes, List<String> present,
      List<Office> holders, boolean inferred) {
  }

  /// A change.
  ///
  /// @param how `renamed`, `merged` or `split`
  /// @param on when
  /// @param from the body before
  /// @param into what carries on
  public record Change(String how, DateCard on, String from, String into) {
    /// In words.
    ///
    /// @return for example `CESG merged into UK National Cyber Security Centre, 1 October 2016`
    @JsonIgnore
    public String words() {
      String what = switch (how) {
        case "renamed" -> " renamed to ";
        case "merged" -> " merged into ";
        default -> " divided, one part ";
      };
      return from + what + into + ", " + on.words();
    }
  }

  /// Somebody's time in an office.
  ///
  /// @param person full name
  /// @param office what it is called
  /// @param body whom it speaks for
  /// @param since first day
  /// @param until last day; not stated while none is known
  public record Office(String person, String office, String body, DateCard since, DateCard until) {
    /// When, in words.
    ///
    /// @return for example `18 March 2018 – 8 December 2021` or `since 17 October 2022`
    @JsonIgnore
    public String days() {
      return until.stated() ? since.words() + " – " + until.words() : "since " + since.words();
    }
  }

  /// What a name denotes by its words.
  ///
  /// @param sort `embassy`, `ministry` or `office`
  /// @param portfolio what it is in charge of, such as `transport`
  /// @param state whose it is; empty if the words do not tell, so that the document has to
  /// @param place where an embassy is
  /// @param host the state that the place is in or is
  /// @param language of its words
  /// @param body the body of the tables that it is, if they have it
  /// @param holders who held such an office; where a day is asked for, who held it then
  /// @param inferred true: no table has this name
  public record Composed(String sort, String portfolio, Optional<StateCard> state, Optional<String> place,
      Optional<StateCard> host, String language, Optional<String> body, List<Office> holders, boolean inferred) {
    /// In words.
    ///
    /// @return for example `embassy of Russia in Oslo (Norway)` or `minister of foreign affairs; of which state its words do
    ///     not tell`
    @JsonIgnore
    public String words() {
      String what = sort.equals("embassy") ? "embassy"
          : switch (portfolio) {
            case "government" -> sort.equals("office") ? "head of government" : "office of the head of government";
            case "state" -> sort.equals("office") ? "head of state" : "office of the head of state";
            case "embassy" -> "ambassador";
            default -> (sort.equals("office") ? "minister of " : "ministry of ") + portfolio;
          };
      return what + state.map(of -> " of " + of.name()).orElse("; of which state its words do not tell")
          + place.map(in -> " in " + in + host.filter(of -> !of.name().equalsIgnoreCase(in))
              .map(of -> " (" + of.name() + ")").orElse("")).orElse("")
          + body.map(name -> ": " + name).orElse("");
    }
  }

  /// What else a name is.
  ///
  /// @param also what else: `malware`, `word`, `weather` and so on
  /// @param otherwise what it is taken for where nothing in a text decides: `actor`, `other`, or `never` an actor's name
  public record LookAlike(List<String> also, String otherwise) {
    /// In words.
    ///
    /// @return for example `no actor's name, though it has the shape of one: weather`
    @JsonIgnore
    public String words() {
      String what = String.join(", ", also).replace('-', ' ');
      return switch (otherwise) {
        case "never" -> "no actor's name, though it has the shape of one" + (what.isEmpty() ? "" : ": " + what);
        case "actor" -> "also " + what + "; read as the actor's where nothing in a text decides";
        default -> "also " + what + "; read as that where nothing in a text decides";
      };
    }
  }

  /// A state.
  ///
  /// @param code ISO 3166-1 alpha-2
  /// @param name short English name
  /// @param as what the name asked for is to it: `name`, `adjective`, `capital` or `metonym`
  /// @param capital its capital
  /// @param names its names by language
  /// @param adjectives its adjectives by language
  /// @param metonyms places and houses that stand for its government
  /// @param government its government's body in the tables
  /// @param inferred false: tables have it
  public record State(String code, String name, String as, Optional<String> capital, List<Spelt> names,
      List<Spelt> adjectives, List<String> metonyms, Optional<String> government, boolean inferred) {
  }

  /// Whether nothing at all is known.
  ///
  /// @return true if every list is empty
  @JsonIgnore
  public boolean nothing() {
    return actors.isEmpty() && conventions.isEmpty() && !registered() && lookAlike.isEmpty() && otherwise.isEmpty();
  }

  /// Whether it is a body, a state, an office or who held one.
  ///
  /// @return false for actors
  @JsonIgnore
  public boolean registered() {
    return !bodies.isEmpty() || !states.isEmpty() || !offices.isEmpty() || !composed.isEmpty();
  }

  /// Whether any of it is an inference: then it is only what its shape implies.
  ///
  /// @return false if some table has the name
  @JsonProperty
  public boolean inferred() {
    return actors.isEmpty() && !registered() && !conventions.isEmpty();
  }

  /// Who probably gave the name, and which state it stands for.
  ///
  /// @return empty if neither tables nor conventions tell
  @JsonIgnore
  public Optional<Inference> inference() {
    if (!actors.isEmpty()) {
      String givers = actors.stream().flatMap(actor -> actor.names().stream())
          .filter(given -> NameKey.of(given.name()).equals(NameKey.of(name))).flatMap(given -> given.givers().stream())
          .distinct()
          .collect(Collectors.joining(" or "));
      return Optional.of(new Inference(givers, only(actors.stream().map(Actor::state).toList()), Optional.empty(),
          "tables", true));
    }
    if (!conventions.isEmpty()) {
      return Optional.of(new Inference(
          conventions.stream().map(Convention::giver).distinct().collect(Collectors.joining(" or ")),
          only(conventions.stream().map(Convention::state).toList()), Optional.of(conventions.getFirst().level()),
          "convention", true));
    }
    if (!composed.isEmpty()) {
      return Optional.of(new Inference("", only(composed.stream().map(Composed::state).toList()), Optional.empty(),
          "words", true));
    }
    return Optional.empty();
  }

  private static String only(List<Optional<StateCard>> states) {
    List<String> codes = states.stream().map(state -> state.map(StateCard::code).orElse("")).distinct().toList();
    return codes.size() == 1 ? codes.getFirst() : "";
  }
}
