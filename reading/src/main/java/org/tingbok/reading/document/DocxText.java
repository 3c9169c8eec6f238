package org.tingbok.reading.document;

import java.io.ByteArrayInputStream;
import java.io.Serial;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The text of WordprocessingML (ISO/IEC 29500) parts, paragraph by paragraph.
final class DocxText {
  private final XMLInputFactory factory;
  private final Budget budget;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> styleNames = new HashMap<>();
  private final StringBuilder paragraph = new StringBuilder();
  private String style = "";
  private boolean item;
  private int heading;
  private int tables;
  private int cells;

  /// The text outgrew the limit.
  static final class TooLong extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
  }

  /// Its elements stand too deep in each other.
  static final class TooDeep extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
  }

  DocxText(XMLInputFactory factory, Budget budget) {
    this.factory = factory;
    this.budget = budget;
  }

  String text() {
    return Decoding.lineEnds(out.toString());
  }

  void styles(byte @Nullable [] xml) throws XMLStreamException {
    if (xml == null) {
      return;
    }
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    String id = "";
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        if (reader.getLocalName().equals("style")) {
          id = value(reader, "styleId");
        } else if (reader.getLocalName().equals("name") && !id.isEmpty()) {
          styleNames.putIfAbsent(id, value(reader, "val").toLowerCase(Locale.ROOT));
        }
      }
    }
    reader.close();
  }

  /// The attribute of that local name, the empty text if there is none.
  private static String value(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  void body(byte[] xml) throws XMLStreamException {
    read(factory.createXMLStreamReader(new ByteArrayInputStream(xml)), false);
  }

  void notes(byte @Nullable [] xml) throws XMLStreamException {
    if (xml != null) {
      read(factory.createXMLStreamReader(new ByteArrayInputStream(xml)), true);
    }
  }

  private void read(XMLStreamReader reader, boolean notes) throws XMLStreamException {
    boolean text = false;
    int skipped = 0;
    int depth = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
      if (depth > budget.depth()) {
        throw new TooDeep();
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        boolean skip =
            name.equals("del") || name.equals("instrText") || name.equals("Fallback") || name.equals("delText")
                || (notes && (name.equals("footnote") || name.equals("endnote")) && !value(reader, "type").isEmpty());
        skipped += skip || skipped > 0 ? 1 : 0;
        if (skipped == 0) {
          text = name.equals("t");
          start(reader, name);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (skipped > 0) {
          skipped--;
        } else {
          end(reader.getLocalName());
        }
        text = false;
      } else if (text && skipped == 0 && event == XMLStreamConstants.CHARACTERS) {
        paragraph.append(reader.getText());
        check();
      }
    }
    reader.close();
  }

  private void check() {
    if (out.length() + paragraph.length() > budget.characters()) {
      throw new TooLong();
    }
  }

  private void start(XMLStreamReader reader, String name) {
    switch (name) {
      case "p" -> {
        style = "";
        item = false;
        heading = 0;
        if (tables == 0) {
          paragraph.setLength(0);
        }
      }
      case "pStyle" -> style = value(reader, "val");
      case "numPr" -> item = true;
      case "outlineLvl" -> heading = 1;
      case "tab" -> paragraph.append(' ');
      case "br", "cr" -> paragraph.append(tables > 0 ? ' ' : '\n');
      case "noBreakHyphen" -> paragraph.append('\u2011');
      case "tbl" -> tables++;
      case "tr" -> {
        paragraph.setLength(0);
        cells = 0;
      }
      case "tc" -> {
        paragraph.append(cells > 0 ? " | " : "");
        cells++;
      }
      default -> {
        // formatting
      }
    }
  }

  private void end(String name) {
    switch (name) {
      case "p" -> {
        if (tables == 0) {
          paragraph();
        } else {
          paragraph.append(' ');
        }
      }
      case "tr" -> row();
      case "tbl" -> {
        tables = Math.max(0, tables - 1);
        out.append('\n');
      }
      default -> {
        // formatting
      }
    }
  }

  private void row() {
    String row = paragraph.toString().strip();
    paragraph.setLength(0);
    if (cells == 1) {
      out.append(row).append("\n\n");
    } else if (!row.isEmpty()) {
      out.append("| ").append(row.replaceAll("\\s+", " ")).append(" |\n");
    }
    check();
  }

  private void paragraph() {
    String text = paragraph.toString().strip();
    paragraph.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    String named = styleNames.getOrDefault(style, style.toLowerCase(Locale.ROOT));
    boolean title = named.equals("title") || named.equals("tittel") || named.equals("titel") || named.equals("titre");
    boolean headed =
        heading > 0 || named.startsWith("heading") || named.startsWith("overskrift") || named.startsWith("überschrift")
            || named.startsWith("titre") || title;
    boolean listed = item || named.startsWith("list") || named.startsWith("listeavsnitt");
    if (headed && text.indexOf('\n') < 0) {
      out.append("# ");
    } else if (listed && !headed) {
      out.append("• ");
    }
    out.append(text).append(listed && !headed ? "\n" : "\n\n");
    check();
  }
}
