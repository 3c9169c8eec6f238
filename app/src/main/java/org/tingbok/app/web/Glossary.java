package org.tingbok.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What words mean here, from the project's `GLOSSARY.md`: for the page that lists them, and for the words on other pages.
///
/// @param sections in the order of the file
public record Glossary(List<Section> sections) {
  private static final Pattern ROW = Pattern.compile("\\|(.+?)\\|(.*)\\|([^|]*)\\|");
  private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
  private static final Glossary STANDARD = read();
  private static final Map<String, Entry> BY_WORD = STANDARD.byWord();

  /// Copies the list.
  public Glossary {
    sections = List.copyOf(sections);
  }

  /// Words of one kind.
  ///
  /// @param title what they are about
  /// @param entries the words
  public record Section(String title, List<Entry> entries) {
    /// Copies the list.
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /// A word, or several that mean one thing.
  ///
  /// @param words the words; the first is how the page finds it
  /// @param meaning what they mean here
  /// @param elsewhere what others call it; possibly empty
  public record Entry(List<String> words, String meaning, String elsewhere) {
    /// Copies the list.
    public Entry {
      words = List.copyOf(words);
    }

    /// The place of its entry on the page.
    ///
    /// @return letters, digits and dashes
    public String id() {
      return key(words.getFirst()).replaceAll("[^a-z0-9]+", "-");
    }
  }

  /// The glossary that ships.
  ///
  /// @return all of it
  public static Glossary standard() {
    return STANDARD;
  }

  /// What a word means.
  ///
  /// @param word a word of the glossary, such as `attribution` or `certainty: high`; a dash in it counts as a blank
  /// @return empty if it is not in the glossary
  public static Optional<Entry> of(String word) {
    return Optional.ofNullable(BY_WORD.get(key(word)));
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', ' ');
  }

  private Map<String, Entry> byWord() {
    Map<String, Entry> byWord = new LinkedHashMap<>();
    sections.forEach(section -> section.entries.forEach(entry -> entry.words
        .forEach(word -> byWord.put(key(word), entry))));
    return byWord;
  }

  private static Glossary read() {
    try (InputStream in = Objects.requireNonNull(Glossary.class.getResourceAsStream("GLOSSARY.md"), "GLOSSARY.md")) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the tables of a file: rows whose first cell has words in bold.
  static Glossary parse(String markdown) {
    List<Section> sections = new ArrayList<>();
    String title = "";
    List<Entry> entries = new ArrayList<>();
    for (String line : (markdown + "\n## end").lines().toList()) {
      if (line.startsWith("## ")) {
        if (!entries.isEmpty()) {
          sections.add(new Section(title, entries));
          entries.clear();
        }
        title = line.substring(3).strip();
      }
      Matcher row = ROW.matcher(line.strip());
      if (row.matches()) {
        List<String> words = BOLD.matcher(row.group(1)).results().map(found -> found.group(1)).toList();
        if (!words.isEmpty()) {
          entries.add(new Entry(words, plain(row.group(2)), plain(row.group(3))));
        }
      }
    }
    return new Glossary(sections);
  }

  /// Without the marks of Markdown.
  private static String plain(String cell) {
    return cell.replaceAll("[`*]", "").strip();
  }
}
