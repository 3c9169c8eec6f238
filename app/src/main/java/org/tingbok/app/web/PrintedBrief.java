package org.tingbok.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.tingbok.exchange.brief.Brief;

/// A brief as a page that needs no server: its style is in it.
public final class PrintedBrief {
  private PrintedBrief() {
  }

  /// A brief as HTML.
  ///
  /// @param brief what is told
  /// @return a whole page, that prints on A4
  public static String html(Brief brief) {
    StringOutput html = new StringOutput(1 << 14);
    TemplateEngine.createPrecompiled(ContentType.Html).render("brief.jte", Map.of("brief", brief, "style", "", "inline",
        style(), "back", "", "markdown", "", "address", ""), html);
    return html.toString();
  }

  private static String style() {
    try (InputStream stream = Objects.requireNonNull(PrintedBrief.class.getResourceAsStream("brief.css"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
