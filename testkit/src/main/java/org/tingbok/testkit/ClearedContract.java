package org.tingbok.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.PageRequest;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.Tlp;

/// What every ledger shows of itself to somebody who may not see all: what a ledger would show on which nothing else was
/// ever recorded.
public abstract class ClearedContract extends QueryContract {
  /// For subclasses.
  protected ClearedContract() {
  }

  private static final PageRequest ALL = PageRequest.first(1000);

  /// What may be seen of a number of steps, told without the ledger's own code.
  private static final class Seen {
    private final Map<String, Tlp> marked = new HashMap<>();
    private final Map<String, DocumentId> documentOf = new HashMap<>();
    private final Tlp ceiling;

    Seen(List<Step> steps, Tlp ceiling) {
      this.ceiling = ceiling;
      for (Step step : steps) {
        for (Reading reading : step.readings()) {
          DocumentId document = reading.document().id();
          reading.claims().forEach(claim -> documentOf.put(claim.id(), document));
          reading.unread().forEach(sentence -> documentOf.put(sentence.id(document), document));
        }
        for (Act act : step.acts()) {
          if (act instanceof Act.Marked one) {
            one.marking().ifPresentOrElse(tlp -> marked.put(one.subject(), tlp), () -> marked.remove(one.subject()));
          }
        }
      }
    }

    boolean shows(String id) {
      boolean itself = !marked.containsKey(id) || marked.getOrDefault(id, Tlp.CLEAR).level() <= ceiling.level();
      return itself && (!documentOf.containsKey(id) || shows(documentOf.getOrDefault(id, new DocumentId(id)).value()));
    }

    private boolean shows(Act act) {
      return switch (act) {
        case Act.Grouped grouped -> grouped.accounts().stream().allMatch(one -> shows(one.document().value()));
        case Act.Fetched fetched -> shows(fetched.document().value());
        case Act.Ruled _, Act.Misread _, Act.Reopened _, Act.Revised _, Act.Retracted _, Act.Erased _, Act.Marked _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _ ->
          shows(act.subject());
      };
    }

    private Reading seen(Reading reading) {
      return new Reading(reading.document(), reading.claims().stream().filter(claim -> shows(claim.id())).toList(),
          reading.unread());
    }

    /// A ledger on which only that was recorded, at the same moments.
    Ledger alone(List<Step> steps, QueryContract contract) {
      ManualClock clock = new ManualClock(NOON);
      Ledger ledger = Ledger.inMemory(clock, contract.forms());
      for (Step step : steps) {
        clock.set(step.moment());
        List<Reading> readings = step.readings().stream()
            .filter(reading -> shows(reading.document().id().value())).map(this::seen).toList();
        List<Act> acts = step.acts().stream().filter(this::shows).toList();
        if (!readings.isEmpty()) {
          ledger.append(readings);
        }
        if (!acts.isEmpty()) {
          ledger.act(acts);
        }
      }
      return ledger;
    }
  }

  @Test
  void whoMayNotSeeAllSeesALedgerOnWhichNothingElseWasRecorded() {
    try (Ledger ledger = open(clock)) {
      Filled filled = new Filled(ledger, 10);
      Instant last = ledger.acts().getLast().recordedAt();
      for (Tlp ceiling : Tlp.values()) {
        Ledger seen = ledger.cleared(ceiling);
        try (Ledger alone = new Seen(filled.steps, ceiling).alone(filled.steps, this)) {
          assertThat(seen.acts()).isEqualTo(alone.acts());
          assertThat(seen.readings()).isEqualTo(alone.readings());
          List<Snapshot.Recorded> each = new ArrayList<>();
          seen.each(each::add);
          List<Snapshot.Recorded> expected = new ArrayList<>();
          alone.each(expected::add);
          assertThat(each).containsExactlyInAnyOrderElementsOf(expected);
          Set<DocumentId> some =
              filled.readings.stream().limit(20).map(one -> one.document().id()).collect(Collectors.toSet());
          assertThat(seen.readings(some)).isEqualTo(alone.readings(some));
          assertThat(seen.names()).isEqualTo(ledger.names());
          for (Reading reading : filled.readings) {
            DocumentId document = reading.document().id();
            assertThat(seen.document(document)).as("%s at %s", document, ceiling).isEqualTo(alone.document(document));
            for (Claim claim : reading.claims()) {
              assertThat(seen.claim(claim.id())).as("%s at %s", claim.id(), ceiling).isEqualTo(alone.claim(claim.id()));
            }
          }
          QuestionGenerator questions = filled.questions();
          for (int i = 0; i < 60; i++) {
            AsOf asOf = questions.asOf(NOON, last);
            assertThat(seen.asOf(asOf)).isEqualTo(alone.asOf(asOf));
            ClaimQuery query = questions.claims(NOON, last);
            assertThat(seen.claims(query, asOf, ALL).items()).as("%s as of %s at %s", query, asOf, ceiling)
                .isEqualTo(alone.claims(query, asOf, ALL).items());
            assertThat(seen.count(query, asOf)).isEqualTo(alone.count(query, asOf));
            DocumentQuery documents = questions.documents();
            assertThat(seen.documents(documents, asOf, ALL).items()).as("%s as of %s at %s", documents, asOf, ceiling)
                .isEqualTo(alone.documents(documents, asOf, ALL).items());
          }
        }
      }
    }
  }

