package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;
import org.tingbok.text.BlockKind;

/// Reads HTML: the source is the canonical text, its readable text the drafts, aligned to the source code unit by code unit.
final class HtmlReader implements NodeFilter {
  private static final Set<String> SKIPPED =
      Set.of("script", "style", "noscript", "template", "svg", "math", "iframe", "object",
          "canvas", "head", "select", "audio", "video", "map", "button", "textarea", "datalist", "progress", "meter");
  private static final Set<String> BLOCKS =
      Set.of("address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
          "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
          "h2", "h3", "h4",
          "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
          "table", "tbody",
          "tfoot", "thead", "tr", "ul", "legend", "label");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final int CLIMB = 40;

  private final String canonical;
  private final Page page;
  private final @Nullable Element root;
  private final HtmlZones zones = new HtmlZones();
  private Draft current = new Draft();
  private int linked;
  private int linkDepth;
  private @Nullable Element outside;
  private @Nullable Element row;
  private @Nullable Element holder;
  private boolean firstTime = true;
  private boolean seam;

  private HtmlReader(String canonical, Document html) {
    this.canonical = canonical;
    page = new Page(canonical, new ArrayList<>());
    root = HtmlZones.main(html);
  }

  static Page read(String canonical) {
    Document html = Parser.htmlParser().setTrackPosition(true).setMaxDepth(Budget.USUAL.depth())
        .parseInput(canonical, "");
    HtmlReader reader = new HtmlReader(canonical, html);
    HtmlMetadata.read(html, reader.page, reader.root);
    NodeTraversor.filter(reader, html);
    reader.flush(null);
    return reader.page;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      text(text);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String name = element.normalName();
    if (SKIPPED.contains(name)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (name.equals("br")) {
      int at = element.sourceRange().startPos();
      current.add('\n', Math.max(0, at), Math.max(0, element.sourceRange().endPos()));
      return FilterResult.CONTINUE;
    }
    if (CELLS.contains(name) && row != null) {
      if (!current.isEmpty()) {
        int at = element.sourceRange().startPos();
        current.add(' ', at, at);
        current.add('|', at, at);
        current.add(' ', at, at);
      }
    } else if (BLOCKS.contains(name) || CELLS.contains(name)) {
      flush(element.parent());
      holder = element;
      if (name.equals("tr") && HtmlZones.isDataRow(element)) {
        row = element;
      }
    } else if (name.equals("a")) {
      linkDepth++;
      seam = true;
    } else if (name.equals("span")) {
      seam = true;
    } else if (name.equals("time") && outside == null && firstTime && inRoot(element)) {
      firstTime = false;
      HtmlMetadata.time(element, page);
    }
    if (outside == null && zones.isOutside(element)) {
      flush(element.parent());
      outside = element;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      if (BLOCKS.contains(name) || (CELLS.contains(name) && row == null)) {
        flush(element);
        holder = element.parent();
      } else if (name.equals("a")) {
        linkDepth = Math.max(0, linkDepth - 1);
      }
      if (element.equals(row)) {
        row = null;
      }
      if (element.equals(outside)) {
        flush(element);
        outside = null;
      }
    }
    return FilterResult.CONTINUE;
  }

  private void text(TextNode node) {
    int start = node.sourceRange().startPos();
    int end = node.sourceRange().endPos();
    if (start < 0 || end > canonical.length() || end <= start) {
      return;
    }
    if (seam && isSeam(node.getWholeText())) {
      current.add(' ', start, start);
    }
    seam = false;
    int before = current.length();
    HtmlText.align(canonical, start, end, node.getWholeText(), current);
    if (linkDepth > 0) {
      linked += current.length() - before;
    }
  }

  /// Whether two pieces that only their style keeps apart meet here, such as a date and a name.
  private boolean isSeam(String next) {
    if (current.isEmpty() || next.isEmpty() || !Character.isUpperCase(next.charAt(0))) {
      return false;
    }
    char last = current.charAt(current.length() - 1);
    return Character.isLowerCase(last) || Character.isDigit(last);
  }

  /// Closes the block in the making, which lies within an element.
  private void flush(@Nullable Element within) {
    Draft draft = current;
    double links = draft.isEmpty() ? 0 : (double) linked / draft.length();
    current = new Draft();
    linked = 0;
    if (draft.tidy().isEmpty()) {
      return;
    }
    Element element = within == null ? holder : within;
    describe(draft, element == null ? root : element, links);
    List<Draft> lines = lines(draft);
    page.drafts.addAll(lines);
  }

  /// Line breaks separate lines of one block unless a sentence runs over them.
  private static List<Draft> lines(Draft draft) {
    List<Draft> lines = new ArrayList<>();
    int from = 0;
    String text = draft.text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n' && draft.endAt(i) - draft.startAt(i) > 1) {
        String before = text.substring(from, i).strip();
        String after = text.substring(i + 1).strip();
        boolean runsOn = !after.isEmpty() && Character.isLowerCase(after.charAt(0)) && !LineEnds.endsSentence(before)
            && before.length() > 20;
        if (!runsOn) {
          line(draft, from, i, lines);
          from = i + 1;
        }
      }
    }
    line(draft, from, text.length(), lines);
    return lines;
  }

  private static void line(Draft draft, int from, int to, List<Draft> lines) {
    Draft line = draft.part(from, to).tidy();
    if (!line.isEmpty()) {
      if (!lines.isEmpty()) {
        line.gap = 0;
        line.continues = true;
      }
      lines.add(line);
    }
  }

  private boolean inRoot(Element element) {
    return root == null || element.equals(root) || (element.hasParent() && HtmlZones.isWithin(element, root));
  }

  private void describe(Draft draft, @Nullable Element element, double links) {
    draft.links = links;
    if (outside != null) {
      draft.kind = BlockKind.BOILERPLATE;
      return;
    }
    Element at = element;
    for (int i = 0; at != null && i < CLIMB && draft.undecided() && !draft.heading; i++) {
      property(draft, at);
      at = at.equals(root) ? null : at.parent();
    }
    if (element != null && !inRoot(element)) {
      draft.kind = BlockKind.BOILERPLATE;
    } else if (links > 0.7 && draft.length() < 250 && !draft.heading && !draft.is(BlockKind.METADATA)
        && !draft.is(BlockKind.TABLE_ROW) && !LineEnds.endsSentence(draft.text())) {
      draft.kind = BlockKind.BOILERPLATE;
    }
  }

  private void property(Draft draft, Element element) {
    String name = element.normalName();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> draft.heading = true;
      case "li", "dd" -> draft.kind = BlockKind.LIST_ITEM;
      case "tr" -> draft.kind = BlockKind.TABLE_ROW;
      case "figcaption", "caption" -> draft.kind = BlockKind.CAPTION;
      case "address" -> draft.kind = BlockKind.METADATA;
      case "pre" -> draft.kind = BlockKind.BOILERPLATE;
      default -> {
        String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
        if (!names.isBlank() && draft.length() < 300) {
          if (HtmlZones.isMetadata(names)) {
            draft.kind = BlockKind.METADATA;
          } else if (names.contains("caption")) {
            draft.kind = BlockKind.CAPTION;
          } else if (names.contains("pullquote") || names.contains("pull-quote") || names.contains("pull_quote")) {
            draft.kind = BlockKind.PULL_QUOTE;
          } else if (names.contains("kicker") || names.contains("eyebrow") || names.contains("rubric")) {
            draft.kind = BlockKind.METADATA;
          }
        }
      }
    }
  }
}
