package org.tingbok.reading.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.tingbok.vocabulary.BadInputException;

/// Takes the text out of a PDF file, page by page, columns one after the other.
///
/// Only text is read: no script, form or attachment is looked at.
final class PdfReader {
  static {
    FontMappers.set(new BundledFonts());
  }

  private PdfReader() {
  }

  static String text(String source, byte[] bytes, Budget budget) {
    try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      if (document.getNumberOfPages() > budget.pages()) {
        throw new BadInputException("DOCUMENT_TOO_LARGE",
            source + ": " + document.getNumberOfPages() + " pages, the limit is " + budget.pages()
                + "; hand in a part");
      }
      PdfLayout layout = new PdfLayout();
      StringBuilder text = new StringBuilder();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        List<PdfLayout.Run> runs = layout.page(document, page);
        if (page > 1) {
          text.append('\f');
        }
        text.append(PdfColumns.text(runs));
        if (text.length() > budget.characters()) {
          throw new BadInputException("DOCUMENT_TOO_LARGE",
              source + ": more than " + budget.characters() + " characters; hand in a part");
        }
      }
      if (text.chars().noneMatch(Character::isLetterOrDigit)) {
        throw new BadInputException("PDF_WITHOUT_TEXT",
            source + ": holds pictures of pages but no text; run OCR on it first");
      }
      return Decoding.lineEnds(text.toString());
    } catch (InvalidPasswordException e) {
      throw new BadInputException("PDF_ENCRYPTED", source + ": needs a password; hand in a copy without one", e);
    } catch (IOException e) {
      throw new BadInputException("PDF_BROKEN", source + ": cannot be read as PDF; fetch or save it again", e);
    } catch (StackOverflowError | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException
        | ClassCastException | NullPointerException | ArithmeticException | NegativeArraySizeException e) {
      throw new BadInputException("PDF_BROKEN", source + ": its structure is damaged; fetch or save it again", e);
    }
  }
}
