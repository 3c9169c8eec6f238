package org.tingbok.app.syndication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tingbok.app.fetch.Address;
import org.tingbok.vocabulary.BadInputException;

/// Reads sitemaps (sitemaps.org 0.9), packed or not, lists of them, and what Google's news adds. Read as a stream; the parser knows
/// no document type definitions, and what stands before a break counts.
public final class SitemapReader {
  /// The most that a packed one may unfold to, in bytes; the protocol's own bound.
  private static final int LARGEST = 50 << 20;
  private static final int MOST = 50_000;
  private static final int LONGEST = 2000;

  private SitemapReader() {
  }

  /// A sitemap.
  ///
  /// @param pages what it lists
  /// @param maps further sitemaps that it lists
  record Sitemap(List<Page> pages, List<Page> maps) {
    Sitemap {
      pages = List.copyOf(pages);
      maps = List.copyOf(maps);
    }
  }

  /// A line of it.
  ///
  /// @param address of a page or a sitemap
  /// @param changed when it was published or changed last, as it is written; empty text if that is not told
  /// @param title of a piece of news; empty text if it is not told
  /// @param publisher of a piece of news
  /// @param language of a piece of news
  public record Page(URI address, String changed, String title, String publisher, Optional<String> language) {
  }

  /// Reads one.
  ///
  /// @return empty if it is none
  static Optional<Sitemap> read(URI address, byte[] body) {
    List<Page> pages = new ArrayList<>();
    List<Page> maps = new ArrayList<>();
    boolean is = false;
    try (InputStream in = unpacked(body)) {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      Map<String, String> fields = new HashMap<>();
      StringBuilder text = new StringBuilder();
      while (xml.hasNext() && pages.size() + maps.size() < MOST) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            String name = xml.getLocalName();
            if (!is && !name.equals("urlset") && !name.equals("sitemapindex")) {
              return Optional.empty();
            }
            is = true;
            text.setLength(0);
            if (name.equals("url") || name.equals("sitemap")) {
              fields.clear();
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (text.length() < LONGEST) {
              text.append(xml.getText());
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            switch (xml.getLocalName()) {
              case "url" -> page(address, fields).ifPresent(pages::add);
              case "sitemap" -> page(address, fields).ifPresent(maps::add);
              default -> fields.putIfAbsent(key(xml), text.toString().strip());
            }
            text.setLength(0);
          }
          default -> {
            // comments and the like
          }
        }
      }
    } catch (IOException | XMLStreamException | RuntimeException e) {
      return is ? Optional.of(new Sitemap(pages, maps)) : Optional.empty();
    }
    return is ? Optional.of(new Sitemap(pages, maps)) : Optional.empty();
  }

  /// Pictures and films of a page have addresses and titles of their own.
  private static String key(XMLStreamReader xml) {
    String space = Optional.ofNullable(xml.getNamespaceURI()).orElse("").toLowerCase(Locale.ROOT);
    return (space.contains("news") ? "news:" : space.contains("/sitemap/0.") || space.isEmpty() ? "" : "other:")
        + xml.getLocalName();
  }

  private static Optional<Page> page(URI base, Map<String, String> fields) {
    try {
      String published = fields.getOrDefault("news:publication_date", "");
      return Optional.of(new Page(Address.resolve(base, fields.getOrDefault("loc", "")),
          published.isEmpty() ? fields.getOrDefault("lastmod", "") : published, fields.getOrDefault("news:title", ""),
          fields.getOrDefault("news:name", ""),
          Optional.of(fields.getOrDefault("news:language", "")).filter(tag -> !tag.isEmpty())));
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }

  private static InputStream unpacked(byte[] body) throws IOException {
    boolean packed = body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
    if (!packed) {
      return new ByteArrayInputStream(body);
    }
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new ByteArrayInputStream(zip.readNBytes(LARGEST));
    }
  }
}
