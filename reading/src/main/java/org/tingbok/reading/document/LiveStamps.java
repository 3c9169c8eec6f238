package org.tingbok.reading.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The times of day that stand before the entries of a live blog: `14:22`, `09.40 Uhr`, `kl. 18.05`, `7.15 pm`.
final class LiveStamps {
  private static final Pattern STAMP = Pattern.compile("(?iu)(?:\\[|\\()?(?:kl\\.?|um|à|at|updated)?\\s*"
      + "(?:[01]?\\d|2[0-3])(?:[:.h][0-5]\\d)(?::[0-5]\\d)?(?:\\s*(?:uhr|h|am|pm|a\\.m\\.|p\\.m\\.|gmt|utc|bst|cet|cest|est|edt|"
      + "et|msk|local time))*(?:\\]|\\))?(?=$|\\s|\\s*[-–—:|])(?:\\s*[-–—:|]+)?\\s*");

  private LiveStamps() {
  }

  /// Length of the stamp that a line begins with, white space after it included; 0 if there is none.
  static int length(String text) {
    Matcher stamp = STAMP.matcher(text);
    return stamp.lookingAt() ? stamp.end() : 0;
  }

  /// Whether a line begins with a time of day that is followed by nothing, a heading or a sentence.
  static boolean isStamp(String text) {
    if (text.isEmpty() || "0123456789[(kKuUàa".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    int length = length(text);
    return length > 0 && (length == text.length() || !Character.isLowerCase(text.charAt(length)));
  }
}
