package org.tingbok.reading.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What to do where one line ends and the next begins: a new block, a space, or one word cut in two.
///
/// @param wrap width at which the text was wrapped, 0 if it was not
/// @param whole the whole text in lower case, in which a word cut in two may stand uncut
record LineEnds(int wrap, String whole) {
  private static final Set<String> SECONDS =
      Set.of("sponsored", "backed", "linked", "aligned", "affiliated", "nexus", "owned",
          "controlled", "directed", "funded", "supported", "speaking", "facing", "wide", "known", "called", "based",
          "related",
          "run", "led", "made", "language", "scale", "level", "term", "ranking", "style", "grade", "origin", "born",
          "friendly",
          "profile", "old", "year", "long", "focused", "driven", "specific", "oriented", "occupied", "held");
  private static final Set<String> PAIRS =
      Set.of("third party", "zero day", "open source", "spear phishing", "two factor",
          "multi factor", "follow up", "well being", "ex president", "so called", "co operate", "man in", "in the",
          "the middle",
          "living off", "off the", "the land", "command and", "and control", "hack and", "and leak", "cross border",
          "day to",
          "to day", "anti virus", "self styled", "self declared", "full scale", "end user", "end of", "of life",
          "cyber espionage",
          "cyber attack", "cyber security", "e mail", "false flag", "supply chain", "vice president", "vice chancellor",
          "air gapped");

  /// The width at which the lines of a text were wrapped.
  ///
  /// @return 0 if each paragraph is a line of its own
  static int wrapWidth(List<Line> lines) {
    int[] widths =
        lines.stream().filter(line -> !line.blank() && line.text().indexOf(' ') > 0).mapToInt(Line::width).sorted()
            .toArray();
    if (widths.length < 4) {
      return 0;
    }
    int wrap = widths[(int) ((widths.length - 1) * 0.98)];
    if (wrap < 35 || wrap > 132) {
      return 0;
    }
    int followed = 0;
    int full = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      Line next = lines.get(i + 1);
      if (!line.blank() && !next.blank()) {
        followed++;
        full += line.width() + 1 + firstWord(next) > wrap - 6 ? 1 : 0;
      }
    }
    return followed >= 3 && full * 10 >= followed * 4 ? wrap : 0;
  }

  /// The width of the column that each line stands in, for text set in columns of its own; 0 where that cannot be told.
  static int[] columnWidths(List<Line> lines) {
    int[] widths = new int[lines.size()];
    int from = 0;
    while (from < lines.size()) {
      int to = from;
      int widest = 0;
      while (to < lines.size() && !lines.get(to).blank()) {
        widest = Math.max(widest, lines.get(to).width());
        to++;
      }
      int full = 0;
      for (int i = from; i < to - 1; i++) {
        full += lines.get(i).width() > widest * 0.75 ? 1 : 0;
      }
      boolean column = widest >= 25 && to - from >= 3 && full * 10 >= (to - from - 1) * 7;
      for (int i = from; i < to; i++) {
        widths[i] = column ? widest - Math.max(2, widest / 10) : 0;
      }
      from = Math.max(to, from + 1);
    }
    return widths;
  }

  private static int firstWord(Line line) {
    int space = line.text().indexOf(' ');
    return space < 0 ? line.length() : space;
  }

  /// Whether two lines that follow each other belong to one paragraph.
  boolean joins(Line line, Line next) {
    if (hyphenated(line.text(), next.text())) {
      return true;
    }
    char first = next.text().charAt(0);
    boolean open = !endsSentence(line.text());
    if (wrap > 0) {
      boolean full = line.width() + 1 + firstWord(next) > wrap;
      if (full || (open && line.width() > wrap * 0.8 && !isCapitals(line.text()))) {
        return true;
      }
    }
    return open && line.length() >= 25 && (Character.isLowerCase(first) || ",;)".indexOf(first) >= 0)
        && !line.text().endsWith(":") && !next.text().startsWith("http");
  }

  /// Whether text that a page break interrupts goes on after it.
  boolean continuesAfterBreak(Line line, Line next) {
    return hyphenated(line.text(), next.text())
        || (!endsSentence(line.text()) && !line.text().endsWith(":") && line.length() >= 25
            && (Character.isLowerCase(next.text().charAt(0))
                || (wrap > 0 && line.width() > wrap * 0.8 && next.width() > wrap * 0.6 && !isCapitals(line.text()))));
  }

  static boolean endsSentence(String text) {
    int at = text.length() - 1;
    while (at > 0 && "\"'”’»“)]*_®■◼∎ ".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return at >= 0 && ".!?…。".indexOf(text.charAt(at)) >= 0;
  }

  static boolean isCapitals(String text) {
    boolean letter = false;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
      letter |= Character.isUpperCase(text.charAt(i));
    }
    return letter;
  }

  private static boolean hyphenated(String line, String next) {
    int last = line.length() - 1;
    return last > 0 && isHyphen(line.charAt(last)) && Character.isLetter(line.charAt(last - 1))
        && Character.isLetter(next.charAt(0));
  }

  static boolean isHyphen(char sign) {
    return sign == '-' || sign == '\u00ad' || sign == '\u2010' || sign == '\u2011';
  }

  /// How the join reads: whether the hyphen at the end of the line stays.
  enum Join { SPACE, KEEP_HYPHEN, DROP_HYPHEN }

  Join join(String line, String next) {
    if (!hyphenated(line, next)) {
      return Join.SPACE;
    }
    if (line.charAt(line.length() - 1) == '\u00ad') {
      return Join.DROP_HYPHEN;
    }
    int from = line.length() - 1;
    while (from > 0 && Character.isLetter(line.charAt(from - 1))) {
      from--;
    }
    int to = 0;
    while (to < next.length() && Character.isLetter(next.charAt(to))) {
      to++;
    }
    String left = line.substring(from, line.length() - 1);
    String right = next.substring(0, to);
    if (Character.isUpperCase(right.charAt(0)) || (left.length() > 1 && isCapitals(left))) {
      return Join.KEEP_HYPHEN;
    }
    String one = left.toLowerCase(Locale.ROOT);
    String two = right.toLowerCase(Locale.ROOT);
    if (two.equals("and") || two.equals("und") || two.equals("og") || two.equals("or") || two.equals("oder")) {
      return one.length() > 3 && next.startsWith(two + " ") ? Join.SPACE : Join.KEEP_HYPHEN;
    }
    if (whole.contains(one + "-" + two)) {
      return Join.KEEP_HYPHEN;
    }
    if (whole.contains(one + two)) {
      return Join.DROP_HYPHEN;
    }
    boolean compound = PAIRS.contains(one + " " + two) || (left.length() >= 4 && SECONDS.contains(two));
    return compound ? Join.KEEP_HYPHEN : Join.DROP_HYPHEN;
  }
}
