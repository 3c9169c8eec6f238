package org.tingbok.reading.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.BadInputException;

/// Which files are reports, by their names and by how they begin.
public final class Formats {
  private static final Map<String, Format> ENDINGS = Map.of("txt", Format.PLAIN, "text", Format.PLAIN, "md",
      Format.MARKDOWN, "markdown", Format.MARKDOWN, "html", Format.HTML, "htm", Format.HTML, "xhtml", Format.HTML,
      "pdf",
      Format.PDF, "docx", Format.DOCX);
  private static final Pattern HTML_START = Pattern.compile(
      "\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body|article|main|div|p|h1)\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// How published lists of names begin, and by which kind 'names import' knows them. As reports they would be nonsense.
  private static final Map<String, Pattern> LISTS = Map.of("microsoft",
      Pattern.compile("\\s*\\[\\s*\\{\\s*\"Threat actor name\"\\s*:"), "misp",
      Pattern.compile("\\s*\\{\\s*\"authors\"\\s*:\\s*\\["), "attack",
      Pattern.compile("\\s*\\{\\s*\"(?:type\"\\s*:\\s*\"bundle\"|id\"\\s*:\\s*\"bundle--)"));

  private Formats() {
  }

  /// Whether a file of this name is taken for a report when a folder is read.
  ///
  /// @param name a file name, path or address
  /// @return true for the endings of [#endings()], in any case
  public static boolean reads(String name) {
    return byName(name).isPresent();
  }

  /// The file endings that are read.
  ///
  /// @return without the dot, in alphabetical order
  public static Set<String> endings() {
    return new TreeSet<>(ENDINGS.keySet());
  }

  static Optional<Format> byName(String name) {
    int query = name.indexOf('?');
    String path = query > 0 && name.contains("://") ? name.substring(0, query) : name;
    int dot = path.lastIndexOf('.');
    return dot < 0 ? Optional.empty()
        : Optional.ofNullable(ENDINGS.get(path.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }

  /// Tells the format from the bytes, and from the name where the bytes leave it open.
  ///
  /// @throws BadInputException `FORMAT_UNKNOWN` or `DOCUMENT_BINARY` if it is none that is read
  static Format of(String source, byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    if (head.contains("%PDF-")) {
      return Format.PDF;
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return Format.DOCX;
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      throw new BadInputException("FORMAT_UNKNOWN", source + ": an old Office file; save it as .docx, .pdf or text");
    }
    if (head.startsWith("{\\rtf")) {
      throw new BadInputException("FORMAT_UNKNOWN", source + ": rich text is not read; save it as .docx, .pdf or text");
    }
    if (head.startsWith("\u001f\u008b") || head.startsWith("BZh") || head.startsWith("7z\u00bc\u00af")) {
      throw new BadInputException("FORMAT_UNKNOWN", source + ": a packed archive; unpack it first");
    }
    String list = LISTS.entrySet().stream().filter(one -> one.getValue().matcher(head).lookingAt())
        .map(Map.Entry::getKey).findFirst().orElse("");
    if (!list.isEmpty()) {
      throw new BadInputException("FORMAT_UNKNOWN", source + ": a list of names and no report; 'tingbok names import "
          + list + "' reads it");
    }
    Optional<Format> named = byName(source);
    if (named.filter(format -> format == Format.PDF).isPresent()) {
      throw new BadInputException("PDF_BROKEN", source + ": does not begin as a PDF does; fetch it again");
    }
    if (named.filter(format -> format == Format.DOCX).isPresent()) {
      throw new BadInputException("DOCX_BROKEN", source + ": does not begin as a DOCX does; fetch it again");
    }
    if (Decoding.looksBinary(bytes)) {
      throw new BadInputException("DOCUMENT_BINARY", source + ": not text; hand in text, HTML, PDF or DOCX");
    }
    return named.orElse(Format.PLAIN);
  }

  /// Plain text may turn out to be HTML, and the other way round.
  static Format byText(Format format, String text) {
    String head = text.substring(0, Math.min(text.length(), 2048));
    boolean html = HTML_START.matcher(head).matches();
    return switch (format) {
      case PLAIN, MARKDOWN -> html && (head.toLowerCase(Locale.ROOT).contains("<html") || head.contains("</"))
          ? Format.HTML
          : format;
      case HTML -> html || text.contains("</") ? Format.HTML : Format.PLAIN;
      case PDF, DOCX -> format;
    };
  }
}
