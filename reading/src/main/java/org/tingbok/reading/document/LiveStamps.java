package org.tingbok.reading.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.reading.time.DateExpression;
import org.tingbok.reading.time.DateExpressions;

/// The times of day that stand before the entries of a live blog: `14:22`, `09.40 Uhr`, `kl. 18.05`, `7.15 pm`.
final class LiveStamps {
  private static final Pattern STAMP = Pattern.compile("(?iu)(?:\\[|\\()?(?:kl\\.?|um|à|at|updated)?\\s*"
      + "(?:[01]?\\d|2[0-3])(?:[:.h][0-5]\\d)(?::[0-5]\\d)?(?:\\s*(?:uhr|h|am|pm|a\\.m\\.|p\\.m\\.|gmt|utc|bst|cet|cest|est|edt|"
      + "et|msk|local time))*(?:\\]|\\))?(?=$|\\s|\\s*[-–—:|])(?:\\s*[-–—:|]+)?\\s*");

  private static final Pattern CLOCK = Pattern.compile("(?<![\\d.])(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?![\\d.])");

  private LiveStamps() {
  }

  /// A line that bears a day and a time of it and little else: `Friday 12 May, 15:30`.
  static boolean isDayAndTime(String text) {
    if (text.length() > 45 || text.length() < 8 || !CLOCK.matcher(text).find()) {
      return false;
    }
    List<DateExpression> dates = DateExpressions.in(text);
    return dates.size() == 1 && Shapes.words(text) <= 7
        && text.length() - (dates.getFirst().end() - dates.getFirst().start()) <= 26;
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
