package org.tingbok.exchange.stix;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Values as STIX 2.1 writes them. Lengths are looked at before anything else is, so that no text takes long to refuse.
final class StixValues {
  static final int LONGEST_TYPE = 250;
  private static final int UUID_LENGTH = 36;
  private static final int LONGEST_WORD = 300;
  private static final Pattern UUID = Pattern.compile(
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");
  private static final Pattern TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d):(\\d\\d)(?:\\.(\\d{1,30}))?Z");
  private static final Set<String> MEDIA = Set.of("application", "audio", "example", "font", "haptics", "image",
      "message", "model", "multipart", "text", "video");
  private static final Set<String> ISO_639 = Set.of(Locale.getISOLanguages());

  private StixValues() {
  }

  /// Whether a text is the name of a type: letters, digits and single hyphens, 3 to 250 of them.
  static boolean type(String text) {
    if (text.length() < 3 || text.length() > LONGEST_TYPE || text.contains("--") || text.startsWith("-")) {
      return false;
    }
    return text.chars().allMatch(ch -> ch >= 'a' && ch <= 'z' || ch >= '0' && ch <= '9' || ch == '-');
  }

  /// Whether a text is the name of a property of one's own.
  static boolean property(String text) {
    return text.equals("id") || text.length() >= 3 && text.length() <= 250
        && text.chars().allMatch(ch -> ch >= 'a' && ch <= 'z' || ch >= '0' && ch <= '9' || ch == '_');
  }

  /// The type that an identifier begins with; empty if it is none.
  static Optional<String> typeOf(String id) {
    int at = id.length() - UUID_LENGTH - 2;
    if (at < 3 || at > LONGEST_TYPE || !id.startsWith("--", at) || !UUID.matcher(id.substring(at + 2)).matches()) {
      return Optional.empty();
    }
    return Optional.of(id.substring(0, at)).filter(StixValues::type);
  }

  /// The moment that a text means; empty if it is none: another form, or a day or hour that there is not.
  static Optional<Instant> time(String text) {
    if (text.length() > 60) {
      return Optional.empty();
    }
    var form = TIME.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      int seconds = Integer.parseInt(form.group(3));
      if (seconds > 60) {
        return Optional.empty();
      }
      String fraction = Optional.ofNullable(form.group(4)).map(digits -> (digits + "000000000").substring(0, 9))
          .orElse("0");
      return Optional.of(LocalDate.parse(form.group(1)).atTime(LocalTime.parse(form.group(2)))
          .toInstant(ZoneOffset.UTC).plusSeconds(seconds).plusNanos(Long.parseLong(fraction)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Whether a moment is told to the millisecond at least.
  static boolean millis(String text) {
    int dot = text.indexOf('.');
    return dot > 0 && text.length() - dot > 4;
  }

  /// Whether a text is a language tag (RFC 5646) that begins with a language there is.
  static boolean language(String tag) {
    if (tag.isEmpty() || tag.length() > LONGEST_WORD) {
      return false;
    }
    try {
      String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
      return language.length() == 3 || ISO_639.contains(language) || tag.startsWith("x-") || tag.startsWith("i-");
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  static boolean mime(String text) {
    int slash = text.indexOf('/');
    return text.length() <= LONGEST_WORD && slash > 0 && MEDIA.contains(text.substring(0, slash))
        && text.substring(slash + 1).matches("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}(?: ?;.{0,100})?");
  }

  static boolean charset(String text) {
    try {
      return text.length() <= LONGEST_WORD && Charset.isSupported(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static boolean hex(String text) {
    return !text.isEmpty() && text.length() % 2 == 0 && digits(text);
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(ch -> Character.digit(ch, 16) >= 0 && ch < 128);
  }

  static boolean base64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static boolean mac(String text) {
    return text.length() == 17 && text.matches("[0-9a-f]{2}(?::[0-9a-f]{2}){5}");
  }

  /// Whether a digest has the form of its algorithm; algorithms that the standard does not know may have any.
  static boolean hash(String algorithm, String digest) {
    int length = switch (algorithm) {
      case "MD5" -> 32;
      case "SHA-1" -> 40;
      case "SHA-256", "SHA3-256" -> 64;
      case "SHA-512", "SHA3-512" -> 128;
      default -> 0;
    };
    return algorithm.length() >= 3 && algorithm.length() <= 250
        && algorithm.chars().allMatch(ch -> ch < 128 && Character.isLetterOrDigit(ch) || ch == '-' || ch == '_')
        && (length == 0 ? !digest.isEmpty() && digest.length() <= 1000 : digest.length() == length && digits(digest));
  }

  /// Whether a text is a formatted string of CPE 2.3: thirteen parts, each a value, `*` or `-`.
  static boolean cpe(String text) {
    if (text.length() > 2000) {
      return false;
    }
    String[] parts = text.split("(?<!\\\\):", -1);
    if (parts.length != 13 || !parts[0].equals("cpe") || !parts[1].equals("2.3") || !parts[2].matches("[aho*-]")) {
      return false;
    }
    for (int i = 3; i < parts.length; i++) {
      if (!parts[i].matches("[*-]|[?*]{0,20}(?:[A-Za-z0-9._-]|\\\\[\\x21-\\x7e]){1,300}[?*]{0,20}")) {
        return false;
      }
    }
    return true;
  }

  /// Whether a reference's number has the form that its source asks for: `cve` and `capec`.
  static boolean external(String source, String id) {
    return switch (source) {
      case "cve" -> id.length() < 30 && id.matches("CVE-\\d{4}-(?:0\\d{3}|[1-9]\\d{3,18})");
      case "capec" -> id.length() < 30 && id.matches("CAPEC-\\d{1,18}");
      default -> true;
    };
  }
}
