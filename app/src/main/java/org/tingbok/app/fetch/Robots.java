package org.tingbok.app.fetch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a site asks of programs in its `robots.txt` (RFC 9309).
///
/// @param rules those that are meant for us, in order of the file
/// @param delay how long to wait between two requests, where it asks for that; not in the RFC, and common
/// @param sitemaps the addresses of its sitemaps, as they are written
record Robots(List<Rule> rules, Optional<Duration> delay, List<String> sitemaps) {
  /// Everything may be fetched: the file is not there.
  static final Robots OPEN = new Robots(List.of(), Optional.empty(), List.of());
  /// Nothing may be: the site is out of order, so that nobody knows.
  static final Robots CLOSED = new Robots(List.of(new Rule(false, "/")), Optional.empty(), List.of());

  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final int MOST_RULES = 5000;
  private static final int MOST_SITEMAPS = 100;
  /// What of a file is read, in characters: the most that RFC 9309 wants read.
  private static final int LONGEST = 500 << 10;
  /// How many characters are compared, for one path, before it is taken for forbidden: honest files need some thousands.
  private static final long MOST_STEPS = 5_000_000;

  Robots {
    rules = List.copyOf(rules);
    sitemaps = List.copyOf(sitemaps);
  }

  /// One rule.
  ///
  /// @param allows whether it allows or forbids
  /// @param pattern a beginning of paths; `*` stands for anything, `$` at the end for the end
  record Rule(boolean allows, String pattern) {
  }

  /// A group as the file has it.
  private record Group(List<String> agents, List<Rule> rules, List<Duration> delays) {
  }

  /// Reads a file.
  ///
  /// @param text the file; anything at all
  /// @param agent our product token, in lower case
  static Robots parse(String text, String agent) {
    List<Group> groups = new ArrayList<>();
    List<String> sitemaps = new ArrayList<>();
    boolean naming = false;
    int rules = 0;
    for (String line : text.substring(0, Math.min(LONGEST, text.length())).split("\\R|\\r", -1)) {
      String plain = line.replaceFirst("#.*", "").replace("\uFEFF", "");
      int colon = plain.indexOf(':');
      if (colon < 0 || rules > MOST_RULES) {
        continue;
      }
      String key = plain.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = plain.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        if (!naming) {
          groups.add(new Group(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        naming = true;
        groups.getLast().agents.add(value.toLowerCase(Locale.ROOT).replaceFirst("[^a-z_*-].*", ""));
        continue;
      }
      if (key.equals("sitemap") && sitemaps.size() < MOST_SITEMAPS) {
        sitemaps.add(value);
      }
      boolean allows = key.equals("allow");
      if (!groups.isEmpty() && (allows || key.equals("disallow"))) {
        naming = false;
        rules++;
        if (!value.isEmpty()) {
          groups.getLast().rules.add(new Rule(allows, value));
        }
      } else if (!groups.isEmpty() && key.equals("crawl-delay")) {
        naming = false;
        seconds(value).ifPresent(groups.getLast().delays::add);
      }
    }
    List<Group> ours = groups.stream().filter(group -> group.agents.contains(agent)).toList();
    if (ours.isEmpty()) {
      ours = groups.stream().filter(group -> group.agents.contains("*")).toList();
    }
    return new Robots(ours.stream().flatMap(group -> group.rules.stream()).toList(),
        ours.stream().flatMap(group -> group.delays.stream()).max(Duration::compareTo), sitemaps);
  }

  private static Optional<Duration> seconds(String value) {
    if (!value.matches("\\d{1,6}(?:\\.\\d{1,3})?")) {
      return Optional.empty();
    }
    Duration asked = Duration.ofMillis((long) (Double.parseDouble(value) * 1000));
    return Optional.of(asked.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : asked);
  }

  /// Whether a path may be fetched: the longest rule that fits decides, and of two as long the one that allows. Where the rules are
  /// such that this takes more than a blink, it may not be.
  ///
  /// @param path path and query as they stand in the address
  boolean allows(String path) {
    String plain = decoded(path);
    int longest = -1;
    boolean allowed = true;
    long[] left = {MOST_STEPS};
    for (Rule rule : rules) {
      int length = rule.pattern.length();
      if ((length > longest || length == longest && rule.allows) && fits(decoded(rule.pattern), plain, left)) {
        longest = length;
        allowed = rule.allows;
      }
    }
    return allowed && left[0] > 0;
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  /// Goes through both from the left and tries each `*` as short as it can be: never more steps than the product of the lengths, nor
  /// than are left.
  private static boolean fits(String pattern, String path, long[] left) {
    boolean whole = pattern.endsWith("$");
    String wanted = whole ? pattern.substring(0, pattern.length() - 1) : pattern + "*";
    int at = 0;
    int here = 0;
    int star = -1;
    int from = 0;
    while (here < path.length()) {
      if (--left[0] <= 0) {
        return false;
      }
      if (at < wanted.length() && wanted.charAt(at) == '*') {
        star = at++;
        from = here;
      } else if (at < wanted.length() && wanted.charAt(at) == path.charAt(here)) {
        at++;
        here++;
      } else if (star >= 0) {
        at = star + 1;
        here = ++from;
      } else {
        return false;
      }
    }
    while (at < wanted.length() && wanted.charAt(at) == '*') {
      at++;
    }
    return at == wanted.length();
  }
}
