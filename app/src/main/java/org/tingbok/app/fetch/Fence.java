package org.tingbok.app.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.UnavailableException;

/// Keeps what is fetched outside: no address of this machine, of its network, of a cloud's metadata, or of nobody at all is
/// connected to, unless its host is allowed by name. Safe for use by several threads.
public final class Fence {
  /// Stretches of IPv4 that are no place of the public internet: RFC 6890 and its registry, as first address and length. And the
  /// one public address (168.63.129.16) at which a cloud, Azure, serves what only its own machines should ask for.
  private static final int[][] INSIDE_4 = {{0, 8}, {10 << 24, 8}, {100 << 24 | 64 << 16, 10}, {127 << 24, 8},
      {169 << 24 | 254 << 16, 16}, {172 << 24 | 16 << 16, 12}, {192 << 24, 24}, {192 << 24 | 2 << 8, 24},
      {192 << 24 | 88 << 16 | 99 << 8, 24}, {168 << 24 | 63 << 16 | 129 << 8 | 16, 32}, {192 << 24 | 168 << 16, 16},
      {198 << 24 | 18 << 16, 15},
      {198 << 24 | 51 << 16 | 100 << 8, 24}, {203 << 24 | 113 << 8, 24}, {224 << 24, 4}, {240 << 24, 4}};

  /// Hosts that end in a number are addresses of IPv4 to whoever reads them as browsers do (WHATWG URL, 3.5), octal and
  /// hexadecimal ones too; there is one way of writing them that everybody reads alike.
  private static final Pattern NUMBER = Pattern.compile("(?:^|\\.)(?:0x[0-9a-f]*|[0-9]+)$");
  private static final Pattern DOTTED =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

  /// Finds the addresses of a host.
  @FunctionalInterface
  public interface Resolver {
    /// Asks.
    ///
    /// @param host a name, or an address written out
    /// @return one or more
    /// @throws UnknownHostException if there is none
    List<InetAddress> all(String host) throws UnknownHostException;
  }

  private final Set<String> allowed;
  private final Resolver resolver;

  /// A fence.
  ///
  /// @param allowed hosts that may be reached wherever they are, as they stand in an address
  /// @param resolver finds addresses
  public Fence(Set<String> allowed, Resolver resolver) {
    this.allowed = allowed.stream().map(Fence::plain).collect(Collectors.toUnmodifiableSet());
    this.resolver = resolver;
  }

  /// A fence that asks this machine for addresses.
  ///
  /// @param allowed hosts that may be reached wherever they are, as they stand in an address
  /// @return ready to use
  public static Fence allowing(Set<String> allowed) {
    return new Fence(allowed, host -> List.of(InetAddress.getAllByName(host)));
  }

  /// The addresses of a host that may be connected to. All of them have to be outside: a host with one inside is up to
  /// something.
  ///
  /// @param host a name, or an address written out
  /// @return one or more
  /// @throws BadInputException `FETCH_INSIDE` if one of its addresses is inside
  /// @throws UnavailableException `FETCH_UNRESOLVED` if it has none
  public List<InetAddress> addresses(String host) {
    List<InetAddress> all;
    try {
      all = resolver.all(plain(host));
    } catch (UnknownHostException e) {
      throw new UnavailableException("FETCH_UNRESOLVED", "there is no host " + host + ", or this machine cannot ask",
          e);
    }
    if (!allowed.contains(plain(host))) {
      for (InetAddress address : all) {
        if (inside(address)) {
          throw inside(host);
        }
      }
    }
    return List.copyOf(all);
  }

  /// Refuses a host that is inside, as far as this machine can tell: where a proxy asks for addresses, this one may not know
  /// any. The proxy may read a host of numbers in another way than this machine does, so that only the common one is let through.
  ///
  /// @param host a name, or an address written out
  /// @throws BadInputException `FETCH_INSIDE`
  void refuseInside(String host) {
    if (!allowed.contains(plain(host)) && NUMBER.matcher(plain(host)).find()
        && !DOTTED.matcher(plain(host)).matches()) {
      throw inside(host);
    }
    try {
      addresses(host);
    } catch (UnavailableException e) {
      if (!allowed.contains(plain(host)) && plain(host).equals("localhost")) {
        throw inside(host);
      }
    }
  }

  /// Whether a host was allowed by name: whoever did so answers for it, so that it need not be spared.
  ///
  /// @param host a name, or an address written out
  /// @return false for every other host of the world
  boolean own(String host) {
    return allowed.contains(plain(host));
  }

  private static BadInputException inside(String host) {
    return new BadInputException("FETCH_INSIDE", host + " is an address of this machine or its network, or of nobody;"
        + " nothing is fetched from there or sent there, unless it is allowed by name: --allow-host " + host);
  }

  private static String plain(String host) {
    String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    String lower = bare.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /// Whether an address is no place of the public internet. Addresses that carry one of IPv4 in them are judged by that too.
  ///
  /// @param address an address
  /// @return false if it may be connected to
  public static boolean inside(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> insideFour(four.getAddress(), 0);
      case Inet6Address six -> insideSix(six.getAddress());
      default -> true;
    };
  }

  private static boolean insideFour(byte[] bytes, int at) {
    int value = number(bytes, at) << 16 | number(bytes, at + 2);
    for (int[] stretch : INSIDE_4) {
      if (value >>> 32 - stretch[1] == stretch[0] >>> 32 - stretch[1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean insideSix(byte[] bytes) {
    List<Integer> words = new ArrayList<>();
    for (int at = 0; at < 16; at += 2) {
      words.add(number(bytes, at));
    }
    int first = words.getFirst();
    boolean zeros = words.subList(0, 5).stream().allMatch(word -> word == 0);
    if (zeros && (words.get(5) == 0 || words.get(5) == 0xffff)) {
      return true; // this host, nobody, or IPv4 in disguise
    }
    if (first == 0x64 && words.get(1) == 0xff9b) { // NAT64
      return words.subList(2, 6).stream().anyMatch(word -> word != 0) || insideFour(bytes, 12);
    }
    if (first == 0x2002) { // 6to4
      return insideFour(bytes, 2);
    }
    // Only 2000::/3 is given out; of that protocols' own (2001::/23, Teredo, benchmarking and ORCHID among it) and documentation
    // are nobody's.
    return first >>> 13 != 1 || first == 0x2001 && (words.get(1) < 0x200 || words.get(1) == 0xdb8)
        || first == 0x3fff && words.get(1) < 0x1000;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
