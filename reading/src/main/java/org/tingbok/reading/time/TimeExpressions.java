package org.tingbok.reading.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.PartialDate;

/// Finds expressions of time in running text and resolves them.
///
/// An instance goes through one text from the front, since "the same day" and "three days later" lead back to the time
/// mentioned last. Not for several threads.
public final class TimeExpressions {
  private static final int SCENE = 400; // code units that a month without a year may stand behind one with it
  private static final int LONG_AGO = 330; // days after which what is told is no longer the present

  /// What every form has one of, so that most sentences need no closer look.
  private static final Keywords ANY = new Keywords(List.of("day", "week", "month", "year", "today", "tonight",
      "yesterday", "last ", "this ", "i dag", "i går", "heute", "gestern", "hier", "jour", "hoy", "ayer", "fjor",
      "i år", "Jahr", "année", "hace ", "día", "semana", "mes ", "año", "anoche", "mañana", "víspera", "tarde",
      "noche", "hours", "at the time", "samme", "Woche", "Monat", "Tag", "mois", "semaine", "dagen", "lendemain",
      "veille", "forrige", "siste uke", "dernier"));

  private Optional<LocalDate> anchor;
  private final OptionalInt year;
  private PartialDate last = PartialDate.NOT_STATED;
  private PartialDate lastDay = PartialDate.NOT_STATED;
  private PartialDate told = PartialDate.NOT_STATED;
  private int toldAt;
  private boolean past;

  /// Starts at the front of a text.
  ///
  /// @param anchor the day that the text speaks from; empty if it bears none
  /// @param year the year that days and months without one are of in a text without an anchor; empty if nothing tells
  public TimeExpressions(Optional<LocalDate> anchor, OptionalInt year) {
    this.anchor = anchor;
    this.year = year;
  }

  /// The months that a text names together with a day.
  ///
  /// @param text the text
  /// @return 1 to 12, each once
  public static Set<Integer> months(String text) {
    Set<Integer> months = new TreeSet<>();
    Keywords.Held held = ANY.in(text);
    if (!held.month() || !held.digit()) {
      return months;
    }
    TimeForm.MONTH_DAY.pattern().matcher(text).results().forEach(result -> months.add(month(result.group(1))));
    TimeForm.DAY_MONTH.pattern().matcher(text).results().forEach(result -> months.add(month(result.group(2))));
    return months;
  }

  private static int month(String word) {
    return java.util.Objects.requireNonNull(Calendar.MONTHS.get(word.toLowerCase(Locale.ROOT))).getValue();
  }

  /// Moves to a stretch with a date of its own, such as an entry of a live blog.
  ///
  /// @param day the day that it speaks from
  public void speakFrom(LocalDate day) {
    anchor = Optional.of(day);
  }

  /// Tells what the text speaks of by now, so that "the same day" and "in September" lead back to it and not to a date that
  /// was only mentioned.
  ///
  /// @param day the day or range of the main predicate of a sentence
  /// @param end where that sentence ends
  public void tell(PartialDate day, int end) {
    told = day;
    toldAt = end;
    last = day;
    lastDay = day.first().equals(day.last()) ? day : lastDay;
  }

  /// Begins a new paragraph, in which a month without a year is no longer that of the account before.
  public void paragraph() {
    told = PartialDate.NOT_STATED;
  }

