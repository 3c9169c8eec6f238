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
