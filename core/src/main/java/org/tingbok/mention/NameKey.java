package org.tingbok.mention;

import java.text.Normalizer;
import java.util.Locale;

/// Names as compared: "APT 31", "apt31" and "Apt-31" are one key, and so are "Lazarus" and "the Lazarus Group".
public final class NameKey {
  private NameKey() {
  }

  /// The key of a name: without case, accents, blanks, signs, a leading article and a closing "group".
  ///
  /// @param name any name
  /// @return letters and digits only; the trimmed name itself, in lower case, if it has none
  public static String of(String name) {
    boolean ascii = name.chars().allMatch(ch -> ch < 128);
    String lower = (ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFKD)).toLowerCase(Locale.ROOT).strip();
    String named = lower.startsWith("the ") ? lower.substring(4) : lower;
    String bare = named.endsWith(" group") ? named.substring(0, named.length() - " group".length()) : named;
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
