package org.tingbok.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.BadInputException;

/// Takes the entries of another ledger over as they are, within one transaction, which its caller begins and ends: those
/// that are on record are held against it, the rest is checked and added.
final class Importer {
  private static final HexFormat HEX = HexFormat.of();

  private final Session session;
  private final Dialect dialect;
  private final EntryTable table;
  private final Rebuild rebuild;
  private final EntryCheck check;
  private final Refusal refusal;
  private final long held;
  private final Optional<Long> heldMoment;
  private final Map<String, List<Entry>> blanks = new TreeMap<>();
  private boolean erased;
  private boolean anew;
  private long known;
  private long added;

  /// Says no, with the place of the entry in what is imported.
  @FunctionalInterface
  interface Refusal {
    /// The error for people.
    BadInputException of(String code, String what);
  }

  Importer(Session session, Dialect dialect, Refusal refusal) throws SQLException {
    this.session = session;
    this.dialect = dialect;
    this.refusal = refusal;
    table = new EntryTable(session, dialect);
    rebuild = new Rebuild(session, dialect);
    check = new EntryCheck(new Flushed());
    held = rebuild.recorder().last();
    heldMoment = rebuild.recorder().lastMoment().map(Instant::toEpochMilli);
  }

  /// Refuses a ledger that holds anything.
  ///
  /// @throws BadInputException `LEDGER_EXISTS`
  void refuseUnlessNew() {
    if (held > 0) {
      throw new BadInputException("LEDGER_EXISTS", "there is a ledger " + dialect.place() + " already, of " + held
          + " entries; it was left as it is: restore into a new one");
    }
  }

  /// Takes the next entry.
  ///
  /// @throws BadInputException `EXPORT_BROKEN`, `EXPORT_ELSEWHERE`
  void next(Entry entry) throws SQLException {
    refuse(entry, check.link(entry));
    if (entry.sequence() <= held) {
      known(entry);
    } else {
      add(entry);
    }
  }

  private void refuse(Entry entry, List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw refusal.of("EXPORT_BROKEN", "entry " + entry.sequence() + " (" + entry.kind() + " " + entry.subject()
          + "): " + String.join("; ", wrong));
    }
  }

  private void known(Entry entry) throws SQLException {
    if (!table.hash(entry.sequence()).equals(Optional.of(entry.hash()))) {
      throw refusal.of("EXPORT_ELSEWHERE", "entry " + entry.sequence() + " is another than that on record in "
          + dialect.place() + ", so neither ledger is the beginning of the other; import into a new one");
    }
    known++;
    // Erased there, and not yet here: the erasure is among what is to come.
    if (entry.document().isPresent() && ErasedContent.digest(entry.content()).isPresent()
        && !table.content(entry.sequence()).equals(Optional.of(entry.content()))) {
      blanks.computeIfAbsent(entry.document().get(), _ -> new ArrayList<>()).add(entry);
    }
  }

  private void add(Entry entry) throws SQLException {
    if (added == 0 && heldMoment.equals(Optional.of(entry.recordedAt()))) {
      throw refusal.of("EXPORT_ELSEWHERE", "entry " + entry.sequence() + " belongs to an append of which "
          + dialect.place() + " has only a part; import into a new one");
    }
    refuse(entry, check.content(entry));
    long sequence = rebuild.recorder().add(entry.kind(), entry.subject(), entry.document(),
        Instant.ofEpochMilli(entry.recordedAt()), entry.content(),
        ErasedContent.digest(entry.content()).orElseGet(() -> Chain.digest(entry.content())));
    rebuild.entry(sequence, entry.kind(), entry.document().map(DocumentId::new),
        Instant.ofEpochMilli(entry.recordedAt()), EntryContent.bytes(entry.content()));
    added++;
    if (entry.kind().equals("erased")) {
      drop(entry);
    }
  }

  /// Drops here what was dropped there.
  private void drop(Entry erasure) throws SQLException {
    erased = true;
    List<Entry> left = Optional.ofNullable(blanks.remove(erasure.subject())).orElse(List.of());
    if (!left.isEmpty()) {
      rebuild.flush();
      Erasing erasing = new Erasing(session, dialect, Stems.FORMS, rebuild.recorder().index());
      long number = new Lookup(session, dialect).document(erasure.subject()).orElseThrow();
      dialect.dropForGood(session);
      boolean mixed = mixed(erasure.subject());
      anew |= mixed;
      if (!mixed) {
        erasing.dropWords(number);
      }
      for (Entry entry : left) {
        erasing.replace(entry.sequence(), entry.content());
      }
      if (!mixed) {
        erasing.addLeft(number);
      }
    }
  }

  /// Whether entries came, without their words, after those that still had them here: what tables say of those was worked
  /// out from both, so that the tables have to be made anew.
  private boolean mixed(String document) throws SQLException {
    return session.any("SELECT 1 FROM entry WHERE document = ? AND kind <> 'erased' AND sequence > ?", document, held);
  }

  /// Ends with the last entry.
  ///
  /// @throws BadInputException `EXPORT_BROKEN`
  Imported finish() throws SQLException {
    for (EntryCheck.Wrong wrong : check.end()) {
      refuse(wrong.entry(), List.of(wrong.what()));
    }
    rebuild.finish();
    if (anew) {
      Rebuild.all(session, dialect);
    }
    String head = held + added == 0 ? "0".repeat(2 * Chain.LENGTH)
        : session
            .first("SELECT hash FROM entry ORDER BY sequence DESC LIMIT 1", row -> HEX.formatHex(Columns.bytes(row, 1)))
            .orElseThrow();
    return new Imported(added, known, head);
  }

  /// Whether words were dropped here.
  boolean erased() {
    return erased;
  }

  /// What is on record, what waits to be written included.
  private final class Flushed implements EntriesOnRecord {
    private EntryTable table() {
      try {
        rebuild.flush();
        return table;
      } catch (SQLException e) {
        throw dialect.failed(e);
      }
    }

    @Override
    public Optional<Document> document(DocumentId id) {
      // What is erased there, and not yet here, is quoted without its words already.
      return Optional.ofNullable(blanks.get(id.value())).stream().flatMap(List::stream)
          .filter(entry -> entry.kind().equals("document")).findFirst()
          .map(entry -> EntryReader.document(EntryContent.bytes(entry.content()))).or(() -> table().document(id));
    }

    @Override
    public boolean holds(String subject, long before) {
      return table().holds(subject, before);
    }

    @Override
    public List<Entry> ofDocument(String document, long before) {
      // Of entries that are on record, those are held against the file's that were erased there.
      return table().ofDocument(document, before).stream().filter(entry -> entry.sequence() > held).toList();
    }
  }
}
