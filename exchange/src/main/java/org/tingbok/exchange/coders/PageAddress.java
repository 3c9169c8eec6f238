package org.tingbok.exchange.coders;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.tingbok.document.Document;
import org.tingbok.exchange.Extract;

/// Where a report can be read by others: the address that it was fetched from, else the one that a page saved as a file gives for
/// itself (`rel=canonical`, `og:url`, or a line at its head). A file's name leads nobody anywhere.
final class PageAddress {
  private static final int HEAD = 40_000;
  private static final Pattern LINE =
      Pattern.compile("(?im)^(?:canonical|canonical_url|url|source|link|original)\\s*:\\s*\"?(https?://[^\\s\"<>]+)");

  private PageAddress() {
  }

  static Optional<String> of(Extract.Part part) {
    return Optional.of(part.source()).filter(PageAddress::leads).or(() -> declared(part.document()));
  }

  private static Optional<String> declared(Document document) {
    String head = document.text().substring(0, Math.min(document.text().length(), HEAD));
    if (document.mediaType().equals("text/html")) {
      Element page = Jsoup.parse(head).head();
      return Stream
          .of(page.select("link[rel=canonical]").attr("href"), page.select("meta[property=og:url]").attr("content"))
          .map(String::strip).filter(PageAddress::leads).findFirst();
    }
    Matcher line = LINE.matcher(head.substring(0, Math.min(head.length(), 2000)));
    return line.find() ? Optional.of(line.group(1)).filter(PageAddress::leads) : Optional.empty();
  }

  private static boolean leads(String address) {
    return address.length() <= 2000 && address.matches("https?://[^\\s/]+\\.[^\\s]+");
  }
}
