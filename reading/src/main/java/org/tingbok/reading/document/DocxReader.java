package org.tingbok.reading.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.tingbok.vocabulary.BadInputException;

/// Takes the text out of a DOCX file: paragraphs, headings, lists, tables, footnotes.
///
/// The extracted text marks headings with `#`, items with a bullet and cells with `|`, so that it reads as
/// [PlainReader] reads any text. No document type definition and no outside entity is looked at; what a file unfolds to is limited.
final class DocxReader {
  private static final Set<String> WANTED = Set.of("word/document.xml", "word/footnotes.xml", "word/endnotes.xml",
      "word/styles.xml", "word/numbering.xml");
  private static final int UNSUSPICIOUS = 1 << 20;
  private static final int BUFFER = 1 << 14;

  private DocxReader() {
  }

  static String text(String source, byte[] bytes, Budget budget) {
    Map<String, byte[]> parts = unpack(source, bytes, budget);
    byte[] body = parts.get("word/document.xml");
    if (body == null) {
      throw new BadInputException(parts.containsKey("") ? "DOCX_BROKEN" : "FORMAT_UNKNOWN",
          source + ": a ZIP archive without word/document.xml; hand in the files within, or a DOCX");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty("jdk.xml.maxElementDepth", "0"); // the budget's is held, and told, by us
    try {
      DocxText text = new DocxText(factory, budget);
      text.styles(parts.get("word/styles.xml"));
      text.body(body);
      text.notes(parts.get("word/footnotes.xml"));
      text.notes(parts.get("word/endnotes.xml"));
      return text.text();
    } catch (XMLStreamException e) {
      throw new BadInputException("DOCX_BROKEN", source + ": its XML cannot be read; save it anew", e);
    } catch (DocxText.TooDeep e) {
      throw new BadInputException("DOCUMENT_TOO_DEEP", source + ": its elements stand more than " + budget.depth()
          + " deep in each other; hand in its text", e);
    } catch (DocxText.TooLong e) {
      throw new BadInputException("ARCHIVE_BOMB",
          source + ": unfolds to more than " + budget.characters() + " characters; hand in a part", e);
    }
  }

  private static Map<String, byte[]> unpack(String source, byte[] bytes, Budget budget) {
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      long total = 0;
      int entries = 0;
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        if (++entries > budget.entries()) {
          throw bomb(source, "more than " + budget.entries() + " entries");
        }
        String name = entry.getName();
        boolean wanted = WANTED.contains(name);
        if (name.equals("[Content_Types].xml")) {
          parts.put("", new byte[0]);
        }
        if (wanted) {
          byte[] part = part(source, zip, bytes.length, total, budget);
          total += part.length;
          parts.put(name, part);
        }
        entry = wanted || entry.isDirectory() ? zip.getNextEntry() : skipped(source, zip, bytes.length, budget);
      }
    } catch (ZipException e) {
      throw new BadInputException("DOCX_BROKEN", source + ": the archive is damaged; fetch it again", e);
    } catch (IOException e) {
      throw new BadInputException("DOCX_BROKEN", source + ": the archive breaks off; fetch it again", e);
    }
    return parts;
  }

  private static byte[] part(String source, ZipInputStream zip, int packed, long before, Budget budget)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    int read = zip.read(buffer);
    while (read >= 0) {
      out.write(buffer, 0, read);
      check(source, before + out.size(), packed, budget.bytes(), budget);
      read = zip.read(buffer);
    }
    return out.toByteArray();
  }

  /// Reads past a picture or the like; that too is unfolded, so that too is limited.
  private static ZipEntry skipped(String source, ZipInputStream zip, int packed, Budget budget) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    int read = zip.read(buffer);
    while (read >= 0) {
      size += read;
      check(source, size, packed, budget.bytes() * 4L, budget);
      read = zip.read(buffer);
    }
    return zip.getNextEntry();
  }

  private static void check(String source, long size, int packed, long limit, Budget budget) {
    if (size > limit || (size > UNSUSPICIOUS && size / Math.max(1, packed) > budget.ratio())) {
      throw bomb(source, size + " bytes out of " + packed);
    }
  }

  private static BadInputException bomb(String source, String what) {
    return new BadInputException("ARCHIVE_BOMB", source + ": unfolds to " + what + "; not read further");
  }
}
