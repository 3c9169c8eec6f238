package org.tingbok.app.hostile;

import java.util.ArrayList;
import java.util.List;

/// HTML and Markdown.
final class MarkupBombs {
  private static final String WORDS = "<p>The harbour was quiet, the police said on 3 May 2021.</p>";

  private MarkupBombs() {
  }

  static List<Bomb> all() {
    List<Bomb> all = new ArrayList<>();
    for (String tag : List.of("div", "b", "a href=x", "table", "table><tr><td", "ul><li", "blockquote", "form",
        "select",
        "svg", "math", "template", "font", "p", "button", "iframe", "details", "article", "span", "script", "noscript",
        "title",
        "style", "textarea", "ruby><rt", "frameset", "dl><dd", "h1", "center", "object")) {
      all.add(html("deep-" + tag.replaceAll("\\W+", "-"), WORDS + ("<" + tag + ">").repeat(100_000)));
    }
    all.add(html("attribute", WORDS + "<div class='" + "a ".repeat(2 << 20) + "'>x</div>"));
    all.add(html("attributes", WORDS + "<div " + many(200_000) + ">x</div>"));
    all.add(html("siblings", WORDS + "<i>a</i>".repeat(400_000)));
    all.add(html("misnested", WORDS + "<b><i><a>".repeat(2_000) + "</b></i></a>x".repeat(2_000)));
    all.add(html("formatting", WORDS + "<font a=%s>".repeat(3_000) + "<p>x".repeat(3_000)));
    all.add(html("comment", WORDS + "<!--" + "-".repeat(2 << 20)));
    all.add(html("comments", WORDS + "<!---->".repeat(300_000)));
    all.add(html("entities", WORDS + "&amp;&notanentity;&#x1F600;&#99999999;".repeat(60_000)));
    all.add(html("entity-without-end", WORDS + "&".repeat(1 << 20)));
    all.add(html("angles", WORDS + "<".repeat(1 << 20)));
    all.add(html("closings", WORDS + "</p>".repeat(300_000)));
    all.add(html("links", WORDS + "<a href='https://example.org/'>a</a> ".repeat(60_000)));
    all.add(
        html("script-data", "<script type='application/ld+json'>" + "{\"a\":[".repeat(100_000) + "</script>" + WORDS));
    all.add(html("metas", "<meta name=author content=x>".repeat(60_000) + WORDS));
    all.add(html("dates", WORDS + "<time datetime=2021-05-03>3 May 2021</time> ".repeat(40_000)));
    all.add(html("cells", WORDS + "<table><tr>" + "<td>a".repeat(200_000)));
    all.add(html("breaks", WORDS + "<br>".repeat(500_000)));
    all.add(html("cdata", WORDS + "<svg><![CDATA[".repeat(50_000)));
    all.add(html("doctype", "<!DOCTYPE html [" + "<!ENTITY a 'b'>".repeat(60_000) + "]>" + WORDS));
    all.add(Bomb.of("md-stars.md", "# Tides\n\nThe harbour was quiet.\n" + "*".repeat(500_000)));
    all.add(Bomb.of("md-brackets.md", "# Tides\n\n" + "[".repeat(300_000) + "x" + "](y)".repeat(300_000)));
    all.add(Bomb.of("md-quotes.md", "# Tides\n\n" + "> ".repeat(300_000) + "x"));
    all.add(Bomb.of("md-lists.md", "# Tides\n\n" + "- a\n".repeat(300_000)));
    all.add(Bomb.of("md-deep-lists.md", "# Tides\n\n" + deepLists(2_000)));
    all.add(Bomb.of("md-fences.md", "# Tides\n\n" + "```\n".repeat(200_001)));
    all.add(Bomb.of("md-table.md", "# Tides\n\n" + "|".repeat(500_000) + "\n" + "|-".repeat(200_000)));
    all.add(Bomb.of("md-images.md", "# Tides\n\n" + "![".repeat(200_000)));
    all.add(Bomb.of("md-underscores.md", "# Tides\n\n" + "_a".repeat(300_000)));
    all.add(Bomb.of("md-ticks.md", "# Tides\n\n" + "`a``b```c".repeat(80_000)));
    return all;
  }

  private static Bomb html(String name, String body) {
    return Bomb.of("html-" + name + ".html", "<!doctype html><html><body>" + body);
  }

  private static String many(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(" b").append(i).append("=1");
    }
    return text.toString();
  }

  private static String deepLists(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append("  ".repeat(i)).append("- a\n");
    }
    return text.toString();
  }
}
