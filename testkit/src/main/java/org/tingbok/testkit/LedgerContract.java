package org.tingbok.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tingbok.testkit.SmallReports.day;
import static org.tingbok.testkit.SmallReports.denial;
import static org.tingbok.testkit.SmallReports.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidBound;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// What every ledger does. Each implementation has a test class that extends this one and says how to open it.
public abstract class LedgerContract extends ClearedContract {
  /// For subclasses.
  protected LedgerContract() {
  }

  @Test
  void isEmptyAtFirst() {
    try (Ledger ledger = open(clock)) {
      assertThat(ledger.readings()).isEmpty();
      assertThat(ledger.asOf(AsOf.NOW)).isEqualTo(Snapshot.of(List.of(), AsOf.NOW));
    }
  }

  @Test
  void givesBackExactlyWhatWasAppended() {
    List<Reading> readings = ReadingGenerator.printingItsSeed().readings(60);
    try (Ledger ledger = open(clock)) {
      Receipt receipt = ledger.append(readings);
      int claims = readings.stream().mapToInt(reading -> reading.claims().size()).sum();
      assertThat(receipt).isEqualTo(new Receipt(NOON, 60, 0, claims, 0));
      List<Snapshot.Recorded> expected =
          readings.stream().map(reading -> new Snapshot.Recorded(reading, NOON)).toList();
      assertThat(ledger.readings()).isEqualTo(expected);
      assertThat(ledger.asOf(AsOf.NOW)).isEqualTo(Snapshot.of(expected, AsOf.NOW));
    }
  }

