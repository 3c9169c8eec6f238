package org.tingbok.exchange.containers;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A report that came without a page of its own, as a page that tells what is told of it. The same report gives the same bytes.
///
/// @param title its title; empty text if it has none
/// @param publisher who publishes it; empty text if nobody tells
/// @param published when, as pages write it
/// @param language the language it declares
/// @param address the page that it stands for
public record MadePage(String title, String publisher, Optional<String> published, Optional<String> language,
    Optional<String> address) {
  /// Writes the page.
  ///
  /// @param head adds to its head
  /// @param article fills its article, behind the title
  /// @param around adds to the body what stands around the article
  /// @return HTML in UTF-8
  public byte[] html(Consumer<Element> head, Consumer<Element> article, Consumer<Element> around) {
    Document page = Document.createShell("");
    page.outputSettings().prettyPrint(false);
    language.ifPresent(tag -> page.child(0).attr("lang", tag));
    page.title(title);
    page.head().appendElement("meta").attr("charset", "utf-8");
    if (!publisher.isEmpty()) {
      page.head().appendElement("meta").attr("property", "og:site_name").attr("content", publisher);
    }
    published.ifPresent(
        day -> page.head().appendElement("meta").attr("property", "article:published_time").attr("content", day));
    address.ifPresent(link -> page.head().appendElement("link").attr("rel", "canonical").attr("href", link));
    head.accept(page.head());
    Element told = page.body().appendElement("article");
    if (!title.isEmpty()) {
      told.appendElement("h1").text(title);
    }
    article.accept(told);
    around.accept(page.body());
    return ("<!doctype html>\n" + page.outerHtml() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
