package org.tingbok.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimFilter;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.Condition;
import org.tingbok.query.TextQuery;
import org.tingbok.vocabulary.Tlp;

/// Chooses where the claims that answer a question are looked for first: where there are fewest.
final class Sources {
  /// What is fewer than this is looked through whole.
  private static final int FEW = 2000;
  /// Accounts that are looked for in one question.
  private static final int AT_ONCE = 50;

  private final Session session;
  private final Dialect dialect;
  private final Lookup lookup;
  private final ClaimFilter filter;
  private final AsOf asOf;
  private final Optional<Tlp> ceiling;
  private final ClaimOrder order;
  private final long last;
  private final boolean latest;

  Sources(Session session, Dialect dialect, Lookup lookup, ClaimFilter filter, AsOf asOf,
      Optional<Tlp> ceiling) throws SQLException {
    this.session = session;
    this.dialect = dialect;
    this.lookup = lookup;
    this.filter = filter;
    this.asOf = asOf;
    this.ceiling = ceiling;
    order = filter.query().order();
    last = lookup.upTo(asOf.recorded().orElseThrow());
    latest = last == lookup.last();
  }

  ClaimSearch.Source choose() throws SQLException {
    List<Condition> all = filter.query().all();
    for (Condition condition : all) {
      if (condition instanceof Condition.OneOf of) {
        return listed(condition, "FROM claim_version p WHERE p.first = ?", Filter.claims(of.any(), lookup));
      }
    }
    for (Condition condition : all) {
      if (condition instanceof Condition.InDocument in) {
        List<Long> documents = new ArrayList<>();
        for (var id : in.any()) {
          lookup.document(id.value()).ifPresent(documents::add);
        }
        return listed(condition,
            "FROM document_entry d JOIN claim_version p ON p.first = d.sequence WHERE d.document = ?", documents);
      }
    }
    for (Condition condition : all) {
      if (condition instanceof Condition.OfAccount of) {
        return ranges(Set.of(condition), accounts(lookup.accounts(of.any())), List.of());
      }
    }
    return byTermsOrWords(all);
  }

