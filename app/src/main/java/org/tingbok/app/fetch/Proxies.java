package org.tingbok.app.fetch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.vocabulary.BadInputException;

/// The way out of a network that lets nobody out by themselves, as `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` of the
/// environment have it.
///
/// @param plain for `http` addresses
/// @param secure for `https` addresses
/// @param direct hosts that are reached without: `example.org` with all below it, `example.org:8080`, `*` for all
public record Proxies(Optional<URI> plain, Optional<URI> secure, List<String> direct) {
  /// No proxy for anything.
  public static final Proxies NONE = new Proxies(Optional.empty(), Optional.empty(), List.of());

  /// Copies the list.
  public Proxies {
    direct = List.copyOf(direct);
  }

  /// Those of an environment.
  ///
  /// @param environment its variables
  /// @return as it has them
  /// @throws BadInputException `PROXY_UNREADABLE` if one is no `http` address
  public static Proxies of(Map<String, String> environment) {
    return new Proxies(proxy(environment, "http_proxy", "all_proxy"), proxy(environment, "https_proxy", "all_proxy"),
        Arrays.stream(value(environment, "no_proxy").orElse("").split(",", -1)).map(String::strip)
            .filter(host -> !host.isEmpty()).map(host -> host.toLowerCase(Locale.ROOT)).toList());
  }

  private static Optional<URI> proxy(Map<String, String> environment, String... names) {
    Optional<String> found = Stream.of(names).flatMap(name -> value(environment, name).stream()).findFirst();
    return found.map(text -> {
      try {
        URI address = URI.create(text.contains("://") ? text : "http://" + text);
        if (address.getScheme().equalsIgnoreCase("http") && address.getHost() != null) {
          return address;
        }
      } catch (IllegalArgumentException e) {
        // told below, without what may be a password
      }
      throw new BadInputException("PROXY_UNREADABLE",
          "the variable " + names[0] + " holds no proxy; give one as in http://proxy.example.org:3128");
    });
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT)).map(one -> environment.getOrDefault(one, "").strip())
        .filter(text -> !text.isEmpty()).findFirst();
  }

  /// The proxy for an address.
  ///
  /// @param address where to
  /// @return empty if it is reached without
  public Optional<URI> of(URI address) {
    String host = Address.host(address).toLowerCase(Locale.ROOT);
    boolean without = direct.stream().anyMatch(one -> {
      String bare = one.startsWith("*.") ? one.substring(2) : one.startsWith(".") ? one.substring(1) : one;
      return one.equals("*") || host.equals(bare) || host.endsWith("." + bare)
          || bare.equals(host + ":" + Address.port(address));
    });
    return without ? Optional.empty() : address.getScheme().equals("https") ? secure : plain;
  }
}
