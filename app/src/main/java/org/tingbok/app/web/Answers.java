package org.tingbok.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tingbok.app.desk.CardJson;
import org.tingbok.app.desk.Desk;
import org.tingbok.vocabulary.ContentId;

/// Sends cards as a page or, where a program asks, as JSON. Safe for use by several threads.
final class Answers {
  /// Where whoever is told that something did not work goes on, as an attribute of a request.
  static final String ONWARD = "onward";
  private static final Pattern TURNING = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

  /// The parts of the style sheet, in order: what comes later goes before.
  private static final List<String> STYLES =
      List.of("base", "lists", "claims", "actors", "document", "narrow", "review",
          "search", "export", "front", "stories", "access", "print");

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final byte[] style = styles();
  private final byte[] icon = resource("icon.svg");
  private final byte[] script = resource("review.js");
  private final String scriptPath = "/review-" + ContentId.sha256(script).substring(0, 12) + ".js";
  private final byte[] printed = resource("brief.css");
  private final byte[] copying = resource("cite.js");
  private final String printedPath = "/brief-" + ContentId.sha256(printed).substring(0, 12) + ".css";
  private final byte[] slider = resource("slider.js");
  private final String sliderPath = "/slider-" + ContentId.sha256(slider).substring(0, 12) + ".js";
  private final String stylePath = "/style-" + ContentId.sha256(style).substring(0, 12) + ".css";

  private static byte[] styles() {
    StringBuilder all = new StringBuilder();
    STYLES.forEach(name -> all.append(new String(resource("style/" + name + ".css"), StandardCharsets.UTF_8)));
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  String stylePath() {
    return stylePath;
  }

  String printedPath() {
    return printedPath;
  }

  void printed(Context context) {
    fixed(context, printed, "text/css; charset=utf-8");
  }

  void copying(Context context) {
    send(context, copying, "text/javascript; charset=utf-8");
  }

  void style(Context context) {
    fixed(context, style, "text/css; charset=utf-8");
  }

  String scriptPath() {
    return scriptPath;
  }

  void script(Context context) {
    fixed(context, script, "text/javascript; charset=utf-8");
  }

  String sliderPath() {
    return sliderPath;
  }

  void slider(Context context) {
    fixed(context, slider, "text/javascript; charset=utf-8");
  }

  void icon(Context context) {
    fixed(context, icon, "image/svg+xml");
  }

  /// What stands around a page that a desk answers.
  Frame frame(Asked asked, Desk desk, String title, String path, String section) {
    return frame(asked, desk, title, path, section,
        asked.query().isEmpty() ? List.of() : List.of(new Frame.Param("q", asked.query())));
  }

  /// The same, where the page asks for more than words.
  Frame frame(Asked asked, Desk desk, String title, String path, String section, List<Frame.Param> own) {
    return new Frame(title, path, section, asked.day(), asked.recorded(), asked.viewText(), desk.naming().views(), own,
        desk.unplaced(),
        stylePath);
  }

  void answer(Context context, Asked asked, String template, Frame frame, Object cards, Map<String, Object> values) {
    if (asked.json()) {
      json(context, cards);
    } else {
      page(context, template, frame, values);
    }
  }

  void page(Context context, String template, Frame frame, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("frame", frame);
    bare(context, template, all);
  }

  /// A page without anything around it.
  void bare(Context context, String template, Map<String, Object> all) {
    StringOutput html = new StringOutput(1 << 14);
    render(context, template, all, html);
    send(context, legible(html.toString()).getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
  }

  private void render(Context context, String template, Map<String, Object> all, StringOutput html) {
    ScopedValue.where(Onlooker.CALLER, Entrance.of(context.req()).caller())
        .run(() -> templates.render(template, all, html));
  }

  /// A page without the characters that turn round what stands behind them: no name or title may change how the rest of
  /// a page reads. Each paragraph and quote takes its direction from its own letters.
  private static String legible(String html) {
    return html.chars().anyMatch(Answers::turns) ? TURNING.matcher(html).replaceAll("") : html;
  }

  private static boolean turns(int unit) {
    return unit >= 0x202a && unit <= 0x202e || unit >= 0x2066 && unit <= 0x2069;
  }

  void json(Context context, Object cards) {
    send(context, CardJson.bytes(cards), "application/json; charset=utf-8");
  }

  /// Sends who came with words or the beginning of an id on to the permanent address.
  boolean permanent(Context context, Asked asked, String before, String id, String after) {
    if (Asked.key(context).equals(id)) {
      return true;
    }
    Frame bare = new Frame("", "", "", asked.day(), asked.recorded(), asked.viewText(), List.of(), List.of(), 0, "");
    context.redirect(bare.link(before + Frame.encoded(id) + after + (context.path().endsWith(".json") ? ".json" : "")));
    return false;
  }

  /// An answer that may be kept as long as it is asked after; the same content is not sent twice.
  private static void send(Context context, byte[] body, String type) {
    String tag = "W/\"" + ContentId.sha256(body).substring(0, 24) + "\"";
    context.header("ETag", tag).header("Cache-Control", "no-cache").header("Vary", "Accept").contentType(type);
    if (Objects.requireNonNullElse(context.header("If-None-Match"), "").contains(tag)) {
      context.status(304);
    } else {
      context.result(body);
    }
  }

  private static void fixed(Context context, byte[] body, String type) {
    context.header("Cache-Control", "public, max-age=31536000, immutable").contentType(type).result(body);
  }

  /// An error as RFC 9457 has it, with our code.
  record Problem(String type, String title, int status, String code, String detail) {
  }

  void problem(Context context, int status, String code, String detail) {
    context.attribute("problem", code);
    context.status(status).header("Cache-Control", "no-store");
    String title = HttpStatus.forStatus(status).getMessage();
    if (Asked.wantsJson(context)) {
      context.contentType("application/problem+json").result(CardJson.bytes(
          new Problem("about:blank", title, status, code, detail)));
      return;
    }
    Frame frame = new Frame(words(status, title), "/", "", Optional.empty(), Optional.empty(), Optional.empty(),
        List.of(), List.of(),
        0, stylePath);
    StringOutput html = new StringOutput();
    Optional<String> onward = Optional.ofNullable(context.attribute(ONWARD));
    render(context, "problem.jte", Map.of("frame", frame, "code", code, "detail", detail, "onward", onward), html);
    context.contentType("text/html; charset=utf-8").result(html.toString());
  }

  private static byte[] resource(String name) {
    try (InputStream stream = Objects.requireNonNull(Answers.class.getResourceAsStream(name), name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String words(int status, String title) {
    return switch (status) {
      case 400 -> "That cannot be understood";
      case 403 -> "That is not allowed here";
      case 404 -> "Nothing is here";
      case 409 -> "Somebody was faster";
      case 500 -> "That went wrong, and the fault is ours";
      default -> title;
    };
  }
}
