package org.tingbok.text;

/// What a block of a document is, as far as reading treats it differently.
public enum BlockKind {
  /// The title of the whole document.
  TITLE,
  /// A heading, kicker or cross-head; of what follows it up to the next one.
  HEADING,
  /// Running text.
  PARAGRAPH,
  /// One item of a list, table row or set of bullets.
  LIST_ITEM,
  /// One row of a table.
  TABLE_ROW,
  /// A caption under a picture.
  CAPTION,
  /// A sentence pulled out and set apart, usually repeating one of the text.
  PULL_QUOTE,
  /// A byline, dateline or stamp: read for dates and names of authors, not for claims.
  METADATA,
  /// Menus, notices, forms, advertisements, blurbs: not read.
  BOILERPLATE
}
