package org.tingbok.reading.syntax;

import java.util.Locale;

/// How a word is written, apart from which word it is.
final class Spelling {
  static final int NORMAL = 0;
  static final int TITLE = 1;
  static final int UPPER = 2;
  static final int LOWER = 3;

  private Spelling() {}

  /// White space of any kind: no-break and zero-width spaces too.
  static boolean isSpace(char c) {
    return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }

  /// Lower case, straight quotes, digits as zero: so that years, amounts and quotes share what is learned.
  static String normal(String form) {
    StringBuilder out = null;
    String lower = form.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      char to = c;
      if (c >= '0' && c <= '9') {
        to = '0';
      } else if (c == '’' || c == '‘' || c == '`') {
        to = '\'';
      } else if (c == '“' || c == '”' || c == '„') {
        to = '"';
      } else if (c == '–' || c == '—') {
        to = '-';
      }
      if (to != c) {
        if (out == null) {
          out = new StringBuilder(lower);
        }
        out.setCharAt(i, to);
      }
    }
    return out == null ? lower : out.toString();
  }

  /// Upper, lower, digit and mark, repeats folded; also whether the word is a single letter or long.
  static int shape(String form) {
    int key = 0x1234567;
    int last = 0;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      int kind = Character.isUpperCase(c) ? 1
          : Character.isLetter(c) ? 2 : Character.isDigit(c) ? 3 : c == '-' ? 4 : c == '.' ? 5 : c == '\'' ? 6 : 7;
      if (kind != last) {
        key = Hash.mix(key * 31 + kind);
        last = kind;
      }
    }
    return key * 3 + (form.length() == 1 ? 0 : form.length() < 4 ? 1 : 2);
  }

  /// How the sentence as a whole is cased: a headline tells little by its capitals.
  static int casing(String[] forms) {
    int words = 0;
    int initial = 0;
    int whole = 0;
    for (String form : forms) {
      if (form.length() < 4 || !Character.isLetter(form.charAt(0))) {
        continue;
      }
      words++;
      if (Character.isUpperCase(form.charAt(0))) {
        initial++;
        if (form.equals(form.toUpperCase(Locale.ROOT))) {
          whole++;
        }
      }
    }
    if (words < 3) {
      return NORMAL;
    }
    if (whole * 10 >= words * 7) {
      return UPPER;
    }
    if (initial * 10 >= words * 7) {
      return TITLE;
    }
    return initial == 0 ? LOWER : NORMAL;
  }
}
