package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.analysis.NameClaims;
import org.tingbok.analysis.Names;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.mention.NameKey;

/// The names on record: which lists say what, and whom the names denote under the view.
///
/// @param view the view
/// @param names how many names anybody speaks of
/// @param lists the lists on record
/// @param actors the actors of the names that fit what was searched for, by what each is called
/// @param decisions what analysts decided about two names, decisions that no longer hold included
public record NamesIndex(String view, int names, List<ListCard> lists, List<Row> actors, List<DecisionCard> decisions) {
  /// Copies the lists.
  public NamesIndex {
    lists = List.copyOf(lists);
    actors = List.copyOf(actors);
    decisions = List.copyOf(decisions);
  }

  /// A list on record.
  ///
  /// @param list which
  /// @param claimant who publishes it
  /// @param listings how many names it gives to its actors
  /// @param last the last day that it says anything of: its own, else that of its edition
  public record ListCard(String list, String claimant, int listings, DateCard last) {
  }

  /// An actor.
  ///
  /// @param name what it is called
  /// @param others its other names under the view
  /// @param lists who lists it
  public record Row(String name, List<String> others, List<String> lists) {
    /// Copies the lists.
    public Row {
      others = List.copyOf(others);
      lists = List.copyOf(lists);
    }
  }

  static NamesIndex of(Names names, NamesOnRecord onRecord, List<DecisionCard> decisions, String query) {
    NameClaims claims = names.claims();
    Map<String, List<String>> blocks = new LinkedHashMap<>();
    List<String> all = claims.names();
    all.forEach(name -> blocks.computeIfAbsent(names.key(name), _ -> new ArrayList<>()).add(name));
    String wanted = NameKey.of(query);
    List<Row> rows = new ArrayList<>();
    for (List<String> block : blocks.values()) {
      if (query.isBlank() || block.stream().map(NameKey::of).anyMatch(key -> key.contains(wanted))) {
        String label = names.label(block.getFirst());
        String called = block.stream().filter(name -> NameKey.of(name).equals(NameKey.of(label))).findFirst()
            .orElse(block.getFirst());
        Set<String> lists = new TreeSet<>();
        block.forEach(name -> claims.entriesWith(name).forEach(entry -> lists.add(entry.claimant())));
        rows.add(new Row(called, block.stream().filter(name -> !name.equals(called))
            .sorted(String.CASE_INSENSITIVE_ORDER).toList(), List.copyOf(lists)));
      }
    }
    rows.sort(Comparator.comparing((Row row) -> !NameKey.of(row.name()).equals(wanted))
        .thenComparing(row -> row.name().toLowerCase(Locale.ROOT)));
    return new NamesIndex(names.view().text(), all.size(), lists(onRecord), rows, decisions);
  }

  private static List<ListCard> lists(NamesOnRecord onRecord) {
    Map<List<String>, List<NamesOnRecord.Listed>> byList = new TreeMap<>(Comparator.comparing(Object::toString));
    onRecord.listed().forEach(listed -> byList.computeIfAbsent(List.of(listed.listing().claimant(),
        listed.listing().list()), _ -> new ArrayList<>()).add(listed));
    return byList.entrySet().stream().map(one -> new ListCard(one.getKey().getLast(), one.getKey().getFirst(),
        one.getValue().size(), DateCard.of(one.getValue().stream().map(NamesOnRecord.Listed::said)
            .filter(said -> said.last().isPresent())
            .max(Comparator.comparing(said -> said.last().orElseThrow()))
            .orElse(org.tingbok.vocabulary.PartialDate.NOT_STATED))))
        .toList();
  }
}
