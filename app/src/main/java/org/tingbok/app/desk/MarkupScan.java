package org.tingbok.app.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Walks source text once and hands its readable characters on, with their places.
final class MarkupScan {
  private static final Set<String> INLINE = Set.of("a", "abbr", "b", "bdi", "cite", "code", "del", "em", "font", "i",
      "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr");
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "noscript", "template", "title", "svg", "iframe", "object", "select");
  private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"),
      Map.entry("gt", ">"), Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", " "),
      Map.entry("rsquo", "’"), Map.entry("lsquo", "‘"), Map.entry("rdquo", "”"), Map.entry("ldquo", "“"),
      Map.entry("laquo", "«"), Map.entry("raquo", "»"), Map.entry("ndash", "–"), Map.entry("mdash", "—"),
      Map.entry("hellip", "…"), Map.entry("middot", "·"), Map.entry("bull", "•"), Map.entry("copy", "©"),
      Map.entry("aring", "å"), Map.entry("Aring", "Å"), Map.entry("oslash", "ø"), Map.entry("Oslash", "Ø"),
      Map.entry("aelig", "æ"), Map.entry("AElig", "Æ"), Map.entry("auml", "ä"), Map.entry("ouml", "ö"),
      Map.entry("uuml", "ü"), Map.entry("Auml", "Ä"), Map.entry("Ouml", "Ö"), Map.entry("Uuml", "Ü"),
      Map.entry("szlig", "ß"), Map.entry("eacute", "é"), Map.entry("egrave", "è"), Map.entry("shy", "\u00ad"));
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
  private static final Pattern TAG_NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]\\n]*)\\]\\([^()\\s]*(?: \"[^\"\\n]*\")?\\)");
  private static final Pattern MARKER = Pattern.compile("(#{1,6} |> |[-*+] (?=\\S)|\\d{1,3}[.)] )");

  private MarkupScan() {
  }

  static void html(String text, ReadableText.Builder out) {
    Matcher entity = ENTITY.matcher(text);
    Matcher tag = TAG_NAME.matcher(text);
    int at = 0;
    while (at < text.length()) {
      char unit = text.charAt(at);
      if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at);
      } else if (unit == '<' && (text.startsWith("<!", at) || text.startsWith("<?", at))) {
        at = after(text, ">", at);
      } else if (unit == '<' && tag.region(at, text.length()).lookingAt()) {
        String name = tag.group(1).toLowerCase(Locale.ROOT);
        boolean opens = text.charAt(at + 1) != '/';
        at = afterTag(text, at);
        if (opens && UNSEEN.contains(name)) {
          at = afterElement(text, name, at);
        } else if (name.equals("br")) {
          out.put(' ', at, at);
        } else if (!INLINE.contains(name)) {
          out.close();
          if (opens && name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
            out.heading();
          }
        }
      } else if (unit == '&' && entity.region(at, text.length()).lookingAt()) {
        String decoded = decode(entity.group(1));
        int end = decoded.isEmpty() ? at + 1 : entity.end();
        String seen = decoded.isEmpty() ? "&" : decoded;
        for (int i = 0; i < seen.length(); i++) {
          out.put(seen.charAt(i), at, end);
        }
        at = end;
      } else {
        out.put(unit, at, at + 1);
        at++;
      }
    }
  }

  private static int after(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? text.length() : at + mark.length();
  }

  /// After the `>` that closes a tag; one inside a quoted attribute does not.
  private static int afterTag(String text, int from) {
    char quote = 0;
    for (int at = from; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (quote != 0) {
        quote = unit == quote ? 0 : quote;
      } else if (unit == '"' || unit == '\'') {
        quote = unit;
      } else if (unit == '>') {
        return at + 1;
      }
    }
    return text.length();
  }

  private static int afterElement(String text, String name, int from) {
    int at = from;
    while (at < text.length()) {
      int close = text.indexOf("</", at);
      if (close < 0) {
        return text.length();
      }
      if (text.regionMatches(true, close + 2, name, 0, name.length())) {
        return after(text, ">", close);
      }
      at = close + 2;
    }
    return text.length();
  }

  private static String decode(String name) {
    if (name.charAt(0) != '#') {
      return ENTITIES.getOrDefault(name, "");
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(point) && point >= 32 ? Character.toString(point) : "";
  }

  static void markdown(String text, ReadableText.Builder out) {
    Matcher link = LINK.matcher(text);
    Matcher marker = MARKER.matcher(text);
    boolean wrapped = hardWrapped(text);
    boolean lineStart = true;
    int skipFrom = -1;
    int skipTo = -1;
    int at = 0;
    while (at < text.length()) {
      if (at == skipFrom) {
        at = skipTo;
        continue;
      }
      char unit = text.charAt(at);
      if (lineStart && marker.region(at, text.length()).lookingAt()) {
        if (unit != '>') {
          out.close();
        }
        if (unit == '#') {
          out.heading();
        }
        at = marker.end();
        lineStart = false;
        continue;
      }
      lineStart = lineStart && unit == ' ';
      if (unit == '\n') {
        at = newline(text, at, wrapped, out);
        lineStart = true;
      } else if ((unit == '[' || unit == '!') && link.region(at, text.length()).lookingAt()) {
        skipFrom = link.end(1);
        skipTo = link.end();
        at = link.start(1);
      } else if (text.startsWith("**", at) || text.startsWith("__", at)) {
        at += 2;
      } else if (unit == '*' || unit == '`') {
        at++;
      } else {
        out.put(unit, at, at + 1);
        at++;
      }
    }
  }

  static void plain(String text, ReadableText.Builder out) {
    boolean wrapped = hardWrapped(text);
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '\n') {
        at = newline(text, at, wrapped, out);
      } else {
        out.put(text.charAt(at), at, at + 1);
        at++;
      }
    }
  }

  /// A blank line ends a paragraph; a single line end does where lines are not wrapped by hand.
  private static int newline(String text, int at, boolean wrapped, ReadableText.Builder out) {
    int next = at + 1;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
      next++;
    }
    if (!wrapped || (next < text.length() && text.charAt(next) == '\n')) {
      out.close();
    } else {
      out.wrap();
    }
    return at + 1;
  }

  /// Whether most lines of the text end where a column was full rather than where a paragraph was.
  private static boolean hardWrapped(String text) {
    int lines = 0;
    int full = 0;
    int longest = 0;
    for (String line : text.split("\n", -1)) {
      int length = line.strip().length();
      longest = Math.max(longest, length);
      if (length > 0) {
        lines++;
        full += length >= 50 && length <= 125 ? 1 : 0;
      }
    }
    return lines >= 4 && longest <= 180 && full * 2 >= lines || inColumns(text);
  }

  /// Whether nearly every line that another one follows has no room for that one's first word, as in narrow columns of print.
  private static boolean inColumns(String text) {
    String[] lines = text.split("\n", -1);
    int[] lengths = Arrays.stream(lines).mapToInt(line -> line.strip().length()).filter(length -> length > 0).sorted()
        .toArray();
    int width = lengths.length == 0 ? 0 : lengths[(lengths.length - 1) * 9 / 10];
    int followed = 0;
    int full = 0;
    for (int i = 0; i + 1 < lines.length; i++) {
      String next = lines[i + 1].strip();
      if (!lines[i].isBlank() && !next.isEmpty()) {
        int blank = next.indexOf(' ');
        followed++;
        full += lines[i].strip().length() + 1 + (blank < 0 ? next.length() : blank) > width ? 1 : 0;
      }
    }
    return followed >= 8 && width >= 25 && width <= 125 && full * 10 >= followed * 7;
  }
}
