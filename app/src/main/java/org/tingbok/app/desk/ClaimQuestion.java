package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.mention.PartyKind;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Days;
import org.tingbok.query.TextQuery;
import org.tingbok.reading.knowledge.Sectors;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.SlotRole;

/// What somebody asks of claims, as typed: the same on the command line, on the page and in a watch. Several values of one
/// slot are alternatives; several slots have to hold together. Immutable.
public final class ClaimQuestion {
  private static final Days OPEN = new Days(Optional.empty(), Optional.empty());

  private final Map<Slot, List<String>> asked = new EnumMap<>(Slot.class);
  private final String mark;

  /// A question.
  ///
  /// @param asked what was typed; blank values ask nothing
  /// @param mark what stands before a slot's name where it is typed, for errors: `--` or nothing
  public ClaimQuestion(Map<Slot, List<String>> asked, String mark) {
    this.mark = mark;
    asked.forEach((slot, typed) -> {
      List<String> values = typed.stream().map(String::strip)
          .flatMap(value -> slot.several ? Arrays.stream(value.split(",", -1)).map(String::strip) : Stream.of(value))
          .filter(value -> !value.isEmpty()).toList();
      if (!values.isEmpty()) {
        this.asked.put(slot, values);
      }
    });
  }

  /// What can be asked.
  public enum Slot implements Coded {
    /// The type of claim.
    TYPE("type", true),
    /// How sure the claimants sound.
    CERTAINTY("certainty", true),
    /// Words or id of an incident.
    INCIDENT("incident", false),
    /// Who is held responsible.
    ACCUSED("accused", false),
    /// Who says it.
    CLAIMANT("claimant", false),
    /// What sort whoever says it is of.
    CLAIMANT_KIND("claimant-kind", true),
    /// The state of whoever says it.
    STATE("state", true),
    /// The state of the accused.
    ACCUSED_STATE("accused-state", true),
    /// Who was hit.
    VICTIM("victim", false),
    /// The state of who was hit.
    VICTIM_STATE("victim-state", true),
    /// The sector of who was hit.
    SECTOR("sector", true),
    /// When it may have happened.
    HAPPENED("happened", false),
    /// When it may have been said.
    SAID("said", false),
    /// When it was recorded.
    RECORDED("recorded", false),
    /// The document that it stands in.
    DOCUMENT("document", false),
    /// The language of its document.
    LANGUAGE("language", true),
    /// Who publishes its document.
    PUBLISHER("publisher", false),
    /// Words of its quote.
    QUOTE("quote", false);

    private final String code;
    private final boolean several;

    Slot(String code, boolean several) {
      this.code = code;
      this.several = several;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// What was typed for a slot.
  ///
  /// @param slot the slot
  /// @return empty if nothing was
  public List<String> values(Slot slot) {
    return asked.getOrDefault(slot, List.of());
  }

  /// Whether words of quotes are asked for, which [ClaimOrder#BEST] orders by.
  ///
  /// @return false if none are
  public boolean quotes() {
    return asked.containsKey(Slot.QUOTE);
  }

  /// The question as a ledger takes it.
  ///
  /// @param lookup finds names, incidents and documents in the ledger
  /// @param order in which order
  /// @return the question
  /// @throws BadInputException `USAGE` for a word that is not of a slot's vocabulary, `STATE_UNKNOWN`, `VIEW_UNKNOWN`, `RANGE_UNREADABLE`,
  ///     `QUERY_EMPTY`
  public ClaimQuery query(Lookup lookup, ClaimOrder order) {
    lookup.checkView();
    List<Condition> all = new ArrayList<>();
    asked.forEach((slot, values) -> all.add(condition(slot, values, lookup)));
    return new ClaimQuery(all, order);
  }

  private Condition condition(Slot slot, List<String> values, Lookup lookup) {
    String option = mark + slot.code;
    return switch (slot) {
      case TYPE -> new Condition.OfType(coded(ClaimType.class, option, ClaimType.values(), values));
      case CERTAINTY -> new Condition.OfCertainty(coded(CertaintyLevel.class, option, CertaintyLevel.values(), values));
      case INCIDENT ->
        lookup.isIncident(values.getFirst()) ? new Condition.OfAccount(lookup.accounts(values.getFirst()))
            : new Condition.OfIncident(TextQuery.parse(values.getFirst()));
      case ACCUSED -> new Condition.WithParty(Set.of(SlotRole.ACCUSED),
          set(values, name -> lookup.names(name).stream()));
      case CLAIMANT -> new Condition.WithParty(Set.of(SlotRole.CLAIMANT),
          set(values, name -> lookup.voices(name).stream()));
      case CLAIMANT_KIND -> new Condition.WithKind(Set.of(SlotRole.CLAIMANT),
          coded(PartyKind.class, option, PartyKind.values(), values));
      case STATE -> new Condition.OfState(Set.of(SlotRole.CLAIMANT), states(values));
      case ACCUSED_STATE -> new Condition.OfState(Set.of(SlotRole.ACCUSED), states(values));
      case VICTIM -> new Condition.WithParty(Set.of(SlotRole.VICTIM),
          set(values, name -> Namesakes.of(name).stream()));
      case VICTIM_STATE -> new Condition.OfState(Set.of(SlotRole.VICTIM), states(values));
      case SECTOR -> new Condition.InSector(set(values, one -> Stream.of(sector(option, one))));
      case HAPPENED -> new Condition.Happened(Ranges.days(option, values.getFirst()));
      case SAID -> new Condition.Said(Ranges.days(option, values.getFirst()));
      case RECORDED -> Ranges.recorded(option, values.getFirst());
      case DOCUMENT -> new Condition.InDocument(set(values, id -> Stream.of(lookup.document(id))));
      case LANGUAGE ->
        new Condition.FoundIn(OPEN, set(values, tag -> Stream.of(tag.toLowerCase(Locale.ROOT))), Set.of());
      case PUBLISHER -> new Condition.FoundIn(OPEN, Set.of(), Set.copyOf(values));
      case QUOTE -> new Condition.Quotes(TextQuery.parse(values.getFirst()));
    };
  }

  private static String sector(String option, String typed) {
    Set<String> all = Sectors.standard().vocabulary();
    String word = typed.toLowerCase(Locale.ROOT);
    if (!all.contains(word)) {
      throw new BadInputException("USAGE", option + " '" + typed + "': one of " + String.join(", ", all));
    }
    return word;
  }

  private static <T> Set<T> set(List<String> values, Function<String, Stream<T>> each) {
    return values.stream().flatMap(each).collect(Collectors.toSet());
  }

  private static Set<String> states(List<String> typed) {
    return set(typed, one -> Stream.of(Lookup.state(one)));
  }

  private static <E extends Enum<E> & Coded> Set<E> coded(Class<E> vocabulary, String option, E[] every,
      List<String> words) {
    return set(words, word -> Stream.of(Coded.find(vocabulary, word.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new BadInputException("USAGE", option + " '" + word + "': one of "
            + Arrays.stream(every).map(Coded::code).collect(Collectors.joining(", "))))));
  }
}
