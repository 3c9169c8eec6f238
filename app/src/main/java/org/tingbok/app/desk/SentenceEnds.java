package org.tingbok.app.desk;

/// Where a sentence begins and ends, well enough to show words in their sentence. What is read goes by the reader's own
/// sentences, which are not kept.
final class SentenceEnds {
  private static final int FARTHEST = 280;

  private SentenceEnds() {
  }

  /// The place in a paragraph where the sentence begins that goes on at another place.
  static int startOfSentence(String text, int from) {
    int at = from;
    while (at > 0 && !ends(text, at)) {
      at--;
    }
    return from - at > FARTHEST ? wordFrom(text, from - FARTHEST) : at;
  }

  /// The place in a paragraph where the sentence ends that goes on at another place.
  static int endOfSentence(String text, int to) {
    int at = to;
    while (at < text.length() && !(at > 0 && ends(text, at))) {
      at++;
    }
    return at - to > FARTHEST ? wordFrom(text, to + FARTHEST) : at;
  }

  /// Whether a sentence ends just before a place: a stop, marks that close, a blank, and what may begin a sentence.
  private static boolean ends(String text, int at) {
    int stop = at - 1;
    if (at >= text.length() || !Character.isWhitespace(text.charAt(stop))) {
      return false;
    }
    stop--;
    while (stop > 0 && "\"'”’»)".indexOf(text.charAt(stop)) >= 0) {
      stop--;
    }
    if (stop < 1 || ".!?…".indexOf(text.charAt(stop)) < 0 || Character.isLowerCase(text.charAt(at))) {
      return false;
    }
    int word = stop;
    while (word > 0 && !Character.isWhitespace(text.charAt(word - 1))) {
      word--;
    }
    String last = text.substring(word, stop);
    return text.charAt(stop) != '.' || !((last.length() < 3 && !last.isEmpty() && Character.isUpperCase(last.charAt(0)))
        || last.contains("."));
  }

  private static int wordFrom(String text, int at) {
    int blank = text.indexOf(' ', at);
    return blank < 0 ? text.length() : blank;
  }
}
