package org.tingbok.reading.document;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/// Tells the main content of a page from what stands around it.
final class HtmlZones {
  private static final Set<String> OUTSIDE = Set.of("nav", "aside", "footer", "form", "dialog", "menu");
  private static final Set<String> ROLES =
      Set.of("navigation", "banner", "contentinfo", "complementary", "search", "dialog",
          "alertdialog", "menu", "menubar", "toolbar");
  private static final Set<String> NAMES = Set.of("cookie", "cookies", "consent", "gdpr", "cookiebanner", "newsletter",
      "newsletters",
      "subscribe", "subscription", "signup", "share", "shares", "sharing", "sharebar", "social", "related",
      "recommended",
      "recommendations", "promo", "promos", "promotion", "advert", "adverts", "advertisement", "advertising", "ads",
      "ad", "adslot",
      "sponsor", "sponsored", "sidebar", "breadcrumb", "breadcrumbs", "menu", "nav", "navbar", "navigation", "comments",
      "disqus",
      "footer", "popular", "trending", "mostread", "toolbar", "paywall", "modal", "popup", "tags", "tagcloud",
      "taglist",
      "pagination", "pager", "outbrain", "taboola", "readmore", "skip", "teasers", "annonse", "anzeige", "werbung",
      "publicite",
      "publicidad", "bio", "cta", "donate", "donation", "feedback", "hidden", "sitefooter", "siteheader", "topbar",
      "ticker",
      "crosslinks", "moreon", "morestories", "readnext", "upnext", "boilerplate", "disclaimer", "relatert", "lesogsa");
  private static final Set<String> METADATA =
      Set.of("byline", "author", "authors", "date", "dateline", "timestamp", "published",
          "pubdate", "publish", "meta", "postmeta", "updated", "credits");
  private static final Pattern TOKENS = Pattern.compile("[^a-zæøå0-9]+");
  private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden");
  private static final int LEAST = 200;

  private int total = -1;

  /// Whether an element and all in it are no content.
  boolean isOutside(Element element) {
    String name = element.normalName();
    if (name.equals("html") || name.equals("body") || name.equals("main") || name.equals("article") || name.equals("p")
        || name.equals("h1")) {
      return false;
    }
    if (OUTSIDE.contains(name) || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
        || (name.equals("header") && element.closest("article, main") == null && element.selectFirst("h1") == null)) {
      return !holdsMost(element);
    }
    boolean hidden = element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")
        || HIDDEN.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
    boolean form = (name.equals("div") || name.equals("section")) && element.selectFirst("input[type=email]") != null;
    return (hidden || form || named(element, NAMES)) && !holdsMost(element);
  }

  private static boolean named(Element element, Set<String> wanted) {
    if (!element.hasAttr("class") && !element.hasAttr("id")) {
      return false;
    }
    for (String token : TOKENS.split((element.className() + " " + element.id()).toLowerCase(Locale.ROOT), -1)) {
      if (wanted.contains(token)) {
        return true;
      }
    }
    return false;
  }

  static boolean isMetadata(String names) {
    for (String token : TOKENS.split(names, -1)) {
      if (METADATA.contains(token)) {
        return true;
      }
    }
    return false;
  }

  /// A page may call its whole content `has-sidebar`, or wrap it in a form.
  private boolean holdsMost(Element element) {
    Document owner = element.ownerDocument();
    if (owner == null) {
      return false;
    }
    if (total < 0) {
      total = prose(owner);
    }
    return total > LEAST && prose(element) * 2 > total;
  }

  private static int prose(Element element) {
    int prose = 0;
    for (Element paragraph : element.getElementsByTag("p")) {
      int length = textLength(paragraph);
      prose += length > 60 ? length : 0;
    }
    return prose;
  }

  private static int textLength(Element element) {
    int[] length = new int[1];
    NodeTraversor.traverse((node, _) -> {
      if (node instanceof TextNode text) {
        length[0] += text.getWholeText().strip().length();
      }
    }, element);
    return length[0];
  }

  static boolean isWithin(Node node, Element root) {
    Node at = node;
    while (at != null) {
      if (at.equals(root)) {
        return true;
      }
      at = at.parentNode();
    }
    return false;
  }

  /// A row whose cells hold no blocks of their own.
  static boolean isDataRow(Element row) {
    return row.selectFirst("p + p, div div, table, ul, ol, h1, h2, h3, article, section") == null
        && textLength(row) < 800;
  }

  /// The element that holds the main content, its headline included; null if the page does not tell.
  static @Nullable Element main(Document html) {
    Map<Element, Double> scores = new HashMap<>();
    HtmlZones zones = new HtmlZones();
    double all = 0;
    for (Element paragraph : html.select("p, blockquote > br, div.paragraph")) {
      int length = textLength(paragraph);
      if (length < 40 || isInside(paragraph, zones)) {
        continue;
      }
      int links = 0;
      for (Element link : paragraph.getElementsByTag("a")) {
        links += textLength(link);
      }
      double score = length - links;
      all += score;
      Element at = paragraph.parent();
      double share = 1;
      for (int i = 0; at != null && i < 6; i++) {
        scores.merge(at, score * share, Double::sum);
        share *= 0.6;
        at = at.parent();
      }
    }
    if (all < LEAST) {
      return declared(html);
    }
    Element best = null;
    double most = 0;
    for (Map.Entry<Element, Double> entry : scores.entrySet()) {
      boolean later = best != null && entry.getValue() == most
          && entry.getKey().sourceRange().startPos() > best.sourceRange().startPos();
      if (entry.getValue() > most || later) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best == null ? declared(html) : widened(best, html);
  }

  private static boolean isInside(Element element, HtmlZones zones) {
    Element at = element.parent();
    for (int i = 0; at != null && i < 12; i++) {
      String name = at.normalName();
      if ((OUTSIDE.contains(name) && !name.equals("form")) || (named(at, NAMES) && !zones.holdsMost(at))) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }

  private static @Nullable Element declared(Document html) {
    Elements articles = html.select("article");
    return articles.size() == 1 ? articles.first() : html.selectFirst("main, [role=main], [itemprop=articleBody]");
  }

  /// The article around the best element, and the headline if it stands outside.
  private static Element widened(Element best, Document html) {
    Element article = best.closest("article");
    Element main = best.closest("main, [role=main]");
    Element root = best;
    if (article != null) {
      List<Element> siblings = html.select("article").stream().filter(other -> prose(other) > 150).toList();
      root = siblings.size() > 2 && main != null ? main : article;
    } else if (main != null) {
      root = main;
    }
    Element headline = html.selectFirst("h1");
    if (headline != null && !isWithin(headline, root)) {
      Element common = headline.parent();
      for (int i = 0; common != null && i < 40; i++) {
        if (isWithin(root, common)) {
          return common.normalName().equals("html") ? root : common;
        }
        common = common.parent();
      }
    }
    return root;
  }
}
