package org.tingbok.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.mention.PartyKind;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Days;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.TextQuery;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.SlotRole;

/// Makes questions at random that readings of a [ReadingGenerator] have answers to: every condition, every order, words
/// that stand there, words that do not, sets that are empty. Not for use by several threads.
public final class QuestionGenerator {
  private static final List<String> TYPED = List.of("elvheim", "Harbour", "oyfjord", "ØYFJORD", "strasse", "tables",
      "table", "\"tide tables\"", "\"copper lynx\"", "light*", "angrep", "attaques", "attaque", "гавань", "港",
      "-friday",
      "-\"and tide\"", "back-slash", "nowhere", "e", "\"the lighthouse service", "tid*", "tyvegod", "quoted");

  private final Random random;
  private final ReadingGenerator generator;
  private final List<Reading> readings;

  /// A generator that takes chance from another.
  ///
  /// @param generator its seed decides
  /// @param readings what may be asked about; one or more, with at least one claim between them
  public QuestionGenerator(ReadingGenerator generator, List<Reading> readings) {
    this.random = generator.chance();
    this.generator = generator;
    this.readings = readings.stream().filter(reading -> !reading.claims().isEmpty()).toList();
  }

  /// A question about claims.
  ///
  /// @param from when the first of the readings was recorded
  /// @param to when the last was
  /// @return of 0 to 3 conditions
  public ClaimQuery claims(Instant from, Instant to) {
    List<Condition> all = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      all.add(condition(from, to));
    }
    return new ClaimQuery(all, pick(List.of(ClaimOrder.values())));
  }

  /// A question about documents.
  ///
  /// @return with or without words
  public DocumentQuery documents() {
    Optional<TextQuery> words = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(words());
    Days published = random.nextInt(3) == 0 ? days() : new Days(Optional.empty(), Optional.empty());
    Set<String> languages = random.nextInt(3) == 0 ? Set.copyOf(some(() -> pick(ReadingGenerator.LANGUAGES)))
        : Set.of();
    Set<String> publishers = random.nextInt(4) == 0 ? Set.copyOf(some(() -> pick(ReadingGenerator.NAMES))) : Set.of();
    return new DocumentQuery(words, published, languages, publishers);
  }

  /// As of when a question is asked.
  ///
  /// @param from when the first of the readings was recorded
  /// @param to when the last was
  /// @return with or without a day, with or without a moment
  public AsOf asOf(Instant from, Instant to) {
    return new AsOf(random.nextBoolean() ? Optional.empty() : generator.date().last(),
        random.nextInt(3) > 0 ? Optional.empty() : Optional.of(moment(from, to)));
  }

  /// Words that somebody may type.
  ///
  /// @return one to three, at least one of them wanted
  public TextQuery words() {
    StringBuilder typed = new StringBuilder();
    for (int i = random.nextInt(2); i >= 0; i--) {
      typed.append(pick(TYPED)).append(' ');
    }
    try {
      return TextQuery.parse(typed.toString());
    } catch (org.tingbok.vocabulary.BadInputException e) {
      return TextQuery.parse(typed + " harbour");
    }
  }

  private Condition condition(Instant from, Instant to) {
    return switch (random.nextInt(15)) {
      case 0 -> new Condition.OfType(enums(ClaimType.values()));
      case 1 -> new Condition.OfCertainty(enums(CertaintyLevel.values()));
      case 2 -> new Condition.OneOf(Set.copyOf(some(() -> claim().id())));
      case 3 -> new Condition.InDocument(Set.copyOf(some(() -> claim().document())));
      case 4 -> new Condition.OfAccount(Set.copyOf(some(
          () -> claim().account().map(account -> account.id()).orElse("incident-account--none"))));
      case 5 -> new Condition.OfIncident(words());
      case 6 -> new Condition.WithParty(enums(SlotRole.values()), Set.copyOf(some(() -> pick(ReadingGenerator.NAMES))));
      case 7 -> new Condition.WithKind(enums(SlotRole.values()), enums(PartyKind.values()));
      case 8 -> new Condition.OfState(enums(SlotRole.values()), Set.copyOf(some(
          () -> pick(ReadingGenerator.COUNTRIES))));
      case 9 -> new Condition.InSector(Set.copyOf(some(() -> pick(ReadingGenerator.SECTORS))));
      case 10 -> new Condition.Happened(days());
      case 11 -> new Condition.Said(days());
      case 12 -> recorded(from, to);
      case 13 -> new Condition.FoundIn(random.nextBoolean() ? days() : new Days(Optional.empty(), Optional.empty()),
          random.nextBoolean() ? Set.copyOf(some(() -> pick(ReadingGenerator.LANGUAGES))) : Set.of(),
          random.nextInt(3) == 0 ? Set.copyOf(some(() -> pick(ReadingGenerator.NAMES))) : Set.of());
      default -> new Condition.Quotes(words());
    };
  }

  private Condition recorded(Instant from, Instant to) {
    Instant a = moment(from, to);
    Instant b = moment(from, to);
    return new Condition.Recorded(random.nextInt(3) == 0 ? Optional.empty() : Optional.of(a.isBefore(b) ? a : b),
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(a.isBefore(b) ? b : a));
  }

  private Instant moment(Instant from, Instant to) {
    return from.plusMillis(random.nextLong(to.toEpochMilli() - from.toEpochMilli() + 2) - 1);
  }

  private Days days() {
    LocalDate first = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(18_000));
    return new Days(random.nextInt(3) == 0 ? Optional.empty() : Optional.of(first),
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(first.plusDays(random.nextInt(4000))));
  }

  private Claim claim() {
    return pick(pick(readings).claims());
  }

  private <E extends Enum<E>> Set<E> enums(E[] values) {
    return Set.copyOf(some(() -> values[random.nextInt(values.length)]));
  }

  private <T> Set<T> some(Supplier<T> value) {
    Set<T> some = new HashSet<>();
    for (int i = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4); i > 0; i--) {
      some.add(value.get());
    }
    return some;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
