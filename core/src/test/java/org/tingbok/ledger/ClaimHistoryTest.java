package org.tingbok.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tingbok.ledger.Tide.ADOPTED;
import static org.tingbok.ledger.Tide.DOCUMENT;
import static org.tingbok.ledger.Tide.HEDGED;
import static org.tingbok.ledger.Tide.READ;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Ruling;
import org.tingbok.vocabulary.RulingVerdict;

class ClaimHistoryTest {
  private static final Act CONFIRMED = Tide.ruled(RulingVerdict.CONFIRMED);
  private static final Act REJECTED = Tide.ruled(RulingVerdict.REJECTED);
  private static final Act UNDONE = Tide.ruled(RulingVerdict.UNDONE);
  private static final Act CORRECTED = Tide.corrected(ADOPTED);
  private static final Act MISREAD = new Act.Misread(READ.id(), "no longer read", "reader 2");
  private static final Act REVISED = new Act.Revised(HEDGED, "reader 2");

  /// What stands after acts, one a second.
  private static Optional<Claim> after(Act... acts) {
    return history(acts).asOf(DOCUMENT, AsOf.NOW).map(RecordedClaim::claim);
  }

  private static ClaimHistory history(Act... acts) {
    List<Act.Recorded> recorded = new ArrayList<>();
    for (Act act : acts) {
      recorded.add(new Act.Recorded(act, Instant.ofEpochSecond(recorded.size() + 1L)));
    }
    return new ClaimHistory(READ, Instant.EPOCH, recorded);
  }

  @Test
  void standsAsReadIfNothingWasDone() {
    assertThat(after()).contains(READ);
  }

  @Test
  void theReaderMayBeWrongAndRightAgain() {
    assertThat(after(MISREAD)).isEmpty();
    assertThat(after(MISREAD, REVISED)).contains(HEDGED);
    assertThat(after(REVISED, MISREAD)).isEmpty();
    assertThat(after(REVISED)).contains(HEDGED);
  }

  @Test
  void theAnalystStandsAgainstTheReader() {
    assertThat(after(CONFIRMED, MISREAD)).contains(READ);
    assertThat(after(CONFIRMED, REVISED)).contains(READ);
    assertThat(after(CORRECTED, REVISED)).contains(ADOPTED);
    assertThat(after(REJECTED, REVISED)).isEmpty();
    assertThat(after(MISREAD, CONFIRMED)).contains(READ);
    assertThat(after(REVISED, CONFIRMED)).contains(HEDGED);
  }

  @Test
  void theLastRulingHolds() {
    assertThat(after(REJECTED, CONFIRMED)).contains(READ);
    assertThat(after(CORRECTED, REJECTED)).isEmpty();
    assertThat(after(CORRECTED, CONFIRMED)).contains(READ);
    assertThat(after(CONFIRMED, REVISED, CONFIRMED)).contains(READ);
  }

  @Test
  void undoneLeavesItAsItWasLastRead() {
    assertThat(after(REJECTED, UNDONE)).contains(READ);
    assertThat(after(CONFIRMED, REVISED, UNDONE)).contains(HEDGED);
    assertThat(after(CONFIRMED, MISREAD, UNDONE)).isEmpty();
    assertThat(after(CORRECTED, MISREAD, REVISED, UNDONE)).contains(HEDGED);
    assertThat(after(CONFIRMED, REVISED, UNDONE, CONFIRMED)).contains(HEDGED);
  }

  @Test
  void answersAsOfAnyMoment() {
    ClaimHistory history = history(REJECTED, UNDONE, REVISED);
    assertThat(history.asOf(DOCUMENT, AsOf.NOW.recorded(Instant.EPOCH.minusMillis(1)))).isEmpty();
    assertThat(history.asOf(DOCUMENT, AsOf.NOW.recorded(Instant.EPOCH))).map(RecordedClaim::claim).contains(READ);
    assertThat(history.asOf(DOCUMENT, AsOf.NOW.recorded(Instant.ofEpochSecond(1)))).isEmpty();
    RecordedClaim undone =
        history.asOf(DOCUMENT, AsOf.NOW.recorded(Instant.ofEpochMilli(2999))).orElseThrow();
    assertThat(undone.claim()).isEqualTo(READ);
    assertThat(undone.ruling()).isEmpty();
    assertThat(undone.changedAt()).isEqualTo(Instant.ofEpochSecond(2));
    assertThat(undone.acts()).hasSize(2);
    assertThat(history.asOf(DOCUMENT, AsOf.NOW).orElseThrow().claim()).isEqualTo(HEDGED);
  }

  @Test
  void isKnownByTheIdThatItWasFirstReadUnder() {
    RecordedClaim corrected = history(CORRECTED).asOf(DOCUMENT, AsOf.NOW).orElseThrow();
    assertThat(corrected.id()).isEqualTo(READ.id()).isNotEqualTo(corrected.claim().id());
    assertThat(corrected.ruling()).map(Ruling::verdict).contains(RulingVerdict.CORRECTED);
  }

  @Test
  void aRetractionIsToldFromItsDay() {
    Act.Retracted retracted = Tide.retracted(READ.id(), "2024-04-10");
    ClaimHistory history = history(retracted);
    assertThat(history.asOf(DOCUMENT, AsOf.NOW).orElseThrow().retraction()).contains(retracted);
    RecordedClaim before = history.asOf(DOCUMENT, AsOf.said(LocalDate.parse("2024-04-09"))).orElseThrow();
    assertThat(before.retraction()).isEmpty();
    assertThat(before.acts()).isEmpty();
    assertThat(history.asOf(DOCUMENT, AsOf.said(LocalDate.parse("2024-04-10"))).orElseThrow().retraction())
        .contains(retracted);
  }

  @Test
  void isDatedByWhatStands() {
    RecordedClaim revised = history(REVISED).asOf(DOCUMENT, AsOf.NOW).orElseThrow();
    assertThat(revised.bound()).isEqualTo(SaidBound.STATED);
    assertThat(history().asOf(DOCUMENT, AsOf.NOW).orElseThrow().bound()).isEqualTo(SaidBound.DOCUMENT);
  }
}
