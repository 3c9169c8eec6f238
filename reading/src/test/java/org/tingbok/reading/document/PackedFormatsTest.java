package org.tingbok.reading.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.TingbokException;

class PackedFormatsTest {
  private static final List<String> LEFT =
      List.of("The harbour office of Skagen has", "said that strangers had read the",
          "mail of its pilots for weeks. It", "blames a crew from the far shore,", "and has told the police of the",
          "neighbouring town as much.");
  private static final List<String> RIGHT =
      List.of("The far shore denies all of it. A", "spokesman called the story a smear",
          "and asked for proof. The pilots’", "union wants to see the proof, too,", "and the keepers of the lighthouse",
          "would rather see their boots.");

  private interface Drawing {
    void on(PDPageContentStream page) throws IOException;
  }

  private static byte[] pdf(Drawing drawing) throws IOException {
    try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        drawing.on(content);
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  private static void write(PDPageContentStream page, String line, float x, float y, float size) throws IOException {
    page.beginText();
    page.setFont(new PDType1Font(FontName.HELVETICA), size);
    page.newLineAtOffset(x, y);
    page.showText(line.replace('’', '\''));
    page.endText();
  }

  @Test
  void readsTheColumnsOfAPdfOneAfterTheOther() throws IOException {
    Text text = DocumentParser.parse("a.pdf", pdf(page -> {
      write(page, "Pilots' mail read by strangers", 72, 720, 20);
      write(page, "4 June 2019", 72, 690, 10);
      for (int i = 0; i < LEFT.size(); i++) {
        write(page, LEFT.get(i), 72, 650 - (i * 14), 10);
        write(page, RIGHT.get(i), 330, 650 - (i * 14), 10);
      }
    }));
    assertThat(text.document().title()).contains("Pilots' mail read by strangers");
    assertThat(text.document().published().iso()).isEqualTo("2019-06-04");
    assertThat(text.document().mediaType()).isEqualTo("application/pdf");
    assertThat(String.join(" ", Parsed.of(text, BlockKind.PARAGRAPH)))
        .isEqualTo(String.join(" ", LEFT) + " " + String.join(" ", RIGHT).replace('’', '\''));
  }

  @Test
  void refusesAPdfWithoutText() throws IOException {
    byte[] blank = pdf(page -> page.addRect(10, 10, 100, 100));
    assertThatThrownBy(() -> DocumentParser.parse("scan.pdf", blank)).isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("scan.pdf: ").extracting(e -> ((TingbokException) e).code())
        .isEqualTo("PDF_WITHOUT_TEXT");
  }

  @Test
  void refusesAPdfThatNeedsAPassword() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(out);
    }
    assertThatThrownBy(() -> DocumentParser.parse("a.pdf", out.toByteArray()))
        .extracting(e -> ((TingbokException) e).code())
        .isEqualTo("PDF_ENCRYPTED");
  }

  @Test
  void refusesABrokenPdf() {
    assertThatThrownBy(() -> DocumentParser.parse("a.pdf", "%PDF-1.7\n1 0 obj <<".getBytes(StandardCharsets.US_ASCII)))
        .extracting(e -> ((TingbokException) e).code()).isEqualTo("PDF_BROKEN");
    assertThatThrownBy(() -> DocumentParser.parse("a.pdf", "Not found".getBytes(StandardCharsets.US_ASCII)))
        .extracting(e -> ((TingbokException) e).code()).isEqualTo("PDF_BROKEN");
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static String paragraph(String style, String words) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
  }

  private static byte[] docx(String body) throws IOException {
    return zip(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml",
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
            + "</w:body></w:document>",
        "word/footnotes.xml", "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:footnote w:id=\"1\">"
            + paragraph("", "The union keeps minutes of all of its meetings, this one included.")
            + "</w:footnote></w:footnotes>"));
  }

  @Test
  void readsHeadingsListsTablesAndNotesOfADocx() throws IOException {
    Text text = DocumentParser.parse("a.docx", docx(paragraph("Title", "Pilots &amp; strangers")
        + paragraph("", "4 June 2019")
        + paragraph("",
            "The harbour office of Skagen said on Monday that strangers had read the mail of its pilots for eleven weeks.")
        + paragraph("Heading1", "What was read")
        + paragraph("ListParagraph", "Mail about tides and about boots, chiefly the boots.")
        + "<w:tbl><w:tr><w:tc>" + paragraph("", "Week") + "</w:tc><w:tc>" + paragraph("", "Mails")
        + "</w:tc></w:tr></w:tbl>"
        + paragraph("",
            "It is not known who the strangers are, and the office would rather not guess at it in public.")));
    assertThat(Parsed.blocks(text)).containsExactly("TITLE Pilots & strangers", "METADATA 4 June 2019",
        "PARAGRAPH The harbour office of Skagen said on Monday that strangers had read the mail of its pilots for eleven weeks.",
        "HEADING What was read", "LIST_ITEM Mail about tides and about boots, chiefly the boots.",
        "TABLE_ROW Week | Mails",
        "PARAGRAPH It is not known who the strangers are, and the office would rather not guess at it in public.",
        "PARAGRAPH The union keeps minutes of all of its meetings, this one included.");
    assertThat(text.document().published().iso()).isEqualTo("2019-06-04");
  }

  @Test
  void refusesAnArchiveThatIsNoDocument() throws IOException {
    byte[] other = zip(Map.of("notes.txt", "hello"));
    assertThatThrownBy(() -> DocumentParser.parse("a.zip", other)).extracting(e -> ((TingbokException) e).code())
        .isEqualTo("FORMAT_UNKNOWN");
    byte[] broken = docx("<w:p>");
    assertThatThrownBy(() -> DocumentParser.parse("a.docx", broken)).extracting(e -> ((TingbokException) e).code())
        .isEqualTo("DOCX_BROKEN");
  }

  @Test
  void refusesAnArchiveThatUnfoldsBeyondMeasure() throws IOException {
    byte[] bomb = docx(paragraph("", " ".repeat(40_000_000)));
    assertThat(bomb.length).isLessThan(100_000);
    assertThatThrownBy(() -> DocumentParser.parse("a.docx", bomb)).extracting(e -> ((TingbokException) e).code())
        .isEqualTo("ARCHIVE_BOMB");
    byte[] hidden = zip(Map.of("word/media/picture.png", " ".repeat(40_000_000)));
    assertThatThrownBy(() -> DocumentParser.parse("a.docx", hidden)).extracting(e -> ((TingbokException) e).code())
        .isEqualTo("ARCHIVE_BOMB");
  }

  @Test
  void looksAtNoOutsideEntity() throws IOException {
    byte[] outside = zip(Map.of("word/document.xml", "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
        + "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>before &e; after</w:t></w:r></w:p></w:document>"));
    assertThatThrownBy(() -> DocumentParser.parse("a.docx", outside)).extracting(e -> ((TingbokException) e).code())
        .isEqualTo("DOCX_BROKEN");
  }
}
