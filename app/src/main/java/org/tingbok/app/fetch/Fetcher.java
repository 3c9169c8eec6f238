package org.tingbok.app.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.Trouble;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.TingbokException;

/// Fetches what addresses hold: behind the fence, at the pace of the host, as its `robots.txt` allows, with a bound on time, size
/// and redirects. Sends no cookies and no credentials. Safe for use by several threads.
public final class Fetcher implements AutoCloseable {
  /// What we call ourselves in `robots.txt`.
  static final String AGENT = "tingbok";
  private static final Set<String> CONTAINERS = Set.of("application/pdf",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/warc", "application/mbox",
      "message/rfc822", "application/gzip", "application/x-gzip", "application/json", "application/stix+json");
  private static final int LARGEST_ROBOTS = 512 << 10;
  private static final int MOST_ROBOTS = 2000;
  private static final Duration ROBOTS_KEPT = Duration.ofHours(24);
  private static final Duration CLOSED_KEPT = Duration.ofMinutes(10);
  private static final String ACCEPTED = "text/html, application/xhtml+xml, application/pdf, text/plain, text/markdown,"
      + " application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
      + " application/json;q=0.9, */*;q=0.5";

  /// How far patience goes.
  ///
  /// @param whole how long one request may take, from the first byte to the last
  /// @param between least time between two requests to one host
  /// @param redirects how many are followed
  /// @param attempts how often a site that is busy is asked
  /// @param patience the longest that is waited between attempts; a site that asks for more is left
  public record Limits(Duration whole, Duration between, int redirects, int attempts, Duration patience) {
    /// The usual ones.
    public static final Limits USUAL =
        new Limits(Duration.ofSeconds(60), Duration.ofSeconds(1), 5, 3, Duration.ofSeconds(60));
  }

  /// What a site asked of programs, when it was asked.
  private record Known(Robots robots, Instant until) {
  }

  private final Fence fence;
  private final Line line;
  private final Limits limits;
  private final Clock clock;
  private final Rest rest;
  private final Pace pace;
  private final Map<String, Known> robots = new ConcurrentHashMap<>();

  /// A fetcher.
  ///
  /// @param fence what may be connected to
  /// @param proxies the way out
  /// @param limits how far patience goes
  /// @param clock tells when something was fetched
  /// @param rest lets time pass between requests
  public Fetcher(Fence fence, Proxies proxies, Limits limits, Clock clock, Rest rest) {
    this.fence = fence;
    this.line = new Line(fence, proxies, limits.whole());
    this.limits = limits;
    this.clock = clock;
    this.rest = rest;
    this.pace = new Pace(limits.between(), clock, rest);
  }

  /// Fetches what an address holds.
  ///
  /// @param address where; `http` or `https`
  /// @param state what it was when it was fetched last
  /// @param on asked now and then whether to go on
  /// @return what came of it; never an exception for what the other side does
  public Answer get(URI address, Answer.State state, BooleanSupplier on) {
    URI here = address;
    try {
      for (int hop = 0; hop <= limits.redirects(); hop++) {
        Robots asked = robots(here, on);
        if (!asked.allows(path(here))) {
          return not("FETCH_ROBOTS", here + " may not be fetched by programs, as the robots.txt of " + here.getHost()
              + " has it; save the page yourself and add the file");
        }
        // What one host said of its page is not told to another.
        boolean home = here.getScheme().equals(address.getScheme())
            && Address.host(here).equals(Address.host(address)) && Address.port(here) == Address.port(address);
        Line.Reply reply = asked(here, home ? state : Answer.State.NONE, asked.delay().orElse(Duration.ZERO), on);
        if (!reply.redirects()) {
          return answer(here, state, reply);
        }
        here = Address.resolve(here, reply.header("location").orElse(""));
      }
      return not("FETCH_REDIRECTS", address + " leads on and on, more than " + limits.redirects() + " times");
    } catch (Line.Broken e) {
      return new Answer.Not(e.trouble(), e.after(), false);
    } catch (TingbokException e) {
      return new Answer.Not(Trouble.of(e, address.toString()), Optional.empty(), false);
    }
  }

