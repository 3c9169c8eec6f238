package org.tingbok.app.intake;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.fetch.Answer;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.exchange.misp.MispFeed;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;

/// The events of a feed of MISP that are to be fetched: those that were not fetched as the manifest stamps them now.
public final class MispOrders {
  private static final Pattern TYPED = Pattern.compile("(?i)misp\\+(https?://.*)");

  private MispOrders() {
  }

  /// Whether an address is one of a feed.
  ///
  /// @param typed what was typed
  /// @return whether it begins with `misp+` or names a manifest
  public static boolean is(String typed) {
    return TYPED.matcher(typed).matches() || typed.strip().matches("(?i)https?://[^?#]*/manifest\\.json");
  }

  /// Asks a feed for its manifest.
  ///
  /// @param typed the address of the feed, of its folder with `misp+` before it or of its manifest
  /// @param fetcher fetches
  /// @param before what was fetched before, by what was asked for
  /// @param on asked now and then whether to go on
  /// @return an order for each event that is new or changed
  /// @throws BadInputException `ADDRESS_UNREADABLE`, or `MISP_MANIFEST` if there is no manifest
  /// @throws UnavailableException with the code of what went wrong if it does not answer
  public static List<Order> of(String typed, Fetcher fetcher, Map<String, Act.Fetched> before, BooleanSupplier on) {
    URI feed = manifest(typed);
    Map<String, String> stamps = stamps(feed, fetcher, on);
    List<Order> orders = new ArrayList<>();
    stamps.forEach((uuid, stamp) -> {
      URI address = feed.resolve(uuid + ".json");
      String id = uuid + " " + stamp;
      if (!Optional.ofNullable(before.get(address.toString())).flatMap(Act.Fetched::entry).equals(Optional.of(id))) {
        orders.add(new Order(Optional.of(address), Optional.of(new Order.Announced(feed.toString(), id, "",
            Optional.empty(), "", Optional.empty(), Optional.empty()))));
      }
    });
    return orders;
  }

  private static URI manifest(String typed) {
    String plain = TYPED.matcher(typed.strip()).replaceFirst("$1");
    return Address.parse(plain.endsWith("/" + MispFeed.MANIFEST) ? plain
        : (plain.endsWith("/") ? plain : plain + "/") + MispFeed.MANIFEST);
  }

  private static Map<String, String> stamps(URI feed, Fetcher fetcher, BooleanSupplier on) {
    Map<String, String> stamps = switch (fetcher.get(feed, Answer.State.NONE, on)) {
      case Answer.Got got -> MispFeed.stamps(got.body());
      case Answer.Unchanged _ -> Map.of();
      case Answer.Not not -> throw new UnavailableException(not.trouble().code(), not.trouble().message());
    };
    if (stamps.isEmpty()) {
      throw new BadInputException("MISP_MANIFEST", feed + " lists no event of MISP; name the folder that holds "
          + MispFeed.MANIFEST);
    }
    return stamps;
  }

  /// The manifest of a feed, asked for once.
  ///
  /// @param typed the address of the feed, of its folder with `misp+` before it or of its manifest
  /// @param fetcher fetches
  /// @param on asked now and then whether to go on
  /// @return where it is
  /// @throws BadInputException as [#of]
  /// @throws UnavailableException as [#of]
  public static URI manifest(String typed, Fetcher fetcher, BooleanSupplier on) {
    URI feed = manifest(typed);
    stamps(feed, fetcher, on);
    return feed;
  }
}
