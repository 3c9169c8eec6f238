package org.tingbok.reading.document;

import org.tingbok.vocabulary.BadInputException;

final class DocxReader {
  private DocxReader() {
  }

  static String text(String source, byte[] bytes, int limit) {
    throw new BadInputException("FORMAT_UNKNOWN", source + bytes.length + limit);
  }
}
