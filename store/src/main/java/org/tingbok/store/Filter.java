package org.tingbok.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tingbok.ledger.AsOf;
import org.tingbok.mention.NameKey;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Days;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Tlp;
import org.tingbok.vocabulary.SlotRole;

/// What a question asks of the rows of claim_term and claim_version, in SQL: `p` is either of the two, `v` the version.
///
/// Lists of numbers stand in the SQL as they are: how many there are is part of the question anyway, and nothing but numbers
/// made here gets there. What people write is always a parameter.
///
/// @param either conditions on what both tables have, each begun by AND
/// @param version those on what only claim_version has, with `%1$s` for its alias
record Filter(String either, String version) {
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9-]{1,35}");
  private static final String JOIN = " JOIN claim_version v ON v.first = p.first AND v.later = p.later ";

  String join() {
    return version.isEmpty() ? "" : JOIN;
  }

  /// All conditions, where `p` is claim_term and [#join] stands behind it.
  String onTerms() {
    return either + version.formatted("v");
  }

  /// All conditions, where `p` is claim_version.
  String onVersions() {
    return either + version.formatted("p");
  }

  /// The same of what somebody sees who is cleared up to a marking.
  Filter seenBy(Tlp ceiling) {
    return new Filter(either, version + seen("%1$s", ceiling));
  }

  /// That neither a version nor its document is marked beyond a ceiling.
  ///
  /// @param alias of the table of versions
  static String seen(String alias, Tlp ceiling) {
    return " AND NOT EXISTS (SELECT 1 FROM marking g WHERE g.document = " + alias + ".document AND g.claim IN (0, "
        + alias + ".first) AND g.level > " + ceiling.level() + ")";
  }

  /// The versions that stood.
  ///
  /// @param last the last entry that counts
  /// @param latest whether that is the last there is
  static String recorded(long last, boolean latest) {
    return latest ? " AND p.until IS NULL"
        : " AND p.first + p.later <= " + last + " AND (p.until IS NULL OR p.until > " + last + ")";
  }

  /// Those of them that had been said by the day.
  static String standing(AsOf asOf, long last, boolean latest) {
    return recorded(last, latest) + asOf.said()
        .map(day -> " AND p.newest >= " + -day.toEpochDay() + " AND p.newest < " + Terms.UNKNOWN).orElse("");
  }

  /// The conditions that rows tell; those on words are left to whoever asks.
  ///
  /// @param leftOut conditions that are seen to otherwise
  /// @param many whether it will be asked of very many rows
  static Filter of(ClaimQuery query, Set<Condition> leftOut, Lookup lookup, Dialect dialect, boolean many)
      throws SQLException {
    StringBuilder sql = new StringBuilder();
    StringBuilder version = new StringBuilder();
    for (Condition condition : query.all()) {
      if (leftOut.contains(condition)) {
        continue;
      }
      switch (condition) {
        case Condition.OfType of ->
          sql.append(" AND p.what IN (").append(whats(of.any(), Set.of(CertaintyLevel.values())))
              .append(')');
        case Condition.OfCertainty of ->
          sql.append(" AND p.what IN (").append(whats(Set.of(ClaimType.values()), of.any())).append(')');
        case Condition.OneOf of ->
          sql.append(" AND p.first IN (").append(numbers(claims(of.any(), lookup))).append(')');
        case Condition.InDocument in -> {
          List<Long> documents = new ArrayList<>();
          for (var id : in.any()) {
            lookup.document(id.value()).ifPresent(documents::add);
          }
          version.append(" AND %1$s.document IN (").append(numbers(documents)).append(')');
        }
        case Condition.FoundIn in -> foundIn(version, in);
        case Condition.OfAccount of -> {
          version.append(" AND %1$s.account IN (").append(numbers(lookup.accounts(of.any()))).append(')');
        }
        case Condition.WithKind with -> {
          long mask = 0;
          for (SlotRole role : with.roles()) {
            for (var kind : with.kinds()) {
              mask |= ClaimRow.kind(role, kind);
            }
          }
          version.append(" AND (%1$s.kinds & ").append(mask).append(") <> 0");
        }
        case Condition.Happened in -> {
          days(version, "%1$s.event", in.days());
        }
        case Condition.Said in -> {
          days(version, "%1$s.said", in.days());
        }
        case Condition.Recorded in -> {
          if (in.after().isPresent()) {
            sql.append(" AND p.first + p.later > ").append(lookup.upTo(in.after().get()));
          }
          if (in.until().isPresent()) {
            sql.append(" AND p.first + p.later <= ").append(lookup.upTo(in.until().get()));
          }
        }
        case Condition.WithParty _, Condition.OfState _, Condition.InSector _ ->
          sql.append(" AND ").append(has(terms(condition), lookup, dialect, many));
        case Condition.OfIncident _, Condition.Quotes _ -> {
        }
      }
    }
    return new Filter(sql.toString(), version.toString());
  }

  private static void foundIn(StringBuilder sql, Condition.FoundIn in) {
    StringBuilder document = new StringBuilder();
    if (!in.languages().isEmpty()) {
      // They stand in the statement itself: what is no tag is no document's language.
      document.append(" AND d.language IN (").append(in.languages().stream()
          .map(tag -> TAG.matcher(tag).matches() ? "'" + tag + "'" : "''").collect(Collectors.joining(", ")))
          .append(')');
    }
    if (!in.publishers().isEmpty()) {
      document.append(" AND d.publisher IN (")
          .append(numbers(in.publishers().stream().map(NameKey::of).map(Terms::publisher).toList())).append(')');
    }
    in.published().to().ifPresent(day -> document.append(" AND d.published_from <= ").append(day.toEpochDay()));
    in.published().from().ifPresent(day -> document.append(" AND d.published_to >= ").append(day.toEpochDay()));
    if (!document.isEmpty()) {
      sql.append(" AND EXISTS (SELECT 1 FROM document_row d WHERE d.number = %1$s.document").append(document)
          .append(')');
    }
  }

  /// That a version has one of the terms.
  private static String has(Set<Long> terms, Lookup lookup, Dialect dialect, boolean many) throws SQLException {
    String changed = "EXISTS (SELECT 1 FROM claim_term q WHERE q.epoch = " + dialect.epoch("p.first + p.later")
        + " AND q.term IN (" + numbers(terms)
        + ") AND q.newest = p.newest AND q.first = p.first AND q.later = p.later)";
    if (!dialect.termsAreWords()) {
      return changed;
    }
    String words;
    if (many) {
      // Found once, then each row is looked up in what was found.
      String epochs = LongStream.rangeClosed(0, dialect.epoch(lookup.last())).boxed()
          .map(epoch -> TermRows.any(epoch, terms)).collect(Collectors.joining(" OR "));
      words = Terms.words("p") + " IN (SELECT q.rowid FROM claim_words q WHERE q.claim_words MATCH '" + epochs + "')";
    } else {
      String epoch = dialect.epoch("p.first");
      words = "EXISTS (SELECT 1 FROM claim_words q WHERE q.claim_words MATCH "
          + terms.stream().map(term -> epoch + " || '" + Terms.word(0, term).substring(1) + "'")
              .collect(Collectors.joining(" || ' OR ' || ", "(", ")"))
          + " AND q.rowid = " + Terms.words("p") + ")";
    }
    return "CASE p.later WHEN 0 THEN " + words + " ELSE " + changed + " END";
  }

  /// The terms one of which a claim has for which the condition holds.
  static Set<Long> terms(Condition condition) {
    Set<Long> terms = new TreeSet<>();
    switch (condition) {
      case Condition.WithParty with -> {
        Set<String> keys = with.keys();
        with.roles().forEach(role -> keys.forEach(key -> terms.add(Terms.party(role, key))));
      }
      case Condition.OfState of ->
        of.roles().forEach(role -> of.countries().forEach(country -> terms.add(Terms.state(role, country))));
      case Condition.InSector in -> in.any().forEach(sector -> terms.add(Terms.sector(sector)));
      case Condition.OfType _, Condition.OfCertainty _, Condition.OneOf _, Condition.InDocument _, Condition.FoundIn _, Condition.OfAccount _, Condition.OfIncident _, Condition.WithKind _, Condition.Happened _, Condition.Said _, Condition.Recorded _, Condition.Quotes _ ->
        {
        }
    }
    return terms;
  }

  static List<Long> claims(Set<String> ids, Lookup lookup) throws SQLException {
    List<Long> firsts = new ArrayList<>();
    for (String id : ids) {
      Optional<Long> first = lookup.claim(id);
      first.ifPresent(firsts::add);
    }
    return firsts;
  }

  private static String whats(Set<ClaimType> types, Set<CertaintyLevel> certainties) {
    Set<Integer> whats = new TreeSet<>();
    for (ClaimType type : types) {
      for (CertaintyLevel certainty : certainties) {
        whats.add(ClaimRow.what(type, certainty, false));
        whats.add(ClaimRow.what(type, certainty, true));
      }
    }
    return numbers(whats);
  }

  private static void days(StringBuilder sql, String column, Days days) {
    sql.append(" AND ").append(column).append("_from IS NOT NULL");
    days.to().map(LocalDate::toEpochDay)
        .ifPresent(to -> sql.append(" AND ").append(column).append("_from <= ").append(to));
    days.from().map(LocalDate::toEpochDay)
        .ifPresent(from -> sql.append(" AND ").append(column).append("_to >= ").append(from));
  }

  /// Numbers with commas between; none at all as one that no row has.
  static String numbers(Collection<? extends Number> numbers) {
    return numbers.isEmpty() ? "-1"
        : numbers.stream().map(Number::toString).collect(Collectors.joining(", "));
  }
}
