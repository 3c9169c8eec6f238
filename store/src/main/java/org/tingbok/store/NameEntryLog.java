package org.tingbok.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.NameIntake;
import org.tingbok.vocabulary.TingbokException;

/// The entries about names as far as they were read, kept in memory; and how further ones are added.
///
/// Not for use by several threads at once.
final class NameEntryLog {
  private static final String SINCE =
      """
      SELECT sequence, kind, list, subject, recorded_at, content FROM name_entry WHERE sequence > ? ORDER BY sequence""";
  private static final String INSERT = """
      INSERT INTO name_entry (sequence, kind, list, subject, recorded_at, day, content) VALUES (?, ?, ?, ?, ?, ?, ?)""";

  private List<NameEntry.Recorded> entries = List.of();
  private long last;

  /// Reads on to the end of what is on record. One statement sees whole appends only.
  ///
  /// @return everything recorded, in order of recording
  List<NameEntry.Recorded> upToDate(Connection connection, LedgerFile file) throws SQLException {
    List<NameEntry.Recorded> fresh = new ArrayList<>();
    long sequence = last;
    try (PreparedStatement query = connection.prepareStatement(SINCE)) {
      query.setLong(1, last);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sequence = row.getLong(1);
          fresh.add(new NameEntry.Recorded(NameEntryJson.read(row.getString(2), Optional.ofNullable(row.getString(3)),
              row.getString(4), row.getBytes(6)), Instant.ofEpochMilli(row.getLong(5))));
        }
      }
    } catch (TingbokException | DateTimeException e) {
      throw file.damaged("name entry " + sequence + " cannot be read: " + e.getMessage(), Optional.of(e));
    }
    if (!fresh.isEmpty()) {
      List<NameEntry.Recorded> all = new ArrayList<>(entries);
      all.addAll(fresh);
      entries = List.copyOf(all);
      last = sequence;
    }
    return entries;
  }

  /// Adds what is new, within a transaction that its caller begins and ends, right after it has been brought up to date.
  void add(Connection connection, NameIntake intake, Instant recordedAt) throws SQLException {
    long sequence = last;
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (NameEntry entry : intake.entries()) {
        insert.setLong(1, ++sequence);
        insert.setString(2, NameEntryJson.kind(entry));
        insert.setString(3, NameEntryJson.list(entry).orElse(null));
        insert.setString(4, NameEntryJson.subject(entry));
        insert.setLong(5, recordedAt.toEpochMilli());
        insert.setString(6, entry.day().map(LocalDate::toString).orElse(null));
        insert.setString(7, NameEntryJson.write(entry));
        insert.executeUpdate();
      }
    }
  }
}
