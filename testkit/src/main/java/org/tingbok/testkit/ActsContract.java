package org.tingbok.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tingbok.testkit.SmallReports.accusation;
import static org.tingbok.testkit.SmallReports.day;
import static org.tingbok.testkit.SmallReports.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.ActReceipt;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidBound;
import org.tingbok.ledger.Snapshot;
import org.tingbok.ledger.Watch;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.TingbokException;

/// What every ledger does with acts: rulings, better readings, retractions, erasures, watches.
public abstract class ActsContract extends NamesContract {
  static final Document GAZETTE = SmallReports.document("gazette",
      "The Elvheim Institute said that Copper Lynx copied the tide tables. Vik Radio named Tin Heron.", "en",
      day("2024-03-04"), Optional.of("Tide tables copied"));
  static final Claim LYNX =
      accusation(GAZETTE, "The Elvheim Institute said that Copper Lynx copied the tide tables.", "Elvheim Institute",
          "Copper Lynx");
  static final Claim HERON = accusation(GAZETTE, "Vik Radio named Tin Heron.", "Vik Radio", "Tin Heron");
  static final Unread UNREAD = new Unread(evidence(GAZETTE, "named Tin Heron"), "nobody is named");
  static final Reading READING = new Reading(GAZETTE, List.of(LYNX, HERON), List.of(UNREAD));
  private static final LocalDate MONDAY = LocalDate.parse("2024-05-06");

  /// For subclasses.
  protected ActsContract() {
  }

  static Act ruled(Claim claim, RulingVerdict verdict) {
    return ruled(claim, verdict, Optional.empty());
  }

  static Act ruled(Claim claim, RulingVerdict verdict, Optional<Claim> correction) {
    return new Act.Ruled(new Ruling(claim.id(), verdict, correction, "the text says so", "ida", MONDAY,
        Optional.empty()));
  }

  static Act.Retracted retracted(String subject, LocalDate day) {
    return new Act.Retracted(subject, RetractionKind.WITHDRAWN, "Elvheim Institute", day, "notice of that day",
        Optional.empty());
  }

  private static Claim hedged(Claim claim) {
    return claim instanceof Claim.Attribution was
        ? new Claim.Attribution(was.document(), SmallReports.saying("Elvheim Institute",
            new Certainty(CertaintyLevel.LOW, Optional.of("may have"), Optional.empty(), Optional.empty()),
            day("2024-03-01")), was.accused(), was.incident(), was.evidence())
        : claim;
  }

  /// A ledger with the Gazette's two claims, recorded at noon.
  private Ledger withGazette() {
    Ledger ledger = open(clock);
    ledger.append(List.of(READING));
    return ledger;
  }

  private static List<Claim> standing(Ledger ledger, AsOf asOf) {
    return ledger.asOf(asOf).claims().stream().map(RecordedClaim::claim).toList();
  }

