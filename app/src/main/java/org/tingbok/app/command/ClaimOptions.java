package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Lookup;
import org.tingbok.mention.PartyKind;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.TextQuery;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.SlotRole;
import picocli.CommandLine.Option;

/// What is asked of claims, as it is typed: the conditions of `tingbok claims`, and of watches. Several values of one
/// option are alternatives; several options have to hold together.
final class ClaimOptions {
  @Option(names = "--type", paramLabel = "TYPE", split = ",",
      description = "attribution, non-attribution, denial, alias, affiliation, response, impact, method.")
  private List<String> types = List.of();

  @Option(names = "--certainty", paramLabel = "LEVEL", split = ",",
      description = "How sure the claimants sound: asserted, high, moderate, low.")
  private List<String> certainties = List.of();

  @Option(names = "--incident", paramLabel = "WORDS|ID",
      description = "Words of an incident's label, names or victims, or the id of an incident.")
  private String incident = "";

  @Option(names = "--accused", paramLabel = "NAME",
      description = "Who is held responsible, under whatever name is one with it by --view.")
  private List<String> accused = List.of();

  @Option(names = "--claimant", paramLabel = "NAME", description = "Who says it.")
  private List<String> claimants = List.of();

  @Option(names = "--claimant-kind", paramLabel = "KIND", split = ",",
      description = "state, body, organisation, threat-actor, person, described.")
  private List<String> claimantKinds = List.of();

  @Option(names = "--state", paramLabel = "STATE", split = ",",
      description = "The state of whoever says it: a name or a code of two letters.")
  private List<String> states = List.of();

  @Option(names = "--accused-state", paramLabel = "STATE", split = ",", description = "The state of the accused.")
  private List<String> accusedStates = List.of();

  @Option(names = "--victim", paramLabel = "NAME", description = "Who was hit.")
  private List<String> victims = List.of();

  @Option(names = "--victim-state", paramLabel = "STATE", split = ",", description = "The state of who was hit.")
  private List<String> victimStates = List.of();

  @Option(names = "--sector", paramLabel = "SECTOR", split = ",",
      description = "The sector of who was hit, in STIX's words: government, energy, healthcare, …")
  private List<String> sectors = List.of();

  @Option(names = "--happened", paramLabel = "FROM..TO", description = "When the operation may have happened.")
  private String happened = "";

  @Option(names = "--said", paramLabel = "FROM..TO", description = "When it may have been said.")
  private String said = "";

  @Option(names = "--recorded", paramLabel = "FROM..TO", description = "When it was recorded or last changed, UTC.")
  private String recorded = "";

  @Option(names = "--document", paramLabel = "DOCUMENT", description = "The id of the document that it stands in.")
  private List<String> documents = List.of();

  @Option(names = "--quote", paramLabel = "WORDS",
      description = "Words of its quote: \"a phrase\", begin*, -without.")
  private String quote = "";

  @Option(names = "--view", paramLabel = "VIEW", defaultValue = "",
      description = "Whose word is taken on which names are one; see 'tingbok names --help'.")
  private String view = "";

  Optional<View> view() {
    return view.isBlank() ? Optional.empty() : Optional.of(View.parse(view));
  }

  boolean quotes() {
    return !quote.isBlank();
  }

