package org.tingbok.app.web;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.OpenId;
import org.tingbok.vocabulary.BadInputException;

/// Where a server listens, and whom it lets in.
///
/// @param listen the address that it listens at, written out
/// @param port the port, 0 for any; empty for 8080 or, where that is taken, the next free one
/// @param access who may come in; empty if nobody has to log in
/// @param tls the certificate that it shows; empty for plain HTTP
/// @param proxies addresses of those who may hand on requests of others; empty if nobody does
/// @param known the address that it is known under, such as `https://ledger.example.org`; empty if it is the one it listens at
/// @param openId a log-in service; empty if there is none
public record Door(String listen, Optional<Integer> port, Optional<Access> access, Optional<Tls> tls,
    List<String> proxies, Optional<URI> known, Optional<OpenId> openId) {
  /// Checks that nothing goes over a network that must not.
  ///
  /// @throws BadInputException `LISTEN_UNREADABLE` if it is no address, `LISTEN_UNSAFE` if others could listen or come in, with what
  ///     is missing
  public Door {
    proxies = List.copyOf(proxies);
    InetAddress address = literal(listen);
    String missing = address.isLoopbackAddress() && proxies.isEmpty() ? ""
        : tls.isEmpty() && proxies.isEmpty()
            ? "needs --tls-certificate and --tls-key, or --behind-proxy where a proxy of yours has them"
            : access.isEmpty() ? "needs accounts: 'tingbok account add NAME --role administrator'"
                : address.isAnyLocalAddress() && known.isEmpty()
                    ? "needs --public-address, such as https://ledger.example.org"
                    : "";
    if (!missing.isEmpty()) {
      throw new BadInputException("LISTEN_UNSAFE", "what listens at " + listen
          + (proxies.isEmpty() ? "" : " behind a proxy") + " can be reached from elsewhere and " + missing);
    }
    proxies.forEach(Door::literal);
    known.filter(uri -> !List.of("https", "http").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null)
        .ifPresent(uri -> {
          throw new BadInputException("LISTEN_UNREADABLE",
              "--public-address " + uri + ": give scheme and host, such as https://ledger.example.org");
        });
  }

  /// This machine's own address, where nobody has to log in.
  ///
  /// @param port the port, 0 for any; empty for the usual one
  /// @return the door of a server for whoever uses this machine
  public static Door own(Optional<Integer> port) {
    return new Door("127.0.0.1", port, Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
        Optional.empty());
  }

  /// Whether only this machine reaches an address.
  ///
  /// @param listen the address
  /// @return false if others might
  /// @throws BadInputException `LISTEN_UNREADABLE` if it is none
  public static boolean loopback(String listen) {
    return literal(listen).isLoopbackAddress();
  }

  static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text.equals("localhost") ? "127.0.0.1" : text.replaceAll("[\\[\\]]", ""));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("LISTEN_UNREADABLE",
          "'" + text + "' is no address; give it in numbers, such as 192.0.2.7", e);
    }
  }

  /// How the server is reached.
  ///
  /// @param port where it listens
  /// @return an address for a browser
  public String shown(int port) {
    String host = loopback(listen) ? "localhost" : listen.contains(":") ? "[" + listen + "]" : listen;
    return known.map(URI::toString)
        .orElseGet(() -> (tls.isPresent() ? "https://" : "http://") + host + ":" + port);
  }

  /// Whether what goes over the network is encrypted, here or at a proxy.
  ///
  /// @return false only where it stays on this machine
  public boolean secure() {
    return tls.isPresent() || !proxies.isEmpty();
  }
}
