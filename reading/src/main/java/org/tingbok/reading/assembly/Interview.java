package org.tingbok.reading.assembly;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.Span;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;

/// The questions and answers of an interview that is printed without quotation marks.
///
/// They are told apart by letters or words at the beginning of paragraphs ("P.", "R."; "Frage:", "Antwort:"), or, in a text that
/// calls itself an interview, by answers standing right below what asks. Immutable.
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
  private final Set<Integer> answers; // where blocks begin that answer, in an interview without letters

  private Interview(String view, boolean lettered, Set<Integer> answers) {
    this.view = view;
    this.lettered = lettered;
    this.answers = answers;
  }

  /// Looks at a text as a whole.
  static Interview in(Text text) {
    String view = text.view();
    List<Block> paragraphs = text.blocks().stream().filter(block -> block.kind() == BlockKind.PARAGRAPH
        && block.end() > block.start()).toList();
    long asking = paragraphs.stream().filter(block -> begins(view, ASKS, block)).count();
    long answering = paragraphs.stream().filter(block -> begins(view, ANSWERS, block)).count();
    boolean lettered = asking >= LEAST - 1 && answering >= LEAST - 1;
    boolean called = CALLED.matcher(view.substring(0, Math.min(view.length(), FRONT))).find();
    return new Interview(view, lettered, called && !lettered ? paired(view, paragraphs) : Set.of());
  }

  /// Behind a line that asks, and nothing but a line's end, stands what answers.
  private static Set<Integer> paired(String view, List<Block> paragraphs) {
    Set<Integer> answers = new HashSet<>();
    int asked = 0;
    boolean open = false;
    for (int i = 1; i < paragraphs.size(); i++) {
      Block before = paragraphs.get(i - 1);
      Block here = paragraphs.get(i);
      boolean close = view.substring(before.end(), here.start()).chars().filter(c -> c == '\n').count() == 1;
      open = close && !open || close && answers.contains(before.start());
      if (open) {
        answers.add(here.start());
        asked += view.charAt(before.end() - 1) == '?' ? 1 : 0;
      }
    }
    return asked >= LEAST ? answers : Set.of();
  }

  /// Who speaks a block, and where their words begin.
  ///
  /// @param start first code unit of the block
  /// @param end code unit after its last
  /// @return a question, or what is no interview, is no answer
  Turn turn(int start, int end) {
    boolean answer = lettered ? begins(view, ANSWERS, start, end) : answers.contains(start);
    List<Pattern> labels = lettered ? List.of(ASKS, ANSWERS) : answer ? List.of(NAMED) : List.of();
    for (Pattern label : labels) {
      Matcher matcher = label.matcher(view).region(start, end);
      if (matcher.lookingAt()) {
        return new Turn(new Span(matcher.end(), end), answer);
      }
    }
    return new Turn(new Span(start, end), answer);
  }

  private static boolean begins(String view, Pattern label, Block block) {
    return begins(view, label, block.start(), block.end());
  }

  private static boolean begins(String view, Pattern label, int start, int end) {
    return label.matcher(view).region(start, end).lookingAt();
  }
}
