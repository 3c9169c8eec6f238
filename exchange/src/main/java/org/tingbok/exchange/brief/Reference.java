package org.tingbok.exchange.brief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.exchange.VerbatimJson;
import org.tingbok.vocabulary.PartialDate;

/// Where words stand, as it is cited.
///
/// @param id of the claim or document
/// @param title of the document
/// @param publisher empty if it does not tell
/// @param published not stated if it does not tell
/// @param address where it was fetched from; empty if it was a file
/// @param desk where this ledger shows it; empty if nowhere
/// @param quote the words cited; empty for the document as a whole
public record Reference(String id, String title, Optional<String> publisher, PartialDate published,
    Optional<String> address, Optional<String> desk, Optional<String> quote) {
  /// As a footnote has it: publisher, title, day, address.
  ///
  /// @return one line
  public String footnote() {
    String said = quote.map(words -> "“" + words + "” ").orElse("");
    return said + String.join(", ", Stream.concat(publisher.stream(), Stream.concat(Stream.of("“" + title + "”"),
        Stream.concat(day().stream(), address.or(() -> desk).stream()))).toList()) + ".";
  }

  /// The day of publication in words.
  ///
  /// @return empty if it is not stated
  public Optional<String> day() {
    return published.stated() ? Optional.of(Dates.words(published)) : Optional.empty();
  }

  /// The footnote without the quote, as Markdown with links.
  ///
  /// @return one line
  String markdown() {
    String place = String.join(", ", Stream.of(publisher.map(Markdown::escaped),
        Optional.of(address.map(url -> "[" + Markdown.escaped(title) + "](<" + safe(url) + ">)")
            .orElse("*" + Markdown.escaped(title) + "*")),
        day()).flatMap(Optional::stream).toList());
    return place + desk.map(url -> ", [evidence](<" + safe(url) + ">)").orElse("") + ".";
  }

  private static String safe(String url) {
    return url.replace("<", "%3C").replace(">", "%3E").replaceAll("\\s", "%20");
  }

  /// An entry of BibTeX.
  ///
  /// @return several lines
  public String bibtex() {
    StringBuilder entry = new StringBuilder("@" + (address.isPresent() ? "online" : "misc") + "{" + key() + ",\n");
    field(entry, "title", "{" + tex(title) + "}");
    publisher.ifPresent(name -> {
      field(entry, "author", "{" + tex(name) + "}");
      field(entry, "organization", tex(name));
    });
    published.first().ifPresent(day -> {
      field(entry, "date", published.iso());
      field(entry, "year", Integer.toString(day.getYear()));
    });
    address.or(() -> desk).ifPresent(url -> field(entry, "url", url.replace("{", "%7B").replace("}", "%7D")));
    quote.ifPresent(words -> field(entry, "note", "``" + tex(words) + "''"));
    return entry.append("}\n").toString();
  }

  private static void field(StringBuilder entry, String name, String value) {
    entry.append("  ").append(name).append(" = {").append(value).append("},\n");
  }

  private String key() {
    String from = publisher.orElse("report").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    return (from.isEmpty() ? "report" : from.substring(0, Math.min(24, from.length())))
        + published.first().map(day -> Integer.toString(day.getYear())).orElse("")
        + "-" + id.substring(id.indexOf("--") + 2, Math.min(id.length(), id.indexOf("--") + 10));
  }

  private static String tex(String text) {
    StringBuilder escaped = new StringBuilder();
    text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().chars().forEach(unit -> {
      switch (unit) {
        case '\\' -> escaped.append("\\textbackslash{}");
        case '{', '}', '$', '&', '#', '%', '_' -> escaped.append('\\').append((char) unit);
        case '^' -> escaped.append("\\textasciicircum{}");
        case '~' -> escaped.append("\\textasciitilde{}");
        default -> escaped.append((char) unit);
      }
    });
    return escaped.toString();
  }

  /// An item of CSL-JSON, in a list of one, as Zotero and citeproc read it.
  ///
  /// @return several lines
  public String cslJson() {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", key());
    item.put("type", address.isPresent() ? "webpage" : "report");
    item.put("title", title);
    publisher.ifPresent(name -> {
      item.put("author", List.of(Map.of("literal", name)));
      item.put("publisher", name);
    });
    Dates.parts(published).ifPresent(parts -> item.put("issued", Map.of("date-parts", parts)));
    address.or(() -> desk).ifPresent(url -> item.put("URL", url));
    quote.ifPresent(words -> item.put("note", "“" + words + "”"));
    return VerbatimJson.mapper().writeValueAsString(List.of(item)) + "\n";
  }
}
