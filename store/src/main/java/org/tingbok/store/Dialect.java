package org.tingbok.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tingbok.query.TextQuery;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// A database engine: what one does otherwise than the other. Everything else is the same SQL.
///
/// Safe for use by several threads.
sealed interface Dialect extends AutoCloseable permits SqliteDialect, PostgresDialect {
  /// Longest form of a word that is looked up, in code units; what is longer is found by its beginning.
  int LONGEST = 120;

  /// The ledger as messages name it, without anything secret.
  String place();

  /// Does something that changes the ledger, all of it or nothing, while nobody else does.
  ///
  /// @throws TingbokException if it cannot; then nothing was changed
  <T> T writing(Work<T> work);

  /// Asks something; every statement of it sees the same state of the ledger.
  <T> T reading(Work<T> work);

  /// What makes sure that nothing of what was just dropped is left in the files, as far as the engine can tell.
  void purge();

  TingbokException failed(SQLException e);

  /// The part of an index that an entry's rows stand in.
  long epoch(long sequence);

  /// The same in SQL.
  String epoch(String sequence);

  /// Whether what claims are found by as they were first read stands in `claim_words` instead of `claim_term`.
  boolean termsAreWords();

  /// The condition on a table of words that its row has them; one parameter, as [#wanted] gives it.
  String matches(String table, String alias);

  /// Joins a table to the one before, which is to be gone through first.
  String thenJoin();

  /// One alternative of forms, or beginnings of forms.
  String either(Set<String> forms, boolean prefix);

  /// All of them.
  String all(List<String> alternatives);

  /// One of them.
  String any(List<String> alternatives);

  /// What the engine itself finds wrong with what it keeps, one line each.
  List<String> unsound(Session session) throws SQLException;

  /// What guards the entries and is no longer as it was made, one line each: triggers, and views for people.
  List<String> unguarded(Session session) throws SQLException;

  /// Whether all of a document's words are indexed for sure, however many there are.
  boolean wordsWhole(Entry entry);

  /// Every word of every row of a table of words, in any order.
  void eachWord(Session session, String table, Derived.EachWord each) throws SQLException;

  /// What claims are found by, wherever it stands, as rows of `claim_term`, in any order.
  void eachTerm(Session session, Derived.Each each) throws SQLException;

  /// Adds a row to a table of words; parameters: the row's number, its distinct forms with blanks between.
  String insertWords(String table);

  /// Takes one out; the same parameters.
  String deleteWords(String table);

  @Override
  void close();

  /// To be run before something is dropped that nobody may find in the files.
  void dropForGood(Session session) throws SQLException;

  /// Empties a table of words.
  String emptyWords(String table);

  /// What a text needs at least to have the words wanted. Phrases are looked for as their words; what is unwanted is left
  /// to [org.tingbok.query.TextMatch].
  default String wanted(TextQuery query, WordForms forms) {
    return all(query.wanted().stream()
        .map(
            term -> any(term.spellings().stream().map(spelling -> all(words(spelling, term.prefix(), forms))).toList()))
        .toList());
  }

  private List<String> words(List<String> spelling, boolean prefix, WordForms forms) {
    int last = spelling.size() - 1;
    return IntStream.rangeClosed(0, last).mapToObj(i -> {
      Set<String> wanted = forms.forms(spelling.get(i));
      boolean cut = wanted.stream().anyMatch(form -> form.length() > LONGEST);
      return either(wanted.stream().map(Dialect::cut).collect(Collectors.toCollection(TreeSet::new)),
          cut || prefix && i == last);
    }).toList();
  }

  /// A form as the index has it.
  static String cut(String form) {
    if (form.length() <= LONGEST) {
      return form;
    }
    return form.substring(0, Character.isHighSurrogate(form.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
  }

  /// That the ledger does not hold what it must.
  default TingbokException damaged(String what, Optional<Throwable> cause) {
    String message = "the ledger " + place() + " is damaged; restore it from a copy: " + what;
    return cause.map(known -> new UnavailableException("LEDGER_DAMAGED", message, known))
        .orElseGet(() -> new UnavailableException("LEDGER_DAMAGED", message));
  }
}
