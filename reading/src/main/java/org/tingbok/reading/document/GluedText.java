package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tingbok.text.BlockKind;

/// Takes apart what a scrape has glued together: title, menu, names and date before a text, tags and notices after it.
///
/// `Minister blames groupNewsWorldSubscribeJune 19th, 2021Minister blames groupThe ministry said …` is cut where the title
/// comes again; the end is cut where a sentence is followed by a run of words without spaces between them.
final class GluedText {
  private static final int LEAST_TITLE = 24;
  private static final int LONGEST_TITLE = 300;
  private static final int LEAST_TEXT = 60;
  private static final int HEAD = 4000;
  private static final int DENSE = 3;

  private GluedText() {
  }

  /// The draft, or the pieces that it falls into.
  static List<Draft> split(Draft draft, List<String> titles) {
    if (!draft.undecided()) {
      return List.of(draft);
    }
    if (draft.length() < LEAST_TEXT) {
      return List.of(spaced(draft));
    }
    List<Draft> pieces = new ArrayList<>();
    Draft rest = head(draft, titles, pieces);
    tail(rest, pieces);
    return pieces;
  }

  private static Draft head(Draft draft, List<String> titles, List<Draft> pieces) {
    String text = draft.text();
    String head = text.substring(0, Math.min(text.length(), HEAD));
    String title = titles.stream().filter(head::contains).findFirst().orElseGet(() -> repeatedStart(head));
    int last = title.isEmpty() ? -1 : head.lastIndexOf(title);
    int end = last + title.length();
    boolean glued = last >= 0 && end < text.length() && Character.isUpperCase(text.charAt(end));
    if (!glued) {
      return draft;
    }
    int at = 0;
    if (text.startsWith(title) && last > 0) {
      piece(draft, 0, title.length(), BlockKind.TITLE, pieces);
      at = title.length();
    }
    if (last > at) {
      piece(draft, at, last, BlockKind.METADATA, pieces);
    }
    piece(draft, last, end, BlockKind.TITLE, pieces);
    Draft rest = draft.part(end, text.length());
    rest.continues = true;
    return rest;
  }

  /// What the text begins with, if it comes again without a space after it.
  private static String repeatedStart(String text) {
    if (text.length() < LEAST_TITLE * 2) {
      return "";
    }
    int again = text.indexOf(text.substring(0, LEAST_TITLE), LEAST_TITLE);
    if (again < 0) {
      return "";
    }
    int length = LEAST_TITLE;
    while (again + length < text.length() && length < again && text.charAt(length) == text.charAt(again + length)) {
      length++;
    }
    boolean seam = length < LONGEST_TITLE && !Draft.isSpace(text.charAt(length - 1)) && length < text.length()
        && Character.isUpperCase(text.charAt(length))
        && again + length < text.length() && Character.isUpperCase(text.charAt(again + length));
    return seam ? text.substring(0, length) : "";
  }

  private static void tail(Draft draft, List<Draft> pieces) {
    String text = draft.text();
    for (int i = Math.max(1, text.length() - HEAD); i < text.length(); i++) {
      if (isGluedSentence(text, i) && isDense(text, i)) {
        piece(draft, 0, i, null, pieces);
        piece(draft, i, text.length(), BlockKind.BOILERPLATE, pieces);
        return;
      }
    }
    pieces.add(spaced(draft));
  }

  /// Whether a sentence begins here hard upon the end of another.
  private static boolean isGluedSentence(String text, int at) {
    char sign = text.charAt(at);
    if (!Character.isUpperCase(sign) && sign != '©') {
      return false;
    }
    int stop = at - 1;
    if (stop > 1 && "\"”’".indexOf(text.charAt(stop)) >= 0) {
      stop--;
    }
    if (stop < 1 || ".!?".indexOf(text.charAt(stop)) < 0) {
      return false;
    }
    char before = text.charAt(stop - 1);
    for (int i = stop - 1; i >= 0 && !Draft.isSpace(text.charAt(i)); i--) {
      if ("./\\_@=".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return Character.isLowerCase(before) || Character.isDigit(before) || before == ')';
  }

  /// Whether many words are glued together in what follows.
  private static boolean isDense(String text, int from) {
    int to = Math.min(text.length(), from + 300);
    int seams = 0;
    for (int i = from + 1; i < to; i++) {
      char before = text.charAt(i - 1);
      seams += Character.isUpperCase(text.charAt(i)) && (Character.isLowerCase(before) || before == ')' || before == '®'
          || Character.isDigit(before)) ? 1 : 0;
    }
    return seams >= DENSE && seams * 60 >= to - from;
  }

  private static void piece(Draft draft, int from, int to, @Nullable BlockKind kind,
      List<Draft> pieces) {
    if (to > from) {
      Draft piece = draft.part(from, to);
      piece.kind = kind;
      piece.continues = draft.continues || from > 0;
      pieces.add(kind == null ? spaced(piece) : piece);
    }
  }

  /// Puts a space of no width in the canonical text where one was forgotten between two sentences.
  private static Draft spaced(Draft draft) {
    String text = draft.text();
    Draft spaced = draft;
    int at = 0;
    for (int i = 5; i < text.length() - 2; i++) {
      if (Character.isUpperCase(text.charAt(i)) && ".!?".indexOf(text.charAt(i - 1)) >= 0
          && isForgottenSpace(text, i)) {
        if (at == 0) {
          spaced = draft.like();
        }
        copy(draft, at, i, spaced);
        spaced.add(' ', draft.startAt(i), draft.startAt(i));
        at = i;
      }
    }
    if (at > 0) {
      copy(draft, at, text.length(), spaced);
    }
    return spaced;
  }

  /// A plain word before the stop, a plain word with a space behind it after: no address, file name or abbreviation.
  private static boolean isForgottenSpace(String text, int at) {
    int from = at - 1;
    while (from > 0 && Character.isLowerCase(text.charAt(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < text.length() && Character.isLowerCase(text.charAt(to))) {
      to++;
    }
    char before = from > 0 ? text.charAt(from - 1) : ' ';
    boolean word = at - 1 - from >= 4 && !Character.isLetter(before) && "./\\_@".indexOf(before) < 0;
    return word && to + 1 < text.length() && text.charAt(to) == ' ' && Character.isLetterOrDigit(text.charAt(to + 1));
  }

  private static void copy(Draft from, int start, int end, Draft to) {
    for (int i = start; i < end; i++) {
      to.addFrom(from, i);
    }
  }
}
