package org.tingbok.app.command;

import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.tingbok.ledger.Ledger;
import org.tingbok.app.desk.UsedNames;
import java.util.Map;
import java.util.Optional;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.QuestionText;
import org.tingbok.vocabulary.BadInputException;
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
  private Optional<String> incident = Optional.empty();

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
  private Optional<String> happened = Optional.empty();

  @Option(names = "--said", paramLabel = "FROM..TO", description = "When it may have been said.")
  private Optional<String> said = Optional.empty();

  @Option(names = "--recorded", paramLabel = "FROM..TO", description = "When it was recorded or last changed, UTC.")
  private Optional<String> recorded = Optional.empty();

  @Option(names = "--document", paramLabel = "DOCUMENT", description = "The id of the document that it stands in.")
  private List<String> documents = List.of();

  @Option(names = "--language", paramLabel = "TAG", split = ",",
      description = "The language of its document: en, nb, de, fr, es, …")
  private List<String> languages = List.of();

  @Option(names = "--publisher", paramLabel = "NAME", description = "Who publishes its document.")
  private List<String> publishers = List.of();

  @Option(names = "--quote", paramLabel = "WORDS",
      description = "Words of its quote: \"a phrase\", begin*, -without.")
  private Optional<String> quote = Optional.empty();

  @Option(names = "--view", paramLabel = "VIEW", defaultValue = "",
      description = "Whose word is taken on which names are one; see 'tingbok names --help'.")
  private String view = "";

  Optional<View> view() {
    return view.isBlank() ? Optional.empty() : Optional.of(View.parse(view));
  }

  /// What was asked.
  ClaimQuestion question() {
    Map<ClaimQuestion.Slot, List<String>> asked = new EnumMap<>(ClaimQuestion.Slot.class);
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      List<String> typed = typed(slot);
      if (typed.stream().anyMatch(String::isBlank)) {
        throw new BadInputException("USAGE",
            "--" + slot.code() + " '" + String.join(",", typed) + "' asks for nothing; give a value, or leave it out");
      }
      asked.put(slot, typed);
    }
    return new ClaimQuestion(asked, "--");
  }

  private List<String> typed(ClaimQuestion.Slot slot) {
    return switch (slot) {
      case TYPE -> types;
      case CERTAINTY -> certainties;
      case INCIDENT -> incident.stream().toList();
      case ACCUSED -> accused;
      case CLAIMANT -> claimants;
      case CLAIMANT_KIND -> claimantKinds;
      case STATE -> states;
      case ACCUSED_STATE -> accusedStates;
      case VICTIM -> victims;
      case VICTIM_STATE -> victimStates;
      case SECTOR -> sectors;
      case HAPPENED -> happened.stream().toList();
      case SAID -> said.stream().toList();
      case RECORDED -> recorded.stream().toList();
      case DOCUMENT -> documents;
      case LANGUAGE -> languages;
      case PUBLISHER -> publishers;
      case QUOTE -> quote.stream().toList();
    };
  }

  /// What to tell of names that were asked for and that nobody on record bears.
  List<String> unknownNames(Ledger ledger) {
    List<String> asked = Stream.of(accused, claimants, victims).flatMap(List::stream).map(String::strip)
        .filter(name -> !name.isEmpty()).toList();
    return UsedNames.warnings(ledger, asked);
  }

  /// The options in words, for watches.
  String text() {
    Map<ClaimQuestion.Slot, List<String>> asked = new EnumMap<>(ClaimQuestion.Slot.class);
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      asked.put(slot, typed(slot));
    }
    return QuestionText.of(asked, view);
  }
}
