package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Coded;

/// Who accuses whom in public, counted in incidents: what states and their bodies say, not what companies do. Made of any
/// collection of claims.
///
/// @param by what rows and columns are
/// @param years the years in which an accusation was first said, the first one first; those chosen where some were
/// @param every every year in which anything on record was said, whatever years were chosen
/// @param columns whom they accuse, whoever is accused by most first
/// @param rows who accuses, whoever accuses of most incidents first
public record AccusationMatrix(By by, List<Integer> years, @JsonIgnore List<Integer> every, List<Head> columns,
    List<Row> rows) {
  /// Copies the lists.
  public AccusationMatrix {
    years = List.copyOf(years);
    every = List.copyOf(every);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// What rows and columns are.
  public enum By implements Coded {
    /// States; whatever a body of a state says, the state says.
    STATES("states"),
    /// Bodies and states, and whom they accuse by the name that the claims use.
    BODIES("bodies");

    private final String code;

    By(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// Which years are asked for.
  ///
  /// @param first the first
  /// @param last the last
  public record Years(int first, int last) {
    /// All of them.
    public static final Years ALL = new Years(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /// Years as typed.
    ///
    /// @param typed `2021`, `2018..2021`, or nothing for all
    /// @return the years
    /// @throws BadInputException `RANGE_UNREADABLE`
    public static Years parse(String typed) {
      if (typed.isEmpty()) {
        return ALL;
      }
      if (!typed.matches("\\d{4}(\\.\\.\\d{4})?")) {
        throw new BadInputException("RANGE_UNREADABLE",
            "years '" + typed + "': give a year, or two with .. between them, as in 2018..2021");
      }
      Years years = new Years(Integer.parseInt(typed.substring(0, 4)),
          Integer.parseInt(typed.substring(typed.length() - 4)));
      if (years.first > years.last) {
        throw new BadInputException("RANGE_UNREADABLE", "years '" + typed + "': the first is after the last");
      }
      return years;
    }

    boolean hold(Optional<Integer> year) {
      return this.equals(ALL) || year.filter(one -> first <= one && one <= last).isPresent();
    }
  }

  /// A row or a column.
  ///
  /// @param key ISO 3166-1 alpha-2 of a state, or the name that a body or an accused goes by
  /// @param name how it reads
  public record Head(String key, String name) {
  }

  /// What one accuser says.
  ///
  /// @param key as for [Head]
  /// @param name as for [Head]
  /// @param cells in the order of the columns; empty where it does not accuse
  public record Row(String key, String name, List<Optional<Cell>> cells) {
    /// Copies the list.
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// What one accuser says of one accused.
  ///
  /// @param asserted incidents of which it is said surely
  /// @param hedged incidents of which it is only said with a hedge
  /// @param denied how many of both are denied by the accused or by a body of its state
  /// @param byYear both, by the year in which it was first said; what is undated is left out
  public record Cell(int asserted, int hedged, int denied, SortedMap<Integer, Integer> byYear) {
    /// Copies the map.
    public Cell {
      byYear = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
    }

    /// In words, for those who cannot see the drawing.
    ///
    /// @return for example `3 incidents, 1 of them hedged, 2 denied`
    @JsonIgnore
    public String words() {
      int all = asserted + hedged;
      return all + (all == 1 ? " incident" : " incidents") + (hedged == 0 ? "" : ", " + hedged + " of them hedged")
          + (denied == 0 ? "" : ", " + denied + " denied");
    }

    int incidents() {
      return asserted + hedged;
    }
  }

  /// Counts.
  ///
  /// @param claims any claims, each story once
  /// @param incidentOf which incident a claim is about
  /// @param by what rows and columns are
  /// @param years which years are asked for
  /// @return the matrix
  public static AccusationMatrix of(Collection<RecordedClaim> claims, Function<Claim, Optional<String>> incidentOf,
      By by, Years years) {
    return new Count(incidentOf, by).of(claims, years);
  }

  /// The rows and columns that come first, for a page that shows more than this.
  ///
  /// @param most rows and columns at most
  /// @return a part of it
  public AccusationMatrix top(int most) {
    List<Head> heads = columns.subList(0, Math.min(most, columns.size()));
    return new AccusationMatrix(by, years, every, heads, rows.stream().map(row -> new Row(row.key, row.name,
        row.cells.subList(0, heads.size()))).filter(row -> row.cells.stream().anyMatch(Optional::isPresent)).limit(most)
        .toList());
  }

  /// One accusation of one incident, as far as it was counted.
  private static final class Tally {
    private boolean sure;
    private boolean denied;
    private int year = Integer.MAX_VALUE;
  }

  private record Pair(Head accuser, Head accused) {
  }

  private static final class Count {
    private final Function<Claim, Optional<String>> incidentOf;
    private final By by;
    private final Map<Pair, Map<String, Tally>> pairs = new LinkedHashMap<>();
    private final Map<String, Set<String>> deniers = new HashMap<>();
    private final Set<Integer> every = new java.util.TreeSet<>();

    Count(Function<Claim, Optional<String>> incidentOf, By by) {
      this.incidentOf = incidentOf;
      this.by = by;
    }

    AccusationMatrix of(Collection<RecordedClaim> claims, Years years) {
      for (RecordedClaim recorded : claims) {
        if (recorded.standing() && recorded.claim() instanceof Claim.Denial denial) {
          incidentOf.apply(denial).ifPresent(incident -> deniers.computeIfAbsent(incident, _ -> new HashSet<>())
              .addAll(denial.saying().claimants().stream().flatMap(Count::marks).toList()));
        }
      }
      for (RecordedClaim recorded : claims) {
        if (recorded.standing() && recorded.claim() instanceof Claim.Attribution attribution) {
          Optional<Integer> year = recorded.said().last().map(LocalDate::getYear);
          List<Head> accusers = heads(attribution.saying().claimants().stream().filter(Count::official).toList());
          if (!accusers.isEmpty()) {
            year.ifPresent(every::add);
          }
          if (years.hold(year)) {
            accusers.forEach(accuser -> accuse(accuser, attribution, recorded, year));
          }
        }
      }
      return matrix();
    }

    private void accuse(Head accuser, Claim.Attribution attribution, RecordedClaim recorded, Optional<Integer> year) {
      String about = incidentOf.apply(attribution).orElse(recorded.id());
      for (Party party : attribution.accused()) {
        for (Head accused : heads(List.of(party))) {
          if (!accused.key.equals(accuser.key)) {
            Tally tally = pairs.computeIfAbsent(new Pair(accuser, accused), _ -> new LinkedHashMap<>())
                .computeIfAbsent(about, _ -> new Tally());
            tally.sure |= sure(attribution);
            tally.denied |= marks(party).anyMatch(deniers.getOrDefault(about, Set.of())::contains);
            tally.year = Math.min(tally.year, year.orElse(Integer.MAX_VALUE));
          }
        }
      }
    }

    private static boolean sure(Claim claim) {
      CertaintyLevel level = claim.saying().certainty().level();
      return level == CertaintyLevel.ASSERTED || level == CertaintyLevel.HIGH;
    }

    /// What tells that an accused and whoever denies are one: its name, or its state.
    private static Stream<String> marks(Party party) {
      return Stream.concat(Stream.of("name " + NameKey.of(party.name())),
          state(party).stream().map(code -> "state " + code));
    }

    private static Optional<String> state(Party party) {
      return party.country().filter(code -> code.length() == 2);
    }

    private static boolean official(Party party) {
      return party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY;
    }

    private List<Head> heads(List<Party> parties) {
      Stream<Head> heads = switch (by) {
        case STATES -> parties.stream().flatMap(party -> state(party).stream())
            .map(code -> new Head(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)));
        case BODIES -> parties.stream().filter(party -> party.kind() != PartyKind.DESCRIBED)
            .map(party -> new Head(party.name(), party.name()));
      };
      return List.copyOf(heads.collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private AccusationMatrix matrix() {
      Map<Head, Integer> accusers = new LinkedHashMap<>();
      Map<Head, Integer> accused = new LinkedHashMap<>();
      Set<Integer> years = new java.util.TreeSet<>();
      pairs.forEach((pair, tallies) -> {
        accusers.merge(pair.accuser, tallies.size(), Integer::sum);
        accused.merge(pair.accused, tallies.size(), Integer::sum);
        tallies.values().stream().map(tally -> tally.year).filter(year -> year != Integer.MAX_VALUE)
            .forEach(years::add);
      });
      List<Head> columns = ordered(accused);
      return new AccusationMatrix(by, List.copyOf(years), List.copyOf(every), columns,
          ordered(accusers).stream()
              .map(row -> new Row(row.key, row.name, columns.stream().map(column -> cell(new Pair(row, column)))
                  .toList()))
              .toList());
    }

    private static List<Head> ordered(Map<Head, Integer> counted) {
      return counted.entrySet().stream().sorted(Comparator.comparingInt((Map.Entry<Head, Integer> entry) -> -entry
          .getValue()).thenComparing(entry -> entry.getKey().name)).map(Map.Entry::getKey).toList();
    }

    private Optional<Cell> cell(Pair pair) {
      List<Tally> tallies = new ArrayList<>(pairs.getOrDefault(pair, Map.of()).values());
      if (tallies.isEmpty()) {
        return Optional.empty();
      }
      SortedMap<Integer, Integer> byYear = new TreeMap<>();
      tallies.stream().filter(tally -> tally.year != Integer.MAX_VALUE)
          .forEach(tally -> byYear.merge(tally.year, 1, Integer::sum));
      int sure = (int) tallies.stream().filter(tally -> tally.sure).count();
      return Optional.of(new Cell(sure, tallies.size() - sure,
          (int) tallies.stream().filter(tally -> tally.denied).count(), byYear));
    }
  }
}
