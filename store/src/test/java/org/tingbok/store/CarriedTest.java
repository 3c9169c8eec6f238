package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameList;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.testkit.ActGenerator;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.Verdict;

/// Whatever a ledger has come to hold, in whatever order, can be carried: to a new ledger of either engine, and to one that
/// was given an earlier export.
class CarriedTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

  enum Engine {
    FILE, POSTGRESQL
  }

  @TempDir
  Path folder;

  private final ManualClock clock = new ManualClock(Instant.parse("2024-05-02T12:00:00Z"));
  private int made;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anySequenceOfEntriesIsCarried(Engine engine) {
    Random random = ReadingGenerator.printedRandom();
    for (int round = 0; round < 12; round++) {
      ReadingGenerator readings = new ReadingGenerator(random.nextLong());
      ActGenerator acts = new ActGenerator(readings);
      List<Reading> known = new ArrayList<>();
      String source = anew(engine);
      String early = anew(engine);
      int steps = 1 + random.nextInt(10);
      int exported = random.nextInt(steps);
      for (int step = 0; step < steps; step++) {
        append(source, step == 0 ? 0 : random.nextInt(8), random, readings, acts, known);
        if (step == exported) {
          importInto(early, export(source));
        }
      }
      String export = export(source);
      assertThat(wrong(source)).describedAs("round %d", round).isEmpty();
      importInto(early, export);
      List<String> all = new ArrayList<>(List.of(early));
      for (Engine other : Engine.values()) {
        String next = anew(other);
        importInto(next, export);
        all.add(next);
      }
      for (String copy : all) {
        assertThat(export(copy)).describedAs("round %d", round).isEqualTo(export);
        assertThat(snapshot(copy)).describedAs("round %d", round).isEqualTo(snapshot(source));
        assertThat(wrong(copy)).describedAs("round %d", round).isEmpty();
      }
    }
  }

  /// One append, of any sort: whole documents, more of a document, one document in two readings, names, acts.
  private void append(String address, int sort, Random random, ReadingGenerator generator, ActGenerator acts,
      List<Reading> known) {
    try (Ledger ledger = Ledgers.open(address, clock)) {
      switch (sort) {
        case 0, 1 -> {
          List<Reading> fresh = IntStream.rangeClosed(0, random.nextInt(3))
              .mapToObj(_ -> generator.reading(1 + random.nextInt(4))).toList();
          ledger.append(fresh);
          known.addAll(fresh);
          acts.onRecord(fresh);
        }
        case 2 -> {
          Reading more = more(random, generator, known);
          ledger.append(List.of(more));
          onRecord(ledger, more, known, acts);
        }
        case 3 -> {
          Reading one = generator.reading(2);
          Reading two = generator.another(one.document(), 2);
          Reading between = generator.reading(1);
          List<Reading> fresh = random.nextBoolean() ? List.of(one, two) : List.of(one, between, two);
          ledger.append(fresh);
          known.addAll(fresh);
          acts.onRecord(fresh);
        }
        case 4 -> {
          ledger.append(new NameList("list/herons", DAY, List.of(NameFormatTest.LISTING)), false);
          ledger.append(new Decision("Tin Heron", "Copper Lynx", Verdict.DISTINCT, "tools " + random.nextInt(9), "ida",
              DAY));
        }
        case 5 -> {
          Reading more = more(random, generator, known);
          ledger.append(List.of(more), acts.acts(2));
          onRecord(ledger, more, known, acts);
        }
        default -> ledger.act(acts.acts(1 + random.nextInt(6)));
      }
    }
    clock.set(clock.instant().plusSeconds(random.nextInt(3)));
  }

  private static Reading more(Random random, ReadingGenerator generator, List<Reading> known) {
    return generator.another(known.get(random.nextInt(known.size())).document(), 1 + random.nextInt(3));
  }

  /// Of an erased document nothing further is recorded.
  private static void onRecord(Ledger ledger, Reading more, List<Reading> known, ActGenerator acts) {
    if (ledger.claim(more.claims().getFirst().id()).isPresent()) {
      known.add(more);
      acts.onRecord(List.of(more));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void oneThatFollowsDropsWordsWhateverCameBeforeTheErasure(Engine engine) {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    for (int round = 0; round < 5; round++) {
      String source = anew(engine);
      String follower = anew(engine);
      Reading reading = generator.reading(4);
      Claim claim = reading.claims().getFirst();
      try (Ledger ledger = Ledgers.open(source, clock)) {
        ledger.append(List.of(reading, generator.reading(1)));
        importInto(follower, export(source));
        ledger.append(List.of(generator.another(reading.document(), 3)));
        ledger.act(List.of(new Act.Revised(generator.revised(claim), "reader 2"),
            new Act.Ruled(
                new Ruling(claim.id(), RulingVerdict.CORRECTED, Optional.of(generator.claim(reading.document())),
                    "why", "ida", DAY, Optional.empty()))));
        ledger.act(List.of(new Act.Erased(reading.document().id(), "court order 7", "the editor", DAY)));
        ledger.append(generator.readings(2));
      }
      importInto(follower, export(source));
      assertThat(wrong(source)).isEmpty();
      assertThat(wrong(follower)).isEmpty();
      assertThat(export(follower)).isEqualTo(export(source));
      assertThat(snapshot(follower)).isEqualTo(snapshot(source));
    }
  }

  @Test
  void aRulingOnTheLastDocumentReadIsCarried() {
    String source = anew(Engine.FILE);
    Reading reading = new ReadingGenerator(3).reading(2);
    Claim claim = reading.claims().getLast();
    try (Ledger ledger = Ledgers.open(source, clock)) {
      ledger.append(List.of(reading));
      ledger.act(List.of(new Act.Ruled(new Ruling(claim.id(), RulingVerdict.CONFIRMED, Optional.empty(), "", "ida", DAY,
          Optional.empty()))));
    }
    String copy = anew(Engine.FILE);
    importInto(copy, export(source));
    assertThat(snapshot(copy)).isEqualTo(snapshot(source));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void oneDocumentInTwoReadingsOfOneAppendIsCarried(Engine engine) {
    Document document = new ReadingGenerator(4).reading(0).document();
    Optional<IncidentAccount> account =
        Optional.of(new IncidentAccount(document.id(), "1", "theft of charts", List.of(),
            PartialDate.NOT_STATED, Set.of(), Set.of()));
    Saying saying = new Saying(List.of(new Party("Harbour office", PartyKind.BODY, Optional.empty(), "office")),
        Optional.empty(), false, List.of(), Certainty.ASSERTED, PartialDate.NOT_STATED);
    List<Reading> readings = Stream.of(5, 9).map(end -> new Reading(document, List.<Claim>of(
        new Claim.Denial(document.id(), saying, account,
            List.of(new Evidence(0, end, document.text().substring(0, end))))),
        List.of())).toList();
    String source = anew(engine);
    try (Ledger ledger = Ledgers.open(source, clock)) {
      ledger.append(readings);
    }
    assertThat(wrong(source)).isEmpty();
    String copy = anew(engine);
    importInto(copy, export(source));
    assertThat(snapshot(copy)).isEqualTo(snapshot(source));
    assertThat(wrong(copy)).isEmpty();
  }

  private String anew(Engine engine) {
    return switch (engine) {
      case FILE -> folder.resolve(++made + ".ledger").toString();
      case POSTGRESQL -> PostgresServer.anew();
    };
  }

  private static Upkeep upkeep(String ledger) {
    return Upkeep.of(ledger, ledger);
  }

  private static List<String> wrong(String ledger) {
    List<String> lines = new ArrayList<>();
    upkeep(ledger).verify(Optional.empty(), true, finding -> lines.add(finding.line()));
    return lines;
  }

  private static String export(String ledger) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    upkeep(ledger).export(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void importInto(String ledger, String export) {
    upkeep(ledger).importFrom(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), "f.jsonl");
  }

  private static Object snapshot(String ledger) {
    try (Ledger opened = Ledgers.read(ledger)) {
      return List.of(opened.asOf(AsOf.NOW), opened.readings(), opened.names(), opened.acts());
    }
  }
}
