package org.tingbok.reading.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tingbok.document.Span;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;

/// Finds sentences, tokens, parts of speech, lemmas and dependencies in a text.
///
/// All stages are deterministic and work on the text as given: `text.substring(token.start(), token.end())` equals
/// `token.form()`, always. Splitting and tokenising need no model; the model of a language is read from the class path
/// when its first sentence is parsed, and shared from then on. Immutable and thread-safe.
public final class SyntaxAnalyzer {
  private static final Map<String, SyntaxAnalyzer> LOADED = new ConcurrentHashMap<>();
  private static final Map<String, SyntaxModel> MODELS = new ConcurrentHashMap<>();

  private static final int LONGEST = 256; // tokens; what is longer is a table or a listing, and parsed in pieces

  private final SentenceSplitter splitter;
  private final Tokenizer tokenizer;
  private final Supplier<SyntaxModel> model;

  private SyntaxAnalyzer(String language, Supplier<SyntaxModel> model) {
    this.splitter = SentenceSplitter.of(language);
    this.tokenizer = Tokenizer.of(language);
    this.model = model;
  }

  static SyntaxAnalyzer of(String language, SyntaxModel model) {
    return new SyntaxAnalyzer(language, () -> model);
  }

  /// The analyzer of a language; one for the whole process.
  ///
  /// @param language "en", "nb", "de", "fr" or "es"
  /// @return the analyzer; its model is not read yet
  /// @throws IllegalArgumentException for any other language
  public static SyntaxAnalyzer load(String language) {
    return LOADED.computeIfAbsent(language, name -> new SyntaxAnalyzer(name, () -> model(name)));
  }

  /// Splits, tokenises and parses a stretch of text.
  ///
  /// @param text the whole text
  /// @param from first code unit to look at
  /// @param to code unit after the last to look at
  /// @return sentences in reading order, every one with a token at least
  public List<Sentence> analyze(CharSequence text, int from, int to) {
    List<Sentence> sentences = new ArrayList<>();
    for (Span range : split(text, from, to)) {
      sentences.add(parse(text, range.start(), range.end()));
    }
    return List.copyOf(sentences);
  }

  /// Splits a stretch of text into sentences, without the model.
  ///
  /// @param text the whole text
  /// @param from first code unit to look at
  /// @param to code unit after the last to look at
  /// @return sentences in reading order; empty if there is only white space
  public List<Span> split(CharSequence text, int from, int to) {
    return splitter.split(text, from, to);
  }

  /// Cuts one sentence into tokens, without the model.
  ///
  /// @param text the whole text
  /// @param from first code unit of the sentence
  /// @param to code unit after its last
  /// @return tokens in reading order; every code unit that is not white space lies in exactly one
  public List<Span> tokenise(CharSequence text, int from, int to) {
    return tokenizer.tokenise(text, from, to);
  }

  /// Parses what is known to be one sentence.
  ///
  /// @param text the whole text
  /// @param start first code unit of the sentence
  /// @param end code unit after its last
  /// @return the sentence; one token is the root unless there are no tokens
  public Sentence parse(CharSequence text, int start, int end) {
    List<Span> ranges = tokenise(text, start, end);
    List<Token> tokens = new ArrayList<>(ranges.size());
    for (int from = 0; from < ranges.size(); from += LONGEST) {
      model.get().parse(text, ranges.subList(from, Math.min(from + LONGEST, ranges.size())), tokens);
    }
    return new Sentence(start, end, tokens);
  }

  private static SyntaxModel model(String language) {
    SyntaxModel model = MODELS.get(language);
    return model != null ? model : MODELS.computeIfAbsent(language, SyntaxAnalyzer::read);
  }

  private static SyntaxModel read(String language) {
    try (InputStream in = SyntaxAnalyzer.class.getResourceAsStream(language + ".syntax")) {
      if (in == null) {
        throw new IllegalStateException("no syntax model for \"" + language + "\" on the class path");
      }
      return SyntaxModel.read(language, in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the syntax model of \"" + language + "\"", e);
    }
  }
}
