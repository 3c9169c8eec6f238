package org.tingbok.app.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tingbok.app.desk.DateCard;
import org.tingbok.app.desk.IncidentPage;

/// Where everything goes on an incident's time line, in hundredths of its width: drawn as one small SVG a lane, so that
/// nothing shrinks on a phone.
///
/// @param ticks where years or months begin
/// @param rows the lanes
public record TimelineDrawing(List<Tick> ticks, List<Row> rows) {
  private static final double WIDE_TRACK = 780;
  private static final double LETTER = 6.9;
  private static final int LONGEST_LABEL = 64;
  private static final double MARGIN = 3;

  /// Copies the lists.
  public TimelineDrawing {
    ticks = List.copyOf(ticks);
    rows = List.copyOf(rows);
  }

  /// The beginning of a year or month.
  ///
  /// @param x where, for example `12.50%`
  /// @param label what begins
  public record Tick(String x, String label) {
  }

  /// A lane.
  ///
  /// @param label what it holds
  /// @param kind class of the style sheet
  /// @param dots what is drawn
  /// @param undated what cannot be placed
  /// @param levels how many lines its labels take on a wide screen
  public record Row(String label, String kind, List<Dot> dots, List<IncidentPage.Mark> undated, int levels) {
    /// How tall the wide drawing is.
    ///
    /// @return CSS pixels
    public int height() {
      return levels * 24 + 6;
    }
  }

  /// Something that happened or was said.
  ///
  /// @param x where it begins
  /// @param width how long it lasts; `0%` for a day
  /// @param y the middle of its line on a wide screen, CSS pixels from the top
  /// @param label the label, shortened
  /// @param textX where the label stands
  /// @param leftwards whether the label ends rather than begins there
  /// @param mark what it is
  public record Dot(String x, String width, int y, String label, String textX, boolean leftwards,
      IncidentPage.Mark mark) {
    /// What a mark is set in that is not sure, or of which only the latest day is known.
    ///
    /// @return classes of the style sheet, each after a blank
    public String faint() {
      return (mark.bound() ? " bound" : "") + (mark.hedged() ? " hedged" : "");
    }

    /// Whether it is drawn as a bar rather than as a point.
    ///
    /// @return true for ranges that are wide enough to be seen
    public boolean bar() {
      return !width.equals("0%");
    }
  }

  /// Places the lanes of an incident.
  ///
  /// @param lanes the lanes
  /// @return empty where nothing is dated
  public static Optional<TimelineDrawing> of(List<IncidentPage.Lane> lanes) {
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (IncidentPage.Lane lane : lanes) {
      for (IncidentPage.Mark mark : lane.marks()) {
        if (mark.when().stated()) {
          first = earlier(first, day(mark.when().from()));
          last = earlier(last, day(mark.when().to())).equals(last) ? day(mark.when().to()) : last;
        }
      }
    }
    if (first.isAfter(last)) {
      return Optional.empty();
    }
    Scale scale = new Scale(first, Math.max(30, ChronoUnit.DAYS.between(first, last)));
    return Optional.of(new TimelineDrawing(scale.ticks(), lanes.stream().map(lane -> row(lane, scale)).toList()));
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate day(Optional<String> iso) {
    return LocalDate.parse(iso.orElseThrow());
  }

  /// From days to hundredths of the width.
  private record Scale(LocalDate first, long days) {
    double x(LocalDate day) {
      return MARGIN + (100 - 2 * MARGIN) * ChronoUnit.DAYS.between(first, day) / days;
    }

    List<Tick> ticks() {
      List<Tick> ticks = new ArrayList<>();
      boolean years = days > 900;
      int step = years ? (int) Math.max(1, days / 365 / 8) : days > 400 ? 3 : days > 120 ? 2 : 1;
      LocalDate at = years ? LocalDate.of(first.getYear() + 1, 1, 1) : first.withDayOfMonth(1).plusMonths(1);
      while (!years && (at.getMonthValue() - 1) % step != 0) {
        at = at.plusMonths(1);
      }
      for (; !at.isAfter(first.plusDays(days)); at = years ? at.plusYears(step) : at.plusMonths(step)) {
        String month = at.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        ticks.add(new Tick(percent(x(at)), years || at.getMonth() == Month.JANUARY ? Integer.toString(at.getYear())
            : ticks.isEmpty() ? month + " " + at.getYear() : month));
      }
      return ticks;
    }
  }

  private static Row row(IncidentPage.Lane lane, Scale scale) {
    List<Dot> dots = new ArrayList<>();
    List<IncidentPage.Mark> undated = new ArrayList<>();
    List<Double> taken = new ArrayList<>();
    int levels = 1;
    for (IncidentPage.Mark mark : lane.marks()) {
      if (!mark.when().stated()) {
        undated.add(mark);
        continue;
      }
      double from = scale.x(day(mark.when().from()));
      double width = scale.x(day(mark.when().to())) - from;
      boolean bar = width > 1.2;
      String label = shortened(mark.label());
      double length = 100 * (label.length() * LETTER + 16) / WIDE_TRACK;
      double after = from + (bar ? width : 0.6);
      boolean leftwards = after + length > 100 && from - length > 0;
      double start = leftwards ? from - length : from;
      double end = leftwards ? after : after + length;
      int level = 0;
      while (level < taken.size() && taken.get(level) > start) {
        level++;
      }
      if (level == taken.size()) {
        taken.add(end);
      } else {
        taken.set(level, end);
      }
      levels = Math.max(levels, level + 1);
      dots.add(new Dot(percent(bar ? from : from + width / 2), bar ? percent(width) : "0%", level * 24 + 15, label,
          percent(leftwards ? from : after), leftwards, mark));
    }
    return new Row(lane.label(), lane.kind(), dots, undated, levels);
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1).strip() + "…";
  }

  private static String percent(double x) {
    return String.format(Locale.ROOT, "%.2f%%", x);
  }

  /// The days of a mark, with months cut to three letters.
  ///
  /// @param mark a mark
  /// @return for example `by 19 Jun 2021`
  public static String brief(IncidentPage.Mark mark) {
    String words = mark.when().words();
    for (Month month : Month.values()) {
      words = words.replace(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
          month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3));
    }
    return mark.bound() ? "by " + words : words;
  }

  /// The days of a mark, for its tooltip.
  ///
  /// @param mark a mark
  /// @return its label and its days
  public static String tooltip(IncidentPage.Mark mark) {
    DateCard when = mark.when();
    return mark.label() + (mark.bound() ? ", by " : ", ") + when.words();
  }
}