  @Test
  void agreesWithTheOneMeaningOfAsOf() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    try (Ledger ledger = open(clock)) {
      List<Snapshot.Recorded> recorded = new ArrayList<>();
      for (int batch = 0; batch < 5; batch++) {
        clock.set(NOON.plusSeconds(60L * batch));
        for (Reading reading : generator.readings(8)) {
          recorded.add(new Snapshot.Recorded(reading, ledger.append(List.of(reading)).recordedAt()));
        }
      }
      for (int question = 0; question < 60; question++) {
        AsOf asOf = new AsOf(generator.date().first(),
            question % 3 == 0 ? Optional.empty() : Optional.of(NOON.plusSeconds(5L * question)));
        assertThat(ledger.asOf(asOf)).isEqualTo(Snapshot.of(recorded, asOf));
      }
    }
  }

  @Test
  void readingTheSameReportAgainAddsNothing() {
    List<Reading> readings = ReadingGenerator.printingItsSeed().readings(20);
    try (Ledger ledger = open(clock)) {
      Receipt first = ledger.append(readings);
      List<Snapshot.Recorded> before = ledger.readings();
      clock.set(NOON.plusSeconds(60));
      Receipt second = ledger.append(readings);
      assertThat(second).isEqualTo(new Receipt(first.recordedAt(), 0, 20, 0, first.newClaims()));
      assertThat(ledger.readings()).isEqualTo(before);
    }
  }

  @Test
  void theSameReportTwiceInOneAppendIsRecordedOnce() {
    Reading reading = reading("a", day("2024-03-01"), day("2024-02-27"), day("2024-02-28"));
    try (Ledger ledger = open(clock)) {
      assertThat(ledger.append(List.of(reading, reading))).isEqualTo(new Receipt(NOON, 1, 1, 2, 2));
      assertThat(ledger.readings()).containsExactly(new Snapshot.Recorded(reading, NOON));
    }
  }

  @Test
  void aClaimNotYetOnRecordIsAddedToAKnownDocument() {
    Reading better = reading("a", day("2024-03-01"), day("2024-02-27"), day("2024-02-28"), day("2024-02-29"));
    Reading worse = new Reading(better.document(), better.claims().subList(1, 2), better.unread());
    try (Ledger ledger = open(clock)) {
      Receipt first = ledger.append(List.of(worse));
      clock.set(NOON.plusSeconds(60));
      Receipt second = ledger.append(List.of(better));
      assertThat(second).isEqualTo(new Receipt(NOON.plusSeconds(60), 0, 1, 2, 1));

      Claim early = better.claims().get(1);
      assertThat(claims(ledger.asOf(AsOf.NOW.recorded(first.recordedAt())))).containsExactly(early);
      assertThat(claims(ledger.asOf(AsOf.NOW.recorded(second.recordedAt())))).containsExactly(early,
          better.claims().get(0), better.claims().get(2));
      assertThat(ledger.asOf(AsOf.NOW).claims()).extracting(RecordedClaim::recordedAt)
          .containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(60));
    }
  }

  @Test
  void listsAReReadDocumentOnceWithEverythingOfIt() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    Reading first = generator.reading(3);
    Reading other = generator.reading(2);
    Reading again = generator.another(first.document(), 4);
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(first));
      clock.set(NOON.plusSeconds(60));
      ledger.append(List.of(other));
      clock.set(NOON.plusSeconds(120));
      ledger.append(List.of(again));
      List<Claim> claims = new ArrayList<>(first.claims());
      again.claims().stream().filter(claim -> claims.stream().noneMatch(known -> known.id().equals(claim.id())))
          .forEach(claims::add);
      List<Unread> unread = new ArrayList<>(first.unread());
      DocumentId id = first.document().id();
      again.unread().stream().filter(line -> unread.stream().noneMatch(known -> known.id(id).equals(line.id(id))))
          .forEach(unread::add);
      assertThat(ledger.readings()).containsExactly(
          new Snapshot.Recorded(new Reading(first.document(), claims, unread), NOON),
          new Snapshot.Recorded(other, NOON.plusSeconds(60)));
    }
  }

  @Test
  void aKnownDocumentStaysAsItWasRecorded() {
    Reading reading = reading("a", day("2024-03-01"), day("2024-02-27"), day("2024-02-28"));
    Document old = reading.document();
    Document redated = new Document(old.id(), "elsewhere/a.txt", old.sha256(), old.mediaType(), old.text(),
        Optional.of("Another title"), old.publisher(), day("2020-01-01"), old.language(), old.dates(), true,
        old.body());
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(new Reading(old, reading.claims().subList(0, 1), List.of())));
      ledger.append(List.of(new Reading(redated, reading.claims(), List.of())));
      assertThat(ledger.asOf(AsOf.NOW).documents()).containsOnlyKeys(old.id()).containsValue(old);
      assertThat(ledger.asOf(AsOf.NOW).claims()).hasSize(2);
      assertThat(ledger.readings().getFirst().reading().document()).isEqualTo(old);
    }
  }

  @Test
  void refusesTheWholeOfAListWithOneBadReading() {
    Reading good = reading("good", day("2024-03-01"), day("2024-02-27"));
    Reading known = reading("known", day("2024-03-01"), day("2024-02-27"));
    Document document = known.document();
    Document edited = new Document(document.id(), document.source(), document.sha256(), document.mediaType(),
        "Otherwise decoded. " + document.text(), document.title(), document.publisher(), document.published(),
        document.language(), document.dates(), document.dateConflict(), document.body());
    Reading bad = new Reading(edited,
        List.of(denial(edited, new Evidence(0, 18, "Otherwise decoded."), PartialDate.NOT_STATED)), List.of());
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(known));
      List<Snapshot.Recorded> before = ledger.readings();
      assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> ledger.append(List.of(good, bad)))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("EVIDENCE_NOT_VERBATIM"))
          .withMessageContaining(document.source());
      assertThat(ledger.readings()).isEqualTo(before);

      ledger.append(List.of(good));
      assertThat(ledger.readings()).hasSize(2);
    }
  }

  @Test
  void keepsTheOrderOfRecording() {
    List<Reading> readings = ReadingGenerator.printingItsSeed().readings(30);
    try (Ledger ledger = open(clock)) {
      ledger.append(readings.subList(20, 30));
      ledger.append(readings.subList(0, 20));
      List<Reading> expected = new ArrayList<>(readings.subList(20, 30));
      expected.addAll(readings.subList(0, 20));
      assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading).isEqualTo(expected);
      assertThat(claims(ledger.asOf(AsOf.NOW)))
          .isEqualTo(expected.stream().flatMap(reading -> reading.claims().stream()).toList());
    }
  }

  @Test
  void recordsAtTheMomentOfTheClockInMilliseconds() {
    clock.set(Instant.parse("2024-05-02T12:00:00.123456789Z"));
    try (Ledger ledger = open(clock)) {
      Receipt receipt = ledger.append(List.of(reading("a", day("2024-03-01"), day("2024-02-27"))));
      assertThat(receipt.recordedAt()).isEqualTo(Instant.parse("2024-05-02T12:00:00.123Z"));
      assertThat(ledger.readings().getFirst().recordedAt()).isEqualTo(receipt.recordedAt());
      assertThat(ledger.asOf(AsOf.NOW).claims().getFirst().recordedAt()).isEqualTo(receipt.recordedAt());
    }
  }

  @Test
  void recordedTimeNeverStandsStillOrRunsBack() {
    try (Ledger ledger = open(clock)) {
      Instant first = ledger.append(List.of(reading("a", day("2024-03-01"), day("2024-02-27")))).recordedAt();
      Instant second = ledger.append(List.of(reading("b", day("2024-03-01"), day("2024-02-27")))).recordedAt();
      clock.set(NOON.minusSeconds(3600));
      Instant third = ledger.append(List.of(reading("c", day("2024-03-01"), day("2024-02-27")))).recordedAt();
      assertThat(List.of(first, second, third)).containsExactly(NOON, NOON.plusMillis(1), NOON.plusMillis(2));
    }
  }

  @Test
  void aSnapshotOfAPastMomentIsUnchangedByLaterAppends() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    try (Ledger ledger = open(clock)) {
      Reading reading = generator.reading(5);
      AsOf then = AsOf.NOW.recorded(ledger.append(List.of(reading)).recordedAt());
      AsOf thenAndDay = new AsOf(Optional.of(LocalDate.of(2015, 6, 1)), then.recorded());
      Snapshot before = ledger.asOf(then);
      Snapshot dayBefore = ledger.asOf(thenAndDay);
      ledger.append(generator.readings(10));
      ledger.append(List.of(generator.another(reading.document(), 6)));
      assertThat(ledger.asOf(then)).isEqualTo(before);
      assertThat(ledger.asOf(thenAndDay)).isEqualTo(dayBefore);
      assertThat(ledger.asOf(AsOf.NOW).claims()).hasSizeGreaterThan(before.claims().size());
    }
  }

  @Test
  void answersAsOfAnyMoment() {
    Reading reading = reading("a", day("2024-03-01"), day("2024-02-27"));
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(reading));
      assertThat(ledger.asOf(AsOf.NOW.recorded(Instant.MIN)).documents()).isEmpty();
      assertThat(ledger.asOf(AsOf.NOW.recorded(NOON.minusNanos(1))).claims()).isEmpty();
      assertThat(ledger.asOf(AsOf.NOW.recorded(NOON)).claims()).hasSize(1);
      assertThat(ledger.asOf(AsOf.NOW.recorded(Instant.MAX)).claims()).hasSize(1);
      assertThat(ledger.asOf(AsOf.said(LocalDate.MAX)).claims()).hasSize(1);
      assertThat(ledger.asOf(AsOf.said(LocalDate.MIN)).claims()).isEmpty();
    }
  }

  @Test
  void placesAClaimByItsOwnDate() {
    Reading reading = reading("a", day("2024-03-05"), day("2024-03-01"), day("2024-03-04"));
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(reading));
      assertThat(claims(ledger.asOf(AsOf.said(LocalDate.parse("2024-02-29"))))).isEmpty();
      Snapshot first = ledger.asOf(AsOf.said(LocalDate.parse("2024-03-01")));
      assertThat(claims(first)).containsExactly(reading.claims().getFirst());
      assertThat(first.claims().getFirst().bound()).isEqualTo(SaidBound.STATED);
      assertThat(first.documents()).containsOnlyKeys(reading.document().id());
      assertThat(first.unplaced()).isZero();
      assertThat(claims(ledger.asOf(AsOf.said(LocalDate.parse("2024-03-04"))))).isEqualTo(reading.claims());
    }
  }

  @Test
  void boundsAnUndatedClaimByItsDocument() {
    Reading reading = reading("a", day("2024-03-05"), PartialDate.NOT_STATED);
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(reading));
      Snapshot before = ledger.asOf(AsOf.said(LocalDate.parse("2024-03-04")));
      assertThat(before.claims()).isEmpty();
      assertThat(before.documents()).isEmpty();
      assertThat(before.unplaced()).isZero();
      Snapshot then = ledger.asOf(AsOf.said(LocalDate.parse("2024-03-05")));
      assertThat(then.claims()).containsExactly(
          new RecordedClaim(reading.claims().getFirst(), day("2024-03-05"), SaidBound.DOCUMENT, NOON));
    }
  }

  @Test
  void countsAClaimThatNothingDatesAsUnplaced() {
    Reading reading = reading("a", PartialDate.NOT_STATED, PartialDate.NOT_STATED, day("2024-03-01"));
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(reading));
      Snapshot late = ledger.asOf(AsOf.said(LocalDate.parse("2030-01-01")));
      assertThat(claims(late)).containsExactly(reading.claims().get(1));
      assertThat(late.unplaced()).isEqualTo(1);
      Snapshot whole = ledger.asOf(AsOf.NOW);
      assertThat(whole.unplaced()).isZero();
      assertThat(whole.claims()).extracting(RecordedClaim::bound).containsExactly(SaidBound.UNKNOWN, SaidBound.STATED);
      assertThat(ledger.asOf(AsOf.said(LocalDate.parse("2030-01-01")).recorded(NOON.minusMillis(1))).unplaced())
          .isZero();
    }
  }

  @Test
  void aCoarseDateIsSaidByItsLastDayAndUnplacedWithin() {
    Reading reading = reading("a", day("2024-06-20"), PartialDate.parse("2023-02"), PartialDate.parse("2024"));
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(reading));
      assertThat(ledger.asOf(AsOf.said(LocalDate.parse("2023-01-31"))).unplaced()).isZero();
      Snapshot within = ledger.asOf(AsOf.said(LocalDate.parse("2023-02-10")));
      assertThat(within.claims()).isEmpty();
      assertThat(within.unplaced()).isEqualTo(1);
      assertThat(claims(ledger.asOf(AsOf.said(LocalDate.parse("2023-02-28")))))
          .containsExactly(reading.claims().getFirst());
      // "in 2024", told on 20 June 2024, cannot have been said later than that
      assertThat(ledger.asOf(AsOf.said(LocalDate.parse("2024-06-19"))).unplaced()).isEqualTo(1);
      assertThat(claims(ledger.asOf(AsOf.said(LocalDate.parse("2024-06-20"))))).isEqualTo(reading.claims());
    }
  }

  @Test
  void listsADocumentWithoutClaimsFromTheDayItCameOut() {
    Reading dated = reading("a", day("2024-03-05"));
    Reading undated = reading("b", PartialDate.NOT_STATED);
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(dated, undated));
      assertThat(ledger.asOf(AsOf.said(LocalDate.parse("2024-03-04"))).documents()).isEmpty();
      assertThat(ledger.asOf(AsOf.said(LocalDate.parse("2024-03-05"))).documents())
          .containsOnlyKeys(dated.document().id());
      assertThat(ledger.asOf(AsOf.NOW).documents()).hasSize(2);
    }
  }

  @Test
  void manyThreadsAppendingTheSameReadingAddItOnce() throws Exception {
    List<Reading> readings = ReadingGenerator.printingItsSeed().readings(5);
    int claims = readings.stream().mapToInt(reading -> reading.claims().size()).sum();
    try (Ledger ledger = open(clock); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Receipt>> tasks = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        tasks.add(() -> ledger.append(readings));
      }
      int newDocuments = 0;
      int newClaims = 0;
      for (Future<Receipt> receipt : threads.invokeAll(tasks)) {
        newDocuments += receipt.get().newDocuments();
        newClaims += receipt.get().newClaims();
      }
      assertThat(newDocuments).isEqualTo(5);
      assertThat(newClaims).isEqualTo(claims);
      assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading).isEqualTo(readings);
    }
  }

  @Test
  void readersAmongWritersSeeWholeAppendsOnly() throws Exception {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    List<List<Reading>> batches = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      batches.add(List.of(generator.reading(2), generator.reading(3)));
    }
    try (Ledger ledger = open(clock); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (List<Reading> batch : batches) {
        tasks.add(() -> ledger.append(batch).newClaims());
        tasks.add(() -> ledger.asOf(AsOf.NOW).claims().size());
      }
      for (Future<Integer> count : threads.invokeAll(tasks)) {
        assertThat(count.get() % 5).isZero();
      }
      assertThat(ledger.asOf(AsOf.NOW).claims()).hasSize(60);
    }
  }

  private static List<Claim> claims(Snapshot snapshot) {
    return snapshot.claims().stream().map(RecordedClaim::claim).toList();
  }
}
