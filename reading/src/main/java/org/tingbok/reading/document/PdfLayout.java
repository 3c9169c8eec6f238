package org.tingbok.reading.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Collects the pieces of text of a page with their places.
final class PdfLayout extends PDFTextStripper {
  private List<Run> runs = new ArrayList<>();

  PdfLayout() {
    setSortByPosition(true);
    setSuppressDuplicateOverlappingText(true);
    setAddMoreFormatting(false);
  }

  /// A piece of a line without a wide gap in it.
  ///
  /// @param text what it says
  /// @param x left edge, in points from the left of the page
  /// @param right right edge
  /// @param y base line, in points from the top of the page
  /// @param size height of the type, in points
  record Run(String text, float x, float right, float y, float size) {
  }

  /// The runs of one page, top to bottom.
  List<Run> page(PDDocument document, int number) throws IOException {
    runs = new ArrayList<>();
    setStartPage(number);
    setEndPage(number);
    writeText(document, Writer.nullWriter());
    return runs;
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    StringBuilder run = new StringBuilder();
    TextPosition first = null;
    TextPosition last = null;
    for (TextPosition position : positions) {
      String unicode = position.getUnicode();
      if (unicode == null || (unicode.isBlank() && last == null)) {
        continue;
      }
      if (last != null && first != null) {
        float gap = position.getXDirAdj() - (last.getXDirAdj() + last.getWidthDirAdj());
        float space = Math.max(position.getWidthOfSpace(), position.getFontSizeInPt() * 0.2f);
        if (gap > Math.max(space * 3.2f, position.getFontSizeInPt() * 1.1f)
            || Math.abs(position.getYDirAdj() - last.getYDirAdj()) > position.getFontSizeInPt() * 0.6f) {
          keep(run, first, last);
          run.setLength(0);
          first = null;
        } else if (gap > space * 0.45f && !run.isEmpty() && !Character.isWhitespace(run.charAt(run.length() - 1))
            && !unicode.isBlank()) {
          run.append(' ');
        }
      }
      if (first == null && !unicode.isBlank()) {
        first = position;
      }
      if (first != null) {
        run.append(unicode);
      }
      if (!unicode.isBlank()) {
        last = position;
      }
    }
    if (first != null && last != null) {
      keep(run, first, last);
    }
  }

  private void keep(CharSequence run, TextPosition first, TextPosition last) {
    String text = run.toString().strip();
    if (!text.isEmpty()) {
      runs.add(new Run(text, first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj(), first.getYDirAdj(),
          Math.max(1, first.getFontSizeInPt())));
    }
  }
}
