package org.tingbok.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.ActIntake;
import org.tingbok.ledger.ActReceipt;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.WordForms;

/// Adds acts, within one transaction, which its caller begins and ends.
final class ActRecorder {
  private final Session session;
  private final Dialect dialect;
  private final WordForms forms;
  private final Lookup lookup;
  private final Recorder recorder;

  ActRecorder(Session session, Dialect dialect, WordForms forms) throws SQLException {
    this.session = session;
    this.dialect = dialect;
    this.forms = forms;
    lookup = new Lookup(session, dialect);
    recorder = new Recorder(session, dialect);
  }

  ActReceipt act(List<Act> wanted, Clock clock) throws SQLException {
    ActIntake intake = ActIntake.of(wanted, new OnRecord());
    Instant recordedAt = intake.moment(clock, recorder.lastMoment());
    List<Versions.Numbered> numbered = new ArrayList<>();
    for (Act act : intake.entries()) {
      Optional<String> document = document(act);
      long sequence = act instanceof Act.Erased erased ? erase(erased, recordedAt)
          : recorder.add(ActJson.kind(act), Subjects.of(act.subject()), document, recordedAt, ActJson.write(act));
      numbered.add(new Versions.Numbered(sequence, act));
      if (document.isPresent()) {
        recorder.index().member(lookup.document(document.get()).orElseThrow(), sequence);
      }
    }
    recorder.flush();
    new Versions(session, dialect, recorder.index(), forms).follow(numbered, recordedAt);
    recorder.finish(recordedAt);
    return intake.receipt(recordedAt);
  }

  /// The document that an act belongs to.
  private Optional<String> document(Act act) throws SQLException {
    return switch (act) {
      case Act.Ruled ruled -> documentOf(ruled.ruling().claim());
      case Act.Misread misread -> documentOf(misread.claim());
      case Act.Reopened reopened -> documentOf(reopened.sentence());
      case Act.Revised revised -> Optional.of(revised.claim().document().value());
      case Act.Retracted retracted -> documentOfEither(retracted.subject());
      case Act.Marked marked -> documentOfEither(marked.subject());
      case Act.Erased erased -> Optional.of(erased.document().value());
      case Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _ ->
        Optional.empty();
    };
  }

  private Optional<String> documentOfEither(String subject) throws SQLException {
    return subject.startsWith("claim--") ? documentOf(subject) : Optional.of(subject);
  }

  private Optional<String> documentOf(String claim) throws SQLException {
    Optional<Long> first = lookup.claim(claim);
    return first.isEmpty() ? Optional.empty()
        : session.first("SELECT document FROM entry WHERE sequence = ?",
            row -> Columns.text(row, 1), first.get());
  }

  /// An entry before and after its words are dropped.
  private record Blank(long sequence, String content) {
  }

  /// Records the erasure, with a digest of what is left, and then leaves no more than that.
  private long erase(Act.Erased erased, Instant recordedAt) throws SQLException {
    recorder.flush();
    DocumentId id = erased.document();
    long number = lookup.document(id.value()).orElseThrow();
    Erasing erasing = new Erasing(session, dialect, forms, recorder.index());
    erasing.dropWords(number);
    List<Blank> blanks = new ArrayList<>();
    ErasedContent.Remains remains = new ErasedContent.Remains();
    session.each("""
        SELECT sequence, kind, content FROM entry WHERE sequence = ? OR sequence IN (
          SELECT sequence FROM document_entry WHERE document = ?) ORDER BY sequence""", row -> {
      String content = Columns.text(row, 3);
      Optional<String> blank = blank(Columns.text(row, 2), Columns.bytes(row, 3), id);
      if (blank.isPresent()) {
        blanks.add(new Blank(row.getLong(1), ErasedContent.of(blank.get(), Chain.digest(content))));
        remains.add(row.getLong(1), blanks.getLast().content);
      }
      return true;
    }, number, number);
    long sequence = recorder.add(ActJson.kind(erased), Subjects.of(erased.subject()), Optional.of(id.value()),
        recordedAt, ActJson.erased(erased, remains.digest()));
    recorder.flush();
    for (Blank blank : blanks) {
      erasing.replace(blank.sequence, blank.content);
    }
    erasing.addLeft(number);
    return sequence;
  }

  /// What an entry holds without the words of the document; empty if it holds none.
  private static Optional<String> blank(String kind, byte[] content, DocumentId document) {
    return switch (kind) {
      case "document" -> Optional.of(EntryWriter.document(Erasure.of(EntryReader.document(content))));
      case "claim" -> Optional.of(EntryWriter.claim(Erasure.of(EntryReader.claim(content))));
      case "unread" -> {
        Unread unread = EntryReader.unread(content);
        yield Optional.of(EntryWriter.unread(Erasure.of(unread)));
      }
      default -> {
        Act act = ActJson.read(kind, content);
        Act left = Erasure.of(act, document);
        yield left.equals(act) ? Optional.empty() : Optional.of(ActJson.write(left));
      }
    };
  }

  /// What acts can be about.
  private final class OnRecord implements ActIntake.OnRecord {
    @Override
    public Optional<Claim> claim(String id) {
      return asked(() -> {
        Optional<Long> first = id.startsWith("unread--") ? Optional.empty() : lookup.claim(id);
        return first.isEmpty() ? Optional.empty() : Optional.of(lookup.claim(first.get()).read());
      });
    }

    @Override
    public Optional<Document> document(DocumentId id) {
      return asked(() -> {
        Optional<Long> number = lookup.document(id.value());
        return number.isEmpty() ? Optional.empty() : Optional.of(lookup.content(number.get(), EntryReader::document));
      });
    }

    @Override
    public boolean unread(String id) {
      return asked(() -> id.startsWith("unread--") && lookup.claim(id).isPresent());
    }

    @Override
    public List<Act> acts(String subject) {
      return asked(() -> lookup.acts(subject).stream().map(Act.Recorded::act).toList());
    }
  }

  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException;
  }

  private <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw dialect.failed(e);
    }
  }
}