  /// Finds the expressions of one sentence; sentences are handed in from the front.
  ///
  /// @param view the view
  /// @param start first code unit of the sentence
  /// @param end code unit after its last
  /// @return in order, not overlapping
  public List<TimeMention> find(String view, int start, int end) {
    String sentence = view.substring(start, end);
    Keywords.Held held = ANY.in(sentence);
    if (!held.any()) {
      return List.of();
    }
    past = told.stated() && start - toldAt < SCENE
        && anchor.filter(day -> told.last().orElseThrow().plusDays(LONG_AGO).isBefore(day)).isPresent();
    boolean[] taken = new boolean[sentence.length()];
    List<TimeMention> found = new ArrayList<>();
    List<int[]> places = new ArrayList<>();
    List<TimeForm> forms = new ArrayList<>();
    List<Matcher> matchers = new ArrayList<>();
    for (TimeForm form : TimeForm.ALL) {
      if (!form.mayBeIn(held)) {
        continue;
      }
      Matcher matcher = form.pattern().matcher(sentence);
      while (matcher.find()) {
        if (!anyTaken(taken, matcher.start(), matcher.end()) && capitalised(form, matcher)) {
          for (int i = matcher.start(); i < matcher.end(); i++) {
            taken[i] = true;
          }
          places.add(new int[] {matcher.start(), matcher.end()});
          forms.add(form);
          Matcher copy = form.pattern().matcher(sentence);
          copy.find(matcher.start());
          matchers.add(copy);
        }
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      order.add(i);
    }
    order.sort((a, b) -> places.get(a)[0] - places.get(b)[0]);
    for (int i : order) {
      PartialDate value = value(forms.get(i), matchers.get(i));
      if (value.stated()) {
        last = value;
        lastDay = value.first().equals(value.last()) ? value : lastDay;
      }
      int at = places.get(i)[0];
      String before = sentence.substring(Math.max(0, at - 22), at).toLowerCase(Locale.ROOT);
      String whole = matchers.get(i).group().toLowerCase(Locale.ROOT);
      boolean since = before.matches("(?s).*\\b(since|from|siden|seit|depuis|desde)\\s+(?:at least\\s+|about\\s+)?$")
          || before.endsWith("at least ") && before.contains("since") || whole.startsWith("since ");
      found.add(new TimeMention(start + at, start + places.get(i)[1], value, since));
    }
    return found;
  }

  /// Months that are also words ("may", "march", "mars") count only with a capital, or a number beside them.
  private static boolean capitalised(TimeForm form, Matcher matcher) {
    if (form != TimeForm.IN_MONTH && form != TimeForm.RELATIVE_MONTH && form != TimeForm.LAST_DAY
        && form != TimeForm.DAY_MONTH
        && form != TimeForm.MONTH_DAY && form != TimeForm.MONTH_OF_LIST) {
      return true;
    }
    String word = matcher.group(form == TimeForm.RELATIVE_MONTH || form == TimeForm.DAY_MONTH ? 2 : 1);
    String low = word.toLowerCase(Locale.ROOT);
    if (low.length() <= 3 && form == TimeForm.LAST_DAY) {
      return false;
    }
    boolean elsewhere = form == TimeForm.IN_MONTH && low.matches("mars|mai")
        && matcher.group().toLowerCase(Locale.ROOT).matches("(?:i|en|siden|au mois de)\\s.*"); // small in Norwegian and French
    return elsewhere || !low.matches("may|march|mars|mar|sun|mon|sat|jan|dec|august|sept|sep|mai")
        || Character.isUpperCase(word.charAt(0));
  }

  private static boolean anyTaken(boolean[] taken, int from, int to) {
    for (int i = from; i < to; i++) {
      if (taken[i]) {
        return true;
      }
    }
    return false;
  }

  private PartialDate value(TimeForm form, Matcher m) {
    try {
      return switch (form) {
        case ISO -> day(number(m, 1), number(m, 2), number(m, 3));
        case SLASHED -> slashed(number(m, 1), number(m, 2), number(m, 3));
        case DASHED -> number(m, 2) > 12 ? day(number(m, 3), number(m, 1), number(m, 2))
            : day(number(m, 3), number(m, 2), number(m, 1));
        case DASHED_MONTH -> day(number(m, 3), month(m, 2).getValue(), number(m, 1));
        case YEAR_DAY_MONTH -> day(number(m, 1), month(m, 3).getValue(), number(m, 2));
        case DAY_OF_LIST -> m.group(3) == null ? recentDay(month(m, 2), number(m, 1))
            : day(number(m, 3), month(m, 2).getValue(), number(m, 1));
        case MONTH_OF_LIST -> m.group(2) == null ? recentMonth(month(m, 1))
            : PartialDate.month(YearMonth.of(number(m, 2), month(m, 1)));
        case NUMERIC -> day(number(m, 3), number(m, 2), number(m, 1));
        case DAY_MONTH_YEAR -> day(number(m, 3), month(m, 2).getValue(), number(m, 1));
        case MONTH_DAY_YEAR -> day(number(m, 3), month(m, 1).getValue(), number(m, 2));
        case MONTH_OF_THAT_YEAR -> monthOfYear(month(m, 1), m.group(2).toLowerCase(Locale.ROOT));
        case WEEKDAY_MONTH_DAY -> recentDay(month(m, 2), number(m, 3));
        case MONTH_DAY -> recentDay(month(m, 1), number(m, 2));
        case DAY_MONTH -> recentDay(month(m, 2), number(m, 1));
        case PART_MONTH_YEAR -> part(m.group(1).toLowerCase(Locale.ROOT), m.group(3) == null ? recentMonth(month(m, 2))
            : PartialDate.month(YearMonth.of(number(m, 3), month(m, 2))));
        case SPANISH_PART -> part(switch (m.group(1).toLowerCase(Locale.ROOT)) {
          case "mediados" -> "mid";
          case "finales", "fines" -> "late";
          default -> "early";
        }, m.group(3) == null ? recentMonth(month(m, 2))
            : PartialDate.month(YearMonth.of(number(m, 3), month(m, 2))));
        case SPANISH_MONTH_OF -> monthOfYear(month(m, 1), m.group(2) == null ? "that" : "last");
        case MONTH_YEAR -> PartialDate.month(YearMonth.of(number(m, 2), month(m, 1)));
        case SEASON_YEAR -> season(m.group(1), number(m, 2));
        case WEEKDAY_LAST_WEEK -> anchor.map(a -> PartialDate.day(monday(a).minusWeeks(1).with(TemporalAdjusters
            .nextOrSame(weekday(m.group(1)))))).orElse(PartialDate.NOT_STATED);
        case SEASON_OF_LAST_YEAR -> anchor.map(a -> season(m.group(1), a.getYear() - 1)).orElse(PartialDate.NOT_STATED);
        case SEASON_PAST -> anchor.map(a -> pastSeason(one(m), a, true)).orElse(PartialDate.NOT_STATED);
        case IN_SEASON -> anchor.map(a -> pastSeason(one(m), a, false)).orElse(PartialDate.NOT_STATED);
        case MONTH_PAST -> relativeMonth("last", java.util.Objects.requireNonNull(Calendar.MONTHS.get(one(m))));
        case MONTH_OF_LAST_YEAR -> anchor.map(a -> PartialDate.month(YearMonth.of(a.getYear() - 1, month(m, 1))))
            .orElse(PartialDate.NOT_STATED);
        case PERIOD_PAST -> period("last", unit(one(m)));
        case SAME_DAY -> lastDay.stated() && !m.group().equalsIgnoreCase("at the time") ? lastDay : last;
        case DAY_BEFORE -> shift("day", 1, m.group(1) != null ? m.group(1)
            : m.group(3) != null || m.group(2) != null && !m.group(2).equalsIgnoreCase("previous") ? "later"
                : "before");
        case SAME_MONTH -> last.first().map(f -> PartialDate.month(YearMonth.from(f))).orElse(PartialDate.NOT_STATED);
        case VOR -> Calendar.number(m.group(1)).map(n -> shift(unit(m.group(2)), n, "ago"))
            .orElse(PartialDate.NOT_STATED);
        case AGO ->
          Calendar.number(m.group(1)).map(n -> shift(m.group(2), n, m.group(3))).orElse(PartialDate.NOT_STATED);
        case FOR_SIDEN -> Calendar.number(m.group(1)).map(n -> shift(switch (m.group(2)) {
          case "dag" -> "day";
          case "uke" -> "week";
          case "måned" -> "month";
          default -> "year";
        }, n, "ago")).orElse(PartialDate.NOT_STATED);
        case SPANISH_DAY_AFTER -> shift("day", 1, "later");
        case HACE -> spanish(m, "ago");
        case SPANISH_SHIFT -> spanish(m, m.group(3).equalsIgnoreCase("antes") ? "earlier" : "later");
        case SPANISH_THIS -> spanishPeriod("this", m.group(1));
        case SPANISH_LAST -> spanishPeriod("last", m.group(1) == null ? m.group(2) : m.group(1));
        case SPANISH_LAST_NIGHT -> period("last", "night");
        case SPANISH_TWO_DAYS_AGO -> anchor.map(a -> PartialDate.day(a.minusDays(2))).orElse(PartialDate.NOT_STATED);
        case SPANISH_MONTH -> relativeMonth("last", month(m, m.group(1) == null ? 2 : 1));
        case TODAY -> anchor.map(PartialDate::day).orElse(PartialDate.NOT_STATED);
        case YESTERDAY -> anchor.map(a -> PartialDate.day(a.minusDays(1))).orElse(PartialDate.NOT_STATED);
        case PERIOD -> period(m.group(2).toLowerCase(Locale.ROOT), m.group(3).toLowerCase(Locale.ROOT));
        case LAST_DAY -> anchor.map(a -> recentWeekday(a, m.group(1), m.group().toLowerCase(Locale.ROOT)))
            .orElse(PartialDate.NOT_STATED);
        case RELATIVE_MONTH -> relativeMonth(m.group(1).toLowerCase(Locale.ROOT), month(m, 2));
        case IN_MONTH -> recentMonth(month(m, 1));
        case IN_YEAR -> PartialDate.year(number(m, 1));
        case LAST_YEAR -> anchor.map(a -> PartialDate.year(a.getYear() - 1)).orElse(PartialDate.NOT_STATED);
        case THIS_YEAR -> anchor.map(a -> PartialDate.year(a.getYear())).orElse(PartialDate.NOT_STATED);
      };
    } catch (DateTimeException e) {
      return PartialDate.NOT_STATED; // "February 30": reads like a date and is none
    }
  }

  private PartialDate spanish(Matcher m, String direction) {
    return Calendar.spanishNumber(m.group(1)).map(n -> shift(unit(m.group(2)), n, direction))
        .orElse(PartialDate.NOT_STATED);
  }

  private static String unit(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "tag", "jour", "día" -> "day";
      case "woche", "semaine", "semana", "uke" -> "week";
      case "monat", "mois", "mes", "måned" -> "month";
      default -> "year";
    };
  }

