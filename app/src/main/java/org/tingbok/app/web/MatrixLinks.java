package org.tingbok.app.web;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.app.desk.AccusationMatrix;

/// Where the rows, columns and cells of a matrix lead, and the bars that stand for years.
///
/// @param frame of the page that it stands on
/// @param matrix what is shown
/// @param years which years were chosen, as typed; empty for all
public record MatrixLinks(Frame frame, AccusationMatrix matrix, String years) {
  private static final int STEP = 4;
  private static final int TALLEST = 14;

  /// One year of a cell.
  ///
  /// @param x from the left, in CSS pixels
  /// @param height in CSS pixels
  public record Bar(int x, int height) {
  }

  /// The first year that has a place.
  ///
  /// @return a year
  public int first() {
    return matrix.every().getFirst();
  }

  /// The last year that has a place.
  ///
  /// @return a year
  public int last() {
    return matrix.every().getLast();
  }

  /// How wide the bars are together.
  ///
  /// @return CSS pixels
  public int width() {
    return matrix.every().isEmpty() ? 0 : (last() - first() + 1) * STEP;
  }

  /// The years of a cell.
  ///
  /// @param cell the cell
  /// @return a bar for each year in which something was first said
  public List<Bar> bars(AccusationMatrix.Cell cell) {
    int most = cell.byYear().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    List<Bar> bars = new ArrayList<>();
    cell.byYear().forEach((year, count) -> bars.add(
        new Bar((year - first()) * STEP, Math.max(4, TALLEST * count / Math.max(2, most)))));
    return bars;
  }

  private boolean states() {
    return matrix.by() == AccusationMatrix.By.STATES;
  }

  private String said() {
    return years.isEmpty() ? "" : "&said=" + Frame.encoded(years);
  }

  /// The claims in which an accuser accuses.
  ///
  /// @param row the accuser
  /// @return the address
  public String accuser(AccusationMatrix.Row row) {
    return frame.link("/claims?type=attribution&" + accuses(row.key()) + said());
  }

  private String accuses(String key) {
    return states() ? "state=" + key + "&claimant-kind=state&claimant-kind=body" : "claimant=" + Frame.encoded(key);
  }

  /// The claims in which somebody is accused by a state or body.
  ///
  /// @param column the accused
  /// @return the address
  public String accused(AccusationMatrix.Head column) {
    return frame.link("/claims?type=attribution&claimant-kind=state&claimant-kind=body&" + isAccused(column.key())
        + said());
  }

  private String isAccused(String key) {
    return (states() ? "accused-state=" : "accused=") + Frame.encoded(key);
  }

  /// The claims that a cell counts.
  ///
  /// @param row the accuser
  /// @param column the accused
  /// @return the address
  public String cell(AccusationMatrix.Row row, AccusationMatrix.Head column) {
    return frame.link("/claims?type=attribution&" + accuses(row.key()) + "&" + isAccused(column.key()) + said());
  }

  /// Where what the accused denies is told.
  ///
  /// @param row the accuser
  /// @param column the accused
  /// @return the time line between two states, or the denials of whoever is accused
  public String denied(AccusationMatrix.Row row, AccusationMatrix.Head column) {
    return frame.link(states() ? "/between/" + row.key() + "/" + column.key()
        : "/actor/" + Frame.encoded(column.key()) + "#denied");
  }
}
