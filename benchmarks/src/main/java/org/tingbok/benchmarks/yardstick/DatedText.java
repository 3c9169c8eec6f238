package org.tingbok.benchmarks.yardstick;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.Span;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.reading.time.TimeExpressions;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.vocabulary.PartialDate;

/// AnnoCTR's expressions of time with their values, the document's date as anchor.
final class DatedText implements Yardstick {
  private static final Pattern TIMEX = Pattern.compile("<TIMEX3 ([^>]*)>([^<]*)</TIMEX3>");
  private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private record Timex(Span span, Optional<PartialDate> value, String written) {
  }

  @Override
  public String name() {
    return "dates";
  }

  @Override
  public String file() {
    return "annoctr-train-dev.tar.gz";
  }

  @Override
  public String blind() {
    return "expressions that the set leaves out (\"last week\" is mostly not annotated), and which event a date belongs to";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    List<Tally> rows = new ArrayList<>();
    for (String part : List.of("dev", "train")) {
      Tally strict = new Tally(part + ", span exact");
      Tally relaxed = new Tally(part + ", span overlapping");
      Tally value = new Tally(part + ", overlapping and value right");
      corpus.texts("/time/" + part + "/", ".tml").values()
          .forEach(
              tml -> document(tml, strict, relaxed, value, part.equals("dev") == Boolean.getBoolean("dev"), errors));
      rows.addAll(List.of(strict, relaxed, value));
    }
    return rows;
  }

  private static void document(String tml, Tally strict, Tally relaxed, Tally value, boolean noted, Errors errors) {
    Map<String, String> dct = attributes(tml.substring(tml.indexOf("<DCT>"), tml.indexOf("</DCT>")));
    Optional<LocalDate> anchor = parse(dct.getOrDefault("value", "")).flatMap(PartialDate::first);
    String marked = tml.substring(tml.indexOf("<TEXT>") + 6, tml.indexOf("</TEXT>"));
    StringBuilder text = new StringBuilder();
    List<Timex> gold = new ArrayList<>();
    int at = 0;
    Matcher matcher = TIMEX.matcher(marked);
    while (matcher.find()) {
      text.append(unescaped(marked.substring(at, matcher.start())));
      String words = unescaped(matcher.group(2));
      String iso = attributes(matcher.group(1)).getOrDefault("value", "");
      gold.add(new Timex(new Span(text.length(), text.length() + words.length()), parse(iso), words + "=" + iso));
      text.append(words);
      at = matcher.end();
    }
    text.append(unescaped(marked.substring(at)));
    compare(text.toString(), anchor, gold, strict, relaxed, value, noted, errors);
  }

  private static void compare(String text, Optional<LocalDate> anchor, List<Timex> gold, Tally strict, Tally relaxed,
      Tally value, boolean noted, Errors errors) {
    List<TimeMention> read = new ArrayList<>();
    TimeExpressions times = new TimeExpressions(anchor, OptionalInt.empty());
    for (Span sentence : SyntaxAnalyzer.load("en").split(text, 0, text.length())) {
      read.addAll(times.find(text, sentence.start(), sentence.end()));
    }
    int exact = 0;
    int touching = 0;
    int valued = 0;
    List<Timex> left = new ArrayList<>(gold);
    for (TimeMention mention : read) {
      Span span = new Span(mention.start(), mention.end());
      Optional<Timex> match = left.stream().filter(timex -> timex.span().overlaps(span)).findFirst();
      String around = text.substring(Math.max(0, span.start() - 40), Math.min(text.length(), span.end() + 30));
      if (match.isEmpty()) {
        note(noted, errors, "EXTRA", span.of(text) + " << " + around);
        continue;
      }
      left.remove(match.get());
      touching++;
      if (match.get().span().equals(span)) {
        exact++;
      } else {
        note(noted, errors, "SPAN", span.of(text) + " for " + match.get().written());
      }
      if (match.get().value().filter(wanted -> same(wanted, mention.value())).isPresent()) {
        valued++;
      } else {
        note(noted, errors, "VALUE", mention.value().iso() + " for " + match.get().written() + " anchor "
            + anchor.map(LocalDate::toString).orElse("") + " << " + around);
      }
    }
    left.forEach(timex -> note(noted, errors, "MISSED", timex.written() + " << "
        + text.substring(Math.max(0, timex.span().start() - 40), Math.min(text.length(), timex.span().end() + 30))));
    strict.add(exact, read.size(), gold.size());
    relaxed.add(touching, read.size(), gold.size());
    value.add(valued, read.size(), gold.size());
  }

  private static void note(boolean noted, Errors errors, String kind, String detail) {
    if (noted) {
      errors.note(kind, detail);
    }
  }

  private static boolean same(PartialDate some, PartialDate other) {
    return some.first().equals(other.first()) && some.last().equals(other.last());
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(tag);
    while (matcher.find()) {
      attributes.putIfAbsent(matcher.group(1), matcher.group(2));
    }
    return attributes;
  }

  private static String unescaped(String xml) {
    return xml.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  /// Values of TIMEX3: days, months, years, weeks and quarters.
  private static Optional<PartialDate> parse(String value) {
    try {
      if (value.matches("\\d{4}-W\\d\\d")) {
        LocalDate monday = LocalDate.of(Integer.parseInt(value.substring(0, 4)), 1, 4)
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(value.substring(6)))
            .with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        return Optional.of(PartialDate.range(monday, monday.plusDays(6)));
      }
      if (value.matches("\\d{4}-Q[1-4]")) {
        YearMonth first = YearMonth.of(Integer.parseInt(value.substring(0, 4)), value.charAt(6) * 3 - 48 * 3 - 2);
        return Optional.of(PartialDate.range(first.atDay(1), first.plusMonths(2).atEndOfMonth()));
      }
      return value.matches("\\d{4}(-\\d\\d(-\\d\\d)?)?") ? Optional.of(PartialDate.parse(value)) : Optional.empty();
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
  }
}
