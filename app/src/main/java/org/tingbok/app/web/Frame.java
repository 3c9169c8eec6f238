package org.tingbok.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.app.desk.Phrase;

/// What every page has around it, and how its links are written.
///
/// @param title what the page is about, for the window and for print
/// @param path the page's permanent address on this server, without the day
/// @param section which entry of the menu it belongs to: `incidents`, `actors`, `disputes`, `documents` or nothing
/// @param asOf the day asked for, ISO 8601; empty for everything
/// @param recorded by what was on record by then, as it was typed; empty for now
/// @param view the view on names asked for; empty for the usual one
/// @param views the views that are offered
/// @param own what the page asks for besides, as its address has it
/// @param unplaced how many claims were left out because nothing tells when they were said
/// @param style address of the style sheet
public record Frame(String title, String path, String section, Optional<String> asOf,
    Optional<String> recorded, Optional<String> view,
    List<String> views, List<Param> own, int unplaced, String style) {
  private static final Pattern FEEDING = Pattern.compile("/(?:watch|incident|actor)/[^/]+");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
  private static final Set<String> PART = Set.of("page", "count");

  /// Copies the lists.
  public Frame {
    views = List.copyOf(views);
    own = List.copyOf(own);
  }

  /// Part of an address.
  ///
  /// @param name the slot
  /// @param value what is asked
  public record Param(String name, String value) {
  }

  /// The words searched for.
  ///
  /// @return empty where nothing is
  public String query() {
    return value("q");
  }

  /// What the page asks for in one slot of its own.
  ///
  /// @param name the slot
  /// @return the first value; empty where nothing is asked
  public String value(String name) {
    return own.stream().filter(param -> param.name().equals(name)).map(Param::value).findFirst().orElse("");
  }

  /// What the page asks for whatever day and view are chosen: everything of its own but the part of the answer.
  ///
  /// @return in the order of the address
  public List<Param> kept() {
    return own.stream().filter(param -> !PART.contains(param.name())).toList();
  }

  /// This page's own address, as it was asked for.
  ///
  /// @return the address with everything that it asks
  public String self() {
    return link(address(path, own));
  }

  /// This page with something of its own asked anew.
  ///
  /// @param name the slot
  /// @param value what is asked; empty to ask nothing
  /// @return the address
  public String with(String name, String value) {
    List<Param> params = new ArrayList<>(kept());
    params.removeIf(param -> param.name().equals(name));
    if (!value.isEmpty()) {
      params.add(new Param(name, value));
    }
    return link(address(path, params));
  }

  /// This page with two things of its own asked anew.
  ///
  /// @param name a slot
  /// @param value what is asked
  /// @param second another slot
  /// @param other what is asked there
  /// @return the address
  public String with(String name, String value, String second, String other) {
    List<Param> params = new ArrayList<>(kept());
    params.removeIf(param -> param.name().equals(name) || param.name().equals(second));
    params.add(new Param(name, value));
    params.add(new Param(second, other));
    return link(address(path, params));
  }

  private static String address(String bare, List<Param> params) {
    StringBuilder there = new StringBuilder(bare);
    params.forEach(param -> append(there, param));
    return there.toString();
  }

  private static void append(StringBuilder there, Param param) {
    there.append(there.indexOf("?") < 0 ? '?' : '&').append(param.name()).append('=').append(encoded(param.value()));
  }

  /// A link to another page, as of the same day and under the same view.
  ///
  /// @param path the page's address
  /// @return the address with the day and the view behind it
  public String link(String path) {
    int hash = path.indexOf('#');
    String bare = hash < 0 ? path : path.substring(0, hash);
    return with(with(with(bare, "as-of", asOf), "as-of-recorded", recorded), "view", view)
        + (hash < 0 ? "" : path.substring(hash));
  }

  private static String with(String path, String slot, Optional<String> value) {
    return value.map(text -> path + (path.contains("?") ? "&" : "?") + slot + "=" + encoded(text)).orElse(path);
  }

  /// This page as of another day.
  ///
  /// @param day ISO 8601
  /// @return the address
  public String on(String day) {
    return with(with(with(address(path, kept()), "as-of", Optional.of(day)), "as-of-recorded", recorded), "view",
        view);
  }

  /// A page as of the same day under another view.
  ///
  /// @param path the page's address
  /// @param other the view
  /// @return the address
  public String under(String path, String other) {
    return with(with(with(path, "as-of", asOf), "as-of-recorded", recorded), "view", Optional.of(other));
  }

  /// How a view is offered.
  ///
  /// @param text the view
  /// @return in words
  public static String viewWords(String text) {
    return switch (text) {
      case "any" -> "any, undenied";
      case "any+overlap" -> "any, with overlaps";
      case "2-origins" -> "two sources";
      case "all" -> "all that anybody joins";
      case "none" -> "none: no names joined";
      case "attack" -> "ATT&CK's";
      case "misp" -> "MISP's";
      case "microsoft" -> "Microsoft's";
      default -> text;
    };
  }

  /// This page as JSON.
  ///
  /// @return its address
  public String json() {
    return link(address((path.equals("/") ? "/front" : path) + ".json", own));
  }

  /// All that this page asks, whatever part of the answer it shows, in another form.
  ///
  /// @param ending what is put behind the page's path, such as `.csv`
  /// @return its address
  public String as(String ending) {
    return link(address((path.equals("/") ? "/incidents" : path) + ending, kept()));
  }

  /// This page with everything that is on record.
  ///
  /// @return its address
  public String everything() {
    return with(address(path, kept()), "view", view);
  }

  /// The feeds of what the page is about.
  ///
  /// @return the address that `/feed.atom` and `/feed.json` stand behind; empty if there are none
  public Optional<String> feed() {
    return FEEDING.matcher(path).matches() ? Optional.of(path) : Optional.empty();
  }

  /// A link to an incident.
  ///
  /// @param id its id
  /// @return the address
  public String incident(String id) {
    return link("/incident/" + encoded(id));
  }

  /// A link to more about an incident.
  ///
  /// @param id its id
  /// @param more what stands behind its address, such as `/origins`
  /// @return the address
  public String incident(String id, String more) {
    return link("/incident/" + encoded(id) + more);
  }

  /// A link to more about an actor.
  ///
  /// @param name its name
  /// @param more what stands behind its address, such as `/timeline`
  /// @return the address
  public String actor(String name, String more) {
    return link("/actor/" + encoded(name) + more);
  }

  /// A link to more about a claim.
  ///
  /// @param id its id
  /// @param more what stands behind its address, such as `/origins`
  /// @return the address
  public String claim(String id, String more) {
    return link("/claim/" + encoded(id) + more);
  }

  /// A link to an actor.
  ///
  /// @param name its name
  /// @return the address
  public String actor(String name) {
    return link("/actor/" + encoded(name));
  }

  /// A link to what is known of a name, whatever it denotes.
  ///
  /// @param name the name
  /// @return the address
  public String name(String name) {
    return link("/names/" + encoded(name));
  }

  /// A queue of the review page, from its beginning.
  ///
  /// @param queue its name
  /// @param watch the name of the watch; empty text for the other queues
  /// @return the address
  public String queue(String queue, String watch) {
    return "/review?queue=" + encoded(queue) + (watch.isEmpty() ? "" : "&watch=" + encoded(watch));
  }

  /// Where a claim is added at words of a document.
  ///
  /// @param document its id
  /// @param start first code unit of the canonical text
  /// @param end code unit after the last
  /// @return the address
  public String mark(String document, int start, int end) {
    return "/document/" + encoded(document) + "/claim?evidence=" + start + "-" + end;
  }

  /// A link to a document.
  ///
  /// @param id its id
  /// @return the address
  public String document(String id) {
    return link("/document/" + encoded(id));
  }

  /// A link to the place in its document where a claim's evidence begins.
  ///
  /// @param document the document's id
  /// @param claim the claim's id
  /// @return the address
  public String evidence(String document, String claim) {
    return link("/document/" + encoded(document) + "#e-" + digits(claim));
  }

  /// A link to a claim.
  ///
  /// @param id its id
  /// @return the address
  public String claim(String id) {
    return link("/claim/" + encoded(id));
  }

  /// A moment as people read it.
  ///
  /// @param moment ISO 8601
  /// @return for example `22 November 2026, 08:00 UTC`; empty if there is none
  public static String momentWords(Optional<String> moment) {
    return moment.map(text -> Instant.parse(text).atZone(ZoneOffset.UTC).format(MOMENT)).orElse("");
  }

  /// The part of an id that tells it from others of its type.
  ///
  /// @param id an id
  /// @return what follows `--`
  public static String digits(String id) {
    return id.substring(id.indexOf("--") + 2);
  }

  /// The class that a phrase of a sentence is set in.
  ///
  /// @param phrase the phrase
  /// @return a class of the style sheet
  public static String style(Phrase phrase) {
    return switch (phrase.role()) {
      case PLAIN -> "plain";
      case CLAIMANT -> "claimant";
      case ACCUSED -> "accused";
      case DISPUTED -> "disputed";
    };
  }

  /// A text as a part of an address.
  ///
  /// @param text any text
  /// @return percent-encoded UTF-8
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
