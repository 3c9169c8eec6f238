package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tingbok.document.DateKind;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.Span;
import org.tingbok.reading.time.DateExpression;
import org.tingbok.reading.time.DateExpressions;
import org.tingbok.text.BlockKind;

/// Reads plain text and Markdown: lines to drafts of blocks.
///
/// Scraped text carries Markdown marks now and then, so both are read alike; only marks that plain text uses
/// otherwise (underscores, back quotes, back slashes) need the file to be called Markdown.
final class PlainReader {
  private static final Pattern COPYRIGHT_YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

  private final String canonical;
  private final boolean markdown;
  private final List<Line> lines;
  private final PageFurniture furniture;
  private final LineEnds ends;
  private final int[] columnWidths;
  private final Page page;

  private PlainReader(String canonical, boolean markdown, Page page, int from, boolean columns) {
    this.canonical = canonical;
    this.markdown = markdown;
    this.page = page;
    lines = Line.of(canonical, from);
    furniture = PageFurniture.in(lines);
    int wrap = LineEnds.wrapWidth(lines);
    columnWidths = columns ? LineEnds.columnWidths(lines) : new int[0];
    ends = new LineEnds(wrap, wrap > 0 ? canonical.toLowerCase(Locale.ROOT) : "");
  }

  /// Reads one text.
  static Page read(String canonical, boolean markdown) {
    return read(canonical, markdown, false);
  }

  /// Reads one text that may be set in columns narrower than the page.
  static Page readColumns(String canonical) {
    return read(canonical, false, true);
  }

  private static Page read(String canonical, boolean markdown, boolean columns) {
    Page page = new Page(canonical, new ArrayList<>());
    int from = frontMatter(page);
    PlainReader reader = new PlainReader(canonical, markdown, page, from, columns);
    page.runningHeads.addAll(reader.furniture.heads);
    reader.furnitureDrafts();
    reader.blocks();
    return page;
  }

  /// Keeps the first of each running head for the dates in it.
  private void furnitureDrafts() {
    for (int i = furniture.found.nextSetBit(0); i >= 0; i = furniture.found.nextSetBit(i + 1)) {
      if (furniture.heads.contains(lines.get(i).text())) {
        page.furniture.add(draft(lines.get(i), 0, BlockKind.METADATA));
      }
    }
  }

  /// Reads `key: value` lines between two lines of dashes; answers where the text begins.
  private static int frontMatter(Page page) {
    String text = page.canonical;
    int open = 0;
    while (open < text.length() && Draft.isSpace(text.charAt(open))) {
      open++;
    }
    if (!text.startsWith("---\n", open)) {
      return 0;
    }
    int close = text.indexOf("\n---", open + 3);
    if (close < 0 || close - open > 4000) {
      return 0;
    }
    int at = open + 4;
    boolean keyed = false;
    while (at < close + 1) {
      int stop = text.indexOf('\n', at);
      String line = text.substring(at, stop);
      int colon = line.indexOf(':');
      if (colon > 0 && Character.isLetter(line.charAt(0))) {
        keyed = true;
        declare(page, line.substring(0, colon).trim().toLowerCase(Locale.ROOT), unquoted(line.substring(colon + 1)),
            at + colon + 1, stop);
      }
      at = stop + 1;
    }
    if (!keyed) {
      return 0;
    }
    int end = text.indexOf('\n', close + 1);
    return end < 0 ? text.length() : end + 1;
  }

  private static String unquoted(String value) {
    String trimmed = value.trim();
    boolean quoted = trimmed.length() > 1 && (trimmed.charAt(0) == '"' || trimmed.charAt(0) == '\'')
        && trimmed.charAt(trimmed.length() - 1) == trimmed.charAt(0);
    return quoted ? trimmed.substring(1, trimmed.length() - 1).replace("\\\"", "\"") : trimmed;
  }

  private static void declare(Page page, String key, String value, int from, int to) {
    if (value.isEmpty()) {
      return;
    }
    switch (key) {
      case "title", "headline", "tittel", "titel", "titre" -> page.titles.add(value);
      case "publisher", "site", "site_name", "sitename", "outlet", "source", "publication", "organization",
          "organisation" ->
        page.publishers.add(value);
      case "author", "authors", "by", "byline" -> page.authors.add(value);
      case "lang", "language" -> page.language = Optional.of(value);
      case "date", "published", "publishdate", "pubdate", "published_at", "date_published", "published_time", "created",
          "dato", "datum" ->
        dates(page, DateKind.PUBLISHED, from, to);
      case "updated", "modified", "lastmod", "last_modified", "date_modified", "modified_time" ->
        dates(page, DateKind.MODIFIED, from, to);
      case "archived", "retrieved", "accessed", "date_archived", "crawled" -> dates(page, DateKind.ARCHIVED, from, to);
      default -> {
        // other keys say nothing that is read
      }
    }
  }

