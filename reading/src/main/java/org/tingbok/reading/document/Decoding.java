package org.tingbok.reading.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From bytes to canonical text: decoded, line ends made `\n`, nothing else.
final class Decoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final Charset ISO_8859_15 = Charset.forName("ISO-8859-15");
  private static final Pattern DECLARED =
      Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);
  private static final int HEAD = 4096;

  private Decoding() {
  }

  /// The canonical text of bytes: a byte order mark counts first, then valid UTF-8, then what an HTML page declares, then
  /// what the bytes look like. Bytes that do not fit become U+FFFD; they do not fail the document.
  static String canonical(byte[] bytes, boolean html) {
    return lineEnds(decode(bytes, html));
  }

  private static String decode(byte[] bytes, boolean html) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return lenient(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16LE);
    }
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) {
      return lenient(bytes, 0, wide.get());
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      Optional<Charset> declared = html ? declared(bytes) : Optional.empty();
      return mixed(bytes, declared.filter(charset -> !charset.equals(StandardCharsets.UTF_8)).orElseGet(
          () -> likely(bytes)));
    }
  }

  private static boolean startsWith(byte[] bytes, int... signature) {
    if (bytes.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static String lenient(byte[] bytes, int from, Charset charset) {
    return new String(bytes, from, bytes.length - from, charset);
  }

  /// UTF-16 without a mark shows as a zero in every second byte.
  private static Optional<Charset> wide(byte[] bytes) {
    int even = 0;
    int odd = 0;
    int looked = Math.min(bytes.length, HEAD) & ~1;
    for (int i = 0; i < looked; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    int pairs = looked / 2;
    if (pairs < 4) {
      return Optional.empty();
    }
    if (odd > pairs * 0.6 && even < pairs * 0.05) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return even > pairs * 0.6 && odd < pairs * 0.05 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  private static Optional<Charset> declared(byte[] bytes) {
    Matcher declaration =
        DECLARED.matcher(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
    if (!declaration.find()) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(declaration.group(1));
      return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset);
    } catch (UnsupportedCharsetException | IllegalCharsetNameException unknown) {
      return Optional.empty();
    }
  }

  /// Western single-byte text has few high bytes, Cyrillic mostly high bytes.
  private static Charset likely(byte[] bytes) {
    int high = 0;
    int letters = 0;
    int undefined = 0;
    int valid = 0;
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] & 0xFF;
      int sequence = utf8(bytes, i);
      if (sequence > 1) {
        valid++;
        i += sequence - 1;
        continue;
      }
      if (value >= 0xC0) {
        high++;
      }
      if ((value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z')) {
        letters++;
      }
      if (value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D) {
        undefined++;
      }
    }
    if (valid == 0 && high > letters) {
      return WINDOWS_1251;
    }
    return undefined > 0 && valid == 0 ? ISO_8859_15 : WINDOWS_1252;
  }

  /// Decodes a text in which some parts are UTF-8 and some are not, as pasted-together files have it.
  private static String mixed(byte[] bytes, Charset other) {
    if (other.newEncoder().maxBytesPerChar() > 1.5f) {
      return new String(bytes, other);
    }
    StringBuilder text = new StringBuilder(bytes.length);
    byte[] one = new byte[1];
    int at = 0;
    while (at < bytes.length) {
      int sequence = other.equals(WINDOWS_1251) ? 0 : utf8(bytes, at);
      if (sequence > 0) {
        text.append(new String(bytes, at, sequence, StandardCharsets.UTF_8));
        at += sequence;
      } else {
        one[0] = bytes[at++];
        CharBuffer decoded = other.decode(ByteBuffer.wrap(one));
        text.append(decoded);
      }
    }
    return text.toString();
  }

  /// Length of the valid UTF-8 sequence that begins here, 0 if none does.
  private static int utf8(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first < 0x80 ? 1
        : first >= 0xC2 && first < 0xE0 ? 2
            : first >= 0xE0 && first < 0xF0 ? 3
                : first >= 0xF0 && first < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = length > 1 ? bytes[at + 1] & 0xFF : 0;
    boolean bad =
        (first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0) || (first == 0xF0 && second < 0x90)
            || (first == 0xF4 && second >= 0x90);
    return bad ? 0 : length;
  }

  static String lineEnds(String text) {
    if (text.indexOf('\r') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\r') {
        out.append('\n');
        if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
      } else {
        out.append(sign);
      }
    }
    return out.toString();
  }

  /// Whether the bytes hold what text never holds: zeros outside UTF-16, or many control signs.
  static boolean looksBinary(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE) || wide(bytes).isPresent()) {
      return false;
    }
    int looked = Math.min(bytes.length, 1 << 16);
    int zeros = 0;
    int controls = 0;
    for (int i = 0; i < looked; i++) {
      int value = bytes[i] & 0xFF;
      zeros += value == 0 ? 1 : 0;
      controls += value < 32 && value != '\n' && value != '\r' && value != '\t' && value != '\f' && value != 27 ? 1 : 0;
    }
    return (zeros > 8 && zeros * 1000 > looked) || controls * 20 > looked;
  }
}
