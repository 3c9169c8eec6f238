package org.tingbok.exchange.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page of prose and tables whose every statement is a claim with a numbered note: the quoted sentence, its document,
/// publisher, day and address.
///
/// @param kicker what it is, in a word
/// @param title whom or what it is about
/// @param lede one sentence; empty if there is none
/// @param asked as of when and under which view, in words; empty if everything on record is told
/// @param sections in order
/// @param notes in order of their numbers, from 1
public record Brief(String kicker, String title, Line lede, Optional<String> asked, List<Section> sections,
    List<Note> notes) {
  /// Copies the lists.
  public Brief {
    sections = List.copyOf(sections);
    notes = List.copyOf(notes);
  }

  /// Words with the numbers of the notes that bear them out.
  ///
  /// @param text as it reads
  /// @param notes numbers of notes
  public record Line(String text, List<Integer> notes) {
    /// Copies the list.
    public Line {
      notes = List.copyOf(notes);
    }

    /// Words that need no note.
    ///
    /// @param text as it reads
    /// @return without notes
    public static Line of(String text) {
      return new Line(text, List.of());
    }
  }

  /// A part of a brief.
  ///
  /// @param heading its heading
  /// @param lines paragraphs, before the table
  /// @param columns headings of the table's columns; empty if it has no table
  /// @param rows its rows, each with a cell for every column
  public record Section(String heading, List<Line> lines, List<String> columns, List<List<Line>> rows) {
    /// Copies the lists.
    public Section {
      lines = List.copyOf(lines);
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /// Paragraphs alone.
    ///
    /// @param heading its heading
    /// @param lines the paragraphs
    /// @return without a table
    public static Section of(String heading, List<Line> lines) {
      return new Section(heading, lines, List.of(), List.of());
    }

    /// Whether it says anything.
    ///
    /// @return false if it has neither paragraphs nor rows
    public boolean told() {
      return !lines.isEmpty() || !rows.isEmpty();
    }
  }

  /// The evidence for what is said.
  ///
  /// @param number from 1
  /// @param claimants who says it
  /// @param quote the sentence, as it reads
  /// @param reference the document that it stands in
  public record Note(int number, String claimants, String quote, Reference reference) {
  }

  /// The brief as Markdown with footnotes, as GitHub, Pandoc and most readers of Markdown know them.
  ///
  /// @return ended by a line end
  public String markdown() {
    StringBuilder text = new StringBuilder("# " + Markdown.escaped(title) + "\n\n");
    if (!lede.text().isBlank()) {
      text.append(marked(lede)).append("\n\n");
    }
    asked.ifPresent(words -> text.append('*').append(Markdown.escaped(words)).append("*\n\n"));
    for (Section section : sections) {
      text.append("## ").append(Markdown.escaped(section.heading())).append("\n\n");
      section.lines().forEach(line -> text.append(marked(line)).append("\n\n"));
      if (!section.columns().isEmpty()) {
        row(text, section.columns().stream().map(Markdown::escaped).toList());
        row(text, section.columns().stream().map(_ -> "---").toList());
        section.rows().forEach(cells -> row(text, cells.stream().map(Brief::marked).toList()));
        text.append('\n');
      }
    }
    for (Note note : notes) {
      text.append("[^").append(note.number()).append("]: ").append(Markdown.escaped(note.claimants())).append(": “")
          .append(Markdown.escaped(note.quote())).append("” ").append(note.reference().markdown()).append('\n');
    }
    return text.toString();
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String marked(Line line) {
    List<String> marks = new ArrayList<>();
    line.notes().forEach(number -> marks.add("[^" + number + "]"));
    return Markdown.escaped(line.text()) + String.join("", marks);
  }
}
