package org.tingbok.query;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.document.Span;

/// Where a text has the words asked for, and how well it fits. The one place that says what a match is and what it is
/// worth: every ledger ranks by it, so that the same question gets the same order everywhere, whatever else is on record.
///
/// @param marks the words found, in order, none twice
/// @param score more for more of the words, closer together, in a shorter text; above 0
public record TextMatch(List<Span> marks, double score) implements Serializable {
  /// How soon a further occurrence of a word stops counting, as k1 of BM25 (Robertson and Zaragoza 2009).
  private static final double SATURATION = 1.2;
  /// Words of a text at which its length halves the worth of an occurrence.
  private static final double LONG = 400;

  /// Copies the list.
  public TextMatch {
    marks = List.copyOf(marks);
  }

  /// Looks for words in a text.
  ///
  /// @param query what to look for
  /// @param text where
  /// @param language BCP 47 primary tag of the text; `und` if unknown
  /// @param forms how words are compared
  /// @return empty if a wanted word is missing or an unwanted one is there
  public static Optional<TextMatch> of(TextQuery query, String text, String language, WordForms forms) {
    List<WordForms.Word> words = forms.words(text, language);
    for (TextQuery.Term term : query.unwanted()) {
      if (!places(term, words, forms).isEmpty()) {
        return Optional.empty();
      }
    }
    List<Span> marks = new ArrayList<>();
    double score = 0;
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (TextQuery.Term term : query.wanted()) {
      List<Place> places = places(term, words, forms);
      if (places.isEmpty()) {
        return Optional.empty();
      }
      for (Place place : places) {
        marks.add(new Span(words.get(place.at).start(), words.get(place.at + place.size - 1).end()));
      }
      double often = places.size() / (1 + words.size() / LONG);
      score += term.words().size() * often / (often + SATURATION);
      first = Math.min(first, places.getFirst().at);
      last = Math.max(last, places.getFirst().at);
    }
    double spread = 1.0 + Math.max(0, last - first);
    score += query.wanted().size() / (spread + query.wanted().size());
    return Optional.of(new TextMatch(merged(marks), score));
  }

  /// Where a term begins, and how many words it has there.
  private record Place(int at, int size) {
  }

  private static List<Place> places(TextQuery.Term term, List<WordForms.Word> words, WordForms forms) {
    List<Place> places = new ArrayList<>();
    for (List<String> spelling : term.spellings()) {
      List<Set<String>> wanted = spelling.stream().map(forms::forms).toList();
      int size = wanted.size();
      for (int at = 0; at + size <= words.size(); at++) {
        boolean fits = true;
        for (int i = 0; i < size && fits; i++) {
          String form = words.get(at + i).form();
          fits = wanted.get(i).contains(form)
              || term.prefix() && i == size - 1 && wanted.get(i).stream().anyMatch(form::startsWith);
        }
        if (fits) {
          places.add(new Place(at, size));
        }
      }
    }
    places.sort(Comparator.comparingInt(Place::at));
    return places;
  }

  private static List<Span> merged(List<Span> marks) {
    List<Span> sorted = marks.stream().distinct().sorted().toList();
    List<Span> merged = new ArrayList<>();
    for (Span mark : sorted) {
      if (!merged.isEmpty() && merged.getLast().end() >= mark.start()) {
        Span before = merged.removeLast();
        merged.add(new Span(before.start(), Math.max(before.end(), mark.end())));
      } else {
        merged.add(mark);
      }
    }
    return merged;
  }

  /// The stretch of the text that has the most of what was found.
  ///
  /// @param text the text
  /// @param length most code units that the stretch may have
  /// @return begins and ends between words where it can; the beginning of the text if nothing was found
  public Span excerpt(String text, int length) {
    Span kept = new Span(0, 0);
    int best = -1;
    for (Span from : marks) {
      int held = 0;
      for (Span mark : marks) {
        held += mark.start() >= from.start() && mark.end() <= from.start() + length * 2 / 3 ? 1 : 0;
      }
      if (held > best) {
        best = held;
        kept = from;
      }
    }
    int begin = begin(text, Math.max(0, kept.start() - length / 3), kept.start());
    int end = whole(text, Math.min(text.length(), begin + length));
    int cut = end == text.length() ? end : text.lastIndexOf(' ', end);
    return new Span(begin, cut > begin && cut >= kept.end() ? cut : end);
  }

  /// The beginning of the next word, if it is near and what is to be shown does not begin before.
  private static int begin(String text, int at, int before) {
    int blank = at == 0 ? -1 : text.indexOf(' ', at);
    return at == 0 ? 0 : whole(text, blank >= 0 && blank < Math.min(before, at + 40) ? blank + 1 : at);
  }

  /// The place itself, or the one before where it would part a pair of surrogates.
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)) ? at - 1
        : at;
  }
}
