package org.tingbok.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimFilter;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.Condition;
import org.tingbok.query.TextQuery;

/// Chooses where the claims that answer a question are looked for first: where there are fewest.
final class Sources {
  /// What is fewer than this is looked through whole.
  private static final int FEW = 2000;

  private final Session session;
  private final Dialect dialect;
  private final Lookup lookup;
  private final ClaimFilter filter;
  private final AsOf asOf;
  private final ClaimOrder order;
  private final long last;
  private final boolean latest;

  Sources(Session session, Dialect dialect, Lookup lookup, ClaimFilter filter, AsOf asOf) throws SQLException {
    this.session = session;
    this.dialect = dialect;
    this.lookup = lookup;
    this.filter = filter;
    this.asOf = asOf;
    order = filter.query().order();
    last = lookup.upTo(asOf.recorded().orElseThrow());
    latest = last == lookup.last();
  }

  /// A stretch of claim_term.
  record Range(long epoch, long term) {
  }

  ClaimSearch.Source choose() throws SQLException {
    List<Condition> all = filter.query().all();
    for (Condition condition : all) {
      if (condition instanceof Condition.OneOf of) {
        return listed(condition, "FROM claim_version p%s WHERE p.first = ?", Filter.claims(of.any(), lookup));
      }
    }
    for (Condition condition : all) {
      if (condition instanceof Condition.InDocument in) {
        List<Long> documents = new ArrayList<>();
        for (var id : in.any()) {
          lookup.document(id.value()).ifPresent(documents::add);
        }
        return listed(condition,
            "FROM document_entry d JOIN claim_version p ON p.first = d.sequence%s WHERE d.document = ?", documents);
      }
    }
    for (Condition condition : all) {
      if (condition instanceof Condition.OfAccount of) {
        return ranges(condition, accounts(lookup.accounts(of.any())));
      }
    }
    return byTermsOrWords(all);
  }

  private ClaimSearch.Source byTermsOrWords(List<Condition> all) throws SQLException {
    Optional<Condition> fewest = Optional.empty();
    List<Range> least = List.of();
    int size = Integer.MAX_VALUE;
    Optional<Condition.OfIncident> incident = Optional.empty();
    Optional<Condition.Quotes> quotes = Optional.empty();
    for (Condition condition : all) {
      if (condition instanceof Condition.OfIncident of) {
        incident = incident.or(() -> Optional.of(of));
      } else if (condition instanceof Condition.Quotes of) {
        quotes = quotes.or(() -> Optional.of(of));
      }
    }
    for (Condition condition : all) {
      Set<Long> terms = Filter.terms(condition);
      if (!terms.isEmpty()) {
        List<Range> ranges = hashed(terms);
        boolean only = incident.isEmpty() && quotes.isEmpty()
            && all.stream().noneMatch(other -> !other.equals(condition) && !Filter.terms(other).isEmpty());
        int rows = only ? 0 : size(ranges);
        if (rows < size) {
          fewest = Optional.of(condition);
          least = ranges;
          size = rows;
        }
      }
    }
    if (fewest.isPresent() && (size < FEW || incident.isEmpty() && quotes.isEmpty())) {
      return ranges(fewest.get(), least);
    }
    if (incident.isPresent()) {
      return incident(incident.get());
    }
    if (quotes.isPresent()) {
      Condition.Quotes words = quotes.get();
      return new QuoteSource(session, dialect, standing(), filter(Set.of(words)),
          dialect.wanted(words.words(), filter.forms()), order, last, asOf, doubt(words, words.words()));
    }
    if (order == ClaimOrder.RECORDED) {
      return new VersionSource(session, standing(), filter(Set.of()));
    }
    return new RangeSource(session, dialect, Filter.recorded(last, latest), low(), high(), filter(Set.of()), order,
        hashed(Set.of(Terms.EVERY)), last,
        Doubt.NONE);
  }

  /// How many rows there are, as far as it matters.
  private int size(List<Range> ranges) throws SQLException {
    int size = 0;
    for (Range range : ranges) {
      size += Math.toIntExact(session.number(
          "SELECT count(*) FROM (SELECT 1 FROM claim_term WHERE epoch = ? AND term = ? LIMIT ?) few", range.epoch,
          range.term, FEW - size));
      if (size >= FEW) {
        return size;
      }
    }
    return size;
  }

