package org.tingbok.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tingbok.claim.Decision;
import org.tingbok.claim.NameDecision;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.ActReceipt;
import org.tingbok.ledger.Appended;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.DocumentHit;
import org.tingbok.ledger.Intake;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.NameIntake;
import org.tingbok.ledger.NameList;
import org.tingbok.ledger.NameReceipt;
import org.tingbok.ledger.Receipt;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Tlp;

/// A ledger in a database. Nothing is read when it is opened; what the methods that give everything have read stays in
/// memory.
final class SqlLedger implements Ledger {
  private final Dialect dialect;
  private final Clock clock;
  private final WordForms forms = Stems.FORMS;
  private final Object logs = new Object();
  private final EntryLog log = new EntryLog();

  SqlLedger(Dialect dialect, Clock clock) {
    this.dialect = dialect;
    this.clock = clock;
  }

  @Override
  public Receipt append(List<Reading> readings) {
    return dialect.writing(session -> append(readings, session));
  }

  @Override
  public Appended append(List<Reading> readings, List<Act> acts) {
    return purging(acts, session -> {
      Receipt receipt = append(readings, session);
      return new Appended(receipt, new ActRecorder(session, dialect, forms).act(acts, clock));
    }, Appended::acts);
  }

  private Receipt append(List<Reading> readings, Session session) throws SQLException {
    Recorder recorder = new Recorder(session, dialect);
    Known known = new Known(new Lookup(session, dialect), session);
    Intake intake = Intake.of(readings, known::onRecord, known::erased, known::document);
    Instant recordedAt = intake.moment(clock, recorder.lastMoment());
    List<Prepared> parts =
        Prepared.together(intake.parts()).parallelStream().map(part -> Prepared.of(part, forms)).toList();
    // A document may come twice in one append.
    Map<DocumentId, Long> numbers = new HashMap<>();
    for (Prepared part : parts) {
      DocumentId id = part.document().id();
      Optional<Long> number = Optional.ofNullable(numbers.get(id)).or(() -> known.number(id));
      numbers.put(id, recorder.add(part, number, recordedAt));
    }
    recorder.finish(recordedAt);
    return intake.receipt(recordedAt);
  }

  /// What of readings is on record already. [Intake] asks for a document before it asks for what belongs to it.
  private final class Known {
    private final Lookup lookup;
    private final Session session;
    private final Map<DocumentId, Long> numbers = new HashMap<>();
    private Set<String> subjects = Set.of();

    Known(Lookup lookup, Session session) {
      this.lookup = lookup;
      this.session = session;
    }

    boolean onRecord(String id) {
      if (!id.startsWith("document--")) {
        return subjects.contains(id);
      }
      try {
        subjects = Set.of();
        Optional<Long> number = lookup.document(id);
        if (number.isPresent()) {
          numbers.put(new DocumentId(id), number.get());
          subjects = new HashSet<>(session.list("""
              SELECT e.subject FROM document_entry d JOIN entry e ON e.sequence = d.sequence WHERE d.document = ?""",
              row -> Columns.text(row, 1), number.get()));
        }
        return number.isPresent();
      } catch (SQLException e) {
        throw dialect.failed(e);
      }
    }

    boolean erased(DocumentId id) {
      try {
        return lookup.erased(id.value());
      } catch (SQLException e) {
        throw dialect.failed(e);
      }
    }

    Optional<Long> number(DocumentId id) {
      return Optional.ofNullable(numbers.get(id));
    }

    Document document(DocumentId id) {
      try {
        return lookup.content(number(id).orElseThrow(), EntryReader::document);
      } catch (SQLException e) {
        throw dialect.failed(e);
      }
    }
  }

  @Override
  public NameReceipt append(NameList edition, boolean acceptLosses) {
    return dialect.writing(session -> {
      NameIntake intake = NameIntake.of(edition, onRecord(session), acceptLosses);
      return intake.receipt(edition, record(intake, session));
    });
  }

  @Override
  public boolean append(Decision decision) {
    return dialect.writing(session -> {
      NameIntake intake = NameIntake.of(decision, onRecord(session));
      record(intake, session);
      return intake.added() > 0;
    });
  }

  @Override
  public int decide(List<NameDecision> decisions) {
    return dialect.writing(session -> {
      NameIntake intake = NameIntake.of(decisions, onRecord(session));
      record(intake, session);
      return intake.added();
    });
  }