  @Test
  void readingsAndActsAreRecordedTogetherOrNotAtAll() {
    try (Ledger ledger = open(clock)) {
      Instant first = ledger.append(List.of(new Reading(GAZETTE, List.of(LYNX), List.of()))).recordedAt();
      Reading more = new Reading(GAZETTE, List.of(HERON), List.of(UNREAD));
      assertThatExceptionOfType(TingbokException.class).isThrownBy(() -> ledger.append(List.of(more),
          List.of(ruled(HERON, RulingVerdict.CONFIRMED), new Act.Misread("claim--00000000", "why", "reader"))))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("CLAIM_UNKNOWN"));
      assertThat(ledger.readings().getFirst().reading()).isEqualTo(new Reading(GAZETTE, List.of(LYNX), List.of()));
      assertThat(ledger.acts()).isEmpty();
      assertThat(ledger.claim(HERON.id())).isEmpty();
      ActReceipt receipt = ledger.append(List.of(more),
          List.of(new Act.Misread(LYNX.id(), "no longer read", "reader"), ruled(HERON, RulingVerdict.CONFIRMED)))
          .acts();
      assertThat(receipt.added()).isEqualTo(2);
      assertThat(receipt.recordedAt()).isAfter(first);
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(HERON);
      assertThat(ledger.readings().getFirst().reading())
          .isEqualTo(new Reading(GAZETTE, List.of(LYNX, HERON), List.of(UNREAD)));
      assertThat(ledger.append(List.of(more), List.of(ruled(HERON, RulingVerdict.CONFIRMED))).acts().added()).isZero();
    }
  }

  @Test
  void aConfirmedClaimSaysSo() {
    try (Ledger ledger = withGazette()) {
      clock.set(NOON.plusSeconds(60));
      Act ruling = ruled(LYNX, RulingVerdict.CONFIRMED);
      assertThat(ledger.act(List.of(ruling))).isEqualTo(new ActReceipt(NOON.plusSeconds(60), 1, 0));
      RecordedClaim claim = ledger.asOf(AsOf.NOW).claims().getFirst();
      assertThat(claim).isEqualTo(new RecordedClaim(LYNX.id(), LYNX, day("2024-03-04"), SaidBound.DOCUMENT,
          NOON, NOON.plusSeconds(60), List.of(new Act.Recorded(ruling, NOON.plusSeconds(60))),
          Optional.empty(), List.of()));
      assertThat(claim.ruling()).map(Ruling::verdict).contains(RulingVerdict.CONFIRMED);
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(LYNX, HERON);
    }
  }

  @Test
  void aCorrectedClaimStandsAsTheAnalystGivesItUnderItsFirstId() {
    Claim right = accusation(GAZETTE, "The Elvheim Institute said that Copper Lynx copied the tide tables.",
        "Elvheim Institute", "Copper Lynx Two");
    try (Ledger ledger = withGazette()) {
      ledger.act(List.of(ruled(LYNX, RulingVerdict.CORRECTED, Optional.of(right))));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(right, HERON);
      assertThat(ledger.asOf(AsOf.NOW).claims().getFirst().id()).isEqualTo(LYNX.id()).isNotEqualTo(right.id());
      assertThat(ledger.claim(LYNX.id())).map(ClaimHistory::read).contains(LYNX);
      assertThat(ledger.claim(right.id())).isEmpty();
    }
  }

  @Test
  void aRejectedClaimIsGoneUntilTheRulingIsUndone() {
    try (Ledger ledger = withGazette()) {
      ledger.act(List.of(ruled(LYNX, RulingVerdict.REJECTED)));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(HERON);
      ledger.act(List.of(ruled(LYNX, RulingVerdict.UNDONE)));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(LYNX, HERON);
      assertThat(ledger.asOf(AsOf.NOW).claims().getFirst().ruling()).isEmpty();
      assertThat(ledger.claim(LYNX.id()).orElseThrow().acts()).hasSize(2);
    }
  }

  @Test
  void aMisreadClaimIsGoneUntilItIsReadAgain() {
    try (Ledger ledger = withGazette()) {
      Act misread = new Act.Misread(LYNX.id(), "no longer read", "reader 2");
      ledger.act(List.of(misread));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(HERON);
      assertThat(ledger.act(List.of(misread)).added()).isZero();
      ledger.act(List.of(new Act.Revised(hedged(LYNX), "reader 3")));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(hedged(LYNX), HERON);
      assertThat(ledger.asOf(AsOf.NOW).claims().getFirst().bound()).isEqualTo(SaidBound.STATED);
      assertThat(ledger.act(List.of(misread)).added()).isEqualTo(1);
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(HERON);
      ledger.act(List.of(new Act.Revised(LYNX, "reader 5")));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(LYNX, HERON);
    }
  }

  @Test
  void anAnalystsWordStandsAgainstTheReaderUntilItIsUndone() {
    try (Ledger ledger = withGazette()) {
      ledger.act(List.of(ruled(LYNX, RulingVerdict.CONFIRMED), new Act.Revised(hedged(LYNX), "reader 2")));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(LYNX, HERON);
      ledger.act(List.of(new Act.Misread(LYNX.id(), "no longer read", "reader 3")));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(LYNX, HERON);
      ledger.act(List.of(ruled(LYNX, RulingVerdict.UNDONE)));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(HERON);
      ledger.act(List.of(new Act.Revised(hedged(LYNX), "reader 4")));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(hedged(LYNX), HERON);
    }
  }

  @Test
  void aRetractedClaimIsThereAndToldFromTheDayOfTheRetraction() {
    try (Ledger ledger = withGazette()) {
      Act.Retracted withdrawal = retracted(LYNX.id(), LocalDate.parse("2024-04-10"));
      ledger.act(List.of(withdrawal));
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(LYNX, HERON);
      assertThat(retractions(ledger, AsOf.NOW)).containsExactly(Optional.of(withdrawal), Optional.empty());
      assertThat(retractions(ledger, AsOf.said(LocalDate.parse("2024-04-10"))))
          .containsExactly(Optional.of(withdrawal), Optional.empty());
      AsOf before = AsOf.said(LocalDate.parse("2024-04-09"));
      assertThat(retractions(ledger, before)).containsExactly(Optional.empty(), Optional.empty());
      assertThat(ledger.asOf(before).acts()).isEmpty();
    }
  }

  @Test
  void whoRetractsADocumentRetractsAllThatIsReadInIt() {
    try (Ledger ledger = withGazette()) {
      Act.Retracted withdrawal = retracted(GAZETTE.id().value(), LocalDate.parse("2024-04-10"));
      ledger.act(List.of(withdrawal));
      assertThat(retractions(ledger, AsOf.NOW)).containsExactly(Optional.of(withdrawal), Optional.of(withdrawal));
      assertThat(retractions(ledger, AsOf.said(LocalDate.parse("2024-04-09"))))
          .containsExactly(Optional.empty(), Optional.empty());
      assertThat(ledger.claim(HERON.id()).orElseThrow().acts()).extracting(Act.Recorded::act)
          .containsExactly(withdrawal);
    }
  }

  private static List<Optional<Act.Retracted>> retractions(Ledger ledger, AsOf asOf) {
    return ledger.asOf(asOf).claims().stream().map(RecordedClaim::retraction).toList();
  }

  @Test
  void theTextOfAnErasedDocumentIsGoneAtEveryMoment() {
    try (Ledger ledger = withGazette()) {
      Claim right = accusation(GAZETTE, "Copper Lynx copied the tide tables", "Elvheim Institute", "Tin Heron");
      ledger.act(List.of(ruled(LYNX, RulingVerdict.CORRECTED, Optional.of(right)),
          new Act.Misread(HERON.id(), "no longer read", "reader 2"), new Act.Revised(HERON, "reader 3")));
      Act.Erased erased = new Act.Erased(GAZETTE.id(), "court order 7", "counsel", MONDAY);
      clock.set(NOON.plusSeconds(600));
      assertThat(ledger.act(List.of(erased)).added()).isEqualTo(1);
      assertThat(ledger.act(List.of(new Act.Erased(GAZETTE.id(), "again", "counsel", MONDAY))).added()).isZero();

      for (AsOf asOf : List.of(AsOf.NOW, AsOf.NOW.recorded(NOON), AsOf.said(LocalDate.parse("2024-03-10")))) {
        Snapshot snapshot = ledger.asOf(asOf);
        assertThat(snapshot.documents()).containsExactly(
            java.util.Map.entry(GAZETTE.id(), Erasure.of(GAZETTE)));
        assertThat(snapshot.erasure(GAZETTE.id())).contains(erased);
        assertThat(snapshot.claims()).extracting(RecordedClaim::id).containsExactly(LYNX.id(), HERON.id());
        assertThat(snapshot.toString()).doesNotContain("copied the tide");
      }
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(Erasure.of(right), Erasure.of(HERON));
      assertThat(standing(ledger, AsOf.NOW.recorded(NOON))).containsExactly(Erasure.of(LYNX), Erasure.of(HERON));
      assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading).containsExactly(Erasure.of(READING));
      assertThat(ledger.document(GAZETTE.id())).map(Snapshot.Recorded::reading).contains(Erasure.of(READING));
      assertThat(ledger.claim(LYNX.id()).toString() + ledger.acts() + ledger.readings())
          .doesNotContain("copied the tide").doesNotContain("named Tin");
    }
  }

  @Test
  void readingAnErasedDocumentAgainBringsNothingBack() {
    try (Ledger ledger = withGazette()) {
      ledger.act(List.of(new Act.Erased(GAZETTE.id(), "court order 7", "counsel", MONDAY)));
      Claim another = accusation(GAZETTE, "Copper Lynx copied", "Elvheim Institute", "Somebody Else");
      assertThat(ledger.append(List.of(new Reading(GAZETTE, List.of(LYNX, HERON, another), List.of(UNREAD)))))
          .extracting(Receipt::newDocuments, Receipt::knownDocuments, Receipt::newClaims).containsExactly(0, 1, 0);
      assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading).containsExactly(Erasure.of(READING));
      refused(ledger, "EVIDENCE_NOT_VERBATIM", ruled(LYNX, RulingVerdict.CORRECTED, Optional.of(another)));
      refused(ledger, "EVIDENCE_NOT_VERBATIM", new Act.Revised(hedged(LYNX), "reader 2"));
    }
  }

  @Test
  void whatOneActDropsAnotherOfTheSameListDoesNotBringBack() {
    try (Ledger ledger = withGazette()) {
      refused(ledger, "EVIDENCE_NOT_VERBATIM",
          new Act.Erased(GAZETTE.id(), "court order 7", "counsel", MONDAY), new Act.Revised(hedged(LYNX), "reader 2"));
      ledger.act(List.of(new Act.Revised(hedged(LYNX), "reader 2"),
          new Act.Erased(GAZETTE.id(), "court order 7", "counsel", MONDAY)));
      assertThat(ledger.acts().toString()).doesNotContain("copied the tide");
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(Erasure.of(hedged(LYNX)), Erasure.of(HERON));
    }
  }

  @Test
  void anUnreadSentenceIsUnreadNoLonger() {
    try (Ledger ledger = withGazette()) {
      Act understood = new Act.Misread(UNREAD.id(GAZETTE.id()), "understood now", "reader 2");
      assertThat(ledger.act(List.of(understood))).extracting(ActReceipt::added).isEqualTo(1);
      assertThat(ledger.act(List.of(understood))).extracting(ActReceipt::added).isEqualTo(0);
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(LYNX, HERON);
      assertThat(ledger.readings().getFirst().reading().unread()).containsExactly(UNREAD);
      assertThat(ledger.acts()).extracting(Act.Recorded::act).containsExactly(understood);
    }
  }

  @Test
  void aSentenceSetAsideIsUnreadAgain() {
    try (Ledger ledger = withGazette()) {
      String id = UNREAD.id(GAZETTE.id());
      Act reopened = new Act.Reopened(id, "it is a claim", "ola", MONDAY);
      refused(ledger, "RULING_NONE", reopened);
      Act aside = new Act.Misread(id, "no claim", "ida");
      ledger.act(List.of(aside));
      assertThat(ledger.act(List.of(reopened)).added()).isEqualTo(1);
      assertThat(ledger.act(List.of(reopened)).added()).isZero();
      ledger.act(List.of(aside));
      assertThat(ledger.acts()).extracting(Act.Recorded::act).containsExactly(aside, reopened, aside);
      assertThat(ledger.asOf(AsOf.NOW).acts()).extracting(Act.Recorded::act).containsExactly(aside, reopened, aside);
      assertThat(standing(ledger, AsOf.NOW)).containsExactly(LYNX, HERON);
      refused(ledger, "UNREAD_UNKNOWN",
          new Act.Reopened(new Unread(evidence(GAZETTE, "Vik"), "").id(GAZETTE.id()), "why", "ida", MONDAY));
    }
  }

  @Test
  void aWatchIsSetLookedAtChangedAndDropped() {
    try (Ledger ledger = open(clock)) {
      Act set = new Act.WatchSet("lynx", "--accused Copper Lynx", "ida");
      ledger.act(List.of(set));
      assertThat(watches(ledger)).containsExactly(new Watch("lynx", "--accused Copper Lynx", "ida", Optional.empty()));
      ledger.act(List.of(new Act.WatchSeen("lynx", NOON.plusMillis(3))));
      assertThat(ledger.act(List.of(new Act.WatchSeen("lynx", NOON))).added()).isZero();
      ledger.act(List.of(new Act.WatchSet("lynx", "--accused Tin Heron", "ola"),
          new Act.WatchSet("denials", "--type denial", "ida")));
      assertThat(watches(ledger)).containsExactly(
          new Watch("lynx", "--accused Tin Heron", "ola", Optional.of(NOON.plusMillis(3))),
          new Watch("denials", "--type denial", "ida", Optional.empty()));
      ledger.act(List.of(new Act.WatchDropped("lynx")));
      assertThat(watches(ledger)).extracting(Watch::name).containsExactly("denials");
      refused(ledger, "WATCH_UNKNOWN", new Act.WatchDropped("lynx"));
      refused(ledger, "WATCH_UNKNOWN", new Act.WatchSeen("lynx", NOON));
      ledger.act(List.of(set));
      assertThat(watches(ledger)).extracting(Watch::seenUpTo).containsExactly(Optional.empty(), Optional.empty());
    }
  }

  private static List<Watch> watches(Ledger ledger) {
    return Watch.standing(ledger.acts().stream().map(Act.Recorded::act).toList());
  }

  @Test
  void refusesActsAboutWhatIsNotOnRecord() {
    Document other = SmallReports.document("other", "Another text.", "en", day("2024-03-04"), Optional.empty());
    Claim elsewhere = accusation(other, "Another text", "Elvheim Institute", "Copper Lynx");
    Claim invented = new Claim.Denial(GAZETTE.id(), LYNX.saying(), Optional.empty(),
        List.of(new Evidence(0, 5, "A lie")));
    try (Ledger ledger = withGazette()) {
      refused(ledger, "CLAIM_UNKNOWN", ruled(elsewhere, RulingVerdict.CONFIRMED));
      refused(ledger, "CLAIM_UNKNOWN", new Act.Misread(elsewhere.id(), "no", "reader"));
      refused(ledger, "CLAIM_UNKNOWN", new Act.Misread(new Unread(evidence(GAZETTE, "Vik"), "").id(GAZETTE.id()), "no",
          "reader"));
      refused(ledger, "CLAIM_UNKNOWN", new Act.Revised(elsewhere, "reader"));
      refused(ledger, "CLAIM_UNKNOWN", retracted(elsewhere.id(), MONDAY));
      refused(ledger, "DOCUMENT_UNKNOWN", retracted(other.id().value(), MONDAY));
      refused(ledger, "DOCUMENT_UNKNOWN", new Act.Erased(other.id(), "order", "counsel", MONDAY));
      refused(ledger, "CLAIM_UNKNOWN",
          new Act.Retracted(LYNX.id(), RetractionKind.CORRECTED, "Vik Radio", MONDAY, "air",
              Optional.of(elsewhere.id())));
      refused(ledger, "EVIDENCE_ELSEWHERE", ruled(LYNX, RulingVerdict.CORRECTED, Optional.of(elsewhere)));
      refused(ledger, "EVIDENCE_NOT_VERBATIM", ruled(LYNX, RulingVerdict.CORRECTED, Optional.of(invented)));
      refused(ledger, "RULING_NONE", ruled(LYNX, RulingVerdict.UNDONE));
      assertThat(ledger.claim(elsewhere.id())).isEmpty();
      assertThat(ledger.document(other.id())).isEmpty();
    }
  }

  /// Refuses an act, and with it whatever good one stands beside it.
  private void refused(Ledger ledger, String code, Act... bad) {
    List<Act.Recorded> before = ledger.acts();
    Snapshot snapshot = ledger.asOf(AsOf.NOW);
    List<Act> acts = new ArrayList<>(List.of(ruled(HERON, RulingVerdict.REJECTED)));
    acts.addAll(List.of(bad));
    acts.add(new Act.WatchSet("beside", "", "ida"));
    boolean onRecord = ledger.claim(HERON.id()).isPresent();
    assertThatExceptionOfType(TingbokException.class)
        .isThrownBy(() -> ledger.act(onRecord ? acts : List.of(bad)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    assertThat(ledger.acts()).isEqualTo(before);
    assertThat(ledger.asOf(AsOf.NOW)).isEqualTo(snapshot);
  }

  @Test
  void whatStandsAlreadyIsNotRecordedAgain() {
    try (Ledger ledger = withGazette()) {
      List<Act> acts = List.of(ruled(LYNX, RulingVerdict.CONFIRMED),
          new Act.Misread(HERON.id(), "no longer read", "reader 2"), retracted(LYNX.id(), MONDAY),
          new Act.WatchSet("lynx", "--accused Copper Lynx", "ida"), new Act.WatchSeen("lynx", NOON));
      clock.set(NOON.plusSeconds(1));
      assertThat(ledger.act(acts)).isEqualTo(new ActReceipt(NOON.plusSeconds(1), 5, 0));
      clock.set(NOON.plusSeconds(2));
      assertThat(ledger.act(acts)).isEqualTo(new ActReceipt(NOON.plusSeconds(1), 0, 5));
      assertThat(ledger.act(List.of(new Act.Revised(LYNX, "reader 2"))).added()).isZero();
      assertThat(ledger.acts()).extracting(Act.Recorded::act).isEqualTo(acts);
    }
  }

  @Test
  void answersAsOfTheMomentsBetweenActs() {
    try (Ledger ledger = withGazette()) {
      Instant rejected = ledger.act(List.of(ruled(LYNX, RulingVerdict.REJECTED))).recordedAt();
      Instant undone = ledger.act(List.of(ruled(LYNX, RulingVerdict.UNDONE))).recordedAt();
      Instant misread = ledger.act(List.of(new Act.Misread(HERON.id(), "no", "reader"))).recordedAt();
      assertThat(List.of(rejected, undone, misread)).containsExactly(NOON.plusMillis(1), NOON.plusMillis(2),
          NOON.plusMillis(3));
      assertThat(standing(ledger, AsOf.NOW.recorded(NOON))).containsExactly(LYNX, HERON);
      assertThat(standing(ledger, AsOf.NOW.recorded(rejected))).containsExactly(HERON);
      assertThat(standing(ledger, AsOf.NOW.recorded(undone))).containsExactly(LYNX, HERON);
      assertThat(standing(ledger, AsOf.NOW.recorded(misread))).containsExactly(LYNX);
      assertThat(ledger.asOf(AsOf.NOW.recorded(rejected)).acts()).hasSize(1);
    }
  }

  @Test
  void agreesWithTheOneMeaningOfActs() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    ActGenerator acting = new ActGenerator(generator);
    try (Ledger ledger = open(clock)) {
      List<Snapshot.Recorded> recorded = new ArrayList<>();
      List<Act.Recorded> acts = new ArrayList<>();
      for (int round = 0; round < 12; round++) {
        List<Reading> readings = generator.readings(4);
        readings.forEach(reading -> recorded.add(new Snapshot.Recorded(reading,
            ledger.append(List.of(reading)).recordedAt())));
        acting.onRecord(readings);
        int before = ledger.acts().size();
        List<Act> wanted = acting.acts(12);
        ActReceipt receipt = ledger.act(wanted);
        List<Act.Recorded> all = ledger.acts();
        assertThat(receipt.added() + receipt.known()).isEqualTo(12);
        assertThat(all.subList(before, all.size())).hasSize(receipt.added())
            .allMatch(one -> one.recordedAt().equals(receipt.recordedAt()));
        acts.addAll(all.subList(before, all.size()));
        for (DocumentId gone : acting.erased()) {
          recorded.replaceAll(one -> one.reading().document().id().equals(gone)
              ? new Snapshot.Recorded(Erasure.of(one.reading()), one.recordedAt())
              : one);
          acts.replaceAll(one -> new Act.Recorded(Erasure.of(one.act(), gone), one.recordedAt()));
        }
        assertThat(all).isEqualTo(acts);
      }
      for (int question = 0; question < 40; question++) {
        AsOf asOf = new AsOf(question % 3 == 0 ? Optional.empty() : generator.date().last(),
            question % 2 == 0 ? Optional.empty() : Optional.of(NOON.plusMillis(2L * question)));
        assertThat(ledger.asOf(asOf)).isEqualTo(Snapshot.of(recorded, List.of(), acts, asOf));
      }
      for (Snapshot.Recorded one : recorded) {
        assertThat(ledger.document(one.reading().document().id())).contains(one);
        for (Claim claim : one.reading().claims()) {
          ClaimHistory history = ledger.claim(claim.id()).orElseThrow();
          assertThat(history).isEqualTo(new ClaimHistory(claim, one.recordedAt(), acts.stream()
              .filter(act -> act.act().subject().equals(claim.id())
                  || (act.act() instanceof Act.Retracted || act.act() instanceof Act.Marked)
                      && act.act().subject().equals(claim.document().value()))
              .toList()));
        }
      }
    }
  }
}
