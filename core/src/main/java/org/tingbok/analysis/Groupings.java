package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.GroupingVerdict;

/// What analysts found of accounts, as it stands. Of two findings that contradict each other the later one holds.
///
/// A document that was read again by a newer reader may tell of an operation at another place: then the account nearest to
/// where it was is meant. Immutable.
final class Groupings {
  static final Groupings NONE = new Groupings(List.of(), Map.of());

  private final List<Act.Grouped> standing;
  /// Ids of the accounts that references mean now.
  private final Map<AccountRef, String> meant;
  private final Set<String> single = new HashSet<>();
  private final Map<String, Integer> apart = new TreeMap<>();

  private Groupings(List<Act.Grouped> standing, Map<AccountRef, String> meant) {
    this.standing = standing;
    this.meant = meant;
    for (int n = 0; n < standing.size(); n++) {
      List<String> ids = ids(standing.get(n));
      for (int i = 0; i < ids.size(); i++) {
        for (int j = i + 1; j < ids.size(); j++) {
          if (standing.get(n).verdict() == GroupingVerdict.APART) {
            apart.put(pair(ids.get(i), ids.get(j)), n);
          } else {
            apart.remove(pair(ids.get(i), ids.get(j)));
          }
        }
      }
      if (standing.get(n).verdict() == GroupingVerdict.APART) {
        single.addAll(ids);
      }
    }
  }

  /// The findings that acts leave.
  ///
  /// @param acts of any kind, in order of recording
  /// @param accounts those on record
  static Groupings of(Collection<Act> acts, Collection<IncidentAccount> accounts) {
    Map<String, Act.Grouped> last = new LinkedHashMap<>();
    for (Act act : acts) {
      if (act instanceof Act.Grouped grouped) {
        last.remove(grouped.subject());
        last.put(grouped.subject(), grouped);
      }
    }
    last.values().removeIf(grouped -> grouped.verdict() == GroupingVerdict.UNDONE);
    if (last.isEmpty()) {
      return NONE;
    }
    Map<DocumentId, List<AccountRef>> told = new TreeMap<>();
    accounts.stream().map(AccountRef::of).distinct().sorted()
        .forEach(account -> told.computeIfAbsent(account.document(), _ -> new ArrayList<>()).add(account));
    Map<AccountRef, String> meant = new TreeMap<>();
    last.values().forEach(grouped -> grouped.accounts().forEach(
        account -> nearest(account, told.getOrDefault(account.document(), List.of()))
            .ifPresent(now -> meant.put(account, now.id()))));
    return new Groupings(List.copyOf(last.values()), meant);
  }

  private static Optional<AccountRef> nearest(AccountRef account, List<AccountRef> told) {
    return told.contains(account) ? Optional.of(account)
        : told.stream().min(java.util.Comparator.comparingLong((AccountRef one) -> distance(one.key(), account.key())));
  }

  private static long distance(String key, String other) {
    try {
      return Math.abs(Long.parseLong(key) - Long.parseLong(other));
    } catch (NumberFormatException _) {
      return Long.MAX_VALUE;
    }
  }

  private List<String> ids(Act.Grouped grouped) {
    return grouped.accounts().stream().map(account -> meant.getOrDefault(account, "")).filter(id -> !id.isEmpty())
        .distinct().toList();
  }

  private static String pair(String a, String b) {
    return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
  }

  /// The findings that touch an incident.
  ///
  /// @param incident an incident of the accounts on record
  /// @return in order of recording
  List<Act.Grouped> on(Incident incident) {
    Set<String> own = incident.accounts().stream().map(IncidentAccount::id).collect(Collectors.toSet());
    return standing.stream().filter(grouped -> ids(grouped).stream().anyMatch(own::contains)).toList();
  }

  /// Whether nobody has found anything.
  boolean none() {
    return standing.isEmpty();
  }

  /// Whether an account was told apart from others, so that it is looked at by itself.
  boolean single(String account) {
    return single.contains(account);
  }

  /// Whether two nodes are not to be one incident.
  boolean apart(AccountNode a, AccountNode b) {
    return !apart.isEmpty() && a.accounts().keySet().stream().filter(this::single)
        .anyMatch(one -> b.accounts().keySet().stream().anyMatch(other -> apart.containsKey(pair(one, other))));
  }

  /// Joins the groups that are to be joined.
  ///
  /// @param groups as found without being told
  /// @return groups that no finding of joining tells of stay as they are
  List<AccountGroup> joined(List<AccountGroup> groups) {
    if (standing.stream().noneMatch(grouped -> grouped.verdict() == GroupingVerdict.JOINED)) {
      return groups;
    }
    List<AccountGroup> result = new ArrayList<>(groups);
    Function<String, Optional<AccountGroup>> groupOf = id -> result.stream().filter(group -> group.has(id)).findFirst();
    for (int n = 0; n < standing.size(); n++) {
      Act.Grouped grouped = standing.get(n);
      List<String> ids = grouped.verdict() == GroupingVerdict.JOINED ? ids(grouped) : List.of();
      for (int i = 1; i < ids.size(); i++) {
        Optional<AccountGroup> into = groupOf.apply(ids.getFirst());
        Optional<AccountGroup> from = groupOf.apply(ids.get(i));
        if (into.isPresent() && from.isPresent() && !into.get().has(ids.get(i))
            && !laterApart(into.get(), from.get(), n)) {
          result.remove(into.get());
          result.remove(from.get());
          result.add(into.get().with(from.get(), new Reason(ids.get(i), ids.getFirst(),
              List.of(
                  new Reason.Ground(Reason.Kind.DECISION, grouped.reason() + " (" + grouped.by() + ", " + grouped.day()
                      + ")")))));
        }
      }
    }
    return result;
  }

  /// Whether accounts of two groups were kept apart after a finding.
  private boolean laterApart(AccountGroup a, AccountGroup b, int finding) {
    return apart.entrySet().stream().filter(entry -> entry.getValue() > finding).anyMatch(entry -> {
      String[] pair = entry.getKey().split(" ", -1);
      return a.has(pair[0]) && b.has(pair[1]) || a.has(pair[1]) && b.has(pair[0]);
    });
  }
}
