package org.tingbok.app.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.BadInputException;

/// Addresses as people type them and pages write them.
public final class Address {
  private static final Pattern WEB = Pattern.compile("(?i)(?:misp\\+)?https?://.*");
  private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(?:#.*)?");
  private static final Pattern PORT = Pattern.compile(":(\\d{1,5})$");
  private static final int LONGEST = 2000;

  private Address() {
  }

  /// Whether a word on the command line is meant as an address.
  ///
  /// @param word a word
  /// @return whether it begins with `http://` or `https://`, or with `misp+` and one of these
  public static boolean is(String word) {
    return WEB.matcher(word).matches();
  }

  /// Makes an address of what somebody typed: a host in letters of any script, blanks and other signs in the path are written as
  /// the web has them; what stands behind `#` is left out.
  ///
  /// @param typed what was typed
  /// @return absolute, `http` or `https`
  /// @throws BadInputException `ADDRESS_UNREADABLE` if it is none, `ADDRESS_SECRET` if it holds a name or password
  public static URI parse(String typed) {
    String text = typed.strip();
    Matcher parts = PARTS.matcher(text);
    if (text.length() > LONGEST || !parts.matches()) {
      throw unreadable(text, Optional.empty());
    }
    String authority = parts.group(2);
    if (authority.contains("@")) {
      throw new BadInputException("ADDRESS_SECRET",
          "the address holds a name or a password before its host; no credentials are sent anywhere, leave them out");
    }
    Matcher port = PORT.matcher(authority);
    String number = port.find() ? port.group() : "";
    String host = authority.substring(0, authority.length() - number.length());
    try {
      String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
      URI address = new URI(parts.group(1).toLowerCase(Locale.ROOT) + "://" + ascii.toLowerCase(Locale.ROOT) + number
          + escaped(path) + escaped(Optional.ofNullable(parts.group(4)).orElse("")));
      if (address.getHost() == null || address.getPort() > 65535 || address.getPort() == 0) {
        throw unreadable(text, Optional.empty());
      }
      return address;
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw unreadable(text, Optional.of(e));
    }
  }

  /// The address that a link leads to.
  ///
  /// @param base where the link stands
  /// @param link as it is written there
  /// @return the address
  /// @throws BadInputException as [#parse]
  public static URI resolve(URI base, String link) {
    String text = link.strip();
    if (WEB.matcher(text).matches()) {
      return parse(text);
    }
    if (text.startsWith("//")) {
      return parse(base.getScheme() + ":" + text);
    }
    try {
      return parse(base.resolve(new URI(escaped(text))).toString());
    } catch (URISyntaxException e) {
      throw unreadable(text, Optional.of(e));
    }
  }

  /// The name of the host, as [Fence] knows hosts.
  static String host(URI address) {
    String host = address.getHost();
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /// The port, the usual one of the scheme where none is named.
  static int port(URI address) {
    return address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte unit : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char sign = (char) (unit & 0xff);
      if (sign > ' ' && sign < 0x7f && "\"<>\\^`{|}".indexOf(sign) < 0) {
        escaped.append(sign);
      } else {
        escaped.append('%').append(Character.toUpperCase(Character.forDigit(sign >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(sign & 15, 16)));
      }
    }
    // A percent sign that begins no escape stands for itself.
    return escaped.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  private static BadInputException unreadable(String text, Optional<Exception> cause) {
    String shown = text.length() > 200 ? text.substring(0, 200) + "…" : text;
    String message = "'" + shown + "' is no address of the web; give one as in https://example.org/report.html";
    return cause.map(known -> new BadInputException("ADDRESS_UNREADABLE", message, known))
        .orElseGet(() -> new BadInputException("ADDRESS_UNREADABLE", message));
  }
}
