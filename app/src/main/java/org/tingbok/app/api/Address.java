package org.tingbok.app.api;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The address of a request, taken apart to the letter: percent signs and UTF-8 have to be right, and a slash that is written
/// as %2F is part of a name.
///
/// @param segments of the path, decoded
/// @param query names and their values, decoded, in order
record Address(List<String> segments, Map<String, List<String>> query) {
  static Address of(String path, String query) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(decoded(segment, false, "path"));
      }
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int sign = pair.indexOf('=');
        String name = decoded(sign < 0 ? pair : pair.substring(0, sign), true, "query");
        values.computeIfAbsent(name, _ -> new ArrayList<>())
            .add(sign < 0 ? "" : decoded(pair.substring(sign + 1), true, name));
      }
    }
    return new Address(segments, values);
  }

  private static String decoded(String text, boolean plus, String place) {
    byte[] bytes = new byte[text.length() * 3];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw unreadable(place, "a percent sign without two digits behind it");
        }
        bytes[length++] = (byte) (high << 4 | low);
        i += 2;
      } else if (unit == '+' && plus) {
        bytes[length++] = ' ';
      } else if (unit > 0x7e || unit < 0x21) {
        throw unreadable(place, "a character that has to be percent-encoded");
      } else {
        bytes[length++] = (byte) unit;
      }
    }
    try {
      String plain = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      if (plain.indexOf('\0') >= 0) {
        throw unreadable(place, "a null character");
      }
      return plain;
    } catch (CharacterCodingException e) {
      throw unreadable(place, "bytes that are no UTF-8");
    }
  }

  private static Problem.Raised unreadable(String place, String what) {
    String shown = Problem.shown(place);
    return Problem.raised(400, "ADDRESS_ENCODING", shown, shown + " has " + what);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
