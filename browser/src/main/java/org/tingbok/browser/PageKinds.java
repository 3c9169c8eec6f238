package org.tingbok.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The kinds of page that a server has, found by following links from its front page.
final class PageKinds {
  /// What stands for one thing among many.
  private static final Pattern ONE =
      Pattern.compile(
          "(?<=^/(?:incident|actor|document|claim|dispute|names|between)/).+?(?=/origins|/timeline|/regroup|/brief|/reading|/claim(?:\\?|$)|\\?|$)");

  /// What programs read and what is taken away.
  private static final Pattern NO_PAGE = Pattern.compile("^/api/|\\.(?:json|atom|yaml|csv|md)(?:\\?|$)");

  private PageKinds() {
  }

  /// Follows links, and looks at the first pages of each kind.
  ///
  /// @param page to follow them with
  /// @param address of the server
  /// @param most how many pages of a kind
  /// @return paths by kind; a kind is a path with `*` for one thing among many, and `?` where a question follows
  static Map<String, List<String>> of(Page page, String address, int most) {
    Map<String, List<String>> kinds = new TreeMap<>();
    Deque<String> ahead = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new HashSet<>(ahead);
    while (!ahead.isEmpty()) {
      String path = ahead.removeFirst();
      List<String> known = kinds.computeIfAbsent(kind(path), _ -> new ArrayList<>());
      if (NO_PAGE.matcher(path).find() || known.size() == most) {
        continue;
      }
      known.add(path);
      page.navigate(address + path);
      for (Object link : (List<?>) page
          .evaluate("[...document.links].filter(a => !a.hasAttribute('download')).map(a => a.href.split('#')[0])")) {
        String to = String.valueOf(link);
        if (to.startsWith(address) && seen.add(to.substring(address.length()))) {
          ahead.addLast(to.substring(address.length()));
        }
      }
    }
    kinds.values().removeIf(List::isEmpty);
    return kinds;
  }

  private static String kind(String path) {
    return ONE.matcher(path).replaceFirst("*").replaceFirst("\\?.*", "?");
  }
}
