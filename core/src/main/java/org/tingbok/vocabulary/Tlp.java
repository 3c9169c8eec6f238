package org.tingbok.vocabulary;

import java.util.Locale;
import java.util.Optional;

/// How far information may be passed on: the Traffic Light Protocol, version 2.0 (FIRST, August 2022). The order is from the
/// widest to the narrowest. What bears no marking is not one of these.
public enum Tlp implements Coded {
  /// To the world.
  CLEAR("clear", 0),
  /// Within the community, not in public.
  GREEN("green", 1),
  /// Within the organisation and to its clients who need to know.
  AMBER("amber", 2),
  /// Within the organisation.
  AMBER_STRICT("amber+strict", 3),
  /// To those only who were there when it was given.
  RED("red", 4);

  private final String code;
  private final int level;

  Tlp(String code, int level) {
    this.code = code;
    this.level = level;
  }

  /// How narrow it is, as tables hold it.
  ///
  /// @return 0 for [#CLEAR] to 4 for [#RED]
  public int level() {
    return level;
  }

  @Override
  public String code() {
    return code;
  }

  /// The label as the protocol wants it written.
  ///
  /// @return such as `TLP:AMBER+STRICT`
  public String label() {
    return "TLP:" + code.toUpperCase(Locale.ROOT);
  }

  /// Reads a label in any case, with or without `TLP:`. `WHITE`, which version 1 had, is [#CLEAR].
  ///
  /// @param text such as `TLP:GREEN`, `tlp:amber+strict` or `amber`
  /// @return empty if it is none
  public static Optional<Tlp> parse(String text) {
    String word =
        text.strip().toLowerCase(Locale.ROOT).replaceFirst("^tlp\\s*[:：-]?\\s*", "").replaceAll("\\s*\\+\\s*", "+");
    for (Tlp one : values()) {
      if (one.code.equals(word)) {
        return Optional.of(one);
      }
    }
    return word.equals("white") ? Optional.of(CLEAR)
        : word.equals("amber-strict") ? Optional.of(AMBER_STRICT) : Optional.empty();
  }

  /// The narrower of two.
  ///
  /// @param a one
  /// @param b another
  /// @return what both allow
  public static Tlp strictest(Tlp a, Tlp b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
