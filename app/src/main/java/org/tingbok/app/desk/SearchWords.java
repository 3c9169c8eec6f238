package org.tingbok.app.desk;

import java.time.DateTimeException;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// What somebody typed into the one search box, words and a date told apart: `parliament March 2024` looks for a word in what
/// was said in a month. What stands in quotes is never taken for a date.
///
/// @param words the words; empty text if only a date was typed
/// @param date the date; empty if none was typed
/// @param typed the date as it was typed; empty text if none was
public record SearchWords(String words, Optional<PartialDate> date, String typed) {
  private static final Pattern TOKEN = Pattern.compile("-?\"[^\"]*\"?|\\S+");
  private static final Pattern NUMBERS = Pattern.compile("(?:1[89]|20)\\d\\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\\d)?)?");
  private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)\\d\\d");
  private static final Pattern DAY = Pattern.compile("([0-3]?\\d)(?:\\.|st|nd|rd|th)?");
  private static final List<Locale> LANGUAGES = Stream.of("en", "nb", "de", "fr", "es").map(Locale::of).toList();

  /// Tells words and a date apart.
  ///
  /// @param typed what somebody typed
  /// @return the first date in it, and the words around it
  public static SearchWords of(String typed) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(typed);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    for (int at = 0; at < tokens.size(); at++) {
      for (int length = Math.min(3, tokens.size() - at); length > 0; length--) {
        List<String> part = tokens.subList(at, at + length);
        Optional<PartialDate> date = date(part);
        if (date.isPresent()) {
          String written = String.join(" ", part);
          List<String> rest = new ArrayList<>(tokens.subList(0, at));
          rest.addAll(tokens.subList(at + length, tokens.size()));
          return new SearchWords(String.join(" ", rest), date, written);
        }
      }
    }
    return new SearchWords(typed.strip(), Optional.empty(), "");
  }

  private static Optional<PartialDate> date(List<String> tokens) {
    try {
      return switch (tokens.size()) {
        case 1 -> Optional.of(tokens.getFirst()).filter(token -> NUMBERS.matcher(token).matches())
            .map(PartialDate::parse);
        case 2 -> month(tokens.getFirst()).filter(_ -> YEAR.matcher(tokens.getLast()).matches())
            .map(month -> PartialDate.month(YearMonth.of(Integer.parseInt(tokens.getLast()), month)));
        default -> day(tokens.getFirst(), tokens.get(1), tokens.getLast())
            .or(() -> day(tokens.get(1).replaceFirst(",$", ""), tokens.getFirst(), tokens.getLast()));
      };
    } catch (BadInputException | DateTimeException e) {
      return Optional.empty(); // the 31st of June is a word
    }
  }

  private static Optional<PartialDate> day(String day, String month, String year) {
    Matcher number = DAY.matcher(day);
    return month(month).filter(_ -> number.matches() && YEAR.matcher(year).matches()).map(
        found -> PartialDate.day(YearMonth.of(Integer.parseInt(year), found).atDay(Integer.parseInt(number.group(1)))));
  }

  /// A month by its name in one of the languages that are read, or the beginning that it is shortened to.
  private static Optional<Month> month(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceFirst("[.,]$", "");
    return plain.length() < 3 ? Optional.empty()
        : Stream.of(Month.values())
            .filter(month -> LANGUAGES.stream().anyMatch(language -> Stream.of(TextStyle.FULL, TextStyle.SHORT)
                .map(style -> month.getDisplayName(style, language).toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
                .anyMatch(plain::equals)))
            .findFirst();
  }
}
