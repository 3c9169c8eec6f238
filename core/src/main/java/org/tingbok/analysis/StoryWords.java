package org.tingbok.analysis;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.tingbok.document.Document;
import org.tingbok.document.Span;

/// The words of a document in order, as far as [StoryPrint] needs them. Filled in while the text is gone through once; not
/// for several threads.
final class StoryWords {
  private static final int WORDS = 3;
  private static final int LEAD = 64;
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");

  private long[] hashes = new long[256];
  private boolean[] quoted = new boolean[256];
  private int count;
  private int[] anchors = new int[64];
  private int anchored;

  private StoryWords() {
  }

  static StoryWords of(Document document) {
    StoryWords words = new StoryWords();
    boolean html = document.mediaType().equals("text/html");
    for (Span span : document.body()) {
      String text = span.of(document.text());
      words.read(html ? TAG.matcher(text).replaceAll(" ") : text);
    }
    return words;
  }

  private void read(String text) {
    char opened = 0;
    boolean blankLine = false;
    boolean sentenceBegins = true;
    long hash = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char ch = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(ch) || Character.isSurrogate(ch)) {
        boolean alone = Character.isIdeographic(ch);
        start = hash == 0 ? i : start;
        hash = (alone || hash == 0 ? 7 : hash) * 31 + Character.toLowerCase(ch);
        if (alone) {
          add(hash, opened != 0);
          hash = 0;
        }
        blankLine = false;
        continue;
      }
      if (hash != 0 && ch != SOFT_HYPHEN) {
        add(hash, opened != 0);
        anchor(text, start, i, sentenceBegins);
        hash = 0;
        sentenceBegins = false;
      }
      opened = quotation(opened, ch, blankLine);
      sentenceBegins |= ch == '.' || ch == '!' || ch == '?' || ch == '\n' || ch == ':' || opened == ch;
      blankLine = ch == '\n' || (blankLine && Character.isWhitespace(ch));
    }
  }

  /// A name or number is what a translator and a sub-editor leave as it is.
  private void anchor(String text, int from, int to, boolean sentenceBegins) {
    boolean digit = false;
    boolean letter = false;
    for (int i = from; i < to; i++) {
      digit |= Character.isDigit(text.charAt(i));
      letter |= Character.isLetter(text.charAt(i));
    }
    boolean name = !digit && !sentenceBegins && to - from > 2 && Character.isUpperCase(text.charAt(from));
    if (digit && (letter || to - from > 1) || name) {
      int hash = 17;
      for (int i = from; i < Math.min(to, from + 12); i++) {
        hash = hash * 31 + plain(Character.toLowerCase(text.charAt(i)));
      }
      if (anchored == anchors.length) {
        anchors = Arrays.copyOf(anchors, anchored * 2);
      }
      anchors[anchored++] = (int) (mixed(hash) >>> 33);
    }
  }

  private static char plain(char ch) {
    return switch (ch) {
      case 'á', 'à', 'â', 'ä', 'å', 'ã' -> 'a';
      case 'é', 'è', 'ê', 'ë' -> 'e';
      case 'í', 'ï', 'î' -> 'i';
      case 'ó', 'ô', 'ö', 'ø', 'õ' -> 'o';
      case 'ú', 'û', 'ü' -> 'u';
      case 'ç' -> 'c';
      case 'ñ' -> 'n';
      default -> ch;
    };
  }

  /// Which quotation mark is open after a sign; an empty line closes what was left open. `“` opens in English and closes
  /// in German.
  private static char quotation(char opened, char ch, boolean blankLine) {
    return switch (ch) {
      case '“' -> opened == '„' ? 0 : ch;
      case '«', '„' -> ch;
      case '”', '»' -> 0;
      case '"' -> opened == 0 ? ch : 0;
      case '\n' -> blankLine ? 0 : opened;
      default -> opened;
    };
  }

  private void add(long hash, boolean inQuotation) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, count * 2);
      quoted = Arrays.copyOf(quoted, count * 2);
    }
    hashes[count] = hash;
    quoted[count++] = inQuotation;
  }

  /// Every three words that follow each other, rising, each once; the lowest bit is set if they stand outside quotation
  /// marks at least once. All are non-negative.
  int[] runs() {
    return onceWithBit(runs(count));
  }

  /// Those that the text begins with, the lowest bit set.
  int[] lead() {
    int[] lead = runs(Math.min(count, LEAD));
    for (int i = 0; i < lead.length; i++) {
      lead[i] |= 1;
    }
    return once(lead);
  }

  private int[] runs(int words) {
    int[] result = new int[Math.max(0, words - WORDS + 1)];
    for (int i = 0; i < result.length; i++) {
      long hash = 0;
      boolean any = false;
      for (int j = i; j < i + WORDS; j++) {
        hash = mixed(hash * 0x9E3779B97F4A7C15L + hashes[j]);
        any |= quoted[j];
      }
      result[i] = (int) (hash >>> 34) << 1 | (any ? 0 : 1);
    }
    return result;
  }

  int[] anchors() {
    return once(Arrays.copyOf(anchors, anchored));
  }

  /// The values in rising order, each once; sorts what it is given.
  static int[] once(int[] values) {
    Arrays.sort(values);
    int kept = 0;
    for (int i = 0; i < values.length; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[kept++] = values[i];
      }
    }
    return Arrays.copyOf(values, kept);
  }

  /// The same where values that differ in the lowest bit only are one; it stays set if it was in either.
  private static int[] onceWithBit(int[] values) {
    Arrays.sort(values);
    int kept = 0;
    for (int i = 0; i < values.length; i++) {
      if (kept > 0 && (values[i] | 1) == (values[kept - 1] | 1)) {
        values[kept - 1] |= values[i];
      } else {
        values[kept++] = values[i];
      }
    }
    return Arrays.copyOf(values, kept);
  }

  /// 64 bits of a text.
  static long digest(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mixed(hash);
  }

  /// The finalizer of SplitMix64.
  static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
