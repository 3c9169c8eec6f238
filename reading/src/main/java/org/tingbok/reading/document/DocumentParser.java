package org.tingbok.reading.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.DocumentId;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.FaultException;

/// Turns the bytes of a report into readable text: the format told, the text decoded, its blocks found, and what it says
/// about itself read: title, publisher, dates, language.
///
/// Reads plain text, Markdown, HTML, PDF and DOCX. Pure, no shared state: one instance serves many threads.
public final class DocumentParser {
  private final Budget budget;

  /// A parser with a budget of its own.
  ///
  /// @param budget what one document may take
  public DocumentParser(Budget budget) {
    this.budget = budget;
  }

  /// Parses with the usual budget.
  ///
  /// @param source where the bytes were found: a path, an address, or `-`; its ending helps to tell the format
  /// @param bytes the bytes as received
  /// @return the text with its document
  /// @throws BadInputException as [#read(String, byte[])]
  public static Text parse(String source, byte[] bytes) {
    return parse(source, bytes, Optional.empty());
  }

  /// Parses one document that somebody handed on.
  ///
  /// @param source where the bytes were found: a path, an address, or `-`; its ending helps to tell the format
  /// @param bytes the bytes as received
  /// @param giver who handed it on, its publisher where the document itself names none; empty if nobody is known
  /// @return the text with its document
  /// @throws BadInputException as [#read(String, byte[])]
  public static Text parse(String source, byte[] bytes, Optional<String> giver) {
    return new DocumentParser(Budget.USUAL).read(source, bytes, giver);
  }

  /// Parses one document.
  ///
  /// @param source where the bytes were found: a path, an address, or `-`; its ending helps to tell the format
  /// @param bytes the bytes as received
  /// @return the text with its document
  /// @throws BadInputException `DOCUMENT_EMPTY`, `DOCUMENT_BINARY`, `DOCUMENT_TOO_LARGE`, `DOCUMENT_TOO_DEEP`, `FORMAT_UNKNOWN`,
  ///     `PDF_BROKEN`, `PDF_ENCRYPTED`, `PDF_WITHOUT_TEXT`, `DOCX_BROKEN` or `ARCHIVE_BOMB`, with the source and what to do
  public Text read(String source, byte[] bytes) {
    return read(source, bytes, Optional.empty());
  }

  private Text read(String source, byte[] bytes, Optional<String> giver) {
    if (bytes.length > budget.bytes()) {
      throw new BadInputException("DOCUMENT_TOO_LARGE", source + ": " + bytes.length + " bytes, the limit is "
          + budget.bytes() + "; hand in a part");
    }
    if (bytes.length == 0) {
      throw new BadInputException("DOCUMENT_EMPTY", source + ": no bytes; check how it was fetched");
    }
    Format format = Formats.of(source, bytes);
    String canonical = switch (format) {
      case PDF -> PdfReader.text(source, bytes, budget);
      case DOCX -> DocxReader.text(source, bytes, budget);
      case PLAIN, MARKDOWN, HTML -> Decoding.canonical(bytes, format != Format.PLAIN);
    };
    if (canonical.length() > budget.characters()) {
      throw new BadInputException("DOCUMENT_TOO_LARGE", source + ": " + canonical.length()
          + " characters, the limit is " + budget.characters() + "; hand in a part");
    }
    String sha256 = sha256(bytes);
    return text(source, sha256, Formats.byText(format, canonical), canonical, giver);
  }

  /// Parses a document again from its canonical text: what a better parser makes of it.
  ///
  /// @param document a document that was parsed before; its text was not dropped
  /// @return the text, with the id, source and digest that the document has
  /// @throws BadInputException `DOCUMENT_EMPTY` if it has no text
  public static Text again(Document document) {
    Format format = Arrays.stream(Format.values()).filter(one -> one.mediaType.equals(document.mediaType()))
        .findFirst().orElse(Format.PLAIN);
    // A part of a container, told by the sign in its name, may have its publisher from what stood around it.
    return text(document.source(), document.sha256(), format, document.text(),
        document.source().indexOf('#') > 0 ? document.publisher() : Optional.empty());
  }

  private static Text text(String source, String sha256, Format format, String canonical, Optional<String> giver) {
    Page page = switch (format) {
      case PLAIN, DOCX -> PlainReader.read(canonical, false);
      case PDF -> PlainReader.readColumns(canonical);
      case MARKDOWN -> PlainReader.read(canonical, true);
      case HTML -> HtmlReader.read(canonical);
    };
    if (page.canonical.isBlank()) {
      throw new BadInputException("DOCUMENT_EMPTY", source + ": nothing but white space; check how it was fetched");
    }
    return finished(source, sha256, format, page, giver);
  }

  private static Text finished(String source, String sha256, Format format, Page page, Optional<String> giver) {
    unglue(page);
    String language = language(page);
    Front front = Front.read(page);
    Body.read(page, front.body());
    Optional<String> publisher = Publishers.of(page, front, source).or(() -> giver);
    HeadDates.Found dates = HeadDates.in(page, front, language);
    List<DocumentDate> all = LiveDates.stamped(page, dates);
    Assembly.Assembled assembled = Assembly.of(page.canonical, page.drafts);
    Document document =
        new Document(DocumentId.of(sha256), source, sha256, format.mediaType, page.canonical, front.title,
            publisher, dates.published(), language, all, dates.conflict(), assembled.body());
    return new Text(document, assembled.aligned(), assembled.blocks());
  }

  private static void unglue(Page page) {
    List<String> titles = new ArrayList<>(page.titles);
    for (Draft draft : page.drafts.subList(0, Math.min(page.drafts.size(), 6))) {
      if (draft.text().startsWith("Title: ")) {
        titles.add(draft.text().substring(7).strip());
      }
    }
    List<Draft> pieces = new ArrayList<>();
    for (Draft draft : page.drafts) {
      pieces.addAll(GluedText.split(draft, titles));
    }
    page.drafts.clear();
    page.drafts.addAll(pieces);
  }

  /// The language is told by the words; what the mark-up declares counts only where they do not tell.
  private static String language(Page page) {
    StringBuilder sample = new StringBuilder();
    for (Draft draft : page.drafts) {
      if (sample.length() < 8000 && !draft.is(BlockKind.BOILERPLATE) && Shapes.isProse(draft.text())) {
        sample.append(draft.text()).append('\n');
      }
    }
    if (sample.length() < 200) {
      page.drafts.forEach(draft -> sample.append(draft.text()).append('\n'));
    }
    return Languages.of(sample.toString(), declared(page));
  }

  private static String declared(Page page) {
    String declared = page.language.orElse("").strip().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < declared.length() && Character.isLetter(declared.charAt(end))) {
      end++;
    }
    String tag = declared.substring(0, end);
    return tag.equals("no") ? "nb" : end == 2 || end == 3 ? tag : "und";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new FaultException("DIGEST_MISSING", "this Java has no SHA-256", e);
    }
  }
}
