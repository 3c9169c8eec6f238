package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the bodies that every state has are called in other languages than English: a foreign ministry, an embassy, the police.
///
/// With the state that an adjective names they make a body's name: "das tschechische Außenministerium" is the Czech foreign
/// ministry. From `body-nouns.tsv`. Immutable, thread-safe.
public final class BodyNouns {
  private record Entry(String words, String english) {
  }

  private final Map<Character, List<Entry>> entries = new HashMap<>(); // by their first letter, longer ones first

  private BodyNouns(Table table) {
    for (int row = 0; row < table.size(); row++) {
      for (String words : table.list(row, "words")) {
        entries.computeIfAbsent(words.charAt(0), _ -> new ArrayList<>())
            .add(new Entry(words, table.cell(row, "english")));
      }
    }
    entries.values()
        .forEach(same -> same.sort(Comparator.comparingInt((Entry entry) -> entry.words().length()).reversed()));
  }

  private static final class Standard {
    private static final BodyNouns NOUNS = new BodyNouns(Table.read("body-nouns.tsv"));
  }

  /// The nouns that ship; read once.
  ///
  /// @return one for the whole process
  public static BodyNouns standard() {
    return Standard.NOUNS;
  }

  /// What a phrase calls a body, in English.
  ///
  /// An adjective may stand behind the first word, as in French and Spanish ("ministère tchèque des Affaires étrangères").
  ///
  /// @param phrase from its noun on; what follows it does no harm
  /// @return such as "Foreign Ministry"; empty if it begins with no such noun
  public Optional<String> english(String phrase) {
    String low = phrase.toLowerCase(Locale.ROOT).replace('’', '\'');
    Optional<String> whole = begins(low);
    String[] words = low.split(" ", 3);
    if (words.length == 3 && words[2].matches("(?s)(?:de|des|du|del)\\b.*")) {
      return begins(words[0] + " " + words[2]).or(() -> whole);
    }
    return whole;
  }

  private Optional<String> begins(String low) {
    if (low.isEmpty()) {
      return Optional.empty();
    }
    return entries.getOrDefault(low.charAt(0), List.of()).stream()
        .filter(entry -> low.startsWith(entry.words()) && (low.length() == entry.words().length()
            || !Character.isLetter(low.charAt(entry.words().length()))))
        .map(Entry::english).findFirst();
  }
}
