package org.tingbok.reading.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Names that are composed of a state and what it has: "the Chinese embassy in London", "Ministry of Transport of Norway",
/// "utenriksministeren". Every state has them, so no table lists them.
///
/// The words for bodies and offices are those of `portfolios.tsv`, those for states of `states.tsv`, in five languages; a
/// name that has any other word is none. Immutable, thread-safe.
public final class Portfolios {
  /// Small words, by language; they name nothing, but tell the language of what they stand in.
  private static final Map<String, Set<String>> SMALL = Map.of("en",
      Set.of("the", "of", "to", "for", "s", "royal", "and",
          "in"),
      "nb", Set.of("den", "det", "av", "til", "og", "i"), "de", Set.of("der", "die", "das", "den", "dem", "des",
          "von", "und", "in"),
      "fr", Set.of("de", "la", "le", "les", "du", "des", "d", "l", "et", "en", "a", "au", "aux"), "es",
      Set.of("de", "del",
          "la", "el", "los", "las", "y", "en"));
  private static final Set<String> PLACED = Set.of("in", "i", "a", "au", "aux", "en", "to");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, List<Entry>> entries = new TreeMap<>();
  private final Map<String, Set<String>> states = new TreeMap<>();
  /// The languages that a state's word is one of.
  private final Map<String, Set<String>> languages = new TreeMap<>();

  private record Entry(ComposedName.Sort sort, String portfolio, String language) {
  }

  private Portfolios(Table table, Table stateRows) {
    for (int row = 0; row < table.size(); row++) {
      String portfolio = table.cell(row, "portfolio");
      String language = table.cell(row, "language");
      ComposedName.Sort body = portfolio.equals("embassy") ? ComposedName.Sort.EMBASSY : ComposedName.Sort.MINISTRY;
      table.list(row, "body").forEach(words -> file(words, new Entry(body, portfolio, language)));
      table.list(row, "office")
          .forEach(words -> file(words, new Entry(ComposedName.Sort.OFFICE, portfolio, language)));
    }
    for (int row = 0; row < stateRows.size(); row++) {
      String iso = stateRows.cell(row, "iso2");
      state(stateRows.cell(row, "name"), iso, "en");
      stateRows.list(row, "names").forEach(name -> state(name, iso, "en"));
      stateRows.list(row, "adjectives").forEach(name -> state(name, iso, "en"));
      for (String language : List.of("nb", "de", "fr", "es")) {
        stateRows.list(row, language).stream().filter(word -> word.startsWith("n:") || word.startsWith("a:"))
            .forEach(word -> state(word.substring(2), iso, language));
      }
    }
  }

  private void state(String name, String iso, String language) {
    String words = String.join(" ", words(name));
    states.computeIfAbsent(words, _ -> new LinkedHashSet<>()).add(iso);
    languages.computeIfAbsent(words, _ -> new LinkedHashSet<>()).add(language);
  }

  private void file(String words, Entry entry) {
    entries.computeIfAbsent(key(words(words)), _ -> new ArrayList<>()).add(entry);
  }

  private static final class Standard {
    private static final Portfolios PORTFOLIOS =
        new Portfolios(Table.read("portfolios.tsv"), Table.read("states.tsv"));
  }

  /// The words that ship; read once.
  ///
  /// @return one for the whole process
  public static Portfolios standard() {
    return Standard.PORTFOLIOS;
  }

  /// What a name denotes by its words.
  ///
  /// @param name a name and nothing else, in any case
  /// @return several where its words allow several states; none if it has a word that belongs to neither state nor office
  public List<ComposedName> read(String name) {
    List<String> words = words(name);
    List<ComposedName> found = new ArrayList<>(whole(words, Optional.empty()));
    for (int at = words.size() - 2; found.isEmpty() && at > 0; at--) {
      if (PLACED.contains(words.get(at))) {
        String place = behind(name, words.size() - at - 1);
        found.addAll(whole(words.subList(0, at), Optional.of(place)).stream()
            .filter(one -> one.portfolio().equals("embassy")).toList());
      }
    }
    // "Ambassade" is Norwegian and French: the other words decide.
    int most = found.stream().mapToInt(one -> fitting(words, one.language())).max().orElse(0);
    return found.stream().filter(one -> fitting(words, one.language()) == most).distinct().toList();
  }

  private int fitting(List<String> words, String language) {
    int fitting = 0;
    for (String word : words) {
      boolean state = states(word).isEmpty() || languages.getOrDefault(languages.containsKey(word) ? word
          : word.substring(0, word.length() - 1), Set.of()).contains(language);
      fitting += (SMALL.getOrDefault(language, Set.of()).contains(word) ? 1 : 0) + (state ? 1 : 0);
    }
    return fitting;
  }

  /// What an office is in charge of.
  ///
  /// @param office what it is called, such as `foreign secretary`
  /// @return empty if the table has no such office
  public Optional<String> portfolio(String office) {
    return entries.getOrDefault(key(words(office)), List.of()).stream()
        .filter(entry -> entry.sort() == ComposedName.Sort.OFFICE).map(Entry::portfolio).findFirst();
  }

  private List<ComposedName> whole(List<String> words, Optional<String> place) {
    for (int length = Math.min(5, words.size() - 1); length > 0; length--) {
      for (int at = 0; at + length <= words.size(); at++) {
        Set<String> isos = states(String.join(" ", words.subList(at, at + length)));
        if (!isos.isEmpty()) {
          List<String> rest = new ArrayList<>(words.subList(0, at));
          rest.addAll(words.subList(at + length, words.size()));
          List<ComposedName> found = new ArrayList<>();
          isos.forEach(iso -> found.addAll(named(rest, Optional.of(iso), place)));
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
    }
    return named(words, Optional.empty(), place);
  }

  private List<ComposedName> named(List<String> words, Optional<String> iso, Optional<String> place) {
    String key = key(words);
    // "Norges utenriksministers" and "des Außenministeriums" end in an s of their own.
    List<Entry> entries = this.entries.getOrDefault(key,
        key.endsWith("s") ? this.entries.getOrDefault(key.substring(0, key.length() - 1), List.of()) : List.of());
    return entries.stream()
        .map(entry -> new ComposedName(entry.sort(), entry.portfolio(), iso, place, entry.language())).toList();
  }

  /// The states that some words name; a genitive's s is not part of the name.
  private Set<String> states(String words) {
    Set<String> found = states.getOrDefault(words, Set.of());
    return found.isEmpty() && words.endsWith("s")
        ? states.getOrDefault(words.substring(0, words.length() - 1), Set.of())
        : found;
  }

  /// The last words of a name as they are written.
  private static String behind(String name, int count) {
    List<String> written = Arrays.stream(name.strip().split("[\\s'’]+")).filter(word -> !word.isEmpty()).toList();
    return String.join(" ", written.subList(Math.max(0, written.size() - count), written.size()));
  }

  private static String key(List<String> words) {
    return String.join(" ",
        words.stream().filter(word -> SMALL.values().stream().noneMatch(small -> small.contains(word))).toList());
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
        .replace("ø", "o").replace("æ", "ae").replace("ß", "ss");
    return Arrays.stream(WORDS.split(plain)).filter(word -> !word.isEmpty()).toList();
  }
}
