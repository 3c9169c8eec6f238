package org.tingbok.reading.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.tingbok.document.DateKind;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.Span;
import org.tingbok.reading.time.DateExpression;
import org.tingbok.reading.time.DateExpressions;

/// What an HTML page declares about itself in its head: titles, publisher, dates, language.
final class HtmlMetadata {
  private static final Set<String> PUBLISHED = Set.of("article:published_time", "datepublished", "date", "pubdate",
      "publishdate",
      "publish-date", "publish_date", "publication_date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued",
      "dcterms.created", "parsely-pub-date", "sailthru.date", "og:published_time", "article.published",
      "article:published",
      "cxenseparse:recs:publishtime", "citation_publication_date", "originalpublicationdate", "release_date");
  private static final Set<String> MODIFIED =
      Set.of("article:modified_time", "datemodified", "og:updated_time", "lastmod",
          "last-modified", "dcterms.modified", "dc.date.modified", "article.updated", "revised", "article:modified",
          "modified");
  private static final Pattern SITE_CUT = Pattern.compile("\\s+[|–—·:»-]{1,2}\\s+");
  private static final Pattern JSON_DATE =
      Pattern.compile("\"(datePublished|dateModified)\"\\s*:\\s*\"([^\"]{8,40})\"");
  private static final Pattern JSON_PUBLISHER = Pattern.compile("\"publisher\"\\s*:\\s*(?:\\[\\s*)?\\{");
  private static final Pattern JSON_NAME = Pattern.compile("\"name\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){2,80})\"");
  private static final Pattern JSON_HEADLINE = Pattern.compile("\"headline\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){5,300})\"");
  private static final Pattern JSON_ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

  private HtmlMetadata() {
  }

  static void read(Document html, Page page, @Nullable Element root) {
    Optional<String> site = content(html, "og:site_name");
    site.ifPresent(page.publishers::add);
    String headline = "";
    for (Element script : html.select("script[type=application/ld+json]")) {
      Optional<String> found = json(script, page);
      headline = headline.isEmpty() ? found.orElse("") : headline;
    }
    content(html, "publisher").or(() -> content(html, "dc.publisher")).or(() -> content(html, "dcterms.publisher"))
        .or(() -> content(html, "citation_publisher")).filter(name -> !name.startsWith("http"))
        .ifPresent(page.publishers::add);
    content(html, "application-name").ifPresent(page.lesserPublishers::add);
    content(html, "author").ifPresent(page.authors::add);
    metaDates(html, page);
    titles(html, page, root, site, headline);
    host(html, page);
    Element top = html.selectFirst("html[lang]");
    page.language = top == null ? content(html, "og:locale") : Optional.of(top.attr("lang"));
  }

  private static Optional<String> content(Document html, String name) {
    for (Element meta : html.select("meta")) {
      if (name.equals(key(meta)) && !meta.attr("content").isBlank()) {
        return Optional.of(meta.attr("content").strip());
      }
    }
    return Optional.empty();
  }

  private static String key(Element meta) {
    String key = meta.hasAttr("property") ? meta.attr("property")
        : meta.hasAttr("name") ? meta.attr("name") : meta.attr("itemprop");
    return key.toLowerCase(Locale.ROOT);
  }

  private static void metaDates(Document html, Page page) {
    for (Element meta : html.select("meta[content]")) {
      String key = key(meta);
      if (PUBLISHED.contains(key)) {
        attribute(meta, "content", DateKind.PUBLISHED, page);
      } else if (MODIFIED.contains(key)) {
        attribute(meta, "content", DateKind.MODIFIED, page);
      }
    }
  }

  /// The first `time` of the content.
  static void time(Element time, Page page) {
    boolean published = time.hasAttr("pubdate") || time.attr("itemprop").equals("datePublished");
    boolean modified =
        time.attr("itemprop").equals("dateModified") || time.className().toLowerCase(Locale.ROOT).contains("updated");
    attribute(time, "datetime", published ? DateKind.PUBLISHED : modified ? DateKind.MODIFIED : DateKind.UNLABELLED,
        page);
  }

  private static void attribute(Element element, String name, DateKind kind, Page page) {
    var range = element.attributes().sourceRange(name).valueRange();
    if (range.isTracked() && range.startPos() >= 0 && range.endPos() <= page.canonical.length()) {
      dates(page, kind, range.startPos(), range.endPos());
    }
  }

  private static void dates(Page page, DateKind kind, int from, int to) {
    List<DateExpression> dates = DateExpressions.in(page.canonical.substring(from, to));
    if (!dates.isEmpty() && dates.getFirst().value().stated()) {
      DateExpression date = dates.getFirst();
      Span span = new Span(from + date.start(), from + date.end());
      page.dates.add(new DocumentDate(kind, date.value(), span, span.of(page.canonical)));
    }
  }

