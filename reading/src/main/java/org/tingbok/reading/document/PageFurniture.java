package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Running heads, footers and page numbers: lines that belong to the page and not to the text.
///
/// A line is taken for a running head only if it comes again and stands at a break between pages.
final class PageFurniture {
  private static final Pattern NUMBERED = Pattern.compile(
      "(?iu)[-–—|\\s]*(?:page|seite|side|sida|página|pagina|p\\.|s\\.)\\s*\\d{1,4}(?:\\s*(?:/|of|von|av|de|sur)\\s*\\d{1,4})?"
          + "[-–—|\\s]*|[-–—|]\\s*\\d{1,4}\\s*[-–—|]|\\d{1,4}\\s*(?:/|of|von)\\s*\\d{1,4}");
  private static final Pattern BARE = Pattern.compile("\\d{1,4}|[ivxl]{1,6}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int LONGEST = 150;

  private final List<Line> lines;
  final BitSet found = new BitSet();
  final List<String> heads = new ArrayList<>();

  private PageFurniture(List<Line> lines) {
    this.lines = lines;
  }

  static PageFurniture in(List<Line> lines) {
    PageFurniture furniture = new PageFurniture(lines);
    furniture.numbers();
    furniture.repeated();
    furniture.bareNumbers();
    return furniture;
  }

  private void numbers() {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.length() < 24 && line.length() > 0 && NUMBERED.matcher(line.text()).matches()
          && (blanksBefore(i) > 0 || line.newPage()) && !line.text().startsWith("| ")) {
        found.set(i);
      }
    }
  }

  private void bareNumbers() {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.length() > 0 && line.length() < 7 && BARE.matcher(line.text()).matches() && (line.indent() >= 20
          || nextToBreak(i) || (!heads.isEmpty() && blanksBefore(i) > 0 && nextToFurniture(i)))) {
        found.set(i);
      }
    }
  }

  private void repeated() {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.length() > 3 && line.length() <= LONGEST && hasLetter(line.text())) {
        places.computeIfAbsent(key(line.text()), _ -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> where : places.values()) {
      if (where.size() < 2) {
        continue;
      }
      int atBreak = 0;
      for (int i : where) {
        atBreak += nextToBreak(i) || nextToFurniture(i) ? 1 : 0;
      }
      boolean first = nonBlankBefore(where.getFirst()) < 3;
      if (atBreak > 0 && atBreak + (first ? 1 : 0) >= where.size()) {
        where.forEach(found::set);
        heads.add(lines.get(where.getFirst()).text());
      }
    }
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      if (i + 1 < lines.size() && Marks.isRule(lines.get(i + 1).text())) {
        found.set(i + 1);
      }
    }
  }

  private static String key(String text) {
    return DIGITS.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("#");
  }

  private static boolean hasLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private int blanksBefore(int at) {
    int blanks = 0;
    for (int i = at - 1; i >= 0 && lines.get(i).blank(); i--) {
      blanks++;
    }
    return at - blanks == 0 ? blanks + 3 : blanks;
  }

  private int blanksAfter(int at) {
    int blanks = 0;
    for (int i = at + 1; i < lines.size() && lines.get(i).blank(); i++) {
      blanks++;
    }
    return blanks;
  }

  private int nonBlankBefore(int at) {
    int count = 0;
    for (int i = 0; i < at && count < 3; i++) {
      count += lines.get(i).blank() ? 0 : 1;
    }
    return count;
  }

  /// A form feed, or the wide gap that printing leaves, with text cut off in mid-sentence before it.
  private boolean nextToBreak(int at) {
    if (lines.get(at).newPage()) {
      return true;
    }
    for (int i = at + 1; i < Math.min(lines.size(), at + 4); i++) {
      if (lines.get(i).newPage() && allBlank(at + 1, i)) {
        return true;
      }
    }
    return at > 0 && (blanksBefore(at) >= 3 || blanksAfter(at) >= 3) && nonBlankBefore(at) > 0;
  }

  private boolean allBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!lines.get(i).blank()) {
        return false;
      }
    }
    return true;
  }

  private boolean nextToFurniture(int at) {
    for (int step = -1; step <= 1; step += 2) {
      int seen = 0;
      for (int i = at + step; i >= 0 && i < lines.size() && seen < 2; i += step) {
        if (!lines.get(i).blank()) {
          if (found.get(i)) {
            return true;
          }
          if (lines.get(i).length() < 8 && BARE.matcher(lines.get(i).text()).matches() && lines.get(i).indent() >= 20) {
            return true;
          }
          seen++;
        }
      }
    }
    return false;
  }
}
