package org.tingbok.reading.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tingbok.document.Span;

/// Knows boilerplate by its phrases (`boilerplate.tsv`).
final class Boilerplate {
  private static final Boilerplate STANDARD = load();
  private static final int SHORT = 200;
  private static final int EDGE = 320;
  private static final int SHORT_EDGE = 160;

  private enum Where { WHOLE, LIST, START, PART, SHORT, EDGE }

  private record Phrase(List<String> words, boolean colon) {
  }

  private record Word(String form, int start, int end) {
  }

  private final Map<Where, Map<String, List<Phrase>>> phrases = new HashMap<>();

  private Boilerplate() {
    for (Where where : Where.values()) {
      phrases.put(where, new HashMap<>());
    }
  }

  static Boilerplate standard() {
    return STANDARD;
  }

  private static Boilerplate load() {
    Boilerplate boilerplate = new Boilerplate();
    try (InputStream stream = Objects.requireNonNull(Boilerplate.class.getResourceAsStream("boilerplate.tsv"));
        BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      while (line != null) {
        if (!line.startsWith("#") && !line.startsWith("where\t")) {
          String[] columns = line.split("\t", -1);
          boilerplate.add(Where.valueOf(columns[0].toUpperCase(Locale.ROOT)), columns[2]);
        }
        line = reader.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return boilerplate;
  }

  private void add(Where where, String phrase) {
    List<String> words = words(phrase).stream().map(Word::form).toList();
    Objects.requireNonNull(phrases.get(where)).computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
        .add(new Phrase(words, phrase.endsWith(":")));
  }

  /// Whether the block says nothing but such a phrase.
  boolean isWhole(String text) {
    if (text.length() > 60) {
      return false;
    }
    List<Word> words = words(text);
    return !words.isEmpty() && (matches(Where.WHOLE, text, words, 0, words.size())
        || matches(Where.LIST, text, words, 0, words.size()));
  }

  /// Whether the block introduces a list of links.
  boolean opensList(String text) {
    if (text.length() > 60) {
      return false;
    }
    List<Word> words = words(text);
    return !words.isEmpty() && matches(Where.LIST, text, words, 0, words.size());
  }

  /// Whether a short block at the head or foot of a document is a notice.
  boolean isEdge(String text) {
    if (text.length() > EDGE) {
      return false;
    }
    List<Word> words = words(text);
    for (int i = 0; i < words.size() && text.length() <= SHORT_EDGE; i++) {
      if (matches(Where.EDGE, text, words, i, -1)) {
        return true;
      }
    }
    List<Span> notices = within(text);
    return !notices.isEmpty() && notices.getFirst().start() == 0;
  }

  /// The parts of a block that are boilerplate: nothing, some of its sentences, or all of it.
  List<Span> within(String text) {
    if (isWhole(text)) {
      return List.of(new Span(0, text.length()));
    }
    List<Word> words = words(text);
    if (text.length() <= SHORT) {
      for (int i = 0; i < words.size(); i++) {
        if (matches(Where.SHORT, text, words, i, -1)) {
          return List.of(new Span(0, text.length()));
        }
      }
    }
    List<Span> found = new ArrayList<>();
    int covered = 0;
    int at = 0;
    for (Span sentence : Sentences.of(text)) {
      boolean hit = false;
      boolean first = true;
      while (at < words.size() && words.get(at).start() < sentence.end()) {
        hit |= (first && matches(Where.START, text, words, at, -1)) || matches(Where.PART, text, words, at, -1);
        first = false;
        at++;
      }
      if (hit) {
        found.add(sentence);
        covered += sentence.length();
      }
    }
    return covered * 2 > text.length() ? List.of(new Span(0, text.length())) : found;
  }

  private boolean matches(Where where, String text, List<Word> words, int at, int exactly) {
    List<Phrase> candidates = Objects.requireNonNull(phrases.get(where)).get(words.get(at).form());
    if (candidates == null) {
      return false;
    }
    for (Phrase phrase : candidates) {
      int size = phrase.words().size();
      if (at + size <= words.size() && (exactly < 0 || size == exactly)) {
        int same = 1;
        while (same < size && words.get(at + same).form().equals(phrase.words().get(same))) {
          same++;
        }
        int end = words.get(at + size - 1).end();
        if (same == size && (!phrase.colon() || text.startsWith(":", end) || text.startsWith(" :", end))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isWordSign(text, end)) {
        end++;
      }
      if (end > at) {
        words.add(new Word(text.substring(at, end).toLowerCase(Locale.ROOT).replace('’', '\''), at, end));
      }
      at = end + 1;
    }
    return words;
  }

  private static boolean isWordSign(String text, int at) {
    char sign = text.charAt(at);
    return Character.isLetterOrDigit(sign) || sign == '@' || sign == '&' || sign == '©'
        || ((sign == '\'' || sign == '’') && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)));
  }
}
