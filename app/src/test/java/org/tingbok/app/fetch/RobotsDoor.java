package org.tingbok.app.fetch;

/// Lets the fuzzer in.
public final class RobotsDoor {
  private RobotsDoor() {
  }

  /// Reads a `robots.txt` and asks it.
  ///
  /// @param text the file
  /// @param path what is asked for
  /// @return what it says
  public static boolean allows(String text, String path) {
    Robots robots = Robots.parse(text, Fetcher.AGENT);
    return robots.allows(path) || robots.delay().isPresent() || !robots.sitemaps().isEmpty();
  }
}
