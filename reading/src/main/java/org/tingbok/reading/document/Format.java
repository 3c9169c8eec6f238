package org.tingbok.reading.document;

/// A format of reports that can be read.
enum Format {
  PLAIN("text/plain"), MARKDOWN("text/markdown"), HTML("text/html"), PDF("application/pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }
}