  private static void dates(Page page, DateKind kind, int from, int to) {
    for (DateExpression date : DateExpressions.in(page.canonical.substring(from, to))) {
      if (date.value().stated()) {
        Span span = new Span(from + date.start(), from + date.end());
        page.dates.add(new DocumentDate(kind, date.value(), span, span.of(page.canonical)));
      }
    }
  }

  private void blocks() {
    int at = 0;
    int gap = 1;
    boolean code = false;
    while (at < lines.size()) {
      Line line = lines.get(at);
      boolean fence = line.text().startsWith("```") || line.text().startsWith("~~~");
      if (line.blank() || furniture.found.get(at)) {
        gap += line.blank() ? 1 : 0;
        at++;
      } else if (fence) {
        code = !code;
        gap++;
        at++;
      } else if (code) {
        keep(draft(line, 0, BlockKind.BOILERPLATE), gap);
        gap = 0;
        at++;
      } else if (Marks.isRule(line.text())) {
        underlined(line, gap);
        gap = 1;
        at++;
      } else {
        at = paragraph(at, gap);
        gap = 0;
      }
    }
  }

  /// A rule of `=` or `-` directly below a line makes that line a heading, in Markdown.
  private void underlined(Line rule, int gap) {
    char sign = rule.text().charAt(0);
    if (gap == 0 && (sign == '=' || sign == '-') && !page.drafts.isEmpty()) {
      Draft above = page.drafts.getLast();
      if (above.undecided() && above.length() < 120 && !LineEnds.endsSentence(above.text())) {
        above.heading = true;
      }
    }
  }

  private void keep(Draft draft, int gap) {
    if (!draft.isEmpty()) {
      draft.gap = gap;
      page.drafts.add(draft);
    }
  }

  private Draft draft(Line line, int skip, BlockKind kind) {
    Draft draft = new Draft(kind);
    draft.add(canonical, line.start() + skip, line.end());
    return draft;
  }

  /// One block that begins at this line; answers the line after it.
  private int paragraph(int at, int gap) {
    Line line = lines.get(at);
    int quoted = quoteMark(line.text());
    String text = line.text().substring(quoted);
    if (text.isEmpty()) {
      return at + 1;
    }
    if (text.charAt(0) == '|' && text.indexOf('|', 1) > 0) {
      row(line, quoted, gap);
      return at + 1;
    }
    if (columns(at)) {
      keep(draft(line, quoted, BlockKind.TABLE_ROW), gap);
      return at + 1;
    }
    Draft draft = new Draft();
    draft.gap = gap;
    int skip = quoted;
    int hashes = Marks.hashes(text);
    int bullet = Marks.bullet(text);
    int number = Marks.number(text);
    if (hashes > 0) {
      draft.heading = true;
      skip += hashes;
    } else if (bullet > 0) {
      draft.kind = BlockKind.LIST_ITEM;
      skip += bullet;
    } else if (number > 0 && numbers(at, quoted)) {
      draft.kind = BlockKind.LIST_ITEM;
      skip += number;
    }
    draft.add(canonical, line.start() + skip, line.end());
    int last = at;
    int next = following(at);
    while (hashes == 0 && next < lines.size() && goesOn(last, next)) {
      join(draft, lines.get(last), lines.get(next), next > last + 1);
      last = next;
      next = following(next);
    }
    if (draft.is(BlockKind.LIST_ITEM) && bullet == 0) {
      numbered(draft, last > at);
    }
    keep(Marks.stripped(draft, markdown), gap);
    return last + 1;
  }

  /// A number stands before a section's heading, a paragraph of a statement, or an item of a list.
  private static void numbered(Draft draft, boolean severalLines) {
    draft.numbered = true;
    if (draft.length() > 140 || (severalLines && LineEnds.endsSentence(draft.text()))) {
      draft.kind = null;
    } else if (!LineEnds.endsSentence(draft.text()) && !draft.text().endsWith(";") && !draft.text().endsWith(",")
        && !draft.text().endsWith("and") && draft.length() < 100 && Character.isUpperCase(draft.charAt(0))) {
      draft.kind = null;
      draft.heading = true;
    }
  }

