package org.tingbok.analysis;

import java.text.Normalizer;
import java.util.Locale;

/// Names as compared: "APT 31", "apt31" and "Apt-31" are one key.
public final class NameKey {
  private NameKey() {
  }

  /// The key of a name: without case, accents, blanks, signs and a leading article.
  ///
  /// @param name any name
  /// @return letters and digits only; the trimmed name itself, in lower case, if it has none
  public static String of(String name) {
    boolean ascii = name.chars().allMatch(ch -> ch < 128);
    String lower = (ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFKD)).toLowerCase(Locale.ROOT).strip();
    String bare = lower.startsWith("the ") ? lower.substring(4) : lower;
    StringBuilder key = new StringBuilder(bare.length());
    bare.codePoints().filter(Character::isLetterOrDigit).map(NameKey::plain).forEach(key::appendCodePoint);
    return key.isEmpty() ? lower : key.toString();
  }

  /// Letters that have no decomposition and are still written without their stroke.
  private static int plain(int letter) {
    return switch (letter) {
      case 'ø' -> 'o';
      case 'đ' -> 'd';
      case 'ł' -> 'l';
      case 'ı' -> 'i';
      default -> letter;
    };
  }
}
