package org.tingbok.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Intake;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// Looks up and adds entries within one transaction, which its caller begins and ends.
final class EntryAppender implements AutoCloseable {
  private static final String KNOWN = "SELECT 1 FROM entry WHERE subject = ?";
  private static final String CONTENT = "SELECT content FROM entry WHERE subject = ?";
  private static final String LAST = "SELECT sequence, recorded_at FROM entry ORDER BY sequence DESC LIMIT 1";
  private static final String LAST_NAME = "SELECT sequence, recorded_at FROM name_entry ORDER BY sequence DESC LIMIT 1";
  private static final String INSERT = """
      INSERT INTO entry (sequence, kind, subject, document, recorded_at, claim_type, said_from, said_to, content)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final LedgerFile file;
  private final PreparedStatement known;
  private final PreparedStatement content;
  private final PreparedStatement insert;
  private final Optional<Instant> lastMoment;
  private long last;

  EntryAppender(Connection connection, LedgerFile file) throws SQLException {
    this.file = file;
    try (PreparedStatement query = connection.prepareStatement(LAST); ResultSet row = query.executeQuery()) {
      boolean any = row.next();
      last = any ? row.getLong(1) : 0;
    }
    lastMoment = lastMoment(connection);
    known = connection.prepareStatement(KNOWN);
    content = connection.prepareStatement(CONTENT);
    insert = connection.prepareStatement(INSERT);
  }

  /// The moment of the last entry of either kind; empty if there is none.
  static Optional<Instant> lastMoment(Connection connection) throws SQLException {
    Optional<Instant> last = Optional.empty();
    for (String sql : new String[] {LAST, LAST_NAME}) {
      try (PreparedStatement query = connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
        if (row.next()) {
          Instant moment = Instant.ofEpochMilli(row.getLong(2));
          last = last.filter(moment::isBefore).or(() -> Optional.of(moment));
        }
      }
    }
    return last;
  }

  /// The moment of the last entry of either kind; empty if there is none.
  Optional<Instant> lastMoment() {
    return lastMoment;
  }

  boolean onRecord(String id) {
    try {
      known.setString(1, id);
      try (ResultSet row = known.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw file.failed(e);
    }
  }

  /// A document that is on record.
  Document document(DocumentId id) {
    try {
      content.setString(1, id.value());
      try (ResultSet row = content.executeQuery()) {
        if (!row.next()) {
          throw file.damaged("claims of " + id + " are on record, the document is not", Optional.empty());
        }
        return EntryReader.document(row.getBytes(1));
      }
    } catch (BadInputException e) {
      throw file.damaged(id + " cannot be read: " + e.getMessage(), Optional.of(e));
    } catch (SQLException e) {
      throw file.failed(e);
    }
  }

  void add(Intake.Part part, Instant recordedAt) throws SQLException {
    Document document = part.reading().document();
    String id = document.id().value();
    if (part.newDocument()) {
      add("document", id, id, recordedAt, Optional.empty(), document.published(), EntryWriter.document(document));
    }
    for (Claim claim : part.reading().claims()) {
      add("claim", claim.id(), id, recordedAt, Optional.of(claim.type().code()), claim.saying().saidOn(),
          EntryWriter.claim(claim));
    }
    for (Unread unread : part.reading().unread()) {
      add("unread", unread.id(document.id()), id, recordedAt, Optional.empty(), PartialDate.NOT_STATED,
          EntryWriter.unread(unread));
    }
  }

  private void add(String kind, String subject, String document, Instant recordedAt, Optional<String> claimType,
      PartialDate said, String json) throws SQLException {
    insert.setLong(1, ++last);
    insert.setString(2, kind);
    insert.setString(3, subject);
    insert.setString(4, document);
    insert.setLong(5, recordedAt.toEpochMilli());
    insert.setString(6, claimType.orElse(null));
    insert.setString(7, said.first().map(LocalDate::toString).orElse(null));
    insert.setString(8, said.last().map(LocalDate::toString).orElse(null));
    insert.setString(9, json);
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    try (known; content; insert) {
      insert.clearParameters();
    }
  }
}
