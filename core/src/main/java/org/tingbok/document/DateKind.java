package org.tingbok.document;

import org.tingbok.vocabulary.Coded;

/// What a date that a document bears is the date of.
public enum DateKind implements Coded {
  /// When the publisher put it out, by its own word.
  PUBLISHED("published"),
  /// When it was last changed, by its own word.
  MODIFIED("modified"),
  /// When somebody else kept a copy of it.
  ARCHIVED("archived"),
  /// A time stamp of one entry of a live blog.
  ENTRY("entry"),
  /// The year of a copyright line.
  COPYRIGHT("copyright"),
  /// A day that the text speaks of as its own present, worked out from a weekday because it bears no date.
  INFERRED("inferred"),
  /// A date in the head of the page whose meaning is not said.
  UNLABELLED("unlabelled");

  private final String code;

  DateKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
