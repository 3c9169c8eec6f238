package org.tingbok.exchange.containers;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/// Reads bytes line by line and knows where each line begins. Of a very long line it gives one piece after another.
final class LineScanner implements Closeable {
  private static final int LONGEST = 1 << 16;

  private final InputStream in;
  private final byte[] piece = new byte[LONGEST];
  private long position;
  private long start;
  private int length;
  private boolean whole = true;
  private boolean begins;

  LineScanner(InputStream in, long position) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.position = position;
  }

  /// Goes on to the next line or piece of one.
  ///
  /// @return false at the end
  boolean next() throws IOException {
    begins = whole;
    start = position;
    length = 0;
    int unit = in.read();
    while (unit >= 0) {
      piece[length++] = (byte) unit;
      if (unit == '\n' || length == LONGEST) {
        break;
      }
      unit = in.read();
    }
    position += length;
    whole = length > 0 && piece[length - 1] == '\n';
    return length > 0;
  }

  /// Whether a line begins here.
  boolean begins() {
    return begins;
  }

  long start() {
    return start;
  }

  byte[] piece() {
    return piece;
  }

  int length() {
    return length;
  }

  /// Whether nothing but its end stands in the line.
  boolean blank() {
    return begins && (length == 1 && piece[0] == '\n' || length == 2 && piece[0] == '\r' && piece[1] == '\n');
  }

  /// Whether the line begins with these letters.
  boolean starts(String letters) {
    if (!begins || length < letters.length()) {
      return false;
    }
    for (int i = 0; i < letters.length(); i++) {
      if (piece[i] != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