  private static Optional<String> json(Element script, Page page) {
    Optional<String> headline = Optional.empty();
    for (Node child : script.childNodes()) {
      if (child instanceof DataNode data && data.sourceRange().isTracked()) {
        int start = data.sourceRange().startPos();
        int end = Math.min(data.sourceRange().endPos(), page.canonical.length());
        String json = page.canonical.substring(start, end);
        Matcher date = JSON_DATE.matcher(json);
        while (date.find()) {
          DateKind kind = date.group(1).equals("datePublished") ? DateKind.PUBLISHED : DateKind.MODIFIED;
          if (page.dates.stream().noneMatch(known -> known.kind() == kind)) {
            dates(page, kind, start + date.start(2), start + date.end(2));
          }
        }
        publisher(json).ifPresent(page.publishers::add);
        Matcher title = JSON_HEADLINE.matcher(json);
        if (title.find()) {
          headline = Optional.of(unescaped(title.group(1)));
        }
      }
    }
    return headline;
  }

  /// The name in the object that `publisher` holds, not those of objects within it.
  private static Optional<String> publisher(String json) {
    Matcher publisher = JSON_PUBLISHER.matcher(json);
    if (!publisher.find()) {
      return Optional.empty();
    }
    Matcher name = JSON_NAME.matcher(json);
    int depth = 0;
    for (int i = publisher.end() - 1; i < Math.min(json.length(), publisher.end() + 2000); i++) {
      char sign = json.charAt(i);
      depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
      if (depth == 0) {
        return Optional.empty();
      }
      if (sign == '"' && depth == 1 && name.region(i, json.length()).lookingAt()) {
        return Optional.of(unescaped(name.group(1)));
      }
    }
    return Optional.empty();
  }

  private static String unescaped(String json) {
    return JSON_ESCAPE.matcher(json).replaceAll(match -> Matcher.quoteReplacement(match.group(1) != null
        ? String.valueOf((char) Integer.parseInt(match.group(1), 16))
        : match.group(2).equals("n") || match.group(2).equals("t") ? " " : match.group(2)));
  }

  private static void titles(Document html, Page page, @Nullable Element root, Optional<String> site, String headline) {
    Optional<String> declared = content(html, "og:title").or(() -> content(html, "twitter:title"))
        .or(() -> content(html, "citation_title")).map(title -> withoutSite(title, site, page));
    Element heading = html.selectFirst("h1");
    if (root != null && root.selectFirst("h1") != null) {
      heading = root.selectFirst("h1");
    }
    if (heading != null && !heading.text().isBlank()) {
      String text = heading.text().strip();
      boolean siteName = site.filter(name -> Front.key(name).equals(Front.key(text))).isPresent();
      boolean within = root != null && HtmlZones.isWithin(heading, root);
      if (!siteName && (within || declared.isEmpty() || Front.key(declared.get()).contains(Front.key(text)))) {
        page.titles.add(text);
      }
    }
    declared.ifPresent(page.titles::add);
    if (!headline.isEmpty()) {
      page.titles.add(headline);
    }
    if (!html.title().isBlank()) {
      page.titles.add(withoutSite(html.title().strip(), site, page));
    }
  }

  /// `Headline | Site`, `Site: Headline`, without the site.
  private static String withoutSite(String title, Optional<String> site, Page page) {
    String[] parts = SITE_CUT.split(title, -1);
    if (parts.length < 2) {
      return title;
    }
    String last = parts[parts.length - 1];
    String first = parts[0];
    boolean lastIsSite = site.filter(name -> Front.key(name).equals(Front.key(last))).isPresent();
    boolean firstIsSite = site.filter(name -> Front.key(name).equals(Front.key(first))).isPresent();
    if (firstIsSite) {
      return title.substring(title.indexOf(parts[1], first.length()));
    }
    int cut = title.lastIndexOf(last);
    String rest =
        SITE_CUT.matcher(title.substring(0, cut)).replaceAll(match -> match.end() == cut ? "" : match.group()).strip();
    if (lastIsSite) {
      return rest;
    }
    boolean looksLikeSite =
        site.isEmpty() && Shapes.words(last) <= 5 && Shapes.words(rest) >= 4 && Publishers.isTitleCase(last);
    if (looksLikeSite) {
      page.lesserPublishers.add(last.strip());
      return rest;
    }
    return title;
  }

  private static void host(Document html, Page page) {
    Element canonical = html.selectFirst("link[rel=canonical]");
    String address = canonical == null ? content(html, "og:url").orElse("") : canonical.attr("href");
    Publishers.host(address).map(Outlets::name).ifPresent(page.lesserPublishers::add);
  }
}
