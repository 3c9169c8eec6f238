package org.tingbok.ledger;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A feed whose entries are to be read.
///
/// @param address where it is
/// @param by who wants it
public record Subscription(String address, String by) implements Serializable {
  /// The subscriptions that stand.
  ///
  /// @param acts acts of any kind, in order of recording
  /// @return by the order in which they were first wanted
  public static List<Subscription> standing(List<Act> acts) {
    Map<String, Subscription> standing = new LinkedHashMap<>();
    for (Act act : acts) {
      if (act instanceof Act.Subscribed subscribed) {
        if (subscribed.wanted()) {
          standing.putIfAbsent(subscribed.address(), new Subscription(subscribed.address(), subscribed.by()));
        } else {
          standing.remove(subscribed.address());
        }
      }
    }
    return List.copyOf(standing.values());
  }
}
