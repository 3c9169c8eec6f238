package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.app.desk.DateCard;
import org.tingbok.app.desk.IncidentPage.Lane;
import org.tingbok.app.desk.IncidentPage.Mark;

class TimelineDrawingTest {
  private static Mark mark(String from, String to, String label) {
    return new Mark(new DateCard(Optional.of(from), Optional.of(to), from), label, List.of(), false, false);
  }

  private static double number(String percent) {
    return Double.parseDouble(percent.substring(0, percent.length() - 1));
  }

  @Test
  void placesMarksInOrderWithinTheirTrack() {
    TimelineDrawing drawing = TimelineDrawing.of(List.of(
        new Lane("happened", "happened", List.of(mark("2018-06-01", "2018-08-31", "summer"))),
        new Lane("A", "accused",
            List.of(mark("2019-02-06", "2019-02-06", "x"), mark("2021-06-18", "2021-06-18", "y")))))
        .orElseThrow();
    assertThat(drawing.rows().getFirst().dots().getFirst().bar()).isTrue();
    List<TimelineDrawing.Dot> dots = drawing.rows().get(1).dots();
    assertThat(number(dots.get(0).x())).isBetween(10.0, 40.0);
    assertThat(number(dots.get(1).x())).isBetween(90.0, 98.0);
    assertThat(dots.get(1).leftwards()).isTrue();
    assertThat(drawing.ticks()).extracting(TimelineDrawing.Tick::label).containsExactly("2019", "2020", "2021");
  }

  @Test
  void setsLabelsThatWouldCollideOnLinesOfTheirOwn() {
    String label = "a label of some length";
    TimelineDrawing.Row row = TimelineDrawing.of(List.of(new Lane("A", "accused", List.of(
        mark("2021-01-01", "2021-01-01", label), mark("2021-01-08", "2021-01-08", label),
        mark("2021-12-01", "2021-12-01", label))))).orElseThrow().rows().getFirst();
    assertThat(row.levels()).isEqualTo(2);
    assertThat(row.dots()).extracting(TimelineDrawing.Dot::y).containsExactly(15, 39, 15);
  }

  @Test
  void drawsNothingWhereNothingIsDated() {
    Mark undated = new Mark(new DateCard(Optional.empty(), Optional.empty(), "undated"), "x", List.of(), false, false);
    assertThat(TimelineDrawing.of(List.of(new Lane("A", "accused", List.of(undated))))).isEmpty();
    assertThat(TimelineDrawing.of(List.of())).isEmpty();
  }

  @Test
  void drawsASingleDay() {
    assertThat(TimelineDrawing.of(List.of(new Lane("A", "accused", List.of(mark("2021-01-01", "2021-01-01", "x")))))
        .orElseThrow().rows()).hasSize(1);
  }
}
