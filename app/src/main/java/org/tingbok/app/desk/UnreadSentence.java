package org.tingbok.app.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tingbok.analysis.View;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Rereading;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.NotFoundException;

/// A sentence that looks like a claim and was not understood, with what was done about it: an analyst sets it aside as none, and
/// takes that back. Immutable.
///
/// @param document where it stands
/// @param unread the sentence
/// @param recordedAt when its document was recorded
/// @param done what was done about it, in order
public record UnreadSentence(Document document, Unread unread, Instant recordedAt, List<Act.Recorded> done) {
  /// Copies the list.
  public UnreadSentence {
    done = List.copyOf(done);
  }

  /// What became of a sentence.
  ///
  /// @param id the sentence, `unread--` and a UUID
  /// @param document where it stands
  /// @param start where it begins in the canonical text
  /// @param verdict `no claim`, or `unread` if that was taken back
  /// @param seen how much has been done about it now
  public record Found(String id, String document, int start, String verdict, int seen) {
  }

  /// Whether an act is about the state of such a sentence.
  static boolean bears(Act act) {
    return act.subject().startsWith("unread--") && (act instanceof Act.Misread || act instanceof Act.Reopened);
  }

  /// A sentence by its place.
  ///
  /// @param ledger the ledger
  /// @param document id of the document or the beginning of it
  /// @param start where the sentence begins in the canonical text
  /// @return the sentence as it stands now
  /// @throws NotFoundException `UNREAD_UNKNOWN` if no sentence that was not understood begins there
  public static UnreadSentence at(Ledger ledger, String document, int start) {
    Snapshot.Recorded recorded =
        ledger.document(new Lookup(ledger, AsOf.NOW, View.ANY).document(document)).orElseThrow();
    return recorded.reading().unread().stream().filter(one -> one.evidence().start() == start).findFirst()
        .map(one -> of(ledger, recorded, one))
        .orElseThrow(() -> new NotFoundException("UNREAD_UNKNOWN", "no sentence that was not understood begins at "
            + start + " of " + recorded.reading().document().source()));
  }

  /// A sentence by its id. All documents are looked through.
  ///
  /// @param ledger the ledger
  /// @param key its id or the beginning of it
  /// @return the sentence as it stands now
  /// @throws NotFoundException `UNREAD_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if it fits several
  public static UnreadSentence of(Ledger ledger, String key) {
    Map<String, DocumentId> documents = new LinkedHashMap<>();
    ledger.each(recorded -> recorded.reading().unread()
        .forEach(one -> documents.put(one.id(recorded.reading().document().id()),
            recorded.reading().document().id())));
    Map<String, String> ids = new LinkedHashMap<>();
    documents.keySet().forEach(id -> ids.put(id, id));
    String id = IdBeginning.find(ids, key, "unread--").orElseThrow(() -> new NotFoundException("UNREAD_UNKNOWN",
        "no unread sentence has the id " + key.strip() + "; 'tingbok unread' lists them"));
    DocumentId document = java.util.Objects.requireNonNull(documents.get(id));
    Snapshot.Recorded recorded = ledger.document(document).orElseThrow();
    return recorded.reading().unread().stream().filter(one -> one.id(document).equals(id)).findFirst()
        .map(one -> of(ledger, recorded, one)).orElseThrow();
  }

  private static UnreadSentence of(Ledger ledger, Snapshot.Recorded recorded, Unread unread) {
    Document document = recorded.reading().document();
    String id = unread.id(document.id());
    return new UnreadSentence(document, unread, recorded.recordedAt(), ledger.acts().stream()
        .filter(one -> one.act().subject().equals(id) && bears(one.act())).toList());
  }

  /// What it is known by.
  ///
  /// @return `unread--` and a UUID
  public String id() {
    return unread.id(document.id());
  }

  /// How much has been done about it.
  ///
  /// @return 0 if nobody has touched it
  public int seen() {
    return done.size();
  }

  private Optional<Act.Recorded> last() {
    return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast());
  }

  /// Whether it waits to be read.
  ///
  /// @return false once it was understood or set aside
  public boolean waits() {
    return last().filter(one -> one.act() instanceof Act.Misread).isEmpty();
  }

  /// When somebody set it aside.
  ///
  /// @return empty if it waits, if a later reading understood it, or if its words are gone
  public Optional<Instant> aside() {
    return Erasure.dropped(unread.evidence().quote()) ? Optional.empty()
        : last().filter(one -> one.act() instanceof Act.Misread misread && !Rereading.understood(misread))
            .map(Act.Recorded::recordedAt);
  }

  /// Its words without mark-up.
  String readable() {
    return Erasure.dropped(unread.evidence().quote()) ? Cards.shortened(unread.evidence().quote())
        : ReadableText.of(document).words(unread.evidence().start(), unread.evidence().end());
  }

  /// What was done about it, in words.
  List<ClaimPage.ActCard> history() {
    return done.stream().flatMap(one -> ActWords.of(one.act())
        .map(words -> new ClaimPage.ActCard(words, one.recordedAt().toString())).stream()).toList();
  }

  /// Records that it is no claim.
  ///
  /// @param ledger open to append to
  /// @param looked how much had been done about it when they looked; empty if nobody asked
  /// @param reason why
  /// @param by who finds so
  /// @return what it is now
  /// @throws ContentionException `RULED_MEANWHILE` if a colleague was faster
  /// @throws BadInputException `RULING_INCOMPLETE` if the reason or who finds so is blank
  public Found setAside(Ledger ledger, OptionalInt looked, String reason, String by) {
    if (reason.isBlank() || by.isBlank()) {
      throw new BadInputException("RULING_INCOMPLETE", "that a sentence is no claim needs a reason, and who finds so");
    }
    if (!waits()) {
      throw meanwhile("is no longer unread");
    }
    unlessTouched(looked);
    return recorded(ledger, new Act.Misread(id(), reason.strip(), by.strip()), "no claim");
  }

  /// Records that it has to be read after all.
  ///
  /// @param ledger open to append to
  /// @param looked how much had been done about it when they looked; empty if nobody asked
  /// @param reason why
  /// @param by who finds so
  /// @param day the day of it
  /// @return what it is now
  /// @throws ContentionException `RULED_MEANWHILE` if a colleague was faster
  /// @throws BadInputException `RULING_INCOMPLETE` if the reason or who finds so is blank, `RULING_NONE` if nobody ever set it
  ///     aside
  public Found reopen(Ledger ledger, OptionalInt looked, String reason, String by, LocalDate day) {
    Act.Reopened reopened = new Act.Reopened(id(), reason.strip(), by.strip(), day);
    if (waits() && !done.isEmpty()) {
      throw meanwhile("is unread again");
    }
    unlessTouched(looked);
    return recorded(ledger, reopened, "unread");
  }

  private void unlessTouched(OptionalInt looked) {
    if (looked.isPresent() && looked.getAsInt() != done.size()) {
      throw meanwhile("was ruled on");
    }
  }

  private ContentionException meanwhile(String what) {
    return new ContentionException("RULED_MEANWHILE", "the sentence " + what + " since you looked"
        + last().flatMap(one -> ActWords.of(one.act())).map(words -> ": " + words).orElse("")
        + "; look again, nothing was recorded");
  }

  private Found recorded(Ledger ledger, Act act, String verdict) {
    int added = ledger.act(List.of(act)).added();
    return new Found(id(), document.id().value(), unread.evidence().start(), verdict, done.size() + added);
  }
}
