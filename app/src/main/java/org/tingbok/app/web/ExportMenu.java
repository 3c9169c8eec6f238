package org.tingbok.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a page can be taken away as. The addresses keep what the page asks, its day and its view.
public final class ExportMenu {
  private static final Set<String> KINDS = Set.of("", "incidents", "incident", "actors", "actor", "document",
      "documents", "claim", "claims", "search", "disputes", "dispute", "between", "names", "contradictions", "sources");
  /// Pages about how something was read or grouped, which hold nothing of their own to take away.
  private static final Pattern INNER =
      Pattern.compile("^/(?:document/[^/]+/(?:reading|claim)|incident/[^/]+/regroup)$");
  private static final Set<String> BRIEFS = Set.of("incident", "actor", "dispute", "between");

  private ExportMenu() {
  }

  /// A way to take a page away.
  ///
  /// @param words what it is
  /// @param address where it is
  /// @param file whether it is a file to keep, not a page to look at
  public record Item(String words, String address, boolean file) {
  }

  /// What a page offers.
  ///
  /// @param frame of the page
  /// @return nothing for pages that show no claims
  public static List<Item> of(Frame frame) {
    String path = frame.path();
    int end = path.indexOf('/', 1);
    String kind = path.substring(1, end < 0 ? path.length() : end);
    boolean unasked = kind.equals("search") && frame.query().isEmpty();
    boolean known = kind.equals("names") && end > 0; // what tables know of a name that nobody on record speaks of
    if (frame.section().isEmpty() || unasked || known || !KINDS.contains(kind) || INNER.matcher(path).find()) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    if (BRIEFS.contains(kind) && end > 0 && !path.endsWith("/origins") && !path.endsWith("/timeline")) {
      items.add(new Item("Brief to print", frame.link(path + "/brief"), false));
    }
    for (ExportFormat format : ExportFormat.values()) {
      if (!kind.equals("sources") || format == ExportFormat.CSV || format == ExportFormat.MARKDOWN) {
        items.add(new Item(format.words(), frame.as("." + format.ending()), true));
      }
    }
    items.add(new Item("JSON of this page", frame.json(), true));
    return items;
  }
}
