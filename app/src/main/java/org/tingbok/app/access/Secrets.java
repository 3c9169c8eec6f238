package org.tingbok.app.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.tingbok.vocabulary.ContentId;

/// Words that nobody guesses, and what is kept of them. A digest without salt or stretching is enough for 256 random bits.
public final class Secrets {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {
  }

  /// A word of 256 random bits.
  ///
  /// @return 43 letters, digits, `-` and `_`
  public static String fresh() {
    return word(BYTES);
  }

  /// A short word by which something is spoken of; it opens nothing.
  ///
  /// @return 8 digits of base 16
  static String handle() {
    byte[] random = new byte[4];
    RANDOM.nextBytes(random);
    return java.util.HexFormat.of().formatHex(random);
  }

  private static String word(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /// What is kept of a word.
  ///
  /// @param word as [#fresh] makes them
  /// @return its SHA-256, in hexadecimal digits
  public static String digest(String word) {
    return ContentId.sha256(word.getBytes(StandardCharsets.UTF_8));
  }
}
