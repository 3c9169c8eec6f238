package org.tingbok.app.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tingbok.vocabulary.Tlp;

/// Who asks.
///
/// @param account the name of the account; empty if nobody logged in
/// @param rights what they may
/// @param ceiling up to which marking they see the ledger; who does not see all of it may not record
/// @param session the session of their browser; empty if they came otherwise
/// @param address where they ask from
public record Caller(Optional<String> account, Set<Right> rights, Tlp ceiling, Optional<Session> session,
    String address) {
  /// Copies the rights, and leaves out what the ceiling forbids.
  public Caller {
    EnumSet<Right> all = EnumSet.noneOf(Right.class);
    all.addAll(rights);
    if (ceiling != Tlp.RED) {
      all.remove(Right.RECORD);
    }
    rights = java.util.Collections.unmodifiableSet(all);
  }

  /// Anybody, where nobody has to log in: whoever uses this machine.
  ///
  /// @param address where they ask from
  /// @return who may read and record
  public static Caller anybody(String address) {
    return new Caller(Optional.empty(), Set.of(Right.READ, Right.RECORD), Tlp.RED, Optional.empty(), address);
  }

  /// Somebody who has not logged in where one has to.
  ///
  /// @param address where they ask from
  /// @return who may nothing
  public static Caller nobody(String address) {
    return new Caller(Optional.empty(), Set.of(), Tlp.CLEAR, Optional.empty(), address);
  }

  /// Whether they may.
  ///
  /// @param right what
  /// @return true if they may
  public boolean may(Right right) {
    return rights.contains(right);
  }

  /// What their requests are counted under.
  ///
  /// @return the account, else the address; of IPv6 the network, since whoever has one address of it has them all
  public String counted() {
    return account.map(name -> "account " + name).orElseGet(() -> "address " + network(address));
  }

  /// The network of an address.
  ///
  /// @param address of IPv4 or IPv6
  /// @return the address itself, or the first four groups of it
  static String network(String address) {
    String[] groups = address.replaceAll("[\\[\\]]", "").split(":", -1);
    return groups.length < 5 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
  }
}
