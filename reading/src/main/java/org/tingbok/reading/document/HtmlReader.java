package org.tingbok.reading.document;

final class HtmlReader {
  private HtmlReader() {
  }

  static Page read(String canonical) {
    return PlainReader.read(canonical, false);
  }
}
