package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tingbok.claim.IncidentAccount;

/// Accounts that tell of one operation, with why.
///
/// @param accounts by id
/// @param reasons by account
record AccountGroup(SortedMap<String, IncidentAccount> accounts, List<Reason> reasons) {
  private static final Comparator<Reason> ORDER = Comparator.comparing(Reason::account).thenComparing(Reason::joined);

  static AccountGroup of(SortedMap<String, IncidentAccount> accounts, Collection<Reason> reasons) {
    return new AccountGroup(accounts, reasons.stream().sorted(ORDER).toList());
  }

  AccountGroup with(AccountGroup other, Reason why) {
    SortedMap<String, IncidentAccount> both = new TreeMap<>(accounts);
    both.putAll(other.accounts);
    List<Reason> reasonsOfBoth = new ArrayList<>(reasons);
    reasonsOfBoth.addAll(other.reasons);
    reasonsOfBoth.add(why);
    return of(both, reasonsOfBoth);
  }

  boolean has(String account) {
    return accounts.containsKey(account);
  }
}