  private ClaimSearch.Source byTermsOrWords(List<Condition> all) throws SQLException {
    Optional<Condition> fewest = Optional.empty();
    List<TermRows.Stretch> least = List.of();
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
        List<TermRows.Stretch> ranges = hashed(terms);
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
      return byTerms(all, fewest.get(), least);
    }
    if (incident.isPresent()) {
      return incident(incident.get());
    }
    if (quotes.isPresent()) {
      Condition.Quotes words = quotes.get();
      return new QuoteSource(session, dialect, new TermRows.Asked(standing(), filter(Set.of(words), true)),
          dialect.wanted(words.words(), filter.forms()), order, last, asOf, doubt(words, words.words()));
    }
    if (order == ClaimOrder.RECORDED) {
      return new VersionSource(session, standing(), filter(Set.of()));
    }
    TermRows.Asked every = new TermRows.Asked(Filter.recorded(last, latest), filter(Set.of()));
    return new RangeSource(session, dialect, new TermRows(session, dialect, every, every, List.of()),
        Optional.of(every), low(), high(), order, hashed(Set.of(Terms.EVERY)), Doubt.NONE);
  }

  /// By one condition on terms, and where the engine finds those together, by all of them.
  private ClaimSearch.Source byTerms(List<Condition> all, Condition fewest, List<TermRows.Stretch> stretches)
      throws SQLException {
    Set<Condition> others = all.stream().filter(other -> !other.equals(fewest) && !Filter.terms(other).isEmpty())
        .collect(Collectors.toSet());
    if (others.isEmpty() || !dialect.termsAreWords()) {
      return ranges(Set.of(fewest), stretches, List.of());
    }
    Set<Condition> both = new HashSet<>(others);
    both.add(fewest);
    TermRows rows = new TermRows(session, dialect, recorded(filter(Set.of(fewest))), recorded(filter(both)),
        others.stream().map(Filter::terms).toList());
    return new RangeSource(session, dialect, rows, Optional.empty(), low(), high(), order, stretches, doubt());
  }

  private TermRows.Asked recorded(Filter filter) {
    return new TermRows.Asked(Filter.recorded(last, latest), filter);
  }

  /// How many rows there are, as far as it matters.
  private int size(List<TermRows.Stretch> stretches) throws SQLException {
    int size = 0;
    for (TermRows.Stretch stretch : stretches) {
      size += TermRows.size(session, dialect, stretch, FEW - size);
      if (size >= FEW) {
        return size;
      }
    }
    return size;
  }

  private ClaimSearch.Source listed(Condition condition, String from, List<Long> numbers) throws SQLException {
    Filter rest = filter(Set.of(condition));
    Set<ClaimKey> keys = new TreeSet<>(ClaimKey.order(order));
    String sql = "SELECT p.newest, p.first, p.later, p.what " + from + standing() + rest.onVersions();
    for (long number : numbers) {
      keys.addAll(session.list(sql, ClaimSearch::key, number));
    }
    return new ListSource(List.copyOf(keys), order, doubt());
  }

  private ClaimSearch.Source ranges(Set<Condition> answered, List<TermRows.Stretch> stretches, List<Set<Long>> also)
      throws SQLException {
    TermRows.Asked asked = recorded(filter(answered));
    return new RangeSource(session, dialect, new TermRows(session, dialect, asked, asked, also), Optional.empty(),
        low(), high(), order, stretches, doubt());
  }

  private ClaimSearch.Source incident(Condition.OfIncident incident) throws SQLException {
    String words = dialect.wanted(incident.words(), filter.forms());
    Doubt doubt = doubt(incident, incident.words());
    TermRows.Asked standing = new TermRows.Asked(standing(), filter(Set.of(incident)));
    TermRows rows = new TermRows(session, dialect, standing, standing, List.of());
    if (order != ClaimOrder.RECORDED) {
      return new IncidentSource(session, dialect, rows, words, last, asOf, order, doubt);
    }
    Set<Long> numbers = new TreeSet<>(session.list("SELECT f.rowid FROM account_words f WHERE "
        + dialect.matches("account_words", "f"), row -> Terms.sequence(row.getLong(1)), words));
    return new RangeSource(session, dialect, rows, Optional.empty(), low(), high(), order, accounts(numbers), doubt);
  }

  /// Accounts of one epoch a few at a time.
  private List<TermRows.Stretch> accounts(Collection<Long> numbers) {
    List<TermRows.Stretch> stretches = new ArrayList<>();
    List<Long> some = new ArrayList<>();
    for (long number : new TreeSet<>(numbers)) {
      if (number > last) {
        break;
      }
      if (!some.isEmpty() && (some.size() == AT_ONCE || dialect.epoch(some.getLast()) != dialect.epoch(number))) {
        stretches.add(new TermRows.Stretch(dialect.epoch(some.getLast()), List.copyOf(some)));
        some.clear();
      }
      some.add(number);
    }
    if (!some.isEmpty()) {
      stretches.add(new TermRows.Stretch(dialect.epoch(some.getLast()), List.copyOf(some)));
    }
    return stretches;
  }

  private List<TermRows.Stretch> hashed(Set<Long> terms) {
    return LongStream.rangeClosed(0, dialect.epoch(last)).map(epoch -> dialect.epoch(last) - epoch)
        .mapToObj(epoch -> new TermRows.Stretch(epoch, List.copyOf(terms))).toList();
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
    return filter(leftOut, false);
  }

  private Filter filter(Set<Condition> leftOut, boolean many) throws SQLException {
    Filter asked = Filter.of(filter.query(), leftOut, lookup, dialect, many);
    return ceiling.map(asked::seenBy).orElse(asked);
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
    if (others || !words.unwanted().isEmpty()
        || words.wanted().stream().anyMatch(term -> term.spellings().stream().anyMatch(one -> one.size() > 1)
            || term.words().getFirst().length() >= Dialect.LONGEST / 2)) {
      return Doubt.ALL;
    }
    return answered instanceof Condition.Quotes && words.wanted().size() > 1 ? Doubt.SEVERAL_QUOTES : Doubt.NONE;
  }
}
