package org.tingbok.app.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.desk.CardJson;
import org.tingbok.app.desk.ClaimCard;

/// Feeds as text. Everything that a report says is escaped, twice where it stands in HTML that stands in XML.
final class FeedText {
  private FeedText() {
  }

  /// As RFC 4287 has it.
  static String atom(ClaimFeeds.Part part) {
    StringBuilder xml = new StringBuilder(1 << 14);
    xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    element(xml, "id", id(part));
    element(xml, "title", part.about().title());
    element(xml, "updated", part.updated().toString());
    xml.append("<author><name>Tingbok</name></author>\n<generator>Tingbok</generator>\n");
    link(xml, "self", "application/atom+xml", part.self());
    link(xml, "alternate", "text/html", part.base() + part.about().page());
    link(xml, "first", "application/atom+xml", part.first());
    part.next().ifPresent(next -> link(xml, "next", "application/atom+xml", next));
    for (ClaimFeeds.Item item : part.items()) {
      ClaimCard claim = item.claim();
      xml.append("<entry>\n");
      element(xml, "id", item.id());
      element(xml, "title", claim.summary());
      element(xml, "published", item.recorded().toString());
      element(xml, "updated", item.changed().toString());
      xml.append("<author><name>").append(escaped(name(claim))).append("</name></author>\n");
      link(xml, "alternate", "text/html", page(part, claim));
      link(xml, "related", "text/html", part.base() + "/document/" + claim.document().id());
      xml.append("<category term=\"").append(escaped(claim.type())).append("\"/>\n");
      xml.append("<content type=\"html\">").append(escaped(html(claim))).append("</content>\n</entry>\n");
    }
    return xml.append("</feed>\n").toString();
  }

  private static String id(ClaimFeeds.Part part) {
    return ClaimFeeds.urn(org.tingbok.vocabulary.ContentId.of("feed", part.about().path(),
        part.first().contains("view=") ? part.first().replaceFirst(".*[?&](view=[^&]*).*", "$1") : ""));
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>').append(escaped(text)).append("</").append(name).append(">\n");
  }

  private static void link(StringBuilder xml, String rel, String type, String href) {
    xml.append("<link rel=\"").append(rel).append("\" type=\"").append(type).append("\" href=\"").append(escaped(href))
        .append("\"/>\n");
  }

  private static String page(ClaimFeeds.Part part, ClaimCard claim) {
    return part.base() + "/claim/" + claim.id();
  }

  private static String name(ClaimCard claim) {
    return claim.document().publisher().orElse(claim.document().title());
  }

  private static String html(ClaimCard claim) {
    StringBuilder html = new StringBuilder();
    for (ClaimCard.EvidenceCard evidence : claim.evidence()) {
      html.append("<blockquote>").append(escaped(evidence.before()))
          .append("<b>").append(escaped(evidence.readable())).append("</b>").append(escaped(evidence.after()))
          .append("</blockquote>");
    }
    html.append("<p>").append(escaped(claim.type())).append(", said ").append(escaped(claim.saidWords())).append("; ")
        .append(escaped(claim.imprints()));
    claim.ruling().ifPresent(ruling -> html.append("; ").append(escaped(ruling.words())));
    claim.retracted().ifPresent(retracted -> html.append("; ").append(escaped(retracted.words())));
    return html.append("</p>").toString();
  }

  /// Escaped for XML and for HTML; signs that XML 1.0 has no place for are left out.
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length();) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      switch (point) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          boolean known = point == '\t' || point == '\n' || point >= 0x20 && point < 0xd800
              || point > 0xdfff && point < 0xfffe || point > 0xffff;
          if (known) {
            out.appendCodePoint(point);
          }
        }
      }
    }
    return out.toString();
  }

  /// JSON Feed 1.1.
  record Json(String version, String title, @JsonProperty("home_page_url") String homePage,
      @JsonProperty("feed_url") String self, @JsonProperty("next_url") Optional<String> next, List<Author> authors,
      String language, List<Entry> items) {
  }

  record Author(String name) {
  }

  record Entry(String id, String url, String title, @JsonProperty("content_html") String content,
      @JsonProperty("date_published") Instant published, @JsonProperty("date_modified") Instant modified,
      List<Author> authors, List<String> tags) {
  }

  static byte[] json(ClaimFeeds.Part part) {
    return CardJson.bytes(new Json("https://jsonfeed.org/version/1.1", part.about().title(),
        part.base() + part.about().page(), part.self(), part.next(), List.of(new Author("Tingbok")), "en",
        part.items().stream().map(item -> new Entry(item.id(), page(part, item.claim()), item.claim().summary(),
            html(item.claim()), item.recorded(), item.changed(), List.of(new Author(name(item.claim()))),
            List.of(item.claim().type()))).toList()));
  }
}
