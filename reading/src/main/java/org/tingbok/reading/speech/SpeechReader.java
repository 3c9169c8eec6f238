package org.tingbok.reading.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.text.Sentence;

/// Lists who says, thinks or wants what in a text: clauses that verbs of saying govern, direct quotations, "according to",
/// nouns such as "his claim that", verbs of judging and wishing.
///
/// Pure; safe to share.
public final class SpeechReader {
  private final SyntaxAnalyzer syntax;

  /// A reader of one language.
  ///
  /// @param syntax the language's sentences and trees
  public SpeechReader(SyntaxAnalyzer syntax) {
    this.syntax = syntax;
  }

  /// Everything that is reported in a text, at all depths.
  ///
  /// @param text any text; every line of it is a paragraph
  /// @return in order of the cues
  public List<ReportedSpeech> read(String text) {
    List<Draft> drafts = new ArrayList<>();
    paragraphs(text, (from, end) -> paragraph(text, from, end, drafts));
    return drafts.stream().map(Draft::speech)
        .sorted(Comparator.comparing((ReportedSpeech speech) -> speech.cue().get(0))).toList();
  }

  /// What is reported in a text in its own voice: nothing that is part of something reported, or stands in quotation marks.
  ///
  /// @param text any text; every line of it is a paragraph
  /// @return in order of the cues
  public List<ReportedSpeech> outermost(String text) {
    List<ReportedSpeech> all = read(text);
    List<Span> quotes = new ArrayList<>();
    paragraphs(text, (from, end) -> quotes.addAll(Quotations.in(text, from, end).spans()));
    return all.stream().filter(speech -> all.stream().noneMatch(other -> other.encloses(speech)))
        .filter(speech -> quotes.stream().noneMatch(quote -> quote.covers(speech.cue().get(0)))).toList();
  }

  private interface Range {
    void visit(int from, int end);
  }

  private static void paragraphs(String text, Range range) {
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (!text.substring(from, end).isBlank()) {
        range.visit(from, end);
      }
      from = end + 1;
    }
  }

  private void paragraph(String text, int from, int to, List<Draft> drafts) {
    Quotations quotations = Quotations.in(text, from, to);
    if (carriedOn(text, from, to, quotations, drafts)) {
      return;
    }
    List<Tree> trees = new ArrayList<>();
    int at = from;
    for (Span quote : quotations.spans()) {
      if (quotations.utterance(text, quote)) {
        parse(text, at, quote.start(), trees);
        parse(text, quote.start(), quote.end(), trees);
        at = quote.end();
      }
    }
    parse(text, at, to, trees);
    Paragraph paragraph = new Paragraph(text, from, to, quotations, trees);
    List<Draft> here = new ArrayList<>();
    for (Tree tree : trees) {
      new SentenceSpeech(paragraph, tree).read(here);
    }
    for (Span quote : quotations.spans()) {
      if (quotations.utterance(text, quote)) {
        orphan(text, quote, here);
      }
    }
    drafts.addAll(here);
  }

  /// Utterances are parsed apart from the words around them, which trees of both together get wrong.
  private void parse(String text, int from, int to, List<Tree> trees) {
    int start = from;
    while (start < to && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == ',')) {
      start++;
    }
    if (start < to) {
      for (Sentence sentence : syntax.analyze(text, start, to)) {
        trees.add(new Tree(sentence));
      }
    }
  }

  /// An utterance that nobody is told to have said goes on with what was said right before it.
  private static void orphan(String text, Span quote, List<Draft> drafts) {
    @Nullable
    Draft last = null;
    for (Draft draft : drafts) {
      if (draft.content.stream().anyMatch(quote::overlaps)) {
        return;
      }
      if (draft.end() <= quote.start() && !draft.source.isEmpty()) {
        last = draft;
      }
    }
    if (last != null && quote.start() - last.end() < 40) {
      String gap = text.substring(last.end(), quote.start());
      if (gap.chars().noneMatch(Character::isLetterOrDigit)) {
        last.content.add(quote);
      }
    }
  }

  /// A paragraph that is one quotation goes on with what the paragraph before it left unfinished.
  private static boolean carriedOn(String text, int from, int to, Quotations quotations, List<Draft> drafts) {
    if (drafts.isEmpty() || quotations.spans().isEmpty()) {
      return false;
    }
    Span first = quotations.spans().get(0);
    boolean whole = text.substring(from, first.start()).isBlank()
        && quotations.spans().size() == 1 && text.substring(first.end(), to).isBlank();
    Draft before = drafts.get(drafts.size() - 1);
    if (!whole || !before.quoted()) {
      return false;
    }
    Span last = before.content.get(before.content.size() - 1);
    String gap = text.substring(last.end(), Math.max(last.end(), first.start()));
    if (!gap.isBlank() && !gap.strip().equals(":")) {
      return false;
    }
    before.content.add(first);
    return true;
  }
}
