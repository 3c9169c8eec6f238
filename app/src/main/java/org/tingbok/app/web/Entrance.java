package org.tingbok.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.Caller;
import org.tingbok.app.access.Rates;
import org.tingbok.app.access.Visit;
import org.tingbok.app.mcp.Mcp;
import org.tingbok.app.taxii.Logins;
import org.tingbok.app.taxii.Taxii;

/// Looks at every request first: which name of this server it is for, where it comes from, who asks. Safe for use by several
/// threads.
final class Entrance {
  private static final String VISIT = "org.tingbok.visit";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LONGEST_HEADER = 4096;

  private final Door door;
  private final Logins logins;
  private final Set<String> hosts;
  private final Rates strangers;
  private final Rates guests;

  /// @param perMinute how many requests somebody who logged in may send in a minute
  Entrance(Door door, Logins logins, int perMinute) {
    this.door = door;
    this.logins = logins;
    Set<String> all = new HashSet<>();
    if (Door.literal(door.listen()).isLoopbackAddress()) {
      all.addAll(LOOPBACK);
    }
    if (!Door.literal(door.listen()).isAnyLocalAddress()) {
      all.add(bare(door.listen()));
    }
    door.known().map(URI::getHost).map(Entrance::bare).ifPresent(all::add);
    this.hosts = Set.copyOf(all);
    this.guests = new Rates(perMinute, Duration.ofMinutes(1), System::nanoTime);
    this.strangers = new Rates(Math.clamp(perMinute, 1, 300), Duration.ofMinutes(1), System::nanoTime);
  }

  /// Whom it lets in; empty if nobody has to log in.
  Optional<Access> access() {
    return door.access();
  }

  Door door() {
    return door;
  }

  /// The names of this server, as they stand in the header `Host` before the port.
  Set<String> hosts() {
    return hosts;
  }

  /// The name of the cookie that a session is in. `__Host-` has a browser take it from this very server only.
  String cookie() {
    return door.secure() ? "__Host-tingbok" : "tingbok";
  }

  private static String bare(String host) {
    String low = host.toLowerCase(Locale.ROOT);
    return low.contains(":") && !low.startsWith("[") ? "[" + low + "]" : low;
  }

  /// What this request is; looked at once.
  Visit visit(HttpServletRequest request) {
    if (request.getAttribute(VISIT) instanceof Visit seen) {
      return seen;
    }
    Visit visit = look(request);
    request.setAttribute(VISIT, visit);
    return visit;
  }

  /// What a request is that was looked at.
  static Visit of(HttpServletRequest request) {
    return (Visit) Objects.requireNonNull(request.getAttribute(VISIT));
  }

  private Visit look(HttpServletRequest request) {
    boolean proxied = !door.proxies().isEmpty();
    boolean trusted = proxied && door.proxies().stream()
        .anyMatch(proxy -> Door.literal(proxy).equals(Door.literal(request.getRemoteAddr())));
    String scheme = trusted ? header(request, "X-Forwarded-Proto").toLowerCase(Locale.ROOT)
        : door.tls().isPresent() ? "https" : "http";
    String host = (trusted ? Optional.of(header(request, "X-Forwarded-Host")).filter(text -> !text.isEmpty())
        : Optional.<String>empty())
        .orElseGet(() -> Optional.of(header(request, "Host")).filter(text -> !text.isEmpty()).orElse("localhost"))
        .toLowerCase(Locale.ROOT);
    String address = trusted ? forwarded(request) : request.getRemoteAddr();
    // Whoever comes round the proxy, or to the proxy without encryption, is not answered.
    boolean known = (!proxied || trusted && scheme.equals("https")) && ours(host);
    return new Visit(known ? caller(request, address) : Caller.nobody(address), known, scheme + "://" + host,
        door.access().isPresent());
  }

  private boolean ours(String host) {
    int port = host.lastIndexOf(':');
    return hosts.contains(port > host.lastIndexOf(']') ? host.substring(0, port) : host);
  }

  /// The last address of the header: the one that the proxy saw itself. Those before it are anybody's word.
  private static String forwarded(HttpServletRequest request) {
    String all = java.util.Collections.list(request.getHeaders("X-Forwarded-For")).stream()
        .reduce((_, last) -> last).orElse("");
    String last = all.substring(all.lastIndexOf(',') + 1).strip();
    try {
      return Door.literal(last).getHostAddress();
    } catch (org.tingbok.vocabulary.BadInputException e) {
      return request.getRemoteAddr();
    }
  }

  private static String header(HttpServletRequest request, String name) {
    String value = Objects.requireNonNullElse(request.getHeader(name), "").strip();
    return value.length() > LONGEST_HEADER ? "" : value;
  }

  private Caller caller(HttpServletRequest request, String address) {
    if (door.access().isEmpty()) {
      return Caller.anybody(address);
    }
    Access access = door.access().get();
    String authorization = header(request, "Authorization");
    if (!authorization.isEmpty()) {
      return byHeader(access, request, authorization, address).orElseGet(() -> Caller.nobody(address));
    }
    if (programs(request)) {
      return Caller.nobody(address);
    }
    return cookie(request, cookie()).flatMap(secret -> access.byCookie(secret, address))
        .orElseGet(() -> Caller.nobody(address));
  }

  /// A cookie of a request.
  static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
    List<String> found = Stream.of(cookies).filter(one -> one.getName().equals(name)).map(Cookie::getValue).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// What only programs ask for: a browser's cookie opens nothing there.
  private static boolean programs(HttpServletRequest request) {
    return Taxii.owns(request.getRequestURI()) || request.getRequestURI().startsWith(Mcp.PATH);
  }

  private Optional<Caller> byHeader(Access access, HttpServletRequest request, String authorization, String address) {
    int blank = authorization.indexOf(' ');
    String scheme = authorization.substring(0, Math.max(0, blank)).toLowerCase(Locale.ROOT);
    String secret = authorization.substring(blank + 1).strip();
    boolean taxii = Taxii.owns(request.getRequestURI());
    Optional<String> inFile = taxii && logins.any() ? logins.who(Optional.of(authorization)) : Optional.empty();
    if (inFile.isPresent()) {
      return Optional.of(access.byFile(inFile.get(), address));
    }
    return switch (scheme) {
      case "bearer" -> access.byToken(secret, address);
      case "token" -> taxii ? access.byToken(secret, address) : Optional.empty();
      case "basic" -> taxii ? basic(access, secret, address) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Caller> basic(Access access, String encoded, String address) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 1 ? Optional.empty()
          : access.byPassword(pair.substring(0, colon), pair.substring(colon + 1), address);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Counts a request of somebody, where one has to log in.
  ///
  /// @return empty if it may be answered; else seconds after which the next one may come
  Optional<Integer> pause(Caller caller) {
    if (door.access().isEmpty()) {
      return Optional.empty();
    }
    Rates.Left left = (caller.account().isPresent() ? guests : strangers).take(caller.counted());
    return left.taken() ? Optional.empty() : Optional.of(Math.max(1, left.pause()));
  }
}