  /// Whether the number at the head of this line counts something rather than being part of the text.
  private boolean numbers(int at, int quoted) {
    String text = lines.get(at).text().substring(quoted);
    int mark = Marks.number(text);
    char after = text.charAt(mark);
    if (text.startsWith("(c) ") && !Character.isLowerCase(text.charAt(4)) && COPYRIGHT_YEAR.matcher(text).find()) {
      return false;
    }
    if (Character.isDigit(text.charAt(0)) && LiveStamps.isStamp(text)) {
      return false;
    }
    return !Character.isDigit(after) && (!Character.isLowerCase(after) || text.charAt(0) == '(')
        && DateExpressions.in(text.substring(0, Math.min(text.length(), 24))).isEmpty();
  }

  /// Whether most lines that stand together here have columns.
  private boolean columns(int at) {
    if (!isColumnar(lines.get(at)) && (at == 0 || !isColumnar(lines.get(at - 1)))) {
      return false;
    }
    int columnar = 0;
    int all = 0;
    for (int i = at; i >= 0 && i > at - 12 && !lines.get(i).blank() && !furniture.found.get(i); i--) {
      all++;
      columnar += isColumnar(lines.get(i)) ? 1 : 0;
    }
    for (int i = at + 1; i < lines.size() && i < at + 12 && !lines.get(i).blank() && !furniture.found.get(i); i++) {
      all++;
      columnar += isColumnar(lines.get(i)) ? 1 : 0;
    }
    return columnar >= 2 && columnar * 4 >= all * 3;
  }

  /// Cells with wide gaps between them.
  private static boolean isColumnar(Line line) {
    return line.text().contains("   ") && line.length() < 140;
  }

  private static int quoteMark(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '>' && (at + 1 == text.length() || text.charAt(at + 1) == ' '
        || text.charAt(at + 1) == '>')) {
      at++;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
    return at;
  }

  private int following(int at) {
    int next = at + 1;
    while (next < lines.size() && (lines.get(next).blank() || furniture.found.get(next))) {
      next++;
    }
    return next;
  }

  private boolean goesOn(int last, int next) {
    Line line = lines.get(last);
    Line after = lines.get(next);
    boolean broken = after.newPage();
    for (int i = last + 1; i < next; i++) {
      broken |= furniture.found.get(i) || lines.get(i).newPage();
    }
    if (next > last + 1 || broken) {
      return broken && ends.continuesAfterBreak(line, after);
    }
    String text = after.text();
    int quoted = quoteMark(text);
    if (quoted > 0) {
      text = text.substring(quoted);
      if (text.isEmpty() || quoteMark(line.text()) == 0) {
        return false;
      }
    }
    boolean newBlock = Marks.hashes(text) > 0 || Marks.bullet(text) > 0 || text.charAt(0) == '|' || Marks.isRule(text)
        || text.startsWith("```") || (Marks.number(text) > 0 && numbers(next, quoted)) || LiveStamps.isStamp(text);
    if (newBlock || line.text().endsWith("\\") || line.text().endsWith("<br>")) {
      return false;
    }
    boolean byline = Shapes.isByline(text) && after.length() < 60 && !LineEnds.endsSentence(text) && next < 30;
    if (byline || (isColumnar(line) && isColumnar(after))) {
      return false;
    }
    boolean indented = after.indent() >= line.indent() + 8 || (ends.wrap() > 0 && after.indent() >= 40);
    return !indented && ((isNarrow(last) ? new LineEnds(columnWidths[last], ends.whole()) : ends).joins(line, after)
        || (markdown && ends.wrap() == 0 && !LineEnds.endsSentence(line.text())
            && line.length() > 40));
  }

  private boolean isNarrow(int at) {
    return at < columnWidths.length && columnWidths[at] > 0;
  }

  private void join(Draft draft, Line line, Line next, boolean broken) {
    int quoted = quoteMark(next.text());
    LineEnds.Join join = ends.join(line.text(), next.text().substring(quoted));
    if (join == LineEnds.Join.SPACE) {
      draft.add(' ', line.end(), broken ? line.end() + 1 : next.start() + quoted);
    } else if (join == LineEnds.Join.DROP_HYPHEN) {
      draft.cutTo(draft.length() - 1);
    }
    if (broken) {
      draft.breakHere();
    }
    draft.add(canonical, next.start() + quoted, next.end());
  }

  private void row(Line line, int quoted, int gap) {
    String text = line.text();
    boolean words = false;
    for (int i = quoted; i < text.length(); i++) {
      words |= Character.isLetterOrDigit(text.charAt(i));
    }
    if (words) {
      int to = line.end() - (text.endsWith("|") ? 1 : 0);
      Draft row = new Draft(BlockKind.TABLE_ROW);
      row.add(canonical, line.start() + quoted + 1, to);
      keep(Marks.stripped(row, markdown), gap);
    }
  }
}
