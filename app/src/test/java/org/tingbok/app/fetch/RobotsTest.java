package org.tingbok.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a site asks of programs, and files that are made to be slow.
class RobotsTest {
  @ParameterizedTest
  @CsvSource({"/open,true", "/shut/a,false", "/shut/but/this,true", "/a.pdf,false", "/a.pdf?x,true", "/x/y/z,false"})
  void theLongestRuleDecides(String path, boolean allowed) {
    Robots robots = Robots.parse("""
        User-agent: *
        Disallow: /shut
        Allow: /shut/but
        Disallow: /*.pdf$
        Disallow: /x*z
        """, Fetcher.AGENT);
    assertThat(robots.allows(path)).isEqualTo(allowed);
  }

  /// Each rule alone would take two million comparisons: the rest is not compared, and nothing is fetched that might be forbidden.
  @Test
  void rulesMadeToBeSlowForbid() {
    Robots robots = Robots.parse(
        "User-agent: *\n" + ("Allow: /*" + "a".repeat(500) + "b\n").repeat(400), Fetcher.AGENT);
    assertThat(robots.allows("/" + "a".repeat(4000))).isFalse();
    assertThat(robots.allows("/tides")).isTrue();
  }

  @Test
  void readsNoMoreThanTheFirstOfAHugeFile() {
    Robots robots = Robots.parse("User-agent: *\nDisallow: /shut\n" + "#\n".repeat(300_000) + "Disallow: /late\n",
        Fetcher.AGENT);
    assertThat(robots.allows("/shut")).isFalse();
    assertThat(robots.allows("/late")).isTrue();
  }
}
