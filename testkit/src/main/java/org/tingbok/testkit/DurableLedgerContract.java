package org.tingbok.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Decision;
import org.tingbok.claim.NameDecision;
import org.tingbok.vocabulary.NameMeaning;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.NameList;
import org.tingbok.ledger.Receipt;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.vocabulary.Verdict;

/// What a ledger does that outlives the program. `open` opens the one ledger of a test, each time it is called, also
/// while it is open already.
public abstract class DurableLedgerContract extends LedgerContract {
  /// For subclasses.
  protected DurableLedgerContract() {
  }

  @Test
  void reopenedHoldsTheSame() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    List<Reading> readings = generator.readings(25);
    AsOf day = new AsOf(generator.date().first(), Optional.empty());
    List<Snapshot.Recorded> held;
    Snapshot snapshot;
    try (Ledger ledger = open(clock)) {
      ledger.append(readings);
      ledger.append(List.of(generator.another(readings.getFirst().document(), 5)));
      held = ledger.readings();
      snapshot = ledger.asOf(day);
    }
    try (Ledger ledger = open(clock)) {
      assertThat(ledger.readings()).isEqualTo(held);
      assertThat(ledger.asOf(day)).isEqualTo(snapshot);
    }
  }

  @Test
  void reopenedHoldsTheSameNames() {
    NameList edition = new NameList("list/a", LocalDate.parse("2024-03-01"), many("list/a", "Otter", 25));
    Decision decision =
        new Decision("Otter 1", "Weasel", Verdict.SAME, "why", "who", LocalDate.parse("2024-04-01"));
    List<NameEntry.Recorded> held;
    try (Ledger ledger = open(clock)) {
      ledger.append(edition, false);
      ledger.append(decision);
      ledger.decide(List.of(new NameDecision("Weasel", NameMeaning.OTHER, "fur \"trade\"", "who",
          LocalDate.parse("2024-04-02"), "an animal")));
      held = ledger.names();
    }
    try (Ledger ledger = open(clock); Ledger other = open(clock)) {
      assertThat(ledger.names()).isEqualTo(held);
      assertThat(ledger.append(edition, false).added()).isZero();
      assertThat(ledger.append(decision)).isFalse();
      other.append(new NameList("list/b", LocalDate.parse("2024-03-01"), many("list/b", "Heron", 3)), false);
      ledger.append(new NameList("list/c", LocalDate.parse("2024-03-01"), many("list/c", "Tern", 3)), false);
      assertThat(ledger.names()).hasSize(held.size() + 6).isEqualTo(other.names());
    }
  }

  @Test
  void reopenedHoldsTheSameActsAndAnswersTheSame() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    List<Reading> readings = generator.readings(20);
    ActGenerator acting = new ActGenerator(generator);
    acting.onRecord(readings);
    QuestionGenerator questions = new QuestionGenerator(generator, readings);
    List<ClaimQuery> asked = new ArrayList<>();
    List<Page<RecordedClaim>> answered = new ArrayList<>();
    List<Act> wanted = acting.acts(60);
    List<Act.Recorded> held;
    Snapshot snapshot;
    try (Ledger ledger = open(clock)) {
      ledger.append(readings);
      wanted.forEach(act -> ledger.act(List.of(act)));
      held = ledger.acts();
      snapshot = ledger.asOf(AsOf.NOW);
      for (int i = 0; i < 40; i++) {
        asked.add(questions.claims(NOON, held.getLast().recordedAt()));
        answered.add(ledger.claims(asked.getLast(), AsOf.NOW, PageRequest.first(10)));
      }
    }
    try (Ledger ledger = open(clock); Ledger other = open(clock)) {
      assertThat(ledger.acts()).isEqualTo(held);
      assertThat(ledger.asOf(AsOf.NOW)).isEqualTo(snapshot);
      for (int i = 0; i < asked.size(); i++) {
        assertThat(ledger.claims(asked.get(i), AsOf.NOW, PageRequest.first(10))).isEqualTo(answered.get(i));
      }
      Act set = new Act.WatchSet("reopened", "--type denial", "ida");
      assertThat(ledger.act(List.of(set)).added()).isEqualTo(1);
      assertThat(other.act(List.of(set)).added()).isZero();
      assertThat(other.acts()).isEqualTo(ledger.acts()).hasSize(held.size() + 1);
    }
  }

  @Test
  void reopenedKnowsWhatItHolds() {
    List<Reading> readings = ReadingGenerator.printingItsSeed().readings(10);
    Receipt first;
    try (Ledger ledger = open(clock)) {
      first = ledger.append(readings);
    }
    try (Ledger ledger = open(clock)) {
      assertThat(ledger.append(readings))
          .isEqualTo(new Receipt(first.recordedAt(), 0, 10, 0, first.newClaims()));
    }
  }

  @Test
  void reopenedGoesOnInTime() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    Receipt first;
    try (Ledger ledger = open(clock)) {
      first = ledger.append(generator.readings(1));
    }
    clock.set(first.recordedAt().minusSeconds(60));
    try (Ledger ledger = open(clock)) {
      assertThat(ledger.append(generator.readings(1)).recordedAt()).isEqualTo(first.recordedAt().plusMillis(1));
    }
  }

  @Test
  void oneSeesWhatAnotherAppends() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    try (Ledger one = open(clock); Ledger other = open(clock)) {
      for (int i = 0; i < 5; i++) {
        (i % 2 == 0 ? one : other).append(generator.readings(3));
        assertThat(one.readings()).hasSize(3 * (i + 1)).isEqualTo(other.readings());
        assertThat(one.asOf(AsOf.NOW)).isEqualTo(other.asOf(AsOf.NOW));
      }
    }
  }
}
