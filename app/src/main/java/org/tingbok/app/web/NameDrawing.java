package org.tingbok.app.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tingbok.mention.NameKey;
import org.tingbok.app.desk.NamesPage;

/// Where everything goes in the drawing of an actor's names: the name asked for in the middle, the others in a column on
/// either side, a curve for each claim about two of them. For narrow screens the names are one column with arcs before it,
/// so that no letter shrinks.
///
/// @param wide the drawing for wide screens
/// @param narrow the drawing for narrow screens
/// @param voices who speaks, with the class of the style sheet that colours the curves
public record NameDrawing(Sheet wide, Sheet narrow, List<Voice> voices) {
  private static final int MOST_NAMES = 60;
  private static final int COLOURS = 8;
  private static final int ROW = 26;
  private static final int WIDTH = 1040;
  private static final int LEFT = 300;
  private static final int RIGHT = 740;
  private static final int MIDDLE = 520;
  private static final int NARROW = 340;
  private static final int TRUNK = 120;
  private static final int LONGEST = 34;

  /// Copies the list.
  public NameDrawing {
    voices = List.copyOf(voices);
  }

  /// A drawing.
  ///
  /// @param width of the drawing, in CSS pixels
  /// @param height of the drawing, in CSS pixels
  /// @param nodes the names
  /// @param edges the claims
  public record Sheet(int width, int height, List<Node> nodes, List<Edge> edges) {
    /// Copies the lists.
    public Sheet {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /// A name.
  ///
  /// @param name the whole name
  /// @param label the name, shortened
  /// @param x where its dot is
  /// @param y where its dot is
  /// @param textX where the label stands
  /// @param anchor `start`, `middle` or `end`
  /// @param textY where the label stands
  /// @param kind class of the style sheet: `asked`, `joined`, `apart` or `related`
  public record Node(String name, String label, int x, int y, int textX, int textY, String anchor, String kind) {
  }

  /// A claim.
  ///
  /// @param path of the curve
  /// @param kind classes of the style sheet: a colour, and `denied` or `hedged` where it is
  /// @param title what it says, for a tooltip
  public record Edge(String path, String kind, String title) {
  }

  /// Somebody who speaks.
  ///
  /// @param name who
  /// @param colour class of the style sheet
  public record Voice(String name, String colour) {
  }

  private record Place(int x, int y) {
  }

  /// Draws a page.
  ///
  /// @param page the page
  /// @return its drawing, of the first sixty names
  public static NameDrawing of(NamesPage page) {
    List<NamesPage.Row> rows = page.rows().stream().limit(MOST_NAMES).toList();
    Map<String, String> colours = new LinkedHashMap<>();
    List<NamesPage.Link> links = page.links();
    links.stream().map(NamesPage.Link::claimantNames).distinct().sorted()
        .forEach(name -> colours.put(name, "c" + colours.size() % COLOURS));
    return new NameDrawing(wide(rows, links, colours), narrow(rows, links, colours),
        colours.entrySet().stream().map(entry -> new Voice(entry.getKey(), entry.getValue())).toList());
  }

  private static Sheet wide(List<NamesPage.Row> rows, List<NamesPage.Link> links, Map<String, String> colours) {
    int others = Math.max(0, rows.size() - 1);
    int left = (others + 1) / 2;
    // Few names stand further apart, so that their curves can be told from each other.
    int step = left <= 4 ? 2 * ROW : left <= 8 ? ROW * 3 / 2 : ROW;
    int height = Math.max(3, left) * step + 24;
    Map<String, Place> places = new HashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      NamesPage.Row row = rows.get(i);
      boolean asked = i == 0;
      boolean onLeft = !asked && i <= left;
      int at = onLeft ? i - 1 : i - 1 - left;
      int count = onLeft ? left : others - left;
      int y = asked ? height / 2 : height / 2 + (int) Math.round((at - (count - 1) / 2.0) * step);
      int x = asked ? MIDDLE : onLeft ? LEFT : RIGHT;
      places.put(NameKey.of(row.name()), new Place(x, y));
      nodes.add(new Node(row.name(), shortened(row.name()), x, y, asked ? x : onLeft ? x - 12 : x + 12,
          asked ? y - 14 : y + 4, asked ? "middle" : onLeft ? "end" : "start", kind(row, asked)));
    }
    List<Edge> edges = new ArrayList<>();
    Map<String, Integer> parallel = new HashMap<>();
    for (NamesPage.Link link : links) {
      Place a = places.get(NameKey.of(link.first()));
      Place b = places.get(NameKey.of(link.second()));
      if (a != null && b != null && !a.equals(b)) {
        int bend = bend(parallel, a, b);
        double middle = (a.x() + b.x()) / 2.0;
        // Names of one column are joined by a bow towards the middle, others by an S.
        int bow = a.x() == b.x() ? (a.x() < MIDDLE ? 1 : -1) * (40 + Math.abs(a.y() - b.y()) / 4) : 0;
        edges.add(new Edge(String.format(Locale.ROOT, "M%d %dC%.0f %d %.0f %d %d %d", a.x(), a.y(),
            middle + bow + (bow == 0 ? 0 : bend), a.y() + (bow == 0 ? bend : 0), middle + bow + (bow == 0 ? 0 : bend),
            b.y() + (bow == 0 ? bend : 0), b.x(), b.y()), kind(link, colours), title(link)));
      }
    }
    return new Sheet(WIDTH, height, nodes, edges);
  }

