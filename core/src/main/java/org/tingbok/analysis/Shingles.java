package org.tingbok.analysis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.tingbok.document.Document;
import org.tingbok.document.Span;

/// What of a document is compared to find copies: every four words that follow each other in what is read of it, as
/// sorted hashes, and those that stand outside quotation marks by themselves; two reports may quote the same statement.
///
/// Immutable.
final class Shingles {
  private static final int WORDS = 4;
  private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
  private static final Pattern TITLE_PARTS = Pattern.compile("\\s+[|–—-]\\s+|\\s+::\\s+");

  private final long[] all;
  private final long[] narrated;
  private final List<String> title;
  private final String publisher;

  private Shingles(long[] all, long[] narrated, List<String> title, String publisher) {
    this.all = all;
    this.narrated = narrated;
    this.title = title;
    this.publisher = publisher;
  }

  static Shingles of(Document document) {
    Words words = new Words();
    for (Span span : document.body()) {
      String text = span.of(document.text());
      words.read(document.mediaType().equals("text/html") ? TAG.matcher(text).replaceAll(" ") : text);
    }
    return new Shingles(words.shingles(false), words.shingles(true), document.title().map(Shingles::title)
        .orElse(List.of()), document.publisher().orElse("").toLowerCase(Locale.ROOT).strip());
  }

  private static List<String> title(String title) {
    String longest = Arrays.stream(TITLE_PARTS.split(title.toLowerCase(Locale.ROOT), -1))
        .max((a, b) -> Integer.compare(a.length(), b.length())).orElse("");
    return Arrays.stream(longest.split("[^\\p{L}\\p{N}]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /// Hashes of every four words, rising, each once.
  LongStream hashes() {
    return Arrays.stream(all);
  }

  /// How many different four words there are.
  int size() {
    return all.length;
  }

  /// How many of them have no quoted word.
  int narratedSize() {
    return narrated.length;
  }

  /// Words of the title, without the name of a site; empty if there is none.
  List<String> title() {
    return title;
  }

  /// Lower case; empty if it is not told.
  String publisher() {
    return publisher;
  }

  /// The same without the hashes that a test holds for.
  Shingles without(LongPredicate boilerplate) {
    return new Shingles(Arrays.stream(all).filter(boilerplate.negate()).toArray(),
        Arrays.stream(narrated).filter(boilerplate.negate()).toArray(), title, publisher);
  }

  /// How many four words the two share.
  int shared(Shingles other) {
    return shared(all, other.all);
  }

  /// How many they share that neither quotes.
  int sharedNarrated(Shingles other) {
    return shared(narrated, other.narrated);
  }

  /// Whether the titles are of one story: most words of the shorter are in the other.
  boolean titleAgrees(Shingles other) {
    Set<String> mine = new HashSet<>(title);
    Set<String> theirs = new HashSet<>(other.title);
    int fewer = Math.min(mine.size(), theirs.size());
    mine.retainAll(theirs);
    return fewer >= 3 && mine.size() >= 0.75 * fewer;
  }

  /// The values in rising order, each once; sorts what it is given.
  static long[] sortedOnce(long[] values) {
    Arrays.sort(values);
    int kept = 0;
    for (int i = 0; i < values.length; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[kept++] = values[i];
      }
    }
    return Arrays.copyOf(values, kept);
  }

  /// How many values two rising lists share.
  private static int shared(long[] a, long[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length;) {
      int order = Long.compare(a[i], b[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /// Words in order, with whether they are quoted. Not safe for several threads.
  private static final class Words {
    private static final char SOFT_HYPHEN = '\u00AD';

    private long[] hashes = new long[256];
    private boolean[] quoted = new boolean[256];
    private int count;

    void read(String text) {
      char opened = 0;
      long hash = 0;
      boolean blankLine = false;
      for (int i = 0; i <= text.length(); i++) {
        char ch = i < text.length() ? text.charAt(i) : ' ';
        if (Character.isLetterOrDigit(ch) || Character.isSurrogate(ch)) {
          boolean alone = Character.isIdeographic(ch);
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
          hash = 0;
        }
        opened = quotation(opened, ch, blankLine);
        blankLine = ch == '\n' || (blankLine && Character.isWhitespace(ch));
      }
    }

    /// Which quotation mark is open after a sign; an empty line closes what was left open. `“` opens in English and
    /// closes in German.
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

    long[] shingles(boolean narratedOnly) {
      long[] result = new long[Math.max(0, count - WORDS + 1)];
      int kept = 0;
      for (int i = 0; i + WORDS <= count; i++) {
        long hash = 0;
        boolean any = false;
        for (int j = i; j < i + WORDS; j++) {
          hash = mixed(hash * 0x9E3779B97F4A7C15L + hashes[j]);
          any |= quoted[j];
        }
        if (!narratedOnly || !any) {
          result[kept++] = hash;
        }
      }
      return sortedOnce(Arrays.copyOf(result, kept));
    }

    /// The finalizer of SplitMix64.
    private static long mixed(long value) {
      long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }
}
