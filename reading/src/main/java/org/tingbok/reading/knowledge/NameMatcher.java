package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the longest known names in a text in one pass.
///
/// A spelling is cut into runs of letters and runs of digits, so that "APT31", "APT 31" and "APT-31" are one; the text is
/// cut alike and walked through a trie of runs. Case: a spelling that is all capitals and short ("PST", "US") matches
/// only itself; a capitalised one needs a capital in the text; a lower-case one matches anywhere. Immutable once built,
/// safe to share.
public final class NameMatcher {
  /// Up to this many letters, capitals are taken as an acronym: longer names are also written out in capitals.
  private static final int ACRONYM = 5;

  private final Node root = new Node();

  private static final class Node {
    private @Nullable Map<String, Node> next;
    private @Nullable List<Entry> entries;
  }

  private record Entry(Name name, String spelling, boolean weak) {
  }

  NameMatcher() {
  }

  void add(String spelling, Name name, boolean weak) {
    Node node = root;
    for (Run run : runs(spelling, 0, spelling.length())) {
      if (node.next == null) {
        node.next = new HashMap<>(4);
      }
      node = node.next.computeIfAbsent(run.folded, _ -> new Node());
    }
    if (node != root) {
      if (node.entries == null) {
        node.entries = new ArrayList<>(1);
      }
      node.entries.add(new Entry(name, spelling, weak));
    }
  }

  /// Finds names, longest first, not overlapping.
  ///
  /// @param text the text
  /// @return in order of place
  public List<NameMatch> find(String text) {
    List<Run> runs = runs(text, 0, text.length());
    List<NameMatch> found = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Node node = root;
      NameMatch best = null;
      int bestRun = i;
      for (int j = i; j < runs.size() && node.next != null; j++) {
        if (j > i && !joined(text, runs.get(j - 1).end, runs.get(j).start)) {
          break;
        }
        node = node.next.get(runs.get(j).folded);
        if (node == null) {
          break;
        }
        if (node.entries != null && boundary(text, runs.get(i).start, runs.get(j).end)) {
          NameMatch match = match(text, runs.get(i).start, runs.get(j).end, node.entries);
          if (match != null) {
            best = match;
            bestRun = j;
          }
        }
      }
      if (best != null) {
        if (bestRun > i && i + 1 < runs.size() && reach(text, runs, i + 1) > best.end()) {
          continue; // "The National" ends inside "National Cyber Security Centre", which is longer
        }
        found.add(best);
        i = bestRun;
      }
    }
    return found;
  }

  /// Where the longest name that begins with a run ends; -1 if none begins there.
  private int reach(String text, List<Run> runs, int from) {
    @Nullable
    Node node = root;
    int end = -1;
    for (int j = from; j < runs.size() && node.next != null; j++) {
      if (j > from && !joined(text, runs.get(j - 1).end, runs.get(j).start)) {
        break;
      }
      node = node.next.get(runs.get(j).folded);
      if (node == null) {
        break;
      }
      if (node.entries != null && boundary(text, runs.get(from).start, runs.get(j).end)
          && match(text, runs.get(from).start, runs.get(j).end, node.entries) != null) {
        end = runs.get(j).end;
      }
    }
    return end;
  }

  private static @Nullable NameMatch match(String text, int start, int end, List<Entry> entries) {
    List<Name> names = new ArrayList<>(entries.size());
    boolean weak = true;
    String spelling = "";
    int close = end;
    for (Entry entry : entries) {
      if (agrees(text, start, end, entry.spelling) && !names.contains(entry.name)) {
        names.add(entry.name);
        weak &= entry.weak;
        spelling = spelling.isEmpty() ? entry.spelling : spelling;
        char last = entry.spelling.charAt(entry.spelling.length() - 1);
        if (!Character.isLetterOrDigit(last) && end < text.length() && text.charAt(end) == last) {
          close = end + 1;
        }
      }
    }
    return names.isEmpty() ? null : new NameMatch(start, close, names, spelling, weak);
  }

  private static boolean agrees(String text, int start, int end, String spelling) {
    int letters = 0;
    boolean capitals = true;
    for (int i = 0; i < spelling.length(); i++) {
      char c = spelling.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        capitals &= Character.isUpperCase(c);
      }
    }
    if (letters == 0 || !Character.isUpperCase(firstLetter(spelling, 0, spelling.length()))) {
      return true;
    }
    if (capitals && letters <= ACRONYM && spelling.indexOf(' ') < 0) {
      for (int i = start; i < end; i++) {
        if (Character.isLetter(text.charAt(i)) && !Character.isUpperCase(text.charAt(i))) {
          return letters > 3 && Character.isUpperCase(text.charAt(start)) && hasDigit(spelling);
        }
      }
      return true;
    }
    return Character.isUpperCase(firstLetter(text, start, end));
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static char firstLetter(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return text.charAt(i);
      }
    }
    return ' ';
  }

  /// Whether what stands between two runs may stand inside a name.
  private static boolean joined(String text, int from, int to) {
    if (to - from > 2) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (" -.'’&()/_\u2011\u00a0\n,".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return to - from < 2 || (text.charAt(from) != '.' || !Character.isLowerCase(text.charAt(to)))
        && text.charAt(from) != ',' && text.charAt(from) != '(' && text.charAt(from) != ')';
  }

  private static boolean boundary(String text, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private record Run(int start, int end, String folded) {
  }

  private static List<Run> runs(String text, int from, int to) {
    List<Run> runs = new ArrayList<>();
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        int start = i;
        while (i < to && Character.isLetter(text.charAt(i))) {
          i++;
        }
        runs.add(new Run(start, i, text.substring(start, i).toLowerCase(Locale.ROOT)));
      } else if (Character.isDigit(c)) {
        int start = i;
        while (i < to && Character.isDigit(text.charAt(i))) {
          i++;
        }
        runs.add(new Run(start, i, text.substring(start, i)));
      } else {
        i++;
      }
    }
    return runs;
  }
}
