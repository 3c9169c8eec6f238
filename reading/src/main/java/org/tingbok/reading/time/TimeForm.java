package org.tingbok.reading.time;

import static org.tingbok.reading.time.TimeWords.DAY;
import static org.tingbok.reading.time.TimeWords.DIGIT;
import static org.tingbok.reading.time.TimeWords.FREE;
import static org.tingbok.reading.time.TimeWords.LINK;
import static org.tingbok.reading.time.TimeWords.MONTH;
import static org.tingbok.reading.time.TimeWords.MONTHS;
import static org.tingbok.reading.time.TimeWords.NUMBER;
import static org.tingbok.reading.time.TimeWords.PART;
import static org.tingbok.reading.time.TimeWords.SPANISH_NUMBER;
import static org.tingbok.reading.time.TimeWords.SPANISH_PERIOD;
import static org.tingbok.reading.time.TimeWords.SPANISH_UNIT;
import static org.tingbok.reading.time.TimeWords.YEAR;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The forms that expressions of time take, in the order in which they are tried: what one form takes no later one sees.
enum TimeForm {
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
  SEASON_OF_LAST_YEAR("\\bi\\s+fjor\\s+(vår|sommer|høst|vinter)\\b", "fjor"),
  SEASON_PAST("\\b(?:im|in den)\\s+(?:vergangene|letzte|vorige)[nm]\\s+(frühjahr|sommer|herbst|winter)\\b"
      + "|\\b(?:l['’]|le |au |à l['’])?(printemps|été|automne|hiver)\\s+dernier\\b|\\bsist\\s+(vår|sommer|høst|vinter)\\b",
      "vergangene", "letzte", "vorige", "dernier", "sist"),
  MONTH_PAST("\\b" + MONTH + "\\s+dernier\\b|\\b(?:im )?(?:vergangenen|letzten)\\s+" + MONTH
      + "(?![\\p{L}\\d])|\\bsist\\s+" + MONTH + "(?![\\p{L}\\d])", "dernier", "vergangenen", "letzten", "sist"),
  MONTH_OF_LAST_YEAR("\\bi\\s+" + MONTH + "\\s+i\\s+fjor\\b", "fjor"),
  PERIOD_PAST("\\b(?:in der |im )?(?:vergangenen?|letzten?|vorigen?)\\s+(woche|monat)\\b|\\b(?:la |le )?(semaine|mois)"
      + "\\s+(?:dernière|dernier|passée)\\b|\\b(?:i\\s+)?forrige\\s+(uke|måned)\\b|\\bsiste\\s+(uke|måned)\\b",
      "vergangene", "letzte", "vorige", "dernièr", "dernier", "passée", "forrige", "siste"),
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
  SPANISH_MONTH("\\bpasado (?:mes de )?" + MONTH + "(?![\\p{L}\\d])|\\b" + MONTH + " pasado\\b", "pasado"),
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
  IN_MONTH(
      "\\b(?:in|desde|hasta|a lo largo de|since|during|by|until|from|of|i|im|en|seit|au mois de|siden|fra|early in|late in|'s)\\s+"
          + MONTH
          + "(?![\\p{L}\\d])"),
  IN_SEASON(
      "\\b(?:i\\s+(vår(?=[,.]|\\s+(?:ble|sa|var|kom|da|har|hadde|skrev))|sommer|høst|vinter)|im\\s+(frühjahr|sommer|herbst|winter))(?=\\s+\\p{L}|[,.])(?!\\s+(?:seine[ns]?|ihre[ns]?)\\b)",
      "vår", "sommer", "høst", "vinter", "frühjahr", "herbst"),
  IN_YEAR(DIGIT + FREE + YEAR
      + "\\b(?!/|\\\\|[.]\\w|-(?!(?:19[89]|20[0-4])\\d\\b)\\d|-(?:bit|byte)|\\s*(?:%|per cent|dollars|people|users|computers|organi[sz]ations|victims|machines))"),
  LAST_YEAR("\\b(i fjor|letztes Jahr|vergangenes Jahr|im vergangenen Jahr|l'an dernier|el año pasado)\\b", "fjor",
      "jahr", "dernier", "año"),
  THIS_YEAR("\\b(i år|dieses Jahr|cette année|este año)\\b", "år", "jahr", "année", "año");

  private final Pattern pattern;
  private final boolean month;
  private final boolean weekday;
  @SuppressWarnings("ImmutableEnumChecker") // an unchangeable list
  private final List<String> stems;

  /// @param stems one of them stands in every match, in lower case; none if that cannot be said
  TimeForm(String regex, String... stems) {
    this.stems = List.of(stems);
    pattern = Pattern.compile(regex,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    month = regex.contains(MONTH);
    weekday = regex.contains(DAY);
  }

  /// Whether a sentence has what the form cannot do without.
  boolean mayBeIn(Keywords.Held held) {
    return (held.month() || !month) && (held.weekday() || !weekday) && (held.digit() || !NUMBERED.contains(this))
        && anyStem(held.low());
  }

  private boolean anyStem(String low) {
    for (String stem : stems) {
      if (low.contains(stem)) {
        return true;
      }
    }
    return stems.isEmpty();
  }

  /// All of them, in order.
  static final List<TimeForm> ALL = List.of(values());

  /// Forms with a number in figures.
  private static final Set<TimeForm> NUMBERED = Set.of(ISO, SLASHED, DASHED, DASHED_MONTH,
      YEAR_DAY_MONTH, NUMERIC, DAY_MONTH_YEAR, MONTH_DAY_YEAR, DAY_OF_LIST,
      WEEKDAY_MONTH_DAY, MONTH_DAY, DAY_MONTH, MONTH_YEAR, SEASON_YEAR, IN_YEAR);

  Pattern pattern() {
    return pattern;
  }
}