  private static Sheet narrow(List<NamesPage.Row> rows, List<NamesPage.Link> links, Map<String, String> colours) {
    Map<String, Place> places = new HashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      NamesPage.Row row = rows.get(i);
      int y = 18 + i * ROW;
      places.put(NameKey.of(row.name()), new Place(TRUNK, y));
      nodes.add(new Node(row.name(), shortened(row.name()), TRUNK, y, TRUNK + 12, y + 5, "start", kind(row, i == 0)));
    }
    List<Edge> edges = new ArrayList<>();
    Map<String, Integer> parallel = new HashMap<>();
    for (NamesPage.Link link : links) {
      Place a = places.get(NameKey.of(link.first()));
      Place b = places.get(NameKey.of(link.second()));
      if (a != null && b != null && !a.equals(b)) {
        int reach = TRUNK - 14 - Math.min(TRUNK - 20, Math.abs(a.y() - b.y()) / 5 + Math.abs(bend(parallel, a, b)));
        edges.add(new Edge("M" + a.x() + " " + a.y() + "C" + reach + " " + a.y() + " " + reach + " " + b.y() + " "
            + b.x() + " " + b.y(), kind(link, colours), title(link)));
      }
    }
    return new Sheet(NARROW, 18 + rows.size() * ROW, nodes, edges);
  }

  /// Several claims about one pair run beside each other: 0, 7, -7, 14 …
  private static int bend(Map<String, Integer> parallel, Place a, Place b) {
    String pair = a.y() < b.y() || (a.y() == b.y() && a.x() < b.x()) ? a + " " + b : b + " " + a;
    int nth = parallel.merge(pair, 1, Integer::sum) - 1;
    return (nth + 1) / 2 * (nth % 2 == 0 ? -7 : 7);
  }

  private static String kind(NamesPage.Row row, boolean asked) {
    return asked ? "asked" : row.joined() ? "joined" : row.dissent().isEmpty() ? "related" : "apart";
  }

  private static String kind(NamesPage.Link link, Map<String, String> colours) {
    return "edge " + colours.getOrDefault(link.claimantNames(), "c0") + (link.denies() ? " denied" : "")
        + (link.hedged() ? " hedged" : "");
  }

  private static String title(NamesPage.Link link) {
    return link.claimantNames() + ": " + link.relates()
        + link.certainty().text().map(words -> ", “" + words + "”").orElse("")
        + (link.said().stated() ? ", " + link.when() : "");
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name
        : name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST - 1, name.codePointCount(0, name.length()))))
            .strip() + "…";
  }
}
