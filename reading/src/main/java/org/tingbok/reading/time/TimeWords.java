package org.tingbok.reading.time;

/// What expressions of time are put together from, as parts of regular expressions.
final class TimeWords {
  static final String MONTHS = Calendar.alternatives(Calendar.MONTHS);
  /// A full stop belongs to a short form only if the sentence goes on.
  static final String MONTH = "(" + MONTHS + ")(?:\\.(?=\\s*[\\d,]|\\s+\\p{Ll}))?";
  static final String LINK =
      "(?:\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or|to|through|until|und|oder|bis|og|eller|til|et|ou|y|a)\\s+|\\s?[-–—]\\s?)";
  static final String PART = "(?:(?:early|mid|late)[\\s-]+)?";
  /// What stands before a number that is part of an address, a file name, an identifier.
  static final String FREE =
      "(?<![\\p{L}\\d_/%#=&\\\\])(?<!(?<!\\bmid|\\bearly|\\blate|[12]\\d{3})-)(?<!\\d[.,])";
  /// What a year begins with, looked for before what is dear to look for.
  static final String DIGIT = "(?=[12])";
  static final String DAY = "(?:" + Calendar.alternatives(Calendar.WEEKDAYS) + ")";
  static final String YEAR = "((?:19[89]|20[0-4])\\d)";
  static final String NUMBER = "(\\d{1,3}|" + Calendar.alternatives(Calendar.NUMBERS) + ")";
  static final String SPANISH_NUMBER = "(\\d{1,3}|" + Calendar.alternatives(Calendar.SPANISH_NUMBERS) + ")";
  static final String SPANISH_UNIT = "(día|semana|mes|año)(?:e?s)?";
  static final String SPANISH_PERIOD = "(semana|mes|año|mañana|tarde|noche|primavera|verano|otoño|invierno)";

  private TimeWords() {
  }
}
