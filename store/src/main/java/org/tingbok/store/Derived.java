package org.tingbok.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The tables that are made from entries, compared between two ledgers of the same entries: one as it is kept, one made
/// anew.
///
/// Rows are not put in order, which would take as much memory as there are rows: each goes into one of many sums, and only
/// where two sums differ are the rows behind them looked at.
final class Derived {
  /// Sums of one table.
  private static final int BUCKETS = 4096;
  /// Rows that are told of for one table; whoever has so many makes the tables anew in any case.
  private static final int TOLD = 20;

  /// One of the tables.
  ///
  /// @param name of the table
  /// @param columns all but those that engines have for themselves
  record Table(String name, String columns) {
  }

  private static final String TERMS = "claim_term";

  static final List<Table> TABLES = List.of(
      new Table("moment", "sequence, recorded_at"),
      new Table("document_row", "number, id_key, published_from, published_to, language, publisher"),
      new Table("document_entry", "sequence, document"),
      new Table("claim_key", "first, id_key"),
      new Table("claim_version",
          "first, later, until, words, document, account, what, kinds, newest, said_from, said_to,"
              + " event_from, event_to"),
      new Table(TERMS, "first, later, until, term, newest, what"),
      new Table("account", "number, id_key"), new Table("marking", "document, claim, level"),
      new Table("quote_words", "rowid, word"),
      new Table("account_words", "rowid, word"), new Table("document_words", "rowid, word"));

  private Derived() {
  }

  /// The sums of a table, by bucket: the first half of each row's digest, added up, and the number of rows.
  private static final class Sums {
    private final long[] low = new long[BUCKETS];
    private final long[] high = new long[BUCKETS];

    private void add(int bucket, byte[] digest) {
      low[bucket] += number(digest, 0);
      high[bucket] += number(digest, 8);
    }

    private static long number(byte[] digest, int from) {
      long number = 0;
      for (int i = from; i < from + 8; i++) {
        number = number << 8 | digest[i] & 0xff;
      }
      return number;
    }

    private boolean same(Sums other, int bucket) {
      return low[bucket] == other.low[bucket] && high[bucket] == other.high[bucket];
    }
  }

  /// What is wrong with a table, one line each: rows that entries do not give, and rows that are missing.
  ///
  /// @param kept the ledger as it is kept
  /// @param made the one made anew
  static List<String> wrong(Side kept, Side made, Table table) throws SQLException {
    Sums one = sums(kept, table);
    Sums other = sums(made, table);
    List<Integer> different = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      if (!one.same(other, bucket)) {
        different.add(bucket);
      }
    }
    if (different.isEmpty()) {
      return List.of();
    }
    // A few buckets at a time, so that a table that is wrong all through fits memory, too.
    List<Integer> looked = different.subList(0, Math.min(different.size(), 4));
    Map<String, Long> rows = new TreeMap<>();
    kept.rows(table, row -> {
      if (looked.contains(bucket(row))) {
        rows.merge(row, 1L, Long::sum);
      }
    });
    made.rows(table, row -> {
      if (looked.contains(bucket(row))) {
        rows.merge(row, -1L, Long::sum);
      }
    });
    List<String> wrong = new ArrayList<>();
    rows.forEach((row, count) -> {
      if (count != 0 && wrong.size() < TOLD) {
        wrong.add("the table " + table.name() + (count > 0 ? " has a row that its entries do not give: "
            : " lacks a row that its entries give: ") + table.columns() + " = " + row.replaceAll("\\p{Cntrl}", "?"));
      }
    });
    if (different.size() > looked.size() || wrong.size() == TOLD) {
      wrong.add("the table " + table.name() + " has more that is wrong than is told here");
    }
    return wrong;
  }

  private static Sums sums(Side side, Table table) throws SQLException {
    MessageDigest sha256 = Chain.sha256();
    Sums sums = new Sums();
    side.rows(table, row -> sums.add(bucket(row), sha256.digest(row.getBytes(StandardCharsets.UTF_8))));
    return sums;
  }

  private static int bucket(String row) {
    return Math.floorMod(row.hashCode() * 0x9E3779B1, BUCKETS);
  }

  /// One of the two ledgers.
  interface Side {
    /// All rows of a table, in any order, columns with ", " between.
    void rows(Table table, Each each) throws SQLException;
  }

  /// Takes a row.
  @FunctionalInterface
  interface Each {
    void row(String row);
  }

  /// The tables of a ledger.
  ///
  /// @param partly documents whose words are not compared, for not all of them may be indexed
  static Side of(Session session, Dialect dialect, Set<Long> partly) {
    return (table, each) -> {
      if (Rebuild.WORDS.contains(table.name())) {
        boolean documents = table.name().equals("document_words");
        dialect.eachWord(session, table.name(), (number, word) -> {
          if (!documents || !partly.contains(number)) {
            each.row(number + ", " + word);
          }
        });
      } else if (table.name().equals(TERMS)) {
        dialect.eachTerm(session, each);
      } else {
        session.each("SELECT " + table.columns() + " FROM " + table.name(), row -> {
          each.row(text(row));
          return true;
        });
      }
    };
  }

  /// Rows of `claim_term` as they stand in it.
  static void eachTerm(Session session, Each each) throws SQLException {
    session.each("SELECT first, later, until, term, newest, what FROM claim_term", row -> {
      each.row(text(row));
      return true;
    });
  }

  /// Takes a row of a table of words.
  @FunctionalInterface
  interface EachWord {
    void row(long number, String word) throws SQLException;
  }

  private static String text(ResultSet row) throws SQLException {
    int columns = row.getMetaData().getColumnCount();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= columns; i++) {
      text.append(i == 1 ? "" : ", ").append(row.getString(i));
    }
    return text.toString();
  }
}
