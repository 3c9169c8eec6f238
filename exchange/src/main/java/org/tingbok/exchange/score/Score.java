package org.tingbok.exchange.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a reading scored.
///
/// @param complaints claims that were wrong, missed or extra, one line each, in order of the gold
/// @param rows figures by claim type, then `core` (the first six types) and `all`
/// @param slots how many slots were right of how many that the gold asks for, by slot; a slot never asked for is absent
/// @param placed B-cubed F1 of the incident grouping, 0 to 1; 0 over no claims
/// @param grouped over how many claims
/// @param falseQuotes quotes that their document does not have
/// @param quotes all quotes
/// @param missing names of gold documents that the reading does not have
public record Score(List<String> complaints, Map<String, Row> rows, Map<String, Slot> slots, double placed,
    int grouped, int falseQuotes, int quotes, List<String> missing) {
  /// Copies the collections; maps keep their order.
  public Score {
    complaints = List.copyOf(complaints);
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    missing = List.copyOf(missing);
  }

  /// Figures of one type, or of several together.
  ///
  /// @param gold claims that the gold asks for
  /// @param predicted claims that the reading makes
  /// @param found matched in type and place
  /// @param right matched, and who and whom are right too
  public record Row(int gold, int predicted, int found, int right) {
    /// The two together.
    ///
    /// @param other another row
    /// @return the sums
    public Row plus(Row other) {
      return new Row(gold + other.gold, predicted + other.predicted, found + other.found, right + other.right);
    }

    /// F1 over type and place.
    ///
    /// @return 0 to 1; 0 where it is not defined
    public double foundF1() {
      return f1(ratio(found, predicted), ratio(found, gold));
    }

    /// How much of what the reading says is right.
    ///
    /// @return 0 to 1; 0 where it says nothing
    public double rightPrecision() {
      return ratio(right, predicted);
    }

    /// How much of the gold is read right.
    ///
    /// @return 0 to 1; 0 where the gold asks for nothing
    public double rightRecall() {
      return ratio(right, gold);
    }

    /// F1 over type, place, who and whom.
    ///
    /// @return 0 to 1; 0 where it is not defined
    public double rightF1() {
      return f1(rightPrecision(), rightRecall());
    }

    private static double ratio(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }

    private static double f1(double precision, double recall) {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  /// How many were right.
  ///
  /// @param right how many
  /// @param asked of how many
  public record Slot(int right, int asked) {
  }

  /// The score as lines for a person.
  ///
  /// @param errors whether the complaints come first
  /// @return lines, each ended by `\n`
  public String print(boolean errors) {
    List<String> lines = new ArrayList<>(errors ? complaints : List.of());
    rows.forEach((label, row) -> lines.add(String.format(Locale.ROOT,
        "%-16s gold %4d  predicted %4d  found F1 %s   right P %s R %s F1 %s", label, row.gold(), row.predicted(),
        rounded(row.foundF1(), 3), rounded(row.rightPrecision(), 3), rounded(row.rightRecall(), 3),
        rounded(row.rightF1(), 3))));
    slots.forEach((name, slot) -> lines.add(
        String.format(Locale.ROOT, "slot %-10s %d of %d", name, slot.right(), slot.asked())));
    lines.add("incident grouping (B-cubed F1) " + rounded(placed, 3) + " over " + grouped + " claims");
    lines.add("quotes not in their document: " + falseQuotes + " of " + quotes + "; documents not read: "
        + missing.size());
    return String.join("\n", lines) + "\n";
  }

  /// The score as JSON: rows with four decimals, slots, placed, false_quotes, missing.
  ///
  /// @return an object, indented
  public String json() {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    ObjectNode root = mapper.createObjectNode();
    ObjectNode rowNodes = root.putObject("rows");
    rows.forEach((label, row) -> {
      ObjectNode node = rowNodes.putObject(label);
      node.put("gold", row.gold());
      node.put("predicted", row.predicted());
      node.put("found_f1", rounded(row.foundF1(), 4).doubleValue());
      node.put("right_p", rounded(row.rightPrecision(), 4).doubleValue());
      node.put("right_r", rounded(row.rightRecall(), 4).doubleValue());
      node.put("right_f1", rounded(row.rightF1(), 4).doubleValue());
    });
    ObjectNode slotNodes = root.putObject("slots");
    slots.forEach((name, slot) -> slotNodes.putObject(name).put("n", slot.asked()).put("ok", slot.right()));
    root.put("placed", placed);
    root.put("false_quotes", falseQuotes);
    missing.forEach(root.putArray("missing")::add);
    return mapper.writeValueAsString(root) + "\n";
  }

  /// Rounded to decimals by the exact value, halves to even.
  private static BigDecimal rounded(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
