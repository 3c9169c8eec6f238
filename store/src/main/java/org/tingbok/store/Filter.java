package org.tingbok.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tingbok.ledger.AsOf;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Days;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.SlotRole;

/// What a question asks of the rows of claim_term and claim_version, in SQL: `p` is either of the two, `v` the version.
///
/// @param sql conditions, each begun by AND; those on `v` only if it has to be joined
/// @param joins whether `v` is needed
record Filter(String sql, boolean joins) {
  private static final String JOIN = " JOIN claim_version v ON v.first = p.first AND v.later = p.later ";

  String join() {
    return joins ? JOIN : "";
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
  static Filter of(ClaimQuery query, Set<Condition> leftOut, Lookup lookup, Dialect dialect) throws SQLException {
    StringBuilder sql = new StringBuilder();
    boolean joins = false;
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
          sql.append(" AND v.document IN (").append(numbers(documents)).append(')');
          joins = true;
        }
        case Condition.OfAccount of -> {
          sql.append(" AND v.account IN (").append(numbers(lookup.accounts(of.any()))).append(')');
          joins = true;
        }
        case Condition.WithKind with -> {
          long mask = 0;
          for (SlotRole role : with.roles()) {
            for (var kind : with.kinds()) {
              mask |= ClaimRow.kind(role, kind);
            }
          }
          sql.append(" AND (v.kinds & ").append(mask).append(") <> 0");
          joins = true;
        }
        case Condition.Happened in -> {
          days(sql, "v.event", in.days());
          joins = true;
        }
        case Condition.Said in -> {
          days(sql, "v.said", in.days());
          joins = true;
        }
        case Condition.Recorded in -> {
          if (in.after().isPresent()) {
            sql.append(" AND p.first + p.later > ").append(lookup.upTo(in.after().get()));
          }
          if (in.until().isPresent()) {
            sql.append(" AND p.first + p.later <= ").append(lookup.upTo(in.until().get()));
          }
        }
        case Condition.WithParty _, Condition.OfState _, Condition.InSector _ -> sql
            .append(" AND EXISTS (SELECT 1 FROM claim_term q WHERE q.epoch = ")
            .append(dialect.epoch("p.first + p.later"))
            .append(" AND q.term IN (").append(numbers(terms(condition)))
            .append(") AND q.newest = p.newest AND q.first = p.first AND q.later = p.later)");
        case Condition.OfIncident _, Condition.Quotes _ -> {
        }
      }
    }
    return new Filter(sql.toString(), joins);
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
      case Condition.OfType _, Condition.OfCertainty _, Condition.OneOf _, Condition.InDocument _, Condition.OfAccount _, Condition.OfIncident _, Condition.WithKind _, Condition.Happened _, Condition.Said _, Condition.Recorded _, Condition.Quotes _ ->
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
