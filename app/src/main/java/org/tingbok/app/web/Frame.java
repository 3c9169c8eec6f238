package org.tingbok.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.desk.Phrase;

/// What every page has around it, and how its links are written.
///
/// @param title what the page is about, for the window and for print
/// @param path the page's permanent address on this server, without the day
/// @param section which entry of the menu it belongs to: `incidents`, `actors`, `disputes`, `documents` or nothing
/// @param asOf the day asked for, ISO 8601; empty for everything
/// @param view the view on names asked for; empty for the usual one
/// @param views the views that are offered
/// @param query the words searched for; empty where nothing is
/// @param unplaced how many claims were left out because nothing tells when they were said
/// @param style address of the style sheet
public record Frame(String title, String path, String section, Optional<String> asOf, Optional<String> view,
    List<String> views, String query, int unplaced, String style) {
  /// Copies the list.
  public Frame {
    views = List.copyOf(views);
  }

  /// A link to another page, as of the same day and under the same view.
  ///
  /// @param path the page's address
  /// @return the address with the day and the view behind it
  public String link(String path) {
    int hash = path.indexOf('#');
    String bare = hash < 0 ? path : path.substring(0, hash);
    return with(with(bare, "as-of", asOf), "view", view) + (hash < 0 ? "" : path.substring(hash));
  }

  private static String with(String path, String slot, Optional<String> value) {
    return value.map(text -> path + (path.contains("?") ? "&" : "?") + slot + "=" + encoded(text)).orElse(path);
  }

  /// This page as of another day.
  ///
  /// @param day ISO 8601
  /// @return the address
  public String on(String day) {
    return with(with(path, "as-of", Optional.of(day)), "view", view);
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
    String twin = (path.equals("/") ? "/incidents" : path) + ".json";
    return link(query.isEmpty() ? twin : twin + "?q=" + encoded(query));
  }

  /// This page with everything that is on record.
  ///
  /// @return its address
  public String everything() {
    return with(query.isEmpty() ? path : path + "?q=" + encoded(query), "view", view);
  }

  /// A link to an incident.
  ///
  /// @param id its id
  /// @return the address
  public String incident(String id) {
    return link("/incident/" + encoded(id));
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

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
