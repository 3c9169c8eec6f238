package org.tingbok.app.syndication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.tingbok.app.fetch.Address;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed, as forgiving as feeds need it. The parser of XML knows no document type
/// definitions: no entity is ever fetched or unfolded.
public final class FeedReader {
  /// The largest feed that is read, in bytes.
  static final int LARGEST = 8 << 20;
  private static final int MOST_ENTRIES = 1000;
  private static final int LONGEST_ID = 1000;
  /// What is shorter than this is taken for an announcement, whatever the feed calls it.
  private static final int WHOLE = 1200;
  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build()).build()).build();
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf:rdf");

  private FeedReader() {
  }

  /// Reads a feed.
  ///
  /// @param address where it was fetched
  /// @param body its bytes
  /// @return the feed
  /// @throws BadInputException `FEED_UNREADABLE` if it is none
  public static Feed read(URI address, byte[] body) {
    if (body.length > LARGEST) {
      throw unreadable(address, "it has more than " + (LARGEST >> 20) + " MiB");
    }
    return json(body) ? ofJson(address, body) : ofXml(address, body);
  }

  /// The feed that a page names as its own.
  ///
  /// @param address where the page was fetched
  /// @param body its bytes
  /// @return the first that it names; empty if it names none
  public static Optional<URI> discover(URI address, byte[] body) {
    Document page = parsed(address, body, Parser.htmlParser());
    return page.select("link[rel~=(?i)(^|\\s)alternate(\\s|$)][href]").stream()
        .filter(link -> link.attr("type").toLowerCase(Locale.ROOT)
            .matches("application/(rss\\+xml|atom\\+xml|feed\\+json)\\s*(;.*)?"))
        .flatMap(link -> address(address, link.attr("href")).stream()).findFirst();
  }

  private static boolean json(byte[] body) {
    for (byte unit : body) {
      if (unit == '{') {
        return true;
      }
      if (unit == '<' || unit > ' ') {
        return false;
      }
    }
    return false;
  }

  private static Document parsed(URI address, byte[] body, Parser parser) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(body), null, address.toString(), parser);
    } catch (IOException e) {
      throw unreadable(address, String.valueOf(e.getMessage()));
    }
  }

  private static Feed ofXml(URI address, byte[] body) {
    Document document = parsed(address, body, Parser.xmlParser());
    Element root = document.children().stream().filter(one -> ROOTS.contains(name(one))).findFirst()
        .orElseThrow(() -> unreadable(address, "it is neither RSS nor Atom nor JSON Feed"));
    boolean atom = name(root).equals("feed");
    Element channel = atom ? root : child(root, "channel").orElse(root);
    URI base = base(root, base(channel, address));
    Stream<Element> items = (atom ? root.children().stream()
        : Stream.concat(channel.children().stream(), root.children().stream()))
        .filter(one -> name(one).equals(atom ? "entry" : "item"));
    List<Feed.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Element item : items.limit(MOST_ENTRIES).toList()) {
      add(atom ? atom(item, base) : rss(item, base), seen, entries);
    }
    return new Feed(child(channel, "title").map(FeedReader::plain).orElse(""),
        child(channel, "language").map(Element::wholeText).or(() -> Optional.of(root.attr("xml:lang")))
            .map(String::strip).filter(text -> !text.isEmpty()),
        entries);
  }

  private static void add(Feed.Entry entry, Set<String> seen, List<Feed.Entry> entries) {
    if (!entry.id().isEmpty() && seen.add(entry.id())) {
      entries.add(entry);
    }
  }

  private static Feed.Entry rss(Element item, URI base) {
    Optional<Element> guid = child(item, "guid");
    Optional<URI> link = child(item, "link").map(Element::wholeText).filter(text -> !text.isBlank())
        .or(() -> guid.filter(one -> !one.attr("isPermaLink").equalsIgnoreCase("false")).map(Element::wholeText)
            .filter(Address::is))
        .or(() -> Optional.of(item.attr("rdf:about")).filter(Address::is))
        .flatMap(text -> address(base, text));
    Optional<String> content = child(item, "content:encoded").map(Element::wholeText);
    String title = child(item, "title").map(FeedReader::plain).orElse("");
    return entry(guid.map(Element::wholeText), link, title,
        child(item, "pubdate").or(() -> child(item, "dc:date")).map(Element::wholeText),
        content.or(() -> link.isEmpty() ? child(item, "description").map(Element::wholeText) : Optional.empty()));
  }

  private static Feed.Entry atom(Element item, URI above) {
    URI base = base(item, above);
    Optional<Element> body = child(item, "content");
    Optional<URI> link = item.children().stream()
        .filter(one -> name(one).equals("link") && one.hasAttr("href")
            && (one.attr("rel").isEmpty() || one.attr("rel").equals("alternate")))
        .findFirst().flatMap(one -> address(base, one.attr("href")))
        .or(() -> body.filter(one -> one.hasAttr("src")).flatMap(one -> address(base, one.attr("src"))));
    Optional<String> content = body.filter(one -> !one.hasAttr("src")).map(FeedReader::html);
    return entry(child(item, "id").map(Element::wholeText), link,
        child(item, "title").map(FeedReader::plain).orElse(""),
        child(item, "published").or(() -> child(item, "issued")).or(() -> child(item, "updated"))
            .map(Element::wholeText),
        content.or(() -> link.isEmpty() ? child(item, "summary").map(FeedReader::html) : Optional.empty()));
  }

  private static Feed.Entry entry(Optional<String> id, Optional<URI> link, String title, Optional<String> published,
      Optional<String> content) {
    Optional<String> whole = content.map(String::strip).filter(text -> link.isEmpty() ? !text.isEmpty() : whole(text));
    String known = id.map(String::strip).filter(text -> !text.isEmpty()).or(() -> link.map(URI::toString))
        .or(() -> whole.map(text -> ContentId.of("entry", title, text))).orElse("");
    return new Feed.Entry(known.length() > LONGEST_ID ? ContentId.of("entry", known) : known, link, title,
        published.map(String::strip).filter(text -> !text.isEmpty()), whole);
  }

  /// Whether a content is the report and not only its beginning.
  private static boolean whole(String html) {
    String text = Jsoup.parse(html).text();
    return text.length() >= WHOLE
        && !text.matches("(?is).*(?:\\[(?:…|\\.\\.\\.)]|…|\\.\\.\\.|read more|continue reading)\\s*[→»>]*");
  }

  private static Feed ofJson(URI address, byte[] body) {
    JsonNode feed;
    try {
      feed = JSON.readTree(body);
    } catch (JacksonException e) {
      throw unreadable(address, "its JSON breaks off or is none");
    }
    if (!feed.path("version").asString("").contains("jsonfeed.org/version/") || !feed.path("items").isArray()) {
      throw unreadable(address, "it is JSON, but no JSON Feed");
    }
    List<Feed.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode item : feed.path("items")) {
      if (entries.size() == MOST_ENTRIES) {
        break;
      }
      Optional<URI> link = text(item, "url").or(() -> text(item, "external_url")).flatMap(one -> address(address, one));
      Optional<String> content = text(item, "content_html")
          .or(() -> text(item, "content_text").map(plain -> "<p>" + org.jsoup.nodes.Entities.escape(plain)
              .replace("\n\n", "</p><p>") + "</p>"));
      add(entry(text(item, "id"), link, text(item, "title").orElse(""), text(item, "date_published"), content), seen,
          entries);
    }
    return new Feed(text(feed, "title").orElse(""), text(feed, "language"), entries);
  }

  private static Optional<String> text(JsonNode node, String slot) {
    JsonNode value = node.path(slot);
    return value.isString() || value.isNumber() ? Optional.of(value.asString()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private static String name(Element element) {
    return element.tagName().toLowerCase(Locale.ROOT).replaceFirst("^(?:atom|rss):", "");
  }

  private static Optional<Element> child(Element parent, String name) {
    return parent.children().stream().filter(one -> name(one).equals(name)).findFirst();
  }

  private static URI base(Element element, URI above) {
    return Optional.of(element.attr("xml:base")).filter(text -> !text.isBlank()).flatMap(text -> address(above, text))
        .orElse(above);
  }

  /// A text of an Atom construct, or of RSS, without its mark-up.
  private static String plain(Element element) {
    String text = element.attr("type").equals("text") ? element.wholeText() : Jsoup.parse(html(element)).text();
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > 500 ? line.substring(0, 500) : line;
  }

  private static String html(Element element) {
    return switch (element.attr("type")) {
      case "xhtml" -> element.html();
      case "text" -> "<p>" + org.jsoup.nodes.Entities.escape(element.wholeText()) + "</p>";
      default -> element.wholeText();
    };
  }

  private static Optional<URI> address(URI base, String link) {
    try {
      return Optional.of(Address.resolve(base, link));
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }

  private static BadInputException unreadable(URI address, String why) {
    return new BadInputException("FEED_UNREADABLE", address + " is no feed that is read: " + why
        + "; give the address of one (RSS, Atom, JSON Feed), of a sitemap, or of a page that names its own");
  }
}
