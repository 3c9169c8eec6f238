package org.tingbok.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Addition;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.RulingVerdict;

class RereadingTest {
  private static final String TEXT = "Vik Radio said on Monday that Copper Lynx took the charts. Tin Heron denied it.";
  private static final Document DOCUMENT = document();
  private static final LocalDate DAY = LocalDate.parse("2024-06-01");
  private static final Claim LYNX = accusation("Copper Lynx took the charts", "Vik Radio", "Copper Lynx");
  private static final Claim WIDER = accusation("said on Monday that Copper Lynx took the charts", "Vik Radio",
      "Copper Lynx");
  private static final Claim HERON = accusation("Copper Lynx took the charts", "Vik Radio", "Tin Heron");
  private static final Claim DENIAL = new Claim.Denial(DOCUMENT.id(), saying("Tin Heron", Certainty.ASSERTED),
      Optional.empty(), List.of(evidence("Tin Heron denied it")));
  private static final Unread UNREAD = new Unread(evidence("denied it"), "who denies?");

  private final Ledger ledger =
      Ledger.inMemory(Clock.fixed(Instant.parse("2024-05-02T12:00:00Z"), ZoneOffset.UTC));

  @AfterEach
  void close() {
    ledger.close();
  }

  private static Document document() {
    String sha256 = ContentId.sha256(TEXT.getBytes(StandardCharsets.UTF_8));
    return new Document(DocumentId.of(sha256), "vik.txt", sha256, "text/plain", TEXT, Optional.empty(),
        Optional.empty(), PartialDate.NOT_STATED, "en", List.of(), false, List.of());
  }

  private static Evidence evidence(String words) {
    int start = TEXT.indexOf(words);
    return new Evidence(start, start + words.length(), words);
  }

  private static Saying saying(String claimant, Certainty certainty) {
    return new Saying(List.of(Tide.party(claimant)), Optional.empty(), false, List.of(), certainty,
        PartialDate.NOT_STATED);
  }

  private static Claim accusation(String words, String claimant, String accused) {
    return accusation(words, saying(claimant, Certainty.ASSERTED), accused);
  }

  private static Claim accusation(String words, Saying saying, String accused) {
    return new Claim.Attribution(DOCUMENT.id(), saying, List.of(Tide.party(accused)), Optional.empty(),
        List.of(evidence(words)));
  }

  private void onRecord(Claim... claims) {
    ledger.append(List.of(new Reading(DOCUMENT, List.of(claims), List.of())));
  }

  private void rule(Claim claim, RulingVerdict verdict, Optional<Claim> correction) {
    ledger.act(List.of(new Act.Ruled(new Ruling(claim.id(), verdict, correction, "seen", "ida", DAY,
        Optional.empty()))));
  }

  /// Reads again, records what changed, and finds that reading so once more changes nothing.
  private Rereading reread(Claim... claims) {
    return reread(new Reading(DOCUMENT, List.of(claims), List.of()));
  }

  private Rereading reread(Reading fresh) {
    Rereading change = compared(fresh);
    ledger.append(List.of(change.additions()));
    ActReceipt receipt = ledger.act(change.acts());
    assertThat(receipt.known()).isZero();
    assertThat(compared(fresh).nothing()).as("again: %s", compared(fresh)).isTrue();
    return change;
  }

  private Rereading compared(Reading fresh) {
    return Rereading.of(Rereading.OnRecord.of(ledger.document(DOCUMENT.id()).orElseThrow(), ledger.acts()), fresh,
        "reader 2", DAY);
  }

  private List<Claim> standing() {
    return ledger.asOf(AsOf.NOW).claims().stream().map(RecordedClaim::claim).toList();
  }

  private static Claim added(Claim claim) {
    return claim.with(claim.saying().added(Optional.of(new Addition("ida", "the caption says so", DAY))));
  }

