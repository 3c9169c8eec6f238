package org.tingbok.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Cleared;
import org.tingbok.ledger.DocumentHit;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Markings;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.ReadOnlyLedger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.Tlp;

/// A ledger in a database as somebody sees it who is cleared up to a marking. What is not seen is left out where questions
/// are answered, so that it is not counted either.
final class ClearedLedger extends ReadOnlyLedger {
  private final Dialect dialect;
  private final WordForms forms;
  private final SqlLedger whole;
  private final Tlp ceiling;
  /// A claim stays in its document.
  private final Map<String, DocumentId> documents = new ConcurrentHashMap<>();

  ClearedLedger(Dialect dialect, WordForms forms, SqlLedger whole, Tlp ceiling) {
    this.dialect = dialect;
    this.forms = forms;
    this.whole = whole;
    this.ceiling = ceiling;
  }

  /// To be asked after what it is asked about was read: what is recorded is marked in the same moment, or later.
  private Cleared cleared() {
    return new Cleared(Markings.of(whole.acts()), ceiling, this::documentOf);
  }

  private Optional<DocumentId> documentOf(String subject) {
    Optional<DocumentId> known = Optional.ofNullable(documents.get(subject));
    if (known.isPresent()) {
      return known;
    }
    Optional<DocumentId> found = dialect.reading(session -> {
      Optional<Long> first = new Lookup(session, dialect).claim(subject);
      return first.isEmpty() ? Optional.empty()
          : session.first("SELECT document FROM entry WHERE sequence = ?",
              row -> new DocumentId(Columns.text(row, 1)), first.get());
    });
    found.ifPresent(document -> documents.put(subject, document));
    return found;
  }

  @Override
  public List<Act.Recorded> acts() {
    List<Act.Recorded> acts = whole.acts();
    return cleared().acts(acts);
  }

  @Override
  public Page<RecordedClaim> claims(ClaimQuery query, AsOf asOf, PageRequest page) {
    Page<RecordedClaim> found = dialect.reading(
        session -> new ClaimSearch(session, dialect, query, asOf, forms, Optional.of(ceiling)).page(page));
    Cleared cleared = cleared();
    return new Page<>(found.items().stream().map(cleared::claim).toList(), found.next());
  }

  @Override
  public long count(ClaimQuery query, AsOf asOf) {
    return dialect.reading(
        session -> new ClaimSearch(session, dialect, query, asOf, forms, Optional.of(ceiling)).count());
  }

  @Override
  public Page<DocumentHit> documents(DocumentQuery query, AsOf asOf, PageRequest page) {
    return dialect.reading(
        session -> new DocumentSearch(session, dialect, query, asOf, forms, Optional.of(ceiling)).page(page));
  }

  @Override
  public Optional<ClaimHistory> claim(String id) {
    Optional<ClaimHistory> found = whole.claim(id);
    Cleared cleared = cleared();
    return found.filter(history -> cleared.shows(id, history.read().document())).map(cleared::history);
  }

  @Override
  public Optional<Snapshot.Recorded> document(DocumentId id) {
    Optional<Snapshot.Recorded> found = whole.document(id);
    Cleared cleared = cleared();
    return found.filter(_ -> cleared.shows(id)).map(cleared::reading);
  }

  @Override
  public Snapshot asOf(AsOf asOf) {
    List<Snapshot.Recorded> entries = whole.entries();
    List<Act.Recorded> acts = whole.acts();
    Cleared cleared = cleared();
    return Snapshot.of(cleared.readings(entries), whole.names(), cleared.acts(acts), asOf);
  }

  @Override
  public List<Snapshot.Recorded> readings() {
    List<Snapshot.Recorded> readings = whole.readings();
    return cleared().readings(readings);
  }

  /// What had been recorded when it was asked, for what comes meanwhile may be marked.
  @Override
  public void each(Consumer<Snapshot.Recorded> taken) {
    Optional<Instant> last = dialect.reading(session -> new Lookup(session, dialect).lastMoment());
    Cleared cleared = cleared();
    whole.each(recorded -> {
      if (last.filter(moment -> !recorded.recordedAt().isAfter(moment)).isPresent()
          && cleared.shows(recorded.reading().document().id())) {
        taken.accept(cleared.reading(recorded));
      }
    });
  }

  @Override
  public List<Snapshot.Recorded> readings(Collection<DocumentId> wanted) {
    List<Snapshot.Recorded> readings = whole.readings(wanted);
    return cleared().readings(readings);
  }

  @Override
  public List<NameEntry.Recorded> names() {
    return whole.names();
  }

  @Override
  public Ledger cleared(Tlp other) {
    return other.compareTo(ceiling) >= 0 ? this : whole.cleared(other);
  }
}
