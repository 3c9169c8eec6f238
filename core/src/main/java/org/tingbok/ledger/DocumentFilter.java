package org.tingbok.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.document.Document;
import org.tingbok.document.Span;
import org.tingbok.mention.NameKey;
import org.tingbok.query.Days;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.TextMatch;
import org.tingbok.query.TextQuery;
import org.tingbok.query.WordForms;

/// What conditions on documents mean, document by document. Ledgers that have indexes agree with it.
///
/// @param query the conditions
/// @param forms how words are found
public record DocumentFilter(DocumentQuery query, WordForms forms) {
  /// How many documents are ranked at most, the latest recorded: each has to be read for it.
  public static final int RANKED = 100;
  /// What a word in the title is worth, against one in the text.
  private static final double TITLE = 2;

  /// Looks at a document.
  ///
  /// @param document the document
  /// @param recordedAt when it was recorded
  /// @param number its place in order of recording
  /// @return empty if not all conditions hold
  public Optional<Found> find(Document document, Instant recordedAt, long number) {
    if (!isOf(document, query.published(), query.languages(), query.publishers())) {
      return Optional.empty();
    }
    if (query.words().isEmpty()) {
      return Optional.of(new Found(new DocumentHit(document, recordedAt, beginning(document), List.of()), 0, number));
    }
    TextQuery words = query.words().get();
    String language = document.language();
    // Every word has to be in the title or the text, not all of them in one of the two.
    Optional<TextMatch> whole =
        TextMatch.of(words, document.title().orElse("") + "\n" + searched(document), language, forms);
    return whole.map(match -> {
      int shift = document.title().orElse("").length() + 1;
      List<Span> marks = match.marks().stream().filter(mark -> mark.start() >= shift)
          .map(mark -> new Span(mark.start() - shift, mark.end() - shift)).toList();
      double title = document.title().flatMap(text -> TextMatch.of(words, text, language, forms))
          .map(TextMatch::score).orElse(0.0);
      Span excerpt = new TextMatch(marks, match.score()).excerpt(document.text(), DocumentHit.EXCERPT);
      return new Found(new DocumentHit(document, recordedAt, excerpt, marks), match.score() + TITLE * title, number);
    });
  }

  /// Whether a document may have been published in some days, in one of some languages, by one of some publishers; an empty
  /// set asks nothing.
  static boolean isOf(Document document, Days published, Set<String> languages, Set<String> names) {
    Set<String> publishers = names.stream().map(NameKey::of).collect(Collectors.toSet());
    boolean open = published.from().isEmpty() && published.to().isEmpty();
    return (languages.isEmpty() || languages.contains(document.language()))
        && (publishers.isEmpty() || document.publisher().map(NameKey::of).filter(publishers::contains).isPresent())
        && (open || published.mayHold(document.published()));
  }

  /// What of a document's text words are looked for in: what is read of it, so that nobody finds a page by its mark-up
  /// or by the list of links beside it. Code unit for code unit as long as the text.
  ///
  /// @param document a document
  /// @return its text with blanks in place of all that is not read; the whole text if it does not tell what is
  public static String searched(Document document) {
    if (document.body().isEmpty()) {
      return document.text();
    }
    char[] searched = new char[document.text().length()];
    Arrays.fill(searched, ' ');
    for (Span span : document.body()) {
      document.text().getChars(span.start(), span.end(), searched, span.start());
    }
    return new String(searched);
  }

  /// The beginning of what is read of a document.
  private static Span beginning(Document document) {
    int from = document.body().stream().mapToInt(Span::start).min().orElse(0);
    Span excerpt = new TextMatch(List.of(), 0).excerpt(document.text().substring(from), DocumentHit.EXCERPT);
    return new Span(from, from + excerpt.end());
  }

  /// Puts documents into the order asked for.
  ///
  /// @param found documents for which the conditions hold
  /// @return the latest recorded first; of the [#RANKED] latest, if words were asked for, the best match first
  public List<DocumentHit> ordered(List<Found> found) {
    List<Found> latest = found.stream().sorted(Comparator.comparingLong(Found::number).reversed()).toList();
    int ranked = Math.min(RANKED, latest.size());
    return Stream.concat(latest.subList(0, ranked).stream().sorted(Comparator.comparingDouble(one -> -one.score())),
        latest.subList(ranked, latest.size()).stream()).map(Found::hit).toList();
  }

  /// A document for which the conditions hold.
  ///
  /// @param hit the document with the words found
  /// @param score how well it fits; 0 if no words were asked for
  /// @param number its place in order of recording
  public record Found(DocumentHit hit, double score, long number) {
  }
}
