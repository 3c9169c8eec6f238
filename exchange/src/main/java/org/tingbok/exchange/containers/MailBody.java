package org.tingbok.exchange.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// The text of a message, parted into what its sender says in it and what stands around that: quoted messages that it answers,
/// signatures, hidden lines and links to leave the list.
final class MailBody {
  private static final Pattern FORWARD = Pattern.compile(
      "(?iu)^\\W*(?:begin )?(?:forwarded message|videresendt melding|"
          + "videresendt e-post|weitergeleitete nachricht|message transféré|message transfere|mensaje reenviado)\\b.*",
      Pattern.DOTALL);
  private static final Pattern ORIGINAL = Pattern.compile("(?iu)^\\W*(?:original message|opprinnelig melding|"
      + "ursprüngliche nachricht|message d'origine|mensaje original)\\W*$");
  private static final Pattern WROTE =
      Pattern.compile("(?iu)^(?:on|am|den|le|el|på|fredag|mandag|tirsdag|onsdag|torsdag|lørdag|"
          + "søndag)\\b.{0,300}\\b(?:wrote|schrieb|skrev|a écrit|escribió)\\b.{0,120}:\\s*$", Pattern.DOTALL);
  private static final Pattern LEAVE =
      Pattern.compile("(?iu)\\b(?:unsubscribe|opt[ -]?out|view (?:this e?-?mail )?in (?:your )?browser|"
          + "view (?:it )?online|manage (?:your )?(?:preferences|subscription)|update (?:your )?preferences|meld deg av|avmeld\\w*|"
          + "se i nettleser\\w*|abmelden|abbestellen|im browser (?:an)?sehen|se désabonner|désinscri\\w+|darse de baja|"
          + "cancelar (?:la )?suscripción|ver en (?:el |tu )?navegador)\\b");
  private static final String QUOTED = "blockquote[type=cite], .gmail_quote, .gmail_quote_container, .yahoo_quoted,"
      + " .protonmail_quote, #divRplyFwdMsg, #appendonsend ~ *, #mail-editor-reference-message-container";
  private static final String SIGNED = ".gmail_signature, .moz-signature, .gmail_signature_prefix, #Signature,"
      + " .protonmail_signature_block, [data-smartmail=gmail_signature]";
  private static final Pattern HIDDEN =
      Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all|"
          + "font-size\\s*:\\s*0(?:px|pt)?\\s*(?:;|$)|max-height\\s*:\\s*0(?:px)?\\s*(?:;|$)");
  private static final int LONG_CELL = 160;

  private final List<Node> told = new ArrayList<>();
  private final List<Node> leftOut = new ArrayList<>();

  List<Node> told() {
    return told;
  }

  List<Node> leftOut() {
    return leftOut;
  }

  /// Adds a part of the message.
  void add(boolean html, String text, boolean flowed, boolean deleting) {
    if (html) {
      html(text);
    } else {
      plain(flowed ? unfolded(text, deleting) : text);
    }
  }

  private void html(String text) {
    Document page = Jsoup.parse(text);
    page.select("script, style, noscript, template, img, link, meta, title, object, embed, iframe, form, input, button")
        .remove();
    for (Element quoted : page.select(QUOTED)) {
      if (!FORWARD.matcher(quoted.text()).matches()) {
        aside(quoted);
      }
    }
    page.select(".moz-cite-prefix, .gmail_attr").forEach(line -> {
      if (!FORWARD.matcher(line.text()).matches()) {
        aside(line);
      }
    });
    page.select(SIGNED).forEach(this::aside);
    page.select("[style], [hidden]").forEach(element -> {
      if (element.hasAttr("hidden") || HIDDEN.matcher(element.attr("style")).find()) {
        aside(element);
      }
    });
    for (Element block : page.select("p, div, td, li, span, footer")) {
      boolean leaf = block.select("p, div, td, li, table").size() <= 1;
      if (leaf && block.text().length() < 600 && LEAVE.matcher(block.text()).find()) {
        aside(block);
      }
    }
    tables(page);
    page.select("*").forEach(element -> {
      for (String attribute : List.of("class", "id", "style", "role", "align", "width", "height", "bgcolor")) {
        element.removeAttr(attribute);
      }
    });
    told.addAll(List.copyOf(page.body().childNodes()));
    told.forEach(Node::remove);
  }

  /// Taken out of the message. As blocks that are no paragraphs: what stands around never passes for the text, however long.
  private void aside(Element element) {
    if (element.parent() == null || element.ownerDocument() == null) {
      return; // with something that it stands in
    }
    element.remove();
    for (String line : element.wholeText().split("\\R", -1)) {
      if (!line.isBlank()) {
        leftOut.add(new Element("div").text(line.strip()));
      }
    }
  }

  /// Tables that lay out a newsletter are no tables.
  private static void tables(Document page) {
    for (Element table : page.select("table").reversed()) {
      boolean laid = table.selectFirst("th") == null && (table.selectFirst("div, p, h1, h2, h3, ul, ol") != null
          || table.attr("role").equals("presentation")
          || table.select("td").stream().anyMatch(cell -> cell.text().length() > LONG_CELL)
          || table.select("tr").stream().allMatch(row -> row.select("td").size() <= 1));
      if (laid) {
        table.select("td").forEach(cell -> cell.tagName("div"));
        table.select("tbody, thead, tfoot, tr, caption").forEach(Element::unwrap);
        table.tagName("div");
      }
    }
    for (Element block : page.select("div")) {
      boolean prose = block.select("p, div, h1, h2, h3, h4, ul, ol, table, blockquote, article, section").size() <= 1;
      if (prose && block.text().length() > LONG_CELL) {
        block.tagName("p");
      }
    }
  }

  /// Lines that were broken to be sent (RFC 3676).
  private static String unfolded(String text, boolean deleting) {
    StringBuilder whole = new StringBuilder();
    for (String line : text.split("\\R", -1)) {
      String bare = line.startsWith(" ") ? line.substring(1) : line;
      if (bare.endsWith(" ") && !bare.equals("-- ") && !bare.startsWith(">")) {
        whole.append(bare, 0, deleting ? bare.length() - 1 : bare.length());
      } else {
        whole.append(bare).append('\n');
      }
    }
    return whole.toString();
  }

  private void plain(String text) {
    List<String> paragraph = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    boolean out = false;
    boolean forwarded = false;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      forwarded |= FORWARD.matcher(line).matches();
      boolean quoted = line.startsWith(">") && !forwarded;
      boolean cites = i + 1 < lines.length && !forwarded && cites(lines, i);
      out |= line.equals("-- ") || line.equals("--") || ORIGINAL.matcher(line).matches();
      if (out || quoted || cites || LEAVE.matcher(line).find() && line.length() < 200) {
        paragraph(paragraph);
        if (!line.isBlank()) {
          leftOut.add(new Element("div").text(line.strip()));
        }
      } else if (line.isBlank()) {
        paragraph(paragraph);
      } else {
        paragraph.add(forwarded ? line.replaceFirst("^(?:>\\s?)+", "") : line);
      }
    }
    paragraph(paragraph);
  }

  /// Whether a line says who wrote the quoted lines behind it; it may be broken in two.
  private static boolean cites(String[] lines, int at) {
    for (int from = Math.max(0, at - 1); from <= at; from++) {
      for (int to = Math.max(at, from); to <= Math.min(at + 1, from + 1) && to < lines.length; to++) {
        int next = to + 1;
        while (next < lines.length && lines[next].isBlank()) {
          next++;
        }
        String words = String.join(" ", List.of(lines).subList(from, to + 1)).strip();
        if (next < lines.length && lines[next].startsWith(">") && WROTE.matcher(words).matches()) {
          return true;
        }
      }
    }
    return false;
  }

  private void paragraph(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    Element block = new Element("p");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean listed = line.matches("(?:[-*•–]|\\d{1,2}[.)])\\s+.*");
      if (i > 0 && (listed || lines.get(i - 1).length() < 45)) {
        block.appendElement("br");
      } else if (i > 0) {
        block.appendText(" ");
      }
      block.appendText(line);
    }
    told.add(block);
    lines.clear();
  }
}