  private ClaimSearch.Source listed(Condition condition, String from, List<Long> numbers) throws SQLException {
    Filter rest = filter(Set.of(condition));
    Set<ClaimKey> keys = new TreeSet<>(ClaimKey.order(order));
    String sql = "SELECT p.newest, p.first, p.later, p.what " + from.formatted(rest.join()) + standing() + rest.sql();
    for (long number : numbers) {
      keys.addAll(session.list(sql, ClaimSearch::key, number));
    }
    return new ListSource(List.copyOf(keys), order, doubt());
  }

  private ClaimSearch.Source ranges(Condition condition, List<Range> ranges) throws SQLException {
    return new RangeSource(session, dialect, Filter.recorded(last, latest), low(), high(), filter(Set.of(condition)),
        order, ranges, last, doubt());
  }

  private ClaimSearch.Source incident(Condition.OfIncident incident) throws SQLException {
    String words = dialect.wanted(incident.words(), filter.forms());
    Doubt doubt = doubt(incident, incident.words());
    if (order == ClaimOrder.NEWEST || order == ClaimOrder.BEST) {
      return new IncidentSource(session, dialect, standing(), filter(Set.of(incident)), words, last, asOf, doubt);
    }
    Set<Long> numbers = new TreeSet<>(session.list("SELECT f.rowid FROM account_words f WHERE "
        + dialect.matches("account_words", "f"), row -> Terms.sequence(row.getLong(1)), words));
    return new RangeSource(session, dialect, Filter.recorded(last, latest), low(), high(), filter(Set.of(incident)),
        order, accounts(numbers), last,
        doubt);
  }

  private List<Range> accounts(Collection<Long> numbers) {
    return numbers.stream().filter(number -> number <= last).map(number -> new Range(dialect.epoch(number), number))
        .toList();
  }

  private List<Range> hashed(Set<Long> terms) {
    List<Range> ranges = new ArrayList<>();
    for (long epoch = dialect.epoch(last); epoch >= 0; epoch--) {
      for (long term : terms) {
        ranges.add(new Range(epoch, term));
      }
    }
    return ranges;
  }

  private long low() {
    return asOf.said().map(day -> Terms.newest(Optional.of(day))).orElse(Long.MIN_VALUE);
  }

  private long high() {
    return asOf.said().isPresent() ? Terms.UNKNOWN - 1 : Terms.UNKNOWN;
  }

  private String standing() {
    return Filter.standing(asOf, last, latest);
  }

  private Filter filter(Set<Condition> leftOut) throws SQLException {
    return Filter.of(filter.query(), leftOut, lookup, dialect);
  }

  /// Which claims have to be looked at themselves, since the index cannot tell whether conditions on words hold.
  enum Doubt {
    /// None.
    NONE,
    /// Those with several quotes: the words may be in different ones.
    SEVERAL_QUOTES,
    /// All.
    ALL;

    boolean of(ClaimKey key) {
      return this == ALL || this == SEVERAL_QUOTES && key.severalQuotes();
    }
  }

  private Doubt doubt() {
    return filter.query().all().stream()
        .anyMatch(one -> one instanceof Condition.Quotes || one instanceof Condition.OfIncident) ? Doubt.ALL
            : Doubt.NONE;
  }

  /// With one condition on words answered from the index.
  private Doubt doubt(Condition answered, TextQuery words) {
    boolean others = filter.query().all().stream().anyMatch(
        one -> !one.equals(answered) && (one instanceof Condition.Quotes || one instanceof Condition.OfIncident));
    if (others || !words.unwanted().isEmpty() || words.wanted().stream().anyMatch(term -> term.words().size() > 1
        || term.words().getFirst().length() >= Dialect.LONGEST / 2)) {
      return Doubt.ALL;
    }
    return answered instanceof Condition.Quotes && words.wanted().size() > 1 ? Doubt.SEVERAL_QUOTES : Doubt.NONE;
  }
}