  /// The question.
  ///
  /// @param lookup finds names, incidents and documents in the ledger
  /// @param order in which order
  ClaimQuery query(Lookup lookup, ClaimOrder order) {
    List<Condition> all = new ArrayList<>();
    some(types, all, values -> new Condition.OfType(coded(ClaimType.class, "--type", ClaimType.values(), values)));
    some(certainties, all, values -> new Condition.OfCertainty(
        coded(CertaintyLevel.class, "--certainty", CertaintyLevel.values(), values)));
    if (!incident.isBlank()) {
      all.add(lookup.isIncident(incident) ? new Condition.OfAccount(lookup.accounts(incident))
          : new Condition.OfIncident(TextQuery.parse(incident)));
    }
    some(accused, all, values -> new Condition.WithParty(Set.of(SlotRole.ACCUSED),
        values.stream().flatMap(name -> lookup.names(name).stream()).collect(Collectors.toSet())));
    some(claimants, all, values -> new Condition.WithParty(Set.of(SlotRole.CLAIMANT), new HashSet<>(values)));
    some(claimantKinds, all, values -> new Condition.WithKind(Set.of(SlotRole.CLAIMANT),
        coded(PartyKind.class, "--claimant-kind", PartyKind.values(), values)));
    some(states, all, values -> new Condition.OfState(Set.of(SlotRole.CLAIMANT), states(values)));
    some(accusedStates, all, values -> new Condition.OfState(Set.of(SlotRole.ACCUSED), states(values)));
    some(victims, all, values -> new Condition.WithParty(Set.of(SlotRole.VICTIM), new HashSet<>(values)));
    some(victimStates, all, values -> new Condition.OfState(Set.of(SlotRole.VICTIM), states(values)));
    some(sectors, all, values -> new Condition.InSector(
        values.stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet())));
    one(happened, all, typed -> new Condition.Happened(Ranges.days("--happened", typed)));
    one(said, all, typed -> new Condition.Said(Ranges.days("--said", typed)));
    one(recorded, all, typed -> Ranges.recorded("--recorded", typed));
    some(documents, all, values -> new Condition.InDocument(
        values.stream().map(lookup::document).collect(Collectors.toSet())));
    one(quote, all, typed -> new Condition.Quotes(TextQuery.parse(typed)));
    return new ClaimQuery(all, order);
  }

  private static void some(List<String> values, List<Condition> all, Function<List<String>, Condition> condition) {
    if (!values.isEmpty()) {
      all.add(condition.apply(values));
    }
  }

  private static void one(String typed, List<Condition> all, Function<String, Condition> condition) {
    if (!typed.isBlank()) {
      all.add(condition.apply(typed));
    }
  }

  private static <E extends Enum<E> & Coded> Set<E> coded(Class<E> vocabulary, String option, E[] every,
      List<String> words) {
    return words.stream().map(word -> Coded.find(vocabulary, word.strip().toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new BadInputException("USAGE", option + " '" + word + "': one of "
            + Arrays.stream(every).map(Coded::code).collect(Collectors.joining(", ")))))
        .collect(Collectors.toSet());
  }

  private static Set<String> states(List<String> typed) {
    return typed.stream().map(Lookup::state).collect(Collectors.toSet());
  }

  /// The options in words that [#words] makes of them again, for watches.
  String text() {
    List<String> words = new ArrayList<>();
    add(words, "--type", types);
    add(words, "--certainty", certainties);
    add(words, "--incident", incident);
    add(words, "--accused", accused);
    add(words, "--claimant", claimants);
    add(words, "--claimant-kind", claimantKinds);
    add(words, "--state", states);
    add(words, "--accused-state", accusedStates);
    add(words, "--victim", victims);
    add(words, "--victim-state", victimStates);
    add(words, "--sector", sectors);
    add(words, "--happened", happened);
    add(words, "--said", said);
    add(words, "--recorded", recorded);
    add(words, "--document", documents);
    add(words, "--quote", quote);
    add(words, "--view", view);
    return String.join(" ", words);
  }

  private static void add(List<String> words, String option, List<String> values) {
    values.forEach(value -> add(words, option, value));
  }

  private static void add(List<String> words, String option, String value) {
    if (!value.isBlank()) {
      words.add(option);
      words.add(value.matches("[\\p{L}\\p{N}.:/_-]+") ? value : "'" + value.replace("'", "'\\''") + "'");
    }
  }

  /// Takes a text of [#text] apart, as a shell does.
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '\'') {
        quoted = !quoted;
        any = true;
      } else if (!quoted && unit == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
        any = true;
      } else if (!quoted && unit == ' ') {
        if (any) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
      } else {
        word.append(unit);
        any = true;
      }
    }
    if (any) {
      words.add(word.toString());
    }
    return words;
  }
}
