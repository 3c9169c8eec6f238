package org.tingbok.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tingbok.ledger.Tide.ADOPTED;
import static org.tingbok.ledger.Tide.DOCUMENT;
import static org.tingbok.ledger.Tide.HEDGED;
import static org.tingbok.ledger.Tide.READ;
import static org.tingbok.ledger.Tide.UNREAD;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.TingbokException;

class ActIntakeTest {
  private static final Act MISREAD = new Act.Misread(READ.id(), "no longer read", "reader 2");
  private static final Act REVISED = new Act.Revised(HEDGED, "reader 2");
  private static final Act ERASED = new Act.Erased(DOCUMENT.id(), "order 7", "counsel", Tide.DAY);

  /// The one claim of the one document is on record, and these acts.
  private record Shelf(List<Act> done) implements ActIntake.OnRecord {
    @Override
    public Optional<Claim> claim(String id) {
      return Optional.of(READ).filter(claim -> claim.id().equals(id));
    }

    @Override
    public Optional<Document> document(DocumentId id) {
      return Optional.of(DOCUMENT).filter(document -> document.id().equals(id));
    }

    @Override
    public boolean unread(String id) {
      return id.equals(UNREAD.id(DOCUMENT.id()));
    }

    @Override
    public List<Act> acts(String subject) {
      return done.stream().filter(act -> act.subject().equals(subject)).toList();
    }
  }

  private static List<Act> taken(List<Act> done, Act... acts) {
    ActIntake intake = ActIntake.of(List.of(acts), new Shelf(done));
    assertThat(intake.known()).isEqualTo(acts.length - intake.entries().size());
    return intake.entries();
  }

  private static void refused(String code, Act... acts) {
    assertThatExceptionOfType(TingbokException.class)
        .isThrownBy(() -> ActIntake.of(List.of(acts), new Shelf(List.of())))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void takesEachActOnce() {
    for (Act act : List.of(MISREAD, REVISED, ERASED, Tide.ruled(RulingVerdict.REJECTED), Tide.corrected(ADOPTED),
        Tide.retracted(READ.id(), "2024-04-10"), new Act.WatchSet("lynx", "", "ida"),
        new Act.Misread(UNREAD.id(DOCUMENT.id()), "understood", "reader 2"))) {
      assertThat(taken(List.of(), act, act)).containsExactly(act);
      assertThat(taken(List.of(act), act)).isEmpty();
    }
  }

  @Test
  void takesWhatChangesBackAgain() {
    assertThat(taken(List.of(MISREAD), REVISED, MISREAD, REVISED)).containsExactly(REVISED, MISREAD, REVISED);
    assertThat(taken(List.of(), new Act.Revised(READ, "reader 2"))).isEmpty();
    assertThat(taken(List.of(REVISED), new Act.Revised(READ, "reader 3"))).hasSize(1);
    Act confirmed = Tide.ruled(RulingVerdict.CONFIRMED);
    Act undone = Tide.ruled(RulingVerdict.UNDONE);
    assertThat(taken(List.of(confirmed), undone, undone, confirmed)).containsExactly(undone, confirmed);
  }

  @Test
  void aSentenceSetAsideIsOpenedAgainOnce() {
    String id = UNREAD.id(DOCUMENT.id());
    Act aside = new Act.Misread(id, "an aside", "ida");
    Act reopened = new Act.Reopened(id, "it is a claim", "ola", Tide.DAY);
    assertThat(taken(List.of(), aside, reopened, reopened, aside)).containsExactly(aside, reopened, aside);
    assertThat(taken(List.of(aside, reopened), new Act.Reopened(id, "it is a claim", "ola", Tide.DAY.plusDays(1))))
        .isEmpty();
    refused("RULING_NONE", reopened);
    refused("UNREAD_UNKNOWN", new Act.Reopened("unread--none", "why", "ida", Tide.DAY));
    refused("UNREAD_UNKNOWN", new Act.Reopened(READ.id(), "why", "ida", Tide.DAY));
    assertThatExceptionOfType(TingbokException.class).isThrownBy(() -> new Act.Reopened(id, " ", "ida", Tide.DAY))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("RULING_INCOMPLETE"));
  }

  @Test
  void aRulingOfAnotherDayIsNotNews() {
    Act again = new Act.Ruled(new org.tingbok.claim.Ruling(READ.id(), RulingVerdict.CONFIRMED, Optional.empty(),
        "as the text has it", "ida", Tide.DAY.plusDays(9), Optional.empty()));
    assertThat(taken(List.of(Tide.ruled(RulingVerdict.CONFIRMED)), again)).isEmpty();
  }

  @Test
  void refusesWhatIsNotOnRecordAndWhatTheTextDoesNotSay() {
    refused("CLAIM_UNKNOWN", new Act.Misread("claim--none", "why", "reader"));
    refused("CLAIM_UNKNOWN", new Act.Misread("unread--none", "why", "reader"));
    refused("CLAIM_UNKNOWN", Tide.retracted("claim--none", "2024-04-10"));
    refused("DOCUMENT_UNKNOWN", Tide.retracted("document--none", "2024-04-10"));
    refused("WATCH_UNKNOWN", new Act.WatchDropped("lynx"));
    refused("RULING_NONE", Tide.ruled(RulingVerdict.UNDONE));
    refused("EVIDENCE_NOT_VERBATIM", ERASED, REVISED);
    refused("EVIDENCE_NOT_VERBATIM", ERASED, Tide.corrected(ADOPTED));
    assertThat(taken(List.of(), REVISED, ERASED)).containsExactly(REVISED, ERASED);
  }
}
