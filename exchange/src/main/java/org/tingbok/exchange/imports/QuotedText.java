package org.tingbok.exchange.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.tingbok.claim.Evidence;
import org.tingbok.document.Span;
import org.tingbok.ledger.Erasure;

/// The text of a document of which only the words are told that claims quote: full blocks with these words at their places, as
/// of a text that was dropped ([Erasure]).
///
/// Not safe for use by several threads.
public final class QuotedText {
  /// How long such a text may be, in UTF-16 units.
  public static final int LONGEST = 16 << 20;

  private final char[] words;
  private final List<Span> spans = new ArrayList<>();

  /// A text of which nothing is known yet.
  ///
  /// @param length how long it is told to be; cut at [#LONGEST]
  /// @param quotes what will be put into it: it is as long as that needs
  public QuotedText(int length, Collection<Evidence> quotes) {
    int needed = quotes.stream().mapToInt(Evidence::end).max().orElse(0);
    this.words = new char[Math.clamp(Math.max(length, needed), 0, LONGEST)];
    Arrays.fill(words, Erasure.BLOCK);
  }

  /// Puts quotes at their places; all of them or, if other words stand at one of these already, none.
  ///
  /// @param quotes what a claim quotes
  /// @return whether they fit
  public boolean put(Collection<Evidence> quotes) {
    if (!quotes.stream().allMatch(this::fits)) {
      return false;
    }
    quotes.forEach(one -> {
      one.quote().getChars(0, one.quote().length(), words, one.start());
      spans.add(new Span(one.start(), one.end()));
    });
    return true;
  }

  private boolean fits(Evidence evidence) {
    if (evidence.start() < 0 || evidence.end() > words.length
        || evidence.end() - evidence.start() != evidence.quote().length()) {
      return false;
    }
    for (int i = 0; i < evidence.quote().length(); i++) {
      char there = words[evidence.start() + i];
      if (there != Erasure.BLOCK && there != evidence.quote().charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The text.
  ///
  /// @return blocks and quotes
  public String text() {
    return new String(words);
  }

  /// Where quotes stand.
  ///
  /// @return ranges in order, those that meet as one
  public List<Span> body() {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted().toList()) {
      Span last = joined.isEmpty() ? new Span(0, 0) : joined.getLast();
      if (!joined.isEmpty() && span.start() <= last.end()) {
        joined.set(joined.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
