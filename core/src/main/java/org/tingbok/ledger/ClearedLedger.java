package org.tingbok.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tingbok.document.DocumentId;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.vocabulary.Tlp;

/// A ledger whose content is worked out anew for each question.
final class ClearedLedger extends ReadOnlyLedger {
  private final Supplier<Ledger> seen;

  ClearedLedger(Supplier<Ledger> seen) {
    this.seen = seen;
  }

  @Override
  public List<Act.Recorded> acts() {
    return seen.get().acts();
  }

  @Override
  public Page<RecordedClaim> claims(ClaimQuery query, AsOf asOf, PageRequest page) {
    return seen.get().claims(query, asOf, page);
  }

  @Override
  public long count(ClaimQuery query, AsOf asOf) {
    return seen.get().count(query, asOf);
  }

  @Override
  public Page<DocumentHit> documents(DocumentQuery query, AsOf asOf, PageRequest page) {
    return seen.get().documents(query, asOf, page);
  }

  @Override
  public Optional<ClaimHistory> claim(String id) {
    return seen.get().claim(id);
  }

  @Override
  public Optional<Snapshot.Recorded> document(DocumentId id) {
    return seen.get().document(id);
  }

  @Override
  public Snapshot asOf(AsOf asOf) {
    return seen.get().asOf(asOf);
  }

  @Override
  public List<Snapshot.Recorded> readings() {
    return seen.get().readings();
  }

  @Override
  public void each(Consumer<Snapshot.Recorded> taken) {
    seen.get().each(taken);
  }

  @Override
  public List<Snapshot.Recorded> readings(Collection<DocumentId> documents) {
    return seen.get().readings(documents);
  }

  @Override
  public List<NameEntry.Recorded> names() {
    return seen.get().names();
  }

  @Override
  public Ledger cleared(Tlp ceiling) {
    return new ClearedLedger(() -> seen.get().cleared(ceiling));
  }
}