  @Test
  void whatAnAnalystAddedStaysWhateverIsReadThere() {
    Claim lynx = added(LYNX);
    assertThat(lynx.id()).isEqualTo(LYNX.id());
    onRecord(lynx);
    assertThat(reread().nothing()).isTrue();
    assertThat(reread(LYNX).nothing()).isTrue();
    assertThat(reread(WIDER, HERON).nothing()).isTrue();
    assertThat(reread(DENIAL).additions().claims()).containsExactly(DENIAL);
    assertThat(standing()).containsExactly(lynx, DENIAL);
  }

  @Test
  void whatAnAnalystAddedAndTookBackDoesNotKeepOthersOut() {
    Claim lynx = added(LYNX);
    onRecord(lynx);
    rule(lynx, RulingVerdict.REJECTED, Optional.empty());
    assertThat(reread(WIDER).nothing()).isTrue();
    assertThat(reread(HERON).additions().claims()).containsExactly(HERON);
    assertThat(standing()).containsExactly(HERON);
    rule(lynx, RulingVerdict.UNDONE, Optional.empty());
    assertThat(standing()).contains(lynx);
  }

  @Test
  void whatIsReadAsBeforeStaysAsItIs() {
    onRecord(LYNX, DENIAL);
    assertThat(reread(LYNX, DENIAL).nothing()).isTrue();
  }

  @Test
  void addsWhatIsNewAndTakesBackWhatIsNoLongerRead() {
    onRecord(LYNX);
    Rereading change = reread(DENIAL);
    assertThat(change.additions().claims()).containsExactly(DENIAL);
    assertThat(change.acts()).containsExactly(new Act.Misread(LYNX.id(), "no longer read", "reader 2"));
    assertThat(standing()).containsExactly(DENIAL);
    assertThat(reread(LYNX, DENIAL).acts()).containsExactly(new Act.Revised(LYNX, "reader 2"));
    assertThat(standing()).containsExactly(LYNX, DENIAL);
  }

  @Test
  void revisesWhatIsReadBetter() {
    onRecord(LYNX);
    Claim hedged = accusation("Copper Lynx took the charts", saying("Vik Radio",
        new Certainty(CertaintyLevel.LOW, Optional.of("may"), Optional.empty(), Optional.empty())), "Copper Lynx");
    assertThat(hedged.id()).isEqualTo(LYNX.id());
    assertThat(reread(hedged).acts()).containsExactly(new Act.Revised(hedged, "reader 2"));
    assertThat(standing()).containsExactly(hedged);
    assertThat(reread(LYNX).acts()).hasSize(1);
    assertThat(standing()).containsExactly(LYNX);
  }

  @Test
  void aRulingMovesWithTheClaimToItsNewPlace() {
    onRecord(LYNX);
    rule(LYNX, RulingVerdict.CONFIRMED, Optional.empty());
    reread(WIDER);
    assertThat(standing()).containsExactly(WIDER);
    Ruling ruling = ledger.asOf(AsOf.NOW).claims().getFirst().ruling().orElseThrow();
    assertThat(ruling).extracting(Ruling::verdict, Ruling::by, Ruling::carriedFrom)
        .containsExactly(RulingVerdict.CONFIRMED, "ida", Optional.of(LYNX.id()));
    reread(LYNX);
    assertThat(standing()).containsExactly(LYNX);
    assertThat(ledger.asOf(AsOf.NOW).claims().getFirst().ruling().orElseThrow().carriedFrom()).contains(LYNX.id());
  }

  @Test
  void aCorrectionMovesToo() {
    onRecord(LYNX);
    rule(LYNX, RulingVerdict.CORRECTED, Optional.of(HERON));
    reread(WIDER);
    assertThat(standing()).containsExactly(HERON);
    assertThat(ledger.asOf(AsOf.NOW).claims().getFirst().id()).isEqualTo(WIDER.id());
  }

