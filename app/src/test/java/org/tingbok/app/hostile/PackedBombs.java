package org.tingbok.app.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Zip archives that say they are DOCX, and the XML in them.
final class PackedBombs {
  private static final String TYPES = "[Content_Types].xml";
  private static final String BODY = "word/document.xml";
  private static final String W = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

  private PackedBombs() {
  }

  static List<Bomb> all() {
    List<Bomb> all = new ArrayList<>();
    all.add(new Bomb("zip-ratio.docx", zip(BODY, filled(120 << 20))));
    all.add(new Bomb("zip-ratio-of-a-picture.docx", zip("word/media/a.png", filled(300 << 20))));
    all.add(new Bomb("zip-nested.docx", zip("a.zip", zip("b.zip", zip("c.zip", filled(1 << 20))))));
    all.add(new Bomb("zip-entries.docx", entries(30_000)));
    all.add(new Bomb("zip-name.docx", zip("a".repeat(65_000), new byte[1])));
    byte[] broken = zip(BODY, xml("<w:p><w:r><w:t>Tides.</w:t></w:r></w:p>"));
    all.add(new Bomb("zip-broken-off.docx", Arrays.copyOf(broken, broken.length / 2)));
    for (int i = 18; i < 30; i++) {
      broken[i] = (byte) 0xff; // the sizes that the first entry tells of itself
    }
    all.add(new Bomb("zip-lies.docx", broken));
    all.add(docx("xml-laughs.docx", laughs() + "<w:document" + W
        + "><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"));
    all.add(docx("xml-outside.docx", "<!DOCTYPE w:document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document" + W
        + "><w:body><w:p><w:r><w:t>root:&x;</w:t></w:r></w:p></w:body></w:document>"));
    all.add(new Bomb("xml-deep.docx", zip(BODY, xml("<w:p>".repeat(100_000)))));
    all.add(new Bomb("xml-deep-tables.docx", zip(BODY, xml("<w:tbl><w:tr><w:tc>".repeat(50_000)))));
    all.add(new Bomb("xml-attribute.docx",
        zip(BODY, xml("<w:p w:a='" + noise(4 << 20) + "'><w:r><w:t>Tides.</w:t></w:r></w:p>"))));
    all.add(new Bomb("xml-attributes.docx", zip(BODY, xml("<w:p " + attributes(200_000) + "/>"))));
    all.add(new Bomb("xml-paragraphs.docx", zip(BODY, xml("<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(30_000)))));
    return all;
  }

  private static Bomb docx(String name, String xml) {
    return new Bomb(name, zip(BODY, xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] xml(String body) {
    return ("<w:document" + W + "><w:body>" + body + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8);
  }

  private static String laughs() {
    StringBuilder text = new StringBuilder("<!DOCTYPE w:document [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 10; i++) {
      text.append("<!ENTITY l").append(i).append(" '").append(("&l" + (i - 1) + ";").repeat(10)).append("'>");
    }
    return text.append("]>").toString();
  }

  private static String attributes(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(" a").append(i).append("=''");
    }
    return text.toString();
  }

  /// Letters that do not pack well.
  static String noise(int length) {
    java.util.Random random = new java.util.Random(20261123L);
    char[] letters = new char[length];
    for (int i = 0; i < length; i++) {
      letters[i] = (char) ('a' + random.nextInt(26));
    }
    return new String(letters);
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 'a');
    return bytes;
  }

  private static byte[] zip(String name, byte[] bytes) {
    return written(out -> {
      out.putNextEntry(new ZipEntry(TYPES));
      out.putNextEntry(new ZipEntry(name));
      out.write(bytes);
    });
  }

  private static byte[] entries(int count) {
    return written(out -> {
      for (int i = 0; i < count; i++) {
        out.putNextEntry(new ZipEntry("word/" + i));
      }
    });
  }

  @FunctionalInterface
  private interface Writing {
    void to(ZipOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
