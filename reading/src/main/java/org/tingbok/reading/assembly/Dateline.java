package org.tingbok.reading.assembly;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.text.Block;

/// "PARIS, April 30 (Agency) - " tells where a story was filed and is no part of its first sentence.
final class Dateline {
  private static final String PLACE = "\\p{Lu}[\\p{L}'’-]+\\.?(?:[ /-]\\p{Lu}[\\p{L}'’-]+){0,3}";
  private static final String YEAR = "(?:,? (?:de |del )?(?:19|20)\\d{2})";
  private static final String DAY =
      "(?:\\p{Lu}?\\p{L}{3,9},? )?(?:(?:le |den |el )?\\d{1,2}(?:\\.|er|º)? (?:de )?\\p{L}{3,10}\\.?|\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2})";
  private static final String FROM = "(?: \\([^)\\n]{2,40}\\))?";
  private static final Pattern DATELINE =
      Pattern.compile("\\p{Lu}[\\p{Lu}/ .'-]{2,40}(?:, [\\p{L}.]+ \\d{1,2})?(?:, \\d{4})?"
          + FROM + "\\s*(?:[-–—:]|--)\\s+(?=\\p{L})|\\p{Lu}\\p{L}+(?:/\\p{Lu}\\p{L}+)*\\.\\s+(?=Die |Der |Das )"
          // "Paris, le 29 avril 2025. ", "Oslo 10. mars 2021. ", "KYIV, Jan 16, 2022 (Agency) - ", "27 May 2025: "
          + "|(?:" + PLACE + ",? )?" + DAY + YEAR + FROM + "(?:\\.|\\s*(?:[-–—:]|--))\\s+(?=\\p{L}|\\p{Pi}|\")"
          + "|" + PLACE + ", " + DAY + FROM + "\\s*(?:[-–—]|--)\\s+(?=\\p{L})");
  private static final Pattern FILED = Pattern.compile(PLACE);
  private static final Pattern LINE = Pattern.compile("(" + PLACE + "),? " + DAY + YEAR);

  private Dateline() {}

  /// Where the first sentence of a block begins.
  ///
  /// @param view the text
  /// @param block a block of it
  /// @return its start, or the place behind its dateline
  static int end(String view, Block block) {
    Matcher dateline = DATELINE.matcher(view).region(block.start(), block.end());
    return dateline.lookingAt() ? dateline.end() : block.start();
  }

  /// The place in a line of its own that has nothing but place and day: "DUBLIN, March 14, 2025".
  ///
  /// @param line the whole line
  /// @return empty if the line says anything else
  static Optional<String> filed(String line) {
    Matcher place = LINE.matcher(line.strip());
    return place.matches() ? Optional.of(place.group(1)) : Optional.empty();
  }

  /// Where a story was filed.
  ///
  /// @param view the text
  /// @param block a block of it
  /// @return empty if it has no dateline with a place
  static Optional<String> place(String view, Block block) {
    int end = end(view, block);
    Matcher place = FILED.matcher(view).region(block.start(), end);
    return end > block.start() && place.lookingAt() ? Optional.of(place.group()) : Optional.empty();
  }
}