  @Test
  void theAnalystsWordStandsWhereThePlaceIsReadOtherwise() {
    onRecord(LYNX);
    rule(LYNX, RulingVerdict.CONFIRMED, Optional.empty());
    assertThat(reread(HERON, DENIAL).additions().claims()).containsExactly(DENIAL);
    assertThat(standing()).containsExactly(LYNX, DENIAL);
  }

  @Test
  void whatTheReaderLearnsToReadAsTheAnalystCorrectedItIsNotThereTwice() {
    onRecord(LYNX);
    rule(LYNX, RulingVerdict.CORRECTED, Optional.of(HERON));
    assertThat(reread(HERON).nothing()).isTrue();
    assertThat(reread(LYNX, HERON).nothing()).isTrue();
    assertThat(standing()).containsExactly(HERON);
  }

  @Test
  void whatWasRejectedDoesNotComeBack() {
    onRecord(LYNX);
    rule(LYNX, RulingVerdict.REJECTED, Optional.empty());
    assertThat(reread(LYNX).nothing()).isTrue();
    assertThat(reread(WIDER).nothing()).isTrue();
    assertThat(standing()).isEmpty();
    assertThat(reread(HERON).additions().claims()).containsExactly(HERON);
  }

  @Test
  void aSecondClaimOfAConfirmedSentenceIsAdded() {
    onRecord(LYNX);
    rule(LYNX, RulingVerdict.CONFIRMED, Optional.empty());
    assertThat(reread(LYNX, HERON).additions().claims()).containsExactly(HERON);
  }

  @Test
  void leavesAloneWhatAModelProposed() {
    Saying proposed = new Saying(List.of(Tide.party("Vik Radio")), Optional.empty(), false, List.of(),
        Certainty.ASSERTED, PartialDate.NOT_STATED, Optional.of("some model"));
    onRecord(accusation("Copper Lynx took the charts", proposed, "Copper Lynx"));
    assertThat(reread().nothing()).isTrue();
    assertThat(standing()).hasSize(1);
  }

  @Test
  void takesBackWhatIsNoLongerUnread() {
    ledger.append(List.of(new Reading(DOCUMENT, List.of(), List.of(UNREAD))));
    Unread other = new Unread(evidence("said on Monday"), "who?");
    Rereading change = reread(new Reading(DOCUMENT, List.of(DENIAL), List.of(other)));
    assertThat(change.additions().unread()).containsExactly(other);
    assertThat(change.acts()).extracting(Act::subject).containsExactly(UNREAD.id(DOCUMENT.id()));
  }

  @Test
  void whatAnAnalystOpenedAgainStaysUnread() {
    ledger.append(List.of(new Reading(DOCUMENT, List.of(), List.of(UNREAD))));
    String id = UNREAD.id(DOCUMENT.id());
    Reading understood = new Reading(DOCUMENT, List.of(DENIAL), List.of());
    reread(understood);
    assertThat(ledger.acts()).extracting(Act.Recorded::act)
        .allSatisfy(act -> assertThat(Rereading.understood((Act.Misread) act)).isTrue()).hasSize(1);
    assertThat(Rereading.understood(new Act.Misread(id, "an aside", "ida"))).isFalse();
    ledger.act(List.of(new Act.Reopened(id, "the rest of it is another claim", "ida", DAY)));
    assertThat(reread(understood).acts()).isEmpty();
    ledger.act(List.of(new Act.Misread(id, "an aside", "ida")));
    assertThat(reread(new Reading(DOCUMENT, List.of(DENIAL), List.of(UNREAD))).nothing()).isTrue();
  }

  @Test
  void passesOverADocumentWhoseTextWasDropped() {
    onRecord(LYNX);
    ledger.act(List.of(new Act.Erased(DOCUMENT.id(), "order", "counsel", DAY)));
    assertThat(compared(new Reading(DOCUMENT, List.of(), List.of())).nothing()).isTrue();
  }
}