  private PartialDate spanishPeriod(String which, String word) {
    String low = word.toLowerCase(Locale.ROOT);
    return switch (low) {
      case "mañana", "tarde" -> which.equals("this") ? anchor.map(PartialDate::day).orElse(PartialDate.NOT_STATED)
          : PartialDate.NOT_STATED;
      case "noche" -> which.equals("this") ? anchor.map(PartialDate::day).orElse(PartialDate.NOT_STATED)
          : period("last", "night");
      case "semana", "mes", "año" -> period(which, unit(low));
      default -> period(which, low);
    };
  }

  /// The one group of several that was found, in lower case.
  private static String one(Matcher m) {
    for (int i = 1; i <= m.groupCount(); i++) {
      if (m.group(i) != null) {
        return m.group(i).toLowerCase(Locale.ROOT);
      }
    }
    throw new IllegalStateException(m.group());
  }

  /// The last such season that has begun, or that is over.
  private static PartialDate pastSeason(String word, LocalDate anchor, boolean over) {
    PartialDate season = season(word, anchor.getYear());
    LocalDate due = over ? season.last().orElseThrow() : season.first().orElseThrow();
    return due.isBefore(anchor) ? season : season(word, anchor.getYear() - 1);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static Month month(Matcher m, int group) {
    return java.util.Objects.requireNonNull(Calendar.MONTHS.get(m.group(group).toLowerCase(Locale.ROOT)));
  }

  private static DayOfWeek weekday(String word) {
    return java.util.Objects.requireNonNull(Calendar.WEEKDAYS.get(word.toLowerCase(Locale.ROOT)));
  }

  private static PartialDate day(int year, int month, int day) {
    return PartialDate.day(LocalDate.of(year, month, day));
  }

  /// The United States put the month first, most others the day: the order that makes a date not after the anchor, else
  /// the month first.
  private PartialDate slashed(int one, int two, int year) {
    if (one > 12 || two > 12) {
      return one > 12 ? day(year, two, one) : day(year, one, two);
    }
    LocalDate monthFirst = LocalDate.of(year, one, two);
    boolean late = anchor.filter(day -> monthFirst.isAfter(day.plusDays(3))
        && !LocalDate.of(year, two, one).isAfter(day.plusDays(3))).isPresent();
    return PartialDate.day(late ? LocalDate.of(year, two, one) : monthFirst);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /// The last such day not after the anchor; a few days ahead are allowed for texts dated a little early.
  private PartialDate recentDay(Month month, int day) {
    if (anchor.isEmpty()) {
      return year.isPresent() ? PartialDate.day(LocalDate.of(year.getAsInt(), month, day)) : PartialDate.NOT_STATED;
    }
    if (past) {
      YearMonth then = inThePast(month);
      return PartialDate.day(then.atDay(Math.min(day, then.lengthOfMonth())));
    }
    LocalDate candidate = LocalDate.of(anchor.get().getYear(), month, day);
    return PartialDate.day(candidate.isAfter(anchor.get().plusDays(3)) ? candidate.minusYears(1) : candidate);
  }

  private PartialDate recentMonth(Month month) {
    if (anchor.isEmpty()) {
      return year.isPresent() ? PartialDate.month(YearMonth.of(year.getAsInt(), month)) : PartialDate.NOT_STATED;
    }
    if (past) {
      return PartialDate.month(inThePast(month));
    }
    YearMonth candidate = YearMonth.of(anchor.get().getYear(), month);
    return PartialDate.month(candidate.isAfter(YearMonth.from(anchor.get())) ? candidate.minusYears(1) : candidate);
  }

  /// "In April 2015 a station was thrown off the air. By June …": the first such month from the one told of.
  private YearMonth inThePast(Month month) {
    YearMonth from = YearMonth.from(told.first().orElseThrow());
    YearMonth candidate = YearMonth.of(from.getYear(), month);
    return candidate.isBefore(from) ? candidate.plusYears(1) : candidate;
  }

  private PartialDate monthOfYear(Month month, String which) {
    if (which.equals("last") || which.equals("this")) {
      return anchor.map(a -> PartialDate.month(YearMonth.of(a.getYear() - (which.equals("last") ? 1 : 0), month)))
          .orElse(PartialDate.NOT_STATED);
    }
    return last.first().map(f -> PartialDate.month(YearMonth.of(f.getYear(), month))).orElse(recentMonth(month));
  }

  private PartialDate relativeMonth(String which, Month month) {
    if (which.contains("following") || which.contains("next")) {
      return last.last().map(l -> {
        YearMonth candidate = YearMonth.of(l.getYear(), month);
        return PartialDate.month(candidate.isAfter(YearMonth.from(l)) ? candidate : candidate.plusYears(1));
      }).orElse(PartialDate.NOT_STATED);
    }
    if (which.contains("previous")) {
      Optional<LocalDate> from = last.first().or(() -> anchor);
      return from.map(l -> {
        YearMonth candidate = YearMonth.of(l.getYear(), month);
        return PartialDate.month(candidate.isBefore(YearMonth.from(l)) ? candidate : candidate.minusYears(1));
      }).orElse(PartialDate.NOT_STATED);
    }
    if (which.equals("that") && last.stated()) {
      return PartialDate.month(YearMonth.of(last.first().orElseThrow().getYear(), month));
    }
    if (which.equals("last") && anchor.isPresent() && anchor.get().getMonth() == month) {
      return PartialDate.month(YearMonth.from(anchor.get()).minusYears(1));
    }
    return recentMonth(month);
  }

  private static PartialDate part(String part, PartialDate month) {
    if (!month.stated()) {
      return month;
    }
    LocalDate first = month.first().orElseThrow();
    LocalDate end = month.last().orElseThrow();
    if (part.matches("(?:early|begin|anfang|début).*")) {
      return PartialDate.range(first, first.plusDays(14));
    }
    return part.matches("(?:late|end|fin).*") ? PartialDate.range(first.plusDays(15), end)
        : PartialDate.range(first.plusDays(9), first.plusDays(19));
  }

  private static PartialDate season(String word, int year) {
    Month from = java.util.Objects.requireNonNull(Calendar.SEASONS.get(word.toLowerCase(Locale.ROOT)));
    YearMonth first = YearMonth.of(year, from);
    return PartialDate.range(first.atDay(1), first.plusMonths(2).atEndOfMonth());
  }

  private PartialDate shift(String unit, int count, String direction) {
    boolean later = direction.equals("later") || direction.equals("after");
    boolean brief = last.first().isPresent() && last.first().get().plusDays(7).isAfter(last.last().orElseThrow());
    if (unit.equalsIgnoreCase("day") && brief && !direction.equals("ago")) {
      int by = later ? count : -count;
      return PartialDate.range(last.first().orElseThrow().plusDays(by), last.last().orElseThrow().plusDays(by));
    }
    boolean days = unit.equalsIgnoreCase("day") && lastDay.stated();
    if (days && !direction.equals("ago")) {
      return PartialDate.day(lastDay.first().orElseThrow().plusDays(later ? count : -count));
    }
    Optional<LocalDate> from = direction.equals("ago") ? anchor : (later ? last.last() : last.first()).or(() -> anchor);
    if (from.isEmpty()) {
      return PartialDate.NOT_STATED;
    }
    int signed = later ? count : -count;
    LocalDate day = from.get();
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "day" -> PartialDate.day(day.plusDays(signed));
      case "week" -> PartialDate.range(day.plusWeeks(signed).minusDays(3), day.plusWeeks(signed).plusDays(3));
      case "month" -> PartialDate.month(YearMonth.from(day).plusMonths(signed));
      default -> PartialDate.year(day.getYear() + signed);
    };
  }

  private PartialDate period(String which, String unit) {
    if (anchor.isEmpty()) {
      return PartialDate.NOT_STATED;
    }
    LocalDate a = anchor.get();
    int back = which.equals("this") ? 0 : which.equals("next") ? -1 : 1;
    return switch (unit) {
      case "week" -> which.equals("this") ? PartialDate.range(monday(a).isEqual(a) ? a.minusDays(3) : monday(a), a)
          : PartialDate.range(monday(a).minusWeeks(back), monday(a).minusWeeks(back).plusDays(6));
      case "weekend" -> PartialDate.range(monday(a).minusDays(2), monday(a).minusDays(1));
      case "night" -> PartialDate.range(a.minusDays(1), a);
      case "month" -> PartialDate.month(YearMonth.from(a).minusMonths(back));
      case "year" -> PartialDate.year(a.getYear() - back);
      default -> season(unit, a.getYear() - back);
    };
  }

  private static PartialDate recentWeekday(LocalDate anchor, String word, String whole) {
    LocalDate day = anchor.with(TemporalAdjusters.previousOrSame(weekday(word)));
    if (whole.strip().startsWith("last ") && day.isEqual(anchor)) {
      day = day.minusWeeks(1);
    }
    return PartialDate.day(day);
  }
}
