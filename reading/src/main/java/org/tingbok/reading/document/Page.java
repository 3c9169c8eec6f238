package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.document.DocumentDate;

/// What a format's reader found: canonical text, drafts of blocks in reading order, and what the mark-up declares.
///
/// The lists are filled by the reader and refined by the steps that all formats share.
final class Page {
  final String canonical;
  final List<Draft> drafts;
  /// Titles that the document declares, best first.
  final List<String> titles = new ArrayList<>();
  /// Publishers that the document declares, best first.
  final List<String> publishers = new ArrayList<>();
  /// Publishers to fall back on, best first.
  final List<String> lesserPublishers = new ArrayList<>();
  /// Dates that mark-up or metadata declare.
  final List<DocumentDate> dates = new ArrayList<>();
  /// Authors that the document declares.
  final List<String> authors = new ArrayList<>();
  /// The running heads as they stand; they are in no block.
  final List<Draft> furniture = new ArrayList<>();
  /// Lines that stand on every page.
  final List<String> runningHeads = new ArrayList<>();
  /// Declared language, as declared.
  Optional<String> language = Optional.empty();

  Page(String canonical, List<Draft> drafts) {
    this.canonical = canonical;
    this.drafts = drafts;
  }
}