  /// The sitemaps that a site names in its `robots.txt`.
  ///
  /// @param address any address of the site
  /// @param on asked now and then whether to go on
  /// @return in its order; none if it names none, or cannot be asked
  public List<URI> sitemaps(URI address, BooleanSupplier on) {
    List<URI> found = new ArrayList<>();
    try {
      for (String sitemap : robots(address, on).sitemaps()) {
        try {
          found.add(Address.resolve(address, sitemap));
        } catch (BadInputException e) {
          // what is written there is no address
        }
      }
    } catch (Line.Broken | TingbokException e) {
      return List.of();
    }
    return found;
  }

  private Answer answer(URI here, Answer.State state, Line.Reply reply) {
    if (reply.status() == 304 && !state.equals(Answer.State.NONE)) {
      return new Answer.Unchanged();
    }
    if (reply.status() != 200) {
      return new Answer.Not(new Trouble("FETCH_STATUS", here + " answers with status " + reply.status()
          + switch (reply.status()) {
            case 401, 402, 403 -> ": it is not for everybody; save the page yourself and add the file";
            case 404 -> ": nothing is there; check the address";
            case 410 -> ": it is gone for good";
            default -> "";
          }), reply.after(clock.instant()), reply.status() == 410);
    }
    String type = reply.header("content-type").orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return new Answer.Got(here, reply.body(), type,
        new Answer.State(reply.header("etag").filter(Fetcher::plain),
            reply.header("last-modified").filter(Fetcher::plain)),
        clock.instant());
  }

  private static boolean plain(String header) {
    return header.length() < 300 && header.chars().allMatch(sign -> sign >= ' ' && sign < 0x7f);
  }

  /// What an address answers, once it is not too busy to.
  private Line.Reply asked(URI here, Answer.State state, Duration delay, BooleanSupplier on) throws Line.Broken {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", ACCEPTED);
    state.etag().ifPresent(tag -> headers.put("If-None-Match", tag));
    state.modified().ifPresent(day -> headers.put("If-Modified-Since", day));
    Duration wait = Duration.ofSeconds(2);
    for (int attempt = 1;; attempt++) {
      Line.Reply reply = turn(here, delay, new Line.Ask("GET", here, headers, new byte[0],
          Fetcher::largest, on));
      if (!reply.busy()) {
        return reply;
      }
      Optional<Duration> after = reply.after(clock.instant());
      Duration least = after.orElse(wait);
      if (attempt >= limits.attempts() || least.compareTo(limits.patience()) > 0 || !on.getAsBoolean()) {
        throw new Line.Broken(new Trouble("FETCH_BUSY", here + " is busy (status " + reply.status() + ")"
            + after.map(time -> " and asks to come again in " + words(time)).orElse("") + "; try again later"), after);
      }
      rest.rest(least);
      wait = wait.multipliedBy(3);
    }
  }

  private Line.Reply turn(URI here, Duration delay, Line.Ask ask) throws Line.Broken {
    try {
      return pace.turn(Address.host(here) + ":" + Address.port(here), fence.own(Address.host(here)), delay, () -> {
        try {
          return line.ask(ask);
        } catch (Line.Broken e) {
          throw new Passed(e);
        }
      });
    } catch (Passed e) {
      throw e.broken;
    }
  }

  /// Carries what broke through a turn.
  private static final class Passed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Line.Broken broken;

