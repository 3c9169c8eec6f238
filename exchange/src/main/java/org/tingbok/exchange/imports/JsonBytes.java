package org.tingbok.exchange.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// JSON as UTF-8, in whichever of the encodings of Unicode it came. JSON begins with two characters of ASCII, so that its
/// encoding shows in where the zeros are among the first four bytes (RFC 4627, section 3); a byte order mark, which some programs
/// write all the same, tells it too, and is taken off.
public final class JsonBytes {
  private JsonBytes() {
  }

  /// A file in UTF-8.
  ///
  /// @param bytes a file, or its beginning
  /// @return the same bytes if it is in UTF-8 without a mark, or no text of these encodings
  public static byte[] utf8(byte[] bytes) {
    int b0 = at(bytes, 0);
    int b1 = at(bytes, 1);
    int b2 = at(bytes, 2);
    int b3 = at(bytes, 3);
    if (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF) {
      return java.util.Arrays.copyOfRange(bytes, 3, bytes.length);
    }
    boolean four = bytes.length > 3;
    if (four && (b0 == 0 && b1 == 0 && (b2 == 0 && b3 != 0 || b2 == 0xFE && b3 == 0xFF))) {
      return told(bytes, StandardCharsets.UTF_32BE, b2 == 0xFE ? 4 : 0);
    }
    if (four && b2 == 0 && b3 == 0 && (b1 == 0 && b0 != 0 || b0 == 0xFF && b1 == 0xFE)) {
      return told(bytes, StandardCharsets.UTF_32LE, b1 == 0xFE ? 4 : 0);
    }
    if (b0 == 0xFE && b1 == 0xFF || b0 == 0 && b1 > 0 && four && b2 == 0 && b3 > 0) {
      return told(bytes, StandardCharsets.UTF_16BE, b0 == 0xFE ? 2 : 0);
    }
    if (b0 == 0xFF && b1 == 0xFE || b0 > 0 && b1 == 0 && four && b2 > 0 && b3 == 0) {
      return told(bytes, StandardCharsets.UTF_16LE, b1 == 0xFE ? 2 : 0);
    }
    return bytes;
  }

  private static int at(byte[] bytes, int place) {
    return place < bytes.length ? bytes[place] & 0xFF : -1;
  }

  private static byte[] told(byte[] bytes, Charset charset, int mark) {
    return new String(bytes, mark, bytes.length - mark, charset).getBytes(StandardCharsets.UTF_8);
  }
}
