package org.tingbok.exchange.containers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/// An entry of ORKL's library as a page.
///
/// Its three times are three things: `created_at` is when ORKL took the entry in, which tells nothing of the report;
/// `file_creation_date` is when the file that ORKL keeps was made, which is no earlier than the report and may be years later; the
/// day of publication is in neither, only in the text, and the file's day stands in for it where the text bears none.
/// `report_names` are names of files, not titles.
final class OrklPage {
  private OrklPage() {
  }

  static Entry of(JsonNode node, Place place, String name) {
    if (!node.isObject() || text(node, "plain_text").isBlank()) {
      return new Entry.Fault(place, "ENTRY_WITHOUT_TEXT",
          place.container() + ": entry " + place.entry() + " has no plain_text; ask ORKL for the whole entry");
    }
    List<String> links = strings(node, "references").stream().filter(one -> one.matches("https?://\\S+")).toList();
    String title = Optional.of(line(text(node, "title"))).filter(one -> !one.isEmpty())
        .or(() -> strings(node, "report_names").stream().findFirst().map(OrklPage::bare)).orElse("");
    Optional<String> made = moment(node, "file_creation_date");
    MadePage page =
        new MadePage(title, "", Optional.empty(), Optional.of(text(node, "language").toLowerCase(java.util.Locale.ROOT))
            .filter(tag -> tag.matches("[a-z]{2}(?:-[a-z]{2})?")), links.stream().findFirst());
    return new Entry.Report(place, name, page.html(head -> {
      made.ifPresent(day -> head.appendElement("meta").attr("name", "dcterms.modified").attr("content", day));
      String authors = line(text(node, "authors"));
      if (!authors.isEmpty()) {
        head.appendElement("meta").attr("name", "author").attr("content", authors);
      }
    }, article -> paragraphs(article, text(node, "plain_text")), around -> {
      Element footer = around.appendElement("footer");
      facts(node, links).forEach(fact -> footer.appendElement("div").text(fact));
    }));
  }

  /// What ORKL says of the report, kept beside it: nobody's claim.
  private static List<String> facts(JsonNode node, List<String> links) {
    List<String> facts = new ArrayList<>();
    facts.add("ORKL: " + text(node, "id"));
    Set<String> actors = new LinkedHashSet<>();
    for (JsonNode actor : node.path("threat_actors")) {
      String names = String.join(", ", strings(actor, "aliases"));
      String main = line(text(actor, "main_name"));
      actors
          .add((main.isEmpty() ? line(text(actor, "source_name")) : main) + (names.isEmpty() ? "" : " (" + names + ")")
              + (text(actor, "source_id").isEmpty() ? "" : ", " + text(actor, "source_id")));
    }
    actors.forEach(actor -> facts.add("ORKL's threat actor: " + actor));
    for (JsonNode source : node.path("sources")) {
      String named = source.isObject() ? line(text(source, "name")) : source.asString("");
      if (!named.isEmpty()) {
        facts.add("ORKL's source: " + named);
      }
    }
    strings(node, "report_names").forEach(file -> facts.add("ORKL's file: " + file));
    links.forEach(link -> facts.add("ORKL's reference: " + link));
    return facts;
  }

  static void paragraphs(Element article, String text) {
    for (String block : text.strip().split("(?:\\R[ \\t\\f]*){2,}", -1)) {
      String line = block.replaceAll("(?<=\\p{L})[\\u00ad](?=\\R)|(?<=\\p{Ll})-\\R(?=\\p{Ll})", "")
          .replaceAll("\\s+", " ").strip();
      if (!line.isEmpty()) {
        article.appendElement("p").text(line);
      }
    }
  }

  /// A file's name without its ending, day and underscores.
  private static String bare(String file) {
    return line(file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z]{2,5}$", "").replace('_', ' '));
  }

  /// A moment; year 1 is how ORKL writes that it does not know.
  private static Optional<String> moment(JsonNode node, String key) {
    return Optional.of(text(node, key))
        .filter(day -> day.matches("(?:19|20)\\d{2}-\\d{2}-\\d{2}.*") && !day.startsWith("1970-01-01"));
  }

  static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() ? value.asString() : "";
  }

  static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static List<String> strings(JsonNode node, String key) {
    return StreamSupport.stream(node.path(key).spliterator(), false).filter(JsonNode::isString).map(JsonNode::asString)
        .map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