  @Test
  void aClaimInheritsItsDocumentsMarkingAndIsNeverWider() {
    try (Ledger ledger = open(clock)) {
      Reading reading = SmallReports.reading("notice", SmallReports.day("2024-03-04"), SmallReports.day("2024-03-01"));
      ledger.append(List.of(reading));
      Claim claim = reading.claims().getFirst();
      String document = reading.document().id().value();
      mark(ledger, document, Tlp.AMBER);
      mark(ledger, claim.id(), Tlp.GREEN);
      assertThat(marking(ledger, claim)).contains(Tlp.AMBER);
      mark(ledger, claim.id(), Tlp.RED);
      assertThat(marking(ledger, claim)).contains(Tlp.RED);
      assertThat(ledger.cleared(Tlp.AMBER_STRICT).claim(claim.id())).isEmpty();
      assertThat(ledger.cleared(Tlp.AMBER_STRICT).document(reading.document().id())).isPresent();
      assertThat(ledger.cleared(Tlp.GREEN).document(reading.document().id())).isEmpty();
      assertThat(ledger.cleared(Tlp.RED).claim(claim.id())).isPresent();
    }
  }

  @Test
  void aMarkingHoldsForEveryMomentAndCanBeTakenBack() {
    try (Ledger ledger = open(clock)) {
      Reading reading = SmallReports.reading("notice", SmallReports.day("2024-03-04"), SmallReports.day("2024-03-01"));
      Instant first = ledger.append(List.of(reading)).recordedAt();
      String document = reading.document().id().value();
      clock.set(NOON.plusSeconds(60));
      mark(ledger, document, Tlp.RED);
      assertThat(ledger.cleared(Tlp.GREEN).asOf(AsOf.NOW.recorded(first)).claims()).isEmpty();
      assertThat(ledger.cleared(Tlp.GREEN).count(ClaimQuery.EVERYTHING, AsOf.said(LocalDate.MAX))).isZero();
      clock.set(NOON.plusSeconds(120));
      ledger.act(List.of(new Act.Marked(document, Optional.empty(), "released", "ida")));
      assertThat(ledger.cleared(Tlp.CLEAR).asOf(AsOf.NOW).claims()).hasSameSizeAs(reading.claims());
      assertThatExceptionOfType(TingbokException.class)
          .isThrownBy(() -> ledger.act(List.of(new Act.Marked(document, Optional.empty(), "again", "ida"))))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("MARKING_NONE"));
    }
  }

  @Test
  void whoSeesAPartCannotAddToIt() {
    try (Ledger ledger = open(clock)) {
      Ledger seen = ledger.cleared(Tlp.RED);
      assertThatExceptionOfType(TingbokException.class)
          .isThrownBy(() -> seen.append(
              List.of(SmallReports.reading("notice", SmallReports.day("2024-03-04"), SmallReports.day("2024-03-01")))))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("LEDGER_UNWRITABLE"));
      assertThat(ledger.readings()).isEmpty();
    }
  }

  private static void mark(Ledger ledger, String subject, Tlp tlp) {
    ledger.act(List.of(new Act.Marked(subject, Optional.of(tlp), "at its head", "ida")));
  }

  private static Optional<Tlp> marking(Ledger ledger, Claim claim) {
    return ledger.asOf(AsOf.NOW).claims().stream().filter(one -> one.id().equals(claim.id()))
        .map(RecordedClaim::marking).findFirst().orElseThrow();
  }
}
