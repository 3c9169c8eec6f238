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
  private static final String MONTHS = Calendar.alternatives(Calendar.MONTHS);
  /// A full stop belongs to a short form only if the sentence goes on.
  private static final String MONTH = "(" + MONTHS + ")(?:\\.(?=\\s*[\\d,]|\\s+\\p{Ll}))?";
  private static final String LINK =
      "(?:\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or|to|through|until|und|oder|bis|og|eller|til|et|ou|y|a)\\s+|\\s?[-–—]\\s?)";
  private static final String PART = "(?:(?:early|mid|late)[\\s-]+)?";
  /// What stands before a number that is part of an address, a file name, an identifier.
  private static final String FREE =
      "(?<![\\p{L}\\d_/%#=&\\\\])(?<!(?<!\\bmid|\\bearly|\\blate|[12]\\d{3})-)(?<!\\d[.,])";
  /// What a year begins with, looked for before what is dear to look for.
  private static final String DIGIT = "(?=[12])";
  private static final String DAY = "(?:" + Calendar.alternatives(Calendar.WEEKDAYS) + ")";
  private static final String YEAR = "((?:19[89]|20[0-4])\\d)";
  private static final String NUMBER = "(\\d{1,3}|" + Calendar.alternatives(Calendar.NUMBERS) + ")";
  private static final String SPANISH_NUMBER = "(\\d{1,3}|" + Calendar.alternatives(Calendar.SPANISH_NUMBERS) + ")";
  private static final String SPANISH_UNIT = "(día|semana|mes|año)(?:e?s)?";
  private static final String SPANISH_PERIOD = "(semana|mes|año|mañana|tarde|noche|primavera|verano|otoño|invierno)";
  private static final int SCENE = 400; // code units that a month without a year may stand behind one with it
  private static final int LONG_AGO = 330; // days after which what is told is no longer the present
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private enum Form {
    ISO(DIGIT + FREE + YEAR + "-(\\d\\d)-(\\d\\d)(?=T\\d|\\b)(?![-/%_])"),
    SLASHED("(?<![\\w/.])(\\d{1,2})/(\\d{1,2})/" + YEAR + "(?![\\w/])"),
    DASHED("(?<![\\w/.-])(\\d{1,2})-(\\d{1,2})-" + YEAR + "(?![\\w/-])"),
    DASHED_MONTH("(?<![\\w/.-])(\\d{1,2})-" + MONTH + "-" + YEAR + "(?![\\w/-])"),
    YEAR_DAY_MONTH("(?<=[(\\s])" + YEAR + ",\\s+(\\d{1,2})\\s+" + MONTH + "(?![\\p{L}\\d])(?!\\s+" + YEAR + ")"),
    NUMERIC("\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?" + YEAR + "\\b"),
    DAY_MONTH_YEAR(
        "\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.?º|\\.)?\\s+(?:of\\s+|de\\s+)?" + MONTH + ",?\\s+(?:del?\\s+)?" + YEAR
            + "\\b"),
    MONTH_DAY_YEAR("\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?:of\\s+)?|,)" + YEAR + "\\b"),
    DAY_OF_LIST(
        "(?<![\\d.,:/-])\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?(?=(?:,|\\s+(?:and|or|to|und|oder|bis|og|eller|til|et|y))\\s+"
            + "\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+" + MONTH + "(?:,?\\s+" + YEAR + ")?(?![\\p{L}\\d]))"),
    MONTH_OF_LIST(
        "\\b" + PART + "(" + MONTHS + ")(?=" + LINK + PART + "(?:(?:" + MONTHS + ")" + LINK + PART + "){0,4}(?:"
            + MONTHS + ")\\b(?:,?\\s+" + YEAR + ")?)"),
    MONTH_OF_THAT_YEAR("\\b(?:in\\s+)?" + MONTH + "\\s+of\\s+(that|the same|last|this)\\s+year\\b", "year"),
    WEEKDAY_MONTH_DAY("\\b(" + DAY + ")\\.?,?\\s+(?:the\\s+)?" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b"),
    MONTH_DAY("\\b" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*(?:%|per cent|million|billion))"),
    DAY_MONTH("\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.?º|\\.)?\\s+(?:of\\s+|de\\s+)?" + MONTH + "(?![\\p{L}\\d])"),
    PART_MONTH_YEAR(
        "\\b(early|mid|late|end of|beginning of|middle of|the middle of|anfang|mitte|"
            + "ende|début|fin)[\\s-]+(?:in\\s+)?" + MONTH + "(?:,?\\s+" + YEAR + ")?(?![\\p{L}\\d])"),
    SPANISH_PART("\\b(principios|comienzos|inicios|mediados|finales|fines)\\s+(?:de|del mes de)\\s+" + MONTH
        + "(?:\\s+del?\\s+" + YEAR + ")?(?![\\p{L}\\d])", "principios", "comienzos", "inicios", "mediados", "finales",
        "fines"),
    SPANISH_MONTH_OF(
        "\\b" + MONTH + "\\s+(?:del|de(?: ese| este| aquel)?)\\s+(?:mismo )?año(?: (pasado|anterior))?\\b", "año"),
    MONTH_YEAR("\\b" + MONTH + "(?:,|\\s+of|\\s+del?)?\\s+" + YEAR + "\\b"),
    SEASON_YEAR(
        "\\b(?:the\\s+)?(" + Calendar.alternatives(Calendar.SEASONS) + ")(?:\\s+of|\\s+de)?\\s+" + YEAR + "\\b"),
    WEEKDAY_LAST_WEEK("\\b(" + DAY + ")\\s+of\\s+last\\s+week\\b", "last"),
    SAME_DAY("\\b(?:the|that|on the)\\s+same\\s+day\\b|\\bthat\\s+(?:very\\s+)?day\\b|\\bsamme (?:dag|kveld)\\b"
        + "|\\b(?:a few |some )?hours\\s+later\\b|\\bwithin hours\\b|\\bat the time\\b(?! of)"
        + "|\\bam selben Tag\\b|\\ble même jour\\b|\\b(?:ese|este|aquel|el) mismo día\\b", "same", "day", "dag",
        "kveld", "hours", "at the time", "tag", "jour", "mismo"),
    DAY_BEFORE(
        "\\b(?:a|one|the)\\s+day\\s+(earlier|before|later|after)\\b|\\b(?:the\\s+)?(next|following|previous)\\s+day\\b|"
            + "\\b(dagen etter|neste dag|am nächsten Tag|am Tag danach|le lendemain)\\b|\\bdagen før\\b|\\bam Vortag\\b|"
            + "\\bam Tag zuvor\\b|\\bla veille\\b|\\bel día (?:anterior|antes)\\b|\\bla víspera\\b",
        "day", "dag", "tag", "lendemain", "veille", "día", "víspera"),
    SPANISH_DAY_AFTER("\\b(?:al|el) día siguiente\\b", "siguiente"),
    HACE("\\bhace\\s+(?:unos |unas |casi |ya |más de |cerca de |apenas )?" + SPANISH_NUMBER + "\\s+" + SPANISH_UNIT
        + "(?![\\p{L}])", "hace"),
    SPANISH_SHIFT("\\b" + SPANISH_NUMBER + "\\s+" + SPANISH_UNIT + "\\s+(después|más tarde|antes)(?![\\p{L}])",
        "después", "más tarde", "antes"),
    AGO("\\b(?:some |about |almost |nearly )?" + NUMBER
        + "\\s+(day|week|month|year)s?\\s+(ago|earlier|later|(?:before|after)(?=\\s*(?:[,.;]|$)))"
        + "(?![\\p{L}])", "ago", "earlier", "later", "before", "after"),
    FOR_SIDEN("\\bfor\\s+" + NUMBER + "\\s+(dag|uke|måned|år)(?:er)?\\s+siden\\b", "siden"),
    SAME_MONTH("\\b(?:that|the same)\\s+month\\b|\\bsamme måned\\b|\\bim selben Monat\\b|\\ble même mois\\b", "month",
        "måned", "monat", "mois"),
    VOR("\\b(?:vor|il y a)\\s+(?:etwa |rund |environ )?" + NUMBER
        + "\\s+(Tag|Woche|Monat|Jahr|jour|semaine|mois|an)(?:e|n|en|s)?\\b", "vor", "il"),
    SPANISH_THIS("\\best[ae] (?:mism[ao] )?" + SPANISH_PERIOD + "\\b", "este", "esta"),
    SPANISH_LAST("\\b(?:el|la|del) (?:pasad[ao] )" + SPANISH_PERIOD + "\\b|\\b" + SPANISH_PERIOD
        + " (?:pasad[ao]|anterior)\\b", "pasad", "anterior"),
    SPANISH_LAST_NIGHT("\\banoche\\b", "anoche"),
    SPANISH_TWO_DAYS_AGO("\\banteayer\\b|\\bantes de ayer\\b", "anteayer", "antes"),
    TODAY("\\b(today|tonight|this (?:morning|afternoon|evening)|i dag|heute|aujourd'hui|hoy)\\b", "today", "tonight",
        "this", "dag", "heute", "aujourd'hui", "hoy"),
    YESTERDAY("\\b(yesterday|i går|gestern|hier|ayer)\\b", "yesterday", "går", "gestern", "hier", "ayer"),
    PERIOD(
        "\\b(earlier\\s+)?(this|last|previous|past|next|the previous)\\s+(week|month|year|fall|spring|summer|autumn|winter|"
            + "night|weekend)\\b",
        "this", "last", "previous", "past", "next"),
    LAST_DAY(
        "\\b(?:this|last|on|forrige|am|vergangenen|letzten|mardi dernier)?\\s*\\b(" + DAY + ")(?:s)?\\b(?!\\s+of)"),
    RELATIVE_MONTH(
        "\\b(that|last|this|the previous|the following|the next|previous|following)\\s+" + MONTH + "(?![\\p{L}\\d])",
        "that", "last", "this", "previous", "following", "next"),
    SPANISH_MONTH("\\bpasado (?:mes de )?" + MONTH + "(?![\\p{L}\\d])|\\b" + MONTH + " pasado\\b", "pasado"),
    IN_MONTH(
        "\\b(?:in|desde|hasta|a lo largo de|since|during|by|until|from|of|i|im|en|seit|au mois de|siden|fra|early in|late in|'s)\\s+"
            + MONTH
            + "(?![\\p{L}\\d])"),
    IN_YEAR(DIGIT + FREE + YEAR
        + "\\b(?!/|\\\\|[.]\\w|-(?!(?:19[89]|20[0-4])\\d\\b)\\d|-(?:bit|byte)|\\s*(?:%|per cent|dollars|people|users|computers|organi[sz]ations|victims|machines))"),
    LAST_YEAR("\\b(i fjor|letztes Jahr|vergangenes Jahr|im vergangenen Jahr|l'an dernier|el año pasado)\\b", "fjor",
        "jahr", "dernier", "año"),
    THIS_YEAR("\\b(i år|dieses Jahr|cette année|este año)\\b", "år", "jahr", "année", "año");

    private final Pattern pattern;
    private final boolean month;
    private final boolean weekday;
    private final Pattern stems;

    /// @param stems one of them stands in every match, in lower case; none if that cannot be said
    Form(String regex, String... stems) {
      this.stems = Pattern.compile(String.join("|", stems));
      pattern = Pattern.compile(regex, FLAGS);
      month = regex.contains(MONTH);
      weekday = regex.contains(DAY);
    }

    /// Whether a sentence has what the form cannot do without.
    boolean mayBeIn(Keywords.Held held) {
      return (held.month() || !month) && (held.weekday() || !weekday) && (held.digit() || !NUMBERED.contains(this))
          && stems.matcher(held.low()).find();
    }
  }

  private static final List<Form> FORMS = List.of(Form.values());

  /// Forms with a number in figures.
  private static final Set<Form> NUMBERED = Set.of(Form.ISO, Form.SLASHED, Form.DASHED, Form.DASHED_MONTH,
      Form.YEAR_DAY_MONTH, Form.NUMERIC, Form.DAY_MONTH_YEAR, Form.MONTH_DAY_YEAR, Form.DAY_OF_LIST,
      Form.WEEKDAY_MONTH_DAY, Form.MONTH_DAY, Form.DAY_MONTH, Form.MONTH_YEAR, Form.SEASON_YEAR, Form.IN_YEAR);

  /// What every form has one of, so that most sentences need no closer look.
  private static final Keywords ANY = new Keywords(List.of("day", "week", "month", "year", "today", "tonight",
      "yesterday", "last ", "this ", "i dag", "i går", "heute", "gestern", "hier", "jour", "hoy", "ayer", "fjor",
      "i år", "Jahr", "année", "hace ", "día", "semana", "mes ", "año", "anoche", "mañana", "víspera", "tarde",
      "noche", "hours", "at the time", "samme", "Woche", "Monat", "Tag", "mois", "semaine", "dagen", "lendemain",
      "veille"));

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
    Form.MONTH_DAY.pattern.matcher(text).results().forEach(result -> months.add(month(result.group(1))));
    Form.DAY_MONTH.pattern.matcher(text).results().forEach(result -> months.add(month(result.group(2))));
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
    List<Form> forms = new ArrayList<>();
    List<Matcher> matchers = new ArrayList<>();
    for (Form form : FORMS) {
      if (!form.mayBeIn(held)) {
        continue;
      }
      Matcher matcher = form.pattern.matcher(sentence);
      while (matcher.find()) {
        if (!anyTaken(taken, matcher.start(), matcher.end()) && capitalised(form, matcher)) {
          for (int i = matcher.start(); i < matcher.end(); i++) {
            taken[i] = true;
          }
          places.add(new int[] {matcher.start(), matcher.end()});
          forms.add(form);
          Matcher copy = form.pattern.matcher(sentence);
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
  private static boolean capitalised(Form form, Matcher matcher) {
    if (form != Form.IN_MONTH && form != Form.RELATIVE_MONTH && form != Form.LAST_DAY && form != Form.DAY_MONTH
        && form != Form.MONTH_DAY && form != Form.MONTH_OF_LIST) {
      return true;
    }
    String word = matcher.group(form == Form.RELATIVE_MONTH || form == Form.DAY_MONTH ? 2 : 1);
    String low = word.toLowerCase(Locale.ROOT);
    if (low.length() <= 3 && form == Form.LAST_DAY) {
      return false;
    }
    return !low.matches("may|march|mars|mar|sun|mon|sat|jan|dec|august|sept|sep|mai")
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

  private PartialDate value(Form form, Matcher m) {
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
      case "woche", "semaine", "semana" -> "week";
      case "monat", "mois", "mes" -> "month";
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
