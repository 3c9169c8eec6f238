package org.tingbok.app.desk;

import java.util.List;
import java.util.Optional;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Grade;
import org.tingbok.mention.NameKey;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.SourceReliability;

/// How far the analyst's organisation relies on sources: its own judgement, with its history.
///
/// @param grades by the order in which they were first graded
public record SourcesPage(List<GradeCard> grades) {
  /// Copies the list.
  public SourcesPage {
    grades = List.copyOf(grades);
  }

  /// The grades that acts come to.
  ///
  /// @param acts in order of recording
  /// @param source the name of one source; blank for all
  /// @return possibly none
  public static SourcesPage of(List<Act.Recorded> acts, String source) {
    return new SourcesPage(Grade.of(acts.stream().map(Act.Recorded::act).toList()).stream()
        .filter(grade -> source.isBlank() || NameKey.of(grade.source()).equals(NameKey.of(source)))
        .map(SourcesPage::card).toList());
  }

  private static GradeCard card(Grade grade) {
    return new GradeCard(grade.source(), grade.reliability().map(Coded::code),
        grade.reliability().map(SourceReliability::words), grade.history().stream()
            .map(one -> new EntryCard(one.reliability().map(Coded::code), one.day().toString(), one.by(), one.reason()))
            .toList());
  }

  /// A source's grade.
  ///
  /// @param source its name
  /// @param reliability A to F; empty if the last grade was taken back
  /// @param words what the letter means
  /// @param history every grade and taking back of one, the first leading
  public record GradeCard(String source, Optional<String> reliability, Optional<String> words,
      List<EntryCard> history) {
  }

  /// One entry of its history.
  ///
  /// @param reliability A to F; empty for a taking back
  /// @param day when, ISO 8601
  /// @param by who graded
  /// @param reason why
  public record EntryCard(Optional<String> reliability, String day, String by, String reason) {
  }
}
