package org.tingbok.app.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// PDF files with loops, depths and lies.
final class PdfBombs {
  private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
  private static final String WORDS = "BT /F1 12 Tf 72 700 Td (The harbour was quiet.) Tj ET";

  private PdfBombs() {
  }

  static List<Bomb> all() {
    List<Bomb> all = new ArrayList<>();
    all.add(
        pdf("page-tree-loop.pdf", pages("/Kids[2 0 R 2 0 R 3 0 R]/Count 3"), page("", "4 0 R"), stream(WORDS), FONT));
    all.add(pdf("page-tree-parent-loop.pdf", pages("/Parent 2 0 R/Kids[3 0 R]/Count 1"), page("", "4 0 R"),
        stream(WORDS), FONT));
    all.add(pdf("page-count.pdf", pages("/Kids[3 0 R]/Count 2000000000"), page("", "4 0 R"), stream(WORDS), FONT));
    all.add(pdf("page-many.pdf", pages("/Kids[" + "3 0 R ".repeat(20_000) + "]/Count 20000"), page("", "4 0 R"),
        stream(WORDS), FONT));
    all.add(pdf("deep-arrays.pdf", pages("/Kids[3 0 R]/Count 1/X " + "[".repeat(100_000)), page("", "4 0 R"),
        stream(WORDS), FONT));
    all.add(pdf("deep-dictionaries.pdf", pages("/Kids[3 0 R]/Count 1/X " + "<</X".repeat(100_000)), page("", "4 0 R"),
        stream(WORDS), FONT));
    all.add(pdf("deep-operands.pdf", pages("/Kids[3 0 R]/Count 1"), page("", "4 0 R"),
        stream("[".repeat(200_000) + WORDS), FONT));
    all.add(pdf("graphics-states.pdf", pages("/Kids[3 0 R]/Count 1"), page("", "4 0 R"),
        stream("q ".repeat(300_000) + WORDS), FONT));
    all.add(pdf("form-loop.pdf", pages("/Kids[3 0 R]/Count 1"), page("/XObject<</X 4 0 R>>", "4 0 R"),
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 11>>stream\n/X Do /X Do\nendstream",
        FONT));
    all.add(pdf("stream-length.pdf", pages("/Kids[3 0 R]/Count 1"), page("", "4 0 R"),
        "<</Length 2000000000>>stream\n" + WORDS + "\nendstream", FONT));
    for (String filter : List.of("JBIG2Decode", "JPXDecode", "DCTDecode", "CCITTFaxDecode", "LZWDecode",
        "RunLengthDecode",
        "ASCII85Decode", "Crypt", "Nobody")) {
      all.add(pdf("filter-" + filter + ".pdf", pages("/Kids[3 0 R]/Count 1"), page("", "4 0 R"),
          "<</Filter/" + filter + "/Length 40>>stream\n" + "\u0001\u00ff7x".repeat(10) + "\nendstream", FONT));
    }
    all.add(pdf("filters-many.pdf", pages("/Kids[3 0 R]/Count 1"), page("", "4 0 R"),
        "<</Filter[" + "/FlateDecode".repeat(5_000) + "]/Length 9>>stream\n123456789\nendstream", FONT));
    all.add(pdf("glyphs.pdf", pages("/Kids[3 0 R]/Count 1"), page("", "4 0 R"),
        stream("BT /F1 1 Tf " + "1 0 0 1 9 9 Tm (aa) Tj ".repeat(60_000) + "ET"), FONT));
    all.add(pdf("widths.pdf", pages("/Kids[3 0 R]/Count 1"), page("", "4 0 R"), stream(WORDS),
        "<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar -2000000000/LastChar 2000000000/Widths[1 2]>>"));
    all.add(pdf("map-of-signs.pdf", pages("/Kids[3 0 R]/Count 1"), page("", "4 0 R"), stream(WORDS),
        "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 4 0 R>>"));
    all.add(Bomb.of("objects.pdf", "%PDF-1.4\n" + objects(150_000) + "trailer<</Root 1 0 R/Size 9>>\n%%EOF"));
    all.add(Bomb.of("table-loop.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\nxref\n0 1\n"
        + "0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 48/Size 1>>\nstartxref\n48\n%%EOF"));
    all.add(Bomb.of("table-of-many.pdf", "%PDF-1.4\nxref\n0 2000000000\n0000000000 65535 f \n"
        + "trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"));
    all.add(Bomb.of("head-only.pdf", "%PDF-1.7\n"));
    all.add(flate("stream-packed.pdf", 400 << 20));
    return all;
  }

  /// A page whose content is a packed stream of blanks.
  static Bomb flate(String name, int size) {
    Deflater deflater = new Deflater(9);
    byte[] blanks = new byte[1 << 16];
    java.util.Arrays.fill(blanks, (byte) ' ');
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int written = 0; written < size; written += blanks.length) {
      deflater.setInput(blanks);
      while (!deflater.needsInput()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    String head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages" + "/Kids[3 0 R]/Count 1"
        + ">>endobj\n3 0 obj" + page("", "4 0 R") + "endobj\n4 0 obj<</Filter/FlateDecode/Length " + packed.size()
        + ">>stream\n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(packed.toByteArray());
    all.writeBytes(("\nendstream endobj\n5 0 obj" + FONT + "endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF")
        .getBytes(StandardCharsets.ISO_8859_1));
    return new Bomb(name, all.toByteArray());
  }

  private static String objects(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(i).append(" 0 obj<</A ").append(i % count + 1).append(" 0 R>>endobj\n");
    }
    return text.toString();
  }

  private static String pages(String rest) {
    return "<</Type/Pages" + rest + ">>";
  }

  private static String page(String resources, String contents) {
    return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>" + resources + ">>/Contents "
        + contents + ">>";
  }

  private static String stream(String content) {
    return "<</Length " + content.length() + ">>stream\n" + content + "\nendstream";
  }

  /// Objects 2 and on; 1 is the catalogue. There is no table of places: a reader has to look for them.
  private static Bomb pdf(String name, String... objects) {
    StringBuilder text = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    for (int i = 0; i < objects.length; i++) {
      text.append(i + 2).append(" 0 obj").append(objects[i]).append("endobj\n");
    }
    text.append("trailer<</Root 1 0 R/Size ").append(objects.length + 2).append(">>\n%%EOF");
    return new Bomb("pdf-" + name, text.toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
