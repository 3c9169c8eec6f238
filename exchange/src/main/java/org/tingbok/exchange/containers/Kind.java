package org.tingbok.exchange.containers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.tingbok.exchange.imports.Imports;

/// The kinds of containers, told by how they begin; the name decides only where that leaves it open.
public enum Kind {
  /// One message: RFC 5322.
  MESSAGE,
  /// A mailbox: messages in a row, each behind a line that begins with `From `.
  MAILBOX,
  /// A web archive: WARC 1.0 or 1.1, packed or not.
  WARC,
  /// Entries of ORKL's library, as its interface answers them.
  ORKL,
  /// Reports as JSON, one a line.
  LINES;

  /// How much of a file is looked at.
  public static final int HEAD = 64 << 10;

  private static final Set<String> PERHAPS = Set.of(".eml", ".mbox", ".warc", ".gz", ".json", ".jsonl", ".ndjson");
  private static final Pattern FIELD = Pattern.compile("[\\x21-\\x39\\x3b-\\x7e]{1,100}[ \\t]*:.*");
  private static final Pattern TELLING =
      Pattern.compile("(?im)^(?:message-id|mime-version|received|return-path|delivered-to|x-mailer)[ \\t]*:");
  private static final Pattern SEPARATOR =
      Pattern.compile("From \\S+[^\\n]*\\d{1,2}:\\d{2}[^\\n]*\\d{4}[^\\n]{0,20}\\R[\\x21-\\x39\\x3b-\\x7e]+:.*",
          Pattern.DOTALL);
  private static final Pattern OBJECT = Pattern.compile("\\s*(?:\\[\\s*)?\\{.*", Pattern.DOTALL);
  private static final Pattern LINE =
      Pattern.compile("\\s*\\{(?=.{0,60000}\"text\"\\s*:)(?=.{0,60000}\"(?:url|title)\"\\s*:).*", Pattern.DOTALL);

  /// Whether a file of such a name may be a container that is passed over otherwise.
  ///
  /// @param ending the ending of its name, with the dot and in lower case
  /// @return whether it is worth looking into
  public static boolean perhaps(String ending) {
    return PERHAPS.contains(ending);
  }

  /// Which kind a file is of.
  ///
  /// @param name what it is called
  /// @param head its first bytes, [#HEAD] at most
  /// @return empty if it is no container
  public static Optional<Kind> of(String name, byte[] head) {
    String ending = name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
    String begin = new String(unpacked(head), StandardCharsets.ISO_8859_1);
    if (begin.startsWith("WARC/")) {
      return Optional.of(WARC);
    }
    if (SEPARATOR.matcher(begin).matches() || ending.equals(".mbox") && begin.startsWith("From ")) {
      return Optional.of(MAILBOX);
    }
    if (OBJECT.matcher(begin).matches()) {
      if (Imports.recognised(name, begin.getBytes(StandardCharsets.ISO_8859_1))) {
        return Optional.empty(); // what a tool hands over in one line may speak of titles and texts, too
      }
      boolean library = begin.contains("\"plain_text\"") && begin.contains("\"sha1_hash\"")
          || begin.contains("\"report_names\"") && begin.contains("\"sha1_hash\"");
      return library ? Optional.of(ORKL)
          : begin.stripLeading().startsWith("{") && LINE.matcher(firstLine(begin)).matches() ? Optional.of(LINES)
              : Optional.empty();
    }
    return message(ending, begin) ? Optional.of(MESSAGE) : Optional.empty();
  }

  private static String firstLine(String begin) {
    String text = begin.stripLeading();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /// Lines of a header down to the first blank one, and among them one that only messages have.
  private static boolean message(String ending, String begin) {
    int end = begin.replace("\r\n", "\n").indexOf("\n\n");
    String header = end < 0 ? begin : begin.replace("\r\n", "\n").substring(0, end);
    String[] lines = header.split("\\R", -1);
    boolean fields = FIELD.matcher(lines[0]).matches();
    for (int i = 1; i < lines.length - (end < 0 ? 1 : 0); i++) {
      fields &= lines[i].startsWith(" ") || lines[i].startsWith("\t") || FIELD.matcher(lines[i]).matches();
    }
    return fields && (ending.equals(".eml") || TELLING.matcher(header).find());
  }

  private static byte[] unpacked(byte[] head) {
    if (head.length < 3 || head[0] != 0x1f || (head[1] & 0xff) != 0x8b) {
      return head;
    }
    byte[] begin = new byte[5];
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(head))) {
      return stream.readNBytes(begin, 0, begin.length) == begin.length ? begin : head;
    } catch (IOException e) {
      return head;
    }
  }
}
