package org.tingbok.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds entries and what is made from them, within one transaction, which its caller begins and ends.
final class Recorder {
  private final Session session;
  private final Index index;
  private final Rows entries;
  private final Chain chain;
  private final Optional<Instant> lastMoment;
  private final long before;
  private long last;

  Recorder(Session session, Dialect dialect) throws SQLException {
    this.session = session;
    index = new Index(session, dialect);
    entries = new Rows(session, """
        INSERT INTO entry (sequence, kind, subject, document, recorded_at, hash, content)
        VALUES (?, ?, ?, ?, ?, ?, ?)""");
    Optional<Head> head = session.first(
        "SELECT sequence, recorded_at, hash FROM entry ORDER BY sequence DESC LIMIT 1",
        row -> new Head(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), ByteBuffer.wrap(Columns.bytes(row, 3))));
    before = head.map(Head::sequence).orElse(0L);
    last = before;
    lastMoment = head.map(Head::recordedAt);
    chain = head.map(one -> new Chain(one.hash().array())).orElseGet(Chain::new);
  }

  private record Head(long sequence, Instant recordedAt, ByteBuffer hash) {
  }

  /// The moment of the last entry; empty if there is none.
  Optional<Instant> lastMoment() {
    return lastMoment;
  }

  /// The last entry so far.
  long last() {
    return last;
  }

  Index index() {
    return index;
  }

  /// Adds an entry.
  ///
  /// @return its sequence
  long add(String kind, String subject, Optional<String> document, Instant recordedAt, String content, byte[] digest)
      throws SQLException {
    long moment = recordedAt.toEpochMilli();
    byte[] hash = chain.add(++last, kind, subject, document, moment, digest);
    entries.add(last, kind, subject, document.orElse(null), moment, hash, content);
    return last;
  }

  long add(String kind, String subject, Optional<String> document, Instant recordedAt, String content)
      throws SQLException {
    return add(kind, subject, document, recordedAt, content, Chain.digest(content));
  }

  /// Adds what is new of a document.
  ///
  /// @param known the document's sequence if it is on record
  /// @return the document's sequence
  long add(Prepared prepared, Optional<Long> known, Instant recordedAt) throws SQLException {
    Optional<String> id = Optional.of(prepared.document().id().value());
    long document;
    if (prepared.entry().isPresent()) {
      Prepared.Entry entry = prepared.entry().get();
      document = add("document", entry.subject(), id, recordedAt, entry.content(), entry.digest().array());
      index.document(document, prepared.document(), entry.words());
    } else {
      document = known.orElseThrow();
    }
    List<Index.NewClaim> claims = new ArrayList<>();
    for (Prepared.ClaimEntry claim : prepared.claims()) {
      Prepared.Entry entry = claim.entry();
      claims.add(new Index.NewClaim(
          add("claim", entry.subject(), id, recordedAt, entry.content(), entry.digest().array()), claim));
    }
    index.claims(document, claims);
    for (Prepared.Entry unread : prepared.unread()) {
      index.unread(document,
          add("unread", unread.subject(), id, recordedAt, unread.content(), unread.digest().array()), unread.subject());
    }
    return document;
  }

  /// Writes entries that wait.
  void flush() throws SQLException {
    entries.flush();
    index.flush();
  }

  /// Ends an append.
  void finish(Instant recordedAt) throws SQLException {
    flush();
    if (last > before) {
      session.run("INSERT INTO moment (recorded_at, sequence) VALUES (?, ?)", recordedAt.toEpochMilli(), last);
    }
  }
}
