package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.text.BlockKind;

/// Takes apart what a scrape has glued together: title, menu, names and date before a text, tags and notices after it.
///
/// `Minister blames groupNewsWorldSubscribeJune 19th, 2021Minister blames groupThe ministry said …` is cut where the title
/// comes again; the end is cut where a sentence is followed by a run of words without spaces between them.
final class GluedText {
  private static final Pattern SEAM = Pattern.compile("(?<=[\\p{Ll}\\d)®])(?=\\p{Lu})");
  private static final Pattern END =
      Pattern.compile("(?<=[\\p{Ll}\\d)][.!?])(?=[\\p{Lu}©])|(?<=[\\p{Ll}\\d][.!?][\"”’])(?=\\p{Lu})");
  private static final Pattern FORGOTTEN_SPACE =
      Pattern.compile("(?<=[^\\p{L}./\\\\_@][\\p{Ll}]{4,30}[.!?])(?=\\p{Lu}\\p{Ll}* [\\p{L}\\d])");
  private static final int LEAST_TITLE = 24;
  private static final int HEAD = 4000;
  private static final int DENSE = 3;

  private GluedText() {
  }

  /// The draft, or the pieces that it falls into.
  static List<Draft> split(Draft draft, List<String> titles) {
    if (!draft.undecided() || draft.length() < 120) {
      return List.of(draft);
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
    boolean seam = length < text.length() && Character.isUpperCase(text.charAt(length))
        && again + length < text.length() && Character.isUpperCase(text.charAt(again + length));
    return seam ? text.substring(0, length) : "";
  }

  private static void tail(Draft draft, List<Draft> pieces) {
    String text = draft.text();
    Matcher end = END.matcher(text);
    int from = Math.max(0, text.length() - HEAD);
    while (end.find(Math.min(from, text.length()))) {
      if (isDense(text, end.start())) {
        piece(draft, 0, end.start(), null, pieces);
        piece(draft, end.start(), text.length(), BlockKind.BOILERPLATE, pieces);
        return;
      }
      from = end.start() + 1;
    }
    pieces.add(spaced(draft));
  }

  /// Whether many words are glued together in what follows.
  private static boolean isDense(String text, int from) {
    String after = text.substring(from, Math.min(text.length(), from + 300));
    int seams = 0;
    Matcher seam = SEAM.matcher(after);
    while (seam.find()) {
      seams++;
    }
    return seams >= DENSE && seams * 60 >= after.length();
  }

  private static void piece(Draft draft, int from, int to, @org.jspecify.annotations.Nullable BlockKind kind,
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
    Matcher forgotten = FORGOTTEN_SPACE.matcher(draft.text());
    if (!forgotten.find()) {
      return draft;
    }
    Draft spaced = draft.like();
    int at = 0;
    do {
      copy(draft, at, forgotten.start(), spaced);
      spaced.add(' ', draft.startAt(forgotten.start()), draft.startAt(forgotten.start()));
      at = forgotten.start();
    } while (forgotten.find());
    copy(draft, at, draft.length(), spaced);
    return spaced;
  }

  private static void copy(Draft from, int start, int end, Draft to) {
    for (int i = start; i < end; i++) {
      to.addFrom(from, i);
    }
  }
}
