package org.tingbok.app.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.DocumentPage;

/// A document's paragraphs as they are set: what is read in full, runs of what is not folded away.
///
/// @param sections runs of paragraphs of one kind, in order
/// @param numbers for each claim its number on the page, from 1
public record DocumentText(List<Section> sections, Map<String, Integer> numbers) {
  private static final int LONG = 300;
  private static final int PART = 60;

  /// Copies the collections.
  public DocumentText {
    sections = List.copyOf(sections);
    numbers = Map.copyOf(numbers);
  }

  /// A run of paragraphs that are all read, or all not.
  ///
  /// @param body whether they are read
  /// @param paragraphs one or more
  public record Section(boolean body, List<DocumentPage.ParagraphCard> paragraphs) {
    /// Copies the list.
    public Section {
      paragraphs = List.copyOf(paragraphs);
    }

    /// Whether there is nothing in it to read, as in a line of dashes between the parts of a table.
    ///
    /// @return whether it holds neither letter nor digit
    public boolean bare() {
      return paragraphs.stream().flatMap(paragraph -> paragraph.pieces().stream())
          .noneMatch(piece -> piece.text().chars().anyMatch(Character::isLetterOrDigit));
    }
  }

  /// How a paragraph is set.
  ///
  /// @param paragraph the paragraph
  /// @return a class of the style sheet: `heading`, `row` of a table that is written with bars, `item` of a list, or empty
  public static String style(DocumentPage.ParagraphCard paragraph) {
    String begin = paragraph.pieces().isEmpty() ? "" : paragraph.pieces().getFirst().text();
    return paragraph.heading() ? "heading"
        : begin.startsWith("|") ? "row"
            : begin.startsWith("- ") || begin.startsWith("* ") || begin.startsWith("• ") ? "item" : "";
  }

  /// The paragraphs of a section in parts that a browser need not lay out before they are looked at.
  ///
  /// @param section a section
  /// @return one part, or parts of a few screens each where the section is very long
  public static List<List<DocumentPage.ParagraphCard>> parts(Section section) {
    List<DocumentPage.ParagraphCard> all = section.paragraphs();
    if (all.size() <= LONG) {
      return List.of(all);
    }
    List<List<DocumentPage.ParagraphCard>> parts = new ArrayList<>();
    for (int at = 0; at < all.size(); at += PART) {
      parts.add(all.subList(at, Math.min(all.size(), at + PART)));
    }
    return parts;
  }

  /// The text of a document.
  ///
  /// @param document the document
  /// @return its sections, its claims numbered in order of place
  public static DocumentText of(DocumentPage document) {
    Map<String, Integer> numbers = new HashMap<>();
    for (ClaimCard claim : document.claims()) {
      numbers.putIfAbsent(claim.id(), numbers.size() + 1);
    }
    List<Section> sections = new ArrayList<>();
    List<DocumentPage.ParagraphCard> run = new ArrayList<>();
    for (DocumentPage.ParagraphCard paragraph : document.paragraphs()) {
      if (!run.isEmpty() && run.getFirst().body() != paragraph.body()) {
        sections.add(new Section(run.getFirst().body(), run));
        run.clear();
      }
      run.add(paragraph);
    }
    if (!run.isEmpty()) {
      sections.add(new Section(run.getFirst().body(), run));
    }
    return new DocumentText(sections, numbers);
  }

  /// The number of a claim.
  ///
  /// @param claim its id
  /// @return from 1
  public int number(String claim) {
    return numbers.getOrDefault(claim, 0);
  }
}