  /// As far as is committed: the writer has written nothing yet.
  private List<NameEntry.Recorded> onRecord(Session session) throws SQLException {
    synchronized (logs) {
      return log.names(session, dialect);
    }
  }

  private Instant record(NameIntake intake, Session session) throws SQLException {
    Recorder recorder = new Recorder(session, dialect);
    Instant recordedAt = intake.moment(clock, recorder.lastMoment());
    for (NameEntry entry : intake.entries()) {
      recorder.add(NameEntryJson.kind(entry), Subjects.of(NameEntryJson.subject(entry)), Optional.empty(), recordedAt,
          NameEntryJson.write(entry));
    }
    recorder.finish(recordedAt);
    return recordedAt;
  }

  @Override
  public ActReceipt act(List<Act> acts) {
    return purging(acts, session -> new ActRecorder(session, dialect, forms).act(acts, clock), done -> done);
  }

  private <T> T purging(List<Act> acts, Work<T> work, Function<T, ActReceipt> receipt) {
    T done = dialect.writing(work);
    if (receipt.apply(done).added() > 0 && acts.stream().anyMatch(Act.Erased.class::isInstance)) {
      dialect.purge();
    }
    return done;
  }

  @Override
  public List<Act.Recorded> acts() {
    return dialect.reading(session -> {
      synchronized (logs) {
        return log.acts(session, dialect);
      }
    });
  }

  @Override
  public Page<RecordedClaim> claims(ClaimQuery query, AsOf asOf, PageRequest page) {
    return dialect
        .reading(session -> new ClaimSearch(session, dialect, query, asOf, forms, Optional.empty()).page(page));
  }

  @Override
  public long count(ClaimQuery query, AsOf asOf) {
    return dialect.reading(session -> new ClaimSearch(session, dialect, query, asOf, forms, Optional.empty()).count());
  }

  @Override
  public Page<DocumentHit> documents(DocumentQuery query, AsOf asOf, PageRequest page) {
    return dialect
        .reading(session -> new DocumentSearch(session, dialect, query, asOf, forms, Optional.empty()).page(page));
  }

  @Override
  public Optional<ClaimHistory> claim(String id) {
    return dialect.reading(session -> {
      Lookup lookup = new Lookup(session, dialect);
      Optional<Long> first = lookup.claim(id);
      return first.isEmpty() ? Optional.empty() : Optional.of(lookup.history(first.get()));
    });
  }

  @Override
  public Optional<Snapshot.Recorded> document(DocumentId id) {
    return dialect.reading(session -> {
      Optional<Long> number = new Lookup(session, dialect).document(id.value());
      return number.isEmpty() ? Optional.empty() : EntryLog.document(session, dialect, number.get());
    });
  }

  @Override
  public Snapshot asOf(AsOf asOf) {
    return dialect.reading(session -> {
      synchronized (logs) {
        return Snapshot.of(log.readings(session, dialect), log.names(session, dialect), log.acts(session, dialect),
            asOf);
      }
    });
  }

  @Override
  public List<Snapshot.Recorded> readings() {
    return Snapshot.Recorded.byDocument(entries());
  }

  /// What was read, as it was recorded: a document that was read again with something new comes several times.
  List<Snapshot.Recorded> entries() {
    return dialect.reading(session -> {
      synchronized (logs) {
        return log.readings(session, dialect);
      }
    });
  }

  @Override
  public void each(Consumer<Snapshot.Recorded> taken) {
    dialect.reading(session -> {
      EntryLog.each(session, dialect, taken);
      return true;
    });
  }

  @Override
  public List<Snapshot.Recorded> readings(Collection<DocumentId> documents) {
    return dialect.reading(session -> EntryLog.readings(session, dialect, documents));
  }

  @Override
  public List<NameEntry.Recorded> names() {
    return dialect.reading(this::onRecord);
  }

  @Override
  public Ledger cleared(Tlp ceiling) {
    return new ClearedLedger(dialect, forms, this, ceiling);
  }

  @Override
  public void close() {
    dialect.close();
  }

  /// A place in an answer that no ledger gave.
  static BadInputException noPlace(String text) {
    return new BadInputException("CURSOR_UNREADABLE",
        "'" + text + "' is no place to go on from; ask for the first page again");
  }
}
