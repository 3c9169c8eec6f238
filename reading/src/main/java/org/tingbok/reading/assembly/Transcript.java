package org.tingbok.reading.assembly;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.document.Span;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;

/// Who speaks in what was written down word by word: a debate, a hearing, a podcast, an interview whose paragraphs begin with a name and
/// a colon.
///
/// A label is taken for a speaker's where several paragraphs begin with one and at least one of them comes back. Immutable.
final class Transcript {
  private static final String TITLE =
      "(?:(?:Rt\\.? )?Hon\\.?|Right Hon\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Mme|M\\.|Dr\\.?|Prof\\.?|Sir|Dame|Lord|Lady|Sen\\.|Rep\\.|Frau|Herr|Sr\\.?|Sra\\.?)";
  private static final Pattern LABEL =
      Pattern.compile("(?:\\*\\*)?(?:" + TITLE + " )*(\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,3})"
          + "(?: \\(([^)\\n]{2,60})\\)|, ([^:\\n]{2,50}))?:(?:\\*\\*)?\\s+(?=\\S)");
  /// "Mr Speaker, …": whom a speaker turns to is no part of what is said.
  private static final Pattern ADDRESSED = Pattern.compile(
      "(?:(?:Mr\\.?|Mister|Madam|Madame|Mrs\\.?) (?:Deputy )?(?:Speaker|President|Chair(?:man|woman|person)?)|(?:Sehr geehrte[r]? )?(?:Herr|Frau) Präsident(?:in)?"
          + "|(?:Monsieur le|Madame la) (?:[Pp]résidente?)|Señora? [Pp]resident[ea]|President)[,!] +(?=\\S)");
  private static final Pattern FULL = Pattern.compile("\\p{Lu}\\p{L}+ (\\p{Lu}[\\p{L}'’-]+)");
  private static final int LEAST = 3; // paragraphs that begin with a label

  /// What one person says.
  ///
  /// @param span without the label
  /// @param name who speaks, as the label has it
  /// @param office what the label says that they are, if it does
  record Turn(Span span, String name, Optional<String> office) {
  }

  private final String view;
  private final Set<String> labels;

  private Transcript(String view, Set<String> labels) {
    this.view = view;
    this.labels = labels;
  }

  /// Looks at a text as a whole.
  static Transcript in(Text text) {
    String view = text.view();
    Map<String, Integer> counts = new HashMap<>();
    for (Block block : text.blocks()) {
      if (block.kind() == BlockKind.PARAGRAPH) {
        Matcher label = LABEL.matcher(view).region(block.start(), block.end());
        if (label.lookingAt()) {
          counts.merge(label.group(1), 1, Integer::sum);
        }
      }
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    boolean returns = counts.values().stream().anyMatch(count -> count > 1);
    return new Transcript(view, all >= LEAST && counts.size() > 1 && returns ? Set.copyOf(counts.keySet()) : Set.of());
  }

  /// Whether the text is one.
  boolean any() {
    return !labels.isEmpty();
  }

  /// Who begins to speak at the front of a block.
  ///
  /// @param start first code unit of the block
  /// @param end code unit after its last
  /// @return empty if it begins with nobody's label
  Optional<Turn> turn(int start, int end) {
    Matcher label = LABEL.matcher(view).region(start, end);
    return any() && label.lookingAt() && labels.contains(label.group(1))
        ? Optional.of(new Turn(new Span(label.end(), end),
            label.group(1), Optional.ofNullable(label.group(2)).or(() -> Optional.ofNullable(label.group(3)))))
        : Optional.empty();
  }

  /// Whether a sentence has the full name of somebody who speaks, so that it may tell who they are: "with me is Sarah Lind of Dragos".
  boolean introduces(Span sentence) {
    String words = any() ? view.substring(sentence.start(), sentence.end()) : "";
    return labels.stream().map(Transcript::written).map(name -> name.substring(name.lastIndexOf(' ') + 1))
        .anyMatch(name -> FULL.matcher(words).results().anyMatch(full -> full.group(1).equals(name)));
  }

  /// A sentence without whom it is addressed to.
  ///
  /// @param span the sentence
  /// @return the same where it is addressed to nobody
  Span said(Span span) {
    Matcher addressed = ADDRESSED.matcher(view).region(span.start(), span.end());
    return any() && addressed.lookingAt() ? new Span(addressed.end(), span.end()) : span;
  }

  /// A name in capitals as it is written elsewhere: "LINDQVIST" is Lindqvist.
  static String written(String name) {
    return Stream.of(name.split(" ")).map(word -> word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT))
        ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
        : word).collect(Collectors.joining(" "));
  }
}
