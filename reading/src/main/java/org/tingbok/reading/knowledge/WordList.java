package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tingbok.vocabulary.FaultException;

/// Words of one sort in all languages together, with the ends of compounds that are of that sort.
///
/// "-ministerium" holds the Innenministerium, too: in German and Norwegian a new body is most often a compound of a known noun.
/// From `word-lists.tsv`. Immutable, thread-safe.
public final class WordList {
  private static final int STEM = 3; // letters that stand before the end of a compound at least

  private final Set<String> words = new HashSet<>();
  private final List<String> ends = new ArrayList<>();

  private WordList() {
  }

  private static final class Shipped {
    private static final Map<String, WordList> LISTS = read(Table.read("word-lists.tsv"));

    private static Map<String, WordList> read(Table table) {
      Map<String, WordList> lists = new HashMap<>();
      for (int row = 0; row < table.size(); row++) {
        WordList list = lists.computeIfAbsent(table.cell(row, "list"), _ -> new WordList());
        for (String word : table.list(row, "words")) {
          if (word.startsWith("-")) {
            list.ends.add(word.substring(1));
          } else {
            list.words.add(word);
          }
        }
      }
      return lists;
    }
  }

  /// A list that ships, read once.
  ///
  /// @param name as `word-lists.tsv` has it
  /// @return one for the whole process
  public static WordList of(String name) {
    WordList list = Shipped.LISTS.get(name);
    if (list == null) {
      throw new FaultException("KNOWLEDGE_MISSING", "no list of words is called " + name);
    }
    return list;
  }

  /// Whether a word is in the list or a compound that ends as one of it.
  ///
  /// @param word lower case
  /// @return false for words that are shorter than any of the list's
  public boolean contains(String word) {
    if (words.contains(word)) {
      return true;
    }
    for (String end : ends) {
      if (word.length() >= end.length() + STEM && word.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  /// How often words of the list stand in a text, within others, too.
  ///
  /// @param text lower case
  /// @param most where to stop counting
  /// @return at most that many
  public int count(String text, int most) {
    int count = 0;
    for (String word : words) {
      for (int at = text.indexOf(word); at >= 0 && count < most; at = text.indexOf(word, at + word.length())) {
        count++;
      }
      if (count >= most) {
        return count;
      }
    }
    return count;
  }

  /// Whether some word of the list stands anywhere in a phrase.
  ///
  /// @param phrase lower case
  /// @return false for an empty phrase
  public boolean within(String phrase) {
    return words.stream().anyMatch(phrase::contains);
  }
}
