package org.tingbok.reading.syntax;

/// Thirty-two-bit keys of words and features. The same in training and in use: changing anything here needs new models.
final class Hash {
  private Hash() {}

  static int of(CharSequence text) {
    return of(text, 0, text.length());
  }

  static int of(CharSequence text, int from, int to) {
    int h = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      h = (h ^ text.charAt(i)) * 0x01000193;
    }
    return mix(h ^ (to - from));
  }

  static int mix(int value) {
    int h = value;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h;
  }

  static int feature(int template, int a) {
    return mix((template * 0x9E3779B9) ^ a);
  }

  static int feature(int template, int a, int b) {
    return mix(((template * 0x9E3779B9) ^ a) * 0x2C1B3C6D + b);
  }

  static int feature(int template, int a, int b, int c) {
    return mix((((template * 0x9E3779B9) ^ a) * 0x2C1B3C6D + b) * 0x297A2D39 + c);
  }

  static int feature(int template, int a, int b, int c, int d) {
    return mix(((((template * 0x9E3779B9) ^ a) * 0x2C1B3C6D + b) * 0x297A2D39 + c) * 0x5BD1E995 + d);
  }
}