    Passed(Line.Broken broken) {
      super(broken);
      this.broken = broken;
    }
  }

  private static String words(Duration time) {
    return time.toMinutes() < 2 ? time.toSeconds() + " seconds"
        : time.toHours() < 2 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
  }

  private static long largest(Line.Reply head) {
    String type = head.header("content-type").orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return CONTAINERS.contains(type) ? InputReader.LARGEST_CONTAINER : InputReader.LARGEST_TEXT;
  }

  private static String path(URI address) {
    return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
  }

  /// What the site of an address asks of programs. A site without the file asks nothing (4xx), one that is out of order may be
  /// asking anything, so nothing is fetched from it (RFC 9309, 2.3.1).
  private Robots robots(URI address, BooleanSupplier on) throws Line.Broken {
    String site = address.getScheme() + "://" + address.getRawAuthority();
    Optional<Known> known = Optional.ofNullable(robots.get(site)).filter(one -> clock.instant().isBefore(one.until));
    if (known.isPresent()) {
      return known.get().robots;
    }
    Robots found = Robots.CLOSED;
    URI here = URI.create(site + "/robots.txt");
    for (int hop = 0; hop <= limits.redirects(); hop++) {
      Line.Reply reply = turn(here, Duration.ZERO, new Line.Ask("GET", here, Map.of("Accept", "text/plain, */*;q=0.5"),
          new byte[0], _ -> -LARGEST_ROBOTS, on));
      if (reply.redirects()) {
        found = Robots.OPEN; // should the redirects never end
        try {
          here = Address.resolve(here, reply.header("location").orElse(""));
        } catch (BadInputException e) {
          break;
        }
      } else {
        found = reply.status() == 200
            ? Robots.parse(new String(reply.body(), StandardCharsets.UTF_8), AGENT)
            : reply.status() >= 500 || reply.status() == 429 ? Robots.CLOSED : Robots.OPEN;
        break;
      }
    }
    if (robots.size() > MOST_ROBOTS) {
      robots.clear();
    }
    robots.put(site,
        new Known(found, clock.instant().plus(found.equals(Robots.CLOSED) ? CLOSED_KEPT : ROBOTS_KEPT)));
    return found;
  }

  /// What an interface for programs answered.
  ///
  /// @param status the status; 0 if nothing came back
  /// @param headers by name in lower case
  /// @param body what it sent with status 200; not to be changed
  /// @param trouble why nothing came back; empty if something did
  @SuppressWarnings("ArrayRecordComponent")
  public record Told(int status, Map<String, String> headers, byte[] body, Optional<Trouble> trouble) {
  }

  /// Asks an interface for programs: behind the fence and at the pace of the host as all else, but without `robots.txt`, which
  /// is about those who come unasked, and without following redirects, since a login is for nobody else.
  ///
  /// @param address where; `http` or `https`
  /// @param headers what to say, a login among it
  /// @param on asked now and then whether to go on
  /// @return what came of it; never an exception for what the other side does
  public Told ask(URI address, Map<String, String> headers, BooleanSupplier on) {
    try {
      Duration wait = Duration.ofSeconds(2);
      for (int attempt = 1;; attempt++) {
        Line.Reply reply = turn(address, Duration.ZERO,
            new Line.Ask("GET", address, headers, new byte[0], _ -> InputReader.LARGEST_CONTAINER, on));
        Duration least = reply.after(clock.instant()).orElse(wait);
        if (!reply.busy() || attempt >= limits.attempts() || least.compareTo(limits.patience()) > 0) {
          return new Told(reply.status(), reply.headers(), reply.body(), Optional.empty());
        }
        rest.rest(least);
        wait = wait.multipliedBy(3);
      }
    } catch (Line.Broken e) {
      return new Told(0, Map.of(), new byte[0], Optional.of(e.trouble()));
    } catch (TingbokException e) {
      return new Told(0, Map.of(), new byte[0], Optional.of(Trouble.of(e, address.toString())));
    }
  }

  /// What came of sending something.
  ///
  /// @param status what the address answered; 0 if nothing came back
  /// @param trouble why it failed; empty if the address took it
  public record Sent(int status, Optional<Trouble> trouble) {
  }

  /// Sends something to an address, once: follows no redirect, for what is sent is for nobody else.
  ///
  /// @param address where to
  /// @param headers what to say of it
  /// @param body what to send; not changed
  /// @return what came of it
  public Sent post(URI address, Map<String, String> headers, byte[] body) {
    try {
      Line.Reply reply = line.ask(new Line.Ask("POST", address, headers, body, _ -> -(64 << 10), () -> true));
      return new Sent(reply.status(), reply.status() >= 200 && reply.status() < 300 ? Optional.empty()
          : Optional.of(new Trouble("HOOK_REFUSED", "it answered with status " + reply.status())));
    } catch (Line.Broken e) {
      return new Sent(0, Optional.of(e.trouble()));
    } catch (TingbokException e) {
      return new Sent(0, Optional.of(Trouble.of(e, address.getHost())));
    }
  }

  /// Whether something may be sent to an address at all.
  ///
  /// @param address where to
  /// @throws TingbokException `FETCH_INSIDE`, `FETCH_UNRESOLVED`
  public void check(URI address) {
    line.check(address);
  }

  private static Answer.Not not(String code, String message) {
    return new Answer.Not(new Trouble(code, message), Optional.empty(), false);
  }

  /// How long somebody asks to wait: seconds, or a day and an hour (RFC 9110, 10.2.3).
  static Optional<Duration> retryAfter(String header, Instant now) {
    if (header.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
    }
    try {
      Duration until = Duration.between(now,
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return Optional.of(until.isNegative() ? Duration.ZERO : until);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
