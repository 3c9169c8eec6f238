package org.tingbok.reading.document;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Marks that text carries and that are not read: emphasis, links, bullets, rules, entities.
final class Marks {
  private static final Pattern BULLET = Pattern.compile("(?:[-*+•·◦▪‣●■►»]|\\u2022|o(?= {2,}))\\s+(?=\\S)|[•▪●■►]");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?|\\d{1,2}(?= {2}))\\s+(?=\\S)");
  private static final Pattern HASHES = Pattern.compile("#{1,6}\\s+(?=\\S)");
  private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\\d{0,2});");
  private static final int LONGEST_EMPHASIS = 1000;
  private static final Map<Character, Character> CLOSING = Map.of('[', ']', '(', ')', '<', '>');

  private Marks() {
  }

  /// A line of dashes, stars or the like.
  static boolean isRule(String line) {
    int signs = 0;
    for (int i = 0; i < line.length(); i++) {
      char sign = line.charAt(i);
      if (sign != ' ' && sign != '\t' && "-_=*~#•·–—".indexOf(sign) < 0) {
        return false;
      }
      signs += sign == ' ' ? 0 : 1;
    }
    return signs >= 3;
  }

  /// Length of a bullet with the space after it, 0 if there is none.
  static int bullet(String line) {
    Matcher bullet = BULLET.matcher(line);
    return bullet.lookingAt() && !line.startsWith("**") ? bullet.end() : 0;
  }

  /// Length of a number such as `1.`, `(a)`, `3.1`, with the space after it, 0 if there is none.
  static int number(String line) {
    Matcher number = NUMBER.matcher(line);
    if (!number.lookingAt()) {
      return 0;
    }
    boolean initial = Character.isUpperCase(line.charAt(0)) && line.charAt(1) == '.';
    return initial ? 0 : number.end();
  }

  /// Length of the hashes that mark a heading, with the space after them, 0 if there are none.
  static int hashes(String line) {
    Matcher hashes = HASHES.matcher(line);
    return hashes.lookingAt() ? hashes.end() : 0;
  }

  /// The draft without emphasis marks, link targets, back quotes, escapes and entities.
  static Draft stripped(Draft draft, boolean markdown) {
    String text = draft.text();
    if (!needed(text)) {
      return draft;
    }
    Draft out = draft.like();
    boolean[] drop = new boolean[text.length()];
    links(text, drop, markdown);
    emphasis(text, drop, markdown);
    Matcher entity = ENTITY.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (drop[at]) {
        at++;
      } else if (text.charAt(at) == '&' && entity.region(at, Math.min(text.length(), at + 14)).lookingAt()) {
        String decoded = Parser.unescapeEntities(entity.group(), false);
        if (decoded.equals(entity.group())) {
          out.add('&', draft.startAt(at), draft.endAt(at));
          at++;
        } else {
          for (int i = 0; i < decoded.length(); i++) {
            out.add(decoded.charAt(i), draft.startAt(at), draft.endAt(entity.end() - 1));
          }
          at = entity.end();
        }
      } else {
        out.addFrom(draft, at);
        at++;
      }
    }
    out.emphasised = draft.emphasised || whole(text, drop);
    return out;
  }

  private static boolean needed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '*' || sign == '[' || sign == '&' || sign == '`' || sign == '_' || sign == '\\' || sign == '<'
          || sign == '~') {
        return true;
      }
    }
    return false;
  }

  /// Whether one pair of emphasis marks holds the whole text.
  private static boolean whole(String text, boolean[] drop) {
    int dropped = 0;
    for (int i = 0; i < text.length(); i++) {
      dropped += drop[i] ? 1 : 0;
    }
    return dropped <= 8 && dropped > 0 && drop[0] && drop[text.length() - 1]
        && (text.charAt(0) == '*' || text.charAt(0) == '_');
  }

  private static void links(String text, boolean[] drop, boolean markdown) {
    int at = 0;
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (sign == '\\' && markdown && at + 1 < text.length()
          && "\\`*_{}[]()#+-.!|<>~".indexOf(text.charAt(at + 1)) >= 0) {
        drop[at] = true;
        at += 2;
      } else if (sign == '[') {
        at = link(text, drop, at);
      } else if (sign == '<') {
        int close = closingAngle(text, at);
        boolean address = text.startsWith("http", at + 1) || text.startsWith("mailto:", at + 1);
        boolean tag = close > 0 && close - at < 120 && at + 1 < text.length() && isTag(text.substring(at + 1, close));
        if (close > at && address) {
          drop[at] = true;
          drop[close] = true;
        } else if (tag) {
          drop(drop, at, close + 1);
        }
        at = close > at && (address || tag) ? close + 1 : at + 1;
      } else {
        if ((sign == '`' && markdown) || (sign == '~' && markdown && text.startsWith("~~", at))) {
          drop[at] = true;
        }
        at++;
      }
    }
  }

  private static int closingAngle(String text, int from) {
    for (int i = from; i < Math.min(text.length(), from + 2000); i++) {
      if (text.charAt(i) == '>') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isTag(String inside) {
    String name = inside.startsWith("/") ? inside.substring(1) : inside;
    int end = 0;
    while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
      end++;
    }
    return switch (name.substring(0, end)) {
      case "a", "b", "i", "em", "strong", "br", "p", "span", "u", "sup", "sub", "div", "img", "code", "mark", "small" ->
        end == name.length() || name.charAt(end) == ' ' || name.charAt(end) == '/';
      default -> false;
    };
  }

  /// `[text](address)`, `[text][key]`, `![picture](address)`; answers where to go on.
  private static int link(String text, boolean[] drop, int at) {
    int close = matching(text, at);
    if (close < 0 || close + 1 >= text.length()) {
      return at + 1;
    }
    char next = text.charAt(close + 1);
    if ((next != '(' && next != '[') || (next == '[' && close == at + 1)) {
      return at + 1;
    }
    int end = matching(text, close + 1);
    if (end < 0 || (next == '(' && !looksLikeTarget(text.substring(close + 2, end)))) {
      return at + 1;
    }
    boolean picture = at > 0 && text.charAt(at - 1) == '!';
    if (picture) {
      drop(drop, at - 1, end + 1);
      return end + 1;
    }
    drop[at] = true;
    drop(drop, close, end + 1);
    return at + 1;
  }

  private static boolean looksLikeTarget(String target) {
    int space = target.indexOf(' ');
    return space < 0 || target.indexOf('"', space) > 0 || target.indexOf('\'', space) > 0;
  }

  private static void drop(boolean[] drop, int from, int to) {
    for (int i = from; i < to; i++) {
      drop[i] = true;
    }
  }

  private static int matching(String text, int open) {
    char opening = text.charAt(open);
    char closing = CLOSING.getOrDefault(opening, ']');
    int depth = 0;
    for (int i = open; i < Math.min(text.length(), open + 1000); i++) {
      char sign = text.charAt(i);
      if (sign == opening) {
        depth++;
      } else if (sign == closing && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static void emphasis(String text, boolean[] drop, boolean markdown) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (drop[i] || (sign != '*' && !(sign == '_' && markdown)) || (i > 0 && text.charAt(i - 1) == '\\')) {
        continue;
      }
      int run = run(text, i, sign);
      int close = run <= 3 && opens(text, i, run, sign) ? closing(text, drop, i + run, run, sign) : -1;
      if (close > 0) {
        drop(drop, i, i + run);
        drop(drop, close, close + run);
      }
      i += run - 1;
    }
  }

  private static int run(String text, int at, char sign) {
    int end = at;
    while (end < text.length() && text.charAt(end) == sign) {
      end++;
    }
    return end - at;
  }

  private static boolean opens(String text, int at, int run, char sign) {
    int after = at + run;
    boolean fits = after < text.length() && !Draft.isSpace(text.charAt(after));
    boolean wordBefore = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    return fits && (!wordBefore || (sign == '*' && run >= 2));
  }

  private static int closing(String text, boolean[] drop, int from, int run, char sign) {
    int to = Math.min(text.length(), from + LONGEST_EMPHASIS);
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != sign || drop[i]) {
        continue;
      }
      int length = run(text, i, sign);
      boolean wordAfter = i + length < text.length() && Character.isLetterOrDigit(text.charAt(i + length));
      boolean fits = i > from && !Draft.isSpace(text.charAt(i - 1)) && (!wordAfter || (sign == '*' && run >= 2));
      if (length >= run && fits) {
        return i;
      }
      i += length - 1;
    }
    return -1;
  }
}
