package org.tingbok.reading.assembly;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.text.Block;

/// "PARIS, April 30 (Agency) - " tells where a story was filed and is no part of its first sentence.
final class Dateline {
  private static final Pattern DATELINE =
      Pattern.compile("\\p{Lu}[\\p{Lu}/ .'-]{2,40}(?:, [\\p{L}.]+ \\d{1,2})?(?:, \\d{4})?"
          + "(?: \\([^)]{2,40}\\))?\\s*(?:[-–—:]|--)\\s+(?=\\p{L})|\\p{Lu}\\p{L}+(?:/\\p{Lu}\\p{L}+)*\\.\\s+(?=Die |Der |Das )");

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
}
