package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.vocabulary.AliasRelation;

/// Two names that somebody says are one and somebody else keeps apart.
///
/// @param first one name
/// @param second the other
/// @param joined by whom they are joined, with the words
/// @param apart by whom they are kept apart, with the words
public record Contradiction(String first, String second, List<Side> joined, List<Side> apart) {
  /// Copies the lists.
  public Contradiction {
    joined = List.copyOf(joined);
    apart = List.copyOf(apart);
  }

  /// Somebody's word on two names.
  ///
  /// @param claimant who
  /// @param texts the words: of a list what it says of each of the two names, with the entry they stand in
  public record Side(String claimant, List<NameStatement> texts) {
    /// Copies the list.
    public Side {
      texts = List.copyOf(texts);
    }
  }

  /// How much of what is joined is contradicted.
  ///
  /// @param pairs pairs of names that a list has in one entry, or a document joins, each once
  /// @param contradictions those of them that somebody keeps apart, by name
  public record Account(int pairs, List<Contradiction> contradictions) {
    /// Copies the list.
    public Account {
      contradictions = List.copyOf(contradictions);
    }
  }

  /// The contradictions of what is said of names.
  ///
  /// A pair counts once, whoever joins it. It is contradicted if a claimant who does not join it says that the two are
  /// distinct, or publishes a list that has both names and never in one entry. Analysts' decisions are none of it.
  ///
  /// @param claims all that is said of names
  /// @return the pairs and those contradicted
  public static Account in(NameClaims claims) {
    return in(claims, Set.of());
  }

  /// The same for some names only.
  ///
  /// @param claims all that is said of names
  /// @param about only pairs with one of these names are looked at; with none of them, all are
  /// @return the pairs and those contradicted
  public static Account in(NameClaims claims, Set<String> about) {
    Set<Integer> wanted = new TreeSet<>();
    about.forEach(name -> claims.at(name).ifPresent(wanted::add));
    Set<Long> pairs = new TreeSet<>();
    for (NameClaims.Entry entry : claims.entries()) {
      int[] names =
          entry.names().stream().flatMap(name -> claims.at(name).stream()).mapToInt(Integer::intValue).toArray();
      for (int i = 0; i < names.length; i++) {
        for (int j = i + 1; j < names.length; j++) {
          pairs.add(NameClaims.pair(names[i], names[j]));
        }
      }
    }
    claims.pairs().forEach((pair, said) -> {
      if (said.stream().anyMatch(NameStatement::joins)) {
        pairs.add(pair);
      }
    });
    if (!about.isEmpty()) {
      pairs.removeIf(pair -> !wanted.contains((int) (pair >> 32)) && !wanted.contains((int) (long) pair));
    }
    List<Contradiction> found = new ArrayList<>();
    for (long pair : pairs) {
      int a = (int) (pair >> 32);
      int b = (int) pair;
      List<Side> apart = apart(claims, a, b);
      if (!apart.isEmpty()) {
        found.add(new Contradiction(claims.spelling(a), claims.spelling(b), joined(claims, a, b), apart));
      }
    }
    found.sort(Comparator.comparing((Contradiction one) -> one.first().toLowerCase(java.util.Locale.ROOT))
        .thenComparing(one -> one.second().toLowerCase(java.util.Locale.ROOT)));
    return new Account(pairs.size(), found);
  }

  private static List<Side> joined(NameClaims claims, int a, int b) {
    List<Side> sides = new ArrayList<>();
    for (String claimant : claims.joinedBy(a, b)) {
      sides.add(new Side(claimant, texts(claims, claimant, a, b, true)));
    }
    claims.on(a, b).stream().filter(NameStatement::joins)
        .forEach(said -> sides.add(new Side(String.join(", ", said.claimants()), List.of(said))));
    return sides;
  }

  private static List<Side> apart(NameClaims claims, int a, int b) {
    List<Side> sides = new ArrayList<>();
    for (String claimant : claims.keptApartBy(a, b)) {
      sides.add(new Side(claimant, texts(claims, claimant, a, b, false)));
    }
    claims.on(a, b).stream().filter(said -> said.relation() == AliasRelation.DISTINCT)
        .forEach(said -> sides.add(new Side(String.join(", ", said.claimants()), List.of(said))));
    return sides;
  }

  /// What a publisher's list says of two names.
  private static List<NameStatement> texts(NameClaims claims, String claimant, int a, int b, boolean shared) {
    List<NameStatement> texts = new ArrayList<>();
    for (int name : new int[] {a, b}) {
      SortedSet<String> spellings = claims.spellings(name);
      for (NameClaims.Entry entry : claims.entriesOf(name)) {
        if (entry.claimant().equals(claimant)
            && (!shared || (claims.has(a, entry) && claims.has(b, entry)))) {
          for (NamesOnRecord.Listed listed : entry.listings()) {
            if (spellings.contains(listed.listing().name())) {
              texts.add(NameClaims.statement(listed));
            }
          }
        }
      }
    }
    return texts;
  }
}
