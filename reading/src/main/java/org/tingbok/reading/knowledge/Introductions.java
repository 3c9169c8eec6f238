package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names that nobody has listed and a text introduces by what they are: "the gang Ratchet", "die Firma Torfwall", "Oficina
/// Nacional de Redes". They count throughout the text.
///
/// From `introductions.tsv`, in which `NAME` stands for words with capitals. Immutable, thread-safe.
final class Introductions {
  private static final String SOMEBODY = "[\"“„«‘']?(?<name>\\p{Lu}[\\p{L}\\d]*[\\p{Ll}\\d][\\p{L}\\d]*"
      + "(?:[ -](?:d['’])?\\p{Lu}[\\p{L}\\d]+){0,2})";
  /// What begins with a capital and names nobody: first words of sentences, days, months, words of address.
  private static final WordList NO_NAME = WordList.of("no-name");
  private static final WordList OPERATIONS = WordList.of("cyber");
  private static final WordList ACCUSATION = WordList.of("accusation");
  private static final int REACH = 100; // code units from a trigger to the ends of what introduces a name
  private static final int NEAR = 120; // code units around a group's name in which the text speaks of operations

  private record Entry(Name.Sort sort, String language, List<String> triggers, Pattern pattern) {
  }

  private final List<Entry> entries = new ArrayList<>();

  Introductions() {
    Table table = Table.read("introductions.tsv");
    for (int row = 0; row < table.size(); row++) {
      String pattern = table.cell(row, "pattern");
      String bounded = "(?<![\\p{L}\\d-])" + pattern.replace("NAME", SOMEBODY) + "(?![\\p{L}\\d])";
      entries.add(new Entry(Name.Sort.valueOf(table.cell(row, "sort").toUpperCase(Locale.ROOT)),
          table.cell(row, "language"), table.list(row, "triggers"), Pattern.compile(bounded)));
    }
  }

  /// Adds the names that a text introduces to those that are known.
  ///
  /// @param text the text
  /// @param language its language
  /// @param known names found in it, in order
  /// @return in order of place, not overlapping
  List<NameMatch> add(String text, String language, List<NameMatch> known) {
    Map<String, Name.Sort> names = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.language().equals("-") || entry.language().equals(language)) {
        Matcher matcher = entry.pattern().matcher(text).useTransparentBounds(true);
        int from = 0; // of the text, what is searched already
        int[] places = new int[entry.triggers().size()];
        Arrays.fill(places, -1);
        for (int at = next(entry, text, 0, places); at < text.length(); at =
            next(entry, text, Math.max(at + 1, from), places)) {
          matcher.region(Math.max(from, at - REACH), Math.min(text.length(), at + REACH));
          if (!matcher.find()) {
            continue;
          }
          from = matcher.end();
          String name = matcher.group("name");
          if (named(name) && free(known, matcher.start("name"), matcher.end("name"))
              && (entry.sort() != Name.Sort.ACTOR || operations(text, matcher))) {
            names.putIfAbsent(name, entry.sort());
          }
        }
      }
    }
    if (names.isEmpty()) {
      return known;
    }
    List<NameMatch> all = new ArrayList<>(known);
    List<String> longest = names.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    Map<Integer, Integer> taken = new HashMap<>();
    for (String name : longest) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
        int end = at + name.length();
        boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
            && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        int from = at;
        boolean inside = taken.entrySet().stream().anyMatch(span -> span.getKey() < end && from < span.getValue());
        if (whole && !inside && free(known, at, end)) {
          Name.Sort sort = names.getOrDefault(name, Name.Sort.ORGANISATION);
          String kind = switch (sort) {
            case BODY -> "agency";
            case ACTOR -> "unknown";
            case STATE, ADJECTIVE, PEOPLE, ORGANISATION, OUTLET, MALWARE, OPERATION -> "company";
          };
          all.removeIf(match -> match.start() < end && from < match.end());
          all.add(new NameMatch(at, end, List.of(new Name("text:" + name, name, sort, Optional.empty(), kind)), name,
              false));
          taken.put(at, end);
        }
      }
    }
    all.sort(Comparator.comparingInt(NameMatch::start));
    return all;
  }

  /// Where the next word stands that an introduction needs.
  ///
  /// @param places where each of them was found last, so that none is looked for again before that is passed: a text that is full
  ///     of one of them and lacks another is not read to its end each time
  /// @return the end of the text if there is none
  private static int next(Entry entry, String text, int from, int[] places) {
    int first = text.length();
    for (int trigger = 0; trigger < places.length; trigger++) {
      if (places[trigger] < from) {
        int at = text.indexOf(entry.triggers().get(trigger), from);
        places[trigger] = at < 0 ? Integer.MAX_VALUE : at;
      }
      first = Math.min(first, places[trigger]);
    }
    return first;
  }

  private static boolean named(String name) {
    String[] words = name.toLowerCase(Locale.ROOT).split("[ -]");
    return name.length() > 2 && !NO_NAME.contains(words[0]) && !NO_NAME.contains(words[words.length - 1]);
  }

  /// Whether no name stands there that is known for certain, or denotes somebody who can speak.
  private static boolean free(List<NameMatch> known, int start, int end) {
    return known.stream().noneMatch(match -> match.start() < end && start < match.end()
        && (!match.weak() || match.names().stream().anyMatch(name -> switch (name.sort()) {
          case BODY, ORGANISATION, OUTLET, STATE, PEOPLE -> true;
          case ACTOR, MALWARE, OPERATION, ADJECTIVE -> false;
        })));
  }

  private static boolean operations(String text, Matcher matcher) {
    String around = text.substring(Math.max(0, matcher.start() - NEAR), Math.min(text.length(), matcher.end() + NEAR));
    String low = around.toLowerCase(Locale.ROOT);
    return OPERATIONS.within(low) || ACCUSATION.within(low);
  }
}
