package org.tingbok.reading.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.Span;
import org.tingbok.text.Block;
import org.tingbok.text.Text;

/// The questions and answers of an interview that is printed without quotation marks.
///
/// They are told apart by letters or words at the beginning of lines ("P.", "R."; "Frage:", "Antwort:"), or, in a text that calls
/// itself an interview, by each paragraph being a line that asks and lines that answer. Immutable.
final class Interview {
  private static final Pattern ASKS =
      Pattern.compile("(?:[PQF]|Pregunta|Question|Frage|Spørsmål)[.:]\\s+(?=\\S)");
  private static final Pattern ANSWERS =
      Pattern.compile("(?:[RA]|Respuesta|Réponse|Answer|Antwort|Svar)[.:]\\s+(?=\\S)");
  private static final Pattern CALLED =
      Pattern.compile("\\b(?:interview|intervju|entretien|entrevista)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED = Pattern.compile("\\p{Lu}[\\p{L}.-]+(?: \\p{Lu}[\\p{L}.-]+){1,2}:\\s+(?=\\S)");
  private static final int FRONT = 300; // code units in which a text says that it is an interview
  private static final int LEAST = 3; // questions and answers of an interview

  /// A stretch of a block that one of the two speaks.
  ///
  /// @param span without the words that only say who speaks
  /// @param answer whether it is whoever is interviewed that speaks
  record Turn(Span span, boolean answer) {
  }

  private final String view;
  private final boolean lettered;
  private final boolean lined;

  private Interview(String view, boolean lettered, boolean lined) {
    this.view = view;
    this.lettered = lettered;
    this.lined = lined;
  }

  /// Looks at a text as a whole.
  static Interview in(Text text) {
    String view = text.view();
    Interview any = new Interview(view, false, false);
    int asking = 0;
    int answering = 0;
    int paired = 0;
    for (Block block : text.blocks()) {
      List<Span> lines = any.lines(block.start(), block.end());
      for (Span line : lines) {
        asking += any.begins(ASKS, line) ? 1 : 0;
        answering += any.begins(ANSWERS, line) ? 1 : 0;
      }
      paired += lines.size() > 1 && view.charAt(lines.get(0).end() - 1) == '?' ? 1 : 0;
    }
    boolean called = CALLED.matcher(view.substring(0, Math.min(view.length(), FRONT))).find();
    boolean lettered = asking >= LEAST - 1 && answering >= LEAST - 1;
    return new Interview(view, lettered, !lettered && called && paired >= LEAST);
  }

  /// The turns of a block; all of it as one that is no answer, where the text is no interview.
  List<Turn> turns(int start, int end) {
    List<Span> lines = lettered || lined ? lines(start, end) : List.of();
    if (lines.isEmpty() || lined && lines.size() == 1) {
      return List.of(new Turn(new Span(start, end), false));
    }
    List<Turn> turns = new ArrayList<>();
    boolean answer = false;
    for (int i = 0; i < lines.size(); i++) {
      Span line = lines.get(i);
      answer = lined ? i > 0 : begins(ANSWERS, line) || answer && !begins(ASKS, line);
      int from = line.start();
      for (Pattern label : List.of(ASKS, ANSWERS, NAMED)) {
        Matcher matcher = label.matcher(view).region(line.start(), line.end());
        from = (label == NAMED ? answer && lined : lettered) && matcher.lookingAt() ? matcher.end() : from;
      }
      turns.add(new Turn(new Span(from, line.end()), answer));
    }
    return turns;
  }

  private boolean begins(Pattern label, Span line) {
    return label.matcher(view).region(line.start(), line.end()).lookingAt();
  }

  private List<Span> lines(int start, int end) {
    List<Span> lines = new ArrayList<>();
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || view.charAt(i) == '\n') {
        if (i > from) {
          lines.add(new Span(from, i));
        }
        from = i + 1;
      }
    }
    return lines;
  }
}
