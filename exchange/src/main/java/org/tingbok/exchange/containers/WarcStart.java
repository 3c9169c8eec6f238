package org.tingbok.exchange.containers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Finds where in a damaged web archive the next record begins.
final class WarcStart {
  private static final byte[] PLAIN = {'W', 'A', 'R', 'C', '/', '1', '.'};
  private static final byte[] PACKED = {0x1f, (byte) 0x8b, 8};

  private WarcStart() {
  }

  /// Looks for the beginning of a record, or of a packed one.
  ///
  /// @return its byte; empty if there is none
  static Optional<Long> after(Bytes bytes, long from) throws IOException {
    boolean packed;
    try (InputStream in = bytes.from(0)) {
      byte[] head = in.readNBytes(2);
      packed = head.length == 2 && head[0] == PACKED[0] && head[1] == PACKED[1];
    }
    byte[] wanted = packed ? PACKED : PLAIN;
    try (InputStream in = new BufferedInputStream(bytes.from(from), 1 << 16)) {
      long at = from;
      int fits = 0;
      int before = packed ? '\n' : 0;
      for (int unit = in.read(); unit >= 0; unit = in.read(), at++) {
        boolean goesOn = (byte) unit == wanted[fits] && (fits > 0 || packed || before == '\n');
        fits = goesOn ? fits + 1 : (byte) unit == wanted[0] && (packed || before == '\n') ? 1 : 0;
        before = unit;
        if (fits == wanted.length) {
          long start = at - wanted.length + 1;
          if (!packed || begins(bytes, start)) {
            return Optional.of(start);
          }
          fits = 0;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean begins(Bytes bytes, long start) throws IOException {
    try (InputStream in = bytes.from(start); GZIPInputStream unpacked = new GZIPInputStream(in)) {
      return new String(unpacked.readNBytes(5), java.nio.charset.StandardCharsets.ISO_8859_1).equals("WARC/");
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      return false;
    }
  }
}
